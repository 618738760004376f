// One button pressed: the actions composed over whichever ports are given, the real ones or a rehearsal's.
import type { CheckResult } from "./check-book";
import { type ActionId, actions } from "./index";
import { calendar, type CalendarOutcome } from "./calendar";
import { check } from "./check";
import { collect, type CollectOutcome } from "./collect";
import { decide } from "./decide";
import { feedback, type FeedbackOutcome } from "./feedback";
import { fix, type FixOutcome } from "./fix";
import { forms, type FormsOutcome } from "./forms";
import { nextSeason, type NextSeasonOutcome } from "./next-season";
import type { NoticeChoice } from "./notice-choice";
import { notices, type NoticesFile, type NoticesOutcome } from "./notices";
import { report, type ReportOutcome } from "./report";
import { rollup, type RollupOutcome } from "./rollup";
import type { PaneDecisions } from "./rulings";
import type { OpenSeason } from "./season";
import { slips, type SlipsOutcome } from "./slips";
import { split, type SplitOutcome } from "./split";
import { statements, type StatementsOutcome } from "./statements";
import type { UndoOutcome } from "./taken-back";
import { undo } from "./undo";
import type { Ports } from "./workbook";
import { passwordBytes, passwordFrom } from "../domain/values/password";
import type { StopReason } from "../domain/standing/stop";
import type { SlipEntry } from "../domain/returns/slip";
import { lastVersion } from "../sheets/lists/split-list";
import { type PartTotals, sumParts } from "../sheets/lists/split-parts";
import type { TabId } from "../sheets/vocabulary/tabs";

/** What a button has come to, as the pane tells it; passwords stay in the list that is saved with the files. */
export type Result =
  | { readonly action: "check" }
  | ({ readonly action: "calendar" } & Omit<CalendarOutcome, "tabs">)
  | ({ readonly action: "split" } & Pick<SplitOutcome, "unassigned" | "totals"> & {
        readonly schools: readonly SplitLine[];
        /** Whom the lists leave out, whatever the reason. */
        readonly leftOut: PartTotals;
        readonly version: number;
        /** The version that was made before; 0 when there was none. */
        readonly lastVersion: number;
      })
  | ({ readonly action: "notices" } & Pick<NoticesOutcome, "notices" | "offered" | "spilled" | "withdrawn" | "papers"> & {
        readonly schools: readonly NoticesFile[];
        /** How many persons get no letter now, by reason. */
        readonly withheld: ReadonlyMap<StopReason, number>;
      })
  | ({ readonly action: "collect" } & Omit<CollectOutcome, "tabs">)
  | ({ readonly action: "slips" } & Omit<SlipsOutcome, "tabs">)
  | ({ readonly action: "statements" } & Omit<StatementsOutcome, "tabs">)
  | ({ readonly action: "decide" } & Pick<CollectOutcome, "decided" | "open" | "updated">)
  | ({ readonly action: "forms" } & FormsOutcome)
  | ({ readonly action: "fix" } & FixOutcome)
  | ({ readonly action: "next-season" } & NextSeasonOutcome)
  | ({ readonly action: "undo"; /** The names of the tabs that stand as they did. */ readonly back: readonly string[] } & Omit<
      UndoOutcome,
      "tabs"
    >)
  | ({ readonly action: "feedback" } & Omit<FeedbackOutcome, "tabs">)
  | ({ readonly action: "rollup" } & Omit<RollupOutcome, "tabs">)
  | ({ readonly action: "report" } & Omit<ReportOutcome, "tabs">);

/** One school's part of a split. */
export type SplitLine = Omit<SplitOutcome["files"][number], "password">;

/** What was done, with the check that everything started from. */
export interface Performed {
  readonly check: CheckResult;
  readonly result: Result;
  /** The names of the tabs that were written. */
  readonly tabs: readonly string[];
}

const chance = () => passwordFrom(crypto.getRandomValues(new Uint8Array(passwordBytes)));

/** One press of a button, with what it was asked for. */
export interface Press {
  readonly action: ActionId;
  /** Splitting: every school's file gets a password of its own. */
  readonly encrypt?: boolean;
  /** Splitting: the book gets a tab per school as well. */
  readonly tabs?: boolean;
  /** Splitting: the version of the lists; the one that the book knows, unless told otherwise. */
  readonly version?: number;
  /** Splitting: from version 2 on, lists leave out whoever may not be approached. */
  readonly leavesOut?: boolean;
  /** Letters: which of them are printed. */
  readonly letters?: NoticeChoice;
  /** Deciding: what was decided in the pane. */
  readonly decisions?: PaneDecisions;
  /** Undoing: the one file that is taken back; absent for the whole run. */
  readonly file?: string;
  /** Slips: those that were typed in the pane. */
  readonly typed?: readonly SlipEntry[];
}

/**
 * Does what a button does in the season that was opened, over whichever ports are given, the real ones or a rehearsal's.
 * @throws WorkbookError
 */
export async function perform(season: OpenSeason, ports: Ports, press: Press): Promise<Performed> {
  const { check: checked, grids } = season;
  switch (press.action) {
    case "check": {
      const { tabs } = await check.run(season, ports);
      return { check: checked, tabs, result: { action: "check" } };
    }
    case "calendar": {
      const { tabs, ...rest } = await calendar.run(season, ports);
      return { check: checked, tabs, result: { action: "calendar", ...rest } };
    }
    case "split": {
      const last = lastVersion(grids);
      const { tabs: hasTabs = false, leavesOut = false } = press;
      // Splitting again gives the same lists again; whether they are another version is for the centre to say.
      const version = press.version ?? Math.max(1, last);
      const asked = { version, tabs: hasTabs, leavesOut, ...(press.encrypt ? { encrypt: chance } : {}) };
      const { tabs, files, leftOut, unassigned, totals } = await split.run(season, ports, asked);
      const schools = files.map(withoutPassword);
      const sums = { leftOut: sumParts(leftOut), unassigned, totals };
      return { check: checked, tabs, result: { action: "split", ...sums, schools, version, lastVersion: last } };
    }
    case "notices": {
      const { files: schools, withheld, ...rest } = await notices.run(season, ports, press.letters);
      return { check: checked, tabs: [], result: { action: "notices", schools, withheld: byReason(withheld), ...rest } };
    }
    case "collect": {
      const { tabs, ...rest } = await collect.run(season, ports);
      return { check: checked, tabs, result: { action: "collect", ...rest } };
    }
    case "slips": {
      const { tabs, ...rest } = await slips.run(season, ports, { typed: press.typed ?? [] });
      return { check: checked, tabs, result: { action: "slips", ...rest } };
    }
    case "statements": {
      const { tabs, ...rest } = await statements.run(season, ports);
      return { check: checked, tabs, result: { action: "statements", ...rest } };
    }
    case "decide": {
      const { tabs, decided, open, updated } = await decide.run(season, ports, press.decisions);
      return { check: checked, tabs, result: { action: "decide", decided, open, updated } };
    }
    case "forms":
      return { check: checked, tabs: [], result: { action: "forms", ...(await forms.run(season, ports)) } };
    case "next-season":
      return { check: checked, tabs: [], result: { action: "next-season", ...(await nextSeason.run(season, ports)) } };
    case "fix":
      return { check: checked, tabs: [], result: { action: "fix", ...(await fix.run(season, ports)) } };
    case "undo": {
      const { tabs, ...rest } = await undo.run(season, ports, press.file === undefined ? {} : { file: press.file });
      return { check: checked, tabs, result: { action: "undo", back: tabs, ...rest } };
    }
    case "feedback": {
      const { tabs, ...rest } = await feedback.run(season, ports);
      return { check: checked, tabs, result: { action: "feedback", ...rest } };
    }
    // One piece of work, of which each button writes its own tabs: what goes round the county has nobody's data beside it.
    case "repayment-rollup":
    case "exception-rollup":
    case "circular": {
      const { tabs, ...rest } = await rollup.run(season, ports, { only: tabsOf(press.action) });
      return { check: checked, tabs, result: { action: "rollup", ...rest } };
    }
    case "report": {
      const { tabs, ...rest } = await report.run(season, ports);
      return { check: checked, tabs, result: { action: "report", ...rest } };
    }
  }
}

function tabsOf(id: ActionId): readonly TabId[] {
  return actions.find((action) => action.id === id)?.tabs ?? [];
}

function withoutPassword(file: SplitOutcome["files"][number]): SplitLine {
  const { school, file: name, persons, contracts, principal, interest, due } = file;
  return { school, file: name, persons, contracts, principal, interest, due };
}

function byReason(withheld: NoticesOutcome["withheld"]): ReadonlyMap<StopReason, number> {
  const counts = new Map<StopReason, number>();
  for (const { reason } of withheld) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}
