// Roster totals: what the list adds up to, and how that compares with the figures the notice or the bank states (控制数).
import { type Fen, sumFen } from "./money";
import { dueOf } from "./repayment";
import type { Roster } from "./rule";
import type { ControlTotals } from "./season";

/** What a roster adds up to; rows held back for errors count, repeated copies do not. */
export interface RosterTotals {
  readonly persons: number;
  readonly contracts: number;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly due: Fen;
}

/** One control figure beside the list's own; without a stated figure there is nothing to compare. */
export type ControlLine =
  | { readonly figure: "persons"; readonly expected?: number; readonly actual: number; readonly ok?: boolean }
  | { readonly figure: "principal" | "interest" | "due"; readonly expected?: Fen; readonly actual: Fen; readonly ok?: boolean };

/** The totals of a roster. */
export function totalsOf({ rows, persons }: Roster): RosterTotals {
  return {
    persons: persons.length,
    contracts: rows.length,
    principal: sumFen(rows.map((row) => row.values.principal)),
    interest: sumFen(rows.map((row) => row.values.interest)),
    due: sumFen(rows.map(dueOf)),
  };
}

/** The control figures beside the totals, in the order of the notice. */
export function compareControl(control: ControlTotals, totals: RosterTotals): readonly ControlLine[] {
  const compared = <T extends number>(expected: T | undefined, actual: T) =>
    expected === undefined ? { actual } : { expected, actual, ok: expected === actual };
  return [
    { figure: "persons", ...compared(control.persons, totals.persons) },
    ...(["principal", "interest", "due"] as const).map((figure) => ({ figure, ...compared(control[figure], totals[figure]) })),
  ];
}
