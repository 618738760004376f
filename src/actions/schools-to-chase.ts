// Which schools have not returned anything that could be merged, with what is at stake and whom to ring up.
import type { ContractIndex } from "../domain/contract-index";
import type { Assignment, School } from "../domain/jurisdiction";
import { sumFen } from "../domain/money";
import type { Person } from "../domain/person";
import type { Stored } from "../domain/register-store";
import { dueOf } from "../domain/repayment";
import { schoolOrder } from "../sheets/assignments";
import type { SchoolNotReturned } from "../sheets/not-returned";
import type { SeasonBook } from "../sheets/reading";
import type { ReturnLine } from "../sheets/returns";

/** What says who has returned something in the course of the season. */
export interface ChaseInput {
  readonly book: SeasonBook;
  readonly assignments: readonly Assignment[];
  readonly index: ContractIndex;
  /** 回收登记 with the lines of this run. */
  readonly lines: readonly ReturnLine[];
  readonly registers: Stored["registers"];
  /** The keys of persons who are on no school's list for now; a school with nobody else got none. */
  readonly held: ReadonlySet<string>;
}

/** The schools that have a list and of which nothing has come back, in the order that the book has. */
export function schoolsToChase({ book, assignments, index, lines, registers, held }: ChaseInput): readonly SchoolNotReturned[] {
  const returned = new Set(lines.flatMap(({ isMerged, school }) => (isMerged ? [school] : [])));
  // Rows that came out of a file, even where 回收登记 is gone; what the centre typed itself names no file.
  for (const rows of Object.values(registers)) {
    for (const { row, contract } of rows) if (contract?.school && row.values.source) returned.add(contract.school.name);
  }
  const people = new Map<string, Person[]>();
  for (const { person, school } of assignments) {
    if (!school || held.has(person.key)) continue;
    const own = people.get(school.name);
    if (own) own.push(person);
    else people.set(school.name, [person]);
  }
  const order = schoolOrder(book);
  return [...index.schools.values()]
    .filter(({ name }) => !returned.has(name) && people.has(name))
    .sort((a, b) => order(a.name, b.name))
    .map((school) => toChase(school, book, people.get(school.name) ?? []));
}

function toChase(school: School, { contacts, jurisdictions }: SeasonBook, persons: readonly Person[]): SchoolNotReturned {
  const keyOf = (text: string) => jurisdictions?.placeKey("school", text) ?? text;
  const spellings = new Set([school.name, ...school.aliases].map(keyOf));
  const row = contacts.find(({ values }) => values.school !== undefined && spellings.has(keyOf(values.school)));
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
