// What the pane asks of the engine: which button, on which day, and with what.
import type { Press } from "../../actions/perform";
import type { SeasonOptions } from "../../sheets/reading/read-season";

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

/** One press of a button in the pane. */
export interface Request extends Press {
  readonly season: SeasonOptions;
  /** Merging: what the schools returned. */
  readonly incoming?: readonly ReturnedFile[];
}
