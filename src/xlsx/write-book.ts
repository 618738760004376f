// A workbook file of its own from its description: lists for schools, notices, statements, reports.
import { type BookSpec } from "../sheets/spec";
import { lintSheets } from "../sheets/tab-layout/lint";
import { placeTabs } from "../sheets/tab-layout/layout";
import { newBook } from "./package/new-book";

/**
 * The xlsx file of a book; the same book always gives the same bytes.
 * @throws RangeError when Excel would refuse or repair the file
 */
export async function writeBook(book: BookSpec): Promise<Uint8Array> {
  if (book.sheets.every((sheet) => sheet.visibility !== undefined)) throw new RangeError("a book without a visible tab");
  lintSheets(book.sheets);
  return newBook(placeTabs([], book.sheets).slots);
}
