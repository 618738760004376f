// The one way in for files: finds out what the bytes are, opens an encrypted one, and hands back every sheet as a Grid.
import { zipSync } from "fflate";
import { WorkbookError } from "../actions/workbook";
import type { Grid } from "../sheets/grid";
import { defaultPassword } from "./encryption/default-password";
import { checkExtent } from "./reading/limits";
import { partText, unpackedParts } from "./reading/read-part";
import { isZip64, prescanZip, unpackedLimits, type ZipPart } from "./reading/prescan";
import { ZipPackage } from "./package/zip-package";
import { readText } from "./reading/read-text";
import { readXlsx } from "./reading/read-xlsx";
import { documentOfBytes, type DocumentKind, documentOfParts } from "./reading/sniff-document";
import { sniff, sniffOle, sniffPackage, type BookFormat } from "./reading/sniff";

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

/** What is needed besides the bytes. */
export interface ReadOptions {
  readonly password?: string;
  /** How many cells all sheets may hold together; as many as a browser has room for, unless told otherwise. */
  readonly cellLimit?: number;
  /** Reads, in a place where it can be stopped, what foreign engines read; without it they read here. */
  readonly aside?: (request: ReadRequest) => Promise<BookReading>;
}

/**
 * Every sheet of a file; `name` is the file's name as the user knows it.
 * @throws WorkbookError
 */
export async function readBook(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<BookReading> {
  if (isOwnerFile(name, bytes)) throw new WorkbookError("locked", name);
  const { aside, cellLimit, password } = options;
  try {
    const ours = await readOurs(bytes, name, cellLimit);
    const others = aside ? (request: ReadRequest) => aside(request) : readOthers;
    const reading = ours ?? (await others({ bytes, name, ...(password === undefined ? {} : { password }) }));
    checkExtent(reading.grids, cellLimit);
    return reading;
  } catch (error) {
    // What lies deeper knows its part, not the file's name, which people look for.
    throw WorkbookError.about(name, error);
  }
}

function unknownFormat(name: string, document: DocumentKind | undefined): WorkbookError {
  return new WorkbookError("unknown-format", name, document && { why: document });
}

// Excel, WPS and LibreOffice put a tiny file beside a workbook that is open, which says who has it; it is no workbook itself.
function isOwnerFile(name: string, bytes: Uint8Array): boolean {
  return bytes.length < 1024 && /(?:^|[\\/])(?:~\$|\.~)[^\\/]*$/.test(name);
}

// What our own readers read: text, and xlsx whose parts are laid out as usual.
async function readOurs(bytes: Uint8Array, name: string, cellLimit?: number): Promise<BookReading | undefined> {
  const wrapping = sniff(bytes);
  if (wrapping === "empty") throw new WorkbookError("empty-file", name);
  if (wrapping === "unknown") throw unknownFormat(name, documentOfBytes(bytes));
  if (wrapping === "text") return { format: "text", grids: [readText(bytes, name)] };
  return wrapping === "zip" ? readOurZip(bytes, name, cellLimit) : undefined;
}

async function readOthers({ bytes, name, password }: ReadRequest): Promise<BookReading> {
  const wrapping = sniff(bytes);
  if (wrapping === "zip") return readOtherZip(bytes, name);
  if (wrapping === "ole2") return readOle(bytes, name, password);
  if (wrapping === "fods") return { format: "ods", grids: await (await foreign()).readFlatOds(bytes, name) };
  const format = wrapping as "xls" | "html" | "xml2003";
  return { format, grids: await (await foreign()).readForeign(bytes, name, format) };
}

async function readOle(bytes: Uint8Array, name: string, password: string | undefined): Promise<BookReading> {
  const content = sniffOle(bytes);
  if (content === undefined) throw new WorkbookError("not-readable", name, { why: "damaged" });
  if (content.kind === "other") throw unknownFormat(name, content.document);
  if (content.kind === "xls") return { format: "xls", grids: await (await foreign()).readForeign(content.records, name, "xls", password) };
  const zip = await (password === undefined || password === "" ? decryptedByDefault(bytes, name) : decrypted(bytes, password));
  return (await readOurZip(zip, name)) ?? readOtherZip(zip, name);
}

// The ciphers are loaded with the first file that needs them.
const decrypted = async (bytes: Uint8Array, password: string) => (await import("./encryption/agile")).decryptPackage(bytes, password);

// What reads the other formats is large and seldom needed.
const foreign = () => import("./reading/foreign");

// Excel encrypts books whose structure is protected with a password that everybody knows, and asks nobody for it ([MS-OFFCRYPTO] 2.3.4).
async function decryptedByDefault(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  try {
    return await decrypted(bytes, defaultPassword);
  } catch (error) {
    throw error instanceof WorkbookError ? new WorkbookError("encrypted", name) : error;
  }
}

async function readOurZip(given: Uint8Array, name: string, cellLimit?: number): Promise<BookReading | undefined> {
  // The engines know plain ZIPs only, with folders as the standard writes them; the same parts, packed as they are, go into one.
  const isOdd = prescanZip(given, name).some((part) => part.name.includes("\\")) || isZip64(given);
  const zip = isOdd ? await ZipPackage.open(given).bytes((part) => part.replaceAll("\\", "/")) : given;
  const parts = prescanZip(zip, name);
  const format = formatOf(zip, parts, name);
  const grids = format === "xlsx" || format === "xlsm" ? await readXlsx(zip, parts, cellLimit) : undefined;
  return grids && { format, grids, xlsxPackage: zip };
}

async function readOtherZip(zip: Uint8Array, name: string): Promise<BookReading> {
  const parts = prescanZip(zip, name, unpackedLimits);
  const format = formatOf(zip, parts, name);
  return {
    format,
    grids:
      format === "ods"
        ? await (await foreign()).readOds(zip, name, parts)
        : await (await foreign()).readForeign(plainPackage(zip, parts), name, format),
  };
}

function formatOf(zip: Uint8Array, parts: readonly ZipPart[], name: string): BookFormat {
  const mimetype = () =>
    parts
      .filter((part) => part.name === "mimetype")
      .map((part) => partText(zip, part))
      .join("");
  const format = sniffPackage(parts, mimetype);
  if (!format) throw unknownFormat(name, documentOfParts(parts.map((part) => part.name)));
  return format;
}

// SheetJS never ends on some damaged ZIPs, so it gets one that was unpacked and checked before; pictures and macros are left out.
function plainPackage(zip: Uint8Array, parts: readonly ZipPart[]): Uint8Array {
  const needed = parts.filter((part) => /\.(?:xml|rels|bin)$/i.test(part.name) && !/vbaproject/i.test(part.name));
  return zipSync(unpackedParts(zip, needed), { level: 0 });
}
