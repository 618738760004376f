// Snapshots (反馈快照): where every person stood at each day's feedback, kept as what changed from one day to the next.
import type { SchoolKey } from "../identity/keys";
import { addDays, type Day, daysBetween } from "../values/day";
import type { Fen } from "../values/money";
import { byCode } from "../values/text-order";
import { last } from "../values/last";

/** Where a person of a school stands in the daily feedback; never in two of them. */
export type FeedbackState =
  | "settled" // the bank has taken all that was due
  | "unpaid" // to be approached
  | "withdrawn"; // not to be approached now, for one of the other reasons to stop

/** A person's place in a feedback. */
export interface Stood {
  readonly state: FeedbackState;
  readonly outstanding: Fen;
  readonly school: SchoolKey;
}

/** Everybody who was on a school's list, by a print of the person. */
export type Snapshot = ReadonlyMap<string, Stood>;

/** One day's feedback: what is other than on the day kept before it; undefined for who is on no school's list any more. */
export interface SnapshotDay {
  readonly on: Day;
  readonly changes: ReadonlyMap<string, Stood | undefined>;
}

const isSame = (a: Stood | undefined, b: Stood | undefined) =>
  a?.state === b?.state && a?.outstanding === b?.outstanding && a?.school === b?.school;

/** The snapshot of the last kept day up to this one; nobody when there is none. */
export function snapshotUpTo(days: readonly SnapshotDay[], on: Day): Snapshot {
  const stood = new Map<string, Stood>();
  for (const { changes } of days.filter((kept) => kept.on <= on)) {
    for (const [print, now] of changes) {
      if (now) stood.set(print, now);
      else stood.delete(print);
    }
  }
  return stood;
}

function changesBetween(before: Snapshot, after: Snapshot): SnapshotDay["changes"] {
  const prints = [...new Set([...before.keys(), ...after.keys()])].sort(byCode);
  return new Map(prints.flatMap((print) => (isSame(before.get(print), after.get(print)) ? [] : [[print, after.get(print)] as const])));
}

/** The days with this one's snapshot among them, in place of an earlier one of the same day; every other day says what it said. */
export function withSnapshot(days: readonly SnapshotDay[], on: Day, snapshot: Snapshot): readonly SnapshotDay[] {
  const earlier = days.filter((kept) => kept.on < on);
  const [next, ...later] = days.filter((kept) => kept.on > on);
  const own = { on, changes: changesBetween(snapshotUpTo(earlier, on), snapshot) };
  const following = next ? [{ on: next.on, changes: changesBetween(snapshot, snapshotUpTo(days, next.on)) }] : [];
  return [...earlier, own, ...following, ...later];
}

/** The last day kept before this one. */
export function lastDayBefore(days: readonly SnapshotDay[], on: Day): Day | undefined {
  return last(days, (kept) => kept.on < on)?.on;
}

/** Every calendar day between two on which no feedback was made. */
export function skippedBetween(days: readonly SnapshotDay[], since: Day, asOf: Day): readonly Day[] {
  const kept = new Set(days.map(({ on }) => on));
  return Array.from({ length: Math.max(0, daysBetween(since, asOf) - 1) }, (_, index) => addDays(since, index + 1)).filter(
    (between) => !kept.has(between),
  );
}
