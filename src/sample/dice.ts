// Dice: seeded chance, so that the same seed always makes the same county.
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** One run of seeded chance; every throw moves it on. */
export interface Dice {
  /** A whole number, both ends included. */
  readonly between: (from: number, to: number) => number;
  /** True in about so many of a thousand throws. */
  readonly chance: (perMille: number) => boolean;
  /** One of the list, all equally likely. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** One of the list, each as likely as its weight says. */
  readonly weigh: <T>(list: readonly (readonly [value: T, weight: number])[]) => T;
  /** The list in a new order. */
  readonly shuffle: <T>(list: readonly T[]) => readonly T[];
}

// Neighbouring seeds start alike in this generator; after a few dozen throws they have nothing in common.
const warmUp = 32;

/** The dice of a seed. */
export function dice(seed: number): Dice {
  const generator = xoroshiro128plus(seed);
  for (let turn = 0; turn < warmUp; turn += 1) generator.next();
  const between = (from: number, to: number): number => uniformInt(generator, from, to);
  return {
    between,
    chance: (perMille) => between(1, 1000) <= perMille,
    pick: (list) => at(list, between(0, list.length - 1)),
    weigh: (list) => {
      let left = between(
        1,
        list.reduce((total, [, weight]) => total + weight, 0),
      );
      for (const [value, weight] of list) {
        left -= weight;
        if (left <= 0) return value;
      }
      throw new RangeError("weights must be whole and positive");
    },
    shuffle: (list) => {
      const order = [...list];
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = between(0, last);
        [order[last], order[other]] = [at(order, other), at(order, last)];
      }
      return order;
    },
  };
}

/**
 * The entry of a list at a place.
 * @throws RangeError when the list is shorter.
 */
export function at<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError(`no entry ${index} in a list of ${list.length}`);
  return list[index] as T;
}
