// What all roll-up tabs are drawn from: the county as tallied on the as-of day, the bank's sheets as booked, and what came back from schools.
import type { CountyTally } from "../../domain/standing/county-tally";
import type { Day } from "../../domain/values/day";
import type { ContractKey, PersonKey } from "../../domain/identity/keys";
import type { Booking } from "../../domain/bank/repayment";
import type { RowPlace, SheetRow } from "../../domain/record/field";
import type { Season } from "../../domain/record/season";
import type { Standing } from "../../domain/standing/standing";
import type { NoteFigure } from "./figures";
import type { Grid } from "../grid";
import type { BatchInput } from "../bank/batch-register";
import { conflictsIn } from "../returns/conflicts";
import { notReturnedIn } from "../returns/not-returned";

/** How many entries of returned files wait for a decision, and how many schools have returned nothing; absent before the first return. */
export interface Returns {
  readonly conflicts?: number;
  readonly notReturned?: number;
}

/** The figures and persons behind every roll-up tab. */
export interface RollupInput {
  readonly season: Season;
  readonly asOf: Day;
  /** The day of the newest bank row up to then: how fresh the figures are. */
  readonly dataAsOf: Day;
  readonly standings: ReadonlyMap<PersonKey, Standing>;
  readonly tally: CountyTally;
  readonly booking: Booking;
  readonly returns: Returns;
  readonly returnLines: ReturnLines;
  /** What schools wrote on special cases (情况说明), by person key. */
  readonly notes: ReadonlyMap<PersonKey, string>;
  /** The last thing that a school said of the money of each contract, up to the as-of day (还款台账). */
  readonly claims: ReadonlyMap<ContractKey, SheetRow>;
  /** Whether the book has the tab 还款对账 already. */
  readonly hasRepaymentCheck: boolean;
  /** What the register of the bank's batches is drawn from besides. */
  readonly batches: Pick<BatchInput, "payments" | "roster" | "parts" | "sheets" | "lines">;
  /** Told of every figure while a tab is drawn. */
  readonly note?: NoteFigure;
}

/** The lines of the book's tabs 冲突与无法匹配 and 未回收; absent where there is no such tab. */
export type ReturnLines = { readonly [K in keyof Returns]: readonly RowPlace[] };

/** Those lines. */
export function returnLinesIn(grids: readonly Grid[]): ReturnLines {
  const conflicts = conflictsIn(grids);
  const notReturned = notReturnedIn(grids);
  return { ...(conflicts === undefined ? {} : { conflicts }), ...(notReturned === undefined ? {} : { notReturned }) };
}

/** What the book's tabs 冲突与无法匹配 and 未回收 say. */
export function returnsIn(grids: readonly Grid[]): Returns {
  const { conflicts, notReturned } = returnLinesIn(grids);
  return {
    ...(conflicts === undefined ? {} : { conflicts: conflicts.length }),
    ...(notReturned === undefined ? {} : { notReturned: notReturned.length }),
  };
}
