// What is neither text nor a usual xlsx: encrypted and old workbooks, web pages, OpenDocument, odd packages.
import { zipSync } from "fflate";
import { WorkbookError } from "../../actions/workbook";
import type { Grid } from "../../sheets/grid";
import { defaultPassword } from "../encryption/default-password";
import { prescanZip, unpackedLimits, type ZipPart } from "./prescan";
import { unpackedParts } from "./read-part";
import { type BookReading, formatOf, readOurZip, type ReadRequest, unknownFormat } from "./read-zip";
import { sniff } from "./sniff";
import { sniffOle } from "./sniff-ole";

/**
 * Every sheet of a file that our own readers do not read.
 * @throws WorkbookError
 */
export async function readOthers({ bytes, name, password }: ReadRequest): Promise<BookReading> {
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
  if (content.kind === "xls") return { format: "xls", grids: await readRecords(content.records, name, password) };
  const zip = await unlocked(name, password, (known) => decrypted(bytes, known));
  return (await readOurZip(zip, name)) ?? readOtherZip(zip, name);
}

// What is locked in another way than by RC4, SheetJS may open, or name.
async function readRecords(records: Uint8Array, name: string, password: string | undefined): Promise<readonly Grid[]> {
  const { decryptRecords } = await import("../encryption/old-records");
  const open = await unlocked(name, password, (known) => decryptRecords(records, known));
  return (await foreign()).readForeign(open ?? records, name, "xls", open ? undefined : password);
}

// The ciphers are loaded with the first file that needs them.
const decrypted = async (bytes: Uint8Array, password: string) => (await import("../encryption/agile")).decryptPackage(bytes, password);

// The engines are larger still than what tells their files apart.
const foreign = () => import("./foreign");

// Excel encrypts books whose structure is protected with a password that everybody knows, and asks nobody for it ([MS-OFFCRYPTO] 2.3.4).
async function unlocked<T>(name: string, password: string | undefined, unlock: (password: string) => T | Promise<T>): Promise<T> {
  if (password !== undefined && password !== "") return unlock(password);
  try {
    return await unlock(defaultPassword);
  } catch (error) {
    throw error instanceof WorkbookError ? new WorkbookError("encrypted", name) : error;
  }
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

// SheetJS never ends on some damaged ZIPs, so it gets one that was unpacked and checked before; pictures and macros are left out.
function plainPackage(zip: Uint8Array, parts: readonly ZipPart[]): Uint8Array {
  const needed = parts.filter((part) => /\.(?:xml|rels|bin)$/i.test(part.name) && !/vbaproject/i.test(part.name));
  return zipSync(unpackedParts(zip, needed), { level: 0 });
}
