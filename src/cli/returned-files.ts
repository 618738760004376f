// What schools returned, on disk: files, folders and ZIP files of them, opened with the passwords that the centre has listed.
import { basename, dirname, join, resolve } from "node:path";
import { WorkbookError } from "../actions/workbook";
import type { Grid } from "../sheets/grid";
import { type KnownPassword, passwordListName, passwordsFor, passwordsIn } from "../sheets/lists/password-list";
import { isReturnedBook, isWorkbook } from "../sheets/returns/returned-names";
import { isZip } from "../sheets/returns/slip-files";
import { readBook, type ReadOptions } from "../xlsx/read-book";
import { bytesOf, type DiskIncoming } from "./disk-files";
import { type Machine, readingError } from "./machine";
import type { ReadAhead } from "./read-ahead";

/**
 * The files that were named, folders and ZIP files opened (their workbooks in name order), hidden and lock files left out. The centre's list
 * of passwords among them is none of them: it opens the others.
 */
export async function incomingFiles(
  machine: Machine,
  paths: readonly string[],
  options: ReadOptions,
  ahead?: ReadAhead,
): Promise<readonly DiskIncoming[]> {
  const known: KnownPassword[] = [];
  const reader: Reader = { machine, options, known };
  const found: DiskIncoming[] = [];
  for (const path of paths) {
    try {
      const isFolder = (await machine.stat(path)).isDirectory();
      const names = isFolder ? await workbooksUnder(machine, path) : [path];
      for (const name of names) found.push(...(await opened(reader, name, isFolder ? path : dirname(path))));
    } catch (error) {
      throw readingError(error, path);
    }
  }
  const lists = new Set<DiskIncoming>();
  for (const file of found) {
    const passwords = file.name.includes(passwordListName) ? await passwordsOf(file) : [];
    if (passwords.length > 0) lists.add(file);
    known.push(...passwords);
  }
  const files = found.filter((file) => !lists.has(file));
  return ahead ? begun(files, reader, ahead) : files;
}

/** As many are under way at once as keep the thread busy without holding a county's lists in memory. */
const underWay = 3;

/** The same files, the first of them being read already, and with each that is asked for a further one. */
function begun(files: readonly DiskIncoming[], { machine, options }: Reader, { read, help, end }: ReadAhead): readonly DiskIncoming[] {
  const rest = files.entries();
  const known = new Map<DiskIncoming, Promise<readonly Grid[] | undefined>>();
  const ready = new Set<DiskIncoming>();
  const begin = () => {
    for (const [, file] of rest) {
      if (isZip(file.path)) continue;
      const question = async () => ({
        bytes: new Uint8Array(await machine.readFile(file.path)),
        name: basename(file.name),
        cellLimit: options.cellLimit,
      });
      // What cannot be read is read again in its turn, where it is said why.
      const grids = question().then(
        (asked) => read(asked, () => file.read()),
        () => undefined,
      );
      known.set(file, grids);
      void grids.then(() => ready.add(file));
      return;
    }
    if (known.size === 0) end();
  };
  for (let count = 0; count < underWay; count++) begin();
  return files.map((file) => ({
    ...file,
    read: async () => {
      await help(() => known.has(file) && !ready.has(file));
      const grids = await known.get(file);
      known.delete(file);
      ready.delete(file);
      begin();
      return grids ?? file.read();
    },
  }));
}

interface Reader {
  readonly machine: Machine;
  readonly options: ReadOptions;
  /** The passwords of lists, once they have been read. */
  readonly known: readonly KnownPassword[];
}

// A list that cannot be read is a returned file like any other, and is told about as such.
async function passwordsOf(file: DiskIncoming): Promise<readonly KnownPassword[]> {
  try {
    return passwordsIn(await file.read());
  } catch (error) {
    if (error instanceof WorkbookError) return [];
    throw error;
  }
}

/** A file, or those in it; a ZIP file that cannot be opened, or holds no workbook, is told about as such. */
async function opened(reader: Reader, path: string, base: string): Promise<readonly DiskIncoming[]> {
  const name =
    resolve(path)
      .slice(resolve(base).length + 1)
      .replaceAll("\\", "/") || basename(path);
  const whole: DiskIncoming = { name, path, read: async () => gridsOf(reader, name, await bytesOf(reader.machine, path)) };
  if (!isZip(name)) return [whole];
  // Few counties send one, and the engine for it takes as long to load as a workbook to read.
  const { unzipFiles } = await import("../xlsx/zip-files");
  try {
    const inner = unzipFiles(await bytesOf(reader.machine, path), name, isReturnedBook);
    const files = [...inner].map(([own, bytes]): DiskIncoming => ({ name: own, path, read: () => gridsOf(reader, own, bytes) }));
    return files.length === 0 ? [whole] : files;
  } catch (error) {
    if (error instanceof WorkbookError && error.code === "not-readable") return [whole];
    throw error;
  }
}

const isLocked = (error: unknown) => error instanceof WorkbookError && (error.code === "encrypted" || error.code === "wrong-password");

// The password of the command first, then those of the file or its school; when none opens it, the first refusal stands.
async function gridsOf({ options, known }: Reader, name: string, bytes: Uint8Array): Promise<readonly Grid[]> {
  try {
    return (await readBook(bytes, basename(name), options)).grids;
  } catch (refusal) {
    if (!isLocked(refusal)) throw refusal;
    for (const password of passwordsFor(name, known)) {
      try {
        return (await readBook(bytes, basename(name), { ...options, password })).grids;
      } catch (error) {
        if (!isLocked(error)) throw error;
      }
    }
    throw refusal;
  }
}

async function workbooksUnder(machine: Machine, folder: string): Promise<string[]> {
  const entries = await machine.readdir(folder, { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || entry.name.startsWith("~$")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) paths.push(...(await workbooksUnder(machine, path)));
    else if (isWorkbook(entry.name) || isZip(entry.name)) paths.push(path);
  }
  return paths;
}
