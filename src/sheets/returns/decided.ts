// The tab 冲突决定: what the centre has decided about returned files, by which no question is asked twice and a word has the meaning it was given.
import type { ChoiceField } from "../../domain/record/choices";
import type { Conflict } from "../../domain/returns/conflict";
import { type Decisions, questionKey, type Verdict } from "../../domain/returns/decision";
import type { Day } from "../../domain/values/day";
import { choiceCode, choiceLabel } from "../vocabulary/choices";
import type { Grid } from "../grid";
import { asWritten, ownTable } from "../reading/own-table";
import { tabNames } from "../vocabulary/tabs";
import type { CellOut, SheetSpec } from "../writing/spec";
import type { Ruling } from "./conflicts";
import { foldText } from "../reading/values/clean";
import { registerFrame } from "../writing/tab-frames";

const kept = ["类型", "文件", "责任学校", "工作表", "单元格", "姓名", "合同编号", "项目", "名单或已登记内容", "交回内容"] as const;
const headings = ["日期", "决定", ...kept, "题号", "程序用"] as const;
const widths = [12, 14, 13, 30, 16, 12, 12, 10, 20, 13, 22, 34, 18, 8] as const;
const [adopt, refuse] = ["采用", "拒绝"] as const;

// What the program must know of a decision besides its question.
interface Remembered {
  readonly word?: { readonly field: ChoiceField; readonly word: string };
  readonly chosen?: string | number;
  readonly print?: string;
}

/** What a book remembers of the centre's decisions. */
export interface Memory extends Decisions {
  readonly rows: readonly (readonly CellOut[])[];
  /** What a word on no list means. */
  readonly meaningOf: (field: string, word: string) => string | undefined;
}

function rememberedIn(text: string): Remembered {
  try {
    return (JSON.parse(text) ?? {}) as Remembered;
  } catch {
    return {};
  }
}

const wordOf = (field: string, word: string) => `${field}|${foldText(word).replace(/\s+/g, "").toLowerCase()}`;

/** The decisions in rows of the tab. */
function memoryOf(rows: readonly (readonly CellOut[])[]): Memory {
  const verdicts = new Map<string, Verdict>();
  const chosen = new Map<string, string | number>();
  const files = new Set<string>();
  const words = new Map<string, string>();
  for (const row of rows) {
    const [decision, key, content] = [row[1], row[headings.indexOf("题号")], row[headings.indexOf("程序用")]].map((cell) =>
      String(cell ?? ""),
    );
    if (!key || decision === undefined || decision === "") continue;
    const { word, chosen: value, print } = rememberedIn(content ?? "");
    verdicts.set(key, decision === refuse ? "refuse" : "adopt");
    if (value !== undefined) chosen.set(key, value);
    if (print !== undefined && decision === adopt) files.add(print);
    // The answer may be changed by hand; what is no answer is none.
    const meaning = word && choiceCode(word.field, decision);
    if (word && meaning !== undefined) words.set(wordOf(word.field, word.word), meaning);
  }
  return {
    rows,
    verdicts,
    files,
    chosen: (conflict: Conflict) => (chosen.size > 0 ? chosen.get(questionKey(conflict)) : undefined),
    meaningOf: (field, word) => (words.size > 0 ? words.get(wordOf(field, word)) : undefined),
  };
}

/** What a book remembers; nothing when it does not have the tab. */
export function decidedIn(grids: readonly Grid[]): Memory {
  const table = ownTable(grids, "return-decisions", headings);
  const rows = table?.rows.map((row) => headings.map((heading) => asWritten(row[table.columnOf(heading)]))) ?? [];
  return memoryOf(rows.filter((row) => row.some((cell) => cell !== null)));
}

/**
 * The tab with the meanings that words were given, and nothing of whom they were said about: what a new season keeps of it. Undefined where no
 * word was given one.
 */
export function learnedWordsSheet(grids: readonly Grid[]): SheetSpec | undefined {
  const learned = decidedIn(grids).rows.flatMap((row): (readonly CellOut[])[] => {
    const { word } = rememberedIn(String(row[headings.indexOf("程序用")] ?? ""));
    if (!word || choiceCode(word.field, String(row[1] ?? "")) === undefined) return [];
    const texts = kept.map((heading, index) => (heading === "交回内容" ? word.word : heading === "项目" ? (row[2 + index] ?? null) : null));
    return [[row[0] ?? null, row[1] ?? null, ...texts, wordOf(word.field, word.word), JSON.stringify({ word })]];
  });
  return learned.length === 0 ? undefined : decidedSheet({ rows: learned });
}

function rememberedOf({ line: { content }, verdict, meaning }: Ruling): Remembered {
  const proposal = content?.proposal;
  if (proposal?.do === "word") return meaning === undefined ? {} : { word: { field: proposal.field, word: proposal.word } };
  if (proposal?.do === "file") return { print: proposal.print };
  if (content?.kind !== "two-versions") return {};
  const chosen = verdict === "adopt" ? content.found : content.expected;
  return chosen === undefined ? {} : { chosen };
}

function decisionText({ line: { content }, verdict, meaning }: Ruling): string {
  const proposal = content?.proposal;
  if (proposal?.do === "transfer" && meaning !== undefined) return meaning;
  if (proposal?.do === "word" && meaning !== undefined) return choiceLabel(proposal.field, meaning as never);
  return verdict === "adopt" ? adopt : refuse;
}

/** The same with what has just been decided. */
export function withRulings(memory: Memory, rulings: readonly Ruling[], on: Day): Memory {
  if (rulings.length === 0) return memory;
  const rows = rulings.map((ruling): readonly CellOut[] => [
    { day: on },
    decisionText(ruling),
    ...ruling.line.cells.slice(0, kept.length),
    ruling.line.key,
    JSON.stringify(rememberedOf(ruling)),
  ]);
  return memoryOf([...memory.rows, ...rows]);
}

/** The tab. */
export function decidedSheet({ rows }: Pick<Memory, "rows">): SheetSpec {
  const right = headings.length - 1;
  return {
    tab: "return-decisions",
    name: tabNames["return-decisions"],
    columns: widths.map((width, index) => ({
      width,
      style: index === 0 ? "cellDay" : index === 1 ? "fill" : [3, 4, 10, 11].includes(index) ? "cellWrapped" : "cell",
      ...(index === right ? { hidden: true } : {}),
    })),
    rows: [
      [tabNames["return-decisions"]],
      ["“冲突与无法匹配”里决定过的事，一事一行，同样的问题不再提出。想重新决定的，删去该行，再合并一次那份文件。"],
      headings,
      ...rows,
    ],
    ...registerFrame({ right, count: rows.length, frozen: 2, titleTo: right - 2, footer: "仅供县资助中心使用" }),
  };
}
