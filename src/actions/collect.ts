// Collecting (回收): what schools filled in goes into our registers by row key, contract and person; everything else is listed.
import type { Conflict } from "../domain/conflict";
import { type Contract, indexContracts } from "../domain/contract-index";
import type { Day } from "../domain/day";
import type { FieldId } from "../domain/field";
import type { Assignment } from "../domain/jurisdiction";
import { type Merge, mergeReturned, type MergedFile } from "../domain/merge";
import { type RegisterRows, type Stored, storeReports } from "../domain/register-store";
import { schoolsToChase } from "./schools-to-chase";
import { changeLogSheet, loggedRows } from "../sheets/change-log";
import { schoolFinder } from "../sheets/claimed-school";
import { collectSummary, rejectSentence } from "../sheets/conflict-words";
import { conflictsSheet } from "../sheets/conflicts";
import { refusalSentence } from "../sheets/file-refusals";
import { notReturnedSheet } from "../sheets/not-returned";
import { byOwnHeadings } from "../sheets/own-form";
import { readReturned, type ReturnedContext, type ReturnedReading } from "../sheets/read-returned";
import type { SeasonBook, SheetReading } from "../sheets/reading";
import { carriedOver, registerFields, registerSheet } from "../sheets/registers";
import { type ReturnLine, returnLines, returnsSheet } from "../sheets/returns";
import type { SheetSpec } from "../sheets/spec";
import { type RegisterTab, registerTabs, tabNames } from "../sheets/tabs";
import { type Files, type IncomingFile, type Progress, type Workbook, WorkbookError } from "./workbook";

/** What collecting starts from; the files are the incoming ones. */
export interface CollectOptions {
  readonly book: SeasonBook;
  readonly assignments: readonly Assignment[];
  readonly today: Day;
  /** The keys of persons who are on no school's list for now, so that nobody asks for their rows. */
  readonly held?: ReadonlySet<string>;
  readonly progress?: Progress;
}

/** What became of one file. */
export interface CollectedFile {
  readonly file: string;
  readonly school: string | null;
  readonly status: "merged" | "rejected";
  /** How many contract rows it lists. */
  readonly rows: number;
  readonly reason?: string;
}

/** One thing that was not merged, as the command line reports it. */
export interface CollectConflict {
  readonly file: string;
  readonly cell?: string;
  readonly school: string;
  readonly contractNo?: string;
  readonly field?: FieldId;
  readonly kind: Conflict["kind"];
}

/** What collecting has come to. */
export interface CollectOutcome {
  readonly files: readonly CollectedFile[];
  /** Contracts whose entries changed, and visits that are new or changed. */
  readonly updated: number;
  /** Contracts that came back without anything new. */
  readonly unchanged: number;
  readonly conflicts: readonly CollectConflict[];
  /** The schools of which nothing could be merged so far. */
  readonly notReturned: readonly string[];
  /** The names of the tabs that were written. */
  readonly tabs: readonly string[];
}

type Opened = { readonly name: string } & ({ readonly reading: ReturnedReading } | { readonly reason: string });

// One file that cannot be opened never stops the others; whatever it throws, it is that file's fault.
async function open(file: IncomingFile, context: ReturnedContext): Promise<Opened> {
  try {
    return { name: file.name, reading: readReturned(file.name, await file.read(), context) };
  } catch (error) {
    return { name: file.name, reason: refusalSentence(error instanceof WorkbookError ? error.code : "not-readable") };
  }
}

async function openAll(files: Files, context: ReturnedContext, progress: Progress | undefined): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  for (const [index, file] of files.incoming.entries()) {
    progress?.("reading", index, files.incoming.length);
    opened.push(await open(file, context));
  }
  return opened;
}

function contextOf({ book, assignments }: CollectOptions): ReturnedContext {
  const assigned = assignments.flatMap(({ school }) => (school ? [school] : []));
  const schools = [...new Map([...(book.jurisdictions?.schools ?? []), ...assigned].map((school) => [school.name, school])).values()];
  const keyOf = (text: string) => book.jurisdictions?.placeKey("school", text) ?? text.normalize("NFKC").replace(/\s+/g, "");
  return { seasonYear: book.season.year, schools, find: schoolFinder(schools, keyOf) };
}

// A tab that lost its mark is ours only where no marked one stands beside it.
function registerReadings({ sheets, season }: SeasonBook, tab: RegisterTab): readonly SheetReading[] {
  const registers = sheets.filter(({ kind }) => kind === "register");
  const marked = registers.filter(({ grid }) => grid.ownTab === tab);
  const own = marked.length > 0 ? marked : registers.filter(({ grid, name }) => !grid.ownTab && name === tabNames[tab]);
  return own.map((reading) => byOwnHeadings(reading, registerFields(tab), season.year));
}

function storedRows(book: SeasonBook): RegisterRows {
  const rows = (tab: RegisterTab) => registerReadings(book, tab).flatMap((reading) => reading.rows);
  return { deliveries: rows("deliveries"), claims: rows("claims"), visits: rows("visits"), exceptions: rows("exceptions") };
}

/** The registers that are new or changed; one in which nothing changed is not written again, so that a person's own layout stays. */
function registerSheets(book: SeasonBook, { registers }: Stored): readonly SheetSpec[] {
  return registerTabs.flatMap((tab) => {
    const readings = registerReadings(book, tab);
    const isChanged = registers[tab].some((row) => row.isChanged);
    return isChanged || readings.length === 0 ? [registerSheet(tab, registers[tab], book.season.year, carriedOver(tab, readings))] : [];
  });
}

function unknownColumnConflicts(opened: readonly Opened[], merge: Merge): readonly (readonly [Conflict, string])[] {
  const schools = new Map(merge.files.map(({ file, school }) => [file, school ?? ""]));
  return opened.flatMap((file) =>
    "reading" in file
      ? file.reading.unknownColumns.map(({ sheet, row, cell, heading }): readonly [Conflict, string] => [
          { file: file.name, kind: "unmatched", school: schools.get(file.reading.returned) ?? "", place: { sheet, row }, raw: heading },
          cell,
        ])
      : [],
  );
}

/** What became of a file, from its judgement; files that could not be opened have a reason only. */
function collectedFile(opened: Opened, merged: MergedFile | undefined): CollectedFile {
  if (!merged || "reason" in opened) {
    return { file: opened.name, school: null, status: "rejected", rows: 0, reason: "reason" in opened ? opened.reason : "" };
  }
  const { school = null, reject, listRows, contentSchool = "" } = merged;
  const file = { file: opened.name, school, rows: listRows };
  return reject
    ? { ...file, status: "rejected", reason: rejectSentence(reject, { claimed: school ?? "", content: contentSchool }) }
    : { ...file, status: "merged" };
}

function newLines(
  collected: readonly CollectedFile[],
  merged: readonly (MergedFile | undefined)[],
  before: readonly ReturnLine[],
  { today, book }: CollectOptions,
): readonly ReturnLine[] {
  const keyOf = ({ file, print, isMerged }: ReturnLine) => `${file}|${print}|${isMerged}`;
  const seen = new Set(before.map(keyOf));
  return collected.flatMap(({ file, school, status, rows, reason = "" }, index): ReturnLine[] => {
    const line: ReturnLine = {
      on: today,
      file,
      school: school ?? "",
      isMerged: status === "merged",
      rows,
      entries: merged[index]?.entryCount ?? 0,
      isLate: today > book.season.dates.statementsDue,
      reason,
      print: merged[index]?.print ?? "",
    };
    if (seen.has(keyOf(line))) return [];
    seen.add(keyOf(line));
    return [line];
  });
}

function asReported({ file, kind, school, field, contract, row }: Conflict, cell: string | undefined): CollectConflict {
  const contractNo = contract?.row.values.contractNo ?? row?.values.contractNo;
  return {
    file,
    ...(cell === undefined ? {} : { cell }),
    school,
    ...(contractNo === undefined ? {} : { contractNo }),
    // The row key is ours alone and no field of the command line's contract.
    ...(field === undefined || field === "rowKey" ? {} : { field }),
    kind,
  };
}

async function run(workbook: Workbook, files: Files, options: CollectOptions): Promise<CollectOutcome> {
  const { book, assignments, today, held = new Set<string>() } = options;
  const index = indexContracts(assignments);
  const grids = book.sheets.map(({ grid }) => grid);
  const before = returnLines(grids);
  const opened = await openAll(files, contextOf(options), options.progress);
  const readings = opened.flatMap((file) => ("reading" in file ? [file.reading] : []));
  const merge = mergeReturned(
    readings.map(({ returned }) => returned),
    {
      index,
      today,
      seasonYear: book.season.year,
      knownPrints: new Set(before.flatMap(({ isMerged, print }) => (isMerged ? [print] : []))),
      held,
    },
  );
  const stored = storeReports(storedRows(book), merge.reports, index, today);

  const byReturned = new Map(merge.files.map((file) => [file.file, file]));
  const mergedFiles = opened.map((file) => ("reading" in file ? byReturned.get(file.reading.returned) : undefined));
  const collected = opened.map((file, at) => collectedFile(file, mergedFiles[at]));
  const lines = [...before, ...newLines(collected, mergedFiles, before, options)];
  const chase = schoolsToChase({ book, assignments, index, lines, registers: stored.registers, held });

  const columns = unknownColumnConflicts(opened, merge);
  const cells = new Map<Conflict, string>(columns);
  const byName = new Map(opened.flatMap((file) => ("reading" in file ? [[file.name, file.reading] as const] : [])));
  const cellOf = (conflict: Conflict) =>
    cells.get(conflict) ?? (conflict.place ? byName.get(conflict.file)?.cellOf(conflict.place, conflict.field) : undefined);
  const conflicts = [...merge.conflicts, ...columns.map(([conflict]) => conflict)];

  const updated = stored.changed.size + stored.changedVisits;
  const unchanged = unchangedCount(merge, stored.changed);
  const summary = collectSummary({
    files: collected.length,
    merged: collected.filter(({ status }) => status === "merged").length,
    updated,
    unchanged,
    conflicts: conflicts.length,
    notReturned: chase.length,
  });
  const tabs = await workbook.write([
    ...registerSheets(book, stored),
    conflictsSheet(conflicts, { cellOf, today }),
    notReturnedSheet(chase, { deadline: book.season.dates.slipsDue, today }),
    returnsSheet(lines),
    changeLogSheet(loggedRows(grids), { on: today, ...summary }),
  ]);
  return {
    files: collected,
    updated,
    unchanged,
    conflicts: conflicts.map((conflict) => asReported(conflict, cellOf(conflict))),
    notReturned: chase.map(({ school }) => school),
    tabs,
  };
}

function unchangedCount(merge: Merge, changed: ReadonlySet<Contract>): number {
  const present = new Set(merge.files.flatMap(({ acceptance }) => [...(acceptance?.present ?? [])]));
  return [...present].filter((contract) => !changed.has(contract)).length;
}

/** The button 「回收」: collecting the same files again changes nothing. */
export const collect = { id: "collect", run } as const;
