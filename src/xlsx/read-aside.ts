// Reading a file where it can be stopped: foreign engines may hang on damaged files or eat all memory, so whoever has a process or a worker to spare
// has them read there. This is what goes over and what comes back.
import { WorkbookError, type WorkbookErrorCode } from "../actions/workbook";
import { type BookReading, readBook, type ReadRequest } from "./read-book";

/** The sheets, or why there are none; errors lose their class on the way. */
export type ReadAnswer = { readonly reading: BookReading } | { readonly refusal: WorkbookErrorCode; readonly detail: string };

/** How long a file may take that is read aside; a real one of the largest size takes a third of it. */
export const asideMilliseconds = 15_000;

/** Reads on the other side. */
export async function answerTo({ bytes, name, password }: ReadRequest): Promise<ReadAnswer> {
  try {
    return { reading: await readBook(bytes, name, password === undefined ? {} : { password }) };
  } catch (error) {
    // One process or worker reads one file, so that whatever goes wrong in an engine concerns that file alone.
    const detail = error instanceof Error ? `${name}: ${error.name} ${error.message}` : `${name}: ${String(error)}`;
    return error instanceof WorkbookError ? { refusal: error.code, detail: error.detail } : { refusal: "not-readable", detail };
  }
}

/**
 * What an answer says, on this side.
 * @throws WorkbookError
 */
export function readingOf(answer: ReadAnswer): BookReading {
  if ("refusal" in answer) throw new WorkbookError(answer.refusal, answer.detail);
  return answer.reading;
}
