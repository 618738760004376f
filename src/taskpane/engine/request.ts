// What the pane asks of the engine: which button, on which day, and with what.
import type { ActionId } from "../../actions/index";
import type { SeasonOptions } from "../../sheets/read-season";

/** A file that a school returned, as the user handed it over. */
export interface ReturnedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The password that opens it, where it could not be taken off. */
  readonly password?: string;
  /** Whether its password is not known yet. */
  readonly isLocked?: boolean;
  /** Whether it is the centre's list of passwords, which came along to open the others. */
  readonly isPasswordList?: boolean;
}

/** One press of a button. */
export interface Request {
  readonly action: ActionId;
  readonly season: SeasonOptions;
  /** Splitting: every school's file gets a password of its own. */
  readonly encrypt?: boolean;
  /** Splitting: the book gets a tab per school as well. */
  readonly tabs?: boolean;
  /** Splitting: the version of the lists; the one that the book knows, unless told otherwise. */
  readonly version?: number;
  /** Splitting: from version 2 on, lists leave out whoever may not be approached. */
  readonly leavesOut?: boolean;
  /** Merging: what the schools returned. */
  readonly incoming?: readonly ReturnedFile[];
}
