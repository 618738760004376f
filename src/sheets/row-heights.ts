// Row heights for lists whose texts wrap: a row without a height of its own is clipped in print by programs that do not measure text.
import { cellText } from "./grid";
import type { CellOut, ColumnSpec } from "./spec";
import { cellValueOf } from "./spec-grid";
import { styleOf } from "./styles";
import { linesOf, pointsOf } from "./text-lines";

const lineHeight = 15;
const padding = 4;

/**
 * The heights in points of the rows in which a wrapped text needs more than one line.
 * @param first the row, counted from 0, in which the first of `rows` stands
 */
export function wrappedHeights(
  columns: readonly ColumnSpec[],
  rows: readonly (readonly CellOut[])[],
  first: number,
): ReadonlyMap<number, number> {
  const wrapped = columns.flatMap(({ style, width }, column) => {
    const look = styleOf(style);
    return look.wrap ? [{ column, characters: Math.max(1, Math.floor(pointsOf([width]) / look.font.size)) }] : [];
  });
  const heights = new Map<number, number>();
  for (const [index, row] of rows.entries()) {
    const lines = Math.max(1, ...wrapped.map(({ column, characters }) => linesOf(cellText(cellValueOf(row[column] ?? null)), characters)));
    if (lines > 1) heights.set(first + index, lines * lineHeight + padding);
  }
  return heights;
}
