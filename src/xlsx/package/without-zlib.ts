// Packing and unpacking in plain JavaScript, where neither Node's zlib nor a browser's streams are there. The command line is built without it.
import { Deflate, Inflate } from "fflate";

export { deflateSync } from "fflate";

// Deflate grows a byte to at most 1,032, so one step unpacks to no more than 16 MB.
const step = 16 << 10;

/** The bytes that deflated ones stand for, piece by piece. */
export function* inflatedHere(packed: Uint8Array): Generator<Uint8Array, void, undefined> {
  let pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  for (let at = 0; at < packed.length; at += step) {
    inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
    yield* pieces;
    pieces = [];
  }
}

/** Takes bytes one after another, and gives their packed pieces to `give`; none at the end. */
export function deflaterHere(level: 2, give: (piece: Uint8Array) => void): (bytes?: Uint8Array) => void {
  const deflate = new Deflate({ level }, give);
  return (bytes) => deflate.push(bytes ?? new Uint8Array(), bytes === undefined);
}
