// The files that schools returned: opened where a password is needed, then read as they are asked for.
import { type IncomingFile, WorkbookError } from "../../actions/workbook";
import type { Grid } from "../../sheets/grid";
import { type KnownPassword, passwordListName, passwordsFor, passwordsIn } from "../../sheets/lists/password-list";
import { isReturnedBook } from "../../sheets/returns/returned-names";
import { isZip } from "../../sheets/returns/slip-files";
import { readInWorker } from "../../xlsx/in-browser/read-in-worker";
import { readBook } from "../../xlsx/read-book";
import { sniff } from "../../xlsx/reading/sniff";
import { unzipFiles } from "../../xlsx/zip-files";
import type { ReturnedFile } from "./request";

/** The files for an action. */
export function incomingFiles(files: readonly ReturnedFile[] = []): readonly IncomingFile[] {
  return files.map((file) => ({ name: file.name, read: async () => (await read(file, file.password)).grids }));
}

/** The files with ZIP files opened; one that cannot be opened, or holds no workbook, stays and is told about as such. */
export function unpacked(files: readonly ReturnedFile[]): readonly ReturnedFile[] {
  return files.flatMap((file) => (isZip(file.name) ? inZip(file) : [file]));
}

function inZip(zip: ReturnedFile): readonly ReturnedFile[] {
  try {
    const found = [...unzipFiles(zip.bytes, zip.name, isReturnedBook)];
    return found.length === 0 ? [zip] : found.map(([name, bytes]) => ({ name, bytes }));
  } catch (error) {
    if (error instanceof WorkbookError) return [zip];
    throw error;
  }
}

/**
 * The files with their passwords taken off. A password is tried where a list of passwords, among the files or in the book, names the file or
 * its school, and those that the user typed are tried on every file.
 */
export async function unlocked(
  files: readonly ReturnedFile[],
  typed: readonly string[],
  grids: readonly Grid[],
): Promise<readonly ReturnedFile[]> {
  const lists = new Map<ReturnedFile, readonly KnownPassword[]>();
  for (const file of files) {
    const list = file.name.includes(passwordListName) ? await passwordsOf(file) : [];
    if (list.length > 0) lists.set(file, list);
  }
  const known = [...passwordsIn(grids), ...[...lists.values()].flat()];
  const opened: ReturnedFile[] = [];
  for (const file of files) {
    if (lists.has(file)) opened.push({ ...file, isPasswordList: true });
    else if (file.password !== undefined || sniff(file.bytes) !== "ole2") opened.push(file);
    else opened.push(await tried(file, [undefined, ...passwordsFor(file.name, known), ...typed]));
  }
  return opened;
}

const read = ({ name, bytes }: ReturnedFile, password: string | undefined) =>
  readBook(bytes, name, { aside: readInWorker, ...(password ? { password } : {}) });

// A list that cannot be read is a returned file like any other, and is told about as such.
async function passwordsOf(file: ReturnedFile): Promise<readonly KnownPassword[]> {
  try {
    return passwordsIn((await read(file, file.password)).grids);
  } catch (error) {
    if (error instanceof WorkbookError) return [];
    throw error;
  }
}

async function tried(file: ReturnedFile, passwords: readonly (string | undefined)[]): Promise<ReturnedFile> {
  const { name, bytes } = file;
  for (const password of passwords) {
    try {
      const { xlsxPackage } = await read(file, password);
      if (password === undefined) return { name, bytes };
      return xlsxPackage ? { name, bytes: xlsxPackage } : { name, bytes, password };
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      // Whatever else is wrong with it is said when the files are merged.
      if (error.code !== "encrypted" && error.code !== "wrong-password") return { name, bytes };
    }
  }
  return { name, bytes, isLocked: true };
}
