// What a planted break is: one record says which cell of which borrower is spoilt, and how.
import type { FieldId } from "../../domain/record/field";
import type { Severity } from "../../domain/record/finding";
import type { CellOut } from "../../sheets/writing/spec";
import type { LoanRow } from "../borrower-columns";
import type { SamplePerson } from "../records";

/** The other cells of the row that change so that nothing but this break shows. */
export type Changes = { readonly [F in FieldId]?: CellOut };

/** One way in which real lists are broken. */
export interface Break {
  /** D1 to D50, as docs/facts.md §9 numbers the breaks. */
  readonly code: string;
  readonly field: FieldId;
  readonly severity: Severity;
  /** A few words for the one who reads the list of planted breaks. */
  readonly what: string;
  /** Which of the person's rows are spoilt. */
  readonly rows: "first" | "last" | "all";
  /** Whether the break can occur with this person; absent: with anybody. */
  readonly suits?: (person: SamplePerson) => boolean;
  /** The spoilt cell; `index` counts the person's rows from 0. */
  readonly write: (row: LoanRow, index: number) => CellOut;
  readonly also?: (row: LoanRow) => Changes;
}

type Options = Pick<Break, "suits" | "also">;

/** A family of breaks in one field that have the number, the gravity and the rows in common. */
export function inField(field: FieldId, rows: Break["rows"]) {
  return (code: string, severity: Severity, what: string, write: Break["write"], options: Options = {}): Break => ({
    code,
    field,
    severity,
    what,
    rows,
    write,
    ...options,
  });
}

/** Text in full-width characters, as Chinese input methods leave it. */
export function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
