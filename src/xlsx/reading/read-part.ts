// Takes single parts out of a ZIP, piece by piece or whole, and notices damage through the checksum.
import { Inflate } from "fflate";
import { WorkbookError } from "../../actions/workbook";
import { crc32 } from "../package/crc32";
import type { ZipPart } from "./prescan";

// Deflate grows a byte to at most 1,032, so one step unpacks to no more than 16 MB.
const step = 16 << 10;

/**
 * The unpacked bytes of a part, piece by piece.
 * @throws WorkbookError `not-readable` when the part is damaged or larger than declared
 */
export function* partPieces(zip: Uint8Array, part: ZipPart): Generator<Uint8Array, void, undefined> {
  const packed = packedBytes(zip, part);
  let crc = 0;
  let size = 0;
  for (const piece of part.method === 0 ? [packed] : inflated(packed, part)) {
    crc = crc32(piece, crc);
    size += piece.length;
    if (size > part.size) throw new WorkbookError("not-readable", part.name, { why: "damaged" });
    yield piece;
  }
  if (size !== part.size || crc !== part.crc) throw new WorkbookError("not-readable", part.name, { why: "damaged" });
}

/** The whole text of a part, decoded from UTF-8. */
export function partText(zip: Uint8Array, part: ZipPart): string {
  const decoder = new TextDecoder();
  let text = "";
  for (const piece of partPieces(zip, part)) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

/** The parts with their folders separated by `/`, unpacked and checked, for engines that fail on damaged ones. */
export function unpackedParts(zip: Uint8Array, parts: readonly ZipPart[]): Record<string, Uint8Array> {
  return Object.fromEntries(parts.map((part) => [part.name.replaceAll("\\", "/"), partBytes(zip, part)]));
}

function partBytes(zip: Uint8Array, part: ZipPart): Uint8Array {
  const bytes = new Uint8Array(part.size);
  let at = 0;
  for (const piece of partPieces(zip, part)) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function packedBytes(zip: Uint8Array, part: ZipPart): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  if (part.offset + 30 > zip.length || view.getUint32(part.offset, true) !== 0x04034b50 || (part.method !== 0 && part.method !== 8))
    throw new WorkbookError("not-readable", part.name, { why: "damaged" });
  const start = part.offset + 30 + view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true);
  if (start + part.packedSize > zip.length) throw new WorkbookError("not-readable", part.name, { why: "cut-off" });
  return zip.subarray(start, start + part.packedSize);
}

function* inflated(packed: Uint8Array, part: ZipPart): Generator<Uint8Array, void, undefined> {
  let pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  for (let at = 0; at < packed.length; at += step) {
    try {
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
    } catch (cause) {
      throw new WorkbookError("not-readable", part.name, { why: "damaged" }, { cause });
    }
    yield* pieces;
    pieces = [];
  }
}
