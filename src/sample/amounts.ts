// Sharing the county's totals among the contracts so that every part is whole 分 and the parts give the whole.
import { type Fen, fen } from "../domain/values/money";

/** A part that wants a share: how much beside the others, and what it can bear at most. */
export interface Claim {
  readonly weight: number;
  readonly cap: number;
}

function openScale(rest: number, claims: readonly Claim[], isFull: readonly boolean[]): number {
  const weight = claims.reduce((total, claim, index) => total + (isFull[index] ? 0 : claim.weight), 0);
  return weight === 0 ? 0 : rest / weight;
}

/** Fills the claims that cannot bear their proportional share to the brim, until the rest fits everywhere. */
function proportionalShares(total: number, claims: readonly Claim[]): number[] {
  const isFull = claims.map((claim) => claim.weight === 0);
  let rest = total;
  let scale = openScale(rest, claims, isFull);
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const [index, claim] of claims.entries()) {
      if (isFull[index] || claim.weight * scale <= claim.cap) continue;
      isFull[index] = true;
      rest -= claim.cap;
      isSettled = false;
    }
    scale = openScale(rest, claims, isFull);
  }
  return claims.map((claim, index) => (claim.weight === 0 ? 0 : isFull[index] ? claim.cap : Math.floor(claim.weight * scale)));
}

/**
 * The total shared by weight, no share above its cap; the 分 that rounding leaves over go to the first claims with room.
 * @throws RangeError when the caps cannot hold the total.
 */
export function shareOut(total: Fen, claims: readonly Claim[]): readonly Fen[] {
  const shares = proportionalShares(total, claims);
  let rest = total - shares.reduce((sum, share) => sum + share, 0);
  while (rest > 0) {
    const before = rest;
    for (const [index, claim] of claims.entries()) {
      const share = shares[index] ?? 0;
      if (rest === 0 || claim.weight === 0 || share >= claim.cap) continue;
      shares[index] = share + 1;
      rest -= 1;
    }
    if (rest === before) throw new RangeError("the contracts cannot bear the total");
  }
  return shares.map(fen);
}
