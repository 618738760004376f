// Undoing (撤销): the last run that wrote into the book taken back, line by line, as far as nobody has changed its lines since.
import { registerIds } from "../domain/record/registers";
import { takenBack } from "../domain/record/line-changes";
import { bankRowsSheet } from "../sheets/bank/bank-rows";
import { batchRegister } from "../sheets/bank/batch-register";
import { caseDecisionSheet } from "../sheets/checking/case-decisions";
import { logOf } from "../sheets/checking/change-log";
import { stopDecisionSheet } from "../sheets/checking/stop-decisions";
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
import { type JournalRun, journalIn, journalSheet, type Line, lineText } from "../sheets/undoing/run-journal";
import { undoReason, undoSummary } from "../sheets/undoing/undo-words";
import type { TabId } from "../sheets/vocabulary/tabs";
import type { SheetSpec } from "../sheets/writing/spec";
import { batchInput, caseSources } from "./rollup";
import { schoolReturnsTab } from "./school-returns";
import { schoolsNotReturned } from "./schools-to-chase";
import type { OpenSeason } from "./season";
import { slipTabs } from "./school-slips";
import type { Ports } from "./workbook";

/** What undoing has come to. */
export interface UndoOutcome {
  /** The run that was taken back; null when there is none. */
  readonly undone: Pick<JournalRun, "command" | "on"> | null;
  /** Why nothing was, or what of it stays. */
  readonly reason?: string;
  /** How many of its lines stay, changed since by somebody. */
  readonly kept: number;
  readonly tabs: readonly string[];
}

/** How the tabs of a season look; a run may be taken back on these and no others. */
const looks: Readonly<Partial<Record<TabId, (season: OpenSeason) => SheetSpec | undefined>>> = {
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
  amendments: ({ grids }) => amendmentsSheet(amendmentsIn(grids)),
  "report-history": ({ grids }) => reportHistorySheet(reportHistoryIn(grids)),
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

// Title, remark and headings of our tabs.
const headRows = 3;

interface Restored {
  readonly tab: TabId;
  readonly lines: readonly Line[];
  readonly kept: number;
  /** Whether the run made it, and nothing of anybody else's stands on it. */
  readonly isGone: boolean;
}

function restored(grids: readonly Grid[], run: JournalRun): readonly Restored[] {
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

// The tab as a run would write it, its lines as they stood, wherever its headings are where we put them.
function sheetOf(season: OpenSeason, { tab, lines }: Restored): readonly SheetSpec[] {
  const spec = looks[tab]?.(season);
  if (!spec) return [];
  const texts = (row: readonly unknown[] | undefined) => (row ?? []).map((cell) => cellText(cell as never)).filter((text) => text !== "");
  const isOurs = spec.rows.length === lines.length && texts(spec.rows[headRows - 1]).join() === texts(lines[headRows - 1]).join();
  const width = Math.max(...spec.rows.map((row) => row.length));
  return [isOurs ? { ...spec, rows: lines.map((line) => Array.from({ length: width }, (_, at) => asWritten(line[at]))) } : spec];
}

async function run(of: OpenSeason, { workbook, log = logOf(of.book) }: Ports): Promise<UndoOutcome> {
  const { grids, today } = of;
  const runs = journalIn(grids);
  const last = runs?.at(-1);
  if (!runs || !last) return { undone: null, reason: undoReason(runs ? "nothing" : "damaged"), kept: 0, tabs: [] };
  const tabs = restored(grids, last);
  const gone = new Set(tabs.filter(({ isGone }) => isGone).map(({ tab }) => ownTab(grids, tab)));
  const byGrid = new Map(tabs.map((one) => [ownTab(grids, one.tab), one]));
  const before = grids.flatMap((grid) => {
    const one = byGrid.get(grid);
    return gone.has(grid) ? [] : [one ? { ...grid, rows: one.lines } : grid];
  });
  const season = of.withSheets(before);
  const kept = tabs.reduce((sum, one) => sum + one.kept, 0);
  const left = runs.slice(0, -1);
  const names = await workbook.write([
    ...tabs.filter(({ isGone }) => !isGone).flatMap((one) => sheetOf(season, one)),
    journalSheet(left),
    log.add({ on: today, ...undoSummary(last, kept) }),
  ]);
  const removed = tabs.filter(({ isGone }) => isGone).map(({ tab }) => tab);
  if (removed.length > 0) await workbook.remove(removed);
  const { command, on } = last;
  return { undone: { command, on }, ...(kept > 0 ? { reason: undoReason("changed", kept) } : {}), kept, tabs: names };
}

/** The button 「撤销」: pressed again, it takes back the run before. */
export const undo = { id: "undo", run } as const;
