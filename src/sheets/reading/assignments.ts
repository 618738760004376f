// Whose school is whose in a book: the table 附件2, the hand-written schools, and what the centre has decided on the tab 待划分.
import { type Assignment, assignSchools, type School, schoolsOf } from "../../domain/places/jurisdiction";
import type { Person } from "../../domain/record/person";
import { byPinyin } from "../../domain/values/text-order";
import { type ContractKey, contractIdentity, type SchoolKey, schoolKey } from "../../domain/identity/keys";
import type { SeasonBook } from "./reading";

/** The school that the centre wrote on 待划分, by contract (see `decisionsIn`). */
export type PlaceDecisions = ReadonlyMap<ContractKey, string>;

/** A person as the centre's decisions see it: what was decided for one contract holds for all; two decisions stand each with its own. */
function withDecisions(person: Person, decisions: PlaceDecisions): Person {
  const own = person.loans.map((loan) => decisions.get(contractIdentity(loan)));
  const distinct = new Set(own.filter((school) => school !== undefined));
  const [only] = distinct;
  if (only === undefined) return person;
  const schoolOf = (index: number) => (distinct.size === 1 ? only : own[index]);
  return {
    ...person,
    loans: person.loans.map((loan, index) => {
      const school = schoolOf(index);
      return school === undefined ? loan : { ...loan, values: { ...loan.values, school } };
    }),
  };
}

function decidedPersons({ roster }: SeasonBook, decisions: PlaceDecisions): readonly Person[] {
  return decisions.size === 0 ? roster.persons : roster.persons.map((person) => withDecisions(person, decisions));
}

/** All schools of the book as the centre has them: in the order of 附件2; without a table those written in the rows or on 待划分, in the order of 附件1. */
export function schoolsIn(book: SeasonBook, decisions: PlaceDecisions): readonly School[] {
  const schools = schoolsOf(decidedPersons(book, decisions), book.jurisdictions);
  if (book.jurisdictions?.schools.length) return schools;
  const listed = book.contacts.map(({ values }) => schoolKey(values.school?.trim() ?? ""));
  const place = ({ name }: School) => (listed.includes(name) ? listed.indexOf(name) : listed.length);
  return [...schools].sort((a, b) => place(a) - place(b));
}

/** Compares names of schools by their order, other names last and by pinyin. */
export function schoolOrder(schools: readonly School[]): (a: SchoolKey | "", b: SchoolKey | "") => number {
  const places = new Map<string, number>(schools.map(({ name }, index) => [name, index]));
  const place = (name: SchoolKey | "") => places.get(name) ?? places.size;
  return (a, b) => place(a) - place(b) || byPinyin(a, b);
}

/** Where every person of the book belongs, in the order of the roster; the persons are the roster's own. */
export function assignmentsOf(book: SeasonBook, decisions: PlaceDecisions): readonly Assignment[] {
  const { persons } = book.roster;
  return assignSchools(decidedPersons(book, decisions), book.jurisdictions).map((assignment, index) => ({
    ...assignment,
    person: persons[index] ?? assignment.person,
  }));
}
