// The season at a glance (首页): what was done last, what comes next, how far recovery, delivery, slips and returns are. Derived each time, never stored.
import type { Ratio } from "../domain/values/rate";
import { type Next, nextStep } from "../domain/standing/next-step";
import { deadlinesOf } from "../domain/record/season";
import { ownTasksDue } from "../sheets/checking/calendar";
import { type LogLine, type LoggedRun, loggedRuns } from "../sheets/checking/change-log";
import type { Logged } from "../sheets/checking/log-words";
import { lastVersion } from "../sheets/lists/split-list";
import { questionLinesIn } from "../sheets/returns/conflicts";
import { takenBackIn } from "../sheets/undoing/undo-words";
import { rollupInput } from "./rollup";
import { schoolsNotReturned } from "./schools-to-chase";
import type { OpenSeason } from "./season";
import { last as lastOf, lastIndex } from "../domain/values/last";

/** Where the season stands on its day. */
export interface Dashboard {
  /** The last line of 变更日志; absent in a book to which nothing has been done. */
  readonly last?: LogLine;
  readonly next: Next;
  /** What the centre has set itself for this day on 任务日历; absent where that is nothing. */
  readonly ownDue?: readonly string[];
  /** Fen that the bank has taken, of fen that are due. */
  readonly recovered: Ratio;
  /** Persons validly served, of persons to be served. */
  readonly delivered: Ratio;
  /** Slips registered under their numbers, of the same. */
  readonly slips: Ratio;
  /** Schools that have returned something, of schools that have a list; absent before lists went out. */
  readonly returned?: Ratio;
}

/** The dashboard of a season. */
export function dashboardOf(of: OpenSeason): Dashboard {
  const { book, grids, today, assignments, held } = of;
  const { dates } = book.season;
  const { county } = rollupInput(of).tally;
  const runs = loggedRuns(grids);
  const standing = notTakenBack(runs);
  const doneOn = (step: Logged) => lastOf(standing, ({ what }) => what === step)?.on;
  const slips = of.slips.filter(({ hasOriginal }) => hasOriginal).length;
  const isOut = lastVersion(grids) > 0;
  const missing = isOut ? schoolsNotReturned(of).length : 0;
  const listed = new Set(assignments.flatMap(({ person, school }) => (school && !held.has(person.key) ? [school.name] : [])));
  const last = runs.at(-1);
  const ownDue = ownTasksDue(grids, book.season);
  return {
    ...(last ? { last: { on: last.on, action: last.action, counts: last.counts } } : {}),
    ...(ownDue.length > 0 ? { ownDue } : {}),
    next: nextStep({
      today,
      dates,
      isOver: today > deadlinesOf(dates).last,
      doneOn,
      decisions: questionLinesIn(grids).filter(({ decision }) => decision !== "").length,
      slipsOut: Math.max(0, county.toDeliver - slips),
      schoolsOut: missing,
    }),
    recovered: { part: county.repaid, whole: county.due },
    delivered: { part: county.delivered, whole: county.toDeliver },
    slips: { part: slips, whole: county.toDeliver },
    ...(isOut ? { returned: { part: listed.size - missing, whole: listed.size } } : {}),
  };
}

// What was taken back is to be done again.
function notTakenBack(runs: readonly LoggedRun[]): readonly LoggedRun[] {
  const standing: LoggedRun[] = [];
  for (const run of runs) {
    const undone = run.what === "undo" ? takenBackIn(run.counts) : undefined;
    const at = undone ? lastIndex(standing, ({ on, what }) => on === undone.on && what === undone.what) : -1;
    if (at < 0) standing.push(run);
    else standing.splice(at, 1);
  }
  return standing;
}
