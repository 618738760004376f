// Inspection (督查): a few delivered notices drawn by lot for each group, so that anybody who knows the seed draws the same ones.
import { fingerprintOf } from "../identity/row-key";
import { groupBy } from "../values/group-by";

/** One notice that counts as delivered: whose it is and the group that it is drawn in. */
export interface Delivered {
  /** The key of the person. */
  readonly key: string;
  readonly group: string;
}

/** How many are drawn of a group, unless 设置 says otherwise. */
export const usualSampleSize = 5;

/**
 * The notices that are drawn, group by group in the order in which groups first appear; a group with fewer is drawn whole. What is drawn depends
 * on the seed and the persons alone, not on the order of rows, and one notice more changes no other's turn.
 * @param seed absent: everything, in the given order
 */
export function drawSample<Notice extends Delivered>(notices: readonly Notice[], size: number, seed?: string): readonly Notice[] {
  if (seed === undefined) return notices;
  const turn = ({ key }: Notice) => fingerprintOf(`${seed}|${key}`);
  const order = (a: Notice, b: Notice) => (turn(a) < turn(b) ? -1 : turn(a) > turn(b) ? 1 : a.key < b.key ? -1 : 1);
  return [...groupBy(notices, ({ group }) => group).values()].flatMap((own) => [...own].sort(order).slice(0, size));
}
