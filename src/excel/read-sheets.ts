// Reads whole sheets: values with their days and errors, merged areas, hidden rows and columns.
import { type Area, type CellValue, type Grid } from "../sheets/grid";
import { type ExcelHost } from "./host";
import { type ListedSheet, listSheets, type SheetList } from "./list-sheets";
import { type Block } from "./block";
import { BlockReader, checkSize } from "./read-blocks";

/** The used part of a sheet, and whether something in it is hidden: null when some is and some is not. */
interface Used extends Block {
  readonly name: string;
  readonly rowHidden: boolean | null;
  readonly columnHidden: boolean | null;
}

/** A sheet and its used part, if it has any. */
export interface UsedSheet {
  readonly sheet: ListedSheet;
  readonly part?: Used;
}

interface Shape {
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** The sheets of the book with their used parts, drafts left out: two round trips. */
export async function usedSheets(
  context: Excel.RequestContext,
): Promise<{ readonly list: SheetList; readonly used: readonly UsedSheet[] }> {
  const ranges = new Map<string, Excel.Range>();
  const list = await listSheets(context, (sheet, id) => {
    // Formatted blank cells do not count: a coloured column would have a million rows.
    const range = sheet.getUsedRangeOrNullObject(true);
    ranges.set(id, range.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden"));
  });
  const sheets = list.sheets.filter((sheet) => !sheet.isDraft);
  return {
    list,
    used: sheets.map((sheet) => {
      const range = ranges.get(sheet.id);
      if (!range || range.isNullObject) return { sheet };
      const { rowIndex: top, columnIndex: left, rowCount: rows, columnCount: columns, rowHidden, columnHidden } = range;
      return { sheet, part: { sheet: sheet.id, name: sheet.name, top, left, rows, columns, rowHidden, columnHidden } };
    }),
  };
}

/** The sheets as grids, in the order given. */
export async function readSheets(
  host: ExcelHost,
  context: Excel.RequestContext,
  sheets: readonly UsedSheet[],
  progress?: (done: number, total: number) => void,
): Promise<readonly Grid[]> {
  const filled = sheets.flatMap(({ part }) => (part ? [part] : []));
  checkSize(filled);
  const shapes = shapesOf(context, filled, host.hasSet("1.13"));
  const cells = await new BlockReader(host, context, { alongside: shapes.ask, progress }).read(filled);
  const found = shapes.answer();
  let next = 0;
  return sheets.map(({ sheet: { name, visibility, tab }, part }) => {
    const at = part ? next++ : -1;
    const shape = found[at] ?? { merges: [], hiddenRows: [], hiddenColumns: [] };
    return {
      name,
      visibility,
      rows: part ? placed(part, cells[at] ?? []) : [],
      ...shape,
      ...(tab === undefined ? {} : { ownTab: tab }),
    };
  });
}

function numbers(count: number, isWanted: (index: number) => boolean): readonly number[] {
  return Array.from({ length: count }, (_, index) => index).filter(isWanted);
}

interface Asked {
  readonly merged: Excel.RangeAreas | undefined;
  readonly hiddenRows: OfficeExtension.ClientResult<Excel.RowProperties[]> | undefined;
  readonly hiddenColumns: OfficeExtension.ClientResult<Excel.ColumnProperties[]> | undefined;
}

// Asked along with the first cells; only where something is hidden, and for merged areas only where this Excel can tell.
function shapesOf(
  context: Excel.RequestContext,
  used: readonly Used[],
  canListMerges: boolean,
): { readonly ask: () => void; readonly answer: () => readonly Shape[] } {
  let asked: readonly Asked[] = [];
  return {
    ask: () => {
      asked = used.map((part) => askShape(context.workbook.worksheets, part, canListMerges));
    },
    answer: () => used.map((part, index) => shapeOf(part, asked[index])),
  };
}

function askShape(
  worksheets: Excel.WorksheetCollection,
  { sheet, top, left, rows, columns, rowHidden, columnHidden }: Used,
  canListMerges: boolean,
): Asked {
  const range = worksheets.getItem(sheet).getRangeByIndexes(top, left, rows, columns);
  const merged = canListMerges ? range.getMergedAreasOrNullObject() : undefined;
  merged?.load("areaCount");
  merged?.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  return {
    merged,
    hiddenRows: rowHidden === null ? range.getRowProperties({ rowHidden: true }) : undefined,
    hiddenColumns: columnHidden === null ? range.getColumnProperties({ columnHidden: true }) : undefined,
  };
}

function shapeOf({ top, left, rows, columns, rowHidden, columnHidden }: Used, asked: Asked | undefined): Shape {
  const { merged, hiddenRows, hiddenColumns } = asked ?? {};
  const isRowHidden = (row: number): boolean => rowHidden === true || hiddenRows?.value[row]?.rowHidden === true;
  const isColumnHidden = (column: number): boolean => columnHidden === true || hiddenColumns?.value[column]?.columnHidden === true;
  return {
    merges: merged && !merged.isNullObject ? merged.areas.items.map(areaOf) : [],
    hiddenRows: numbers(rows, isRowHidden).map((row) => top + row),
    hiddenColumns: numbers(columns, isColumnHidden).map((column) => left + column),
  };
}

function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}

// The grid begins at A1 and ends with the last value; blank cells at the ends of rows are left out.
function placed({ top, left }: Block, cells: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] {
  const margin: readonly CellValue[] = Array.from({ length: left }, () => null);
  const rows: (readonly CellValue[])[] = Array.from({ length: top }, () => []);
  for (const row of cells) {
    const length = row.findLastIndex((value) => value !== null) + 1;
    rows.push(length === 0 ? [] : [...margin, ...row.slice(0, length)]);
  }
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}
