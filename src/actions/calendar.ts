// The calendar (任务日历): every duty of the notice on one tab, and what is due today.
import { type Duty, dutiesToday } from "../domain/record/duties";
import type { Day } from "../domain/values/day";
import { calendarLines, calendarSheet, calendarSummary, ownTasksDue } from "../sheets/checking/calendar";
import { logOf } from "../sheets/checking/change-log";
import type { OpenSeason } from "./season";
import type { Ports } from "./workbook";
import { writeRun } from "./write-run";

/** What is to be done today. */
export interface CalendarOutcome {
  readonly asOf: Day;
  /** What falls due today, and what is done every day. */
  readonly due: readonly Duty[];
  /** What of the centre's own making falls due today. */
  readonly own: readonly string[];
  /** The names that the tabs have in the book. */
  readonly tabs: readonly string[];
}

async function run(
  of: OpenSeason,
  { log = logOf(of.book), ...ports }: Pick<Ports, "workbook" | "log" | "journal">,
): Promise<CalendarOutcome> {
  const { season } = of.book;
  const { today: asOf } = of;
  const due = dutiesToday(season.dates, asOf);
  const own = ownTasksDue(of.grids, season);
  const line = log.add({ on: asOf, ...calendarSummary(due.length + own.length) });
  const tabs = await writeRun(of, ports, { command: "calendar" }, [calendarSheet(season, calendarLines(of.grids)), line]);
  return { asOf, due, own, tabs: tabs.slice(0, 1) };
}

/** The button 「任务日历」: pressed again on the same day, it writes the same. */
export const calendar = { id: "calendar", run } as const;
