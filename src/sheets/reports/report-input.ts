// The frozen source of all reports: the county as tallied on a day, the bank's word day by day, and the delivered notices; every file is drawn from this alone.
import type { Day } from "../../domain/values/day";
import type { SheetRow } from "../../domain/record/field";
import type { School } from "../../domain/places/jurisdiction";
import type { Fen } from "../../domain/values/money";
import type { PersonKey } from "../../domain/identity/keys";
import type { RosterIndex } from "../../domain/identity/roster-index";
import type { RollupInput } from "../rollups/rollup-input";

/** What the bank had taken by the end of a day. */
export interface Progress {
  readonly on: Day;
  readonly repaid: Fen;
}

/** By what a frozen report is known: its content as a print, and what the draw for inspection depends on. */
export interface Stamp {
  /** Four groups of four hexadecimal digits. */
  readonly hash: string;
  readonly seed: string;
}

/** Everything that the reports show. */
export interface ReportInput extends RollupInput {
  /** From the first day on which the bank took money to the last, a few of them; never more than fit a chart. */
  readonly progress: readonly Progress[];
  /** The row by which a notice counts as delivered, by person key. */
  readonly deliveries: ReadonlyMap<PersonKey, SheetRow>;
  /** The school that answers for a person, by person key. */
  readonly schoolOf: ReadonlyMap<PersonKey, School>;
  /** The list by contract and person, for the numbers of notices. */
  readonly index: RosterIndex;
  /** Absent while the reports are drawn to be stamped. */
  readonly stamp?: Stamp;
}

/** The version of the definitions by which figures are reckoned; raised whenever one of them changes. */
export const ruleVersion = "2019.4";
