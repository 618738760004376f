// The one way in for files: finds out what the bytes are, opens an encrypted one, and hands back every sheet as a Grid.
import { zipSync } from "fflate";
import { WorkbookError } from "../actions/workbook";
import type { Grid } from "../sheets/grid";
import { decryptPackage } from "./encryption/agile";
import { checkExtent } from "./reading/limits";
import { partText, unpackedParts } from "./reading/read-part";
import { isZip64, prescanZip, unpackedLimits, type ZipPart } from "./reading/prescan";
import { ZipPackage } from "./package/zip-package";
import { defaultPassword, readForeign } from "./reading/read-foreign";
import { readOds } from "./reading/read-ods";
import { readText } from "./reading/read-text";
import { readXlsx } from "./reading/read-xlsx";
import { sniff, sniffOle, sniffPackage, type BookFormat } from "./reading/sniff";

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
  if (isOwnerFile(name, bytes)) throw new WorkbookError("locked", name);
  const reading = await readWrapped(bytes, name, options.password);
  checkExtent(reading.grids);
  return reading;
}

// Excel, WPS and LibreOffice put a tiny file beside a workbook that is open, which says who has it; it is no workbook itself.
function isOwnerFile(name: string, bytes: Uint8Array): boolean {
  return bytes.length < 1024 && /(?:^|[\\/])(?:~\$|\.~)[^\\/]*$/.test(name);
}

async function readWrapped(bytes: Uint8Array, name: string, password: string | undefined): Promise<BookReading> {
  const wrapping = sniff(bytes);
  if (wrapping === "empty") throw new WorkbookError("empty-file", name);
  if (wrapping === "unknown") throw new WorkbookError("unknown-format", name);
  if (wrapping === "zip") return readZip(bytes, name);
  if (wrapping === "ole2") return readOle(bytes, name, password);
  if (wrapping === "text") return { format: "text", grids: [readText(bytes, name)] };
  return { format: wrapping, grids: await readForeign(bytes, name, wrapping) };
}

async function readOle(bytes: Uint8Array, name: string, password: string | undefined): Promise<BookReading> {
  const content = sniffOle(bytes);
  if (content === undefined) throw new WorkbookError("not-readable", name);
  if (content.kind === "other") throw new WorkbookError("unknown-format", name);
  if (content.kind === "xls") return { format: "xls", grids: await readForeign(content.records, name, "xls", password) };
  if (password === undefined || password === "") return readZip(decryptedByDefault(bytes, name), name);
  return readZip(decrypted(bytes, name, password), name);
}

// Excel encrypts books whose structure is protected with a password that everybody knows, and asks nobody for it ([MS-OFFCRYPTO] 2.3.4).
function decryptedByDefault(bytes: Uint8Array, name: string): Uint8Array {
  try {
    return decryptPackage(bytes, defaultPassword);
  } catch (error) {
    throw error instanceof WorkbookError ? new WorkbookError("encrypted", name) : error;
  }
}

// Decryption does not know the file's name, which people look for; its own detail follows behind a colon.
function decrypted(bytes: Uint8Array, name: string, password: string): Uint8Array {
  try {
    return decryptPackage(bytes, password);
  } catch (error) {
    throw error instanceof WorkbookError ? new WorkbookError(error.code, `${name}: ${error.detail}`) : error;
  }
}

async function readZip(given: Uint8Array, name: string): Promise<BookReading> {
  // The engines know plain ZIPs only, with folders as the standard writes them; the same parts, packed as they are, go into one.
  const isOdd = prescanZip(given, name).some((part) => part.name.includes("\\")) || isZip64(given);
  const zip = isOdd ? await ZipPackage.open(given).bytes((part) => part.replaceAll("\\", "/")) : given;
  const parts = prescanZip(zip, name);
  const format = sniffPackage(parts, () =>
    parts
      .filter((part) => part.name === "mimetype")
      .map((part) => partText(zip, part))
      .join(""),
  );
  if (!format) throw new WorkbookError("unknown-format", name);
  if (format === "xlsx" || format === "xlsm") {
    const grids = await readXlsx(zip, parts);
    if (grids) return { format, grids, xlsxPackage: zip };
  }
  prescanZip(zip, name, unpackedLimits);
  return { format, grids: format === "ods" ? await readOds(zip, name, parts) : await readForeign(plainPackage(zip, parts), name, format) };
}

// SheetJS never ends on some damaged ZIPs, so it gets one that was unpacked and checked before; pictures and macros are left out.
function plainPackage(zip: Uint8Array, parts: readonly ZipPart[]): Uint8Array {
  const needed = parts.filter((part) => /\.(?:xml|rels|bin)$/i.test(part.name) && !/vbaproject/i.test(part.name));
  return zipSync(unpackedParts(zip, needed), { level: 0 });
}
