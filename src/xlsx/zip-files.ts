// Several files as one ZIP, so that one click saves them all; and the files in one that was handed in.
import { unzipSync, zipSync } from "fflate";
import { WorkbookError } from "../actions/workbook";

// The earliest day a ZIP can name: the same files always make the same bytes.
const stamp = "1980-01-01T00:00:00";

/** The ZIP of these files in their order; names may have folders separated by `/`. Workbooks are packed already and are stored as they are. */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 0, mtime: stamp });
}

/** What a ZIP may hold unpacked: the scans of a county. */
const unpackedLimit = 1 << 30;

const utf8 = new TextDecoder("utf-8", { fatal: true });
const gbk = new TextDecoder("gbk");

/**
 * A name in a ZIP as its maker wrote it: programs of Chinese Windows write it in GBK and do not say so, and then it is handed over byte by byte.
 * @example zipName("\u00d3\u00c0\u00b7\u00e1.xlsx") // "永丰.xlsx"
 */
export function zipName(name: string): string {
  const codes = Array.from(name, (character) => character.codePointAt(0) ?? 0);
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name;
  const bytes = Uint8Array.from(codes);
  try {
    return utf8.decode(bytes);
  } catch {
    return gbk.decode(bytes);
  }
}

/**
 * The files in a ZIP that are wanted, in the order of their names.
 * @throws WorkbookError `too-large` when they unpack to more than a gigabyte, `not-readable` when it is damaged
 */
export function unzipFiles(bytes: Uint8Array, name: string, isWanted: (inner: string) => boolean): ReadonlyMap<string, Uint8Array> {
  let total = 0;
  const filter = (file: { readonly name: string; readonly originalSize: number }) => {
    if (file.name.endsWith("/") || !isWanted(zipName(file.name))) return false;
    total += file.originalSize;
    if (total > unpackedLimit) throw new WorkbookError("too-large", name, { why: "unpacked-size", count: unpackedLimit >> 20 });
    return true;
  };
  try {
    const files = unzipSync(bytes, { filter });
    const named = Object.entries(files).map(([own, content]) => [zipName(own), content] as const);
    return new Map(named.sort(([a], [b]) => (a < b ? -1 : 1)));
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    throw new WorkbookError("not-readable", name, { why: "damaged" }, { cause: error });
  }
}
