// The code on a slip (二维码): the letter's number and nothing else, so that a photograph of the slip tells whose it is.
import { encode } from "uqr";

/** The sides of a code's picture in points: 22 mm, of which the code itself takes 18.5. */
export const codeSize = 62.25;

// A slip is set in one size after another until its page is full.
let last: { readonly number: string; readonly squares: readonly string[] } | undefined;

/**
 * The number as rows of squares, `#` being a black one. Two white squares on every side are part of it; the slip leaves as many white beside it.
 * A quarter of it may be hidden or torn. The pattern that is laid over it is always the same one: trying all eight, as the standard
 * (ISO/IEC 18004) advises against large plain areas, takes ten times as long and so small a code has none.
 */
export function codeSquares(number: string): readonly string[] {
  if (last?.number === number) return last.squares;
  const { data, size } = encode(number, { ecc: "Q", border: 0, maskPattern: 3 });
  const white = ".".repeat(size + 4);
  const rows = data.map((row) => `..${row.map((isBlack) => (isBlack ? "#" : ".")).join("")}..`);
  const squares = [white, white, ...rows, white, white];
  last = { number, squares };
  return squares;
}
