// Workbook files: one that is opened becomes the host's book, and the book is saved as a new xlsx with the values of all its sheets.
import { FileWorkbook } from "../xlsx/file-workbook";
import { readBook } from "../xlsx/read-book";
import { bookOfGrids, gridsOfBook } from "./host/grids";
import type { Book } from "./host/model/book";

/**
 * The book of a file.
 * @throws WorkbookError
 */
export async function openBook(file: File): Promise<Book> {
  const { grids } = await readBook(new Uint8Array(await file.arrayBuffer()), file.name);
  return bookOfGrids(grids, file.name);
}

/** The book as an xlsx file: values, merged cells, hidden rows, columns and sheets; looks other than those of dates stay behind. */
export function bytesOfBook(book: Book): Promise<Uint8Array> {
  return FileWorkbook.fromReading(book.name, { grids: gridsOfBook(book) }).bytes();
}
