// What a run did to one tab of ours, small enough to be kept and enough to take it back.
import { type LineChange, lineChange } from "../../domain/record/line-changes";
import { registerIds } from "../../domain/record/registers";
import { fingerprintOf, fingerprintOfAll } from "../../domain/identity/row-key";
import { cellText, type CellValue } from "../grid";
import { printingsBefore } from "../notices/number-register";
import type { TabId } from "../vocabulary/tabs";
import type { CellOut, SheetSpec } from "../writing/spec";
import { cellValueOf, gridOfSpec } from "../writing/spec-grid";
import type { Look } from "./tab-look";

/** One line of a tab as it was read. */
export type Line = readonly CellValue[];

/** What a run did to one tab; without lines before it, the run made it. */
export interface TabChange {
  readonly tab: string;
  readonly isNew: boolean;
  readonly change: LineChange<Line>;
  /** Of a tab that goes back as a whole: the print of what the run left, "" where it took the tab away. */
  readonly print?: string;
  /** How that tab looked before, as far as it is known. */
  readonly look?: Look;
  /** Whether what stood before was too much to be kept. */
  readonly isTooLarge?: true;
  /** Of the register of numbers: what it said of printing before, by number. */
  readonly printings?: Readonly<Record<string, Line>>;
}

/** The tabs that go back line by line, since people and several runs write into them; all others go back as a whole. */
export const lineTabs = [
  ...registerIds,
  "conflicts",
  "return-decisions",
  "dismissed",
  "amendments",
  "report-history",
  "unassigned",
  "returns",
  "not-returned",
  "school-returns",
  "slips",
  "slip-liaisons",
  "bank-rows",
  "stop-decisions",
  "case-decisions",
  "statement-register",
] as const satisfies readonly TabId[];

/** A tab that goes back line by line. */
export type LineTab = (typeof lineTabs)[number];

/** Whether a tab goes back line by line. */
export const isLineTab = (tab: string): tab is LineTab => lineTabs.some((one) => one === tab);

// Drawn from the rest of the book by the press of a button, so that they may go where keeping them would cost too much.
const derived: ReadonlySet<string> = new Set<TabId>([
  "findings",
  "visit-list",
  "repayment-rollup",
  "repayment-check",
  "exception-rollup",
  "exception-list",
  "leadership",
  "school-rollup",
]);

/** Whether a tab can be drawn anew from the rest of the book at any time. */
export const isDerived = (tab: string) => derived.has(tab) || tab.startsWith("school-list:");

type Compared = readonly (CellValue | CellOut)[];

function comparedText(cell: CellValue | CellOut): string {
  const value = cell !== null && typeof cell === "object" && "fault" in cell ? cell : cellValueOf(cell);
  // Sums that Excel calculates end in the tail of a binary fraction.
  return typeof value === "number" ? String(Math.round(value * 1e4) / 1e4) : cellText(value);
}

/** A line as it is compared: the same whether it is about to be written or comes out of a file. */
export function lineText(line: Compared): string {
  const texts = line.map(comparedText);
  while (texts.at(-1) === "") texts.pop();
  return JSON.stringify(texts);
}

/** What a line is known by among those that a run wrote. */
export const linePrint = (line: Compared) => fingerprintOf(lineText(line));

/** What a tab is known by as a run left it. */
export const tabPrint = (lines: readonly Compared[]) => fingerprintOfAll(printed(lines));

// Line by line: the text of a whole tab with a hundred thousand contracts would be one more copy of it.
function* printed(lines: readonly Compared[]): Generator<string, void, undefined> {
  for (const [at, line] of lines.entries()) yield at === 0 ? lineText(line) : `\n${lineText(line)}`;
}

// The lines that a tab will have in a file, where blank ones at its end are none.
function linesOf({ rows }: SheetSpec): SheetSpec["rows"] {
  let count = rows.length;
  while (rows[count - 1]?.every((cell) => cellValueOf(cell) === null)) count--;
  return rows.slice(0, count);
}

const nothing: LineChange<Line> = { before: [], after: "" };

/** What writing a tab does to the lines that it had; undefined when it says what it said. */
export function changeOf(spec: SheetSpec, before: readonly Line[] | undefined, look?: Look): TabChange | undefined {
  const { tab } = spec;
  if (tab === "notice-numbers") {
    const printings = printingsBefore(before ?? [], gridOfSpec(spec, spec.name).rows);
    return printings && { tab, isNew: false, change: nothing, printings };
  }
  const isNew = before === undefined;
  const after = linesOf(spec);
  if (isNew && !isLineTab(tab)) return { tab, isNew, change: nothing, print: tabPrint(after) };
  const change = lineChange<Line, Compared>(before ?? [], after, lineText);
  if (!change || isLineTab(tab)) return change && { tab, isNew, change };
  return { tab, isNew, change: { ...change, after: "" }, print: tabPrint(after), ...(look ? { look } : {}) };
}

/** What taking a tab away does. */
export function removalOf(tab: string, before: readonly Line[], look?: Look): TabChange {
  return { tab, isNew: false, change: { before: before.map((line) => ({ line })), after: "" }, print: "", ...(look ? { look } : {}) };
}

/** The same without what stood before. */
export const withoutLines = ({ tab, isNew, print = "" }: TabChange): TabChange => ({
  tab,
  isNew,
  print,
  change: nothing,
  isTooLarge: true,
});
