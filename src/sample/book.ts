// The invented county as the workbook that a centre has at the start of the season.
import { bookTitle } from "../sheets/vocabulary/book-title";
import type { BookSpec } from "../sheets/writing/spec";
import { bankSheet } from "./bank-sheets";
import { borrowerSheet } from "./borrower-sheet";
import type { County } from "./records";
import { contactSheet, jurisdictionSheet } from "./school-sheets";
import { settingsSheet } from "./settings-sheet";

/** What the county's file says of itself. */
export const countyTitle = bookTitle({ county: "蒲城县", year: 2019 }, "本息回收");

/** The centre's workbook: 设置, 应还名单, 附件2, 附件1 and the bank's sheets, all of it sound. */
export function countyBook(county: County): BookSpec {
  return {
    title: countyTitle,
    sheets: [
      settingsSheet(county.totals),
      borrowerSheet(county),
      jurisdictionSheet(county),
      contactSheet(county),
      ...county.batches.map(bankSheet),
    ],
  };
}
