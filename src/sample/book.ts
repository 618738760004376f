// The invented county as the workbook that a centre has at the start of the season.
import type { BookSpec } from "../sheets/spec";
import { bankSheet } from "./bank-sheets";
import { borrowerSheet } from "./borrower-sheet";
import type { County } from "./records";
import { contactSheet, jurisdictionSheet } from "./school-sheets";
import { settingsSheet } from "./settings-sheet";

/** The centre's workbook: 设置, 应还名单, 附件2, 附件1 and the bank's sheets, all of it sound. */
export function countyBook(county: County): BookSpec {
  return {
    sheets: [
      settingsSheet(county.totals),
      borrowerSheet(county),
      jurisdictionSheet(county),
      contactSheet(county),
      ...county.batches.map(bankSheet),
    ],
  };
}
