// The program beside the command line that makes books of letters in a thread of its own.
import { parentPort } from "node:worker_threads";
import { gotNotices, letterBook } from "../sheets/notices/letter-book";
import { writeBook } from "../xlsx/write-book";
import type { LettersAnswer, LettersOrder } from "./letter-maker";

async function answerTo({ id, letters }: LettersOrder): Promise<LettersAnswer> {
  try {
    const { book, ...made } = letterBook(gotNotices(letters));
    return { id, made: { ...made, bytes: await writeBook(book) } };
  } catch (error) {
    return { id, error };
  }
}

// One book after another, so that what they are made of does not pile up.
let last = Promise.resolve();
parentPort?.on("message", (order: LettersOrder) => {
  last = last.then(async () => parentPort?.postMessage(await answerTo(order)));
});
