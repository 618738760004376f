// Tabs of ours as a run that is taken back leaves them: the lines before it as far as nobody has changed them since, drawn as a run would.
import { eachRegister } from "../domain/record/registers";
import { linesBefore, takenBack } from "../domain/record/line-changes";
import type { Day } from "../domain/values/day";
import { bankRowsSheet } from "../sheets/bank/bank-rows";
import { batchRegister } from "../sheets/bank/batch-register";
import { caseDecisionSheet } from "../sheets/checking/case-decisions";
import { stopDecisionSheet } from "../sheets/checking/stop-decisions";
import { dismissedSheet } from "../sheets/checking/dismissed";
import { cellText, type Grid } from "../sheets/grid";
import { ownTab } from "../sheets/reading/own-table";
import { registerReadings } from "../sheets/reading/reading";
import { amendmentsIn, amendmentsSheet } from "../sheets/returns/amendments";
import { conflictsSheet, questionLinesIn } from "../sheets/returns/conflicts";
import { decidedIn, decidedSheet } from "../sheets/returns/decided";
import { notReturnedSheet } from "../sheets/returns/not-returned";
import { carriedOver, registerSheet } from "../sheets/returns/registers";
import { reportHistoryIn, reportHistorySheet } from "../sheets/returns/report-history";
import { returnLines, returnsSheet } from "../sheets/returns/returns";
import { numberRegister, withPrintings } from "../sheets/notices/number-register";
import { statementRegister } from "../sheets/notices/statement-register";
import type { JournalRun } from "../sheets/undoing/run-journal";
import { type Line, lineText, type LineTab, type TabChange, tabPrint } from "../sheets/undoing/tab-change";
import { drawnAgain, type Look, lookOf } from "../sheets/undoing/tab-look";
import { type TabId, tabNames } from "../sheets/vocabulary/tabs";
import type { SheetSpec } from "../sheets/writing/spec";
import { gridOfSpec } from "../sheets/writing/spec-grid";
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
  /** The names of the tabs that go. */
  readonly removed: readonly string[];
  /** The names of the tabs that stay as they are, since somebody has changed them. */
  readonly stays: readonly string[];
  /** The files that may be taken back alone, those of the last run first. */
  readonly files: readonly string[];
  readonly tabs: readonly string[];
}

/** How the tabs of a season look that go back line by line, or follow where one file is taken back. */
export const looks: Readonly<Record<LineTab | "notice-numbers" | "bank-batches", (season: OpenSeason) => SheetSpec | undefined>> = {
  ...eachRegister((tab) => (season: OpenSeason) => {
    const { book, index, contracts } = season;
    const rows = book.registers[tab].map((row) => {
      const { contract } = contracts.matchPerson(row);
      return { row, ...(contract ? { contract } : {}), isChanged: false };
    });
    return registerSheet(tab, rows, index, carriedOver(tab, registerReadings(book.sheets, tab)));
  }),
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
  "statement-register": ({ grids, today }) => statementRegister([], grids, today),
  "notice-numbers": ({ numbers, index, grids }) => numberRegister(numbers, index, grids),
};

/** Title, remark and headings of our tabs. */
export const headRows = 3;

/** One tab without a run. */
export interface Restored {
  readonly tab: string;
  readonly lines: readonly Line[];
  /** How many of the run's lines stay, changed since. */
  readonly kept: number;
  /** What becomes of it: it goes when the run made it and nothing of anybody else's stands on it, and stays as it is when somebody has changed it since. */
  readonly fate: "back" | "gone" | "stays";
  /** How it looked, where it goes back as a whole. */
  readonly look?: Look;
}

const gridOf = (grids: readonly Grid[], tab: string) => ownTab(grids, tab as TabId);

/** The tabs of a run as they are without it. */
export function restored(grids: readonly Grid[], { on, tabs }: Pick<JournalRun, "on" | "tabs">): readonly Restored[] {
  return tabs.flatMap((change): Restored[] => {
    const grid = gridOf(grids, change.tab);
    if (change.print !== undefined) return wholeBack(grid, { ...change, print: change.print });
    if (!grid) return [];
    return [change.printings ? printingsBack(grid, change.printings, on) : linesBack(grid, change)];
  });
}

function printingsBack({ rows }: Grid, before: NonNullable<TabChange["printings"]>, on: Day): Restored {
  return { tab: "notice-numbers", lines: withPrintings(rows, before, on), kept: 0, fate: "back" };
}

function linesBack(grid: Grid, { tab, isNew, change }: TabChange): Restored {
  const { lines, kept } = takenBack<Line>(grid.rows, change, lineText);
  if (!isNew) return { tab, lines, kept, fate: "back" };
  // What stays of a tab that was not there before stays under its headings.
  const head = grid.rows.slice(0, headRows);
  const own = lines.filter((line) => !head.includes(line));
  return { tab, lines: [...head, ...own], kept: own.length, fate: own.length === 0 ? "gone" : "back" };
}

function wholeBack(
  grid: Grid | undefined,
  { tab, isNew, change, print, isTooLarge, look }: TabChange & { readonly print: string },
): Restored[] {
  const wasRemoved = print === "";
  // A tab that somebody has deleted since stays deleted.
  if (!grid && !wasRemoved) return [];
  const now = grid?.rows ?? [];
  if (grid && (wasRemoved || tabPrint(now) !== print)) return [{ tab, lines: now, kept: 0, fate: "stays" }];
  if (isNew || isTooLarge) return [{ tab, lines: [], kept: 0, fate: "gone" }];
  return [{ tab, lines: linesBefore(now, change.before), kept: 0, fate: "back", ...(look ? { look } : {}) }];
}

// Of a tab that an older version of this program wrote nothing is known but its lines.
const plainLook = (tab: string, lines: readonly Line[]): Look => ({
  name: tabNames[tab as TabId] ?? tab,
  columns: Array.from({ length: Math.max(1, ...lines.map(({ length }) => length)) }, () => ({ width: 16, style: "cell" as const })),
  kinds: [],
  widths: [],
  cells: [],
});

const lookup = (tab: string) => (tab in looks ? looks[tab as keyof typeof looks] : undefined);

/** The tab as a run would write it, its lines as they stood, wherever its headings are where we put them. */
export function sheetOf(season: OpenSeason, { tab, lines, fate, look }: Restored): readonly SheetSpec[] {
  if (fate !== "back") return [];
  const draw = look ? undefined : lookup(tab);
  if (!draw) return [drawnAgain(tab, look ?? plainLook(tab, lines), lines)];
  const spec = draw(season);
  if (!spec) return [];
  const texts = (row: readonly unknown[] | undefined) => (row ?? []).map((cell) => cellText(cell as never)).filter((text) => text !== "");
  const isOurs = spec.rows.length === lines.length && texts(spec.rows[headRows - 1]).join() === texts(lines[headRows - 1]).join();
  return [isOurs ? drawnAgain(tab, lookOf(spec), lines) : spec];
}

/** The sheets of a book with these tabs as they are without a run. */
export function withoutRun(grids: readonly Grid[], tabs: readonly Restored[]): readonly Grid[] {
  const byGrid = new Map(tabs.map((one) => [gridOf(grids, one.tab), one]));
  const left = grids.flatMap((grid) => {
    const one = byGrid.get(grid);
    if (!one) return [grid];
    return one.fate === "gone" ? [] : [{ ...grid, rows: one.lines }];
  });
  const again = tabs.filter(({ tab, fate }) => fate === "back" && !gridOf(grids, tab));
  return [
    ...left,
    ...again.map(({ tab, lines, look = plainLook(tab, lines) }) => ({ ...gridOfSpec(drawnAgain(tab, look, []), look.name), rows: lines })),
  ];
}
