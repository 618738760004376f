// The next season (结转): a new book with what goes on; the book itself, whole as it is, is the archive.
import { nextBook } from "../sheets/next/next-book";
import type { OpenSeason } from "./season";
import { type Ports, WorkbookError } from "./workbook";

/** What rolling over has come to. */
export interface NextSeasonOutcome {
  readonly year: number;
  readonly file: string;
  /** The sheets that go on, and those that only the archive has: together all sheets of the book that people can see. */
  readonly kept: readonly string[];
  readonly archived: readonly string[];
  /** Lines of 设置 that belonged to the old season and are blank now, and lines that still speak of it. */
  readonly toFill: readonly string[];
  readonly toCheck: readonly string[];
}

/**
 * Makes the book.
 * @throws WorkbookError `not-begun` where nobody is listed: such a season is to be begun, not closed
 */
async function run({ book }: OpenSeason, { files }: Pick<Ports, "files">): Promise<NextSeasonOutcome> {
  if (book.roster.rows.length === 0) throw new WorkbookError("not-begun", String(book.season.year));
  const { file, title, sheets, ...told } = nextBook(book);
  await files.add(file, { title, sheets });
  return { year: book.season.year + 1, file, ...told };
}

/** Makes the next season's book; the same book gives the same file. */
export const nextSeason = { id: "next-season", run } as const;
