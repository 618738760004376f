// A workbook file as the ZIP it is: entries that nobody changed are copied as they are packed, new ones are packed piece by piece.
import { WorkbookError } from "../../actions/workbook";
import { prescanZip, type ZipPart } from "../reading/prescan";
import { partText } from "../reading/read-part";
import { joinEntries, packEntry, packSmallEntry, type PackedEntry, storedEntry } from "./zip-entries";

/** The parts of a workbook file. */
export class ZipPackage {
  readonly #zip: Uint8Array;
  readonly #original: ReadonlyMap<string, ZipPart>;
  readonly #entries = new Map<string, PackedEntry | Promise<PackedEntry> | ZipPart>();

  private constructor(zip: Uint8Array, parts: readonly ZipPart[]) {
    this.#zip = zip;
    this.#original = new Map(parts.map((part) => [part.name, part]));
    for (const part of parts) this.#entries.set(part.name, part);
  }

  /** The package in these bytes. */
  static open(zip: Uint8Array): ZipPackage {
    return new ZipPackage(zip, prescanZip(zip, "package"));
  }

  /** A new package of these parts. */
  static of(parts: Readonly<Record<string, string>>): ZipPackage {
    return ZipPackage.open(joinEntries(Object.entries(parts).map(([name, text]) => packSmallEntry(name, text))));
  }

  /** The names of all parts, in the order of the file. */
  names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** The name under which a part lies in the file; parts' names ignore case. */
  find(name: string): string | undefined {
    if (this.#entries.has(name)) return name;
    const lower = name.toLowerCase();
    return this.names().find((other) => other.toLowerCase() === lower);
  }

  /**
   * The text of a part of the original file.
   * @throws WorkbookError `not-readable` when there is none
   */
  text(name: string): string {
    const part = this.#original.get(name);
    if (!part) throw new WorkbookError("not-readable", name, { why: "damaged" });
    const text = partText(this.#zip, part);
    if (/^(?:\0|\uFFFD\uFFFD)/.test(text)) throw new WorkbookError("not-readable", name, { why: "damaged" });
    return text;
  }

  /** Adds a part, or replaces the one of this name where it stands. */
  put(name: string, pieces: Iterable<string | Uint8Array<ArrayBuffer>>): void {
    this.#entries.set(name, packEntry(name, pieces));
  }

  /** The same for a part that is packed already, such as a picture. */
  putStored(name: string, bytes: Uint8Array): void {
    this.#entries.set(name, storedEntry(name, bytes));
  }

  /** Resolves when everything that was put so far is packed. */
  async settled(): Promise<void> {
    await Promise.all(this.#entries.values());
  }

  /** Removes a part. */
  drop(name: string): void {
    this.#entries.delete(name);
  }

  /** The file, once all of its parts are packed, each under the name that `nameOf` gives it. */
  async bytes(nameOf: (name: string) => string = (name) => name): Promise<Uint8Array> {
    const entries = await Promise.all(this.#entries.values());
    const packed = entries.map((entry) => ("packed" in entry ? entry : this.#copied(entry)));
    return joinEntries(packed.map((entry) => ({ ...entry, name: nameOf(entry.name) })));
  }

  #copied(part: ZipPart): PackedEntry {
    const view = new DataView(this.#zip.buffer, this.#zip.byteOffset, this.#zip.byteLength);
    const broken = part.offset + 30 > this.#zip.length || view.getUint32(part.offset, true) !== 0x04034b50;
    if (broken) throw new WorkbookError("not-readable", part.name, { why: "damaged" });
    const start = part.offset + 30 + view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true);
    if (start + part.packedSize > this.#zip.length) throw new WorkbookError("not-readable", part.name, { why: "cut-off" });
    const { name, method, crc, size } = part;
    return { name, method, crc, size, packed: this.#zip.subarray(start, start + part.packedSize) };
  }
}
