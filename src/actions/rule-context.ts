// What the rules may know about a book besides the rows: dates, columns, places, and what booking made of the bank's sheets.
import type { FieldId, SheetRow } from "../domain/record/field";
import type { Assignment } from "../domain/places/jurisdiction";
import type { Booking } from "../domain/bank/repayment";
import type { RuleContext } from "../domain/checking/rule";
import { cellAddress } from "../sheets/grid";
import { isElsewhere } from "../sheets/vocabulary/address";
import { nameKey } from "../sheets/vocabulary/name-key";
import { caseInRemark } from "../sheets/vocabulary/remark-words";
import { waiverWordsOf } from "../sheets/vocabulary/waiver-words";
import type { SeasonBook, SheetReading } from "../sheets/reading/reading";
import { last } from "../domain/values/last";

/** The table of a sheet in which a row stands; sheets with several tables have several readings. */
export type ReadingOf = (sheet: string, row: number) => SheetReading | undefined;

/** Finds the tables of a book by sheet and row. */
export function readingsOf({ sheets }: SeasonBook): ReadingOf {
  const byName = new Map<string, SheetReading[]>();
  for (const reading of sheets) byName.set(reading.name, [...(byName.get(reading.name) ?? []), reading]);
  return (sheet, row) => {
    const readings = byName.get(sheet) ?? [];
    return readings.length === 1 ? readings[0] : (last(readings, ({ headerRow }) => headerRow < row) ?? readings[0]);
  };
}

/** The A1 address of a field's cell in a row; "" when its sheet has no such column. */
export function cellFinder(readingOf: ReadingOf): (row: SheetRow, field: FieldId) => string {
  return ({ place }, field) => {
    const column = readingOf(place.sheet, place.row)?.columns.get(field);
    return column === undefined ? "" : cellAddress(place.row - 1, column);
  };
}

const noColumns: ReadonlyMap<FieldId, number> = new Map();

/** What is worked out once for all: whose school is whose, and the bank's sheets booked for today. */
export interface RuleAnswers {
  readonly assignments: readonly Assignment[];
  readonly booking: Booking;
}

/** The context for running the rules over a book. */
export function ruleContext(book: SeasonBook, readingOf: ReadingOf, { assignments, booking }: RuleAnswers): RuleContext {
  const { season, jurisdictions, payments, registers, sheets } = book;
  return {
    today: season.today,
    seasonYear: season.year,
    dueDate: season.dates.dueDate,
    ...waiverWordsOf(season),
    listsOut: season.dates.listsOut,
    countyCodes: season.countyCodes,
    jurisdictions,
    nameKey,
    caseIn: caseInRemark,
    isElsewhere: (address) => isElsewhere(address, season.county),
    // Without a table no place can be unknown.
    assignments: jurisdictions ? assignments : [],
    payments,
    booking,
    tables: sheets.flatMap(({ kind, rows }) => (kind === "jurisdictions" || kind === "contacts" ? rows : [])),
    deliveries: registers.deliveries,
    claims: registers.claims,
    columnsOf: ({ place }) => readingOf(place.sheet, place.row)?.columns ?? noColumns,
  };
}
