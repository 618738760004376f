// References in formulas of cells, names, validations and conditional formats: they follow a sheet that gets another name and cells
// that move, and break when what they refer to is deleted.
import { columnLetters } from "../../../sheets/grid";
import { parseAddress, quoteSheetName, type Shift, shiftArea } from "./area";
import { pending } from "./cell";
import { references, sheetOfPrefix } from "./formula";
import { type NamedSheets } from "./name";
import { type Sheet } from "./sheet";

/** Texts, which only look like references, then a sheet's name in quotes or as a plain word. */
const parts = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([\p{L}_\\][\p{L}\p{N}_.\\]*)!/gu;

/** The formula with references to one sheet changed: to its new name, or to none as Excel writes it, `#REF!A1` ("How to correct a #REF! error"). */
function redirected(formula: string, before: string, after: string | undefined): string {
  if (!formula.includes("!")) return formula;
  const target = after === undefined ? "#REF!" : `${quoteSheetName(after)}!`;
  return formula.replace(parts, (match, quoted: string | undefined, plain: string | undefined) => {
    const name = quoted?.replaceAll("''", "'") ?? plain;
    return name !== undefined && name.toLowerCase() === before.toLowerCase() ? target : match;
  });
}

/** Changes every formula of the book that refers to a sheet by this name; without a new name the references break. */
export function redirectSheet(book: NamedSheets, before: string, after: string | undefined): void {
  changeFormulas(book, (formula) => redirected(formula, before, after));
}

/** Lets references follow rows, columns and cells of a sheet that come and go. */
export function shiftReferences(book: NamedSheets, sheet: Sheet, shift: Shift): void {
  changeFormulas(book, (formula, on) =>
    formula.replace(references, (match, prefix: string | undefined, address: string | undefined) => {
      if (address === undefined) return match;
      const target = prefix === undefined ? on : book.sheet(sheetOfPrefix(prefix));
      return target === sheet ? (prefix ?? "") + shifted(address, shift) : match;
    }),
  );
}

function shifted(address: string, shift: Shift): string {
  const area = parseAddress(address);
  const moved = area && shiftArea(area, shift);
  if (!moved) return "#REF!";
  const [first = "", second] = address.split(":");
  const start = corner(first, moved.top, moved.left);
  return second === undefined ? start : `${start}:${corner(second, moved.bottom, moved.right)}`;
}

// Signs stay where they are: $A1 becomes $A2.
function corner(text: string, row: number, column: number): string {
  const [, fixed = "", letters = "", fixedRow = "", digits = ""] = /^(\$?)([A-Z]*)(\$?)(\d*)$/i.exec(text) ?? [];
  return fixed + (letters === "" ? "" : columnLetters(column)) + fixedRow + (digits === "" ? "" : String(row + 1));
}

/** Changes formulas wherever they stand: in names, cells, validations and conditional formats; the sheet is the one they stand on. */
function changeFormulas(book: NamedSheets, change: (formula: string, on: Sheet | undefined) => string): void {
  for (const name of book.names) if (typeof name.target === "string") name.target = change(name.target, name.sheet);
  for (const sheet of book.sheets) {
    const { cells, validations, conditionalFormats } = sheet;
    const changeText = (value: unknown): unknown => (typeof value === "string" && value.startsWith("=") ? change(value, sheet) : value);
    for (const [row, column, cell] of cells.formulas()) {
      const formula = change(cell.formula, sheet);
      if (formula === cell.formula) continue;
      // What is broken may depend on no cells any more.
      cells.put(row, column, { ...cell, formula, ...(formula.includes("#REF!") ? { content: pending } : {}) });
    }
    for (const validation of validations) validation.rule = mapped(validation.rule, (body) => mapped(body as object, changeText));
    for (const { options } of conditionalFormats) for (const [path, value] of options) options.set(path, changeText(value));
  }
}

function mapped(record: object, change: (value: unknown) => unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
