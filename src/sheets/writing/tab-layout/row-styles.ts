// The styles of a tab's cells row by row, as areas and columns give them.
import { type Area } from "../../grid";
import { type SheetSpec } from "../spec";
import { type StyleName } from "../styles";

/** How many rows the tab has, prepared empty ones included. */
function rowCount({ rows, styled = [] }: SheetSpec): number {
  return styled.reduce((count, { area }) => Math.max(count, area.bottom + 1), rows.length);
}

/** The style names of each row's cells: an area's style, else the column's where the row names the cell, else none. */
export function* rowStyles(spec: SheetSpec): Generator<readonly (StyleName | undefined)[]> {
  const byRow: { readonly area: Area; readonly style: StyleName }[][] = [];
  for (const entry of spec.styled ?? []) {
    for (let row = entry.area.top; row <= entry.area.bottom; row++) (byRow[row] ??= []).push(entry);
  }
  const count = rowCount(spec);
  // Nearly all rows of a long list have these.
  const plain = spec.columns.map(({ style }) => style);
  for (let row = 0; row < count; row++) {
    if (!byRow[row] && spec.rows[row]?.length === plain.length) {
      yield plain;
      continue;
    }
    const styles: (StyleName | undefined)[] = (spec.rows[row] ?? []).map((_, column) => spec.columns[column]?.style);
    for (const { area, style } of byRow[row] ?? []) {
      for (let column = area.left; column <= area.right; column++) styles[column] = style;
    }
    yield styles;
  }
}
