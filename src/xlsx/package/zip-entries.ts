// How entries are packed and joined into a ZIP.
import { crc32 } from "./inflate";
import { deflatedAtOnce, deflatedBeside, packedAside, joinedBytes, packerBeside, type Packer } from "./deflate";

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

// Beyond this an entry is packed as it comes, so that a sheet of 100,000 rows never lies in memory whole.
const heldAtMost = 4 << 20;

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
    if (size > heldAtMost) packer ??= packerBeside();
    if (packer) for (const part of held.splice(0)) packer.take(part);
  }
  const entry = (packed: Uint8Array): PackedEntry => ({ name, method: 8, crc, size, packed });
  if (packer) return packer.end().then(entry);
  return size < packedAside ? entry(deflatedAtOnce(held)) : deflatedBeside(held).then(entry);
}

/**
 * The ZIP of these entries (APPNOTE 4.3.7, 4.3.12, 4.3.16). Names are UTF-8; the time is always 1980-01-01, so that the same book gives the
 * same bytes.
 */
export function joinEntries(entries: readonly PackedEntry[]): Uint8Array {
  const encoder = new TextEncoder();
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = encoder.encode(entry.name);
    const fields = header(entry, name);
    const localHeader = joinedBytes([signature(0x04034b50), fields, name]);
    local.push(localHeader, entry.packed);
    const madeBy = Uint8Array.of(20, 0);
    central.push(joinedBytes([signature(0x02014b50), madeBy, fields, new Uint8Array(10), signature(offset), name]));
    offset += localHeader.length + entry.packed.length;
  }
  const directory = joinedBytes(central);
  return joinedBytes([...local, directory, directoryEnd(entries.length, directory.length, offset)]);
}

function signature(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

function header({ method, crc, packed, size }: PackedEntry, name: Uint8Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(26));
  view.setUint16(0, 20, true);
  view.setUint16(2, 0x0800, true);
  view.setUint16(4, method, true);
  view.setUint16(8, 33, true);
  view.setUint32(10, crc, true);
  view.setUint32(14, packed.length, true);
  view.setUint32(18, size, true);
  view.setUint16(22, name.length, true);
  return new Uint8Array(view.buffer);
}

function directoryEnd(count: number, length: number, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(22));
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, length, true);
  view.setUint32(16, offset, true);
  return new Uint8Array(view.buffer);
}
