// Unpacks and checks bytes with what the machine brings: Node's zlib, a browser's DecompressionStream, and fflate where neither is there.
import { zlib } from "../node-builtins";
import { inflatedHere } from "./without-zlib";

const pieceBytes = 256 << 10;
const largestPiece = 16 << 20;

/**
 * The bytes that deflated ones stand for, piece by piece; the unpacking runs beside the work that is done with them, where the machine can.
 * @throws Error when they are damaged
 */
export async function* inflatedPieces(packed: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  if (zlib) {
    const inflate = zlib.createInflateRaw({ chunkSize: pieceBytes });
    inflate.end(packed);
    yield* inflate as AsyncIterable<Uint8Array>;
    return;
  }
  const stream = nativeStream(packed);
  if (!stream) {
    yield* inflatedHere(packed);
    return;
  }
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The same at once, for parts that are small or wanted whole; stops one byte beyond the size that was declared. */
export function* inflatedAtOnce(packed: Uint8Array, size: number): Generator<Uint8Array, void, undefined> {
  // In one stretch, which nobody has to join from many; within reason, since the size is only said.
  const chunkSize = Math.min(Math.max(size + 1, 64), largestPiece);
  if (zlib) yield zlib.inflateRawSync(packed, { maxOutputLength: size + 1, chunkSize });
  else yield* inflatedHere(packed);
}

/** The checksum of what was before (`start`) with these bytes added, as every entry of a ZIP carries it. */
export function crc32(bytes: Uint8Array, start = 0): number {
  // Of an empty text's bytes, zlib gives the checksum to begin with, whatever was before.
  if (bytes.length === 0) return start;
  if (zlib && "crc32" in zlib) return zlib.crc32(bytes, start);
  let crc = ~start;
  for (let at = 0; at < bytes.length; at++) crc = (crc >>> 8) ^ (table[(crc ^ (bytes[at] as number)) & 255] as number);
  return ~crc >>> 0;
}

const table = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

// Web views of 2019 have none, and those of 2022 know no bare deflate.
function nativeStream(packed: Uint8Array): ReadableStream<Uint8Array> | undefined {
  try {
    return new Blob([packed as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  } catch {
    return undefined;
  }
}
