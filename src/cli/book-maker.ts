// Workbooks made in a thread beside the command line, while the next ones are thought out: there are two cores on every machine.
import { deserialize, serialize } from "node:v8";
import { type Refusal, WorkbookError } from "../actions/workbook";
import type { LettersMade, SentLetters } from "../sheets/notices/letter-book";
import type { Notices } from "../sheets/notices/notice-letter";
import type { BookSpec } from "../sheets/writing/spec";
import { Thread } from "./thread";

/** What a workbook is made of: its description, or a school's letters. */
export type BookAsked = { readonly book: BookSpec; readonly password: string | undefined } | { readonly letters: SentLetters };

/** A workbook as a file, and what is told of its letters. */
export interface MadeBook {
  readonly bytes: Uint8Array;
  readonly letters?: LettersMade;
}

/** The file, or why there is none; errors lose their class on the way. */
export type BookAnswer = MadeBook | { readonly refusal: Refusal };

/** A school's book of letters as a file. */
export interface LettersFile extends LettersMade {
  readonly bytes: Uint8Array;
}

/** Makes workbooks. */
export interface BookMaker {
  /** Begins, so that all is ready for the first book. */
  readonly start: () => void;
  readonly write: (book: BookSpec, password: string | undefined) => Promise<Uint8Array>;
  readonly letters: (letters: Notices) => Promise<LettersFile>;
  /** Resolves once there is room for one more. */
  readonly room: () => Promise<void>;
  /** Lends a hand, now that there is nothing else to do. */
  readonly help: () => Promise<void>;
  /** Ends; what nobody waits for any more is not made. */
  readonly end: () => void;
}

// A run that makes no files needs nothing that makes them.
const letterBooks = () => import("../sheets/notices/letter-book");

/** Makes one workbook, wherever this runs. */
export async function madeBook(asked: BookAsked): Promise<MadeBook> {
  const { writeFile } = await import("../xlsx/write-book");
  if ("book" in asked) return { bytes: await writeFile(asked.book, asked.password) };
  const { gotLetters, letterBook } = await letterBooks();
  const { book, ...letters } = letterBook(gotLetters(asked.letters));
  return { bytes: await writeFile(book, undefined), letters };
}

async function lettersFile(letters: Notices, made: (asked: BookAsked) => Promise<MadeBook>): Promise<LettersFile> {
  const { sentLetters } = await letterBooks();
  const { bytes, letters: told } = await made({ letters: sentLetters(letters) });
  if (!told) throw new RangeError("no letters");
  return { ...told, bytes };
}

/** Makes books in between. What waits to be packed lies in memory unpacked: two books are enough to keep the other core busy. */
export function makerHere(): BookMaker {
  const packing: Promise<unknown>[] = [];
  const made = (asked: BookAsked): Promise<MadeBook> => {
    const file = madeBook(asked);
    packing.push(file.catch(() => undefined));
    return file;
  };
  return {
    start: () => undefined,
    write: async (book, password) => (await made({ book, password })).bytes,
    letters: (letters) => lettersFile(letters, made),
    room: async () => {
      if (packing.length > 2) await packing.shift();
    },
    help: () => Promise.resolve(),
    end: () => undefined,
  };
}

// Every book is forgotten once it is made: with more room than this its remains take 60 MB more (measured with 100,000 contracts).
const limits = { maxYoungGenerationSizeMb: 16 };

// How much may wait, in bytes: the lists of 100,000 contracts. A description takes a tenth of the memory that way, and is unfolded when its turn comes.
const mostWaiting = 64 << 20;

/** Makes books with the program `script`, one after another; what it has not come to when there is nothing else to do is made here. */
export function makerAside(script: URL): BookMaker {
  let thread: Thread<Uint8Array, BookAnswer> | undefined;
  let waiting = 0;
  const making: Promise<unknown>[] = [];
  const started = () => (thread ??= new Thread(script, limits));
  const made = async (asked: BookAsked): Promise<MadeBook> => {
    const sent = serialize(asked);
    waiting += sent.length;
    const answer = started().ask(sent, () => madeBook(deserialize(sent) as BookAsked));
    making.push(answer.catch(() => undefined).then(() => (waiting -= sent.length)));
    const file = await answer;
    if ("refusal" in file) throw WorkbookError.from(file.refusal);
    return file;
  };
  return {
    start: () => void started(),
    write: async (book, password) => (await made({ book, password })).bytes,
    letters: (letters) => lettersFile(letters, made),
    room: async () => {
      while (waiting > mostWaiting && making.length > 0) await making.shift();
    },
    help: async () => thread?.help(),
    end: () => thread?.end(),
  };
}
