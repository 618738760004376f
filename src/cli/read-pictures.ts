// Pictures read in two threads beside the command line, which are started with the first picture and ended with the program.
import { Worker } from "node:worker_threads";
import type { ReadPicture } from "../actions/slips";

/** More threads than this are not there on the machines that offices have. */
const threadCount = 2;

interface Answer {
  readonly id: number;
  readonly pages?: readonly (readonly string[])[];
  readonly error?: string;
}

type Pages = readonly (readonly string[])[];

/** One thread; the pictures it was given are answered by their numbers. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { readonly resolve: (pages: Pages) => void; readonly reject: (error: Error) => void }>();
  #last = 0;

  constructor(script: URL) {
    // Flags of the program that started this one are not for its threads.
    this.#worker = new Worker(script, { execArgv: [] });
    this.#worker.on("message", ({ id, pages, error }: Answer) => {
      if (pages) this.#waiting.get(id)?.resolve(pages);
      else this.#waiting.get(id)?.reject(new Error(error));
      this.#settle(id);
    });
    this.#worker.on("error", (error: Error) => {
      for (const [id, { reject }] of this.#waiting) {
        reject(error);
        this.#settle(id);
      }
    });
    this.#worker.unref();
  }

  get load(): number {
    return this.#waiting.size;
  }

  read(bytes: Uint8Array): Promise<Pages> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ id, bytes });
    });
  }

  // A thread that has nothing to do does not keep the program from ending.
  #settle(id: number): void {
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker.unref();
  }
}

/** Reads with the program `script`, each picture in the thread that has less to do. */
export function pictureReader(script: URL): ReadPicture {
  const threads: Thread[] = [];
  return (bytes) => {
    if (threads.length < threadCount) threads.push(new Thread(script));
    const [free] = threads.toSorted((one, other) => one.load - other.load);
    if (!free) throw new RangeError("no thread");
    return free.read(bytes);
  };
}
