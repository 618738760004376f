// Reads an xlsx or xlsm workbook: each sheet in one pass over its bytes, and what lies beside it in parts of its own.
import type { Grid } from "../../sheets/grid";
import { cellLimits, checkExtent } from "./limits";
import type { ZipPart } from "./prescan";
import { byName, readPackage, relations, type SheetEntry } from "./read-package";
import { partPieces, partText } from "./read-part";
import { noStyleMarks, readStyleMarks } from "./read-styles";
import { scanSheet, type SheetScan } from "./scan-sheet";
import { readTexts } from "./scan-texts";
import { xmlAttribute, xmlTags } from "./xml-tags";

/**
 * The sheets of a workbook in the order of the tabs, or undefined when its parts are not where its relations say.
 * @param cellLimit how many cells all sheets may hold together
 * @throws WorkbookError
 */
export async function readXlsx(
  zip: Uint8Array,
  parts: readonly ZipPart[],
  cellLimit: number = cellLimits.browser,
): Promise<readonly Grid[] | undefined> {
  const book = readPackage(zip, parts);
  if (!book) return undefined;
  const context = {
    texts: book.texts ? await readTexts(partPieces(zip, book.texts), book.texts.name) : [],
    styles: book.styles ? readStyleMarks(partText(zip, book.styles)) : noStyleMarks,
    date1904: book.date1904,
    cellLimit,
  };
  const tagCount = tagCounter(zip);
  const grids: Grid[] = [];
  for (const entry of book.sheets) {
    const scan = await scanSheet(partPieces(zip, entry.part), entry.name, context);
    grids.push(gridOf(entry, scan, asideOf(zip, parts, entry, scan, tagCount)));
    checkExtent(grids, cellLimit);
  }
  return grids;
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

function gridOf(sheet: SheetEntry, scan: SheetScan, aside: Pick<Grid, "unread" | "totalRows">): Grid {
  const { rows } = scan;
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
