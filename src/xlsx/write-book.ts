// A workbook file of its own from its description: lists for schools, notices, statements, reports.
import { type BookSpec } from "../sheets/writing/spec";
import { type FileSheet } from "../sheets/writing/tab-layout/cell-style";
import { readyTabs } from "../sheets/writing/tab-layout/fit-sheets";
import { lintSheets } from "../sheets/writing/tab-layout/lint";
import { placeTabs } from "../sheets/writing/tab-layout/layout";
import { newBook } from "./package/new-book";

/**
 * The xlsx file of a book; the same book always gives the same bytes.
 * @throws RangeError when Excel would refuse or repair the file
 */
export async function writeBook(book: BookSpec): Promise<Uint8Array> {
  if (book.sheets.every((sheet) => sheet.visibility !== undefined)) throw new RangeError("a book without a visible tab");
  const sheets = readyTabs(book.sheets);
  lintSheets(sheets);
  return newBook(placeTabs([], sheets).slots, book.title);
}

/**
 * The same, which opens with a password where there is one.
 * @throws RangeError as `writeBook`
 */
export async function writeFile(book: BookSpec, password: string | undefined): Promise<Uint8Array> {
  const zip = await writeBook(book);
  // The ciphers are loaded with the first password.
  return password === undefined ? zip : (await import("./encryption/agile")).encryptPackage(zip, password);
}

/**
 * The xlsx file of sheets that have their names and places already: a book that people have worked in.
 * @throws WorkbookError
 */
export async function writeSheets(sheets: readonly FileSheet[]): Promise<Uint8Array> {
  return newBook(sheets.map((spec) => ({ name: spec.name, spec, ...(spec.tab === "" ? {} : { tab: spec.tab }) })));
}
