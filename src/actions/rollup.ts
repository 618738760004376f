// Rolling up (汇总): booking the bank's sheets, deriving where everybody stands on a day, and writing the tabs that leadership just opens.
import { type CountyTally, tallyCounty } from "../domain/standing/county-tally";
import type { ContractKey, PersonKey } from "../domain/identity/keys";
import type { SheetRow } from "../domain/record/field";
import type { Day } from "../domain/values/day";
import { logOf } from "../sheets/checking/change-log";
import { batchLines, type BatchInput } from "../sheets/bank/batch-register";
import { caseDecisionSheet, type CaseSources } from "../sheets/checking/case-decisions";
import { rollupSummary } from "../sheets/rollups/rollup-words";
import type { Fen } from "../domain/values/money";
import { rate } from "../domain/values/rate";
import { type Booking, newestDay } from "../domain/bank/repayment";
import type { Standing } from "../domain/standing/standing";
import type { Tally } from "../domain/standing/tally";
import { returnLinesIn, returnsIn, type RollupInput } from "../sheets/rollups/rollup-input";
import { rollupSheets } from "../sheets/rollups/rollups";
import { ownTab } from "../sheets/reading/own-table";
import type { TabId } from "../sheets/vocabulary/tabs";
import type { OpenSeason } from "./season";
import type { Ports } from "./workbook";
import { writeRun } from "./write-run";

/** How to roll up. */
export interface RollupOptions {
  /** The tabs to write, where a button is pressed for some of them; absent: all. */
  readonly only?: readonly TabId[];
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
  /** On how many persons schools have reported; while it is nobody, tabs say nothing of deliveries. */
  readonly reported: number;
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
function notesOf({ reports }: OpenSeason): ReadonlyMap<PersonKey, string> {
  const notes = [...reports.byPerson].map(([key, { exceptions }]): [PersonKey, string] => {
    const texts = exceptions.flatMap(({ row: { values } }) => values.exceptionNote ?? values.note ?? []);
    return [key, [...new Set(texts)].join("；")];
  });
  return new Map(notes.filter(([, text]) => text !== ""));
}

// Of what schools said of a contract's money the last word up to the day.
function claimsOf({ reports, today }: OpenSeason): RollupInput["claims"] {
  const said = [...reports.byPerson.values()].flatMap(({ claims }) => claims);
  return new Map(
    said.flatMap(({ row, identity }): [ContractKey, SheetRow][] => {
      const { repaymentStatus, repaidOn = today } = row.values;
      return identity === undefined || repaymentStatus === undefined || repaidOn > today ? [] : [[identity, row]];
    }),
  );
}

function batchesIn(of: OpenSeason): RollupInput["batches"] {
  const { today, grids, book } = of;
  const { payments, sheets, roster } = book;
  return { payments, sheets, roster, lines: batchLines(grids), parts: of.factsOn(today).parts };
}

/** What the register of the bank's batches is drawn from. */
export function batchInput(of: OpenSeason): BatchInput {
  const { season, payments } = of.book;
  const { today: asOf } = of;
  return { season, asOf, dataAsOf: newestDay(payments, asOf) ?? asOf, booking: of.bookingOn(asOf), ...batchesIn(of) };
}

/** What the tab 特殊情况审核 is made from. */
export function caseSources({ book, index, grids, divided, reports }: OpenSeason): CaseSources {
  return { season: book.season, index, grids, assignments: divided, reports: reports.byPerson };
}

/** Everything that the roll-up tabs show, derived from the book as it stands on the season's day. */
export function rollupInput(of: OpenSeason): RollupInput {
  const { today: asOf, schools, divided: assignments } = of;
  const { season, payments } = of.book;
  const spared = of.sparedOn(asOf);
  const standings = new Map(
    [...of.standingsOn(asOf)].map(([key, standing]): [PersonKey, Standing] => [key, { ...standing, neededNoLetter: spared.has(key) }]),
  );
  const tally: CountyTally = tallyCounty({ standings, assignments, schools });
  const dataAsOf = newestDay(payments, asOf) ?? asOf;
  return {
    season,
    asOf,
    dataAsOf,
    standings,
    tally,
    booking: of.bookingOn(asOf),
    returns: returnsIn(of.grids),
    returnLines: returnLinesIn(of.grids),
    notes: notesOf(of),
    claims: claimsOf(of),
    hasRepaymentCheck: ownTab(of.grids, "repayment-check") !== undefined,
    batches: batchesIn(of),
  };
}

async function run(
  of: OpenSeason,
  { log = logOf(of.book), ...ports }: Pick<Ports, "workbook" | "log" | "journal">,
  options: RollupOptions = {},
): Promise<RollupOutcome> {
  const input = rollupInput(of);
  const { asOf, tally, booking } = input;
  const sheets = rollupSheets(input, options.only);
  const line = log.add({ on: asOf, ...rollupSummary(tally.county) });
  const isAsked = options.only?.includes("case-decisions");
  const cases = isAsked === false ? undefined : caseDecisionSheet(caseSources(of), isAsked);
  const written = cases ? [...sheets, cases] : sheets;
  const tabs = (await writeRun(of, ports, { command: "rollup" }, [...written, line])).slice(0, written.length);
  return {
    asOf,
    tabs,
    county: { ...figuresOf(tally.county), outstanding: tally.county.outstanding, exceptions: tally.county.exceptions },
    reported: tally.county.reported,
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
