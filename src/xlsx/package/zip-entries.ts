// How entries are packed and joined into a ZIP.
import { nodeBuffer } from "../node-builtins";
import { crc32 } from "./inflate";
import { deflatedAtOnce, packedAside, packerBeside, type Packer } from "./deflate";

/** An entry as it lies in a ZIP. */
export interface PackedEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

/** A small entry with this content, packed at once. */
export function packSmallEntry(name: string, text: string): PackedEntry {
  const bytes = new TextEncoder().encode(text);
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, packed: deflatedAtOnce([bytes]) };
}

/** An entry whose content is packed already, such as a picture. */
export function storedEntry(name: string, bytes: Uint8Array): PackedEntry {
  return { name, method: 0, crc: crc32(bytes), size: bytes.length, packed: bytes };
}

/**
 * The entry with this content. All but small ones are packed beside the running work, where the machine can: a season writes some fifty
 * books, and packing them is a fifth of the work.
 */
export function packEntry(name: string, pieces: Iterable<string | Uint8Array<ArrayBuffer>>): PackedEntry | Promise<PackedEntry> {
  const encoder = new TextEncoder();
  const held: Uint8Array<ArrayBuffer>[] = [];
  let packer: Packer | undefined;
  let crc = 0;
  let size = 0;
  for (const piece of pieces) {
    const bytes = typeof piece === "string" ? encoder.encode(piece) : piece;
    crc = crc32(bytes, crc);
    size += bytes.length;
    held.push(bytes);
    if (size >= packedAside) packer ??= packerBeside();
    if (packer) for (const part of held.splice(0)) packer.take(part);
  }
  const entry = (packed: Uint8Array): PackedEntry => ({ name, method: 8, crc, size, packed });
  return packer ? packer.end().then(entry) : entry(deflatedAtOnce(held));
}

/**
 * The ZIP of these entries (APPNOTE 4.3.7, 4.3.12, 4.3.16). Names are UTF-8; the time is always 1980-01-01, so that the same book gives the
 * same bytes.
 */
export function joinEntries(entries: readonly PackedEntry[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  // Node's own bytes come out of a pool: a book of letters has two thousand names.
  const named = entries.map((entry) => ({ entry, name: nodeBuffer?.from(entry.name) ?? encoder.encode(entry.name) }));
  const out = new Writer(
    named.reduce((sum, { entry, name }) => sum + localSize + centralSize + 2 * name.length + entry.packed.length, endSize),
  );
  const offsets = named.map(({ entry, name }) => {
    const offset = out.at;
    out.number(0x04034b50);
    out.fields(entry, name);
    out.bytes(name);
    out.bytes(entry.packed);
    return offset;
  });
  const directory = out.at;
  for (const [index, { entry, name }] of named.entries()) {
    out.number(0x02014b50);
    out.short(20);
    out.fields(entry, name);
    out.at += 10;
    out.number(offsets[index] ?? 0);
    out.bytes(name);
  }
  const size = out.at - directory;
  out.number(0x06054b50);
  out.at += 4;
  out.short(entries.length);
  out.short(entries.length);
  out.number(size);
  out.number(directory);
  return out.whole;
}

const [localSize, centralSize, endSize] = [30, 46, 22];

/** A ZIP as it is written, in one piece of known size: a book of letters has two thousand entries. */
class Writer {
  readonly whole: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;
  at = 0;

  constructor(size: number) {
    this.whole = new Uint8Array(size);
    this.#view = new DataView(this.whole.buffer);
  }

  short(value: number): void {
    this.#view.setUint16(this.at, value, true);
    this.at += 2;
  }

  number(value: number): void {
    this.#view.setUint32(this.at, value, true);
    this.at += 4;
  }

  bytes(bytes: Uint8Array): void {
    this.whole.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** What both headers of an entry say; its day is 1980-01-01. */
  fields({ method, crc, packed, size }: PackedEntry, name: Uint8Array): void {
    for (const value of [20, 0x0800, method, 0, 33]) this.short(value);
    for (const value of [crc, packed.length, size]) this.number(value);
    this.short(name.length);
    this.at += 2;
  }
}
