// The program beside the command line that reads returned workbooks in a thread of its own.
import { readBook } from "../xlsx/read-book";
import { packed } from "./packed-grid";
import type { AheadQuestion } from "./read-ahead";
import { answerAll } from "./thread";

const aside = () => Promise.reject(new Error("no file for a thread"));

answerAll(
  async ({ bytes, name, cellLimit }: AheadQuestion) => {
    const { grids } = await readBook(bytes, name, { aside, ...(cellLimit === undefined ? {} : { cellLimit }) });
    return { packed: grids.map(packed) };
  },
  ({ packed: grids }) => grids.flatMap(({ cells, lengths }) => [cells.buffer, lengths.buffer]),
);
