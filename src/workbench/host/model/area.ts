// Areas of a sheet: A1 addresses, overlaps, and what becomes of an area when rows or columns are inserted or deleted.
import { type Area, cellAddress, columnIndex, columnLetters } from "../../../sheets/grid";

/** A sheet's size (Excel specifications and limits). */
export const rowLimit = 1_048_576;
export const columnLimit = 16_384;

/** The whole sheet. */
export const wholeSheet: Area = { top: 0, left: 0, bottom: rowLimit - 1, right: columnLimit - 1 };

/** How many rows an area has. */
export function rowCount(area: Area): number {
  return area.bottom - area.top + 1;
}

/** How many columns an area has. */
export function columnCount(area: Area): number {
  return area.right - area.left + 1;
}

/** How many cells an area has. */
export function cellCount(area: Area): number {
  return rowCount(area) * columnCount(area);
}

/** Whether the area has every row of its columns. */
export function isWholeColumns(area: Area): boolean {
  return area.top === 0 && area.bottom === rowLimit - 1;
}

/** Whether the area has every column of its rows. */
export function isWholeRows(area: Area): boolean {
  return area.left === 0 && area.right === columnLimit - 1;
}

/** The area with these corners in any order, or undefined when it leaves the sheet. */
export function areaBetween(rows: readonly [number, number], columns: readonly [number, number]): Area | undefined {
  const area = { top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...columns), right: Math.max(...columns) };
  return area.top >= 0 && area.left >= 0 && area.bottom < rowLimit && area.right < columnLimit ? area : undefined;
}

/**
 * The area that an address without sheet name stands for: a cell, a block, whole columns or whole rows.
 * @example parseAddress("B2:$C$3") // { top: 1, left: 1, bottom: 2, right: 2 }
 */
export function parseAddress(address: string): Area | undefined {
  const parts = /^([A-Z]{0,3})(\d{0,7})(?::([A-Z]{0,3})(\d{0,7}))?$/.exec(address.replace(/\$/g, "").trim().toUpperCase());
  if (!parts) return undefined;
  const [, fromColumn = "", fromRow = "", toColumn = fromColumn, toRow = fromRow] = parts;
  const isBlock = address.includes(":");
  if ((fromColumn === "") !== (toColumn === "") || (fromRow === "") !== (toRow === "")) return undefined;
  if (fromColumn === "" && (fromRow === "" || !isBlock)) return undefined;
  if (fromRow === "" && !isBlock) return undefined;
  const rows: [number, number] = fromRow === "" ? [0, rowLimit - 1] : [Number(fromRow) - 1, Number(toRow) - 1];
  const columns: [number, number] = fromColumn === "" ? [0, columnLimit - 1] : [columnIndex(fromColumn), columnIndex(toColumn)];
  return areaBetween(rows, columns);
}

/** The address of an area as Excel writes it: `A1`, `A1:B2`, `A:C`, `3:4`. */
export function formatAddress(area: Area): string {
  if (isWholeColumns(area)) return `${columnLetters(area.left)}:${columnLetters(area.right)}`;
  if (isWholeRows(area)) return `${area.top + 1}:${area.bottom + 1}`;
  const first = cellAddress(area.top, area.left);
  return area.top === area.bottom && area.left === area.right ? first : `${first}:${cellAddress(area.bottom, area.right)}`;
}

/** A sheet's name as it stands in formulas and addresses: in quotes when it is not a plain word. */
export function quoteSheetName(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !parseAddress(name) && !/^R\d*C\d*$/i.test(name);
  return isPlain ? name : `'${name.replace(/'/g, "''")}'`;
}

/** A reference split into its sheet's name, when it has one, and the rest. */
export function splitReference(reference: string): { readonly sheet?: string; readonly address: string } {
  const bang = reference.lastIndexOf("!");
  if (bang < 0) return { address: reference };
  const sheet = reference.slice(0, bang);
  const isQuoted = sheet.startsWith("'") && sheet.endsWith("'") && sheet.length > 1;
  return { sheet: isQuoted ? sheet.slice(1, -1).replace(/''/g, "'") : sheet, address: reference.slice(bang + 1) };
}

/** Whether two areas have a cell in common. */
export function overlaps(one: Area, other: Area): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

/** The cells that two areas have in common. */
export function intersection(one: Area, other: Area): Area | undefined {
  if (!overlaps(one, other)) return undefined;
  return {
    top: Math.max(one.top, other.top),
    left: Math.max(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
  };
}

/** The smallest area around both. */
export function bounding(one: Area, other: Area): Area {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

/** Whether the second area lies within the first. */
export function contains(outer: Area, inner: Area): boolean {
  return outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;
}

/** Cells pushed away or pulled in: all that stand below (rows) or right of (columns) the given area, as far as it is wide or high. */
export interface Shift {
  readonly kind: "insert" | "delete";
  readonly axis: "rows" | "columns";
  readonly area: Area;
}

function shiftSpan(start: number, end: number, shift: { kind: Shift["kind"]; from: number; to: number }): [number, number] | undefined {
  const { kind, from, to } = shift;
  const count = to - from + 1;
  if (kind === "insert") return from <= start ? [start + count, end + count] : from <= end ? [start, end + count] : [start, end];
  const left = (at: number): number => (at < from ? at : at > to ? at - count : from);
  if (start >= from && end <= to) return undefined;
  return [left(start), end > to ? end - count : end >= from ? from - 1 : end];
}

/** The area after the shift; undefined when all its cells were deleted or pushed off the sheet. Areas that stick out sideways stay where they are. */
export function shiftArea(area: Area, { kind, axis, area: moved }: Shift): Area | undefined {
  if (axis === "rows") {
    if (area.left < moved.left || area.right > moved.right) return area;
    if (isWholeColumns(area)) return area;
    const rows = shiftSpan(area.top, area.bottom, { kind, from: moved.top, to: moved.bottom });
    return rows && rows[0] < rowLimit ? { ...area, top: rows[0], bottom: Math.min(rows[1], rowLimit - 1) } : undefined;
  }
  if (area.top < moved.top || area.bottom > moved.bottom) return area;
  if (isWholeRows(area)) return area;
  const columns = shiftSpan(area.left, area.right, { kind, from: moved.left, to: moved.right });
  return columns && columns[0] < columnLimit ? { ...area, left: columns[0], right: Math.min(columns[1], columnLimit - 1) } : undefined;
}
