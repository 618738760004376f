// Everybody in their place before a list is made: each school's people, those left out of this version, and those who stay with the centre.
import type { Day } from "../domain/day";
import type { Assignment, School, Unassigned } from "../domain/jurisdiction";
import type { Person } from "../domain/person";
import { indexReports } from "../domain/report";
import { contractIdentity, fingerprintOf } from "../domain/row-key";
import type { Standing } from "../domain/standing";
import type { StopReason } from "../domain/stop";
import type { SeasonBook } from "../sheets/reading";
import type { SchoolPart } from "../sheets/school-list";
import { sortPersons } from "../sheets/sort-persons";
import type { Decided } from "../sheets/unassigned";

/** What people are divided by. */
export interface Dividing {
  readonly book: SeasonBook;
  /** Whose school is whose, those who are held back for errors standing apart. */
  readonly assignments: readonly Assignment[];
  readonly standings: ReadonlyMap<string, Standing>;
  readonly version: number;
  readonly madeOn: Day;
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

/**
 * The people of a book, each in one place.
 * @param decisions what the centre wrote on 待划分 (see `decisionsIn`)
 */
export function divide(
  { book, assignments, standings, version, madeOn, leavesOut }: Dividing,
  schools: readonly School[],
  decisions: ReadonlyMap<string, string>,
): Divided {
  const { roster, season, registers } = book;
  const people = new Map(schools.map(({ code }): [string, Person[]] => [code, []]));
  const open: Unassigned[] = [];
  const decided: Decided[] = [];
  for (const assignment of assignments) {
    const { person, school } = assignment;
    if (!school) open.push(assignment);
    else {
      people.get(school.code)?.push(person);
      if (decisions.size > 0 && person.loans.some((loan) => decisions.has(fingerprintOf(contractIdentity(loan)))))
        decided.push({ person, school });
    }
  }
  const reports = indexReports(roster, registers).byPerson;
  const left = new Map<StopReason, Person[]>();
  const isListed = (person: Person): boolean => {
    const reason = leavesOut ? standings.get(person.key)?.stop : undefined;
    if (reason !== undefined) left.set(reason, [...(left.get(reason) ?? []), person]);
    return reason === undefined;
  };
  return {
    schools: schools.map((school) => {
      const everybody = people.get(school.code) ?? [];
      return { part: { school, persons: everybody.filter(isListed), season, version, madeOn, reports, standings }, everybody };
    }),
    leftOut: [...left].map(([reason, persons]) => ({ reason, persons })),
    open: inListOrder(open),
    decided: inListOrder(decided),
  };
}

/** The entries in the order of lists, each with its person's contracts in order. */
function inListOrder<T extends { readonly person: Person }>(entries: readonly T[]): readonly T[] {
  const byKey = new Map(entries.map((entry) => [entry.person.key, entry]));
  return sortPersons(entries.map(({ person }) => person)).flatMap((person) => {
    const entry = byKey.get(person.key);
    return entry ? [{ ...entry, person }] : [];
  });
}
