// Makes what people's files hold fit into a sheet of Excel: one odd value is shortened where everybody sees it, and never stops a whole job.
import { shortened } from "../shortened";
import { withHeights } from "../row-heights";
import type { CellOut, SheetSpec } from "../spec";

/** The most characters that a cell of Excel holds. */
export const cellLimit = 32_767;
const heightLimit = 409.5;

/** Tabs of ours as they are written: rows as high as their texts need, and nothing that Excel could not hold. */
export function readyTabs(tabs: readonly SheetSpec[]): readonly SheetSpec[] {
  return fitSheets(tabs.map(withHeights));
}

/** The tabs, texts that no cell holds ended with `…`, rows no higher than Excel allows. */
export function fitSheets<Sheet extends Pick<SheetSpec, "rows" | "heights">>(tabs: readonly Sheet[]): readonly Sheet[] {
  return tabs.map((tab) => {
    const hasLong = tab.rows.some(hasLongCell);
    const isHigh = [...(tab.heights?.values() ?? [])].some((height) => height > heightLimit);
    if (!hasLong && !isHigh) return tab;
    const rows = hasLong ? tab.rows.map((row) => (hasLongCell(row) ? row.map(fitted) : row)) : tab.rows;
    return { ...tab, rows, ...(tab.heights ? { heights: lowered(tab.heights) } : {}) };
  });
}

function hasLongCell(row: readonly (CellOut | boolean)[]): boolean {
  for (const cell of row) if (cell !== null && isLong(cell)) return true;
  return false;
}

function isLong(cell: CellOut | boolean): boolean {
  return textOf(cell).length > cellLimit;
}

function textOf(cell: CellOut | boolean): string {
  if (typeof cell === "string") return cell;
  return typeof cell === "object" && cell !== null && "text" in cell ? cell.text : "";
}

function fitted(cell: CellOut): CellOut {
  if (!isLong(cell)) return cell;
  const text = shortened(textOf(cell), cellLimit);
  return typeof cell === "object" && cell !== null && "text" in cell ? { ...cell, text } : text;
}

function lowered(heights: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  return new Map([...heights].map(([row, height]) => [row, Math.min(height, heightLimit)]));
}
