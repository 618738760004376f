// Everybody in their place before a list is made: each school's people, those left out of this version, and those who stay with the centre.
import type { Unassigned } from "../domain/places/jurisdiction";
import type { Person } from "../domain/record/person";
import { contractIdentity } from "../domain/identity/keys";
import type { StopReason } from "../domain/standing/stop";
import type { SchoolPart } from "../sheets/lists/school-list";
import { sortPersons } from "../sheets/lists/sort-persons";
import type { Decided } from "../sheets/lists/unassigned";
import type { OpenSeason } from "./season";

/** What lists are made. */
export interface Dividing {
  readonly version: number;
  /** Whether people whom nobody has to approach are left out instead of marked. */
  readonly leavesOut: boolean;
}

/** A school with its people: those on its list and all of them. */
export interface DividedSchool {
  /** What its list is made from. */
  readonly part: SchoolPart;
  readonly everybody: readonly Person[];
}

/** People whom this version leaves out for one reason. */
export interface LeftOutPeople {
  readonly reason: StopReason;
  readonly persons: readonly Person[];
}

/** Every person of the book once: on a school's list, left out, or with the centre. */
export interface Divided {
  readonly schools: readonly DividedSchool[];
  readonly leftOut: readonly LeftOutPeople[];
  readonly open: readonly Unassigned[];
  /** Those on a school's list, or left out of it, because the centre said so on 待划分. */
  readonly decided: readonly Decided[];
}

/** The people of a season, each in one place. */
export function divide(of: OpenSeason, { version, leavesOut }: Dividing): Divided {
  const { divided: assignments, placeDecisions: decisions, schools, today: madeOn } = of;
  const { season } = of.book;
  const standings = of.standingsOn(madeOn);
  const people = new Map(schools.map(({ code }): [string, Person[]] => [code, []]));
  const open: Unassigned[] = [];
  const decided: Decided[] = [];
  for (const assignment of assignments) {
    const { person, school } = assignment;
    if (!school) open.push(assignment);
    else {
      people.get(school.code)?.push(person);
      if (decisions.size > 0 && person.loans.some((loan) => decisions.has(contractIdentity(loan)))) decided.push({ person, school });
    }
  }
  const reports = of.reports.byPerson;
  const left = new Map<StopReason, Person[]>();
  const leave = (person: Person, reason: StopReason) => {
    const persons = left.get(reason) ?? [];
    left.set(reason, persons);
    persons.push(person);
  };
  const isListed = (person: Person): boolean => {
    const reason = leavesOut ? standings.get(person.key)?.stop : undefined;
    if (reason !== undefined) leave(person, reason);
    return reason === undefined;
  };
  return {
    schools: schools.map((school) => {
      const everybody = people.get(school.code) ?? [];
      return {
        part: { school, persons: everybody.filter(isListed), season, version, madeOn, reports, standings, index: of.index },
        everybody,
      };
    }),
    leftOut: [...left].map(([reason, persons]) => ({ reason, persons })),
    open: inListOrder(open),
    decided: inListOrder(decided),
  };
}

/** The entries in the order of lists, each with its person's contracts in order. */
export function inListOrder<T extends { readonly person: Person }>(entries: readonly T[]): readonly T[] {
  const byKey = new Map(entries.map((entry) => [entry.person.key, entry]));
  return sortPersons(entries.map(({ person }) => person)).flatMap((person) => {
    const entry = byKey.get(person.key);
    return entry ? [{ ...entry, person }] : [];
  });
}
