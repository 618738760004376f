// The host's book as the sheets of a file: contents and looks, rules, pages, charts and names, as far as files of ours can have them.
import { ownTabName } from "../../sheets/writing/tab-layout/own-tab-name";
import type { FileCell, FileLook, FileSheet } from "../../sheets/writing/tab-layout/cell-style";
import { ownTabOf } from "../host/grids";
import { nameFormula } from "../host/members/names";
import { splitReference } from "../host/model/area";
import type { Book } from "../host/model/book";
import type { Name } from "../host/model/name";
import { type Cell, plainValue } from "../host/model/cell";
import { gridCell } from "../host/model/grid-cell";
import type { Sheet } from "../host/model/sheet";
import { plainStyle, type Style } from "../host/model/style";
import { charactersOf } from "../../sheets/writing/column-width";
import { looks, rgb } from "./looks";
import { chartOf, pageOf } from "./page";
import { fileRule, highlightOf } from "./rules";

const states = { Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/** The book's sheets in their order. */
export function fileSheets(book: Book): readonly FileSheet[] {
  const lookOf = looks();
  return book.sheets.map((sheet, index) => ({
    tab: ownTabOf(book, sheet) ?? "",
    name: sheet.name,
    ...(sheet.visibility === "Visible" ? {} : { visibility: states[sheet.visibility] }),
    ...(sheet.tabColor === "" ? {} : { tabColor: rgb(sheet.tabColor) }),
    ...cellsOf(sheet, lookOf),
    merges: sheet.merges,
    heights: new Map(sheet.cells.sizes("rows")),
    hiddenRows: sheet.cells.hidden("rows"),
    ...(sheet.freeze ? { freeze: sheet.freeze } : {}),
    ...(sheet.filter ? { filter: sheet.filter.area } : {}),
    rules: sheet.validations.flatMap(fileRule),
    highlights: sheet.conditionalFormats.flatMap(highlightOf),
    charts: sheet.charts.flatMap((chart) => chartOf(sheet, chart)),
    isProtected: sheet.protection !== undefined,
    page: pageOf(sheet),
    names: book.names.filter((name) => belongs(name, sheet, index === 0)).map(fileName),
  }));
}

// The book's own names come along with its first sheet.
function belongs({ name, sheet }: Name, on: Sheet, isFirst: boolean): boolean {
  return name !== ownTabName && (sheet === on || (isFirst && sheet === undefined));
}

function fileName(name: Name): NonNullable<FileSheet["names"]>[number] {
  return { name: name.name, refersTo: nameFormula(name).slice(1), isHidden: !name.isVisible, isOfBook: name.sheet === undefined };
}

const usualWidth = 48;

function cellsOf({ cells }: Sheet, lookOf: (style: Style) => FileLook): Pick<FileSheet, "columns" | "rows" | "looks"> {
  const used = cells.used(false) ?? { bottom: -1, right: -1 };
  const width = Math.max(
    used.right + 1,
    ...cells.sizes("columns").map(([column]) => column + 1),
    ...cells.hidden("columns").map((at) => at + 1),
  );
  const columns = Array.from({ length: width }, (_, column) => {
    const { size = usualWidth, isHidden = false, style = plainStyle } = cells.band("columns", column) ?? {};
    return { width: charactersOf(size), style: lookOf(style), ...(isHidden ? { hidden: true } : {}) };
  });
  const rows: FileCell[][] = [];
  const looksOfRows: (FileLook | undefined)[][] = [];
  for (let row = 0; row <= used.bottom; row++) {
    // Cells of a row that is formatted as a whole look like it, even those that do not exist.
    const rowStyle = cells.band("rows", row)?.style;
    const line = Array.from({ length: used.right + 1 }, (_, column) => cells.at(row, column));
    rows.push(line.map(fileCell));
    looksOfRows.push(line.map((cell) => (cell ? lookOf(cell.style) : rowStyle && lookOf(rowStyle))));
  }
  return { columns, rows, looks: looksOfRows };
}

function fileCell(cell: Cell | undefined): FileCell {
  if (!cell) return null;
  const { content, formula, link } = cell;
  const target = link?.documentReference === undefined ? undefined : splitReference(link.documentReference);
  if (formula !== undefined) {
    const value = plainValue(content);
    return { formula: formula.slice(1), value: typeof value === "boolean" ? String(value).toUpperCase() : value };
  }
  if (content === "") return null;
  if (target?.sheet !== undefined) return { text: String(plainValue(content)), link: { sheet: target.sheet, cell: target.address } };
  // Days are days for charts too; a time of day beside the day stays a number.
  const value = Number.isInteger(content) ? gridCell(cell) : null;
  return value !== null && typeof value === "object" && "day" in value ? value : content;
}
