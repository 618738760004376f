// One button pressed: the actions composed over whichever ports are given, the real ones or a rehearsal's.
import type { CheckResult } from "../../actions/check";
import { actions } from "../../actions/index";
import { check } from "../../actions/check-workbook";
import { collect, type CollectOutcome } from "../../actions/collect";
import { notices, type NoticesFile, type NoticesOutcome } from "../../actions/notices";
import { type OpenSeason, standingsOn } from "../../actions/open-season";
import { rollup, type RollupOutcome } from "../../actions/rollup";
import { split, type SplitOutcome } from "../../actions/split";
import type { Files, Progress, Workbook } from "../../actions/workbook";
import { passwordBytes, passwordFrom } from "../../domain/password";
import type { StopReason } from "../../domain/stop";
import { logOf } from "../../sheets/change-log";
import { lastVersion } from "../../sheets/split-list";
import { type PartTotals, sumParts } from "../../sheets/split-parts";
import type { Request } from "./request";
import type { TabId } from "../../sheets/tabs";

/** What a button has come to, as the pane tells it; passwords stay in the list that is saved with the files. */
export type Result =
  | { readonly action: "check" }
  | ({ readonly action: "split" } & Pick<SplitOutcome, "unassigned" | "totals"> & {
        readonly schools: readonly SplitLine[];
        /** Whom the lists leave out, whatever the reason. */
        readonly leftOut: PartTotals;
        readonly version: number;
        /** The version that was made before; 0 when there was none. */
        readonly lastVersion: number;
      })
  | ({ readonly action: "notices" } & Pick<NoticesOutcome, "notices"> & {
        readonly schools: readonly NoticesFile[];
        /** How many persons get no letter now, by reason. */
        readonly withheld: ReadonlyMap<StopReason, number>;
      })
  | ({ readonly action: "collect" } & Omit<CollectOutcome, "tabs">)
  | ({ readonly action: "rollup" } & Omit<RollupOutcome, "tabs">);

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

/**
 * Does what a button does in the season that was opened.
 * @throws WorkbookError
 */
export async function perform(
  { workbook, files }: { readonly workbook: Workbook; readonly files: Files },
  season: OpenSeason,
  request: Request,
  progress: Progress,
): Promise<Performed> {
  const { book, held, assignments, dividedAssignments } = season;
  const today = book.season.today;
  switch (request.action) {
    case "check": {
      const { tabs } = await check.run(workbook, { ...season, log: logOf(book) });
      return { check: season.check, tabs, result: { action: "check" } };
    }
    case "split": {
      const last = lastVersion(book.sheets.map(({ grid }) => grid));
      // Splitting again gives the same lists again; whether they are another version is for the centre to say.
      const version = request.version ?? Math.max(1, last);
      const standings = standingsOn(season, today);
      const asked = {
        version,
        tabs: request.tabs ?? false,
        leavesOut: request.leavesOut ?? false,
        ...(request.encrypt ? { encrypt: chance } : {}),
      };
      const options = { book, assignments: dividedAssignments, standings, findings: season.check.findings, madeOn: today, ...asked };
      const { tabs, files: made, leftOut, unassigned, totals } = await split.run(workbook, files, options);
      const schools = made.map(withoutPassword);
      return {
        check: season.check,
        tabs,
        result: { action: "split", leftOut: sumParts(leftOut), unassigned, totals, schools, version, lastVersion: last },
      };
    }
    case "notices": {
      const options = { book, assignments: dividedAssignments, standings: standingsOn(season, today), madeOn: today };
      const { files: schools, withheld, notices: count } = await notices.run(workbook, files, options);
      return { check: season.check, tabs: [], result: { action: "notices", schools, withheld: byReason(withheld), notices: count } };
    }
    case "collect": {
      const { tabs, ...rest } = await collect.run(workbook, files, { book, assignments, held, today, progress });
      return { check: season.check, tabs, result: { action: "collect", ...rest } };
    }
    // One piece of work, of which each button writes its own tabs: what goes round the county has nobody's data beside it.
    case "repayment-rollup":
    case "exception-rollup":
    case "circular": {
      const { tabs, ...rest } = await rollup.run(workbook, {
        book,
        assignments: dividedAssignments,
        held,
        asOf: today,
        only: tabsOf(request.action),
      });
      return { check: season.check, tabs, result: { action: "rollup", ...rest } };
    }
  }
}

function tabsOf(id: Request["action"]): readonly TabId[] {
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
