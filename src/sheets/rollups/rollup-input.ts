// What all roll-up tabs are drawn from: the county as tallied on the as-of day, the bank's sheets as booked, and what came back from schools.
import type { CountyTally } from "../../domain/standing/county-tally";
import type { Day } from "../../domain/values/day";
import type { Booking } from "../../domain/bank/repayment";
import type { Season } from "../../domain/record/season";
import type { Standing } from "../../domain/standing/standing";
import { cellText, type Grid } from "../grid";
import { type TabId, tabNames } from "../vocabulary/tabs";

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
  readonly standings: ReadonlyMap<string, Standing>;
  readonly tally: CountyTally;
  readonly booking: Booking;
  readonly returns: Returns;
  /** What schools wrote on special cases (情况说明), by person key. */
  readonly notes: ReadonlyMap<string, string>;
}

// Both tabs have a title, a remark and the headings above their rows; 未回收 ends with a totals row.
const rowsAbove = 3;

function rowsOf(grids: readonly Grid[], tab: TabId): number | undefined {
  const grid = grids.find(({ ownTab }) => ownTab === tab) ?? grids.find(({ ownTab, name }) => !ownTab && name === tabNames[tab]);
  const rows = grid?.rows.slice(rowsAbove).filter((row) => row.some((cell) => cellText(cell) !== "") && cellText(row[0]) !== "合计");
  return rows?.length;
}

/** What the book's tabs 冲突与无法匹配 and 未回收 say. */
export function returnsIn(grids: readonly Grid[]): Returns {
  const conflicts = rowsOf(grids, "conflicts");
  const notReturned = rowsOf(grids, "not-returned");
  return { ...(conflicts === undefined ? {} : { conflicts }), ...(notReturned === undefined ? {} : { notReturned }) };
}
