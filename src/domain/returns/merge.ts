// Merging returned files: one report per contract and per visit, whatever the number, order and state of the files.
import { acceptRows, type AcceptedRow, type Acceptance } from "./accept-rows";
import type { Conflict } from "./conflict";
import type { PersonKey, SchoolKey } from "../identity/keys";
import type { Contract, ContractIndex } from "../identity/contract-index";
import { type Entered, type FieldId, fieldTypes, type RowPlace } from "../record/field";
import { type Decisions, questionKey } from "./decision";
import { type EntryContext, fillInsIn } from "./fill-in";
import { fillInsOf } from "../record/registers";
import { contentPrint, type Judgement, judgeFile, type ReturnedFile } from "./returned-file";

/** One entry as reported, with the file that it is from. */
export interface ReportedCell {
  readonly value: string | number;
  readonly file: string;
  readonly place: RowPlace;
  /** Whether the same file, entry for entry, was merged in an earlier run. */
  readonly isKnown: boolean;
  /** Whether it is the centre's own decision. */
  readonly isDecided?: true;
  /** The other files that say the same. */
  readonly others?: readonly string[];
}

/** Cells by field. */
export type ReportedCells = Readonly<Partial<Record<FieldId, ReportedCell>>>;

/** Everything that the files say about one contract, or about one visit. */
export interface MergedReport {
  readonly contract: Contract;
  /** Absent for the contract itself; tells apart the visits to one borrower. */
  readonly visit?: string;
  readonly cells: ReportedCells;
}

/** A file with its judgement, the print by which its content is known again, and what it brings unless it was rejected; its rows are let go. */
export interface TakenFile extends Omit<Judgement, "file" | "rows"> {
  readonly file: string;
  readonly print: string;
  readonly isKnown: boolean;
  readonly acceptance: Acceptance | undefined;
  /** How many entries of the file could be read. */
  readonly entryCount: number;
  /** The latest day among its entries, "" when there is none. */
  readonly latestDay: string;
}

/** The result of one run over all files. */
export interface Merge {
  /** In the order in which the files were given. */
  readonly files: readonly TakenFile[];
  readonly reports: readonly MergedReport[];
  readonly conflicts: readonly Conflict[];
}

/** What is known besides the files. */
export interface MergeContext extends EntryContext {
  readonly index: ContractIndex;
  /** The prints of the files that earlier runs merged. */
  readonly knownPrints: ReadonlySet<string>;
  /** The keys of persons who stand on no school's list for now: their rows are not missed. */
  readonly held?: ReadonlySet<PersonKey>;
  /** What the centre has decided on earlier questions. */
  readonly decisions?: Decisions;
}

/** Judges every file on its own, then brings together what they say. */
export function mergeReturned(files: readonly ReturnedFile[], context: MergeContext): Merge {
  return mergeTaken(
    files.map((file) => takeFile(file, context)),
    context,
  );
}

/** Brings together what files say. Their order decides nothing. */
export function mergeTaken(files: readonly TakenFile[], context: MergeContext): Merge {
  const accepted = files.filter(({ acceptance }) => acceptance !== undefined).sort(byWeight);
  const conflicts = files.flatMap((file) => [...file.conflicts, ...(file.acceptance?.conflicts ?? [])]);
  const reports: Reports = { contracts: new Map(), visits: new Map() };
  for (const file of accepted) addFile(file, reports, conflicts, context.decisions);
  conflicts.push(...missingRows(accepted, context));
  return {
    files,
    reports: [...context.index.contracts.values()].flatMap((contract) => reportsOf(contract, reports)),
    conflicts: conflicts.filter((conflict) => !context.decisions?.verdicts.has(questionKey(conflict))).sort(byPlace),
  };
}

/** Judges one file and takes from it all that counts. */
export function takeFile(returned: ReturnedFile, context: MergeContext): TakenFile {
  const judgement = judgeFile(returned, context.index, {
    seasonYear: context.seasonYear,
    ...(context.decisions ? { acceptedFiles: context.decisions.files } : {}),
  });
  const { school, reject, contentSchool, listRows, conflicts } = judgement;
  const print = contentPrint(returned);
  const acceptance = judgement.reject ? undefined : acceptRows(judgement, context.index, context);
  let entryCount = 0;
  let latestDay = "";
  for (const { role, values } of acceptance?.rows ?? [])
    for (const field of fillInsIn[role]) {
      const value = values[field];
      if (value !== undefined) entryCount++;
      if (value !== undefined && fieldTypes[field] === "day" && String(value) > latestDay) latestDay = String(value);
    }
  return {
    file: returned.file,
    ...(school === undefined ? {} : { school }),
    ...(reject === undefined ? {} : { reject }),
    ...(contentSchool === undefined ? {} : { contentSchool }),
    listRows,
    conflicts,
    print,
    acceptance,
    entryCount,
    isKnown: context.knownPrints.has(print),
    latestDay,
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// Of two versions the one that nobody has seen yet counts first, then the fuller, then the one with the later date inside, then the name.
function byWeight(a: TakenFile, b: TakenFile): number {
  return (
    Number(a.isKnown) - Number(b.isKnown) ||
    b.entryCount - a.entryCount ||
    compareText(b.latestDay, a.latestDay) ||
    compareText(b.file, a.file) ||
    compareText(a.print, b.print)
  );
}

type Report = { readonly contract: Contract; readonly visit?: string; readonly cells: Partial<Record<FieldId, ReportedCell>> };

/** The reports by contract; those of visits by what tells them apart. */
interface Reports {
  readonly contracts: Map<Contract, Report>;
  readonly visits: Map<Contract, Map<string, Report>>;
}

function reportsOf(contract: Contract, { contracts, visits }: Reports): readonly Report[] {
  const own = contracts.get(contract);
  const visited = visits.get(contract);
  if (!visited) return own ? [own] : [];
  const sorted = [...visited].sort(([a], [b]) => compareText(a, b)).map(([, report]) => report);
  return own ? [own, ...sorted] : sorted;
}

function reportOn(contract: Contract, visit: string | undefined, { contracts, visits }: Reports): Report {
  if (visit === undefined) {
    const report = contracts.get(contract) ?? { contract, cells: {} };
    contracts.set(contract, report);
    return report;
  }
  const own = visits.get(contract) ?? new Map<string, Report>();
  visits.set(contract, own);
  const report = own.get(visit) ?? { contract, visit, cells: {} };
  own.set(visit, report);
  return report;
}

function addFile(
  { file, acceptance, isKnown }: TakenFile,
  reports: Reports,
  conflicts: Conflict[],
  decisions: Decisions | undefined,
): void {
  for (const { row, visit } of withVisits(acceptance?.rows ?? [])) {
    const report = reportOn(row.contract, visit, reports);
    for (const field of fillInsIn[row.role]) {
      const value = row.values[field];
      if (value === undefined) continue;
      const before = report.cells[field];
      if (!before) report.cells[field] = { value, file, place: row.place, isKnown };
      else if (before.value === value) {
        const others = new Set([...(before.others ?? []), file]);
        others.delete(before.file);
        if (others.size > 0) report.cells[field] = { ...before, others: [...others] };
      } else {
        const conflict: Conflict = {
          file,
          kind: "two-versions",
          school: row.contract.school?.name ?? "",
          place: row.place,
          field,
          contract: row.contract,
          ...(visit === undefined ? {} : { visit }),
          expected: before.value,
          found: value,
        };
        if (decisions?.chosen(conflict) === value) report.cells[field] = { value, file, place: row.place, isKnown };
        conflicts.push(conflict);
      }
    }
  }
}

/**
 * Rows of visits with what tells them apart: day and visitor, and for several on one day a number that depends on what they say, not on
 * where they stand.
 */
export function withVisits(rows: readonly AcceptedRow[]): readonly { readonly row: AcceptedRow; readonly visit?: string }[] {
  const visits = rows.filter(({ role }) => role === "visits").map((row) => ({ row, text: visitText(row.values) }));
  visits.sort((a, b) => compareText(a.text, b.text));
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  const numbered = visits.flatMap(({ row, text }) => {
    // The same visit written twice is one visit.
    const whole = `${row.contract.identity}|${text}`;
    if (seen.has(whole)) return [];
    seen.add(whole);
    const visit = `${row.values.visitedOn ?? ""}|${row.values.visitor ?? ""}`;
    const key = `${row.contract.identity}|${visit}`;
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    return [{ row, visit: number === 1 ? visit : `${visit}|${number}` }];
  });
  return [...rows.filter(({ role }) => role !== "visits").map((row) => ({ row })), ...numbered];
}

function visitText(values: Entered): string {
  return fillInsOf.visits.map((field) => String(values[field] ?? "")).join("|");
}

// Contracts of a school that none of its files of this run has; reported for the weightiest of them.
function missingRows(accepted: readonly TakenFile[], { index, held }: MergeContext): Conflict[] {
  const bySchool = new Map<SchoolKey, { file: string; present: Set<Contract> }>();
  for (const { school, file, acceptance } of accepted) {
    if (school === undefined) continue;
    const known = bySchool.get(school) ?? { file, present: new Set() };
    for (const contract of acceptance?.present ?? []) known.present.add(contract);
    bySchool.set(school, known);
  }
  return [...bySchool].flatMap(([school, { file, present }]) =>
    (index.bySchool.get(school) ?? [])
      .filter((contract) => !present.has(contract) && !held?.has(contract.person.key))
      .map((contract): Conflict => ({ file, kind: "row-missing", school, contract })),
  );
}

function byPlace(a: Conflict, b: Conflict): number {
  return (
    compareText(a.file, b.file) ||
    compareText(a.place?.sheet ?? "\uffff", b.place?.sheet ?? "\uffff") ||
    (a.place?.row ?? 0) - (b.place?.row ?? 0) ||
    compareText(a.kind, b.kind) ||
    compareText(a.field ?? "", b.field ?? "") ||
    compareText(a.contract?.identity ?? "", b.contract?.identity ?? "")
  );
}
