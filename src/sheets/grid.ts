// Grid: one sheet as read, cell values with their addresses; the only thing that reading code sees of a file or of Excel.
import type { Day } from "../domain/values/day";

/** A cell that holds a date. */
export interface DayCell {
  readonly day: Day;
}

/** A cell without a usable value: an error such as `#REF!`, or a formula whose result the file does not hold. */
export interface FaultCell {
  readonly fault: "error" | "uncalculated";
  readonly text: string;
}

/** What a cell holds. Numbers stay numbers here: whether a number may stand for an ID is decided where it is read. */
export type CellValue = string | number | boolean | null | DayCell | FaultCell;

/** A rectangle of cells; rows and columns are counted from 0, ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The formulas that sum up what is shown above them: Excel's 分类汇总 and the totals rows of tables are made of them. */
export const subtotalFormula = /\b(?:SUBTOTAL|AGGREGATE)\(/;

/** One sheet: `rows[0]` is the sheet's row 1; rows may be shorter than others or empty, never holes. */
export interface Grid {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly Area[];
  /** Hidden or filtered-out rows and hidden columns, counted from 0. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Rows, counted from 0, that are totals by the file's own word: SUBTOTAL formulas, the totals row of a table. */
  readonly totalRows?: readonly number[];
  /** The row, counted from 0, with the first quote of a text file that has no other half. */
  readonly unmatchedQuote?: number;
  /** The id of the tab when we made it (see `SheetSpec.tab`). */
  readonly ownTab?: string;
  /** What the reader could not carry over: pictures, comments, struck-out cells; counted, never silently lost. */
  readonly unread?: { readonly comments?: number; readonly pictures?: number; readonly struckOut?: number };
}

/**
 * The letters of a column counted from 0.
 * @example columnLetters(27) // "AB"
 */
export function columnLetters(index: number): string {
  let letters = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The column, counted from 0, that letters name. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/**
 * The A1 address of a cell; row and column counted from 0.
 * @example cellAddress(16, 2) // "C17"
 */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** The A1 address of an area. */
export function areaAddress(area: Area): string {
  return `${cellAddress(area.top, area.left)}:${cellAddress(area.bottom, area.right)}`;
}

/** The cell's value as trimmed text, as the reading code compares it: dates as ISO, faults as their text, blanks as "". */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return "day" in value ? value.day : value.text;
  return String(value).trim();
}
