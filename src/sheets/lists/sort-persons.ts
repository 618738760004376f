// The order of every list: by township, village and name, so that one round through a village meets its families together.
import type { SheetRow } from "../../domain/record/field";
import type { Person } from "../../domain/record/person";
import { byCode, byPinyin } from "../../domain/values/text-order";

const contentOf = ({ values }: SheetRow): string => JSON.stringify(values, Object.keys(values).sort());

/** By year and number; contracts that agree in both by all they say, and only then by where they stand. */
function compareLoans(a: SheetRow, b: SheetRow): number {
  return (
    byCode(a.values.loanYear ?? "", b.values.loanYear ?? "") ||
    byCode(a.values.contractNo ?? "", b.values.contractNo ?? "") ||
    byCode(contentOf(a), contentOf(b)) ||
    byCode(a.place.sheet, b.place.sheet) ||
    a.place.row - b.place.row
  );
}

const firstOf = ({ loans }: Person, field: "township" | "village"): string =>
  loans.find(({ values }) => values[field])?.values[field] ?? "";

/**
 * The persons in the order of lists, each with the contracts by year and number. Places and names compare by pinyin,
 * places that are blank last, so that the same people stand in the same order whatever the order of the rows was.
 */
export function sortPersons(persons: readonly Person[]): readonly Person[] {
  return persons
    .map((person) => (person.loans.length < 2 ? person : { ...person, loans: [...person.loans].sort(compareLoans) }))
    .map((person) => ({ person, township: firstOf(person, "township"), village: firstOf(person, "village") }))
    .sort(
      (a, b) =>
        byPinyin(a.township, b.township) ||
        byPinyin(a.village, b.village) ||
        byPinyin(a.person.name, b.person.name) ||
        byCode(a.person.key, b.person.key),
    )
    .map(({ person }) => person);
}
