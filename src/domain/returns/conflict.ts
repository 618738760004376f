// Conflicts (冲突与无法匹配): everything in a returned file that was not merged, with the reason and the text that a person needs to decide.
import type { SchoolKey } from "../identity/keys";
import type { Contract } from "../identity/contract-index";
import type { Entered, FieldId, RowPlace, SheetRow } from "../record/field";

/** Why something was not merged; the kinds are part of the command line's contract. */
export type ConflictKind =
  | "locked-changed" // a fact of the list was altered; the roster's stays
  | "row-added" // a contract or person that the roster does not have
  | "row-missing" // a contract of the school's list is not in its file
  | "row-duplicated" // one contract stands in the file more than once
  | "row-shifted" // a column was sorted without the others
  | "two-versions" // two reports give different values for one cell
  | "invalid-value" // an entry that cannot be read or cannot be true
  | "other-school" // the row belongs to another school
  | "unmatched"; // nothing says whose row it is

/** The kinds in the order in which a person should look at them. */
export const conflictKinds: readonly ConflictKind[] = [
  "row-shifted",
  "other-school",
  "unmatched",
  "row-added",
  "row-duplicated",
  "two-versions",
  "invalid-value",
  "locked-changed",
  "row-missing",
];

/** One thing that was not merged. */
export interface Conflict {
  readonly file: string;
  readonly kind: ConflictKind;
  /** The school that answers for the contract, else the one the file is from; "" when neither is known. */
  readonly school: SchoolKey | "";
  /** The row it is about; absent for a row that is missing and for a file as a whole. */
  readonly place?: RowPlace;
  readonly field?: FieldId;
  readonly contract?: Contract;
  /** What the roster (for two versions: the value that was merged) says. */
  readonly expected?: string | number;
  /** What the file says. */
  readonly found?: string | number;
  /** The cell's own text where it could not be read. */
  readonly raw?: string;
  /** The whole row where none of its entries was merged. */
  readonly row?: SheetRow;
  /** The entries of that row that hold, where the centre may take them all the same. */
  readonly entries?: Entered;
  /** Which visit to the borrower it is about (see `MergedReport.visit`). */
  readonly visit?: string;
  /** For a file that stays out as a whole: what its content is known by, how many of its rows hold entries, and whose list it is when another's. */
  readonly whole?: { readonly print: string; readonly rows: number; readonly content?: SchoolKey };
}
