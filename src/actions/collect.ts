// Collecting (回收): what schools filled in goes into our registers by row key, contract and person; everything else is listed.
import type { Conflict } from "../domain/returns/conflict";
import { questionKey } from "../domain/returns/decision";
import type { Contract } from "../domain/identity/contract-index";
import { type Merge, type MergeContext, mergeTaken, type TakenFile } from "../domain/returns/merge";
import { blankedCells } from "../domain/returns/blanked";
import { type Stored, storeReports } from "../domain/returns/register-store";
import { type CollectedFile, type JudgedFile, judgedFile, withNews } from "./collected-files";
import { bankTabs, decisionsAfter, pickedBankRows, registerSheets } from "./collected-tabs";
import { newLines, versionsOf } from "./new-return-lines";
import { type Opened, type OpeningContext, openReturned, unknownColumnConflicts } from "./open-returned";
import { openLines, type PaneDecisions, type Ruled, ruled, type Seen } from "./rulings";
import { contractsByNumber, takeFixes, type TakenFixes } from "./take-fixes";
import { schoolsToChase } from "./schools-to-chase";
import { type ChangeLog, logOf } from "../sheets/checking/change-log";
import { schoolFinder } from "../sheets/returns/claimed-school";
import { type CollectAction, collectSummary } from "../sheets/returns/conflict-words";
import { amendmentsSheet, withAmendments } from "../sheets/returns/amendments";
import { conflictsSheet } from "../sheets/returns/conflicts";
import { decidedSheet } from "../sheets/returns/decided";
import { leftOutIn } from "../sheets/lists/list-versions";
import { notReturnedSheet, type SchoolNotReturned } from "../sheets/returns/not-returned";
import type { ReturnedContext } from "../sheets/returns/read-returned";
import { historyOf, reportHistoryIn, reportHistorySheet } from "../sheets/returns/report-history";
import { type ReturnLine, returnLines, returnsSheet } from "../sheets/returns/returns";
import { asReported, cellFinder, type CollectConflict } from "./reported-conflicts";
import { runFiles } from "./run-files";
import { schoolReturnsTab } from "./school-returns";
import type { OpenSeason } from "./season";
import { seasonAfter } from "./season-after";
import type { Ports } from "./workbook";
import { transferQuestions, transferredTabs, transferWordKey } from "./transfer-questions";
import { writeRun } from "./write-run";

/** What collecting has come to. */
export interface CollectOutcome {
  readonly files: readonly CollectedFile[];
  /** Contracts whose entries changed, and visits that are new or changed. */
  readonly updated: number;
  /** Contracts that came back without anything new. */
  readonly unchanged: number;
  readonly conflicts: readonly CollectConflict[];
  /** How many questions of earlier runs the centre had decided, and how many wait for it now. */
  readonly decided: number;
  readonly open: number;
  /** The schools of which nothing could be merged so far. */
  readonly notReturned: readonly string[];
  /** The names of the tabs that were written. */
  readonly tabs: readonly string[];
}

function contextOf({ book, assignments }: OpenSeason): ReturnedContext {
  const assigned = assignments.flatMap(({ school }) => (school ? [school] : []));
  const schools = [...new Map([...(book.jurisdictions?.schools ?? []), ...assigned].map((school) => [school.name, school])).values()];
  const keyOf = (text: string) => book.jurisdictions?.placeKey("school", text) ?? text.normalize("NFKC").replace(/\s+/g, "");
  return { seasonYear: book.season.year, schools, find: schoolFinder(schools, keyOf) };
}

/** Merges what came in, decides what was decided; without files the decisions alone are carried out. */
export async function collectFiles(
  of: OpenSeason,
  { files, progress, log = logOf(of.book), ...ports }: Ports,
  { action = "collect", decided }: { readonly action?: CollectAction; readonly decided?: PaneDecisions } = {},
): Promise<CollectOutcome> {
  const { book, contracts: index, grids, held, today } = of;
  const rulings = ruled(of, decided);
  const before = returnLines(grids);
  const away = leftOutIn(grids, of.index);
  const knownPrints = new Set(before.flatMap(({ isMerged, isFix, print }) => (isMerged || isFix ? [print] : [])));
  const { memory: decisions } = rulings;
  const merging: MergeContext = {
    index,
    today,
    seasonYear: book.season.year,
    knownPrints,
    held: new Set([...held, ...away]),
    decisions,
    meaningOf: decisions.meaningOf,
  };
  const opening = { reading: contextOf(of), merging, contractOf: contractsByNumber(of) };
  const registered = registeredIn(of, await openReturned(files, opening, progress), { opening, rulings, before });
  const { opened, judged, blanked, stored } = registered;
  const lines = [...before, ...newLines(opened, judged, { before, blanked }, of)];
  const chase = schoolsToChase(of, { lines, registers: stored.registers });
  return writeOutcome(of, { ...ports, log, action }, { ...registered, rulings, lines, chase });
}

interface Run {
  readonly opening: OpeningContext;
  readonly rulings: Ruled;
  readonly before: readonly ReturnLine[];
}

// What files and decisions bring to the registers. The rows that the files had, and what was made of them on the way, are let go: of a large
// county they are a hundred megabytes.
function registeredIn(of: OpenSeason, read: readonly Opened[], { opening: { merging, contractOf }, rulings, before }: Run) {
  const merge = mergeTaken(
    read.flatMap((file) => ("taken" in file ? [file.taken] : [])),
    merging,
  );
  const fixes = takeFixes(
    of,
    read.flatMap((file) => ("fix" in file ? [file.fix] : [])),
    { context: merging, contractOf, known: rulings.amendments },
  );
  const versions = versionsOf(before, read);
  const versionOf = (file: string) => versions.get(file);
  const { index, today } = merging;
  const reports = [...merge.reports, ...fixes.reports, ...rulings.reports];
  const stored = storeReports(of.book.registers, reports, { index, today, versionOf });
  const judged = read.map(judgedFile);
  const blanked = blankedCells(merge.files, stored);
  const opened = read.map((file) => ("taken" in file ? { ...file, taken: withoutRows(file.taken) } : file));
  const { conflicts } = merge;
  return { opened, judged, blanked, stored, fixes, versionOf, merge: { conflicts, files: merge.files.map(withoutRows) } };
}

const withoutRows = (file: TakenFile): TakenFile => (file.acceptance ? { ...file, acceptance: { ...file.acceptance, rows: [] } } : file);

interface Collected {
  readonly rulings: Ruled;
  readonly fixes: TakenFixes;
  readonly opened: readonly Opened[];
  readonly judged: readonly JudgedFile[];
  readonly merge: Pick<Merge, "files" | "conflicts">;
  readonly stored: Stored;
  readonly lines: readonly ReturnLine[];
  readonly chase: readonly SchoolNotReturned[];
  readonly versionOf: (file: string) => number | undefined;
}

function seenIn({ files }: Pick<Merge, "files">): Seen {
  const present = new Set<Contract>();
  const schools = new Set<string>();
  for (const { acceptance, school } of files) {
    for (const contract of acceptance?.present ?? []) present.add(contract);
    if (acceptance && school) schools.add(school);
  }
  return { present, schools };
}

async function writeOutcome(
  of: OpenSeason,
  { log, action, ...ports }: Pick<Ports, "workbook" | "journal"> & { readonly log: ChangeLog; readonly action: CollectAction },
  result: Collected,
): Promise<CollectOutcome> {
  const { book, today } = of;
  const { rulings, fixes, opened, judged, merge, stored, lines, chase } = result;
  const order = of.schoolOrder;
  const isOpen = (conflict: Conflict) => !rulings.memory.verdicts.has(questionKey(conflict));
  const isNotMoved = (conflict: Conflict) => !rulings.memory.verdicts.has(transferWordKey(conflict) ?? "");
  const columns = unknownColumnConflicts(opened).filter(([conflict]) => isOpen(conflict));
  const outdated = stored.outdated.filter(isOpen);
  const asked = fixes.conflicts.filter(([conflict]) => isOpen(conflict));
  const conflicts = [...merge.conflicts.filter(isNotMoved), ...outdated, ...[...columns, ...asked].map(([conflict]) => conflict)].sort(
    (a, b) => order(a.school, b.school),
  );
  const cellOf = cellFinder(opened, new Map([...columns, ...asked]));
  const transfers = transferQuestions(of, stored, { conflicts, decided: rulings.memory.verdicts });
  const asking = conflicts.filter((conflict) => transferWordKey(conflict) === undefined);
  const seen = seenIn(merge);
  const open = openLines(of, { conflicts: asking, transfers, open: rulings.open, seen, cellOf });
  const amendments = withAmendments(rulings.amendments, fixes.amendments);
  const waiting = amendments.length - rulings.amendments.length;
  const updated = stored.changed.size + stored.changedVisits + waiting;
  const unchanged = [...seen.present].filter((contract) => !stored.changed.has(contract)).length;
  const merged = judged.filter(({ status }) => status === "merged").length;
  const decided = rulings.rulings.length;
  const counts = { files: judged.length, merged, updated, unchanged, decided, open: open.length, notReturned: chase.length };
  const following = tabsAfter(of, result);
  const bank = pickedBankRows(of, opened);
  const history = historyOf(stored.registers, { on: today, versionOf: result.versionOf });
  const { registers } = following;
  const files = runFiles(
    judged.flatMap(({ file, status }) => (status === "merged" ? [file] : [])),
    stored,
    registers,
  );
  const tabs = await writeRun(of, ports, { command: action, files }, [
    ...registers,
    ...following.decisions,
    conflictsSheet(open, { today }),
    ...(decided > 0 ? [decidedSheet(rulings.memory)] : []),
    ...transferredTabs(of, rulings.rulings),
    ...(rulings.isAmended || waiting > 0 ? [amendmentsSheet(amendments)] : []),
    ...(history.length > 0 ? [reportHistorySheet([...reportHistoryIn(of.grids), ...history])] : []),
    notReturnedSheet(chase, { deadline: book.season.dates.slipsDue, today }),
    following.schools,
    returnsSheet(lines),
    ...of.numberTabs,
    ...bankTabs(of, bank),
    log.add({ on: today, ...collectSummary(action, counts) }),
  ]);
  return {
    files: withNews(judged, { registers: stored.registers, amendments: fixes.amendments, conflicts, transfers, bank }),
    updated,
    unchanged,
    conflicts: conflicts.map((conflict) => asReported(conflict, cellOf(conflict))),
    decided,
    open: open.length,
    notReturned: chase.map(({ school }) => school),
    tabs,
  };
}

// Nothing else holds on to the season as it is once the reports are in.
function tabsAfter(of: OpenSeason, { lines, stored }: Pick<Collected, "lines" | "stored">) {
  const after = seasonAfter(of, stored);
  const schools = schoolReturnsTab(of, { soFar: { lines, registers: stored.registers }, after });
  return { schools, decisions: decisionsAfter(of, after), registers: registerSheets(of, stored, after) };
}

/** The button 「合并回收表」: collecting the same files again changes nothing. */
export const collect = { id: "collect", run: (of: OpenSeason, ports: Ports) => collectFiles(of, ports) } as const;
