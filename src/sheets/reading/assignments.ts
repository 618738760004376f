// Whose school is whose in a book: the table 附件2, the hand-written schools, and what the centre has decided on the tab 待划分.
import { type Assignment, assignSchools, type School, schoolsOf } from "../../domain/places/jurisdiction";
import type { Person } from "../../domain/record/person";
import { byPinyin } from "../../domain/values/text-order";
import { contractIdentity, fingerprintOf } from "../../domain/identity/row-key";
import type { SeasonBook } from "./reading";
import { decisionsIn } from "../lists/unassigned";

/** A person as the centre's decisions see it: what was decided for one contract holds for all; two decisions stand each with its own. */
function withDecisions(person: Person, decisions: ReadonlyMap<string, string>): Person {
  const own = person.loans.map((loan) => decisions.get(fingerprintOf(contractIdentity(loan))));
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

function decidedPersons({ roster, sheets }: SeasonBook): readonly Person[] {
  const decisions = decisionsIn(sheets.map(({ grid }) => grid));
  return decisions.size === 0 ? roster.persons : roster.persons.map((person) => withDecisions(person, decisions));
}

/** All schools of the book as the centre has them: in the order of 附件2; without a table those written in the rows or on 待划分, in the order of 附件1. */
export function schoolsIn(book: SeasonBook): readonly School[] {
  const schools = schoolsOf(decidedPersons(book), book.jurisdictions);
  if (book.jurisdictions?.schools.length) return schools;
  const listed = book.contacts.map(({ values }) => values.school?.trim());
  const place = ({ name }: School) => (listed.includes(name) ? listed.indexOf(name) : listed.length);
  return [...schools].sort((a, b) => place(a) - place(b));
}

/** Compares names of schools by their order, other names last and by pinyin. */
export function schoolOrder(schools: readonly School[]): (a: string, b: string) => number {
  const places = new Map(schools.map(({ name }, index) => [name, index]));
  const place = (name: string) => places.get(name) ?? places.size;
  return (a, b) => place(a) - place(b) || byPinyin(a, b);
}

/** Where every person of the book belongs, in the order of the roster; the persons are the roster's own. */
export function assignmentsOf(book: SeasonBook): readonly Assignment[] {
  const { persons } = book.roster;
  return assignSchools(decidedPersons(book), book.jurisdictions).map((assignment, index) => ({
    ...assignment,
    person: persons[index] ?? assignment.person,
  }));
}
