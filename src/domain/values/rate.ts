// Rates (比率): exact fractions of whole numbers, printed as hundredths of a percent and ranked without rounding.

/** A part and its whole: persons of persons, or fen of fen. */
export interface Ratio {
  readonly part: number;
  readonly whole: number;
}

/**
 * The part of the whole in hundredths of a percent, half rounded up; undefined when there is no whole.
 * @example rate(3, 7) // 4286, shown as 42.86%
 */
export function rate(part: number, whole: number): number | undefined {
  if (whole <= 0) return undefined;
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole)) throw new RangeError("a rate of fractions");
  // Yuan times 10,000 leaves the safe integers above 9,000 million fen; BigInt does not care.
  const [numerator, denominator] = [BigInt(part) * 20_000n + BigInt(whole), BigInt(whole) * 2n];
  const quotient = numerator / denominator;
  return Number(numerator < 0n && numerator % denominator !== 0n ? quotient - 1n : quotient);
}

/**
 * A rate as people read it; a dash when there is nothing to take a part of.
 * @example rateText(9612) // "96.12%"
 */
export function rateText(hundredths: number | undefined): string {
  if (hundredths === undefined) return "—";
  const digits = String(Math.abs(hundredths)).padStart(3, "0");
  return `${hundredths < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}%`;
}

/** Whether a ratio lies below a rate in hundredths of a percent, compared exactly; one without a whole does not. */
export function isBelow({ part, whole }: Ratio, limit: number): boolean {
  return whole > 0 && BigInt(part) * 10_000n < BigInt(limit) * BigInt(whole);
}

function compare(a: Ratio, b: Ratio): number {
  const difference = BigInt(b.part) * BigInt(a.whole) - BigInt(a.part) * BigInt(b.whole);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * The ranks of ratios, in their order: the highest is 1, equal ones share a rank and the next is skipped (1, 2, 2, 4); null without a whole.
 * Ratios are compared exactly, so that two schools which both print 96.12% are not equal unless they are.
 */
export function ranksOf(ratios: readonly Ratio[]): readonly (number | null)[] {
  const ranked = ratios.flatMap((ratio, index) => (ratio.whole > 0 ? [{ ratio, index }] : [])).sort((a, b) => compare(a.ratio, b.ratio));
  const ranks = ratios.map((): number | null => null);
  let rank = 1;
  let above: Ratio | undefined;
  for (const [position, { ratio, index }] of ranked.entries()) {
    if (above && compare(above, ratio) !== 0) rank = position + 1;
    ranks[index] = rank;
    above = ratio;
  }
  return ranks;
}
