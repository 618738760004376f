// The code on a slip (二维码): the letter's number and nothing else, so that a photograph of the slip tells whose it is.
import { encode } from "uqr";

/** The sides of a code's picture in points: 22 mm, of which the code itself takes 18.5. */
export const codeSize = 62.25;

/** The squares of a code, row by row, each row a number whose lowest bit is its last square. */
type Squares = readonly number[];

/**
 * The number's code. A quarter of it may be hidden or torn. The pattern that is laid over it is always the same one: trying all eight, as the
 * standard (ISO/IEC 18004) advises against large plain areas, takes ten times as long and so small a code has none.
 */
function drawn(text: string): Squares {
  const { data } = encode(text, { ecc: "Q", border: 0, maskPattern: 3 });
  return data.map((row) => row.reduce((squares, isBlack) => squares * 2 + (isBlack ? 1 : 0), 0));
}

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const inAlphabet = /^(?=.*[^0-9])[0-9A-Z $%*+\-./:]{4,47}$/;
const base = alphabet.length;

// Two characters are eleven bits of a code, a last one alone six.
const groupsOf = (text: string) => text.match(/..?/g) ?? [];
const bitsOf = (group: string) => (group.length === 2 ? 11 : 6);
const valueOf = (group: string) => [...group].reduce((value, character) => value * base + alphabet.indexOf(character), 0);

function groupWith(value: number, length: number): string {
  return (length === 2 ? alphabet.charAt(Math.floor(value / base)) : "") + alphabet.charAt(value % base);
}

/** The code of one text, and for every bit of its groups the squares that turn with it. */
interface Pattern {
  readonly squares: Squares;
  readonly groups: readonly { readonly value: number; readonly bits: readonly Squares[] }[];
}

const patterns = new Map<number, Pattern>();

// Drawing is linear: which squares turn with a bit does not depend on the other bits. Turning squares is far less work than drawing them, and
// thousands of numbers of one length are drawn for one season.
function patternOf(length: number): Pattern {
  const known = patterns.get(length);
  if (known) return known;
  const text = "A".repeat(length);
  const squares = drawn(text);
  const groups = groupsOf(text).map((group, at) => {
    const value = valueOf(group);
    const bits = Array.from({ length: bitsOf(group) }, (_, bit) => {
      const other = groupWith(value ^ (1 << bit), group.length);
      return drawn(text.slice(0, at * 2) + other + text.slice(at * 2 + 2)).map((row, index) => row ^ (squares[index] ?? 0));
    });
    return { value, bits };
  });
  const pattern = { squares, groups };
  patterns.set(length, pattern);
  return pattern;
}

function turned(text: string): Squares {
  const { squares, groups } = patternOf(text.length);
  const rows = [...squares];
  groupsOf(text).forEach((own, at) => {
    const { value = 0, bits = [] } = groups[at] ?? {};
    for (let left = valueOf(own) ^ value, bit = 0; left > 0; left >>= 1, bit++) {
      const others = left & 1 ? (bits[bit] ?? []) : [];
      for (let row = 0; row < others.length; row++) rows[row] = (rows[row] ?? 0) ^ (others[row] ?? 0);
    }
  });
  return rows;
}

const textOf = (row: number, size: number) => row.toString(2).padStart(size, "0").replaceAll("0", ".").replaceAll("1", "#");
const eightSquares = Array.from({ length: 256 }, (_, byte) => textOf(byte, 8));

// The same eight squares at a time: a code of so few characters has at most 29 in a row.
function shortText(row: number, size: number): string {
  const placed = row << (32 - size);
  const eight = (shift: number) => eightSquares[(placed >>> shift) & 0xff] ?? "";
  return (eight(24) + eight(16) + eight(8) + eight(0)).slice(0, size);
}

// A slip is set in one size after another until its page is full.
let last: { readonly number: string; readonly squares: readonly string[] } | undefined;

/** The number as rows of squares, `#` being a black one. Two white squares on every side are part of it; the slip leaves as many white beside it. */
export function codeSquares(number: string): readonly string[] {
  if (last?.number === number) return last.squares;
  const [squares, text] = inAlphabet.test(number) ? [turned(number), shortText] : [drawn(number), textOf];
  const white = ".".repeat(squares.length + 4);
  // Rows of one text take a third of the memory that rows of pieces take: thousands wait until their book is written.
  const whole = [white, white, ...squares.map((row) => `..${text(row, squares.length)}..`), white, white].join("");
  const rows = Array.from({ length: white.length }, (_, row) => whole.slice(row * white.length, (row + 1) * white.length));
  last = { number, squares: rows };
  return rows;
}
