// One run of the command line: the book opened, the season read, the results written and said.
import { basename } from "node:path";
import { openSeason, type OpenSeason } from "../actions/open-season";
import type { IncomingFile } from "../actions/workbook";
import type { Day } from "../domain/day";
import { FileWorkbook } from "../xlsx/file-workbook";
import { readBook, type ReadOptions } from "../xlsx/read-book";
import { assureFolder, bytesOf, DiskFiles } from "./disk-files";
import { type Bar, progressBar } from "./progress";

/** Where the program speaks, and the day its clock shows. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly clock: Day;
  readonly aside?: NonNullable<ReadOptions["aside"]>;
}

/** The options of every command, as commander hands them over. */
export interface BookOptions {
  readonly out?: string;
  readonly today?: Day;
  readonly asOf?: Day;
  readonly json?: boolean;
  readonly encrypt?: boolean;
  readonly tabs?: boolean;
  readonly listVersion?: number;
  readonly password?: string;
  readonly sheet?: string;
  readonly persons?: number;
  readonly seed?: number;
  readonly messy?: boolean;
}

/** A book that is open, with the season in it and the folder for what is made. */
export interface Session {
  readonly workbook: FileWorkbook;
  readonly season: OpenSeason;
  readonly files: DiskFiles;
  readonly bar: Bar;
  /** The name under which a copy of the book is saved: its own, as xlsx when it was something else. */
  readonly copyName: string;
}

/**
 * Opens a book.
 * @throws WorkbookError when it cannot be read, holds no borrowers, or the folder cannot be written
 */
export async function openSession(
  path: string,
  options: BookOptions,
  terminal: Terminal,
  incoming: readonly IncomingFile[] = [],
): Promise<Session> {
  const bar = progressBar();
  if (options.out !== undefined) await assureFolder(options.out);
  const name = basename(path);
  bar.step("读取", 0, 3);
  const reading = await readBook(await bytesOf(path), name, readOptions(options, terminal));
  bar.step("识别与校验", 1, 3);
  const workbook = FileWorkbook.fromReading(name, reading);
  const season = await openSeason(workbook, {
    clock: terminal.clock,
    ...(options.today ? { today: options.today } : {}),
    ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
  });
  bar.step("写出", 2, 3);
  const files = new DiskFiles(options.out, incoming, (count) => bar.step("写出", count, Math.max(count + 1, 50)));
  return { workbook, season, files, bar, copyName: copyName(name, reading.xlsxPackage !== undefined) };
}

/** How files are read: with the password of the command, and aside where there is a place for it. */
export function readOptions({ password }: BookOptions, { aside }: Terminal): ReadOptions {
  return { ...(password === undefined ? {} : { password }), ...(aside ? { aside } : {}) };
}

function copyName(name: string, isPackage: boolean): string {
  if (isPackage && /\.xls[xm]$/i.test(name)) return name;
  return `${name.replace(/\.[^.]*$/, "")}.xlsx`;
}

/** Saves the copy of the book with our tabs and lets all files appear. */
export async function saveAll({ workbook, files, bar, copyName: name }: Session): Promise<void> {
  files.addBytes(name, await workbook.bytes());
  await files.commit();
  bar.stop();
}
