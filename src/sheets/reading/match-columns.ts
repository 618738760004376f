// Matching columns to fields: headings first, and where a heading may mean two things, the values below it decide or the user is told.
import { birthDay, citizenIdFault } from "../../domain/identity/citizen-id";
import type { FieldId } from "../../domain/record/field";
import { isPrintedNumber } from "../../domain/identity/printed";
import { type CellValue, cellAddress, cellText, type Grid } from "../grid";
import type { HeaderBlock } from "./header-row";
import { fieldOfHeading, headingKey } from "../vocabulary/columns";
import { fieldOfGroupedHeading } from "../vocabulary/headings";
import type { LayoutIssue } from "./reading";
import { readCell } from "./values/read-cell";

/** The columns of a table by field, the headings as the sheet spells them, and what was doubtful. */
export interface ColumnMatch {
  readonly columns: ReadonlyMap<FieldId, number>;
  readonly headings: ReadonlyMap<FieldId, string>;
  readonly layout: readonly LayoutIssue[];
}

/** What is known of a table before its headings are read. */
export interface MatchOptions {
  /** Whether the table is one of our own registers, whose headings mean exactly what they say. */
  readonly isOurs?: boolean;
  /** Columns that the user has chosen; headings do not count there. */
  readonly chosen?: ReadonlyMap<FieldId, number>;
}

interface Candidate {
  readonly column: number;
  readonly text: string;
  readonly group: string;
  readonly field: FieldId | undefined;
  readonly sample: readonly CellValue[];
}

const sampleSize = 40;

/**
 * The columns of a table whose headings are known.
 */
export function matchColumns(grid: Grid, block: HeaderBlock, { isOurs = false, chosen = new Map() }: MatchOptions = {}): ColumnMatch {
  const columns = new Map<FieldId, number>();
  const headings = new Map<FieldId, string>();
  const layout: LayoutIssue[] = [];
  const candidates = block.labels.map((label, column): Candidate => ({
    column,
    ...label,
    field: fieldOfGroupedHeading(label),
    sample: sampleOf(grid, block, column),
  }));
  const claim = (field: FieldId, { column, text }: Candidate) => {
    columns.set(field, column);
    headings.set(field, text.replace(/\s+/g, ""));
  };
  const isChosen = new Set(chosen.values());
  for (const [field, column] of chosen) claim(field, candidates[column] ?? { column, text: "", group: "", field, sample: [] });
  for (const candidate of candidates) {
    if (isChosen.has(candidate.column)) continue;
    const field = isOurs ? fieldOfHeading(candidate.text) : resolve(candidate, candidates);
    if (field === undefined) continue;
    if (!columns.has(field)) claim(field, candidate);
    else if (chosen.has(field)) continue;
    else secondClaim(field, candidate, columns, claim, layout, block);
  }
  if (!isOurs && chosen.size === 0) swapIfOlder(columns, headings, candidates);
  return { columns, headings, layout };
}

function sampleOf(grid: Grid, block: HeaderBlock, column: number): CellValue[] {
  const sample: CellValue[] = [];
  for (let row = block.bottom + 1; row < grid.rows.length && sample.length < sampleSize; row++) {
    const cell = grid.rows[row]?.[column];
    if (cell !== null && cell !== undefined && cell !== "") sample.push(cell);
  }
  return sample;
}

/** The headings that mean different things in different offices (docs/facts.md §8), each with the way to tell. */
function resolve(candidate: Candidate, all: readonly Candidate[]): FieldId | undefined {
  const key = headingKey(candidate.text);
  const has = (field: FieldId) => all.some((other) => other.field === field && other !== candidate);
  switch (key) {
    case "编号":
      return whichNumber(candidate, has);
    case "学校":
    case "学校名称":
      return whichSchool(candidate);
    case "辖区":
      return share(candidate.sample, (text) => /[镇乡]$|街道(?:办)?$/.test(text)) > 0.5 ? "township" : "school";
    case "关系":
    case "与本人关系":
      return previousFields(candidate, all, 3).includes("signedBy") ? "signerRelation" : "coBorrowerRelation";
    case "电话":
    case "联系电话":
    case "手机":
    case "手机号":
    case "手机号码":
    case "联系方式":
      return whosePhone(candidate, all) ?? candidate.field;
    case "还款日":
    case "还款日期":
      // A batch that was taken on one day is no list of dues.
      return !has("dueDate") && !isBanks(has) && isDueDay(candidate.sample) ? "dueDate" : "repaidOn";
    case "合计":
    case "小计":
    case "金额":
      return candidate.field ?? whichTotal(has);
    case "状态":
    case "结果":
      return candidate.field ?? (has("repaid") && !has("principal") ? "deductionResult" : "repaymentStatus");
    case "日期":
      return candidate.field ?? (has("repaid") ? "repaidOn" : undefined);
    default:
      return candidate.field;
  }
}

function share(sample: readonly CellValue[], test: (text: string) => boolean): number {
  return sample.length === 0 ? 0 : sample.filter((cell) => test(cellText(cell))).length / sample.length;
}

function whichNumber({ sample }: Candidate, has: (field: FieldId) => boolean): FieldId {
  if (share(sample, isPrintedNumber) > 0.3) return "rowKey";
  const isLong = share(sample, (text) => /^[0-9A-Za-z-]{9,}$/.test(text)) > 0.8;
  return isLong && !has("contractNo") ? "contractNo" : "seq";
}

function whichSchool({ sample }: Candidate): FieldId {
  if (share(sample, (text) => /大学|学院|高等专科|职业技术/.test(text)) > 0.5) return "university";
  return "school";
}

function previousFields(candidate: Candidate, all: readonly Candidate[], reach: number): (FieldId | undefined)[] {
  return all.slice(Math.max(0, candidate.column - reach), candidate.column).map((other) => other.field);
}

const phoneOf: Readonly<Partial<Record<FieldId, FieldId>>> = {
  leader: "leaderPhone",
  contact: "contactPhone",
  liaison: "liaisonPhone",
  coBorrowerName: "coBorrowerPhone",
};

// A telephone right after somebody's name is that person's; a borrower list's own telephone follows other columns.
function whosePhone(candidate: Candidate, all: readonly Candidate[]): FieldId | undefined {
  if (candidate.field !== "phone") return undefined;
  const before = all
    .slice(0, candidate.column)
    .reverse()
    .find((other) => other.text !== "");
  const owners = before?.field ? phoneOf[before.field] : undefined;
  return all.some((other) => other.field === owners && other !== candidate) ? undefined : owners;
}

const isBanks = (has: (field: FieldId) => boolean) =>
  has("deductionResult") || (has("repaid") && !has("due") && !has("principal") && !has("interest"));

// The contracts' due day is the same for nearly all; payments scatter.
function isDueDay(sample: readonly CellValue[]): boolean {
  const days = sample.map((cell) => readCell("dueDate", cell, 2000, () => undefined)).filter((found) => found !== undefined);
  const counts = new Map<string | number, number>();
  for (const found of days) counts.set(found, (counts.get(found) ?? 0) + 1);
  return days.length >= 3 && Math.max(...counts.values()) / days.length >= 0.8 && days.some((found) => String(found).slice(5, 7) !== "11");
}

function whichTotal(has: (field: FieldId) => boolean): FieldId | undefined {
  if (has("principal") || has("interest")) return has("due") ? undefined : "due";
  return has("deductionResult") || has("repaidOn") ? "repaid" : undefined;
}

const partner: Readonly<Partial<Record<FieldId, FieldId>>> = {
  name: "coBorrowerName",
  citizenId: "coBorrowerId",
  phone: "coBorrowerPhone",
};

// 姓名, 身份证号 and 电话 standing twice without group headings: the left one is the student's (docs/facts.md §8).
function secondClaim(
  field: FieldId,
  candidate: Candidate,
  columns: ReadonlyMap<FieldId, number>,
  claim: (field: FieldId, candidate: Candidate) => void,
  layout: LayoutIssue[],
  block: HeaderBlock,
): void {
  const other = partner[field];
  if (other && !columns.has(other)) {
    claim(other, candidate);
    return;
  }
  const cell = cellAddress(block.bottom, candidate.column);
  layout.push({
    code: "column-duplicated",
    row: block.bottom + 1,
    field,
    cell,
    params: { heading: candidate.text, kept: cellAddress(block.bottom, columns.get(field) ?? 0) },
  });
}

// Two ID columns without group headings: parents are the older ones.
function swapIfOlder(columns: Map<FieldId, number>, headings: Map<FieldId, string>, candidates: readonly Candidate[]): void {
  const [own, parents] = [columns.get("citizenId"), columns.get("coBorrowerId")];
  if (own === undefined || parents === undefined) return;
  const isNamed = (column: number) => candidates[column]?.field === "coBorrowerId" || candidates[column]?.group !== "";
  if (isNamed(parents) || isNamed(own)) return;
  const [ownYear, parentYear] = [medianBirthYear(candidates[own]), medianBirthYear(candidates[parents])];
  if (ownYear === undefined || parentYear === undefined || ownYear >= parentYear) return;
  for (const [first, second] of [
    ["name", "coBorrowerName"],
    ["citizenId", "coBorrowerId"],
    ["phone", "coBorrowerPhone"],
  ] as const) {
    const [a, b] = [columns.get(first), columns.get(second)];
    if (a === undefined || b === undefined) continue;
    columns.set(first, b).set(second, a);
    const [headingA = "", headingB = ""] = [headings.get(first), headings.get(second)];
    headings.set(first, headingB).set(second, headingA);
  }
}

function medianBirthYear(candidate: Candidate | undefined): number | undefined {
  const years = (candidate?.sample ?? [])
    .map((cell) => cellText(cell).toUpperCase())
    .filter((id) => citizenIdFault(id) === undefined)
    .map((id) => Number(birthDay(id)?.slice(0, 4)))
    .sort((a, b) => a - b);
  return years[Math.floor(years.length / 2)];
}
