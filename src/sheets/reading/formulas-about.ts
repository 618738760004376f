// Formulas that people wrote on their own sheets about tabs of ours: which name them, and what becomes of them with the tab.

/** What becomes of a formula: it stays; it cannot be put back, since its cell is locked on a protected sheet; or what it is about goes for good. */
export type FormulaFate = "kept" | "locked" | "lost";

/** A formula of the user's about a tab of ours, for people. */
export interface FormulaAbout {
  readonly sheet: string;
  /** Its address; "" where the file does not say it. */
  readonly cell: string;
  readonly fate: FormulaFate;
}

const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;

// What a name may go on with to the left, where it stands without quotes; behind a bracket it is a sheet of another workbook.
const partOfName = /[\p{L}\p{N}_.\]]$/u;

const namesBare = (formula: string, name: string): boolean =>
  formula
    .split(`${name}!`)
    .slice(0, -1)
    .some((before) => !partOfName.test(before));

/** Whether a formula names one of these sheets; one that merely quotes such a name counts too. */
export function mentions(formula: unknown, names: readonly string[]): boolean {
  if (typeof formula !== "string" || !formula.startsWith("=")) return false;
  return names.some((name) => formula.includes(`${quoted(name)}!`) || namesBare(formula, name));
}
