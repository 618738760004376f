// Range: cells of one sheet, their values, and the ways to other ranges.
import { type Area } from "../../../sheets/grid";
import { type Definition } from "../engine/definition";
import { hold } from "../engine/subjects";
import { bounding, cellCount, columnCount, columnLimit, intersection, rowCount, rowLimit } from "../model/area";
import { type Anchor } from "../model/name";
import { plainValue, valueType } from "../model/cell";
import { fromR1C1, toR1C1 } from "../model/r1c1";
import { displayText } from "../model/display";
import { itemNotFound, invalidArgument } from "../model/errors";
import { type Arguments } from "../engine/arguments";
import { type Scene } from "../engine/definition";
import { anchorOf, cellsOf, fullAddress, rangeAt, rangeWithin } from "./ranges";
import { givingStyle } from "../model/named-styles";
import { restyleCells, shared } from "./formats";
import { styleGiven } from "./styles";
import { copyFrom } from "./copy";
import { clearCells, formulaOrValue, readBlock, writeFormats, writeValues } from "./range-values";

function shape(anchor: Anchor): { area: Area; size: readonly [number, number] } {
  const area = cellsOf(anchor);
  return { area, size: [rowCount(area), columnCount(area)] };
}

function other(anchor: Anchor, args: Arguments, scene: Scene): Anchor {
  const range = args.object(0, "Range");
  const found = range ? range.of : anchorOf(scene.book, anchor.sheet, args.text(0));
  if (found.sheet !== anchor.sheet) throw invalidArgument("the ranges are on different sheets");
  return found;
}

function meeting(anchor: Anchor, args: Arguments, scene: Scene): ReturnType<typeof rangeAt> | null {
  const common = intersection(cellsOf(anchor), cellsOf(other(anchor, args, scene)));
  return common ? rangeAt(anchor.sheet, common) : null;
}

function usedWithin(anchor: Anchor, args: Arguments): ReturnType<typeof rangeAt> | null {
  const used = anchor.sheet.cells.used(args.isTrue(0));
  const common = used && intersection(cellsOf(anchor), used);
  return common ? rangeAt(anchor.sheet, common) : null;
}

function readR1C1(anchor: Anchor, scene: Scene): unknown {
  return readBlock(anchor, scene, (cell, row, column) => (cell?.formula ? toR1C1(cell.formula, [row, column]) : formulaOrValue(cell)));
}

function writeR1C1(anchor: Anchor, values: unknown, scene: Scene): void {
  const { area, size } = shape(anchor);
  const block = Array.isArray(values)
    ? (values as unknown[][])
    : Array.from({ length: size[0] }, () => Array.from({ length: size[1] }, () => values));
  const lettered = block.map((row, down) =>
    row.map((value, along) => (typeof value === "string" ? fromR1C1(value, [area.top + down, area.left + along]) : value)),
  );
  writeValues(anchor, lettered, scene);
}

/** The members of a range that are about its cells. */
export const range: Definition<Anchor> = {
  isKept: true,
  properties: {
    address: { get: fullAddress },
    addressLocal: { get: fullAddress },
    rowIndex: { get: (anchor) => cellsOf(anchor).top },
    columnIndex: { get: (anchor) => cellsOf(anchor).left },
    rowCount: { get: (anchor) => rowCount(cellsOf(anchor)) },
    columnCount: { get: (anchor) => columnCount(cellsOf(anchor)) },
    // -1 beyond 2^31-1 cells (Range.cellCount).
    cellCount: { get: (anchor) => (cellCount(cellsOf(anchor)) > 2 ** 31 - 1 ? -1 : cellCount(cellsOf(anchor))) },
    isEntireRow: { get: (anchor) => columnCount(cellsOf(anchor)) === columnLimit },
    isEntireColumn: { get: (anchor) => rowCount(cellsOf(anchor)) === rowLimit },
    values: { get: (anchor, scene) => readBlock(anchor, scene, (cell) => plainValue(cell?.content ?? "")), set: writeValues },
    formulas: { get: (anchor, scene) => readBlock(anchor, scene, formulaOrValue), set: writeValues },
    style: {
      get: (anchor) => shared([anchor], ({ named }) => named),
      set: (anchor, value, { book }) => {
        restyleCells(anchor, givingStyle(styleGiven(book, value)));
        book.note({ kind: "formats", sheet: anchor.sheet, area: cellsOf(anchor) });
      },
    },
    formulasR1C1: { get: readR1C1, set: writeR1C1, isCostly: true },
    formulasLocal: { get: (anchor, scene) => readBlock(anchor, scene, formulaOrValue), set: writeValues },
    text: {
      get: (anchor, scene) => readBlock(anchor, scene, (cell) => (cell ? displayText(cell.content, cell.style.numberFormat) : "")),
    },
    valueTypes: { get: (anchor, scene) => readBlock(anchor, scene, (cell) => valueType(cell?.content ?? "")) },
    numberFormat: {
      get: (anchor, scene) => readBlock(anchor, scene, (_, row, column) => anchor.sheet.cells.styleAt(row, column).numberFormat),
      set: writeFormats,
    },
  },
  objects: {
    worksheet: (anchor) => hold("Worksheet", anchor.sheet),
    format: (anchor) => hold("RangeFormat", [anchor]),
  },
  methods: {
    _ValidateArraySize: (anchor, args) => {
      const { size } = shape(anchor);
      if (args.whole(0) !== size[0] || args.whole(1) !== size[1]) throw invalidArgument(`${size[0]} rows of ${size[1]} values are wanted`);
    },
    getCell: (anchor, args) => {
      const { area } = shape(anchor);
      return rangeWithin(anchor.sheet, area.top + args.whole(0), area.left + args.whole(1), [1, 1]);
    },
    getRow: (anchor, args) => {
      const { area, size } = shape(anchor);
      return rangeWithin(anchor.sheet, area.top + args.whole(0), area.left, [1, size[1]]);
    },
    getColumn: (anchor, args) => {
      const { area, size } = shape(anchor);
      return rangeWithin(anchor.sheet, area.top, area.left + args.whole(0), [size[0], 1]);
    },
    getLastRow: (anchor) => rangeAt(anchor.sheet, { ...cellsOf(anchor), top: cellsOf(anchor).bottom }),
    getLastColumn: (anchor) => rangeAt(anchor.sheet, { ...cellsOf(anchor), left: cellsOf(anchor).right }),
    getLastCell: (anchor) => {
      const { bottom, right } = cellsOf(anchor);
      return rangeAt(anchor.sheet, { top: bottom, left: right, bottom, right });
    },
    getEntireRow: (anchor) => rangeAt(anchor.sheet, { ...cellsOf(anchor), left: 0, right: columnLimit - 1 }),
    getEntireColumn: (anchor) => rangeAt(anchor.sheet, { ...cellsOf(anchor), top: 0, bottom: rowLimit - 1 }),
    getOffsetRange: (anchor, args) => {
      const { area, size } = shape(anchor);
      return rangeWithin(anchor.sheet, area.top + args.whole(0), area.left + args.whole(1), size);
    },
    getResizedRange: (anchor, args) => {
      const { area, size } = shape(anchor);
      return rangeWithin(anchor.sheet, area.top, area.left, [size[0] + args.whole(0), size[1] + args.whole(1)]);
    },
    getAbsoluteResizedRange: (anchor, args) =>
      rangeWithin(anchor.sheet, cellsOf(anchor).top, cellsOf(anchor).left, [args.whole(0), args.whole(1)]),
    getBoundingRect: (anchor, args, scene) => rangeAt(anchor.sheet, bounding(cellsOf(anchor), cellsOf(other(anchor, args, scene)))),
    getIntersection: (anchor, args, scene) => {
      const common = meeting(anchor, args, scene);
      if (!common) throw itemNotFound();
      return common;
    },
    getIntersectionOrNullObject: meeting,
    getUsedRange: (anchor, args) =>
      usedWithin(anchor, args) ?? rangeWithin(anchor.sheet, cellsOf(anchor).top, cellsOf(anchor).left, [1, 1]),
    getUsedRangeOrNullObject: usedWithin,
    clear: (anchor, args, scene) => clearCells(anchor, args.optionalText(0) ?? "All", scene),
    copyFrom,
    select: (anchor, _, scene) => scene.book.select(anchor.sheet, cellsOf(anchor)),
    calculate: (_, __, { book }) => book.calculate(true),
  },
};
