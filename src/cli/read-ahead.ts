// Returned workbooks read ahead: while one is judged, a thread beside the command line takes the next ones apart.
import { Worker } from "node:worker_threads";
import type { Grid } from "../sheets/grid";
import { type PackedGrid, unpacked } from "./packed-grid";

/** A workbook to read. */
export interface AheadQuestion {
  readonly id: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly cellLimit: number | undefined;
}

/** Its sheets; none where anything is the matter with it. */
export interface AheadAnswer {
  readonly id: number;
  readonly grids?: readonly PackedGrid[];
}

type Grids = readonly Grid[] | undefined;

/** Reads sound workbooks; of others, which are read where what is the matter can be said, it gives nothing. */
export interface ReadAhead {
  readonly read: (question: Omit<AheadQuestion, "id">) => Promise<Grids>;
  /** Ends the thread, whose memory is wanted. */
  readonly end: () => void;
}

/** Reads with the program `script`, which is started with the first file. */
export function readerAhead(script: URL): ReadAhead {
  const waiting = new Map<number, (grids: Grids) => void>();
  let worker: Worker | undefined;
  let count = 0;
  const settle = (id: number, grids: Grids) => {
    waiting.get(id)?.(grids);
    waiting.delete(id);
    // A thread that has nothing to do does not keep the program from ending.
    if (waiting.size === 0) worker?.unref();
  };
  const start = (): Worker => {
    // Flags of the program that started this one are not for its threads.
    const started = new Worker(script, { execArgv: [] });
    started.on("message", ({ id, grids }: AheadAnswer) => settle(id, grids?.map(unpacked)));
    started.on("error", () => [...waiting.keys()].forEach((id) => settle(id, undefined)));
    return started;
  };
  return {
    read: (question) => {
      const id = ++count;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        worker ??= start();
        worker.ref();
        worker.postMessage({ id, ...question } satisfies AheadQuestion, [question.bytes.buffer]);
      });
    },
    end: () => void worker?.terminate(),
  };
}
