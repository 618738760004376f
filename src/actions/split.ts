// Splitting the list (按辖区拆分名单): one workbook per responsible school, 待划分 for the rest, and the proof that nothing is lost.
import { errorsByRow } from "../domain/checking/held";
import { type SchoolKey, schoolKey } from "../domain/identity/keys";
import { fingerprintOf } from "../domain/identity/row-key";
import type { School } from "../domain/places/jurisdiction";
import type { SheetRow } from "../domain/record/field";
import { type ListChange, listChanges, listedNow, transfersIn } from "../domain/standing/list-change";
import type { Person } from "../domain/record/person";
import { logOf } from "../sheets/checking/change-log";
import { bookTitle } from "../sheets/vocabulary/book-title";
import { listFileNames } from "../sheets/vocabulary/file-name";
import { dispatchesBeside } from "../sheets/lists/dispatches";
import { listChangesSheet } from "../sheets/lists/list-changes";
import { editionsBefore, listVersionsSheet, versionBefore } from "../sheets/lists/list-versions";
import { passwordBook, passwordFile } from "../sheets/lists/password-list";
import { contactRowOf } from "../sheets/reading/contacts";
import type { SeasonBook } from "../sheets/reading/reading";
import { schoolBook } from "../sheets/lists/school-book";
import { factCell, factFields, ownFacts, schoolList, schoolTab } from "../sheets/lists/school-list";
import type { BookSpec, SheetSpec } from "../sheets/writing/spec";
import type { LeftOut, SplitLine } from "../sheets/lists/split-bridge";
import type { Dispatched, ListChangeCounts, TransferCounts } from "../sheets/lists/split-columns";
import { splitListSheet, splitSummary } from "../sheets/lists/split-list";
import { nothing, type PartTotals, Proof, rosterPart } from "../sheets/lists/split-parts";
import { stopDecisionSheet } from "../sheets/checking/stop-decisions";
import { tabNames } from "../sheets/vocabulary/tabs";
import { unassignedSheet } from "../sheets/lists/unassigned";
import { divide, type LeftOutPeople } from "./school-parts";
import type { OpenSeason } from "./season";
import { transferTab } from "./transfers";
import { type Files, type Ports, WorkbookError } from "./workbook";
import { writeRun } from "./write-run";

/** How to split. */
export interface SplitOptions {
  /** The version of the lists, 1 unless told otherwise (`lastVersion` tells what was handed out before). */
  readonly version?: number;
  /** From version 2 on: whether lists leave out whoever may not be approached, instead of marking them. */
  readonly leavesOut?: boolean;
  /** Makes a password for each file; without it files are not encrypted. */
  readonly encrypt?: () => string;
  /** Whether the book also gets one tab per school. */
  readonly tabs?: boolean;
}

/** One school's file. */
export interface SplitFile extends PartTotals {
  readonly school: SchoolKey;
  readonly file: string;
  readonly password?: string;
  /** From version 2 on: how many persons are on the list anew, need nothing any more, or have other facts than in the version before. */
  readonly changes?: ListChangeCounts;
}

/** What the split has come to. */
export interface SplitOutcome {
  readonly files: readonly SplitFile[];
  /** Whom the lists leave out, by reason; lists, these and `unassigned` are together `totals`. */
  readonly leftOut: readonly LeftOut[];
  readonly unassigned: PartTotals;
  /** The roster's own totals. */
  readonly totals: PartTotals;
  /** Always true: parts that are not the whole are a bug and throw before anything is written. */
  readonly reconciled: boolean;
  /** The names of the tabs that were written into the book. */
  readonly tabs: readonly string[];
}

/** What is kept of a school's workbook once it has been handed over. */
interface Made {
  readonly school: School;
  readonly file: SplitFile;
  readonly totals: PartTotals;
  readonly dispatched: Dispatched;
  /** The school's tab in the book, where the book gets one. */
  readonly tab?: SheetSpec;
}

const comparedFields = factFields.map((field) => (ownFacts.has(field) ? undefined : field));

const factsOf = (loan: SheetRow, person: Person) =>
  JSON.stringify(comparedFields.map((field) => (field ? factCell(field, loan, person) : null)));

function counted(changes: readonly ListChange[]): ListChangeCounts {
  const count = (wanted: ListChange["kind"]) => changes.filter(({ kind }) => kind === wanted).length;
  return { added: count("added"), withdrawn: count("withdrawn"), changed: count("changed") };
}

function movedOf(changes: readonly ListChange[]): TransferCounts {
  const count = (wanted: ListChange["kind"]) => changes.filter(({ kind, other }) => kind === wanted && other).length;
  return { arrived: count("added"), left: count("withdrawn") };
}

function dispatchedTo(book: SeasonBook, school: School, { sheets }: BookSpec, isLocked: boolean): Dispatched {
  const { contact = "", contactPhone = "" } = contactRowOf(book, school)?.values ?? {};
  return { contact, contactPhone, isLocked, print: fingerprintOf(JSON.stringify(sheets.map(({ name, rows }) => [name, rows]))) };
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

async function addPasswords(files: Files, made: readonly Made[], { season }: SeasonBook): Promise<void> {
  const locked = made.flatMap(({ school, file: { file, password } }) =>
    password === undefined ? [] : [{ school: school.name, file, password, liaison: school.liaison }],
  );
  if (locked.length > 0) await files.add(passwordFile, passwordBook(locked, season));
}

// Nobody gets this list; it is there to be counted like the others. 编号 and notice number are no part of the proof.
const nobodysSchool: School = { name: schoolKey(""), code: "00", aliases: [], liaison: "", liaisonPhone: "" };

function leftOutList({ persons }: LeftOutPeople, { book: { season }, today: madeOn, index }: OpenSeason): SheetSpec {
  return schoolList({ school: nobodysSchool, persons, season, version: 1, madeOn, reports: new Map(), index });
}

function withChanges(own: BookSpec, changed: SheetSpec | undefined): BookSpec {
  return changed ? { ...own, sheets: own.sheets.flatMap((sheet) => (sheet.tab === "meta" ? [changed, sheet] : [sheet])) } : own;
}

const changesIn = (changes: readonly ListChange[], school: School) => changes.filter((change) => change.school === school.name);

async function run(of: OpenSeason, { files, log = logOf(of.book), ...ports }: Ports, options: SplitOptions = {}): Promise<SplitOutcome> {
  const { book, divided: assignments, errors: found, grids, placeDecisions: decisions, schools, today: madeOn } = of;
  const { version = 1 } = options;
  const { roster, season, jurisdictions } = book;
  const standings = of.standingsOn(madeOn);
  if (!jurisdictions && !roster.rows.some(({ values }) => values.school)) throw new WorkbookError("no-jurisdictions", ports.workbook.name);
  const leavesOut = version > 1 && (options.leavesOut ?? false);
  const divided = divide(of, { version, leavesOut });
  const { open, decided, leftOut } = divided;
  const filled = divided.schools.filter(({ part }) => part.persons.length > 0);
  const common = { open, season, schools, decisions, index: of.index, errors: errorsByRow(found.errors) };
  const before = versionBefore(grids, version);
  const now = listedNow(
    [
      ...divided.schools.map(({ part, everybody }) => ({ school: part.school.name, persons: everybody })),
      { school: "" as const, persons: open.map(({ person }) => person) },
    ],
    { version, standings, factsOf, leavesOut, index: of.index },
  );
  const changes = version > 1 ? listChanges(before, now) : [];
  const countedIn = (school: School): Pick<SplitFile, "changes"> => (version > 1 ? { changes: counted(changesIn(changes, school)) } : {});
  const names = listFileNames(
    filled.map(({ part }) => part.school),
    { season, version, madeOn },
  );
  // One workbook after the other is made, counted and handed over, so that none needs to be kept; nobody sees them before all are proven.
  const proof = new Proof(roster);
  const made: Made[] = [];
  for (const [index, { part, everybody }] of filled.entries()) {
    const { school } = part;
    const file = names[index];
    if (file === undefined) throw new RangeError("a part without a name");
    const own = withChanges(schoolBook(part), listChangesSheet({ ...part, persons: everybody }, changesIn(changes, school), standings));
    const totals = proof.part(listOf(own));
    const password = options.encrypt?.();
    const locked = password === undefined ? {} : { password };
    await files.add(file, own, locked);
    made.push({
      school,
      file: { school: school.name, file, ...totals, ...countedIn(school), ...locked },
      totals,
      dispatched: dispatchedTo(book, school, own, password !== undefined),
      ...(options.tabs ? { tab: schoolTab(school, listOf(own)) } : {}),
    });
  }
  const left = leftOut.map((people): LeftOut => ({ reason: people.reason, ...proof.part(leftOutList(people, of)) }));
  const rest = unassignedSheet({ ...common, decided: [], stands: "file" });
  const unassigned = proof.part(rest);
  proof.whole();
  await addPasswords(files, made, book);
  if (open.length > 0)
    await files.add(`${tabNames.unassigned}.xlsx`, { title: bookTitle(season, `${tabNames.unassigned}名单`), sheets: [rest] });

  const byCode = new Map(made.map((one) => [one.school.code, one]));
  const lines = divided.schools.map(({ part: { school }, everybody }): SplitLine => {
    const one = byCode.get(school.code);
    const { changes: counts } = countedIn(school);
    const isLeftOut = !one && (everybody.length > 0 || (counts?.withdrawn ?? 0) > 0);
    return {
      school,
      totals: one?.totals ?? nothing,
      isLeftOut,
      ...(counts ? { changes: counts, transfers: movedOf(changesIn(changes, school)) } : {}),
      ...(one ? { file: one.file.file, dispatched: one.dispatched } : {}),
    };
  });
  const totals = rosterPart(roster);
  const edition = { on: madeOn, version };
  const moves = transferTab(of, changes, edition);
  const decisionsTab = stopDecisionSheet(book, standings, assignments, of.index);
  const tabs: readonly SheetSpec[] = [
    splitListSheet({
      lines,
      unassigned,
      leftOut: left,
      whole: totals,
      season,
      version,
      madeOn,
      printedOff: found.printedOff.length,
      earlier: dispatchesBeside(grids, edition),
    }),
    ...(open.length + decided.length > 0 ? [unassignedSheet({ ...common, decided, stands: "tab" })] : []),
    ...(decisionsTab ? [decisionsTab] : []),
    listVersionsSheet([...editionsBefore(grids, edition), { ...edition, listed: now }]),
    ...(moves ? [moves] : []),
    ...made.flatMap(({ tab }) => tab ?? []),
  ];
  const line = splitSummary({ schools: made.length, version, totals, unassigned, leftOut: left, transfers: transfersIn(changes).length });
  const removed = staleTabs(book, tabs, options.tabs ?? false);
  const logged = log.add({ on: madeOn, ...line });
  const written = await writeRun(of, ports, { command: "split", removed }, [...tabs, ...of.numberTabs, logged]);
  return { files: made.map(({ file }) => file), leftOut: left, unassigned, totals, reconciled: true, tabs: written.slice(0, tabs.length) };
}

/** The button 「按辖区拆分」: the same book split on the same day gives the same files, whatever the order of its rows. */
export const split = { id: "split", run } as const;
