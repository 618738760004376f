// Opening the season: the workbook read, checked, divided among the schools and settled, once for all buttons that follow.
import type { Day } from "../domain/day";
import { setApart } from "../domain/held";
import type { Assignment } from "../domain/jurisdiction";
import { type Standing, standingsOf } from "../domain/standing";
import { assignmentsOf } from "../sheets/assignments";
import { type ChangeLog, logOf } from "../sheets/change-log";
import type { Grid } from "../sheets/grid";
import { readSeasonBook, type SeasonOptions, TwoListsError } from "../sheets/read-season";
import type { SeasonBook } from "../sheets/reading";
import { stopSources } from "../sheets/stop-decisions";
import { checkBook, type CheckResult, heldPersons } from "./check";
import { type Workbook, WorkbookError } from "./workbook";

/** Everything that the buttons start from. */
export interface OpenSeason {
  readonly book: SeasonBook;
  readonly check: CheckResult;
  /** The keys of persons on whose rows an error stands: no list, no notice, until it is mended. */
  readonly held: ReadonlySet<string>;
  /** Whose school answers for whom, errors left aside: by this, returned rows are judged. */
  readonly assignments: readonly Assignment[];
  /** The same with those who are held back standing apart: by this, lists are made and schools measured. */
  readonly dividedAssignments: readonly Assignment[];
  /** The book's log, to which each button adds its line. */
  readonly log: ChangeLog;
}

/**
 * The season in the workbook.
 * @throws WorkbookError `no-borrowers` when no sheet lists borrowers, `two-lists` when two sheets list the same contracts
 */
export async function openSeason(workbook: Workbook, options: SeasonOptions): Promise<OpenSeason> {
  return seasonIn(await workbook.read(), workbook.name, options);
}

/**
 * The season in a book's sheets.
 * @param name the book's file name, for the refusal
 * @throws WorkbookError as `openSeason`
 */
export function seasonIn(grids: readonly Grid[], name: string, options: SeasonOptions): OpenSeason {
  const book = readBook(grids, name, options);
  const assignments = assignmentsOf(book);
  const check = checkBook(book, assignments);
  const held = heldPersons(book, check.findings);
  return { book, check, held, assignments, dividedAssignments: setApart(assignments, held), log: logOf(book) };
}

function readBook(grids: readonly Grid[], name: string, options: SeasonOptions): SeasonBook {
  try {
    const book = readSeasonBook(grids, options);
    if (book.roster.rows.length === 0) throw new WorkbookError("no-borrowers", name);
    return book;
  } catch (error) {
    if (error instanceof TwoListsError) throw new WorkbookError("two-lists", `${error.first}、${error.second}`);
    throw error;
  }
}

/** Where every person stands on a day, by person key. */
export function standingsOn(
  { book, held, assignments }: Pick<OpenSeason, "book" | "held" | "assignments">,
  asOf: Day,
): ReadonlyMap<string, Standing> {
  return standingsOf({
    roster: book.roster,
    payments: book.payments,
    registers: book.registers,
    sheets: book.sheets,
    held,
    assignments,
    asOf,
    ...stopSources(book),
  });
}
