// Persons: all contract rows of one borrower, kept together through the whole season.
import type { SheetRow } from "./field";
import { citizenIdFault, upgradeCitizenId } from "../identity/citizen-id";

/** One borrower (借款学生) with every contract row that bears the same ID number. */
export interface Person {
  /** The ID number as 18 characters; for rows without a usable number, a substitute that starts with `?`. */
  readonly key: string;
  readonly name: string;
  /** The ID number as 18 characters, or the unusable text as it stands ("" when blank). */
  readonly citizenId: string;
  /** The contract rows, in the order of the sheets; never empty. */
  readonly loans: readonly SheetRow[];
}

/**
 * The key that says whose row it is: the ID number (15-digit ones upgraded). A row whose number is missing, damaged or impossible is
 * nobody else's: it goes by name, number text and telephone, and never joins a person with a sound number.
 */
export function personKey(row: SheetRow): string {
  const { citizenId = "", name = "", phone = "", contractNo = "" } = row.values;
  const lost = row.issues.some((issue) => issue.field === "citizenId" && ["digits-lost", "masked"].includes(issue.kind));
  const upgraded = upgradeCitizenId(citizenId);
  if (!lost && citizenIdFault(upgraded) === undefined) return upgraded;
  return citizenId || phone ? `?${name}|${citizenId}|${phone}` : `?${name}|${contractNo || `${row.place.sheet}!${row.place.row}`}`;
}

/** The persons of the rows, in order of first appearance. */
export function groupPersons(rows: readonly SheetRow[]): readonly Person[] {
  const byKey = new Map<string, SheetRow[]>();
  for (const row of rows) {
    const key = personKey(row);
    const loans = byKey.get(key);
    if (loans) loans.push(row);
    else byKey.set(key, [row]);
  }
  return [...byKey].map(([key, loans]) => ({
    key,
    name: loans.find((loan) => loan.values.name)?.values.name ?? "",
    citizenId: key.startsWith("?") ? (loans[0]?.values.citizenId ?? "") : key,
    loans,
  }));
}
