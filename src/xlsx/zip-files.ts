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

/**
 * The files in a ZIP that are wanted, in the order of their names.
 * @throws WorkbookError `too-large` when they unpack to more than a gigabyte, `not-readable` when it is damaged
 */
export function unzipFiles(bytes: Uint8Array, name: string, isWanted: (inner: string) => boolean): ReadonlyMap<string, Uint8Array> {
  let total = 0;
  const filter = (file: { readonly name: string; readonly originalSize: number }) => {
    if (file.name.endsWith("/") || !isWanted(file.name)) return false;
    total += file.originalSize;
    if (total > unpackedLimit) throw new WorkbookError("too-large", name, { why: "unpacked-size", count: unpackedLimit >> 20 });
    return true;
  };
  try {
    const files = unzipSync(bytes, { filter });
    return new Map(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    throw new WorkbookError("not-readable", name, { why: "damaged" }, { cause: error });
  }
}
