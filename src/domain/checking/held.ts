// Held persons: those on whose rows an error finding stands, so that no list or notice goes out with a wrong fact in it.
import type { Finding } from "../record/finding";
import type { Assignment } from "../places/jurisdiction";
import type { PersonKey } from "../identity/keys";
import type { Roster } from "../record/roster";

/** The codes of the error findings on each row, by `sheet!row`. */
export function errorsByRow(findings: readonly Finding[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byRow = new Map<string, Set<string>>();
  for (const { severity, sheet, row, rule } of findings) {
    const key = `${sheet}!${row}`;
    if (severity === "error") byRow.set(key, (byRow.get(key) ?? new Set()).add(rule));
  }
  return byRow;
}

/** The keys of the persons with an error finding on one of their rows; their rows still count in every total. */
export function heldPersons({ roster }: { readonly roster: Roster }, findings: readonly Finding[]): ReadonlySet<PersonKey> {
  const rows = errorsByRow(findings);
  const isHeld = ({ place }: Roster["rows"][number]) => rows.has(`${place.sheet}!${place.row}`);
  return new Set(roster.persons.filter(({ loans }) => loans.some(isHeld)).map(({ key }) => key));
}

/** The assignments with held persons standing apart: their school is only a candidate until their errors are mended. */
export function setApart(assignments: readonly Assignment[], held: ReadonlySet<PersonKey>): readonly Assignment[] {
  return assignments.map((assignment) => {
    const { person, school } = assignment;
    if (!held.has(person.key)) return assignment;
    return { person, reason: "held-for-errors", candidates: school ? [school.name] : assignment.candidates };
  });
}
