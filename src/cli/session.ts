// One run of the command line: the book opened, the season read, the results written and said.
import { basename, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { ReadPicture } from "../actions/slips";
import { OpenSeason } from "../actions/season";
import type { Files, Ports } from "../actions/workbook";
import { type ChangeLog, logOf } from "../sheets/checking/change-log";
import { RunJournal } from "../sheets/undoing/run-journal";
import type { CellValue } from "../sheets/grid";
import type { SeasonBook, SheetKind } from "../sheets/reading/reading";
import type { Day } from "../domain/values/day";
import { FileWorkbook } from "../xlsx/file-workbook";
import { readBook, type ReadOptions } from "../xlsx/read-book";
import { cellLimits } from "../xlsx/reading/limits";
import type { BookMaker } from "./book-maker";
import { assureFolder, bytesOf, type DiskIncoming, DiskFiles } from "./disk-files";
import { foldersOf, identityOf, type Machine } from "./machine";
import { type Bar, progressBar } from "./progress";
import type { ReadAhead } from "./read-ahead";

/** Where the program speaks, and the day its clock shows. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly clock: Day;
  readonly machine: Machine;
  /** Where files are read that foreign engines read; without it, in this process. */
  readonly aside?: NonNullable<ReadOptions["aside"]>;
  /** What reads pictures; without it every picture stays for somebody to type. */
  readonly readPicture?: ReadPicture;
  /** What reads returned workbooks beside the running work; without it they are read in between. */
  readonly readAhead?: ReadAhead;
  /** What makes workbooks of their own beside the running work; without it they are made in between. */
  readonly maker?: BookMaker;
}

/** The options of every command, as commander hands them over. */
export interface BookOptions {
  readonly out?: string;
  readonly today?: Day;
  readonly asOf?: Day;
  readonly since?: Day;
  readonly json?: boolean;
  readonly encrypt?: boolean;
  readonly tabs?: boolean;
  readonly listVersion?: number;
  readonly leaveOutSettled?: boolean;
  readonly password?: string;
  readonly maxCells?: number;
  readonly sheet?: string;
  readonly persons?: number;
  readonly seed?: number;
  readonly messy?: boolean;
  readonly plan?: boolean;
  readonly file?: string;
}

/** A book that is open, with the season in it and the folder for what is made. */
export interface Session {
  readonly workbook: FileWorkbook;
  readonly season: OpenSeason;
  /** To which every step adds its line. */
  readonly log: ChangeLog;
  /** To which every step adds how it is taken back. */
  readonly journal: RunJournal;
  readonly files: DiskFiles;
  readonly bar: Bar;
  /** The name under which a copy of the book is saved in a folder below `--out`; "" for `--out` itself. */
  readonly copyIn: (folder: string) => Promise<string>;
}

interface OpeningOptions {
  readonly forgets?: readonly SheetKind[];
  readonly mayLackList?: boolean;
  readonly growth?: number;
  readonly makesBooks?: boolean;
  readonly lettersAside?: boolean;
}

/**
 * Opens a book.
 * @param mayLackList whether a book will do in which nobody is listed yet
 * @param growth by how many percent rubbish may pile up where the run keeps far more than a large book holds: what schools returned, lists, letters
 * @param makesBooks whether workbooks of their own are sure to be made
 * @param lettersAside whether letters are made in a thread of their own
 * @param forgets the sheets of which no cell is looked at once they have been read: a million rows take half a gigabyte
 * @throws WorkbookError when it cannot be read, holds no borrowers, or the folder cannot be written
 */
export async function openSession(
  path: string,
  options: BookOptions,
  terminal: Terminal,
  incoming: readonly DiskIncoming[] = [],
  { forgets = [], mayLackList = false, growth, makesBooks = false, lettersAside = false }: OpeningOptions = {},
): Promise<Session> {
  const bar = progressBar();
  const { machine } = terminal;
  if (options.out !== undefined) await assureFolder(machine, options.out);
  if (makesBooks) terminal.maker?.start();
  const name = basename(path);
  bar.step("读取", 0, 3);
  const bytes = await bytesOf(machine, path);
  if (bytes.length > largeBook) collectMoreOften(40);
  else if (growth !== undefined && bytes.length > largeBook / 8) collectMoreOften(growth);
  const reading = await readBook(bytes, name, readOptions(options, terminal));
  bar.step("识别与校验", 1, 3);
  const workbook = FileWorkbook.fromReading(name, reading);
  const season = await OpenSeason.open(workbook, {
    clock: terminal.clock,
    ...(options.today ? { today: options.today } : {}),
    ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
    ...(mayLackList ? { mayLackList } : {}),
  });
  if (reading.xlsxPackage) forgetCells(season.book, forgets);
  bar.step("写出", 2, 3);
  const inputs = [path, ...incoming.map((file) => file.path)];
  const onMade = (count: number) => bar.step("写出", count, Math.max(count + 1, 50));
  const files = new DiskFiles(machine, options.out, { incoming, inputs, onMade, maker: terminal.maker, lettersAside });
  const named = copyName(name, reading.xlsxPackage !== undefined);
  const copyIn = (folder: string) => freeName(machine, named, join(options.out ?? "", folder), inputs);
  return sessionOn(season, { workbook, files, bar, copyIn });
}

/** A session on a season that is open. */
export function sessionOn(season: OpenSeason, parts: Pick<Session, "workbook" | "files" | "bar" | "copyIn">): Session {
  return { ...parts, season, log: logOf(season.book), journal: new RunJournal(season.grids) };
}

/** The sheets that most commands need no more once they have been read: what stands in them is in the season, typed. */
export const listsAndBank: readonly SheetKind[] = ["borrowers", "repayments"];

// Half a million contracts.
const largeBook = 64 << 20;

// V8 lets rubbish pile up as high as what is in use; with a million contracts that is the difference between 1.4 and 2.3 GB, and with what
// schools returned on a hundred thousand that between 930 and 730 MB (measured); with their letters it is 40 MB.
function collectMoreOften(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

const noCells: readonly never[] = [];

// The rows stand in the season, typed; a copy of the book is made of the file's bytes. The grid is ours alone, read for this run.
function forgetCells({ sheets }: SeasonBook, forgets: readonly SheetKind[]): void {
  for (const { kind, grid, rows } of sheets) {
    if (!forgets.includes(kind)) continue;
    const cells = grid.rows as (readonly CellValue[])[];
    for (const { place } of rows) cells[place.row - 1] = noCells;
  }
}

/** What the actions of a session work with. */
export function portsOf({ workbook, files, log, journal, bar }: Session, into: Files = files): Ports {
  return { workbook, files: into, log, journal, progress: (_, done, total) => bar.step("合并", done, total) };
}

/** How files are read: with the password of the command, and aside where there is a place for it. */
export function readOptions({ password, maxCells }: BookOptions, { aside }: Terminal): ReadOptions {
  return { cellLimit: maxCells ?? cellLimits.commandLine, ...(password === undefined ? {} : { password }), ...(aside ? { aside } : {}) };
}

function copyName(name: string, isPackage: boolean): string {
  if (isPackage && /\.xls[xm]$/i.test(name)) return name;
  return `${name.replace(/\.[^.]*$/, "")}.xlsx`;
}

/** The name itself, unless the copy would stand beside the book or in the place of something that was read: then X_回收, X_回收2, X_回收3 … */
async function freeName(machine: Machine, name: string, folder: string, inputs: readonly string[]): Promise<string> {
  const [book = ""] = inputs;
  const read = new Set(await Promise.all(inputs.map((path) => identityOf(machine, path))));
  const target = await identityOf(machine, folder);
  let free = target !== undefined && (await foldersOf(machine, book)).includes(target) ? nextName(name) : name;
  for (;;) {
    const there = await identityOf(machine, join(folder, free));
    if (there === undefined || !read.has(there)) return free;
    free = nextName(free);
  }
}

function nextName(name: string): string {
  const [, stem = "", count, extension = ""] = /^(.*?)(?:_回收(\d*))?(\.[^.]*)$/.exec(name) ?? [];
  return `${stem}_回收${count === undefined ? "" : Number(count || 1) + 1}${extension}`;
}

/** Saves the copy of the book with our tabs and lets all files appear. */
export async function saveAll({ workbook, files, bar, copyIn }: Session): Promise<void> {
  files.addBytes(await copyIn(""), await workbook.bytes());
  await files.commit();
  bar.stop();
}
