// Accepting rows: from the rows of one school's file, the entries that can be merged, and a conflict for everything else.
import type { Conflict } from "./conflict";
import type { Contract, ContractIndex } from "../identity/contract-index";
import type { Entered, RowPlace, SheetRow } from "../record/field";
import { type EntryContext, entriesOf, fillInsIn, hasEntries, type SheetRole } from "./fill-in";
import { type FactChange, identityFields } from "./locked-facts";
import type { Judgement, JudgedRow } from "./returned-file";
import { isPrintedNumber } from "../identity/printed";

/** The entries of one row (or of several rows that agree) for one contract. */
export interface AcceptedRow {
  readonly role: SheetRole;
  readonly contract: Contract;
  readonly place: RowPlace;
  readonly values: Entered;
}

/** What one file brings. */
export interface Acceptance {
  readonly rows: readonly AcceptedRow[];
  readonly conflicts: readonly Conflict[];
  /** The contracts that stand in the file's list, merged or not. */
  readonly present: ReadonlySet<Contract>;
}

interface Work {
  readonly judgement: Judgement;
  readonly index: ContractIndex;
  readonly context: EntryContext;
  readonly conflicts: Conflict[];
}

/** The rows of one sheet about one contract. */
interface Group {
  readonly role: SheetRole;
  readonly contract: Contract;
  readonly rows: SheetRow[];
}

/** The mergeable entries of a file that was not rejected. */
export function acceptRows(judgement: Judgement, index: ContractIndex, context: EntryContext): Acceptance {
  const work: Work = { judgement, index, context, conflicts: [] };
  const groups: Group[] = [];
  const bySheet = new Map<string, Map<Contract, Group>>();
  const present = new Set<Contract>();
  for (const judged of judgement.rows) {
    const contract = ownContract(judged, work);
    if (!contract) continue;
    if (judged.role === "list") present.add(contract);
    if (mixesContracts(judged, contract, work)) continue;
    // The same contract on another sheet is a second version; on the same sheet it is a row too many.
    const sheet = `${judged.role}|${judged.row.place.sheet}`;
    const own = bySheet.get(sheet) ?? new Map<Contract, Group>();
    bySheet.set(sheet, own);
    const known = own.get(contract);
    if (known) {
      known.rows.push(judged.row);
      continue;
    }
    const group: Group = { role: judged.role, contract, rows: [judged.row] };
    groups.push(group);
    own.set(contract, group);
  }
  const rows = groups.flatMap(({ role, contract, rows: own }) =>
    role === "visits" ? own.map((row) => readEntries(role, contract, [row], work)) : oneRow(role, contract, own, work),
  );
  return { rows: rows.filter(({ values }) => Object.keys(values).length > 0), conflicts: work.conflicts, present };
}

function conflictOf(work: Work, kind: Conflict["kind"], row: SheetRow, contract: Contract | undefined): Conflict {
  return {
    file: work.judgement.file.file,
    kind,
    school: contract?.school?.name ?? work.judgement.school ?? "",
    place: row.place,
    ...(contract ? { contract } : {}),
  };
}

// The row's contract when it belongs to the file's school; otherwise the row is reported and nothing of it is merged.
function ownContract({ role, row, match }: JudgedRow, work: Work): Contract | undefined {
  const { contract } = match;
  if (!contract) {
    const isBlank = !hasEntries(row, fillInsIn[role]) && identityFields.every((field) => row.values[field] === undefined);
    if (!isBlank) work.conflicts.push({ ...conflictOf(work, match.isNamed ? "row-added" : "unmatched", row, undefined), row });
    return undefined;
  }
  if (contract.school && work.judgement.school && contract.school.name !== work.judgement.school) {
    const { values: entries } = entriesOf(row, fillInsIn[role], contract, work.context);
    work.conflicts.push({ ...conflictOf(work, "other-school", row, contract), row, entries, ...visitIn(role, entries) });
    return undefined;
  }
  return contract;
}

/** Reports every altered fact of a row; true when the row was put together from two contracts, so that its entries may be either's. */
function mixesContracts({ row, changes: facts }: JudgedRow, contract: Contract, work: Work): boolean {
  const { rowKey } = row.values;
  const isKeySpoilt = rowKey !== undefined && !isPrintedNumber(rowKey);
  if (facts.length === 0 && !isKeySpoilt) return false;
  const changes: readonly FactChange[] = isKeySpoilt ? [{ field: "rowKey", found: rowKey }, ...facts] : facts;
  const isTwoContracts = changes.some(({ field }) => identityFields.includes(field)) && work.index.contradicts(row, contract);
  let isListed = !isTwoContracts;
  for (const change of changes) {
    const carriesRow = !isListed && identityFields.includes(change.field);
    work.conflicts.push({ ...conflictOf(work, "locked-changed", row, contract), ...change, ...(carriesRow ? { row } : {}) });
    if (carriesRow) isListed = true;
  }
  return isTwoContracts;
}

// Which of several visits to a borrower a row speaks of.
function visitIn(role: SheetRole, entries: Entered): Pick<Conflict, "visit"> {
  return role === "visits" ? { visit: `${entries.visitedOn ?? ""}|${entries.visitor ?? ""}` } : {};
}

function readEntries(role: SheetRole, contract: Contract, rows: readonly SheetRow[], work: Work): AcceptedRow {
  let values: Entered = {};
  for (const row of rows) {
    const entries = entriesOf(row, fillInsIn[role], contract, work.context);
    for (const invalid of entries.invalid) work.conflicts.push({ ...conflictOf(work, "invalid-value", row, contract), ...invalid });
    values = rows.length === 1 ? entries.values : { ...values, ...entries.values };
  }
  return { role, contract, place: rows[0]?.place ?? contract.row.place, values };
}

// A contract once, or several times with entries that agree; where they contradict each other none of them counts.
function oneRow(role: SheetRole, contract: Contract, rows: readonly SheetRow[], work: Work): readonly AcceptedRow[] {
  const isAtOdds = rows.length > 1 && fillInsIn[role].some((field) => new Set(rows.flatMap((row) => row.values[field] ?? [])).size > 1);
  if (isAtOdds) {
    for (const row of rows) {
      const { values: entries } = entriesOf(row, fillInsIn[role], contract, work.context);
      work.conflicts.push({ ...conflictOf(work, "row-duplicated", row, contract), row, entries });
    }
    return [];
  }
  // A roster that has the contract twice sends it out twice.
  const surplus = role === "list" ? rows.slice(contract.rows.length) : [];
  for (const row of surplus) work.conflicts.push({ ...conflictOf(work, "row-duplicated", row, contract), row });
  return [readEntries(role, contract, rows, work)];
}
