// Row keys: numbers that depend on a contract or person alone. Rows of 待划分 bear them, whose people have no number yet, and all papers of earlier lists did.

// Crockford's base 32: no I, L, O, U, so that a number read over the phone or off paper has one spelling.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** What a row key says: kind of paper, season, school and the fingerprint of its contract. */
export interface RowKey {
  readonly kind: "list" | "notice";
  readonly year: number;
  readonly schoolCode: string;
  /** Letters that depend on the contract alone, so that a re-split or another school keeps them; see `Prints`. */
  readonly fingerprint: string;
}

/** How many letters a fingerprint may have: the first for nearly all, the others for those that would be somebody else's too. */
export const fingerprintLengths = [8, 12, 16] as const;

/** The short fingerprint of a text: 40 bits, so that 100,000 texts collide with a chance below one half of a percent, a million with one of a third. */
export function fingerprintOf(text: string): string {
  return fingerprintOfAll([text]);
}

/** The short fingerprint of texts as if they were joined to one. */
export function fingerprintOfAll(texts: Iterable<string>): string {
  // Two independent 32-bit multiplicative hashes (the mixing constants of MurmurHash3's finaliser), 20 bits of each.
  let first = 0x9747b28c;
  let second = 0x5bd1e995;
  for (const text of texts) {
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      first = Math.imul(first ^ code, 0x85ebca6b);
      first ^= first >>> 15;
      second = Math.imul(second ^ code, 0xc2b2ae35);
      second ^= second >>> 13;
    }
  }
  first = Math.imul(first ^ (first >>> 16), 0x85ebca6b);
  second = Math.imul(second ^ (second >>> 16), 0xc2b2ae35);
  return letters(first ^ (first >>> 15)) + letters(second ^ (second >>> 14));
}

// The upper 20 bits, five for each letter.
function letters(value: number): string {
  let text = "";
  for (let shift = 12; shift < 32; shift += 5) text += alphabet.charAt((value >>> shift) & 31);
  return text;
}

function checkLetter(body: string): string {
  let sum = 0;
  for (let index = 0; index < body.length; index++) sum = (sum * 7 + body.charCodeAt(index) * (index + 1)) % 31;
  return alphabet.charAt(sum);
}

/**
 * The row key as it is printed.
 * @example printRowKey({ kind: "list", year: 2019, schoolCode: "07", fingerprint: "4K7QX2MF" }) // "ZD19-07-4K7QX2MF-…" with a check character
 */
export function printRowKey({ kind, year, schoolCode, fingerprint }: RowKey): string {
  const body = `${kind === "list" ? "ZD" : "TZ"}${String(year % 100).padStart(2, "0")}-${schoolCode}-${fingerprint}`;
  return `${body}-${checkLetter(body)}`;
}

/** The row key that a text spells, spaces and case ignored; undefined when it is none or its check character is wrong. */
export function parseRowKey(text: string): RowKey | undefined {
  const folded = text.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
  const match = /^(ZD|TZ)(\d{2})-([0-9A-Z]{1,8})-((?:[0-9A-HJKMNP-TV-Z]{4}){2,4})-([0-9A-Z])$/.exec(folded);
  if (!match || checkLetter(folded.slice(0, -2)) !== match[5]) return undefined;
  return {
    kind: match[1] === "ZD" ? "list" : "notice",
    year: 2000 + Number(match[2]),
    schoolCode: match[3] ?? "",
    fingerprint: match[4] ?? "",
  };
}
