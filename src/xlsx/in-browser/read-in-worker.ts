// A file read in a worker of its own, below the engine's or beside a page, which is ended when it takes too long.
import { WorkbookError } from "../../actions/workbook";
import { asideMilliseconds, type ReadAnswer, readingOf } from "../read-aside";
import { type BookReading, readBook, type ReadRequest } from "../read-book";
import { BoundWorker } from "./bound-worker";

/**
 * The sheets of a file, read where it can be stopped; where there are no workers, it is read here.
 * @throws WorkbookError `too-slow` when it was ended
 */
export async function readInWorker(request: ReadRequest): Promise<BookReading> {
  const { bytes, name, password } = request;
  const worker = await startedWorker();
  if (!worker) return readBook(bytes, name, password === undefined ? {} : { password });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<BookReading>((resolve, reject) => {
      timer = setTimeout(() => reject(new WorkbookError("too-slow", name)), asideMilliseconds);
      worker.onerror = () => reject(new WorkbookError("not-readable", `${name}: the reader broke off`));
      worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
        try {
          resolve(readingOf(data));
        } catch (error) {
          reject(error as Error);
        }
      };
      worker.postMessage(request);
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}

// Old webviews and some policies refuse workers, or workers within workers.
async function startedWorker(): Promise<Worker | undefined> {
  let worker: Worker | undefined;
  try {
    const started = (worker = new BoundWorker(new URL("./reader.worker", import.meta.url), { name: "reader" }));
    await new Promise((resolve, reject) => {
      started.onmessage = resolve;
      started.onerror = reject;
    });
    return started;
  } catch {
    worker?.terminate();
    return undefined;
  }
}
