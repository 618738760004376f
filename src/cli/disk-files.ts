// Files on disk: what was handed over is read, what is made appears under --out all at once or not at all.
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type Files, type IncomingFile, WorkbookError } from "../actions/workbook";
import type { BookSpec } from "../sheets/spec";
import { encryptPackage } from "../xlsx/encryption/agile";
import { readBook, type ReadOptions } from "../xlsx/read-book";
import { writeBook } from "../xlsx/write-book";

interface Made {
  readonly name: string;
  /** Files are packed beside the running work; whatever goes wrong comes out when they are committed. */
  readonly bytes: Promise<Uint8Array>;
}

/** The Files port over a folder. */
export class DiskFiles implements Files {
  private readonly made: Made[] = [];
  private readonly packing: Promise<unknown>[] = [];

  constructor(
    private readonly out: string | undefined,
    readonly incoming: readonly IncomingFile[] = [],
    private readonly onMade: (count: number) => void = () => undefined,
  ) {}

  async add(name: string, book: BookSpec, { password }: { readonly password?: string } = {}): Promise<void> {
    const bytes = writeBook(book).then((zip) => (password === undefined ? zip : encryptPackage(zip, password)));
    this.made.push({ name, bytes });
    this.onMade(this.made.length);
    // What waits to be packed lies in memory unpacked: two books are enough to keep the other core busy.
    this.packing.push(bytes.catch(() => undefined));
    if (this.packing.length > 2) await this.packing.shift();
  }

  /** Takes a file that is already bytes, such as the grafted copy of the user's book. */
  addBytes(name: string, bytes: Uint8Array): void {
    this.made.push({ name, bytes: Promise.resolve(bytes) });
  }

  /**
   * Makes every file appear under the folder: all are written beside their places first, then moved there. A file that stands there
   * already is kept as `.bak`.
   * @throws WorkbookError when the folder cannot be written; nothing new is then left in it
   */
  async commit(): Promise<readonly string[]> {
    const { out } = this;
    if (out === undefined) throw new RangeError("no folder to write to");
    const staged: { readonly from: string; readonly to: string }[] = [];
    try {
      for (const { name, bytes } of this.made) {
        const to = join(out, ...name.split("/"));
        await mkdir(dirname(to), { recursive: true });
        const from = `${to}.tmp`;
        staged.push({ from, to });
        await writeFile(from, await bytes);
      }
      for (const { from, to } of staged) await replace(from, to);
    } catch (error) {
      await Promise.all(staged.map(({ from }) => rm(from, { force: true }).catch(() => undefined)));
      throw worldError(error, out);
    }
    return staged.map(({ to }) => to);
  }
}

async function replace(from: string, to: string): Promise<void> {
  if (await exists(to)) await rename(to, `${to}.bak`);
  await rename(from, to);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The folder of the centre's own papers; nothing in it is for a school. */
export const centreFolder = "中心留存";

/** The same files, what is added standing in a folder of its own; the centre's own papers keep theirs. */
export function inFolder(files: Files, folder: string): Files {
  return {
    incoming: files.incoming,
    add: (name, book, options) => files.add(name.startsWith(`${centreFolder}/`) ? name : `${folder}/${name}`, book, options),
  };
}

/** Whether a folder can be written to, found out before any work is done; the folder is made when it is missing. */
export async function assureFolder(out: string): Promise<void> {
  try {
    await mkdir(out, { recursive: true });
    const probe = join(out, `.write-${process.pid}.tmp`);
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    throw worldError(error, out);
  }
}

/** The bytes of a file. */
export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw worldError(error, path);
  }
}

/** The files that were named, folders opened (their workbooks in name order), hidden and lock files left out. */
export async function incomingFiles(paths: readonly string[], options: ReadOptions): Promise<readonly IncomingFile[]> {
  const found: IncomingFile[] = [];
  for (const path of paths) {
    const info = await stat(path).catch((error: unknown) => {
      throw worldError(error, path);
    });
    const names = info.isDirectory() ? await workbooksUnder(path) : [path];
    found.push(...names.map((name) => incomingFile(name, info.isDirectory() ? path : dirname(path), options)));
  }
  return found;
}

function incomingFile(path: string, base: string, options: ReadOptions): IncomingFile {
  const name =
    resolve(path)
      .slice(resolve(base).length + 1)
      .replaceAll("\\", "/") || basename(path);
  return {
    name,
    read: async () => (await readBook(await bytesOf(path), basename(path), options)).grids,
  };
}

const workbookName = /\.(?:xlsx|xlsm|xls|xlsb|et|ett|ods|csv|txt|html?|xml)$/i;

async function workbooksUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || entry.name.startsWith("~$")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) paths.push(...(await workbooksUnder(path)));
    else if (workbookName.test(entry.name)) paths.push(path);
  }
  return paths;
}

/** A refusal of the file system as a refusal of the world; anything else is passed on as it is. */
export function worldError(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return new WorkbookError("not-found", path);
  if (code === "EISDIR") return new WorkbookError("not-readable", path);
  if (code === "EBUSY" || code === "ETXTBSY") return new WorkbookError("locked", path);
  if (typeof code === "string" && /^E(?:ACCES|PERM|ROFS|NOTDIR|EXIST|NOSPC|NAMETOOLONG|INVAL)$/.test(code))
    return new WorkbookError("not-writable", path);
  return error;
}
