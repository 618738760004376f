// Reads an xlsx or xlsm workbook: hucre streams the values, one scan of each sheet adds what the stream does not tell.
import { HucreError, streamXlsxRows } from "hucre";
import { WorkbookError } from "../actions/workbook";
import { cellText, type CellValue, type Grid } from "../sheets/grid";
import { markedCell, streamedCell, trimmedRow } from "./cells";
import { bookLimits, checkExtent } from "./limits";
import type { ZipPart } from "./prescan";
import { readPackage, relations, type BookPackage, type SheetEntry } from "./read-package";
import { partPieces, partText } from "./read-part";
import { noStyleMarks, readStyleMarks } from "./read-styles";
import { scanSheet, type SheetScan } from "./scan-sheet";
import { xmlTags } from "./xml-tags";

/**
 * The sheets of a workbook in the order of the tabs, or undefined when its parts are named in a way that hucre does not follow.
 * @throws WorkbookError
 */
export async function readXlsx(zip: Uint8Array, parts: readonly ZipPart[]): Promise<readonly Grid[] | undefined> {
  const book = readPackage(zip, parts);
  if (!book) return undefined;
  const styles = book.styles ? readStyleMarks(partText(zip, book.styles)) : noStyleMarks;
  const grids: Grid[] = [];
  for (const sheet of book.sheets) {
    const scan = scanSheet(partPieces(zip, sheet.part), sheet.name, styles);
    const rows = scan.rowElements === 0 ? [] : await readRows(zip, book, sheet, scan);
    grids.push(gridOf(sheet, scan, rows, unreadOf(zip, parts, sheet, scan)));
    checkExtent(grids);
  }
  return grids;
}

async function readRows(zip: Uint8Array, book: BookPackage, sheet: SheetEntry, scan: SheetScan): Promise<CellValue[][]> {
  const rows: CellValue[][] = [];
  try {
    for await (const { index, values } of streamXlsxRows(zip, { sheet: sheet.index, maxRows: scan.rowElements })) {
      const marks = scan.marks.get(index);
      const row = values.map((value) => streamedCell(value, book.date1904));
      for (const { column, is } of marks ?? []) row[column] = markedCell(row[column] ?? null, is, book.date1904);
      trimmedRow(row);
      if (row.length === 0) continue;
      if (index >= bookLimits.rows || row.length > bookLimits.columns) {
        if (row.every((value) => cellText(value) === "")) continue;
        if (index >= bookLimits.rows) throw new WorkbookError("too-large", `${sheet.name}: row ${index + 1}`);
        if (row.slice(bookLimits.columns).some((value) => cellText(value) !== ""))
          throw new WorkbookError("too-large", `${sheet.name}: column ${row.length}`);
        row.length = bookLimits.columns;
        trimmedRow(row);
      }
      while (rows.length < index) rows.push([]);
      rows[index] = row;
    }
  } catch (error) {
    throw asWorkbookError(error, sheet.name);
  }
  return rows;
}

// hucre reports damage as its own errors and, from the unpacking, as plain Error; a TypeError or RangeError would be a bug and stays one.
function asWorkbookError(error: unknown, name: string): unknown {
  if (error instanceof HucreError || (error instanceof Error && error.constructor === Error))
    return new WorkbookError("not-readable", `${name}: ${error.message}`);
  return error;
}

function gridOf(sheet: SheetEntry, scan: SheetScan, rows: CellValue[][], unread: Grid["unread"]): Grid {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    rows,
    merges: scan.merges,
    hiddenRows: scan.hiddenRows.filter((row) => row < rows.length),
    hiddenColumns: Array.from({ length: width }, (_, column) => column).filter((column) =>
      scan.hiddenColumns.some(([from, to]) => from <= column && column <= to),
    ),
    ...(sheet.ownTab === undefined ? {} : { ownTab: sheet.ownTab }),
    ...(unread ? { unread } : {}),
  };
}

function unreadOf(zip: Uint8Array, parts: readonly ZipPart[], sheet: SheetEntry, scan: SheetScan): Grid["unread"] {
  const named = new Map(parts.map((part) => [part.name, part]));
  const count = (type: string, tag: string): number =>
    relations(zip, named, sheet.part.name)
      .filter((relation) => relation.type === type)
      .flatMap((relation) => named.get(relation.target) ?? [])
      .reduce((total, part) => total + [...xmlTags(partText(zip, part), tag)].length, 0);
  const comments = count("comments", "comment");
  const pictures = count("drawing", "pic");
  if (comments + pictures + scan.struckOut === 0) return undefined;
  return { ...(comments ? { comments } : {}), ...(pictures ? { pictures } : {}), ...(scan.struckOut ? { struckOut: scan.struckOut } : {}) };
}
