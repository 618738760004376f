// Rolling up (汇总): booking the bank's sheets, deriving where everybody stands on a day, and writing the tabs that leadership just opens.
import { type CountyTally, tallyCounty } from "../domain/county-tally";
import type { Day } from "../domain/day";
import type { Assignment } from "../domain/jurisdiction";
import { schoolsIn } from "../sheets/assignments";
import { type ChangeLog, logOf } from "../sheets/change-log";
import { rollupSummary } from "../sheets/rollup-words";
import type { Fen } from "../domain/money";
import { rate } from "../domain/rate";
import { indexReports } from "../domain/report";
import { type Booking, bookPayments, newestDay } from "../domain/repayment";
import { type Standing, standingsOf, withoutLetters } from "../domain/standing";
import type { Tally } from "../domain/tally";
import { returnsIn, type RollupInput } from "../sheets/rollup-input";
import { rollupSheets } from "../sheets/rollups";
import type { SeasonBook } from "../sheets/reading";
import { stopSources } from "../sheets/stop-decisions";
import type { TabId } from "../sheets/tabs";
import type { Workbook } from "./workbook";

/** What the roll-up is made from. */
export interface RollupOptions {
  readonly book: SeasonBook;
  readonly assignments: readonly Assignment[];
  /** The keys of persons on whose rows an error finding stands; they count in every figure. */
  readonly held: ReadonlySet<string>;
  readonly asOf: Day;
  /** The tabs to write, where a button is pressed for some of them; absent: all. */
  readonly only?: readonly TabId[];
  /** The log that goes on; absent: the book's own as it was read. */
  readonly log?: ChangeLog;
}

/** Rates are hundredths of a percent; undefined where there is nothing to take a part of. See `rateText`. */
export interface RollupFigures {
  readonly persons: number;
  readonly due: Fen;
  readonly repaid: Fen;
  readonly delivered: number;
  /** Persons less those who were rightly sent no letter. */
  readonly toDeliver: number;
  /** Delivered, of those: what tabs call 送达率. */
  readonly deliveryRateDue: number | undefined;
  readonly deliveryRate: number | undefined;
  readonly recoveryRate: number | undefined;
  /** Persons with every contract repaid, of all persons. */
  readonly recoveryRatePersons: number | undefined;
}

/** What the roll-up has come to: the county with persons who have no school yet; these are no school among `schools`. */
export interface RollupOutcome {
  readonly asOf: Day;
  /** The names that the tabs have in the book. */
  readonly tabs: readonly string[];
  readonly county: RollupFigures & { readonly outstanding: Fen; readonly exceptions: number };
  /** Every school of the table, with or without people, in its order; schools that only the list names come after. */
  readonly schools: readonly (RollupFigures & { readonly school: string; readonly rank: number | null })[];
  /** Persons without a school: in `county`, in no school. */
  readonly unassigned: RollupFigures;
  readonly bank: Pick<Booking, "surplus" | "shortfall"> & { readonly [K in "counted" | "duplicates" | "ignored" | "unmatched"]: number };
}

function figuresOf({ persons, due, repaid, delivered, toDeliver, personsPaid }: Tally): RollupFigures {
  return {
    persons,
    due,
    repaid,
    delivered,
    toDeliver,
    deliveryRateDue: rate(delivered, toDeliver),
    deliveryRate: rate(delivered, persons),
    recoveryRate: rate(repaid, due),
    recoveryRatePersons: rate(personsPaid, persons),
  };
}

// What schools wrote on special cases, all rows of a person together.
function notesOf({ roster, registers }: SeasonBook): ReadonlyMap<string, string> {
  const notes = [...indexReports(roster, registers).byPerson].map(([key, { exceptions }]): [string, string] => {
    const texts = exceptions.flatMap(({ row: { values } }) => values.exceptionNote ?? values.note ?? []);
    return [key, [...new Set(texts)].join("；")];
  });
  return new Map(notes.filter(([, text]) => text !== ""));
}

/** Everything that the roll-up tabs show, derived from the book as it is now. */
export function rollupInput({ book, assignments, held, asOf }: RollupOptions): RollupInput {
  const { roster, payments, registers, sheets, season } = book;
  const booking = bookPayments(roster, payments, asOf, sheets);
  const sources = { roster, payments, registers, sheets, asOf, held, assignments, booking, ...stopSources(book) };
  const spared = withoutLetters(sources, season.dates.deliveryFrom < asOf ? season.dates.deliveryFrom : asOf);
  const standings = new Map(
    [...standingsOf(sources)].map(([key, standing]): [string, Standing] => [key, { ...standing, neededNoLetter: spared.has(key) }]),
  );
  const tally: CountyTally = tallyCounty({ standings, assignments, schools: schoolsIn(book) });
  const dataAsOf = newestDay(payments, asOf) ?? asOf;
  return { season, asOf, dataAsOf, standings, tally, booking, returns: returnsIn(sheets.map(({ grid }) => grid)), notes: notesOf(book) };
}

async function run(workbook: Workbook, options: RollupOptions): Promise<RollupOutcome> {
  const input = rollupInput(options);
  const { tally, booking } = input;
  const sheets = rollupSheets(input, options.only);
  const log = (options.log ?? logOf(options.book)).add({ on: options.asOf, ...rollupSummary(tally.county) });
  const tabs = (await workbook.write([...sheets, log])).slice(0, sheets.length);
  return {
    asOf: options.asOf,
    tabs,
    county: { ...figuresOf(tally.county), outstanding: tally.county.outstanding, exceptions: tally.county.exceptions },
    schools: tally.schools.map(({ school, tally: part, rank }) => ({ school: school.name, ...figuresOf(part), rank })),
    unassigned: figuresOf(tally.unassigned),
    bank: {
      surplus: booking.surplus,
      shortfall: booking.shortfall,
      counted: booking.counted.length,
      duplicates: booking.duplicates.length,
      ignored: booking.ignored.length,
      unmatched: booking.unmatched.length,
    },
  };
}

/** The buttons: together they write 还款汇总, 异常汇总, 领导总览 and 学校汇总; run again with the same book, the result is the same. */
export const rollup = { id: "rollup", run } as const;
