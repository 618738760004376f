// The button 校验: the open book is checked, its findings are written to the tab 校验结果 and marked on the source cells.
import type { SeasonOptions } from "../sheets/read-season";
import { type CheckResult, checkTabs } from "./check";
import { openSeason } from "./open-season";
import type { Workbook } from "./workbook";

/** What checking the open book has done: the tabs written and everything that was found. */
export interface CheckOutcome {
  readonly tabs: readonly string[];
  readonly result: CheckResult;
}

/** The action 校验. Run twice, it leaves the same tab and the same marks; source cells are never changed. */
export const check = {
  id: "check",
  /** @throws WorkbookError when the book cannot be read or written, or holds no borrowers */
  async run(workbook: Workbook, options: SeasonOptions): Promise<CheckOutcome> {
    const { book, check: result, log } = await openSeason(workbook, options);
    const inCells = result.findings.filter(({ cell }) => cell !== "");
    const tabs = await workbook.write(checkTabs(book, result, log), inCells);
    return { tabs: tabs.slice(0, 1), result };
  },
} as const;
