// The files that slips come in: lists and pictures, in folders and ZIP files of them.
import { basename, join } from "node:path";
import { isHidden, isPicture, isZip } from "../sheets/returns/slip-files";
import { readBook, type ReadOptions } from "../xlsx/read-book";
import { unzipFiles } from "../xlsx/zip-files";
import { bytesOf, type DiskIncoming } from "./disk-files";
import { type Machine, readingError } from "./machine";

const listName = /\.(?:csv|txt|xlsx|xls)$/i;
const isWanted = (name: string) => listName.test(name) || isPicture(name);

/**
 * The files that were named, folders and ZIP files opened in the order of names.
 * @throws WorkbookError naming what cannot be read, or a ZIP that is too large
 */
export async function slipFiles(machine: Machine, paths: readonly string[], options: ReadOptions): Promise<readonly DiskIncoming[]> {
  const found: DiskIncoming[] = [];
  for (const path of paths) {
    try {
      const isFolder = (await machine.stat(path)).isDirectory();
      const names = isFolder ? await filesUnder(machine, path, "") : [basename(path)];
      for (const name of names) {
        const own = isFolder ? join(path, name) : path;
        found.push(...(isZip(name) ? await inZip(machine, own, name, options) : [one(machine, own, name, options)]));
      }
    } catch (error) {
      throw readingError(error, path);
    }
  }
  return found;
}

function one(machine: Machine, path: string, name: string, options: ReadOptions): DiskIncoming {
  const bytes = () => bytesOf(machine, path);
  return { name, path, bytes, read: async () => (await readBook(await bytes(), basename(name), options)).grids };
}

async function filesUnder(machine: Machine, folder: string, below: string): Promise<string[]> {
  const entries = await machine.readdir(join(folder, below), { withFileTypes: true });
  const names: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    if (isHidden(entry.name)) continue;
    if (entry.isDirectory()) names.push(...(await filesUnder(machine, folder, name)));
    else if (isWanted(entry.name) || isZip(entry.name)) names.push(name);
  }
  return names;
}

async function inZip(machine: Machine, path: string, name: string, options: ReadOptions): Promise<readonly DiskIncoming[]> {
  const files = unzipFiles(await bytesOf(machine, path), name, (inner) => isWanted(inner) && !isHidden(inner));
  return [...files].map(([inner, bytes]): DiskIncoming => ({
    name: `${name}/${inner}`,
    path,
    bytes: () => Promise.resolve(bytes),
    read: async () => (await readBook(bytes, basename(inner), options)).grids,
  }));
}
