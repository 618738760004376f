// Persons: all contract rows of one borrower, kept together through the whole season.
import type { SheetRow } from "./field";
import { isSoundKey, type PersonKey, personKey } from "../identity/keys";
import { groupBy } from "../values/group-by";

/** One borrower (借款学生) with every contract row that bears the same ID number. */
export interface Person {
  readonly key: PersonKey;
  readonly name: string;
  /** The ID number as 18 characters, or the unusable text as it stands ("" when blank). */
  readonly citizenId: string;
  /** The contract rows, in the order of the sheets; never empty. */
  readonly loans: readonly SheetRow[];
}

/** The persons of the rows, in order of first appearance. */
export function groupPersons(rows: readonly SheetRow[]): readonly Person[] {
  return [...groupBy(rows, personKey)].map(([key, loans]) => ({
    key,
    name: loans.find((loan) => loan.values.name)?.values.name ?? "",
    citizenId: isSoundKey(key) ? key : (loans[0]?.values.citizenId ?? ""),
    loans,
  }));
}
