// What is remarkable about a sheet as a whole: hidden rows and columns, another unit than yuan, comments that were not read.
import { type Grid, cellAddress, cellText, columnLetters } from "../grid";
import type { HeaderBlock } from "./header-row";
import type { LayoutIssue } from "./reading";

/** What the user should know about a sheet with this heading block. */
export function sheetLayout(grid: Grid, block: HeaderBlock): LayoutIssue[] {
  const issues: LayoutIssue[] = [];
  const last = grid.rows.length;
  const hidden = grid.hiddenRows.filter(
    (row) => row > block.bottom && row < last && (grid.rows[row] ?? []).some((cell) => cellText(cell) !== ""),
  );
  if (hidden.length > 0)
    issues.push({
      code: "hidden-rows",
      row: 0,
      cell: "",
      params: {
        count: hidden.length,
        rows: rangesOf(
          hidden.map((row) => row + 1),
          String,
        ),
      },
    });
  const hiddenColumns = grid.hiddenColumns.filter((column) => column < block.labels.length && (block.labels[column]?.text ?? "") !== "");
  if (hiddenColumns.length > 0) {
    issues.push({
      code: "hidden-columns",
      row: 0,
      cell: "",
      params: { count: hiddenColumns.length, columns: rangesOf(hiddenColumns, columnLetters) },
    });
  }
  const unit = unitOf(grid, block);
  if (unit)
    issues.push({ code: "units-not-yuan", row: unit.row + 1, cell: cellAddress(unit.row, unit.column), params: { unit: unit.text } });
  const unread = Object.values(grid.unread ?? {}).reduce((total, count) => total + count, 0);
  if (unread > 0) issues.push({ code: "comments-unread", row: 0, cell: "", params: { count: unread } });
  const quote = grid.unmatchedQuote;
  if (quote !== undefined) issues.push({ code: "quote-unmatched", row: quote + 1, cell: cellAddress(quote, 0), params: {} });
  return issues;
}

function rangesOf(numbers: readonly number[], show: (value: number) => string): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const value of sorted) {
    const current = ranges.at(-1);
    if (current && value === current[1] + 1) current[1] = value;
    else ranges.push([value, value]);
  }
  const shown = ranges.slice(0, 8).map(([from, to]) => (from === to ? show(from) : `${show(from)}-${show(to)}`));
  return shown.join("、") + (ranges.length > 8 ? "…" : "");
}

const units: Readonly<Record<string, number>> = { 万元: 10_000, 千元: 1000, 百元: 100, 分: 0.01 };

/** The unit that a line above the headings states (单位：万元), with its worth in yuan; undefined for yuan. */
export function unitOf(grid: Grid, block: HeaderBlock): { row: number; column: number; text: string; yuan: number } | undefined {
  for (let row = 0; row <= block.bottom; row++) {
    for (const [column, cell] of (grid.rows[row] ?? []).entries()) {
      const match = /[单單]位[:：]?\s*(万元|千元|百元|分)|[(（](万元|千元)[)）]/.exec(cellText(cell));
      const text = match?.[1] ?? match?.[2] ?? "";
      const yuan = units[text];
      if (yuan !== undefined) return { row, column, text, yuan };
    }
  }
  return undefined;
}
