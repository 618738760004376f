// The button 校验: what is found stands in 校验结果 and on the source cells, and whom somebody must look at first in 核实决定.
import { logOf } from "../sheets/checking/change-log";
import { checkSummary } from "../sheets/checking/findings";
import type { SheetSpec } from "../sheets/writing/spec";
import { stopDecisionSheet } from "../sheets/checking/stop-decisions";
import { type CheckResult, checkSheet } from "./check-book";
import type { OpenSeason } from "./season";
import type { Ports } from "./workbook";
import { writeRun } from "./write-run";

/** What checking the open book has done: the tabs written and everything that was found. */
export interface CheckOutcome {
  readonly tabs: readonly string[];
  readonly result: CheckResult;
}

// 校验结果, 核实决定 where anything is to be decided, and their line in the log.
function checkTabs(season: OpenSeason, log = logOf(season.book)): readonly SheetSpec[] {
  const { book, check: result, divided, today } = season;
  const decisions = stopDecisionSheet(book, season.inQuestion, divided, season.index);
  return [
    checkSheet(book, result),
    ...(decisions ? [decisions] : []),
    log.add({ on: today, ...checkSummary(result.findings, result.held.size) }),
  ];
}

/** The action 校验. Run twice, it leaves the same tabs and the same marks; source cells are never changed. */
export const check = {
  id: "check",
  /** @throws WorkbookError when the book cannot be written */
  async run(season: OpenSeason, { log, ...ports }: Pick<Ports, "workbook" | "log" | "journal">): Promise<CheckOutcome> {
    const result = season.check;
    const marks = result.findings.filter(({ cell }) => cell !== "");
    const tabs = await writeRun(season, ports, { command: "check", marks }, checkTabs(season, log));
    return { tabs: tabs.slice(0, -1), result };
  },
} as const;
