// Files on disk: what was handed over is read, what is made appears under --out all at once or not at all.
import { join, relative } from "node:path";
import type { Files, IncomingFile } from "../actions/workbook";
import type { BookSpec } from "../sheets/writing/spec";
import { type BookMaker, type LettersFile, makerHere } from "./book-maker";
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
  /** Makes workbooks beside the running work; without it they are made in between. */
  readonly maker?: BookMaker | undefined;
  /** Whether that makes letters, and all other books are made in between: two threads have work enough with two cores. */
  readonly lettersAside?: boolean;
}

/** The Files port over a folder. */
export class DiskFiles implements Files {
  readonly incoming: readonly IncomingFile[];
  readonly addLetters?: NonNullable<Files["addLetters"]>;
  private readonly made: Made[] = [];
  readonly #maker: BookMaker;

  constructor(
    private readonly machine: Machine,
    private readonly out: string | undefined,
    private readonly options: DiskOptions = {},
  ) {
    this.incoming = options.incoming ?? [];
    const { maker, lettersAside } = options;
    this.#maker = maker && !lettersAside ? maker : makerHere();
    if (maker && lettersAside) this.addLetters = (name, letters) => this.#take(name, maker.letters(letters));
  }

  #take(name: string, made: Promise<LettersFile>): Promise<LettersFile> {
    const bytes = made.then((file) => file.bytes);
    // What goes wrong comes out when the files are committed.
    for (const promise of [made, bytes]) promise.catch(() => undefined);
    this.made.push({ name, bytes });
    return made;
  }

  async add(name: string, book: BookSpec, { password }: { readonly password?: string } = {}): Promise<void> {
    const bytes = this.#maker.write(book, password);
    bytes.catch(() => undefined);
    this.made.push({ name, bytes });
    this.options.onMade?.(this.made.length);
    await this.#maker.room();
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
    await this.options.maker?.help();
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
