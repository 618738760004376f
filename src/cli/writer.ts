// The program beside the command line that makes workbooks in a thread of its own.
import { deserialize } from "node:v8";
import { WorkbookError } from "../actions/workbook";
import { type BookAnswer, type BookAsked, madeBook } from "./book-maker";
import { answerAll } from "./thread";

answerAll(async (asked: Uint8Array): Promise<BookAnswer> => {
  try {
    return await madeBook(deserialize(asked) as BookAsked);
  } catch (error) {
    if (error instanceof WorkbookError) return { refusal: error.refusal };
    throw error;
  }
});
