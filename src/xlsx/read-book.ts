// The one way in for files: finds out what the bytes are, opens an encrypted one, and hands back every sheet as a Grid.
import { WorkbookError } from "../actions/workbook";
import { checkExtent } from "./reading/limits";
import { type BookReading, readOurZip, type ReadRequest, unknownFormat } from "./reading/read-zip";
import { documentOfBytes } from "./reading/sniff-document";
import { sniff } from "./reading/sniff";

export type { BookReading, ReadRequest } from "./reading/read-zip";

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
    const others = aside ? (request: ReadRequest) => aside(request) : async (request: ReadRequest) => (await seldom()).readOthers(request);
    const reading = ours ?? (await others({ bytes, name, ...(password === undefined ? {} : { password }) }));
    checkExtent(reading.grids, cellLimit);
    return reading;
  } catch (error) {
    // What lies deeper knows its part, not the file's name, which people look for.
    throw WorkbookError.about(name, error);
  }
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
  if (wrapping === "text") return { format: "text", grids: [(await import("./reading/read-text")).readText(bytes, name)] };
  return wrapping === "zip" ? readOurZip(bytes, name, cellLimit) : undefined;
}

// What reads the other formats is large and seldom needed.
const seldom = () => import("./reading/read-others");
