// The invented county as an open book, with the looks, widths and frozen rows that its sheets have as a file.
import { countyBook } from "../sample/book";
import { sampleCounty } from "../sample/county";
import type { Grid } from "../sheets/grid";
import type { SheetSpec } from "../sheets/spec";
import { gridOfSpec } from "../sheets/spec-grid";
import { kindOf, styleForKind, type ValueKind } from "../sheets/tab-layout/cell-style";
import { type CellStyle, type StyleName, styleOf } from "../sheets/styles";
import { bookOfGrids } from "./host/grids";
import type { Book } from "./host/model/book";
import type { Sheet } from "./host/model/sheet";
import { type Line, plainStyle, type Style } from "./host/model/style";

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

/** A character of the standard font is about 5.25 points wide. */
const pointsPerCharacter = 5.25;

function dress(sheet: Sheet, spec: SheetSpec): void {
  spec.columns.forEach(({ width }, column) => sheet.cells.setBands("columns", [column, column], { size: width * pointsPerCharacter }));
  for (const [row, size] of spec.heights ?? []) sheet.cells.setBands("rows", [row, row], { size });
  sheet.freeze = spec.freeze;
  const names = spec.rows.map(() => spec.columns.map(({ style }): StyleName => style));
  for (const { area, style } of spec.styled ?? []) {
    for (let row = area.top; row <= area.bottom; row++) names[row]?.fill(style, area.left, area.right + 1);
  }
  const look = looks();
  spec.rows.forEach((cells, row) =>
    names[row]?.forEach((name, column) => {
      const style = look(name, kindOf(cells[column]));
      sheet.cells.put(row, column, { ...(sheet.cells.at(row, column) ?? { content: "" }), style });
    }),
  );
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

const thin: Line = { style: "Continuous", weight: "Thin", color: "#000000" };
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function hostStyle({ font, fill, border, horizontal, vertical, wrap, format, unlocked }: CellStyle): Style {
  return {
    ...plainStyle,
    numberFormat: format,
    fontName: font.name,
    fontSize: font.size,
    bold: font.bold === true,
    fontColor: `#${font.color ?? "000000"}`,
    fill: fill === undefined ? "" : `#${fill}`,
    horizontal: capital(horizontal),
    vertical: capital(vertical),
    wrap: wrap === true,
    locked: unlocked !== true,
    lines: border === "thin" ? { top: thin, bottom: thin, left: thin, right: thin } : {},
  };
}
