// A question on 冲突与无法匹配 as a line: what we have, what came, where, what to do, and below the yellow heading what the centre decides.
import { maskCitizenId } from "../../domain/identity/citizen-id";
import type { ChoiceCode } from "../../domain/record/choices";
import { type FieldId, fieldTypes, type FieldValues, type SheetRow } from "../../domain/record/field";
import { type Conflict, type ConflictKind, conflictKinds } from "../../domain/returns/conflict";
import type { Proposal, Question } from "../../domain/returns/decision";
import { fillInsIn, rawOf } from "../../domain/returns/fill-in";
import { type Fen, groupedYuan } from "../../domain/values/money";
import { choiceLabel, isChoiceField } from "../vocabulary/choices";
import { headingOf } from "../vocabulary/columns";
import type { CellOut } from "../writing/spec";
import { conflictWords, proposalAdvice, wordLabel } from "./conflict-words";

/** The address of the cell that a conflict is about, as the user finds it in the returned file; undefined where there is none. */
export type CellFinder = (conflict: Conflict) => string | undefined;

/** What the program needs to act on a decision when the files are not at hand; it stands on the line, out of sight. */
export interface QuestionContent {
  readonly kind: ConflictKind;
  readonly school: string;
  readonly field?: FieldId;
  readonly proposal?: Proposal;
  /** What we have. */
  readonly expected?: string | number;
  readonly found?: string | number;
  /** The row keys of the contracts that it is about. */
  readonly contracts: readonly string[];
}

/** One question with what stands on its line. */
export interface QuestionLine {
  readonly key: string;
  /** Undefined where somebody has done away with it: then the question can only be refused. */
  readonly content: QuestionContent | undefined;
  /** The cells from 类型 to 处理办法. */
  readonly cells: readonly CellOut[];
  readonly decision: string;
  /** Where it is to be decided; absent for a line that stands on no tab yet. */
  readonly place?: { readonly sheet: string; readonly cell: string };
}

// IDs are masked wherever they turn up: this tab is for deciding, not for identifying.
function said(field: FieldId, value: string | number): string {
  if (fieldTypes[field] === "citizenId") return maskCitizenId(String(value));
  if (fieldTypes[field] === "money") return groupedYuan(value as Fen);
  return isChoiceField(field) ? choiceLabel(field, value as ChoiceCode) : String(value);
}

function saidValue(field: FieldId | undefined, value: string | number | undefined): string {
  return field === undefined || value === undefined ? "" : said(field, value);
}

const allFillIns: readonly FieldId[] = [...new Set([...fillInsIn.list, ...fillInsIn.visits])];

/** Every entry of a row that was left out as a whole, so that it can be entered by hand. */
function entriesText(row: SheetRow): string {
  return allFillIns
    .flatMap((field) => {
      const value = row.values[field];
      const text = value === undefined ? rawOf(row, field) : said(field, value);
      return text === undefined ? [] : [`${headingOf(field)}：${text}`];
    })
    .join("；");
}

function returnedText({ field, found, raw, row, whole }: Conflict): string {
  if (whole && !field) return `整份文件，其中${whole.rows}行填有内容${whole.content ? `；内容是${whole.content}的名单` : ""}`;
  const cell = raw === undefined ? saidValue(field, found) : field && fieldTypes[field] === "citizenId" ? maskCitizenId(raw) : raw;
  const entries = row ? entriesText(row) : "";
  return [cell, entries].filter((text) => text !== "").join("；");
}

function subjectOf({ contract, row }: Conflict): FieldValues {
  return contract?.row.values ?? row?.values ?? {};
}

// As many as a cell has room for, many times over; whoever is beyond it is asked about again.
const contractLimit = 1000;

function several<T>(items: readonly T[], one: (item: T) => string, many: (count: number) => string): string {
  const different = [...new Set(items.map(one))];
  return different.length > 1 ? many(different.length) : (different[0] ?? "");
}

/** A question as a line. */
export function questionLine(
  { key, conflicts, proposal }: Question,
  { cellOf, rowKeyOf }: { readonly cellOf: CellFinder; readonly rowKeyOf: (contract: NonNullable<Conflict["contract"]>) => string },
): QuestionLine {
  const [first] = conflicts;
  const { kind, school, field, expected, found } = first;
  const { label, advice } = conflictWords[kind];
  const isWord = proposal?.do === "word";
  const { name, contractNo } = subjectOf(first);
  const cell = cellOf(first) ?? "";
  const more = (count: number, unit: string) => `${count}${unit}`;
  const contracts = [...new Set(conflicts.flatMap(({ contract }) => (contract ? [contract] : [])))].slice(0, contractLimit);
  const cells: CellOut[] = [
    isWord ? wordLabel : label,
    several(
      conflicts,
      ({ file }) => file,
      (count) => `${first.file} 等${count}份`,
    ),
    several(
      conflicts,
      ({ school: own }) => own,
      (count) => more(count, "所学校"),
    ),
    first.place?.sheet ?? "",
    conflicts.length > 1 ? `${cell} 等${conflicts.length}处` : cell,
    several(
      conflicts,
      (conflict) => subjectOf(conflict).name ?? "",
      () => `${name ?? ""}等`,
    ),
    several(
      conflicts,
      (conflict) => subjectOf(conflict).contractNo ?? "",
      () => `${contractNo ?? ""}等`,
    ),
    field ? headingOf(field) : first.whole ? "整份文件" : "整行",
    saidValue(field, expected),
    returnedText(first),
    (proposal && proposalAdvice[proposal.do]) ?? advice,
  ];
  const content: QuestionContent = {
    kind,
    school,
    ...(field ? { field } : {}),
    ...(proposal ? { proposal } : {}),
    // Only of these two values one is chosen; numbers of persons have no business here.
    ...(kind !== "two-versions" || expected === undefined || found === undefined ? {} : { expected, found }),
    contracts: contracts.map(rowKeyOf),
  };
  return { key, content, cells, decision: "" };
}

/** Lines by kind, the gravest first; within a kind their order is kept. */
export function byKind(lines: readonly QuestionLine[]): readonly QuestionLine[] {
  return conflictKinds.flatMap((kind) => lines.filter(({ content }) => (content?.kind ?? "unmatched") === kind));
}
