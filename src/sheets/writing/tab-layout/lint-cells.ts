// Checks the cells of a tab of ours: lengths, numbers that Excel would round, formulas, links and error values.
import { cellAddress } from "../../grid";
import { type FileCell, type FileSheet } from "./cell-style";

/** What a check calls when something is wrong. */
export type Refuse = (what: string) => never;

const textLimit = 32_767;
const formulaLimit = 8192;
const errors = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);

/** Excel keeps 15 digits; an ID number must never get here as a number. */
const numberLimit = 1e15;

/** Refuses the first cell that Excel could not hold as it is. */
export function lintCells({ tab, rows }: FileSheet, refuse: Refuse): void {
  // The sample county's own sheets show what goes wrong in offices: IDs that Excel has rounded among it.
  const isOurs = tab !== "";
  for (const [rowIndex, row] of rows.entries()) {
    if (row.length > 16_384) refuse(`row ${rowIndex + 1}: ${row.length} cells`);
    for (let column = 0; column < row.length; column++) {
      const cell = row[column] ?? null;
      if (cell === null) continue;
      const wrong = !isOurs && typeof cell === "number" && Number.isFinite(cell) ? undefined : problem(cell);
      if (wrong !== undefined) refuse(`${cellAddress(rowIndex, column)}: ${wrong}`);
    }
  }
}

// Never quotes a value: it may be a person's.
function problem(cell: NonNullable<FileCell>): string | undefined {
  if (typeof cell === "boolean") return undefined;
  if (typeof cell === "string") return cell.length > textLimit ? `text of ${cell.length} characters` : undefined;
  if (typeof cell === "number") return isExact(cell) ? undefined : "a number that Excel cannot hold exactly";
  if ("fen" in cell) return Number.isSafeInteger(cell.fen) ? undefined : "an amount that is no whole number of fen";
  if ("day" in cell) return /^\d{4}-\d{2}-\d{2}$/.test(cell.day) ? undefined : "a day that is none";
  if ("rate" in cell) return Number.isFinite(cell.rate) ? undefined : "a rate that is no number";
  if ("error" in cell) return errors.has(cell.error) ? undefined : "an error value that Excel does not know";
  if ("formula" in cell) return formulaProblem(cell.formula, cell.value);
  return linkProblem(cell);
}

function isExact(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) < numberLimit;
}

function formulaProblem(formula: string, value: number | string): string | undefined {
  if (formula === "" || formula.startsWith("=") || formula.length > formulaLimit) return "a formula that begins with = or is too long";
  return typeof value === "string" || Number.isFinite(value) ? undefined : "a formula without a value";
}

function linkProblem({ text, link }: { text: string; link: { cell: string } }): string | undefined {
  if (text.length > textLimit) return `text of ${text.length} characters`;
  return /^\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(:\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?$/.test(link.cell) ? undefined : `a link to ${link.cell}`;
}
