// The invented county as an open book, with the looks, widths and frozen rows that its sheets have as a file.
import { countyBook } from "../sample/book";
import { sampleCounty } from "../sample/county";
import type { Grid } from "../sheets/grid";
import type { CellOut, SheetSpec } from "../sheets/writing/spec";
import { gridOfSpec } from "../sheets/writing/spec-grid";
import { kindOf, openColumnStyle, styleForKind, type ValueKind } from "../sheets/writing/tab-layout/cell-style";
import { type StyleName, styleOf } from "../sheets/writing/styles";
import { bookOfGrids } from "./host/grids";
import type { Book } from "./host/model/book";
import type { Sheet } from "./host/model/sheet";
import type { Style } from "./host/model/style";
import { pointsOf } from "../sheets/writing/column-width";
import { hostStyle } from "./saving/looks";

/** The county of a seed as a book of the host. */
export function sampleBook(name: string, persons: number, seed = 2019): Book {
  const { sheets } = countyBook(sampleCounty({ persons, seed }));
  const book = bookOfGrids(sheets.map(asUsersOwn), name);
  for (const spec of sheets) {
    const sheet = book.sheet(spec.name);
    if (sheet) dress(sheet, spec);
  }
  return book;
}

// The county's sheets pose as the user's own: without the mark of a tab of ours.
function asUsersOwn(spec: SheetSpec): Grid {
  const { name, visibility, rows, merges, hiddenRows, hiddenColumns } = gridOfSpec(spec, spec.name);
  return { name, visibility, rows, merges, hiddenRows, hiddenColumns };
}

function dress(sheet: Sheet, spec: SheetSpec): void {
  const { cells } = sheet;
  spec.columns.forEach(({ width, style }, column) => {
    cells.setBands("columns", [column, column], { size: pointsOf(width), style: hostStyle(openColumnStyle(styleOf(style))) });
  });
  for (const [row, size] of spec.heights ?? []) cells.setBands("rows", [row, row], { size });
  sheet.freeze = spec.freeze;
  const names = spec.rows.map((row) => row.map((_, column) => spec.columns[column]?.style));
  for (const { area, style } of spec.styled ?? []) {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) (names[row] ?? [])[column] = style;
    }
  }
  const look = looks();
  names.forEach((line, row) =>
    line.forEach((name, column) => {
      const cell = spec.rows[row]?.[column] ?? null;
      const style = name && look(name, kindOf(cell));
      if (style) cells.put(row, column, { ...(cells.at(row, column) ?? { content: "" }), style, ...formulaOf(cell) });
    }),
  );
}

function formulaOf(cell: CellOut): { readonly formula?: string } {
  return cell !== null && typeof cell === "object" && "formula" in cell ? { formula: `=${cell.formula}` } : {};
}

// Cells that look alike share one value.
function looks(): (name: StyleName, kind: ValueKind) => Style {
  const known = new Map<string, Style>();
  return (name, kind) => {
    const key = `${name} ${kind}`;
    const style = known.get(key) ?? hostStyle(styleForKind(styleOf(name), kind));
    known.set(key, style);
    return style;
  };
}
