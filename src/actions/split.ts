// Splitting the list (按辖区拆分名单): one workbook per responsible school, 待划分 for the rest, and the proof that nothing is lost.
import type { Day } from "../domain/day";
import { errorsByRow } from "../domain/held";
import type { Finding } from "../domain/finding";
import { type Assignment, type School, type Unassigned } from "../domain/jurisdiction";
import type { SheetRow } from "../domain/field";
import { type ListChange, listChanges, listedNow } from "../domain/list-change";
import type { Person } from "../domain/person";
import { indexReports } from "../domain/report";
import { printedTotalsOff } from "../domain/roster-totals";
import type { Standing } from "../domain/standing";
import { contractIdentity, fingerprintOf } from "../domain/row-key";
import { type ChangeLog, logOf } from "../sheets/change-log";
import { assignmentsOf, schoolsIn } from "../sheets/assignments";
import { bookTitle } from "../sheets/book-title";
import { listFileNames } from "../sheets/file-name";
import { listChangesSheet, listVersionsSheet, versionBefore } from "../sheets/list-versions";
import { passwordBook, passwordFile } from "../sheets/password-list";
import type { SeasonBook } from "../sheets/reading";
import { schoolBook } from "../sheets/school-book";
import { factCell, factFields, ownFacts, type SchoolPart, schoolTab } from "../sheets/school-list";
import { sortPersons } from "../sheets/sort-persons";
import type { BookSpec, SheetSpec } from "../sheets/spec";
import { splitListSheet, splitSummary } from "../sheets/split-list";
import { nothing, type PartTotals, provenParts, totalsOf } from "../sheets/split-parts";
import { stopDecisionSheet } from "../sheets/stop-decisions";
import { tabNames } from "../sheets/tabs";
import { type Decided, decisionsIn, unassignedSheet } from "../sheets/unassigned";
import { type Files, type Workbook, WorkbookError } from "./workbook";

/** What the split is made from. */
export interface SplitOptions {
  readonly book: SeasonBook;
  /** The keys of persons with error findings: they stay with the centre until the errors are mended. */
  readonly held: ReadonlySet<string>;
  /** What check has found: 待划分 names the errors for which persons are held. */
  readonly findings?: readonly Finding[];
  readonly madeOn: Day;
  /** Where everybody stands on that day: who may not be approached is marked on the lists. */
  readonly standings?: ReadonlyMap<string, Standing>;
  /** The version of the lists, 1 unless told otherwise (`lastVersion` tells what was handed out before). */
  readonly version?: number;
  /** Makes a password for each file; without it files are not encrypted. */
  readonly encrypt?: () => string;
  /** Whether the book also gets one tab per school. */
  readonly tabs?: boolean;
  /** The log that goes on; absent: the book's own as it was read. */
  readonly log?: ChangeLog;
}

/** One school's file. */
export interface SplitFile extends PartTotals {
  readonly school: string;
  readonly file: string;
  readonly password?: string;
  /** From version 2 on: how many persons are on the list anew, need nothing any more, or have other facts than in the version before. */
  readonly changes?: { readonly added: number; readonly withdrawn: number; readonly changed: number };
}

/** What the split has come to. */
export interface SplitOutcome {
  readonly files: readonly SplitFile[];
  readonly unassigned: PartTotals;
  /** The roster's own totals. */
  readonly totals: PartTotals;
  /** Always true: parts that are not the whole are a bug and throw before anything is written. */
  readonly reconciled: boolean;
  /** The names of the tabs that were written into the book. */
  readonly tabs: readonly string[];
}

/** Everybody in their place: the schools with their people, and those who stay with the centre. */
interface Divided {
  readonly parts: readonly SchoolPart[];
  readonly open: readonly Unassigned[];
  readonly decided: readonly Decided[];
}

function heldBack(assignment: Assignment): Unassigned {
  const { person, school } = assignment;
  return { person, reason: "held-for-errors", candidates: school ? [school.name] : assignment.candidates };
}

function divide({ book, held, madeOn, standings, version = 1 }: SplitOptions, schools: readonly School[], decisions: Decisions): Divided {
  const { roster, season, registers } = book;
  const people = new Map(schools.map(({ code }): [string, Person[]] => [code, []]));
  const open: Unassigned[] = [];
  const decided: Decided[] = [];
  for (const assignment of assignmentsOf(book)) {
    const { person, school } = assignment;
    if (held.has(person.key)) open.push(heldBack(assignment));
    else if (!school) open.push(assignment);
    else {
      people.get(school.code)?.push(person);
      if (decisions.size > 0 && person.loans.some((loan) => decisions.has(fingerprintOf(contractIdentity(loan)))))
        decided.push({ person, school });
    }
  }
  const reports = indexReports(roster, registers).byPerson;
  const parts = schools.map((school) => ({
    school,
    persons: people.get(school.code) ?? [],
    season,
    version,
    madeOn,
    reports,
    ...(standings ? { standings } : {}),
  }));
  return { parts, open: inListOrder(open), decided: inListOrder(decided) };
}

type Decisions = ReadonlyMap<string, string>;

/** The entries in the order of lists, each with its person's contracts in order. */
function inListOrder<T extends { readonly person: Person }>(entries: readonly T[]): readonly T[] {
  const byKey = new Map(entries.map((entry) => [entry.person.key, entry]));
  return sortPersons(entries.map(({ person }) => person)).flatMap((person) => {
    const entry = byKey.get(person.key);
    return entry ? [{ ...entry, person }] : [];
  });
}

/** A part with its workbook, file name and proven totals. */
interface Made {
  readonly part: SchoolPart;
  readonly book: BookSpec;
  readonly file: string;
  readonly totals: PartTotals;
  readonly changes?: NonNullable<SplitFile["changes"]>;
}

const factsOf = (loan: SheetRow, person: Person) =>
  JSON.stringify(factFields.map((field) => (ownFacts.has(field) ? null : factCell(field, loan, person))));

function counted(changes: readonly ListChange[]): NonNullable<SplitFile["changes"]> {
  const count = (wanted: ListChange["kind"]) => changes.filter(({ kind }) => kind === wanted).length;
  return { added: count("added"), withdrawn: count("withdrawn"), changed: count("changed") };
}

const listOf = (book: BookSpec): SheetSpec => {
  const list = book.sheets.find(({ tab }) => tab === "school-list");
  if (!list) throw new RangeError("a school's workbook without a list");
  return list;
};

/** The tabs of an earlier split that this one does not write again. */
function staleTabs({ sheets }: SeasonBook, written: readonly SheetSpec[], hasTabs: boolean): readonly string[] {
  const kept = new Set(written.map(({ tab }) => tab));
  const ours = sheets.flatMap(({ grid }) => grid.ownTab ?? []);
  return ours.filter((tab) => !kept.has(tab) && (tab === "unassigned" || (hasTabs && tab.startsWith("school-list:"))));
}

async function addFiles(files: Files, made: readonly Made[], { book: { season }, encrypt }: SplitOptions): Promise<readonly SplitFile[]> {
  const added: SplitFile[] = [];
  for (const { part, book, file, totals, changes } of made) {
    const password = encrypt?.();
    await files.add(file, book, password === undefined ? {} : { password });
    added.push({
      school: part.school.name,
      file,
      ...totals,
      ...(changes ? { changes } : {}),
      ...(password === undefined ? {} : { password }),
    });
  }
  const liaisons = new Map(made.map(({ part: { school } }) => [school.name, school.liaison]));
  const locked = added.flatMap(({ school, file, password }) =>
    password === undefined ? [] : [{ school, file, password, liaison: liaisons.get(school) ?? "" }],
  );
  if (locked.length > 0) await files.add(passwordFile, passwordBook(locked, season));
  return added;
}

async function run(workbook: Workbook, files: Files, options: SplitOptions): Promise<SplitOutcome> {
  const { book, madeOn, version = 1 } = options;
  const { roster, season, jurisdictions, sheets } = book;
  if (!jurisdictions && !roster.rows.some(({ values }) => values.school)) throw new WorkbookError("no-jurisdictions", workbook.name);
  const schools = schoolsIn(book);
  const decisions = decisionsIn(sheets.map(({ grid }) => grid));
  const { parts, open, decided } = divide(options, schools, decisions);
  const filled = parts.filter(({ persons }) => persons.length > 0);
  const common = { open, season, schools, decisions, errors: errorsByRow(options.findings ?? []) };
  const grids = sheets.map(({ grid }) => grid);
  const before = versionBefore(grids, version);
  const now = listedNow(
    filled.map(({ school, persons }) => ({ school: school.name, persons })),
    { version, standings: options.standings ?? new Map<string, Standing>(), factsOf },
  );
  const changes = version > 1 ? listChanges(before, now) : [];
  const changesOf = ({ school }: SchoolPart) => changes.filter((change) => change.school === school.name);
  const books = filled.map((part) => {
    const own = schoolBook(part);
    const changed = listChangesSheet(part, changesOf(part), options.standings ?? new Map<string, Standing>());
    return changed ? { ...own, sheets: own.sheets.flatMap((sheet) => (sheet.tab === "meta" ? [changed, sheet] : [sheet])) } : own;
  });
  const rest = unassignedSheet({ ...common, decided: [], stands: "file" });
  const proven = provenParts(roster, [...books.map(listOf), rest]);
  const unassigned = proven.at(-1) ?? nothing;
  const names = listFileNames(
    filled.map(({ school }) => school),
    { season, version, madeOn },
  );
  const made = filled.map((part, index): Made => {
    const [own, file] = [books[index], names[index]];
    if (!own || !file) throw new RangeError("a part without a workbook");
    return { part, book: own, file, totals: proven[index] ?? nothing, ...(version > 1 ? { changes: counted(changesOf(part)) } : {}) };
  });
  const added = await addFiles(files, made, options);
  if (open.length > 0)
    await files.add(`${tabNames.unassigned}.xlsx`, { title: bookTitle(season, `${tabNames.unassigned}名单`), sheets: [rest] });

  const byCode = new Map(made.map((one) => [one.part.school.code, one]));
  const lines = parts.map(({ school }) => {
    const one = byCode.get(school.code);
    return { school, totals: one?.totals ?? nothing, ...(one ? { file: one.file } : {}) };
  });
  const totals = totalsOf(roster);
  const schoolOf = new Map(filled.flatMap(({ school, persons }) => persons.map(({ key }): [string, string] => [key, school.name])));
  const decisionsTab = options.standings && stopDecisionSheet({ standings: options.standings, schoolOf, season, grids });
  const tabs: readonly SheetSpec[] = [
    splitListSheet({
      lines,
      unassigned,
      whole: totals,
      season,
      version,
      madeOn,
      printedOff: printedTotalsOff(options.findings ?? []).length,
    }),
    ...(open.length + decided.length > 0 ? [unassignedSheet({ ...common, decided, stands: "tab" })] : []),
    ...(decisionsTab ? [decisionsTab] : []),
    listVersionsSheet(before, now),
    ...(options.tabs ? made.map((one) => schoolTab(one.part.school, listOf(one.book))) : []),
  ];
  const line = splitSummary({ schools: made.length, version, totals, unassigned });
  const written = await workbook.write([...tabs, (options.log ?? logOf(book)).add({ on: madeOn, ...line })]);
  const stale = staleTabs(book, tabs, options.tabs ?? false);
  if (stale.length > 0) await workbook.remove(stale);
  return { files: added, unassigned, totals, reconciled: true, tabs: written.slice(0, tabs.length) };
}

/** The button 「拆分名单」: the same book split on the same day gives the same files, whatever the order of its rows. */
export const split = { id: "split", run } as const;
