// Gets the values of sheets from hucre. A large sheet is streamed; small ones are read together, since hucre reads the workbook's texts anew each time.
import { HucreError, readXlsx, streamXlsxRows } from "hucre";
import { zipSync } from "fflate";
import type { ZipPart } from "./prescan";
import type { SheetEntry } from "./read-package";
import { unpackedParts } from "./read-part";
import type { SheetScan } from "./scan-sheet";

/** A sheet that has values, with what its scan found. */
export interface FilledSheet {
  readonly entry: SheetEntry;
  readonly scan: SheetScan;
}

/** The values of one row, as hucre gives them. */
export interface ValueRow {
  readonly index: number;
  readonly values: readonly unknown[];
}

/** Rows that come at once or one after another. */
export type ValueRows = Iterable<ValueRow> | AsyncIterable<ValueRow>;

// Read together, rows are all in memory and padded to the widest: 16 MB of XML are about 500,000 cells.
const togetherBytes = 16 << 20;

// A sheet with many formatted blank rows below its content would have them all built.
const blankRowLimit = 2000;

/** The sheets in groups that are worth reading together, in the same order. */
export function grouped(sheets: readonly FilledSheet[]): readonly (readonly FilledSheet[])[] {
  const groups: FilledSheet[][] = [];
  let bytes = 0;
  for (const sheet of sheets) {
    const size = sheet.scan.blankElements > blankRowLimit ? togetherBytes : sheet.entry.part.size;
    const last = groups.at(-1);
    if (last && bytes + size <= togetherBytes) last.push(sheet);
    else groups.push([sheet]);
    bytes = last && groups.at(-1) === last ? bytes + size : size;
  }
  return groups;
}

/** The values of each sheet of a group. */
export async function valuesOf(zip: Uint8Array, parts: readonly ZipPart[], group: readonly FilledSheet[]): Promise<readonly ValueRows[]> {
  const together = group.length > 1 ? await readTogether(zip, parts, group) : undefined;
  return together ?? group.map(({ entry, scan }) => streamXlsxRows(zip, { sheet: entry.index, maxRows: scan.rowElements }));
}

// The parts that hold values and nothing else, so that no pictures, charts or comments are unpacked along the way.
async function readTogether(
  zip: Uint8Array,
  parts: readonly ZipPart[],
  group: readonly FilledSheet[],
): Promise<readonly ValueRows[] | undefined> {
  const sheetParts = new Set(group.map(({ entry }) => entry.part));
  const needed = parts.filter(
    (part) =>
      sheetParts.has(part) ||
      /(?:^\[Content_Types\]\.xml|^_rels\/\.rels|workbook[^/]*\.xml(?:\.rels)?|(?:styles|sharedStrings)[^/]*\.xml)$/i.test(part.name),
  );
  const wanted = new Set(group.map(({ entry }) => entry.index));
  try {
    const book = await readXlsx(zipSync(unpackedParts(zip, needed), { level: 0 }), { sheets: (_, index) => wanted.has(index) });
    return book.sheets.length === group.length
      ? book.sheets.map((sheet) => [...sheet.rows.entries()].map(([index, values]) => ({ index, values })))
      : undefined;
  } catch (error) {
    // One cell far away makes a sheet too large for reading whole, and one odd sheet fails all of them; streamed, each stands for itself.
    if (error instanceof HucreError) return undefined;
    throw error;
  }
}
