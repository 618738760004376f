// A sheet as people see it, as plain data: values, sizes, and how each cell looks.
import type { Grid } from "./grid";
import { gridOfSpec } from "./writing/spec-grid";
import type { ChartSpec } from "./writing/spec";
import { type FileLook, type FileSheet, kindOf, lookOf, styleForKind } from "./writing/tab-layout/cell-style";

/** How a sheet looks. */
export interface SheetLooks {
  readonly name: string;
  /** Widths in digits of the standard font, by column from 0. */
  readonly widths: ReadonlyMap<number, number>;
  /** Heights in points, by row from 0. */
  readonly heights: ReadonlyMap<number, number>;
  readonly freeze: { readonly rows: number; readonly columns: number };
  /** RRGGBB. */
  readonly tabColor: string | undefined;
  readonly cells: readonly { readonly row: number; readonly column: number; readonly look: FileLook }[];
}

/** A tab as it stands below the grid. */
export interface SheetTab {
  readonly name: string;
  /** `#RRGGBB`. */
  readonly tabColor?: string;
  /** Another one as soon as something else stands on the sheet. */
  readonly print: number;
}

/** A sheet with its looks, small enough to be handed from thread to thread. */
export interface ShownSheet
  extends Pick<Grid, "name" | "rows" | "merges" | "hiddenRows" | "hiddenColumns">, Omit<SheetLooks, "cells" | "tabColor"> {
  readonly charts: readonly ChartSpec[];
  readonly looks: readonly FileLook[];
  /** By row and column the place in `looks`, counted from 1; 0 for a cell that nobody has formatted. */
  readonly lookAt: readonly Uint16Array[];
}

/** A sheet with the looks of its cells; charts that people drew are not known. */
export function shownSheet(grid: Grid, looks: SheetLooks | undefined, charts: readonly ChartSpec[] = []): ShownSheet {
  const { name, rows, merges, hiddenRows, hiddenColumns } = grid;
  const { widths = new Map(), heights = new Map(), freeze = { rows: 0, columns: 0 }, cells = [] } = looks ?? {};
  const known = new Map<FileLook, number>();
  const byRow: number[][] = [];
  for (const { row, column, look } of cells) {
    const at = known.get(look) ?? known.size + 1;
    known.set(look, at);
    (byRow[row] ??= [])[column] = at;
  }
  return {
    ...{ name, rows, merges, hiddenRows, hiddenColumns, widths, heights, freeze, charts },
    looks: [...known.keys()],
    lookAt: Array.from(byRow, (row) => Uint16Array.from(row ?? [])),
  };
}

/** A tab of ours as it will look once it is written under this name. */
export function shownSpec(spec: FileSheet, name: string): ShownSheet {
  const looks: SheetLooks = {
    name,
    widths: new Map(spec.columns.map(({ width }, column) => [column, width])),
    heights: spec.heights ?? new Map(),
    freeze: spec.freeze ?? { rows: 0, columns: 0 },
    tabColor: spec.tabColor,
    cells: cellsOf(spec),
  };
  return shownSheet(gridOfSpec(spec, name), looks, spec.charts);
}

function cellsOf({ rows, columns, styled = [], looks }: FileSheet): SheetLooks["cells"] {
  const styles = rows.map((row, at) => row.map((_, column) => looks?.[at]?.[column] ?? columns[column]?.style));
  for (const { area, style } of styled)
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) (styles[row] ??= [])[column] = style;
  // Cells that look alike share one look.
  const known = new Map<string | FileLook, Map<string, FileLook>>();
  return styles.flatMap((line, row) =>
    line.flatMap((style, column) => {
      if (style === undefined) return [];
      const kind = kindOf(rows[row]?.[column]);
      const kinds = known.get(style) ?? new Map<string, FileLook>();
      known.set(style, kinds);
      const look = kinds.get(kind) ?? styleForKind(lookOf(style), kind);
      kinds.set(kind, look);
      return [{ row, column, look }];
    }),
  );
}
