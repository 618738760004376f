// Reads whole sheets: values with their days and errors, merged areas, hidden rows and columns.
import { type Area, type CellValue, type Grid } from "../sheets/grid";
import { type ExcelHost } from "./host";
import { type ListedSheet } from "./list-sheets";
import { patiently } from "./patience";
import { BlockReader, type Block, checkSize } from "./read-blocks";

/** The used part of a sheet, and whether something in it is hidden: null when some is and some is not. */
interface Used extends Block {
  readonly name: string;
  readonly rowHidden: boolean | null;
  readonly columnHidden: boolean | null;
}

interface Shape {
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** The sheets as grids, in the order given. */
export async function readSheets(
  host: ExcelHost,
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  progress?: (done: number, total: number) => void,
): Promise<readonly Grid[]> {
  const used = await patiently(host, () => usedParts(context, sheets));
  const filled = used.filter((part) => part !== undefined);
  checkSize(filled);
  const cells = await new BlockReader(host, context, progress).read(filled);
  const shapes = await patiently(host, () => shapesOf(context, filled, host.hasSet("1.13")));
  let next = 0;
  return sheets.map(({ name, visibility, tab }, index) => {
    const part = used[index];
    const at = part ? next++ : -1;
    const shape = shapes[at] ?? { merges: [], hiddenRows: [], hiddenColumns: [] };
    return {
      name,
      visibility,
      rows: part ? placed(part, cells[at] ?? []) : [],
      ...shape,
      ...(tab === undefined ? {} : { ownTab: tab }),
    };
  });
}

// Formatted blank cells do not count: a coloured column would have a million rows.
async function usedParts(context: Excel.RequestContext, sheets: readonly ListedSheet[]): Promise<readonly (Used | undefined)[]> {
  const { worksheets } = context.workbook;
  const ranges = sheets.map(({ id }) => worksheets.getItem(id).getUsedRangeOrNullObject(true));
  for (const range of ranges) range.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden");
  if (ranges.length > 0) await context.sync();
  return ranges.map((range, index) => {
    const sheet = sheets[index];
    if (range.isNullObject || !sheet) return undefined;
    const { rowIndex: top, columnIndex: left, rowCount: rows, columnCount: columns, rowHidden, columnHidden } = range;
    return { sheet: sheet.id, name: sheet.name, top, left, rows, columns, rowHidden, columnHidden };
  });
}

function numbers(count: number, isWanted: (index: number) => boolean): readonly number[] {
  return Array.from({ length: count }, (_, index) => index).filter(isWanted);
}

// Asks only where something is hidden, and for merged areas only where this Excel can tell.
async function shapesOf(context: Excel.RequestContext, used: readonly Used[], canListMerges: boolean): Promise<readonly Shape[]> {
  const { worksheets } = context.workbook;
  let isAsking = false;
  const asked = used.map(({ sheet, top, left, rows, columns, rowHidden, columnHidden }) => {
    const range = worksheets.getItem(sheet).getRangeByIndexes(top, left, rows, columns);
    const merged = canListMerges ? range.getMergedAreasOrNullObject() : undefined;
    merged?.load("areaCount");
    merged?.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    const hiddenRows = rowHidden === null ? range.getRowProperties({ rowHidden: true }) : undefined;
    const hiddenColumns = columnHidden === null ? range.getColumnProperties({ columnHidden: true }) : undefined;
    if (merged ?? hiddenRows ?? hiddenColumns) isAsking = true;
    return { merged, hiddenRows, hiddenColumns };
  });
  if (isAsking) await context.sync();
  return asked.map(({ merged, hiddenRows, hiddenColumns }, index) => {
    const { top = 0, left = 0, rows = 0, columns = 0, rowHidden, columnHidden } = used[index] ?? {};
    return {
      merges: merged && !merged.isNullObject ? merged.areas.items.map(areaOf) : [],
      hiddenRows: numbers(rows, (row) => rowHidden === true || hiddenRows?.value[row]?.rowHidden === true).map((row) => top + row),
      hiddenColumns: numbers(columns, (column) => columnHidden === true || hiddenColumns?.value[column]?.columnHidden === true).map(
        (column) => left + column,
      ),
    };
  });
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
