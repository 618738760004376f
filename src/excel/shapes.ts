// The shape of a sheet beside its cells: how far it is used, which cells are merged, which rows and columns are hidden.
import { type Area } from "../sheets/grid";
import { type Block } from "./block";

/** The used part of a sheet, and whether something in it is hidden: null when some is and some is not. */
export interface Used extends Block {
  readonly rowHidden: boolean | null;
  readonly columnHidden: boolean | null;
}

/** Merged areas, and hidden rows and columns counted from 0. */
export interface Shape {
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** The shape of a sheet on which nothing stands. */
export const noShape: Shape = { merges: [], hiddenRows: [], hiddenColumns: [] };

/** Whether a sheet is used as far as it was, and as much of it is hidden. */
export function isSamePart(a: Used, b: Used): boolean {
  const isSamePlace = a.top === b.top && a.left === b.left && a.rows === b.rows && a.columns === b.columns;
  return isSamePlace && a.rowHidden === b.rowHidden && a.columnHidden === b.columnHidden;
}

/** Asks for the used part; formatted blank cells do not count, since a coloured column would have a million rows. */
export function askUsed(sheet: Excel.Worksheet): Excel.Range {
  return sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden");
}

/** The used part that was asked for, undefined when nothing stands on the sheet. */
export function usedOf(range: Excel.Range, sheet: string): Used | undefined {
  if (range.isNullObject) return undefined;
  const { rowIndex: top, columnIndex: left, rowCount: rows, columnCount: columns, rowHidden, columnHidden } = range;
  return { sheet, top, left, rows, columns, rowHidden, columnHidden };
}

/**
 * Asks for the shape of a used part: rows and columns one by one only where some are hidden, and merged areas in so many first rows.
 * The answer is there after the next round trip.
 */
export function askShape(worksheet: Excel.Worksheet, part: Used, mergeRows: number): () => Shape {
  const { top, left, rows, columns, rowHidden, columnHidden } = part;
  const range = worksheet.getRangeByIndexes(top, left, rows, columns);
  const merged = mergeRows > 0 ? mergedIn(worksheet.getRangeByIndexes(top, left, Math.min(rows, mergeRows), columns)) : undefined;
  const rowProperties = rowHidden === null ? range.getRowProperties({ rowHidden: true }) : undefined;
  const columnProperties = columnHidden === null ? range.getColumnProperties({ columnHidden: true }) : undefined;
  return () => ({
    merges: merged && !merged.isNullObject ? merged.areas.items.map(areaOf) : [],
    hiddenRows: numbers(top, rows, (row) => rowHidden === true || rowProperties?.value[row]?.rowHidden === true),
    hiddenColumns: numbers(left, columns, (column) => columnHidden === true || columnProperties?.value[column]?.columnHidden === true),
  });
}

function mergedIn(range: Excel.Range): Excel.RangeAreas {
  const merged = range.getMergedAreasOrNullObject();
  merged.load("areaCount");
  merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  return merged;
}

function numbers(start: number, count: number, isWanted: (index: number) => boolean): readonly number[] {
  return Array.from({ length: count }, (_, index) => index)
    .filter(isWanted)
    .map((index) => start + index);
}

function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}
