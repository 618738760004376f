// The program beside the command line that makes books of letters in a thread of its own.
import { type MessagePort, parentPort, receiveMessageOnPort } from "node:worker_threads";
import { gotLetters, letterBook } from "../sheets/notices/letter-book";
import { writeBook } from "../xlsx/write-book";
import type { LettersAnswer, LettersOrder } from "./letter-maker";

async function answerTo({ id, letters }: LettersOrder): Promise<LettersAnswer> {
  try {
    const { book, ...made } = letterBook(gotLetters(letters));
    return { id, made: { ...made, bytes: await writeBook(book) } };
  } catch (error) {
    return { id, error };
  }
}

// One book after another: what waits lies packed, outside of this thread's memory.
async function nextOrder(port: MessagePort): Promise<LettersOrder> {
  const waiting = receiveMessageOnPort(port) as { readonly message: LettersOrder } | undefined;
  return waiting?.message ?? (await new Promise((resolve) => port.once("message", resolve)));
}

if (parentPort)
  for (;;) {
    const answer = await answerTo(await nextOrder(parentPort));
    parentPort.postMessage(answer, "made" in answer ? [answer.made.bytes.buffer as ArrayBuffer] : []);
  }
