// Talks (约谈): which schools and liaisons lag so far behind that a talk is suggested, each with its reasons; nobody is told by the program.
import type { Day } from "../values/day";
import { isBelow, rate, type Ratio } from "../values/rate";
import type { Reporting, SeasonDates } from "../record/season";
import type { Tally } from "./tally";

/** Below so many persons a rate says little (基数小): no ranking remark and no talk rests on it alone. */
export const smallBase = 5;

/** Why a talk is suggested. Rates and limits are hundredths of a percent. */
export type TalkReason =
  | { readonly kind: "nothing-reported" }
  | { readonly kind: "delivery" | "recovery"; readonly rate: number; readonly limit: number }
  | { readonly kind: "last"; readonly place: number; readonly of: number };

/** The standards that hold on a day; an absent one is not asked for. */
export interface TalkRules {
  readonly delivery?: number;
  readonly recovery?: number;
  readonly last: number;
}

/** A school or a liaison with its figures; `place` is its place by recovery rate, null without one. */
export interface TalkGroup {
  readonly name: string;
  readonly tally: Tally;
  readonly place: number | null;
}

/** A group for which a talk is suggested, with at least one reason. */
export interface Talk<Group> {
  readonly group: Group;
  readonly reasons: readonly TalkReason[];
}

/** Four fifths delivered once delivery is over; the last three schools of the ranking once collection is over. */
const usual = { delivery: 8000, last: 3 } as const;

/**
 * The standards on a day: what 设置 states holds at any time, what is usual only when the time for the work is over. Of few schools the last
 * quarter at most.
 */
export function talkRules({ talkDelivery, talkRecovery, talkLast }: Reporting, dates: SeasonDates, asOf: Day, schools: number): TalkRules {
  const delivery = talkDelivery ?? (asOf > dates.deliveryTo ? usual.delivery : undefined);
  const last = asOf > dates.collectionTo ? Math.min(usual.last, Math.floor(schools / 4)) : 0;
  return {
    ...(delivery === undefined ? {} : { delivery }),
    ...(talkRecovery === undefined ? {} : { recovery: talkRecovery }),
    last: talkLast ?? last,
  };
}

function below(kind: "delivery" | "recovery", ratio: Ratio, limit: number | undefined): readonly TalkReason[] {
  const own = rate(ratio.part, ratio.whole);
  return limit !== undefined && own !== undefined && isBelow(ratio, limit) ? [{ kind, rate: own, limit }] : [];
}

function reasonsOf({ tally, place }: TalkGroup, rules: TalkRules, all: readonly TalkGroup[]): readonly TalkReason[] {
  const { persons, reported, delivered, toDeliver, repaid, due } = tally;
  if (persons < smallBase) return [];
  // Small groups have their places too, as in the ranking that everybody reads, but fill none of the last ones.
  const ranked = all.filter((group) => group.place !== null);
  const behind = ranked.filter((group) => group.tally.persons >= smallBase && (group.place ?? 0) > (place ?? Infinity)).length;
  const isLast = place !== null && behind < rules.last && repaid < due;
  return [
    ...(reported === 0
      ? rules.delivery === undefined || toDeliver === 0
        ? []
        : [{ kind: "nothing-reported" } as const]
      : below("delivery", { part: delivered, whole: toDeliver }, rules.delivery)),
    ...below("recovery", { part: repaid, whole: due }, rules.recovery),
    ...(isLast ? [{ kind: "last", place, of: ranked.length } as const] : []),
  ];
}

/**
 * The groups for which a talk is suggested, in their order. Equal places are treated alike: schools that tie for the last place but two are all
 * among the last three. Groups of fewer than five persons are left out, and so is, of the last ones, whoever has recovered everything.
 */
export function talksOf<Group extends TalkGroup>(groups: readonly Group[], rules: TalkRules): readonly Talk<Group>[] {
  return groups.map((group) => ({ group, reasons: reasonsOf(group, rules, groups) })).filter(({ reasons }) => reasons.length > 0);
}
