// The open questions of 冲突与无法匹配 as a list to decide in: by kind, each with what we have, what came, where, and what may be answered.
import type { ConflictKind } from "../../domain/returns/conflict";
import type { Proposal } from "../../domain/returns/decision";
import { cellText, type Grid } from "../../sheets/grid";
import { adopt, adoptAll, choicesFor, questionLinesIn, questionSort, refuse, refuseAll } from "../../sheets/returns/conflicts";
import { byKind, type QuestionLine } from "../../sheets/returns/question-line";
import type { Place } from "./places";

/** What may be answered: what came is taken or refused, or one of the meanings there are is chosen. */
export interface Answer {
  readonly is: "adopt" | "refuse" | "meaning";
  /** As it would be written beside the question. */
  readonly text: string;
}

/** One question. */
export interface OpenQuestion {
  readonly key: string;
  readonly file: string;
  readonly school: string;
  readonly sheet: string;
  readonly cell: string;
  readonly name: string;
  readonly contractNo: string;
  /** What the list, or a register, says. */
  readonly ours: string;
  readonly theirs: string;
  readonly answers: readonly Answer[];
  /** What the meanings among them are: those of a word, or the schools that may answer for somebody. */
  readonly meanings: "word" | "school";
  /** What stands beside it on the tab. */
  readonly written: string;
  readonly place?: Place;
}

/** All questions of one kind. */
export interface QuestionGroup {
  readonly sort: string;
  readonly kind: ConflictKind;
  /** What taking the first of them does; absent where nothing that came may be taken. */
  readonly does?: Proposal["do"];
  /** The column that they are about, by its heading. */
  readonly item: string;
  readonly questions: readonly OpenQuestion[];
  /** The answers that may be given to all of them at once. */
  readonly forAll: readonly Answer[];
}

const forAllOf = new Map<string, string>([
  [adoptAll, adopt],
  [refuseAll, refuse],
]);

const answerOf = (text: string): Answer => ({ text, is: text === adopt ? "adopt" : text === refuse ? "refuse" : "meaning" });

function questionOf(line: QuestionLine): OpenQuestion {
  const [, file = "", school = "", sheet = "", cell = "", name = "", contractNo = "", , ours = "", theirs = ""] = line.cells.map((own) =>
    cellText(own as never),
  );
  const answers = choicesFor(line)
    .filter((answer) => !forAllOf.has(answer))
    .map(answerOf);
  const { key, decision: written, place } = line;
  const meanings = line.content?.proposal?.do === "transfer" ? "school" : "word";
  return { key, meanings, file, school, sheet, cell, name, contractNo, ours, theirs, answers, written, ...(place ? { place } : {}) };
}

function groupOf(sort: string, lines: readonly [QuestionLine, ...QuestionLine[]]): QuestionGroup {
  const { content, cells } = lines[0];
  return {
    sort,
    kind: content?.kind ?? "unmatched",
    ...(content?.proposal ? { does: content.proposal.do } : {}),
    item: cellText(cells[7] as never),
    questions: lines.map(questionOf),
    forAll: [...new Set(lines.flatMap(choicesFor))].flatMap((answer) => forAllOf.get(answer) ?? []).map(answerOf),
  };
}

/** The open questions of a book, the gravest kind first. */
export function questionGroups(grids: readonly Grid[]): readonly QuestionGroup[] {
  const groups = new Map<string, [QuestionLine, ...QuestionLine[]]>();
  for (const line of byKind(questionLinesIn(grids))) {
    const sort = questionSort(line);
    const own = groups.get(sort);
    if (own) own.push(line);
    else groups.set(sort, [line]);
  }
  return [...groups].map(([sort, lines]) => groupOf(sort, lines));
}
