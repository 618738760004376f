// Held persons: those on whose rows an error finding stands, so that no list or notice goes out with a wrong fact in it.
import type { Finding } from "./finding";
import { spoilingCodes } from "./layout-code";
import type { Roster } from "./rule";

/** The keys of the persons with an error finding on one of their rows, copies included, or on a sheet whose unit is not yuan; their rows still count in every total. */
export function heldPersons({ roster }: { readonly roster: Roster }, findings: readonly Finding[]): ReadonlySet<string> {
  const errors = new Set(findings.filter(({ severity }) => severity === "error").map(({ sheet, row }) => `${sheet}!${row}`));
  const spoilt = new Set(findings.filter(({ rule }) => spoilingCodes.has(rule)).map(({ sheet }) => sheet));
  const isMarked = ({ place }: Roster["rows"][number]) => spoilt.has(place.sheet) || errors.has(`${place.sheet}!${place.row}`);
  const copied = new Set(roster.copies.filter(({ row }) => isMarked(row)).map(({ of }) => of));
  return new Set(roster.persons.filter(({ loans }) => loans.some((row) => isMarked(row) || copied.has(row))).map(({ key }) => key));
}
