// A thread beside the command line: started with the first question, ended with the program, every question answered by its number.
import { parentPort, type ResourceLimits, type Transferable, Worker, workerData } from "node:worker_threads";

interface Asked<Question> {
  readonly id: number;
  readonly question: Question;
}

type Answered<Answer> = { readonly id: number } & ({ readonly answer: Answer } | { readonly error: unknown });

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
  readonly here: (() => Promise<Answer>) | undefined;
}

// Who has taken which question stands where both sides see it at once; later ones are the thread's alone.
const shared = 4096;

// Whether the question was still nobody's.
const takes = (taken: Int32Array, id: number) => Atomics.exchange(taken, id, 1) === 0;

/** One thread, which runs a program of its own. */
export class Thread<Question, Answer> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting<Answer>>();
  readonly #taken = new Int32Array(new SharedArrayBuffer(shared * Int32Array.BYTES_PER_ELEMENT));
  #last = 0;
  #end: Error | undefined;

  /** @param script the program, which answers with `answerAll` */
  constructor(script: URL, resourceLimits: ResourceLimits = {}) {
    // Flags of the program that started this one are not for its threads.
    this.#worker = new Worker(script, { execArgv: [], resourceLimits, workerData: this.#taken });
    this.#worker.on("message", (answered: Answered<Answer>) => {
      const { id } = answered;
      if ("answer" in answered) this.#waiting.get(id)?.resolve(answered.answer);
      else this.#waiting.get(id)?.reject(answered.error);
      this.#settle(id);
    });
    this.#worker.on("error", (error: Error) => {
      this.#end = error;
      for (const [id, { reject }] of this.#waiting) {
        reject(error);
        this.#settle(id);
      }
    });
    this.#worker.unref();
  }

  /** How many questions are not answered yet. */
  get load(): number {
    return this.#waiting.size;
  }

  /**
   * The answer to a question; none once the thread has broken off.
   * @param here how this side answers it, where it may
   * @param moved what goes over without a copy, and is gone here
   */
  ask(question: Question, here?: () => Promise<Answer>, moved: readonly Transferable[] = []): Promise<Answer> {
    if (this.#end) return Promise.reject(this.#end);
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, here });
      this.#worker.ref();
      this.#worker.postMessage({ id, question } satisfies Asked<Question>, moved);
    });
  }

  /**
   * Answers here what the thread has not come to, the last question first.
   * @param isWanted whether there is still nothing else to do; asked before each
   */
  async help(isWanted: () => boolean = () => true): Promise<void> {
    for (const [id, { here, resolve, reject }] of [...this.#waiting].reverse()) {
      if (!isWanted()) return;
      if (!here || id >= shared || !takes(this.#taken, id)) continue;
      await here().then(resolve, reject);
      this.#settle(id);
    }
  }

  /** Ends the thread; what nobody waits for any more is not answered. */
  end(): void {
    void this.#worker.terminate();
  }

  // A thread that has nothing to do does not keep the program from ending.
  #settle(id: number): void {
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker.unref();
  }
}

/**
 * Answers whatever this thread is asked: one question after another, so that what answers are made of does not pile up.
 * @param moved what of an answer goes over without a copy
 */
export function answerAll<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
  moved: (answer: Answer) => readonly Transferable[] = () => [],
): void {
  const taken = workerData as Int32Array;
  let turn = Promise.resolve();
  parentPort?.on("message", ({ id, question }: Asked<Question>) => {
    const reply = (answered: Answered<Answer>, buffers?: readonly Transferable[]) => parentPort?.postMessage(answered, buffers);
    turn = turn.then(async () => {
      if (id < shared && !takes(taken, id)) return;
      await answer(question).then(
        (found) => reply({ id, answer: found }, moved(found)),
        (error: unknown) => reply({ id, error }),
      );
    });
  });
}
