// Which schools have not returned anything that could be merged, with what is at stake and whom to ring up.
import type { SchoolKey } from "../domain/identity/keys";
import type { School } from "../domain/places/jurisdiction";
import { sumFen } from "../domain/values/money";
import type { SheetRow } from "../domain/record/field";
import type { Person } from "../domain/record/person";
import { registerIds } from "../domain/record/registers";
import type { SlipRecord } from "../domain/returns/slip";
import type { Stored } from "../domain/returns/register-store";
import { dueOf } from "../domain/bank/repayment";
import type { SchoolNotReturned } from "../sheets/returns/not-returned";
import { contactRowOf } from "../sheets/reading/contacts";
import type { SeasonBook } from "../sheets/reading/reading";
import { type ReturnLine, returnLines } from "../sheets/returns/returns";
import type { OpenSeason } from "./season";

/** What says who has returned something in the course of the season. */
export interface ReturnedSoFar {
  /** 回收登记 with the lines of this run. */
  readonly lines: readonly ReturnLine[];
  readonly registers: Stored["registers"];
  /** The slips that are in, those of this run included. */
  readonly slips?: readonly SlipRecord[];
}

/** The schools that have a list and of which nothing has come back. */
export function schoolsToChase(of: OpenSeason, soFar: ReturnedSoFar): readonly SchoolNotReturned[] {
  const returned = returnedSchools(of, soFar);
  return schoolsWithLists(of).filter(({ school }) => !returned.has(school));
}

/** The schools of which something has come back. */
export function returnedSchools(of: OpenSeason, { lines, registers, slips = of.slips }: ReturnedSoFar): ReadonlySet<SchoolKey | ""> {
  // Slips and fix-it files come from a school as well, and are no list.
  const others = new Set([...slips.map(({ source }) => source), ...lines.flatMap(({ isFix, file }) => (isFix ? [file] : []))]);
  const isFromList = (source: string | undefined) => source !== undefined && !others.has(source);
  const returned = new Set<SchoolKey | "">(lines.flatMap(({ isMerged, school }) => (isMerged ? [school] : [])));
  // Rows that came out of a file, even where 回收登记 is gone; what the centre typed itself names no file.
  for (const rows of Object.values(registers)) {
    for (const { row, contract } of rows) if (contract?.school && isFromList(row.values.source)) returned.add(contract.school.name);
  }
  return returned;
}

/** All schools that have a list, in the order that the book has; a school with nobody but held persons got none. */
export function schoolsWithLists(of: OpenSeason): readonly SchoolNotReturned[] {
  const { assignments, book, contracts, held } = of;
  const people = new Map<SchoolKey, Person[]>();
  for (const { person, school } of assignments) {
    if (!school || held.has(person.key)) continue;
    const own = people.get(school.name);
    if (own) own.push(person);
    else people.set(school.name, [person]);
  }
  const order = of.schoolOrder;
  return [...contracts.schools.values()]
    .filter(({ name }) => people.has(name))
    .sort((a, b) => order(a.name, b.name))
    .map((school) => toChase(school, book, people.get(school.name) ?? []));
}

/** The same by the book as it stands. */
export function schoolsNotReturned(of: OpenSeason): readonly SchoolNotReturned[] {
  return schoolsToChase(of, returnedSoFar(of));
}

/** What the book itself says of it. */
export function returnedSoFar(of: OpenSeason): ReturnedSoFar {
  const { book, contracts, grids } = of;
  const stored = (row: SheetRow) => {
    const { contract } = contracts.matchPerson(row);
    return { row, ...(contract ? { contract } : {}), isChanged: false };
  };
  const registers = Object.fromEntries(registerIds.map((id) => [id, book.registers[id].map(stored)])) as unknown as Stored["registers"];
  return { lines: returnLines(grids), registers };
}

function toChase(school: School, book: SeasonBook, persons: readonly Person[]): SchoolNotReturned {
  const row = contactRowOf(book, school);
  const loans = persons.flatMap((person) => person.loans);
  return {
    school: school.name,
    contact: row?.values.contact ?? "",
    contactPhone: row?.values.contactPhone ?? "",
    liaison: school.liaison,
    persons: persons.length,
    contracts: loans.length,
    due: sumFen(loans.map(dueOf)),
  };
}
