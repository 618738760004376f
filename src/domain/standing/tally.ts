// Tally (汇总): persons, contracts and fen of some persons added up; parts always make the whole.
import { groupBy } from "../values/group-by";
import { type Fen, fen } from "../values/money";
import { choiceCodes, type ExceptionKind } from "../record/choices";
import type { Person } from "../record/person";
import { dueOf } from "../bank/repayment";
import type { StopReason } from "./stop";
import type { Standing } from "./standing";

/** The figures of a tally, all of which add up: those of the county are the sums of its parts. */
export const measures = [
  "persons",
  "contracts",
  "due",
  "repaid",
  "outstanding",
  "claimed", // 学校称已还, beyond the bank's word
  "deposited", // 已存待扣
  "personsPaid", // every contract repaid; who owes nothing counts
  "personsPartial",
  "personsClaimed",
  "personsDeposited",
  "personsPromised",
  "toDeliver", // persons less those who were rightly sent no letter and got none
  "reported", // persons on whom their school reported anything
  "delivered", // validly
  "proxy",
  "undelivered", // persons who should have got a letter and for whom nobody has signed
  "undeliveredOpen", // persons in collection for whom nobody has signed, letters held back included
  "exceptions", // persons with a special case
  "unreachable",
  "visited", // persons visited at least once
  "visits",
  "open", // 在催: owe money and no special case stops dunning
  "openAmount",
] as const;

/** A figure of a tally. */
export type Measure = (typeof measures)[number];

/** The figures that are money. */
export const moneyMeasures = ["due", "repaid", "outstanding", "claimed", "deposited", "openAmount"] as const satisfies readonly Measure[];

/** The figures of some persons: counts, and sums of fen. */
export type Tally = { readonly [M in Measure]: M extends (typeof moneyMeasures)[number] ? Fen : number } & {
  /** Persons by special case. */
  readonly kinds: ReadonlyMap<ExceptionKind, number>;
};

// Reasons that hold letters back for a while; the debt is to be collected all the same.
const looksFirst: ReadonlySet<StopReason> = new Set(["data-error", "unassigned", "to-verify", "name-unusable", "deposited"]);

/** Whether a contract of the person is said to owe less than nothing: an error, with which no sum may be made silently. */
export function hasNegativeDue({ loans }: Person): boolean {
  return loans.some((loan) => (dueOf(loan) ?? 0) < 0);
}

/** Whether a person is still to be dunned once data and school are settled (在催). */
export function isOpen({ stop, person }: Standing): boolean {
  return !hasNegativeDue(person) && (stop === undefined || looksFirst.has(stop));
}

/** What one person adds to every figure of a tally. */
export function figuresOf(standing: Standing): { readonly [M in Measure]: number } {
  const { contracts, due, repaid, outstanding, claimed, deposited, state, delivery, visits } = standing;
  const one = (holds: boolean) => (holds ? 1 : 0);
  const open = isOpen(standing);
  return {
    persons: 1,
    contracts,
    due,
    repaid,
    outstanding,
    claimed,
    deposited,
    personsPaid: one(state === "paid" || state === "nothing-due"),
    personsPartial: one(state === "partial"),
    personsClaimed: one(state === "claimed"),
    personsDeposited: one(state === "deposited"),
    personsPromised: one(state === "promised"),
    toDeliver: one(standing.neededNoLetter !== true || delivery === "valid"),
    reported: one(standing.isReported === true),
    delivered: one(delivery === "valid"),
    proxy: one(delivery === "proxy"),
    undelivered: one(delivery === "none" && standing.neededNoLetter !== true),
    undeliveredOpen: one(open && delivery === "none"),
    exceptions: one(standing.exceptionKind !== undefined),
    unreachable: one(standing.isUnreachable),
    visited: one(visits > 0),
    visits,
    open: one(open),
    openAmount: open ? outstanding : 0,
  };
}

const nothing = (): { [M in Measure]: number } => Object.fromEntries(measures.map((measure) => [measure, 0])) as { [M in Measure]: number };

function sealed(sums: { [M in Measure]: number }, kinds: ReadonlyMap<ExceptionKind, number>): Tally {
  for (const measure of measures) fen(sums[measure]); // beyond the safe integers no sum is true
  return { ...sums, kinds } as Tally;
}

/** The tally of persons. */
export function tallyOf(standings: Iterable<Standing>): Tally {
  const sums = nothing();
  const kinds = new Map<ExceptionKind, number>();
  for (const standing of standings) {
    const figures = figuresOf(standing);
    for (const measure of measures) sums[measure] += figures[measure];
    if (standing.exceptionKind !== undefined) kinds.set(standing.exceptionKind, (kinds.get(standing.exceptionKind) ?? 0) + 1);
  }
  return sealed(sums, kinds);
}

/** The sum of tallies. */
export function sumTallies(parts: Iterable<Tally>): Tally {
  const sums = nothing();
  const kinds = new Map<ExceptionKind, number>();
  for (const part of parts) {
    for (const measure of measures) sums[measure] += part[measure];
    for (const [kind, count] of part.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  }
  return sealed(sums, kinds);
}

/**
 * The whole, once its parts are proven to make it.
 * @throws RangeError when a figure of the parts does not add up to the whole's: nothing may be printed then
 */
export function provenWhole(parts: Iterable<Tally>, whole: Tally): Tally {
  const sum = sumTallies(parts);
  for (const measure of measures) {
    if (sum[measure] !== whole[measure]) throw new RangeError(`${measure} of the parts is ${sum[measure]}, of the whole ${whole[measure]}`);
  }
  for (const kind of new Set([...sum.kinds.keys(), ...whole.kinds.keys()])) {
    if (sum.kinds.get(kind) !== whole.kinds.get(kind)) throw new RangeError(`${kind} of the parts differs from the whole`);
  }
  return whole;
}

/** Who has a special case, by its kind, in the order of the kinds. */
export function casesByKind(standings: Iterable<Standing>): readonly (readonly [ExceptionKind, readonly Standing[]])[] {
  const groups = groupBy(standings, ({ exceptionKind }) => exceptionKind);
  return choiceCodes.exceptionKind.flatMap((kind) => {
    const group = groups.get(kind);
    return group ? [[kind, group] as const] : [];
  });
}
