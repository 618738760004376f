// A ZIP that should be a workbook: what kind it is, and its sheets where it is an xlsx whose parts are laid out as usual.
import { WorkbookError } from "../../actions/workbook";
import type { Grid } from "../../sheets/grid";
import { ZipPackage } from "../package/zip-package";
import { isZip64, prescanZip, type ZipPart } from "./prescan";
import { partText } from "./read-part";
import { readXlsx } from "./read-xlsx";
import { type DocumentKind, documentOfParts } from "./sniff-document";
import { sniffPackage, type BookFormat } from "./sniff";

/** A file as read. */
export interface BookReading {
  readonly format: BookFormat;
  readonly grids: readonly Grid[];
  /** The plain ZIP of an xlsx or xlsm, after decryption: what new sheets are grafted onto. Absent when its parts are laid out unusually. */
  readonly xlsxPackage?: Uint8Array;
}

/** A file to read. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly password?: string;
}

/** The refusal of a file that is no workbook, saying what it is where that is known. */
export function unknownFormat(name: string, document: DocumentKind | undefined): WorkbookError {
  return new WorkbookError("unknown-format", name, document && { why: document });
}

/**
 * The sheets of an xlsx or xlsm, or undefined where another engine must read it.
 * @throws WorkbookError
 */
export async function readOurZip(given: Uint8Array, name: string, cellLimit?: number): Promise<BookReading | undefined> {
  // The engines know plain ZIPs only, with folders as the standard writes them; the same parts, packed as they are, go into one.
  const isOdd = prescanZip(given, name).some((part) => part.name.includes("\\")) || isZip64(given);
  const zip = isOdd ? await ZipPackage.open(given).bytes((part) => part.replaceAll("\\", "/")) : given;
  const parts = prescanZip(zip, name);
  const format = formatOf(zip, parts, name);
  const grids = format === "xlsx" || format === "xlsm" ? await readXlsx(zip, parts, cellLimit) : undefined;
  return grids && { format, grids, xlsxPackage: zip };
}

/**
 * The format that the parts make.
 * @throws WorkbookError when they make no workbook
 */
export function formatOf(zip: Uint8Array, parts: readonly ZipPart[], name: string): BookFormat {
  const textOf = (wanted: string) =>
    parts
      .filter((part) => part.name.toLowerCase() === wanted)
      .map((part) => partText(zip, part))
      .join("");
  const format = sniffPackage(parts, textOf);
  if (!format) throw unknownFormat(name, documentOfParts(parts.map((part) => part.name)));
  return format;
}
