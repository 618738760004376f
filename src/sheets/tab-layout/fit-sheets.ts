// Makes what people's files hold fit into a sheet of Excel: one odd value is shortened where everybody sees it, and never stops a whole job.
import { wrappedHeights } from "../row-heights";
import type { CellOut, ColumnSpec, SheetSpec } from "../spec";
import { styleOf } from "../styles";

const textLimit = 32_767;
const heightLimit = 409.5;

type Fitted = Pick<SheetSpec, "rows" | "heights"> & Partial<Pick<SheetSpec, "columns" | "styled" | "merges">>;

/** The tabs: texts that no cell holds ended with `…`, rows as high as their wrapped texts need and no higher than Excel allows. */
export function fitSheets<Sheet extends Fitted>(tabs: readonly Sheet[]): readonly Sheet[] {
  return tabs.map((given) => {
    const tab = roomy(given);
    const hasLong = tab.rows.some((row) => row.some(isLong));
    const isHigh = [...(tab.heights?.values() ?? [])].some((height) => height > heightLimit);
    if (!hasLong && !isHigh) return tab;
    const rows = hasLong ? tab.rows.map((row) => (row.some(isLong) ? row.map(fitted) : row)) : tab.rows;
    return { ...tab, rows, ...(tab.heights ? { heights: lowered(tab.heights) } : {}) };
  });
}

/** A text as long as a cell holds, ended with `…` where it was longer. A character of two halves is not cut in the middle. */
export function shortened(text: string, limit = textLimit): string {
  return text.length > limit ? `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}

// Programs that measure no text (WPS on paper, LibreOffice) print one line over the next where a row has no height of its own.
function roomy<Sheet extends Fitted>(tab: Sheet): Sheet {
  const { columns = [], rows, styled = [], merges = [], heights = new Map<number, number>() } = tab;
  const merged = new Set(merges.flatMap(({ top, bottom }) => Array.from({ length: bottom - top + 1 }, (_, at) => top + at)));
  const needed = new Map<number, number>();
  const ask = (looks: readonly ColumnSpec[], first: number, asked: readonly (readonly CellOut[])[]) => {
    for (const [row, height] of wrappedHeights(looks, asked, first)) needed.set(row, Math.max(height, needed.get(row) ?? 0));
  };
  ask(columns, 0, rows);
  // Headings have a style of their own, row by row.
  for (const { area, style } of styled) {
    if (area.top !== area.bottom || !styleOf(style).wrap) continue;
    const looks = columns.map(({ width }, at): ColumnSpec => ({ width, style: at >= area.left && at <= area.right ? style : "plain" }));
    ask(looks, area.top, rows.slice(area.top, area.top + 1));
  }
  const missing = [...needed].filter(([row]) => !heights.has(row) && !merged.has(row));
  return missing.length === 0 ? tab : { ...tab, heights: new Map([...missing, ...heights]) };
}

function isLong(cell: CellOut | boolean): boolean {
  return textOf(cell).length > textLimit;
}

function textOf(cell: CellOut | boolean): string {
  if (typeof cell === "string") return cell;
  return typeof cell === "object" && cell !== null && "text" in cell ? cell.text : "";
}

function fitted(cell: CellOut): CellOut {
  if (!isLong(cell)) return cell;
  const text = shortened(textOf(cell));
  return typeof cell === "object" && cell !== null && "text" in cell ? { ...cell, text } : text;
}

function lowered(heights: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  return new Map([...heights].map(([row, height]) => [row, Math.min(height, heightLimit)]));
}
