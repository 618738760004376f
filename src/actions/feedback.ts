// Daily feedback (每日反馈): one workbook per school of who is newly paid, unpaid, withdrawn and changed since the last one, and the snapshot for the next.
import { newestDay } from "../domain/bank/repayment";
import { feedbackCounts, feedbackOf, type SchoolFeedback } from "../domain/standing/feedback";
import { lastDayBefore, skippedBetween, type SnapshotDay, snapshotUpTo, withSnapshot } from "../domain/standing/snapshot";
import type { Day } from "../domain/values/day";
import { logOf } from "../sheets/checking/change-log";
import { feedbackBook, feedbackFiles } from "../sheets/feedback/feedback-book";
import { feedbackSummary } from "../sheets/feedback/feedback-words";
import { countyVisitList, schoolVisitList, type VisitSchool } from "../sheets/feedback/visit-list";
import { snapshotSheet, snapshotsIn } from "../sheets/feedback/snapshots";
import type { OpenSeason } from "./season";
import { type Ports, WorkbookError } from "./workbook";
import { writeRun } from "./write-run";

/** What to compare with. */
export interface FeedbackOptions {
  /** A day on which a feedback was made; absent: the last before the season's day. */
  readonly since?: Day;
}

/** One school's file, and its persons by what it says of them. */
export interface FeedbackFile {
  readonly school: string;
  readonly file: string;
  readonly newlyPaid: number;
  readonly unpaid: number;
  /** With those who are not on the school's list any more. */
  readonly withdrawn: number;
  /** Beside the newly paid and the newly withdrawn. */
  readonly changed: number;
}

/** What the feedback has come to. */
export interface FeedbackOutcome {
  readonly asOf: Day;
  /** The day it is compared with; null at a first feedback. */
  readonly since: Day | null;
  /** Every calendar day between on which no feedback was made. */
  readonly skipped: readonly Day[];
  readonly files: readonly FeedbackFile[];
  /** The names that the tabs have in the book. */
  readonly tabs: readonly string[];
}

function keptIn({ grids }: OpenSeason): readonly SnapshotDay[] {
  const { days, damagedAt } = snapshotsIn(grids);
  if (damagedAt !== undefined) throw new WorkbookError("snapshots-damaged", damagedAt);
  return days;
}

function comparedWith(days: readonly SnapshotDay[], asOf: Day, wanted: Day | undefined): Day | undefined {
  if (wanted === undefined) return lastDayBefore(days, asOf);
  if (wanted >= asOf || !days.some(({ on }) => on === wanted)) throw new WorkbookError("no-snapshot", wanted);
  return wanted;
}

const visited = ({ school, people }: SchoolFeedback): VisitSchool => ({ school, standings: people.map(({ standing }) => standing) });

/**
 * Feeds back as of the season's day.
 * @throws WorkbookError `snapshots-damaged` when the tab of snapshots was changed by hand, `no-snapshot` when there is none of the day asked for,
 *   `no-jurisdictions` when the book has no school
 */
async function run(
  of: OpenSeason,
  { files, log = logOf(of.book), ...ports }: Ports,
  options: FeedbackOptions = {},
): Promise<FeedbackOutcome> {
  const { today: asOf, schools, divided: assignments, index } = of;
  const { season, payments } = of.book;
  // Nobody answers for anybody yet: there is no one to feed back to.
  if (schools.length === 0) throw new WorkbookError("no-jurisdictions", ports.workbook.name);
  const days = keptIn(of);
  const since = comparedWith(days, asOf, options.since);
  const before = since === undefined ? {} : { before: snapshotUpTo(days, since) };
  const feedback = feedbackOf({
    schools,
    assignments,
    standings: of.standingsOn(asOf),
    printOf: (person) => index.noticePrint(person),
    ...before,
  });
  const skipped = since === undefined ? [] : skippedBetween(days, since, asOf);
  const dates = { season, index, asOf, dataAsOf: newestDay(payments, asOf) ?? asOf, skipped, ...(since === undefined ? {} : { since }) };
  const names = feedbackFiles(
    feedback.schools.map(({ school }) => school),
    dates,
  );
  // Visits begin on a day of 设置; before it nobody is told to go.
  const visits = asOf >= season.dates.visitsFrom ? { asOf, index, reports: of.reports.byPerson } : undefined;
  const made: FeedbackFile[] = [];
  for (const [index, part] of feedback.schools.entries()) {
    const file = names[index] ?? "";
    await files.add(file, feedbackBook(part, dates, visits && schoolVisitList(visited(part), visits)));
    const { newlyPaid, unpaid, withdrawn, changed } = feedbackCounts(part);
    made.push({ school: part.school.name, file, newlyPaid, unpaid, withdrawn, changed });
  }
  const snapshots = snapshotSheet(withSnapshot(days, asOf, feedback.snapshot));
  const county = visits ? [countyVisitList(feedback.schools.map(visited), visits)] : [];
  const line = log.add({ on: asOf, ...feedbackSummary(made, since) });
  const tabs = await writeRun(of, ports, { command: "feedback" }, [snapshots, ...county, ...of.numberTabs, line]);
  return { asOf, since: since ?? null, skipped, files: made, tabs: tabs.slice(0, 1 + county.length) };
}

/** The button 「每日反馈」: the same book on the same day gives the same files and the same snapshot. */
export const feedback = { id: "feedback", run } as const;
