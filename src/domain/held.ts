// Held persons: those on whose rows an error finding stands, so that no list or notice goes out with a wrong fact in it.
import type { Finding } from "./finding";
import type { Roster } from "./rule";

/** The keys of the persons with an error finding on one of their rows; their rows still count in every total. */
export function heldPersons({ roster }: { readonly roster: Roster }, findings: readonly Finding[]): ReadonlySet<string> {
  const errors = findings.filter(({ severity }) => severity === "error");
  const rows = new Set(errors.map(({ sheet, row }) => `${sheet}!${row}`));
  const isHeld = ({ place }: Roster["rows"][number]) => rows.has(`${place.sheet}!${place.row}`);
  return new Set(roster.persons.filter(({ loans }) => loans.some(isHeld)).map(({ key }) => key));
}
