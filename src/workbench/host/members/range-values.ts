// Reading and writing the cells of a range in blocks, with the shapes and limits that Excel insists on.
import { type Area } from "../../../sheets/grid";
import { type Scene } from "../engine/definition";
import { cellCount, columnCount, contains, isWholeColumns, isWholeRows, overlaps, rowCount } from "../model/area";
import { type Book } from "../model/book";
import { type Anchor } from "../model/name";
import { type Cell, type Content, plainValue, written } from "../model/cell";
import { HostError, invalidArgument } from "../model/errors";
import { type Sheet } from "../model/sheet";
import { plainStyle, setting } from "../model/style";
import { assertPermitted, assertUnlocked, cellsOf } from "./ranges";

/** Cells that one read may ask for (docs: "Limits for reading and writing"). */
const readLimit = 5_000_000;

/** One value per cell in rows; null for whole rows and columns, whose cells are not listed (excel-add-ins-ranges-unbounded). */
export function readBlock(anchor: Anchor, scene: Scene, of: (cell: Cell | undefined, row: number, column: number) => unknown): unknown {
  const area = cellsOf(anchor);
  if (isWholeColumns(area) || isWholeRows(area)) return null;
  if (cellCount(area) > readLimit) throw new HostError("ResponsePayloadSizeLimitExceeded", "More than five million cells were asked for.");
  scene.cells.read += cellCount(area);
  scene.book.calculate();
  const { cells } = anchor.sheet;
  const block: unknown[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const line: unknown[] = [];
    for (let column = area.left; column <= area.right; column++) line.push(of(cells.at(row, column), row, column));
    block.push(line);
  }
  return block;
}

/** Calls `put` for every cell with its value: one value stands for all; null leaves the cell as it is. */
function eachCell(area: Area, values: unknown, put: (row: number, column: number, value: unknown) => void): void {
  if (values !== null && !Array.isArray(values)) {
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) put(row, column, values);
    return;
  }
  const lines: readonly unknown[] = Array.isArray(values) ? values : [];
  const isShaped = lines.length === rowCount(area) && lines.every((line) => Array.isArray(line) && line.length === columnCount(area));
  if (!isShaped) throw invalidArgument(`${rowCount(area)} rows of ${columnCount(area)} values are wanted`);
  lines.forEach((line, row) => {
    (line as readonly unknown[]).forEach((value, column) => {
      if (value !== null) put(area.top + row, area.left + column, value);
    });
  });
}

/** Writes values or formulas. */
export function writeValues(anchor: Anchor, values: unknown, scene: Scene): void {
  const area = cellsOf(anchor);
  const { sheet } = anchor;
  // Per-cell writes to whole rows and columns fail (excel-add-ins-ranges-unbounded).
  if (isWholeColumns(area) || isWholeRows(area)) throw invalidArgument("whole rows and columns cannot be written cell by cell");
  assertUnlocked(sheet, area);
  const covered = sheet.merges.filter((merge) => overlaps(merge, area));
  const before = contentOf(sheet, area);
  scene.cells.written += cellCount(area);
  eachCell(area, values, (row, column, value) => {
    if (covered.length === 0 || !isCovered(covered, row, column)) writeCell(sheet, [row, column], value);
  });
  noteEdit(scene.book, { sheet, area, before });
}

/** What the one cell of an area holds; of several cells nothing is said (`ChangedEventDetail`). */
export function contentOf(sheet: Sheet, area: Area): Content | undefined {
  return cellCount(area) === 1 ? (sheet.cells.at(area.top, area.left)?.content ?? "") : undefined;
}

/** Tells that cells were edited. */
export function noteEdit(book: Book, edit: { readonly sheet: Sheet; readonly area: Area; readonly before: Content | undefined }): void {
  const { sheet, area, before } = edit;
  book.note({ kind: "cells", sheet, area, type: "RangeEdited", ...(before === undefined ? {} : { before }) });
}

// Of a merged area only the first cell has a value.
function isCovered(merges: readonly Area[], row: number, column: number): boolean {
  return merges.some(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left),
  );
}

/** Writes one value as Excel would take it, whoever writes it. */
export function writeCell(sheet: Sheet, [row, column]: readonly [number, number], value: unknown): void {
  const style = sheet.cells.styleAt(row, column);
  const { content, formula, format } = written(value, style.numberFormat);
  const link = sheet.cells.at(row, column)?.link;
  sheet.cells.put(row, column, {
    content,
    style: format && style.numberFormat === "General" ? setting("numberFormat", format)(style) : style,
    ...(formula === undefined ? {} : { formula }),
    ...(link && content !== "" ? { link } : {}),
  });
}

/** Writes number formats; a 1×1 array or a single code goes to every cell, also of whole columns (office-js-docs-pr issue 5400). */
export function writeFormats(anchor: Anchor, formats: unknown, { book }: Scene): void {
  const area = cellsOf(anchor);
  const { sheet } = anchor;
  assertPermitted(sheet, "allowFormatCells");
  const first: unknown = Array.isArray(formats) && Array.isArray(formats[0]) ? (formats[0] as readonly unknown[])[0] : undefined;
  const single = Array.isArray(formats) && formats.length === 1 && (formats[0] as readonly unknown[]).length === 1 ? first : formats;
  if (typeof single === "string") sheet.cells.restyle(area, setting("numberFormat", single));
  else writeEachFormat(sheet, area, single);
  book.note({ kind: "formats", sheet, area });
}

function writeEachFormat(sheet: Sheet, area: Area, formats: unknown): void {
  const changes = new Map<string, ReturnType<typeof setting>>();
  eachCell(area, formats, (row, column, value) => {
    if (typeof value !== "string") throw invalidArgument("a number format is text");
    const change = changes.get(value) ?? setting("numberFormat", value);
    changes.set(value, change);
    sheet.cells.restyle({ top: row, left: column, bottom: row, right: column }, change);
  });
}

/** What `Range.formulas` gives for a cell: the formula, else the value. */
export function formulaOrValue(cell: Cell | undefined): unknown {
  return cell?.formula ?? plainValue(cell?.content ?? "");
}

/** Empties cells: their contents, their looks, or both. */
export function clearCells(anchor: Anchor, applyTo: string, scene: Scene): void {
  const area = cellsOf(anchor);
  const { sheet } = anchor;
  assertUnlocked(sheet, area);
  const before = contentOf(sheet, area);
  for (const [row, column, cell] of sheet.cells.existing(area)) {
    const keepsLook = applyTo === "Contents" || applyTo === "Hyperlinks";
    const keepsContent = applyTo === "Formats" || applyTo === "Hyperlinks" || applyTo === "RemoveHyperlinks";
    const { link, ...rest } = cell;
    const left = keepsContent ? rest : { content: "" as const, style: cell.style };
    sheet.cells.put(row, column, {
      ...left,
      style: keepsLook ? left.style : plainStyle,
      ...(link && applyTo === "Formats" ? { link } : {}),
    });
  }
  if (applyTo === "All" || applyTo === "Formats") clearRules(sheet, area);
  if (applyTo === "All" || applyTo === "Contents") noteEdit(scene.book, { sheet, area, before });
  if (applyTo === "All" || applyTo === "Formats") scene.book.note({ kind: "formats", sheet, area });
}

function clearRules(sheet: Sheet, area: Area): void {
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !format.areas.every((one) => contains(area, one)));
}
