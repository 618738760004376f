// Tabs of ours as a run that is taken back leaves them: the lines before it as far as nobody has changed them since, drawn as a run would.
import { registerIds } from "../domain/record/registers";
import { takenBack } from "../domain/record/line-changes";
import { bankRowsSheet } from "../sheets/bank/bank-rows";
import { batchRegister } from "../sheets/bank/batch-register";
import { caseDecisionSheet } from "../sheets/checking/case-decisions";
import { stopDecisionSheet } from "../sheets/checking/stop-decisions";
import { dismissedSheet } from "../sheets/checking/dismissed";
import { cellText, type Grid } from "../sheets/grid";
import { asWritten, ownTab } from "../sheets/reading/own-table";
import { registerReadings } from "../sheets/reading/reading";
import { amendmentsIn, amendmentsSheet } from "../sheets/returns/amendments";
import { conflictsSheet, questionLinesIn } from "../sheets/returns/conflicts";
import { decidedIn, decidedSheet } from "../sheets/returns/decided";
import { notReturnedSheet } from "../sheets/returns/not-returned";
import { carriedOver, registerSheet } from "../sheets/returns/registers";
import { reportHistoryIn, reportHistorySheet } from "../sheets/returns/report-history";
import { returnLines, returnsSheet } from "../sheets/returns/returns";
import { type JournalRun, type Line, lineText } from "../sheets/undoing/run-journal";
import type { TabId } from "../sheets/vocabulary/tabs";
import type { SheetSpec } from "../sheets/writing/spec";
import { batchInput, caseSources } from "./rollup";
import { schoolReturnsTab } from "./school-returns";
import { schoolsNotReturned } from "./schools-to-chase";
import type { OpenSeason } from "./season";
import { slipTabs } from "./school-slips";
import { unassignedTab } from "./transfer-questions";

/** What undoing has come to. */
export interface UndoOutcome {
  /** The run that was taken back; null when there is none. */
  readonly undone: (Pick<JournalRun, "command" | "on"> & { readonly file?: string }) | null;
  /** Why nothing was, or what of it stays. */
  readonly reason?: string;
  /** How many of its lines stay, changed since by somebody. */
  readonly kept: number;
  /** The files that may be taken back alone, those of the last run first. */
  readonly files: readonly string[];
  readonly tabs: readonly string[];
}

/** How the tabs of a season look; a run may be taken back on these and no others. */
export const looks: Readonly<Partial<Record<TabId, (season: OpenSeason) => SheetSpec | undefined>>> = {
  ...Object.fromEntries(
    registerIds.map((tab) => [
      tab,
      (season: OpenSeason) => {
        const { book, index, contracts } = season;
        const rows = book.registers[tab].map((row) => {
          const { contract } = contracts.matchPerson(row);
          return { row, ...(contract ? { contract } : {}), isChanged: false };
        });
        return registerSheet(tab, rows, index, carriedOver(tab, registerReadings(book.sheets, tab)));
      },
    ]),
  ),
  conflicts: (season) => conflictsSheet(questionLinesIn(season.grids), season),
  "return-decisions": ({ grids }) => decidedSheet(decidedIn(grids)),
  dismissed: ({ grids }) => dismissedSheet(grids, []),
  amendments: ({ grids }) => amendmentsSheet(amendmentsIn(grids)),
  "report-history": ({ grids }) => reportHistorySheet(reportHistoryIn(grids)),
  unassigned: (season) => unassignedTab(season),
  returns: ({ grids }) => returnsSheet(returnLines(grids)),
  "not-returned": (season) =>
    notReturnedSheet(schoolsNotReturned(season), { deadline: season.book.season.dates.slipsDue, today: season.today }),
  "school-returns": (season) => schoolReturnsTab(season),
  slips: (season) => slipTabs(season)[0],
  "slip-liaisons": (season) => slipTabs(season)[1],
  "bank-rows": ({ grids, today }) => bankRowsSheet(grids, [], today),
  "bank-batches": (season) => batchRegister(batchInput(season)),
  "stop-decisions": (season) => stopDecisionSheet(season.book, season.inQuestion, season.divided, season.index),
  "case-decisions": (season) => caseDecisionSheet(caseSources(season)),
};

/** Title, remark and headings of our tabs. */
export const headRows = 3;

/** One tab without a run. */
export interface Restored {
  readonly tab: TabId;
  readonly lines: readonly Line[];
  readonly kept: number;
  /** Whether the run made it, and nothing of anybody else's stands on it. */
  readonly isGone: boolean;
}

/** The tabs of a run as they are without it. */
export function restored(grids: readonly Grid[], run: JournalRun): readonly Restored[] {
  return run.tabs.flatMap(({ tab, isNew, change }): Restored[] => {
    const grid = ownTab(grids, tab as TabId);
    if (!grid) return [];
    const { lines, kept } = takenBack<Line>(grid.rows, change, lineText);
    if (!isNew) return [{ tab: tab as TabId, lines, kept, isGone: false }];
    // What stays of a tab that was not there before stays under its headings.
    const head = grid.rows.slice(0, headRows);
    const own = lines.filter((line) => !head.includes(line));
    return [{ tab: tab as TabId, lines: [...head, ...own], kept: own.length, isGone: own.length === 0 }];
  });
}

/** The tab as a run would write it, its lines as they stood, wherever its headings are where we put them. */
export function sheetOf(season: OpenSeason, { tab, lines }: Restored): readonly SheetSpec[] {
  const spec = looks[tab]?.(season);
  if (!spec) return [];
  const texts = (row: readonly unknown[] | undefined) => (row ?? []).map((cell) => cellText(cell as never)).filter((text) => text !== "");
  const isOurs = spec.rows.length === lines.length && texts(spec.rows[headRows - 1]).join() === texts(lines[headRows - 1]).join();
  const width = Math.max(...spec.rows.map((row) => row.length));
  return [isOurs ? { ...spec, rows: lines.map((line) => Array.from({ length: width }, (_, at) => asWritten(line[at]))) } : spec];
}

/** The sheets of a book with these tabs as they are without a run. */
export function withoutRun(grids: readonly Grid[], tabs: readonly Restored[]): readonly Grid[] {
  const byGrid = new Map(tabs.map((one) => [ownTab(grids, one.tab), one]));
  return grids.flatMap((grid) => {
    const one = byGrid.get(grid);
    if (!one) return [grid];
    return one.isGone ? [] : [{ ...grid, rows: one.lines }];
  });
}
