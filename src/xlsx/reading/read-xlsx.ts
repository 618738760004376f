// Reads an xlsx or xlsm workbook: hucre streams the values, one scan of each sheet adds what the stream does not tell.
import { HucreError } from "hucre";
import { WorkbookError } from "../../actions/workbook";
import { cellText, type CellValue, type Grid } from "../../sheets/grid";
import { markedCell, streamedCell, trimmedRow } from "./cells";
import { bookLimits, checkExtent } from "./limits";
import type { CellMark } from "./mark-cells";
import { prescanZip, type ZipPart } from "./prescan";
import { ZipPackage } from "../package/zip-package";
import { byName, readPackage, relations, type SheetEntry } from "./read-package";
import { partPieces, partText } from "./read-part";
import { noStyleMarks, readStyleMarks } from "./read-styles";
import { scanSheet, type SheetScan } from "./scan-sheet";
import { grouped, valuesOf, type ValueRows } from "./sheet-values";
import { xmlAttribute, xmlTags } from "./xml-tags";

/**
 * The sheets of a workbook in the order of the tabs, or undefined when its parts are named in a way that hucre does not follow.
 * @throws WorkbookError
 */
export async function readXlsx(zip: Uint8Array, parts: readonly ZipPart[]): Promise<readonly Grid[] | undefined> {
  const book = readPackage(zip, parts);
  if (!book) return undefined;
  if (book.properName) {
    const plain = await ZipPackage.open(zip).bytes(book.properName);
    return readXlsx(plain, prescanZip(plain, "package"));
  }
  const styles = book.styles ? readStyleMarks(partText(zip, book.styles)) : noStyleMarks;
  const sheets = book.sheets.map((entry) => ({ entry, scan: scanSheet(partPieces(zip, entry.part), entry.name, styles) }));
  checkTexts(zip, parts);
  const rows = new Map<SheetEntry, CellValue[][]>();
  for (const group of grouped(sheets.filter(({ scan }) => scan.rowElements > 0))) {
    const values = await valuesOf(zip, parts, group).catch((error: unknown) => failed(error, group[0]?.entry.name ?? ""));
    for (const [at, { entry, scan }] of group.entries()) rows.set(entry, await readRows(values[at] ?? [], entry.name, scan, book.date1904));
    checkExtent([...rows].map(([entry, read]) => ({ name: entry.name, rows: read })));
  }
  const tagCount = tagCounter(zip);
  return sheets.map(({ entry, scan }) => gridOf(entry, scan, rows.get(entry) ?? [], asideOf(zip, parts, entry, scan, tagCount)));
}

// hucre makes an object of every shared text, so that many tiny ones are counted before.
function checkTexts(zip: Uint8Array, parts: readonly ZipPart[]): void {
  for (const part of parts.filter(({ name, size }) => /sharedstrings/i.test(name) && size > 4 * bookLimits.texts)) {
    let count = 0;
    for (const piece of partPieces(zip, part)) {
      for (let at = piece.indexOf(0x3c); at >= 0; at = piece.indexOf(0x3c, at + 1)) if (piece[at + 1] === 0x73) count++;
      if (count > bookLimits.texts) throw new WorkbookError("too-large", "", { why: "texts", count: bookLimits.texts });
    }
  }
}

type TagCounter = (part: ZipPart, tag: string) => number;

// Any number of relations may lead to one part; it is unpacked once.
function tagCounter(zip: Uint8Array): TagCounter {
  const known = new Map<ZipPart, number>();
  return (part, tag) => {
    const count = known.get(part) ?? [...xmlTags(partText(zip, part), tag)].length;
    known.set(part, count);
    return count;
  };
}

async function readRows(source: ValueRows, name: string, scan: SheetScan, date1904: boolean): Promise<CellValue[][]> {
  const rows: CellValue[][] = [];
  try {
    for await (const { index, values } of source) {
      const row = withinLimits(rowOf(values, scan.marks.get(index) ?? [], date1904), index, name);
      if (row.length === 0) continue;
      while (rows.length < index) rows.push([]);
      rows[index] = row;
    }
  } catch (error) {
    failed(error, name);
  }
  return rows;
}

function rowOf(values: readonly unknown[], marks: readonly CellMark[], date1904: boolean): CellValue[] {
  const row = values.map((value) => streamedCell(value, date1904));
  for (const { column, is } of marks) row[column] = markedCell(row[column] ?? null, is, date1904);
  return trimmedRow(row);
}

// Blanks typed far below or far to the right are no content; anything else there is.
function withinLimits(row: CellValue[], index: number, name: string): CellValue[] {
  if (index < bookLimits.rows && row.length <= bookLimits.columns) return row;
  const beyond = index < bookLimits.rows ? row.splice(bookLimits.columns) : row.splice(0);
  if (beyond.some((value) => cellText(value) !== "")) {
    const isLow = index >= bookLimits.rows;
    throw new WorkbookError("too-large", "", {
      why: isLow ? "rows" : "columns",
      sheet: name,
      count: bookLimits[isLow ? "rows" : "columns"],
    });
  }
  return trimmedRow(row);
}

// hucre reports damage as its own errors and, from the unpacking, as plain Error; a TypeError or RangeError would be a bug and stays one.
function failed(error: unknown, name: string): never {
  if (error instanceof HucreError || (error instanceof Error && error.name === "Error"))
    throw new WorkbookError("not-readable", "", { why: "damaged-sheet", sheet: name }, { cause: error });
  throw error;
}

function gridOf(sheet: SheetEntry, scan: SheetScan, rows: CellValue[][], aside: Pick<Grid, "unread" | "totalRows">): Grid {
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
    ...aside,
  };
}

// What lies in parts beside the sheet: what is not read, and which rows are totals by the word of a table.
function asideOf(
  zip: Uint8Array,
  parts: readonly ZipPart[],
  sheet: SheetEntry,
  scan: SheetScan,
  tagCount: TagCounter,
): Pick<Grid, "unread" | "totalRows"> {
  const named = byName(parts);
  const links = relations(zip, named, sheet.part.name);
  const targets = (type: string): readonly ZipPart[] => [
    ...new Set(links.filter((link) => link.type === type).flatMap(({ target }) => named.get(target.toLowerCase()) ?? [])),
  ];
  const count = (type: string, tag: string): number => targets(type).reduce((total, part) => total + tagCount(part, tag), 0);
  const totalRows = [...scan.subtotals, ...targets("table").flatMap((part) => tableTotals(partText(zip, part)))];
  const comments = count("comments", "comment");
  const pictures = count("drawing", "pic");
  const unread = {
    ...(comments ? { comments } : {}),
    ...(pictures ? { pictures } : {}),
    ...(scan.struckOut ? { struckOut: scan.struckOut } : {}),
  };
  return { ...(totalRows.length > 0 ? { totalRows } : {}), ...(Object.keys(unread).length > 0 ? { unread } : {}) };
}

// The last rows of a table's area, counted from 0, when it has a totals row (ECMA-376-1, 18.5.1.2).
function tableTotals(xml: string): readonly number[] {
  for (const { attributes } of xmlTags(xml, "table")) {
    const count = Math.min(Number(xmlAttribute(attributes, "totalsRowCount") ?? 0) || 0, 9);
    const bottom = Number(/:\$?[A-Z]{1,3}\$?(\d{1,7})$/.exec(xmlAttribute(attributes, "ref") ?? "")?.[1] ?? 0);
    return Array.from({ length: bottom > count ? count : 0 }, (_, at) => bottom - 1 - at);
  }
  return [];
}
