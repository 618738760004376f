// Files on disk: what was handed over is read, what is made appears under --out all at once or not at all.
import { join, relative } from "node:path";
import type { Files, IncomingFile } from "../actions/workbook";
import type { BookSpec } from "../sheets/writing/spec";
import type { LetterMaker, LettersFile } from "./letter-maker";
import { identityOf, type Machine, readingError, writingError } from "./machine";
import { type Change, putTogether, settle } from "./whole-files";

interface Made {
  readonly name: string;
  /** Files are packed beside the running work; whatever goes wrong comes out when they are committed. Undefined where a file goes. */
  readonly bytes: Promise<Uint8Array | undefined>;
}

/** What came from the disk and what goes back to it. */
export interface DiskOptions {
  readonly incoming?: readonly IncomingFile[];
  /** The paths of everything that was read: none of it is ever replaced. */
  readonly inputs?: readonly string[];
  readonly onMade?: (count: number) => void;
  /** What makes letters beside the running work; without it they are made in between. */
  readonly letters?: LetterMaker | undefined;
  /** Makes workbooks beside the running work; without it they are made here. */
  readonly writeBook?: WriteBook | undefined;
}

/** Makes the file of a workbook, behind a password where there is one. */
export type WriteBook = (book: BookSpec, password: string | undefined) => Promise<Uint8Array>;

// A run that makes no files needs nothing that makes them.
const writeHere: WriteBook = async (book, password) => (await import("../xlsx/write-book")).writeFile(book, password);

/** The Files port over a folder. */
export class DiskFiles implements Files {
  readonly incoming: readonly IncomingFile[];
  readonly addLetters?: NonNullable<Files["addLetters"]>;
  private readonly made: Made[] = [];
  private readonly packing: Promise<unknown>[] = [];

  constructor(
    private readonly machine: Machine,
    private readonly out: string | undefined,
    private readonly options: DiskOptions = {},
  ) {
    this.incoming = options.incoming ?? [];
    const { letters: maker } = options;
    if (maker) this.addLetters = (name, letters) => this.#take(name, maker(letters));
  }

  #take(name: string, made: Promise<LettersFile>): Promise<LettersFile> {
    const bytes = made.then((file) => file.bytes);
    // What goes wrong comes out when the files are committed.
    for (const promise of [made, bytes]) promise.catch(() => undefined);
    this.made.push({ name, bytes });
    return made;
  }

  async add(name: string, book: BookSpec, { password }: { readonly password?: string } = {}): Promise<void> {
    const { writeBook, onMade } = this.options;
    const bytes = (writeBook ?? writeHere)(book, password);
    this.made.push({ name, bytes });
    onMade?.(this.made.length);
    // What waits to be packed here lies in memory unpacked: two books are enough to keep the other core busy. What waits to be made beside is small.
    this.packing.push(bytes.catch(() => undefined));
    if (this.packing.length > (writeBook ? 16 : 2)) await this.packing.shift();
  }

  /** Takes a file that is already bytes, such as the grafted copy of the user's book. */
  addBytes(name: string, bytes: Uint8Array): void {
    this.made.push({ name, bytes: Promise.resolve(bytes) });
  }

  /** The names of everything that was taken so far. */
  get names(): ReadonlySet<string> {
    return new Set(this.made.map(({ name }) => name));
  }

  /** Takes note that a file of an earlier run goes, if it is there. */
  drop(name: string): void {
    this.made.push({ name, bytes: Promise.resolve(undefined) });
  }

  /**
   * Makes every file appear under the folder in place of what an earlier run has left there; resolves to their paths.
   * @throws WorkbookError when the folder cannot be written; everything in it is then as it was before
   */
  async commit(): Promise<readonly string[]> {
    const { machine, out } = this;
    if (out === undefined) throw new RangeError("no folder to write to");
    const changes: Change[] = [];
    for (const { name, bytes } of this.made) changes.push({ to: name, bytes: await bytes });
    const inputs = new Set<string>();
    for (const path of this.options.inputs ?? []) inputs.add((await identityOf(machine, path)) ?? "");
    try {
      await putTogether(machine, out, changes, inputs);
    } catch (error) {
      throw writingError(error, placeOf(error, out));
    }
    return changes.flatMap(({ to, bytes }) => (bytes ? [join(out, ...to.split("/"))] : []));
  }
}

/** Where the system says it failed, as a path below the folder; the folder itself where that is none that the user knows. */
function placeOf(error: unknown, out: string): string {
  const { path, dest } = error as { readonly path?: unknown; readonly dest?: unknown };
  const place = [dest, path].find((found) => typeof found === "string");
  const below = place === undefined ? "" : relative(out, place);
  return below === "" || below.startsWith(".") ? out : below;
}

/** Whether a folder can be written to, found out before any work is done; it is made when missing, and what a killed run left is undone. */
export async function assureFolder(machine: Machine, out: string): Promise<void> {
  try {
    await machine.mkdir(out, { recursive: true });
    await settle(machine, out);
  } catch (error) {
    throw writingError(error, out);
  }
}

/** The bytes of a file. */
export async function bytesOf(machine: Machine, path: string): Promise<Uint8Array> {
  try {
    return await machine.readFile(path);
  } catch (error) {
    throw readingError(error, path);
  }
}

/** A file that came in, and where it lies. */
export interface DiskIncoming extends IncomingFile {
  readonly path: string;
}
