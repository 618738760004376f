// Hands the pieces of a part to a scanner; what the scanner leaves at the end of one is offered again in front of the next.
import { WorkbookError } from "../../actions/workbook";

/** Takes the bytes of a part as they come. */
export interface PieceScanner {
  /** Takes what it can of these bytes and says how many they were: up to the first tag or cell that is not there whole. */
  take(bytes: Uint8Array): number;
}

// A cell with the longest text that Excel allows is 100 kB, escaped 650 kB; nothing real is longer.
const longest = 8 << 20;

/**
 * Scans a part.
 * @throws WorkbookError `too-large` when a single cell or tag is longer than any that people make
 */
export async function scanPieces(pieces: AsyncIterable<Uint8Array>, scanner: PieceScanner, name: string): Promise<void> {
  let held = new Uint8Array(1 << 19);
  let length = 0;
  for await (const piece of pieces) {
    if (length === 0) {
      const taken = scanner.take(piece);
      length = piece.length - taken;
      held = roomFor(held, length, 0);
      held.set(piece.subarray(taken));
    } else {
      held = roomFor(held, length + piece.length, length);
      held.set(piece, length);
      length += piece.length;
      const taken = scanner.take(held.subarray(0, length));
      held.copyWithin(0, taken, length);
      length -= taken;
    }
    if (length > longest) throw new WorkbookError("too-large", "", { why: "long-row", sheet: name, count: length });
  }
}

function roomFor(held: Uint8Array<ArrayBuffer>, length: number, kept: number): Uint8Array<ArrayBuffer> {
  if (length <= held.length) return held;
  const larger = new Uint8Array(Math.max(length, 2 * held.length));
  larger.set(held.subarray(0, kept));
  return larger;
}
