// Our Grids as a book of the host, and the host's book as Grids: how files come in, and how tests look at what was done.
import { serialFromDay } from "../../domain/values/day";
import { type CellValue, type Grid } from "../../sheets/grid";
import { ownTabName } from "../../sheets/writing/tab-layout/own-tab-name";
import { Book } from "./model/book";
import { type Content } from "./model/cell";
import { gridCell } from "./model/grid-cell";
import { assertSheetName } from "./model/sheet-name";
import { type Sheet, type Visibility } from "./model/sheet";
import { plainStyle, setting } from "./model/style";

const states = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const satisfies Record<Grid["visibility"], Visibility>;
const spoken = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const satisfies Record<Visibility, Grid["visibility"]>;
const dayStyle = setting("numberFormat", "yyyy-mm-dd")(plainStyle);
const textStyle = setting("numberFormat", "@")(plainStyle);

/** Text that Excel would take for something else is in the file as a text cell, so it is one here. */
const special = /^[=+\-'\d.#]|^(?:true|false)$/i;

/** A book with these sheets; a book has at least one. */
export function bookOfGrids(grids: readonly Grid[], name?: string): Book {
  const [first, ...others] = grids;
  const book = new Book(name, first?.name);
  if (!first) return book;
  assertSheetName(first.name);
  fill(book, book.active, first);
  for (const grid of others) fill(book, book.addSheet(grid.name), grid);
  // At the end, since one sheet must be visible all the time.
  for (const grid of [...grids].sort((one) => (one.visibility === "visible" ? -1 : 1))) {
    const sheet = book.sheet(grid.name);
    if (sheet) sheet.visibility = states[grid.visibility];
  }
  const visible = book.sheets.find((sheet) => sheet.visibility === "Visible");
  if (visible) book.activate(visible);
  book.takeChanges();
  return book;
}

function fill(book: Book, sheet: Sheet, grid: Grid): void {
  grid.rows.forEach((row, top) =>
    row.forEach((value, left) => {
      if (value !== null) sheet.cells.put(top, left, cellOf(value));
    }),
  );
  sheet.merges = grid.merges;
  for (const row of grid.hiddenRows) sheet.cells.setBands("rows", [row, row], { isHidden: true });
  for (const column of grid.hiddenColumns) sheet.cells.setBands("columns", [column, column], { isHidden: true });
  if (grid.ownTab !== undefined) {
    const target = `="${grid.ownTab.replaceAll('"', '""')}"`;
    book.names.push({ name: ownTabName, sheet, target, isVisible: false, comment: "" });
  }
}

function cellOf(value: Exclude<CellValue, null>): { content: Content; style: typeof plainStyle; formula?: string } {
  if (typeof value === "string") return { content: value, style: special.test(value) ? textStyle : plainStyle };
  if (typeof value !== "object") return { content: value, style: plainStyle };
  if ("day" in value) return { content: serialFromDay(value.day), style: dayStyle };
  return { content: { error: value.text }, style: plainStyle };
}

/** The book's sheets as Grids, as the reading code of the add-in would see them. */
export function gridsOfBook(book: Book): readonly Grid[] {
  return book.sheets.map((sheet) => gridOfSheet(book, sheet));
}

/** The id of the tab of ours that a sheet is marked as. */
export function ownTabOf(book: Book, sheet: Sheet): string | undefined {
  const mark = book.names.find((name) => name.sheet === sheet && name.name === ownTabName)?.target;
  const text = typeof mark === "string" ? /^="((?:[^"]|"")*)"$/.exec(mark)?.[1] : undefined;
  return text?.replaceAll('""', '"');
}

/** One sheet as a Grid. */
export function gridOfSheet(book: Book, sheet: Sheet): Grid {
  const rows: CellValue[][] = [];
  const used = sheet.cells.used(true);
  for (let row = 0; used && row <= used.bottom; row++) {
    const line: CellValue[] = [];
    for (let column = 0; column <= used.right; column++) line.push(gridCell(sheet.cells.at(row, column)));
    rows.push(trimmed(line));
  }
  const own = ownTabOf(book, sheet);
  return {
    name: sheet.name,
    visibility: spoken[sheet.visibility],
    rows,
    merges: sheet.merges,
    hiddenRows: sheet.cells.hidden("rows"),
    hiddenColumns: sheet.cells.hidden("columns"),
    ...(own === undefined ? {} : { ownTab: own }),
  };
}

function trimmed(line: CellValue[]): CellValue[] {
  let length = line.length;
  while (length > 0 && line[length - 1] === null) length--;
  return line.slice(0, length);
}
