// Pictures read in two threads beside the command line, which are started with the first pictures.
import type { ReadPicture } from "../actions/slips";
import { Thread } from "./thread";

/** More threads than this are not there on the machines that offices have. */
const threadCount = 2;

/** Reads with the program `script`, each picture in the thread that has less to do. */
export function pictureReader(script: URL): ReadPicture {
  const threads: Thread<Uint8Array, readonly (readonly string[])[]>[] = [];
  return (bytes) => {
    if (threads.length < threadCount) threads.push(new Thread(script));
    const [free] = threads.toSorted((one, other) => one.load - other.load);
    if (!free) throw new RangeError("no thread");
    return free.ask(bytes);
  };
}
