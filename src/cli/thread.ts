// A thread beside the command line: started with the first question, ended with the program, every question answered by its number.
import { parentPort, type ResourceLimits, Worker } from "node:worker_threads";

interface Asked<Question> {
  readonly id: number;
  readonly question: Question;
}

type Answered<Answer> = { readonly id: number } & ({ readonly answer: Answer } | { readonly error: unknown });

/** One thread, which runs a program of its own. */
export class Thread<Question, Answer> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { readonly resolve: (answer: Answer) => void; readonly reject: (error: unknown) => void }>();
  #last = 0;
  #end: Error | undefined;

  /** @param script the program, which answers with `answerAll` */
  constructor(script: URL, resourceLimits: ResourceLimits = {}) {
    // Flags of the program that started this one are not for its threads.
    this.#worker = new Worker(script, { execArgv: [], resourceLimits });
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

  /** The answer to a question; none once the thread has broken off. */
  ask(question: Question): Promise<Answer> {
    if (this.#end) return Promise.reject(this.#end);
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ id, question } satisfies Asked<Question>);
    });
  }

  // A thread that has nothing to do does not keep the program from ending.
  #settle(id: number): void {
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker.unref();
  }
}

/** Answers whatever this thread is asked: one question after another, so that what answers are made of does not pile up. */
export function answerAll<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  let turn = Promise.resolve();
  parentPort?.on("message", ({ id, question }: Asked<Question>) => {
    const reply = (answered: Answered<Answer>) => parentPort?.postMessage(answered);
    turn = turn
      .then(() => answer(question))
      .then(
        (found) => reply({ id, answer: found }),
        (error: unknown) => reply({ id, error }),
      );
  });
}
