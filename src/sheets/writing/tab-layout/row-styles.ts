// The styles of a tab's cells row by row, as areas and columns give them.
import { type Area } from "../../grid";
import { type SheetSpec } from "../spec";
import { type StyleName } from "../styles";

interface StyledArea {
  readonly area: Area;
  readonly style: StyleName;
}

/** How many rows the tab has, prepared empty ones included. */
function rowCount({ rows, styled = [] }: SheetSpec): number {
  return styled.reduce((count, { area }) => Math.max(count, area.bottom + 1), rows.length);
}

/**
 * The style names of each row's cells: an area's style, else the column's where the row names the cell, else none.
 * Rows that look alike get the very same array, so that what follows from it need be worked out once.
 */
export function* rowStyles(spec: SheetSpec): Generator<readonly (StyleName | undefined)[]> {
  if (spec.looks) return yield* spec.looks;
  const byRow: StyledArea[][] = [];
  for (const entry of spec.styled ?? []) {
    for (let row = entry.area.top; row <= entry.area.bottom; row++) (byRow[row] ??= []).push(entry);
  }
  const count = rowCount(spec);
  const known = new Map<string, readonly (StyleName | undefined)[]>();
  for (let row = 0; row < count; row++) {
    const { length } = spec.rows[row] ?? [];
    let look = String(length);
    for (const { area, style } of byRow[row] ?? []) look += ` ${area.left} ${area.right} ${style}`;
    let styles = known.get(look);
    if (!styles) known.set(look, (styles = stylesOf(length, spec, byRow[row] ?? [])));
    yield styles;
  }
}

function stylesOf(length: number, { columns }: SheetSpec, areas: readonly StyledArea[]): readonly (StyleName | undefined)[] {
  const styles: (StyleName | undefined)[] = Array.from({ length }, (_, column) => columns[column]?.style);
  for (const { area, style } of areas) {
    for (let column = area.left; column <= area.right; column++) styles[column] = style;
  }
  return styles;
}
