// The files that a button makes, kept as bytes until the user saves them; the user may stop the work between two of them.
import type { Files, IncomingFile } from "../../actions/workbook";
import type { BookSpec } from "../../sheets/writing/spec";
import { encryptPackage } from "../../xlsx/encryption/agile";
import { writeBook } from "../../xlsx/write-book";
import { zipFiles } from "../../xlsx/zip-files";

/** Files to save: one as it is, several as one ZIP. */
export interface Saving {
  /** The file's own name; undefined for a ZIP, which the pane names. */
  readonly name: string | undefined;
  readonly bytes: Uint8Array;
}

/** The Files port in memory. */
export class MadeFiles implements Files {
  readonly #made = new Map<string, Uint8Array>();

  /** @param between called after each file; it may throw to stop the work */
  constructor(
    readonly incoming: readonly IncomingFile[],
    private readonly between: (made: number) => Promise<void>,
  ) {}

  async add(name: string, book: BookSpec, options: { readonly password?: string } = {}): Promise<void> {
    const bytes = await writeBook(book);
    this.#made.set(name, options.password === undefined ? bytes : encryptPackage(bytes, options.password));
    await this.between(this.#made.size);
  }

  get names(): readonly string[] {
    return [...this.#made.keys()];
  }

  /** @throws RangeError when no such file was made */
  bytesOf(name: string): Uint8Array {
    const bytes = this.#made.get(name);
    if (!bytes) throw new RangeError(`no file ${name} was made`);
    return bytes;
  }

  /** What there is to save; undefined when nothing was made. */
  saving(): Saving | undefined {
    const [first, ...others] = this.#made;
    if (!first) return undefined;
    if (others.length > 0) return { name: undefined, bytes: zipFiles(this.#made) };
    return { name: first[0].split("/").at(-1), bytes: first[1] };
  }
}
