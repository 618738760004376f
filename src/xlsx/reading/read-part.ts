// Takes single parts out of a ZIP, piece by piece or whole, and notices damage through size and checksum.
import { WorkbookError } from "../../actions/workbook";
import { crc32, inflatedAtOnce, inflatedPieces } from "../package/inflate";
import { decodeUtf16 } from "./decode-text";
import type { ZipPart } from "./prescan";
import { isUtf16 } from "./sniff";

// Below this a part is unpacked at once: a stream that unpacks beside the scanning pays only for larger ones.
const smallBytes = 16 << 20;

/**
 * The unpacked bytes of a part, piece by piece; a part in UTF-16, which XML allows too, comes as UTF-8 and in one piece.
 * @throws WorkbookError `not-readable` when the part is damaged or larger than declared
 */
export async function* partPieces(zip: Uint8Array, part: ZipPart): AsyncGenerator<Uint8Array, void, undefined> {
  let isFirst = true;
  for await (const piece of unpackedPieces(zip, part)) {
    if (isFirst && isUtf16(piece)) {
      yield new TextEncoder().encode(partText(zip, part));
      return;
    }
    isFirst = false;
    yield piece;
  }
}

async function* unpackedPieces(zip: Uint8Array, part: ZipPart): AsyncGenerator<Uint8Array, void, undefined> {
  if (part.method === 0 || part.size < smallBytes) {
    yield partBytes(zip, part);
    return;
  }
  const check = checkOf(part);
  try {
    for await (const piece of inflatedPieces(packedBytes(zip, part))) {
      check.take(piece);
      yield piece;
    }
  } catch (error) {
    throw damaged(part, error);
  }
  check.end();
}

/** The whole part, for those that are small or needed at once. */
export function partBytes(zip: Uint8Array, part: ZipPart): Uint8Array {
  const packed = packedBytes(zip, part);
  const check = checkOf(part);
  const pieces: Uint8Array[] = [];
  try {
    for (const piece of part.method === 0 ? [packed] : inflatedAtOnce(packed, part.size)) {
      check.take(piece);
      pieces.push(piece);
    }
  } catch (error) {
    throw damaged(part, error);
  }
  check.end();
  if (pieces.length === 1 && pieces[0]) return pieces[0];
  const bytes = new Uint8Array(part.size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** The whole text of a part, decoded from UTF-8, or from UTF-16 where its mark says so. */
export function partText(zip: Uint8Array, part: ZipPart): string {
  const bytes = partBytes(zip, part);
  return isUtf16(bytes) ? decodeUtf16(bytes) : new TextDecoder().decode(bytes);
}

/** The parts with their folders separated by `/`, unpacked and checked, for engines that fail on damaged ones. */
export function unpackedParts(zip: Uint8Array, parts: readonly ZipPart[]): Record<string, Uint8Array> {
  return Object.fromEntries(parts.map((part) => [part.name.replaceAll("\\", "/"), partBytes(zip, part)]));
}

function checkOf(part: ZipPart): { readonly take: (piece: Uint8Array) => void; readonly end: () => void } {
  let crc = 0;
  let size = 0;
  return {
    take(piece) {
      crc = crc32(piece, crc);
      size += piece.length;
      if (size > part.size) throw new WorkbookError("not-readable", part.name, { why: "damaged" });
    },
    end() {
      if (size !== part.size || crc !== part.crc) throw new WorkbookError("not-readable", part.name, { why: "damaged" });
    },
  };
}

// Whatever the unpacking engine says of bytes that are no deflate stream.
function damaged(part: ZipPart, error: unknown): unknown {
  return !(error instanceof WorkbookError) ? new WorkbookError("not-readable", part.name, { why: "damaged" }, { cause: error }) : error;
}

function packedBytes(zip: Uint8Array, part: ZipPart): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  if (part.offset + 30 > zip.length || view.getUint32(part.offset, true) !== 0x04034b50 || (part.method !== 0 && part.method !== 8))
    throw new WorkbookError("not-readable", part.name, { why: "damaged" });
  const start = part.offset + 30 + view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true);
  if (start + part.packedSize > zip.length) throw new WorkbookError("not-readable", part.name, { why: "cut-off" });
  return zip.subarray(start, start + part.packedSize);
}
