// Money in whole 分: every amount of the season is an integer, so that the sum of all parts is the total to the cent.

declare const fenBrand: unique symbol;

/** An amount of money in 分 (1/100 yuan), always a safe integer; it may be negative (冲正). */
export type Fen = number & { readonly [fenBrand]: "fen" };

/** No money at all. */
export const zeroFen = 0 as Fen;

/**
 * The given number of 分 as money.
 * @throws RangeError when the number is not a safe integer.
 */
export function fen(count: number): Fen {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number of fen: ${count}`);
  return (count === 0 ? 0 : count) as Fen;
}

/** The sum of two amounts. */
export function addFen(a: Fen, b: Fen): Fen {
  return fen(a + b);
}

/** The first amount less the second; negative when the second is larger. */
export function subtractFen(a: Fen, b: Fen): Fen {
  return fen(a - b);
}

/** The sum of all amounts; absent ones count as nothing. */
export function sumFen(amounts: Iterable<Fen | undefined>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount ?? 0;
  return fen(total);
}

/** The smaller of two amounts. */
export function minFen(a: Fen, b: Fen): Fen {
  return a < b ? a : b;
}

/**
 * The amount as plain yuan text with two decimals, as the command line's JSON holds it.
 * @example yuanText(fen(445601809)) // "4456018.09"
 */
export function yuanText(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * The amount as people read it, with thousands separated.
 * @example groupedYuan(fen(445601809)) // "4,456,018.09"
 */
export function groupedYuan(amount: Fen): string {
  const [whole = "0", cents = "00"] = yuanText(amount).split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${cents}`;
}

/**
 * The money that plain decimal yuan text means, or undefined when it has more than two decimals or is no number.
 * @example fenFromYuan("1234.5") // fen(123450)
 */
export function fenFromYuan(text: string): Fen | undefined {
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return undefined;
  const count = Number(match[2]) * 100 + Number((match[3] ?? "").padEnd(2, "0"));
  return fen(match[1] === "-" ? -count : count);
}
