// Workbooks made in a thread beside the command line, while the next ones are thought out: there are two cores on every machine.
import { serialize } from "node:v8";
import { type Refusal, WorkbookError } from "../actions/workbook";
import type { WriteBook } from "./disk-files";
import { Thread } from "./thread";

/** A workbook on its way to the thread: its description takes a tenth of the memory that way, and is unfolded there when its turn comes. */
export interface BookAsked {
  readonly book: Uint8Array;
  readonly password: string | undefined;
}

/** Its file, or why there is none; errors lose their class on the way. */
export type BookAnswer = { readonly bytes: Uint8Array } | { readonly refusal: Refusal };

// Every book is forgotten once it is made: with more room than this its remains take 60 MB more (measured with 100,000 contracts).
const limits = { maxYoungGenerationSizeMb: 16 };

/** Makes books with the program `script`, one after another. */
export function bookWriter(script: URL): WriteBook {
  let thread: Thread<BookAsked, BookAnswer> | undefined;
  return async (spec, password) => {
    const book = serialize(spec);
    const answer = await (thread ??= new Thread(script, limits)).ask({ book, password });
    if ("refusal" in answer) throw WorkbookError.from(answer.refusal);
    return answer.bytes;
  };
}
