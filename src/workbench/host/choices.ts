// Drop-down lists: what a list validation lets people choose from.
import { contains, splitReference, parseAddress } from "./model/area";
import { type ValidationRule } from "./model/attachments";
import { type Book } from "./model/book";
import { displayText } from "./model/display";
import { type Sheet } from "./model/sheet";

interface ListRule {
  readonly inCellDropDown?: boolean;
  readonly source?: string;
}

/** A cell's list. */
export interface Choices {
  readonly values: readonly string[];
  readonly isDropDown: boolean;
  readonly rule: ValidationRule;
}

/** The list of a cell, when it has one. */
export function choicesAt(book: Book, sheet: Sheet, row: number, column: number): Choices | undefined {
  const cell = { top: row, left: column, bottom: row, right: column };
  const rule = sheet.validations.find(({ areas, rule: { list } }) => list !== undefined && areas.some((area) => contains(area, cell)));
  if (!rule) return undefined;
  const { source = "", inCellDropDown = true } = rule.rule["list"] as ListRule;
  return { rule, isDropDown: inCellDropDown, values: source.startsWith("=") ? valuesOf(book, sheet, source.slice(1)) : spelt(source) };
}

// Blanks around the commas do not count (DataValidationRule.list).
function spelt(source: string): readonly string[] {
  return source
    .split(",")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

function valuesOf(book: Book, sheet: Sheet, reference: string): readonly string[] {
  const { sheet: name, address } = splitReference(reference);
  const on = name === undefined ? sheet : book.sheet(name);
  const area = parseAddress(address);
  if (!on || !area) return [];
  return on.cells
    .existing(area)
    .map(([, , cell]) => displayText(cell.content, cell.style.numberFormat))
    .filter((text) => text !== "");
}
