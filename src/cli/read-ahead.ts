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
  /** @param here how the file is read where it is waited for */
  readonly read: (question: AheadQuestion, here: () => Promise<readonly Grid[]>) => Promise<readonly Grid[] | undefined>;
  /** Lends a hand as long as something is waited for. */
  readonly help: (isWanted: () => boolean) => Promise<void>;
  /** Ends the thread, whose memory is wanted. */
  readonly end: () => void;
}

/** A workbook that was read there, or here. */
type Read = { readonly packed: readonly PackedGrid[] } | { readonly grids: readonly Grid[] };

/** Reads with the program `script`, which is started with the first file. */
export function readerAhead(script: URL): ReadAhead {
  let thread: Thread<AheadQuestion, Read> | undefined;
  return {
    read: (question, here) =>
      (thread ??= new Thread(script))
        .ask(question, async () => ({ grids: await here() }), [question.bytes.buffer])
        .then(
          (read) => ("grids" in read ? read.grids : read.packed.map(unpacked)),
          () => undefined,
        ),
    help: async (isWanted) => thread?.help(isWanted),
    end: () => thread?.end(),
  };
}
