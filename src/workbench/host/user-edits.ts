// What a person does at the grid: typing, clearing, selecting, turning to another sheet. Protection and validation hold for people too.
import { type Area } from "../../sheets/grid";
import { choicesAt } from "./choices";
import { type ExcelHost } from "./excel-host";
import { assertUnlocked } from "./members/ranges";
import { contentOf, noteEdit, writeCell } from "./members/range-values";
import { type Book } from "./model/book";
import { HostError } from "./model/errors";
import { hideRows } from "./model/hide-rows";
import { type Sheet } from "./model/sheet";

/** A cell of a sheet, counted from 0. */
export interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** What a person typed is not in the cell's list; the message is the rule's own. */
export class ValidationStop extends HostError {}

/**
 * Types text into a cell, as Excel would take it.
 * @throws HostError AccessDenied when the cell is locked, a ValidationStop when its list does not have the text
 */
export function typeText(host: ExcelHost, { sheet, row, column }: Place, text: string): void {
  const area = { top: row, left: column, bottom: row, right: column };
  assertUnlocked(sheet, area);
  assertChosen(host.book, { sheet, row, column }, text);
  host.edit((book) => {
    const before = contentOf(sheet, area);
    writeCell(sheet, [row, column], text);
    noteEdit(book, { sheet, area, before });
  });
}

// Other rules are not checked here; warnings let people go on (DataValidationErrorAlert.style).
function assertChosen(book: Book, { sheet, row, column }: Place, text: string): void {
  const choices = text === "" ? undefined : choicesAt(book, sheet, row, column);
  const { showAlert = true, style = "Stop", message = "" } = (choices?.rule.errorAlert ?? {}) as Partial<Record<string, unknown>>;
  if (!choices || choices.values.includes(text) || showAlert !== true || style !== "Stop") return;
  throw new ValidationStop("InvalidArgument", String(message));
}

/** Selects cells, which brings their sheet to the front. */
export function selectCells(host: ExcelHost, sheet: Sheet, area: Area): void {
  host.edit((book) => book.select(sheet, area));
}

/** Hides or shows rows. */
export function setRowsHidden(host: ExcelHost, sheet: Sheet, rows: readonly [number, number], isHidden: boolean): void {
  host.edit((book) => hideRows(book, sheet, rows, isHidden));
}

/** Inserts or deletes whole rows. */
export function shiftRows(host: ExcelHost, sheet: Sheet, kind: "insert" | "delete", [first, last]: readonly [number, number]): void {
  host.edit((book) => book.shift(sheet, { kind, axis: "rows", area: { top: first, bottom: last, left: 0, right: 16_383 } }));
}
