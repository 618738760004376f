// The order of every list: by township, village and name, so that one round through a village meets its families together.
import type { SheetRow } from "../domain/field";
import type { Person } from "../domain/person";

const compare = (a: readonly string[], b: readonly string[]): number => {
  const at = a.findIndex((text, index) => text !== b[index]);
  return at < 0 ? 0 : (a[at] ?? "") < (b[at] ?? "") ? -1 : 1;
};

const loanOrder = ({ values, place }: SheetRow): readonly string[] => [
  values.loanYear ?? "",
  values.contractNo ?? "",
  JSON.stringify(values, Object.keys(values).sort()),
  place.sheet,
  String(place.row).padStart(7, "0"),
];

/** The item with what it is sorted by, made once. */
function sortedBy<T>(items: readonly T[], orderOf: (item: T) => readonly string[]): readonly T[] {
  return items
    .map((item) => ({ item, order: orderOf(item) }))
    .sort((a, b) => compare(a.order, b.order))
    .map(({ item }) => item);
}

/**
 * The persons in the order of lists, each with the contracts by year and number. Texts compare by their characters' codes, blanks last, so
 * that every computer and language gives the same order, whatever the order of the rows was.
 */
export function sortPersons(persons: readonly Person[]): readonly Person[] {
  const ordered = persons.map((person) => (person.loans.length < 2 ? person : { ...person, loans: sortedBy(person.loans, loanOrder) }));
  const first = ({ loans }: Person, field: "township" | "village") => loans.find(({ values }) => values[field])?.values[field] ?? "\uffff";
  return sortedBy(ordered, (person) => [first(person, "township"), first(person, "village"), person.name, person.key]);
}
