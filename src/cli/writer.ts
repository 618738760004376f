// The program beside the command line that makes workbooks in a thread of its own.
import { deserialize } from "node:v8";
import { WorkbookError } from "../actions/workbook";
import type { BookSpec } from "../sheets/writing/spec";
import { writeFile } from "../xlsx/write-book";
import { answerAll } from "./thread";
import type { BookAnswer, BookAsked } from "./write-aside";

answerAll(async ({ book, password }: BookAsked): Promise<BookAnswer> => {
  try {
    return { bytes: await writeFile(deserialize(book) as BookSpec, password) };
  } catch (error) {
    if (error instanceof WorkbookError) return { refusal: error.refusal };
    throw error;
  }
});
