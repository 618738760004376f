// Returned workbooks read ahead: while one is judged, a thread beside the command line takes the next ones apart.
import type { Grid } from "../sheets/grid";
import { type PackedGrid, unpacked } from "./packed-grid";
import { Thread } from "./thread";

/** A workbook to read. */
export interface AheadQuestion {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly cellLimit: number | undefined;
}

/** Reads sound workbooks; of others, which are read where what is the matter can be said, it gives nothing. */
export interface ReadAhead {
  readonly read: (question: AheadQuestion) => Promise<readonly Grid[] | undefined>;
  /** Ends the thread, whose memory is wanted. */
  readonly end: () => void;
}

/** Reads with the program `script`, which is started with the first file. */
export function readerAhead(script: URL): ReadAhead {
  let thread: Thread<AheadQuestion, readonly PackedGrid[]> | undefined;
  return {
    read: (question) =>
      (thread ??= new Thread(script)).ask(question, undefined, [question.bytes.buffer]).then(
        (grids) => grids.map(unpacked),
        () => undefined,
      ),
    end: () => thread?.end(),
  };
}
