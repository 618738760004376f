// The number of a person's papers (通知书编号), PC19-07-0123-C: county, year, school, place in the school's list, and a check character.

/** What a number says. */
export interface NoticeNumber {
  /** The county's letters. */
  readonly county: string;
  readonly year: number;
  readonly schoolCode: string;
  readonly sequence: number;
}

/** What a text is that should be a number: the number, one whose check character does not fit, or nothing of the kind. */
export type NumberRead =
  | { readonly kind: "number"; readonly text: string; readonly number: NoticeNumber }
  | { readonly kind: "check-character" }
  | { readonly kind: "no-number" };

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

// The 36 characters are the pairs of an element of the field of 4 and one of the field of 9 (ones and imaginary parts modulo 3, i² = -1).
// Both are fields and in neither is the factor 0 or 1, so that a sum of powers of the factor shows every wrong character (the power is not 0)
// and every two neighbours that have changed places (the factor less one is not 0 either). With 36 in one plain modulus some would be missed.
type Element = readonly [four: number, ones: number, imaginary: number];

const elementOf = (character: string): Element => {
  const value = alphabet.indexOf(character);
  return [Math.floor(value / 9), value % 3, Math.floor(value / 3) % 3];
};
const timesFour = [0, 2, 3, 1] as const;
const times = ([four, ones, imaginary]: Element): Element => [timesFour[four] ?? 0, (ones + 2 * imaginary) % 3, (ones + imaginary) % 3];
const plus = (a: Element, b: Element): Element => [a[0] ^ b[0], (a[1] + b[1]) % 3, (a[2] + b[2]) % 3];
const minus = ([four, ones, imaginary]: Element): Element => [four, (3 - ones) % 3, (3 - imaginary) % 3];

// Every sum and every end by the places in the alphabet: a number is checked for each row that bears one.
const placeOf = ([four, ones, imaginary]: Element): number => 9 * four + ones + 3 * imaginary;
const tables = () => {
  const elements = [...alphabet].map(elementOf);
  return {
    sums: elements.map((before) => elements.map((element) => placeOf(plus(times(before), element)))),
    ends: elements.map((sum) => alphabet.charAt(placeOf(minus(times(sum))))),
  };
};
let made: ReturnType<typeof tables> | undefined;

/** The character that makes the characters before it a number; hyphens do not count. */
function checkCharacter(body: string): string {
  const { sums, ends } = (made ??= tables());
  let sum = 0;
  for (let at = 0; at < body.length; at++) sum = sums[sum]?.[alphabet.indexOf(body.charAt(at))] ?? sum;
  return ends[sum] ?? "";
}

/**
 * The number as it is printed.
 * @example printNoticeNumber({ county: "PC", year: 2019, schoolCode: "07", sequence: 123 }) // "PC19-07-0123-…" with a check character
 */
export function printNoticeNumber({ county, year, schoolCode, sequence }: NoticeNumber): string {
  const body = `${county}${String(year % 100).padStart(2, "0")}-${schoolCode}-${String(sequence).padStart(4, "0")}`;
  return `${body}-${checkCharacter(body)}`;
}

const withHyphens = /^([A-Z]{1,4})(\d{2})-([0-9A-Z]{1,8})-(\d{4,6})-([0-9A-Z])$/;
// Without hyphens the sequence is taken for four digits.
const withoutHyphens = /^([A-Z]{1,4})(\d{2})([0-9A-Z]{1,8})(\d{4})([0-9A-Z])$/;

function spelt(text: string): RegExpExecArray | null {
  const folded = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\s+/g, "")
    .replace(/[\u2010-\u2015\u2212_]/g, "-");
  return withHyphens.exec(folded) ?? withoutHyphens.exec(folded);
}

/** What a text means, whatever its case, width, spaces and hyphens. */
export function readNoticeNumber(text: string): NumberRead {
  const [, county = "", year = "", schoolCode = "", digits = "", check = ""] = withHyphens.exec(text) ?? spelt(text) ?? [];
  if (check === "") return { kind: "no-number" };
  const body = `${county}${year}-${schoolCode}-${digits}`;
  if (checkCharacter(body) !== check) return { kind: "check-character" };
  const number = { county, year: 2000 + Number(year), schoolCode, sequence: Number(digits) };
  return { kind: "number", text: `${body}-${check}`, number };
}

/** The number that a text spells; undefined when it is none or its check character is wrong. */
export function parseNoticeNumber(text: string): NoticeNumber | undefined {
  const read = readNoticeNumber(text);
  return read.kind === "number" ? read.number : undefined;
}
