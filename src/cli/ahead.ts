// The program beside the command line that reads returned workbooks in a thread of its own.
import { parentPort } from "node:worker_threads";
import { readBook } from "../xlsx/read-book";
import { packed } from "./packed-grid";
import type { AheadAnswer, AheadQuestion } from "./read-ahead";

async function answerTo({ id, bytes, name, cellLimit }: AheadQuestion): Promise<AheadAnswer> {
  const aside = () => Promise.reject(new Error("no file for a thread"));
  try {
    const { grids } = await readBook(bytes, name, { aside, ...(cellLimit === undefined ? {} : { cellLimit }) });
    return { id, grids: grids.map(packed) };
  } catch {
    // The command line reads it again, and says what is the matter.
    return { id };
  }
}

// One after another, so that the first is there as soon as it can be.
let last = Promise.resolve();
parentPort?.on("message", (question: AheadQuestion) => {
  last = last.then(async () => {
    const answer = await answerTo(question);
    parentPort?.postMessage(
      answer,
      (answer.grids ?? []).flatMap(({ cells, lengths }) => [cells.buffer, lengths.buffer]),
    );
  });
});
