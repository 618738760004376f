// Books read and checked in one step, for tests of findings.
import type { CheckResult } from "../../src/actions/check-book";
import type { RuleAnswers } from "../../src/actions/rule-context";
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import type { BookSpec } from "../../src/sheets/writing/spec";
import type { Grid } from "../../src/sheets/grid";
import { readSeasonBook } from "../../src/sheets/reading/read-season";
import type { SeasonBook } from "../../src/sheets/reading/reading";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { officeDay } from "./builders";

/** The sheets of an invented book as somebody else's: nothing in them is marked as ours. */
export function foreignGrids({ sheets }: BookSpec): readonly Grid[] {
  return sheets.map((sheet) => {
    const { ownTab, ...grid } = gridOfSpec(sheet, sheet.name);
    void ownTab;
    return grid;
  });
}

/** The season in these sheets on the tests' office day. */
export function bookOf(grids: readonly Grid[]): SeasonBook {
  return readSeasonBook(grids, { clock: day(officeDay) });
}

/** These sheets, checked. */
export function checked(grids: readonly Grid[]): CheckResult {
  return checkedBook(bookOf(grids));
}

/** A book, checked. */
export function checkedBook(book: SeasonBook): CheckResult {
  return new OpenSeason(book).check;
}

/** What rules are told of a book besides its rows. */
export function answersIn(book: SeasonBook): RuleAnswers {
  const season = new OpenSeason(book);
  return { assignments: season.assignments, booking: season.bookingOn(season.today) };
}
