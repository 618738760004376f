// The button 校验: the open book is checked, its findings are written to the tab 校验结果 and marked on the source cells.
import { type ChangeLog, logOf } from "../sheets/change-log";
import type { SeasonBook } from "../sheets/reading";
import { type CheckResult, checkTabs } from "./check";
import type { Workbook } from "./workbook";

/** What checking starts from: the season as it was opened. */
export interface CheckOptions {
  readonly book: SeasonBook;
  readonly check: CheckResult;
  /** The log that goes on; absent: the book's own as it was read. */
  readonly log?: ChangeLog;
}

/** What checking the open book has done: the tabs written and everything that was found. */
export interface CheckOutcome {
  readonly tabs: readonly string[];
  readonly result: CheckResult;
}

/** The action 校验. Run twice, it leaves the same tab and the same marks; source cells are never changed. */
export const check = {
  id: "check",
  /** @throws WorkbookError when the book cannot be written */
  async run(workbook: Workbook, { book, check: result, log = logOf(book) }: CheckOptions): Promise<CheckOutcome> {
    const inCells = result.findings.filter(({ cell }) => cell !== "");
    const tabs = await workbook.write(checkTabs(book, result, log), inCells);
    return { tabs: tabs.slice(0, 1), result };
  },
} as const;
