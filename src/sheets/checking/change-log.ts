// The tab 变更日志: what was done to the book, when, and with which counts; lines are only ever added.
import { type Day, dayFromIso } from "../../domain/values/day";
import { cellText, type Grid } from "../grid";
import { isFilled, ownTab, ownTable } from "../reading/own-table";
import type { CellOut, SheetSpec } from "../writing/spec";
import { tabPage } from "../writing/tab-frames";
import { tabNames } from "../vocabulary/tabs";
import { type Logged, loggedBy } from "./log-words";

/** One line of the log: the day, the button, and what came of it in a few words. */
export interface LogLine {
  readonly on: Day;
  readonly action: string;
  readonly counts: string;
}

const headings = ["日期", "操作", "结果"] as const;

/** The lines that a book's log holds so far, cell by cell as they stand; none when it has no log. */
export function loggedRows(grids: readonly Grid[]): readonly (readonly CellOut[])[] {
  // Lines are kept even where somebody has done away with the headings.
  const rows = ownTable(grids, "change-log", headings)?.rows ?? ownTab(grids, "change-log")?.rows ?? [];
  return rows
    .filter(isFilled)
    .map((row) => row.map((cell): CellOut => (cell !== null && typeof cell === "object" && "day" in cell ? cell : cellText(cell))));
}

/** A line that a button has written, whoever has added to the tab since. */
export interface LoggedRun extends LogLine {
  readonly what: Logged;
}

/** What was done to a book so far, oldest first; lines without a day or by another hand are left out. */
export function loggedRuns(grids: readonly Grid[]): readonly LoggedRun[] {
  return loggedRows(grids).flatMap(([date = null, action = null, counts = null]): LoggedRun[] => {
    const on = date !== null && typeof date === "object" && "day" in date ? date.day : dayFromIso(String(date));
    const what = loggedBy.get(String(action));
    return on && what ? [{ on, action: String(action), what, counts: String(counts ?? "") }] : [];
  });
}

/** The log of a book while buttons are pressed: each adds its line to those that are there. */
export class ChangeLog {
  private rows: readonly (readonly CellOut[])[];

  constructor(grids: readonly Grid[]) {
    this.rows = loggedRows(grids);
  }

  /** The log with one more line at its end. */
  add({ on, action, counts }: LogLine): SheetSpec {
    this.rows = [...this.rows, [{ day: on }, action, counts]];
    return changeLogSheet(this.rows);
  }
}

/** The log of a book as it was read. */
export function logOf({ sheets }: { readonly sheets: readonly { readonly grid: Grid }[] }): ChangeLog {
  return new ChangeLog(sheets.map(({ grid }) => grid));
}

function changeLogSheet(lines: readonly (readonly CellOut[])[]): SheetSpec {
  const right = headings.length - 1;
  return {
    tab: "change-log",
    name: tabNames["change-log"],
    columns: [
      { width: 12, style: "cellDay" },
      { width: 14, style: "cell" },
      { width: 90, style: "cellWrapped" },
    ],
    rows: [[tabNames["change-log"]], headings, ...lines],
    styled: [
      { area: { top: 0, left: 0, bottom: 0, right }, style: "title" },
      { area: { top: 1, left: 0, bottom: 1, right }, style: "heading" },
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right }],
    freeze: { rows: 2, columns: 0 },
    page: tabPage({ margin: 0.5, repeatRows: [1, 1] }),
  };
}
