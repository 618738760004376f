// Finding the heading row: which rows of a sheet are its headings, under titles, merged and in two or three rows.
import { type CellValue, type Grid, cellText } from "../grid";
import { headingKey } from "../vocabulary/columns";
import { fieldOfGroupedHeading, type HeadingLabel } from "../vocabulary/headings";

/** A heading block: its rows (counted from 0) and, for every column, the heading above it with its group, for example `借款学生|姓名`. */
export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  readonly labels: readonly HeadingLabel[];
}

const searchedRows = 60;
const tallest = 3;

/** The heading block that names most fields, at least `least`; undefined when no rows do. Ties go to the lower block of fewer rows. */
export function findHeader(grid: Grid, least = 3): HeaderBlock | undefined {
  let best: { block: HeaderBlock; score: number } | undefined;
  const last = Math.min(grid.rows.length, searchedRows);
  for (let top = 0; top < last; top++) {
    if (!(grid.rows[top] ?? []).some((cell) => typeof cell === "string" && cell.trim() !== "")) continue;
    for (let height = 1; height <= tallest && top + height <= last; height++) {
      const block = headerBlock(grid, top, top + height - 1);
      if (!block) break;
      const score = scoreOf(block);
      if (score >= least && (!best || score > best.score)) best = { block, score };
    }
  }
  return best?.block;
}

/** How many fields a heading block names. */
export function scoreOf(block: HeaderBlock): number {
  const fields = new Set<string>();
  for (const label of block.labels) {
    const field = fieldOfGroupedHeading(label);
    if (field) fields.add(field);
  }
  return fields.size;
}

/** The headings of the given rows, or undefined when one of them holds what no heading row holds (numbers, long digits). */
export function headerBlock(grid: Grid, top: number, bottom: number): HeaderBlock | undefined {
  const rows = grid.rows.slice(top, bottom + 1);
  if (!rows.every((row, index) => looksLikeHeading(row, index === 0))) return undefined;
  const width = Math.max(0, ...rows.map((row) => row.length));
  const labels = Array.from({ length: width }, (_, column) => labelOf(grid, top, bottom, column));
  // A second row must be about the same table: with a single filled cell it is a title or a note.
  if (bottom > top && rows.some((row) => row.filter((cell) => cellText(cell) !== "").length < 2)) return undefined;
  return { top, bottom, labels };
}

/** The heading block of a row that the user has named, whatever it holds. */
export function blockAt(grid: Grid, row: number): HeaderBlock {
  const width = grid.rows[row]?.length ?? 0;
  return { top: row, bottom: row, labels: Array.from({ length: width }, (_, column) => labelOf(grid, row, row, column)) };
}

function looksLikeHeading(row: readonly CellValue[], isFirst: boolean): boolean {
  let filled = 0;
  for (const cell of row) {
    if (cell === null || cell === "") continue;
    filled++;
    if (typeof cell !== "string" || cell.length > 60 || /^\d{6,}/.test(cell.trim())) return false;
  }
  return filled > 0 || !isFirst;
}

function labelOf(grid: Grid, top: number, bottom: number, column: number): HeadingLabel {
  const parts: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const text = mergedText(grid, row, column, top, bottom);
    if (text !== "" && parts.at(-1) !== text) parts.push(text);
  }
  return { group: parts.slice(0, -1).join("|"), text: parts.at(-1) ?? "" };
}

// A cell's text, or that of the merged heading cell which covers it.
function mergedText(grid: Grid, row: number, column: number, top: number, bottom: number): string {
  const own = cellText(grid.rows[row]?.[column]);
  if (own !== "") return own;
  const merge = grid.merges.find(
    (area) =>
      area.top >= top && area.bottom <= bottom && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
  );
  return merge ? cellText(grid.rows[merge.top]?.[merge.left]) : "";
}

/** Whether a row repeats the headings (a heading row pasted again on every printed page). */
export function repeatsHeader(row: readonly CellValue[], block: HeaderBlock): boolean {
  let same = 0;
  let filled = 0;
  for (let column = 0; column < row.length; column++) {
    const cell = row[column];
    if (cell === null || cell === undefined || cell === "") continue;
    filled++;
    const label = block.labels[column];
    if (
      typeof cell === "string" &&
      label &&
      headingKey(cell) !== "" &&
      (headingKey(cell) === headingKey(label.text) || label.group.includes(cell.trim()))
    )
      same++;
  }
  return filled >= 2 && same / filled >= 0.6;
}
