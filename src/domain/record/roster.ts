// The roster (名单): all borrower rows of the book and the persons that they make.
import type { SheetRow } from "./field";
import type { Person } from "./person";

/** All borrower rows and the persons they make. */
export interface Roster {
  readonly rows: readonly SheetRow[];
  readonly persons: readonly Person[];
  /** Rows that repeat another row of the same contract in every value: reported, and counted once. */
  readonly copies: readonly { readonly row: SheetRow; readonly of: SheetRow }[];
}
