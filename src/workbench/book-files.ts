// Workbook files: one that is opened becomes the host's book, and the book is saved as a new xlsx that looks as it does here.
import { readBook } from "../xlsx/read-book";
import { writeSheets } from "../xlsx/write-book";
import { bookOfGrids } from "./host/grids";
import type { Book } from "./host/model/book";
import { fileSheets } from "./saving/file-sheets";

/**
 * The book of a file.
 * @throws WorkbookError
 */
export async function openBook(file: File): Promise<Book> {
  const { grids } = await readBook(new Uint8Array(await file.arrayBuffer()), file.name);
  return bookOfGrids(grids, file.name);
}

/**
 * The book as an xlsx file, as it looks.
 * @throws WorkbookError
 */
export function bytesOfBook(book: Book): Promise<Uint8Array> {
  return writeSheets(fileSheets(book));
}
