// RangeView: what a filter and hidden rows and columns leave visible of a range, as if it stood together.
import { cellAddress } from "../../../sheets/grid";
import { type Definition, type Definitions, type Property } from "../engine/definition";
import { hold } from "../engine/subjects";
import { quoteSheetName } from "../model/area";
import { type Cell, plainValue, valueType } from "../model/cell";
import { displayText } from "../model/display";
import { invalidArgument } from "../model/errors";
import { type Anchor } from "../model/name";
import { type Sheet } from "../model/sheet";
import { formulaOrValue, writeFormats, writeValues } from "./range-values";
import { cellsOf } from "./ranges";

/** The rows and columns of a range that are not hidden. */
export function visible(of: Anchor): { readonly sheet: Sheet; readonly rows: readonly number[]; readonly columns: readonly number[] } {
  const { top, bottom, left, right } = cellsOf(of);
  const shown = (axis: "rows" | "columns", from: number, to: number): readonly number[] =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((index) => !of.sheet.cells.band(axis, index)?.isHidden);
  return { sheet: of.sheet, rows: shown("rows", top, bottom), columns: shown("columns", left, right) };
}

function viewed(read: (cell: Cell | undefined, row: number, column: number, sheet: Sheet) => unknown): Property<Anchor>["get"] {
  return (anchor, { book }) => {
    book.calculate();
    const { sheet, rows, columns } = visible(anchor);
    return rows.map((row) => columns.map((column) => read(sheet.cells.at(row, column), row, column, sheet)));
  };
}

function eachVisible(anchor: Anchor, values: unknown, put: (place: Anchor, value: unknown) => void): void {
  const { sheet, rows, columns } = visible(anchor);
  const isShaped =
    Array.isArray(values) && values.length === rows.length && values.every((row: unknown[]) => row.length === columns.length);
  if (!isShaped) throw invalidArgument(`${rows.length} rows of ${columns.length} values are wanted`);
  rows.forEach((row, down) =>
    columns.forEach((column, along) => {
      put({ sheet, area: { top: row, left: column, bottom: row, right: column } }, (values as unknown[][])[down]?.[along]);
    }),
  );
}

const write: Property<Anchor>["set"] = (anchor, values, scene) => {
  eachVisible(anchor, values, (place, value) => writeValues(place, [[value]], scene));
};

const formulas: Property<Anchor> = { get: viewed(formulaOrValue), set: write };

const rangeView: Definition<Anchor> = {
  properties: {
    values: { get: viewed((cell) => plainValue(cell?.content ?? "")), set: write },
    formulas,
    formulasLocal: formulas,
    text: { get: viewed((cell) => (cell ? displayText(cell.content, cell.style.numberFormat) : "")) },
    valueTypes: { get: viewed((cell) => valueType(cell?.content ?? "")) },
    numberFormat: {
      get: viewed((_, row, column, sheet) => sheet.cells.styleAt(row, column).numberFormat),
      set: (anchor, formats, scene) => {
        eachVisible(anchor, formats, (place, format) => writeFormats(place, [[format]], scene));
      },
    },
    cellAddresses: { get: viewed((_, row, column, sheet) => `${quoteSheetName(sheet.name)}!${cellAddress(row, column)}`) },
    rowCount: { get: (of) => visible(of).rows.length },
    columnCount: { get: (of) => visible(of).columns.length },
  },
  objects: { rows: (of) => hold("RangeViewCollection", of) },
  methods: { getRange: (of) => hold("Range", of) },
};

/** What is visible of a range, and the same row by row. */
export const rangeViewMembers: Definitions = {
  RangeView: rangeView,
  RangeViewCollection: {
    items: (of) => {
      const { left, right } = cellsOf(of);
      return visible(of).rows.map((row) => hold("RangeView", { sheet: of.sheet, area: { top: row, bottom: row, left, right } }));
    },
  },
};
