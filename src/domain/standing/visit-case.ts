// Visits (上门): who is to be visited on a day and why, families together, until the bank says paid or a special case holds.
import type { PersonReports } from "../identity/report";
import type { Person } from "../record/person";
import type { Day } from "../values/day";
import type { Standing } from "./standing";

/** Why somebody is visited on a day. */
export type VisitWhy =
  | "promise-today" // the day that was promised has come, and nothing is paid
  | "promise-past"
  | "first"
  | "again";

/** One person to visit. */
export interface VisitCase {
  readonly standing: Standing;
  readonly why: VisitWhy;
  /** How often somebody was there by now. */
  readonly visits: number;
  readonly last?: Day;
  readonly promised?: Day;
}

/** What is to be done with a person who owes, on a day. */
export type VisitState =
  | { readonly kind: "visit"; readonly case: VisitCase }
  | { readonly kind: "promised" } // a promised day is still to come
  | { readonly kind: "visited" } // somebody was there today
  | { readonly kind: "closed" }; // settled, stopped, or hardship that the centre has still to decide on

/** Whether a person is visited at all: nothing stops it, and no hardship is reported that was not sent back. */
export function isToVisit({ stop, exceptionKind, outstanding }: Standing): boolean {
  return stop === undefined && exceptionKind !== "hardship" && outstanding > 0;
}

const latest = (days: readonly Day[]) => [...days].sort().at(-1);

/** Whether and why a person is visited on a day. */
export function visitStateOf(standing: Standing, reports: PersonReports | undefined, asOf: Day): VisitState {
  if (!isToVisit(standing)) return { kind: "closed" };
  const rows = (reports?.visits ?? []).map(({ row }) => row.values).filter(({ visitedOn }) => visitedOn === undefined || visitedOn <= asOf);
  const last = latest(rows.flatMap(({ visitedOn }) => visitedOn ?? []));
  const promised = latest(rows.flatMap(({ promisedOn }) => promisedOn ?? []));
  if (promised !== undefined && promised > asOf) return { kind: "promised" };
  if (last === asOf) return { kind: "visited" };
  const why = promised !== undefined ? (promised === asOf ? "promise-today" : "promise-past") : rows.length === 0 ? "first" : "again";
  const known = { ...(last === undefined ? {} : { last }), ...(promised === undefined ? {} : { promised }) };
  return { kind: "visit", case: { standing, why, visits: rows.length, ...known } };
}

// Brothers and sisters have one parent for co-borrower; a name alone is anybody's.
function familyKeys({ loans }: Person): readonly string[] {
  return loans.flatMap(({ values: { coBorrowerId, coBorrowerName, coBorrowerPhone } }) => [
    ...(coBorrowerId ? [`id|${coBorrowerId.toUpperCase()}`] : []),
    ...(coBorrowerName && coBorrowerPhone ? [`phone|${coBorrowerName}|${coBorrowerPhone}`] : []),
  ]);
}

/** The same persons with those of one family next to each other, where the first of them stands; families in the order given. */
export function familiesOf<T>(people: readonly T[], personOf: (one: T) => Person): readonly (readonly T[])[] {
  // A family is known by the place of its first member; whoever shares something with two families makes them one.
  const firstOf = new Map<string, number>();
  const family = people.map((_, index) => index);
  people.forEach((one, index) => {
    for (const key of familyKeys(personOf(one))) {
      const first = firstOf.get(key);
      if (first === undefined) firstOf.set(key, index);
      else join(family, index, first);
    }
  });
  const members = new Map<number, T[]>();
  people.forEach((one, index) => {
    const root = rootOf(family, index);
    members.set(root, [...(members.get(root) ?? []), one]);
  });
  return [...members.values()];
}

function rootOf(family: readonly number[], index: number): number {
  let root = index;
  while (family[root] !== root) root = family[root] ?? root;
  return root;
}

function join(family: number[], one: number, other: number): void {
  const [a, b] = [rootOf(family, one), rootOf(family, other)];
  family[Math.max(a, b)] = Math.min(a, b);
}
