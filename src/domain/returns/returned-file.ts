// Returned files: what came back from a school, and whether it is a list of this season and of the school it is said to be from.
import type { Conflict } from "./conflict";
import type { SchoolKey } from "../identity/keys";
import type { ContractIndex, RowMatch } from "../identity/contract-index";
import type { FieldId, SheetRow } from "../record/field";
import { fillInsIn, hasEntries, rawOf, type SheetRole } from "./fill-in";
import { changesOf, type FactChange, identityFields, lockedFields } from "./locked-facts";
import { yearPrinted } from "../identity/printed";
import { fingerprintOf } from "../identity/row-key";
import { findShift, leastRows, type MatchedRow } from "./shifted";

/** One sheet of a returned file with the fields that it has columns for. */
export interface ReturnedSheet {
  readonly role: SheetRole;
  readonly name: string;
  readonly fields: ReadonlySet<FieldId>;
  readonly rows: readonly SheetRow[];
}

/** A returned file as read, with the schools that it or its name claims to be from. */
export interface ReturnedFile {
  readonly file: string;
  readonly claims: readonly SchoolKey[];
  readonly sheets: readonly ReturnedSheet[];
  /** Whether it is a file of the centre's own (the book itself, 待划分) that lay among the others. */
  readonly isCentres?: boolean;
}

/** Why a whole file stays out. */
export type RejectReason =
  | "centre-book" // the centre's own file
  | "no-list" // no sheet in it is a list of borrowers
  | "no-known-row" // a list, but of nobody in the roster
  | "other-season"
  | "several-schools"
  | "other-school"
  | "row-shifted";

/** A returned row with what it was found to be. */
export interface JudgedRow {
  readonly role: SheetRole;
  readonly row: SheetRow;
  readonly match: RowMatch;
  /** The facts in which it differs from its contract. */
  readonly changes: readonly FactChange[];
}

/** What is to become of a file. */
export interface Judgement {
  readonly file: ReturnedFile;
  /** The school whose file it is, or is said to be; undefined when nobody can tell. */
  readonly school?: SchoolKey;
  readonly reject?: RejectReason;
  /** The school whose rows it holds when that is another. */
  readonly contentSchool?: SchoolKey;
  readonly rows: readonly JudgedRow[];
  /** How many rows its list has. */
  readonly listRows: number;
  readonly conflicts: readonly Conflict[];
}

const nothing = [null, null];

/**
 * A text that is the same for two files exactly when the same entries stand beside the same row keys, contract numbers and names, in
 * whatever order. By it a file that was merged before is known again.
 */
export function contentPrint(file: ReturnedFile): string {
  const lines: string[] = [];
  for (const { role, rows } of file.sheets) {
    const fields = fillInsIn[role];
    for (const row of rows) {
      if (!hasEntries(row, fields)) continue;
      const { rowKey, contractNo, citizenId, name } = row.values;
      const entries = fields.map((field) => {
        const [value, raw] = [row.values[field], rawOf(row, field)];
        return value === undefined && raw === undefined ? nothing : [value ?? null, raw ?? null];
      });
      lines.push(JSON.stringify([role, rowKey, contractNo, citizenId, name, entries]));
    }
  }
  return fingerprintOf(lines.sort().join("\n"));
}

/**
 * What a file is: whose list, whether it can be merged, and what each of its rows is.
 * @param season `acceptedFiles` are the prints of files that the centre takes for what their content says, whatever they are called
 */
export function judgeFile(
  file: ReturnedFile,
  index: ContractIndex,
  { seasonYear, acceptedFiles }: { readonly seasonYear: number; readonly acceptedFiles?: ReadonlySet<string> },
): Judgement {
  const rows = file.sheets.flatMap((sheet) => judgedRows(sheet, index));
  const list = rows.filter(({ role }) => role === "list");
  const matched = list.flatMap(({ row, match, changes }) => (match.contract ? [{ row, contract: match.contract, changes }] : []));
  const [content, share] = majority(matched.map(({ contract }) => contract.school?.name));
  const isAccepted = (acceptedFiles?.size ?? 0) > 0 && acceptedFiles?.has(contentPrint(file));
  const stranger = content === undefined || isAccepted ? undefined : file.claims.find((claim) => claim !== content);
  const school = stranger ?? content ?? file.claims[0];
  const verdict = (reject: RejectReason | undefined, conflicts: readonly Conflict[] = []): Judgement => ({
    file,
    ...(school ? { school } : {}),
    ...(reject ? { reject } : {}),
    ...(stranger && content ? { contentSchool: content } : {}),
    rows,
    listRows: list.length,
    conflicts,
  });
  const stays = (kind: "other-school" | "unmatched") =>
    wholeFile(file, rows, { kind, school: school ?? "", ...(stranger && content ? { content } : {}) });
  if (file.isCentres) return verdict("centre-book");
  if (list.length === 0) return verdict("no-list", stays("unmatched"));
  if (matched.length === 0) return verdict("no-known-row", stays("unmatched"));
  if (isOtherSeason(list, seasonYear)) return verdict("other-season", stays("unmatched"));
  if (stranger !== undefined) return verdict("other-school", stays("other-school"));
  if (share <= 0.5) return verdict("several-schools", stays("other-school"));
  return verdictOfShift(file, matched, index, verdict);
}

function judgedRows(sheet: ReturnedSheet, index: ContractIndex): readonly JudgedRow[] {
  const { role, rows } = sheet;
  const columns = factColumns(sheet);
  return rows.map((row) => {
    const match = role === "list" ? index.match(row) : index.matchPerson(row);
    // Beside entries that are no list, a fact may be left out.
    const compared = role === "list" ? columns : columns.filter((field) => row.values[field] !== undefined);
    return { role, row, match, changes: match.contract ? changesOf(compared, match.contract.rows, row) : [] };
  });
}

// The facts to be compared whose columns hold anything at all: a column emptied as a whole was left out, not changed.
function factColumns({ role, fields, rows }: ReturnedSheet): readonly FieldId[] {
  const compared = role === "list" ? lockedFields : identityFields;
  const isUsed = (field: FieldId) =>
    rows.some((row) => row.values[field] !== undefined || row.issues.some((issue) => issue.field === field));
  return compared.filter((field) => fields.has(field) && isUsed(field));
}

function verdictOfShift(
  file: ReturnedFile,
  matched: readonly MatchedRow[],
  index: ContractIndex,
  verdict: (reject: RejectReason | undefined, conflicts?: readonly Conflict[]) => Judgement,
): Judgement {
  const lists = file.sheets.filter(({ role }) => role === "list");
  const strays = matched.flatMap(({ row }) => {
    const contract = index.strayed(row);
    return contract ? [{ row, contract }] : [];
  });
  const [stray] = strays;
  // Nobody writes numbers of ours by hand: several that are somebody else's were moved.
  if (stray && strays.length >= leastRows) {
    const { row, contract } = stray;
    const whole = { print: contentPrint(file), rows: matched.length };
    const school = contract.school?.name ?? "";
    return verdict("row-shifted", [{ file: file.file, kind: "row-shifted", school, place: row.place, field: "rowKey", contract, whole }]);
  }
  for (const { rows } of lists) {
    const own = new Set(rows);
    const shift = findShift(matched.filter(({ row }) => own.has(row)));
    if (!shift) continue;
    const { row, contract } = shift.first;
    const found = row.values[shift.field];
    const expected = contract.row.values[shift.field];
    return verdict("row-shifted", [
      {
        file: file.file,
        kind: "row-shifted",
        school: contract.school?.name ?? "",
        place: row.place,
        field: shift.field,
        contract,
        ...(expected === undefined ? {} : { expected }),
        ...(found === undefined ? {} : { found }),
        whole: { print: contentPrint(file), rows: matched.length },
      },
    ]);
  }
  return verdict(undefined);
}

// The school of most rows with its share among the rows that have one; none when no row has.
function majority(schools: readonly (SchoolKey | undefined)[]): readonly [school: SchoolKey | undefined, share: number] {
  const counts = new Map<SchoolKey, number>();
  for (const school of schools) if (school !== undefined) counts.set(school, (counts.get(school) ?? 0) + 1);
  const [first] = [...counts].sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1));
  const known = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return first ? [first[0], first[1] / known] : [undefined, 1];
}

// Last year's list finds many of this year's contracts and says nothing about them.
function isOtherSeason(rows: readonly JudgedRow[], seasonYear: number): boolean {
  const years = rows.flatMap(({ row }) => yearPrinted(row.values.rowKey ?? "") ?? []);
  return years.filter((year) => year !== seasonYear).length > years.length / 2;
}

/** A file that stays out is one thing to decide, however many rows it has. */
function wholeFile(
  file: ReturnedFile,
  rows: readonly JudgedRow[],
  { kind, school, content }: Pick<Conflict, "kind" | "school"> & { readonly content?: SchoolKey },
): readonly Conflict[] {
  const filled = rows.filter(({ role, row }) => hasEntries(row, fillInsIn[role])).length;
  const [first] = rows;
  // A list that says nothing is still to be reported when it bears the wrong name.
  if (filled === 0 && content === undefined) return [];
  const place = first ? { place: first.row.place } : {};
  return [{ file: file.file, kind, school, ...place, whole: { print: contentPrint(file), rows: filled, ...(content ? { content } : {}) } }];
}
