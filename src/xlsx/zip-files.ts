// Several files as one ZIP, so that one click saves them all.
import { zipSync } from "fflate";

// The earliest day a ZIP can name: the same files always make the same bytes.
const stamp = "1980-01-01T00:00:00";

/** The ZIP of these files in their order; names may have folders separated by `/`. Workbooks are packed already and are stored as they are. */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 0, mtime: stamp });
}
