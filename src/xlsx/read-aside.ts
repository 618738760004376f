// Reading a file where it can be stopped: foreign engines may hang on damaged files or eat all memory, so whoever has a process or a worker to spare
// has them read there. This is what goes over and what comes back.
import { type Refusal, WorkbookError } from "../actions/workbook";
import { type BookReading, readBook, type ReadRequest } from "./read-book";

/** The sheets, or why there are none; errors lose their class on the way. */
export type ReadAnswer = { readonly reading: BookReading } | { readonly refusal: Refusal };

/** How long a file may take that is read aside; a real one of the largest size takes a third of it. */
export const asideMilliseconds = 15_000;

/** Reads on the other side. */
export async function answerTo({ bytes, name, password }: ReadRequest): Promise<ReadAnswer> {
  try {
    return { reading: await readBook(bytes, name, password === undefined ? {} : { password }) };
  } catch (error) {
    // One process or worker reads one file, so that whatever goes wrong in an engine concerns that file alone.
    return { refusal: error instanceof WorkbookError ? error.refusal : { code: "not-readable", detail: name, reason: { why: "damaged" } } };
  }
}

/**
 * What an answer says, on this side.
 * @throws WorkbookError
 */
export function readingOf(answer: ReadAnswer): BookReading {
  if ("refusal" in answer) throw WorkbookError.from(answer.refusal);
  return answer.reading;
}
