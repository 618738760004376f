// Roster totals: what the list adds up to, and how that compares with the figures the notice or the bank states (控制数).
import type { Finding } from "../record/finding";
import { type Fen, sumFen } from "../values/money";
import { dueOf } from "../bank/repayment";
import type { Roster } from "../record/roster";
import type { ControlTotals } from "../record/season";

/** What a roster adds up to; rows held back for errors count, repeated copies do not. */
export interface RosterTotals {
  readonly persons: number;
  readonly contracts: number;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly due: Fen;
}

/** One stated figure beside the list's own: persons are counted, everything else is money. */
export type ControlFigure =
  | { readonly figure: "persons"; readonly expected: number; readonly actual: number; readonly ok: boolean }
  | { readonly figure: "principal" | "interest" | "due"; readonly expected: Fen; readonly actual: Fen; readonly ok: boolean };

/** The totals of a roster. */
export function rosterTotals({ rows, persons }: Roster): RosterTotals {
  return {
    persons: persons.length,
    contracts: rows.length,
    principal: sumFen(rows.map((row) => row.values.principal)),
    interest: sumFen(rows.map((row) => row.values.interest)),
    due: sumFen(rows.map(dueOf)),
  };
}

/** The stated figures beside the list's own, in the order of the notice; figures that nobody states are left out. */
export function compareControl({ persons, principal, interest, due }: ControlTotals, totals: RosterTotals): readonly ControlFigure[] {
  const compared = <T extends number>(expected: T, actual: T) => ({ expected, actual, ok: expected === actual });
  return [
    ...(persons === undefined ? [] : [{ figure: "persons" as const, ...compared(persons, totals.persons) }]),
    ...(principal === undefined ? [] : [{ figure: "principal" as const, ...compared(principal, totals.principal) }]),
    ...(interest === undefined ? [] : [{ figure: "interest" as const, ...compared(interest, totals.interest) }]),
    ...(due === undefined ? [] : [{ figure: "due" as const, ...compared(due, totals.due) }]),
  ];
}

const listed: ReadonlySet<string> = new Set(["principal", "interest", "due"]);

/** The totals that a list itself prints and that its rows do not add up to: such a list may lack rows, whatever its parts add up to. */
export function printedTotalsOff(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ rule, field = "" }) => rule === "total-differs" && listed.has(field));
}
