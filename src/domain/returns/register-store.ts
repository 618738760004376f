// The registers' memory: what schools report is put beside what is already there; nothing that a person wrote is lost.
import type { Contract, ContractIndex } from "../identity/contract-index";
import type { Day } from "../values/day";
import type { Conflict } from "./conflict";
import type { FieldId, FieldValues, RowPlace, SheetRow } from "../record/field";
import { eachRegister, fillInsOf, isPerContract, type Register, type Registers } from "../record/registers";
import type { MergedReport, ReportedCell } from "./merge";

/** One row of a register: as it was read, or new; with its contract when the roster has it. */
export interface StoredRow {
  readonly row: SheetRow;
  readonly contract?: Contract;
  /** Whether this run changed it. */
  readonly isChanged: boolean;
  /** The row before that; absent for one that is new. */
  readonly before?: SheetRow;
  /** Of each entry that this run brought, the file that it is from, and others that say the same. */
  readonly from?: Readonly<Partial<Record<FieldId, readonly string[]>>>;
}

/** The registers after a run. */
export interface Stored {
  /** Rows in the order of the tab, new ones after them, rows that the roster does not know last. */
  readonly registers: Readonly<Record<Register, readonly StoredRow[]>>;
  /** The contracts whose entries changed. */
  readonly changed: ReadonlySet<Contract>;
  /** How many rows of visits are new or changed. */
  readonly changedVisits: number;
  /** Entries of older lists than those that a newer one's stand against: they do not win by coming later. */
  readonly outdated: readonly Conflict[];
}

/** What decides between an entry and another that is there already. */
export interface StoreContext {
  readonly index: ContractIndex;
  readonly today: Day;
  /** The version of the list that a file was, as far as it is known; without it every file counts as new. */
  readonly versionOf?: (file: string) => number | undefined;
}

type Slot = {
  row: SheetRow;
  contract?: Contract;
  isChanged: boolean;
  before?: SheetRow;
  from?: Partial<Record<FieldId, readonly string[]>>;
};

const nowhere: RowPlace = { sheet: "", row: 0 };

/** Puts reports into the registers. A blank entry never replaces a value, and a file that was merged before fills only what is still blank. */
export function storeReports(before: Registers, reports: readonly MergedReport[], context: StoreContext): Stored {
  const changed = new Set<Contract>();
  const outdated: Conflict[] = [];
  const registers = eachRegister((register) => {
    const slots = new Slots(before[register], context, isPerContract(register) ? () => "" : visitOf);
    for (const report of reports) {
      if ((report.visit === undefined) !== isPerContract(register)) continue;
      const isNew = slots.take(report, fillInsOf[register]);
      if (isNew && isPerContract(register)) changed.add(report.contract);
    }
    outdated.push(...slots.outdated);
    return slots.rows();
  });
  return { registers, changed, outdated, changedVisits: registers.visits.filter(({ isChanged }) => isChanged).length };
}

/** A row of a register with its contract, and by what new entries find it. */
export interface KeyedRow {
  readonly row: SheetRow;
  readonly contract?: Contract;
  readonly key?: string;
}

/** The rows of a register with the keys that they are found by. */
export function rowsByKey(register: Register, rows: readonly SheetRow[], index: ContractIndex): readonly KeyedRow[] {
  return keyedRows(rows, index, isPerContract(register) ? () => "" : visitOf);
}

function keyedRows(rows: readonly SheetRow[], index: ContractIndex, detailOf: (row: SheetRow) => string): readonly KeyedRow[] {
  const taken = new Set<string>();
  return rows.map((row) => {
    const { contract } = index.matchPerson(row);
    if (!contract) return { row };
    const key = freeKey(taken, contract, detailOf(row));
    if (key !== undefined) taken.add(key);
    return { row, contract, ...(key === undefined ? {} : { key }) };
  });
}

// Several visits on one day are numbered; a contract that stands twice in a register keeps both rows, and the first takes new entries.
function freeKey(taken: ReadonlySet<string>, contract: Contract, detail: string): string | undefined {
  const key = keyOf(contract, detail);
  if (!taken.has(key)) return key;
  if (detail === "") return undefined;
  let number = 2;
  while (taken.has(`${key}|${number}`)) number++;
  return `${key}|${number}`;
}

const keyOf = ({ identity }: Contract, detail: string): string => (detail === "" ? identity : `${identity}|${detail}`);

function visitOf(row: SheetRow): string {
  return `${row.values.visitedOn ?? ""}|${row.values.visitor ?? ""}`;
}

/** The rows of one register with the means to find the row of a contract (and visit). */
class Slots {
  private readonly known: Slot[] = [];
  private readonly unknown: Slot[] = [];
  private readonly byKey = new Map<string, Slot>();
  private readonly files = new Map<string, readonly string[]>();
  readonly outdated: Conflict[] = [];

  constructor(
    rows: readonly SheetRow[],
    private readonly context: StoreContext,
    detailOf: (row: SheetRow) => string,
  ) {
    for (const { row, contract, key } of keyedRows(rows, context.index, detailOf)) {
      if (!contract) {
        this.unknown.push({ row, isChanged: false });
        continue;
      }
      const slot: Slot = { row, contract, isChanged: false };
      this.known.push(slot);
      if (key !== undefined) this.byKey.set(key, slot);
    }
  }

  /** Whether the report brought anything new. */
  take({ contract, cells, visit }: MergedReport, fields: readonly FieldId[]): boolean {
    if (!fields.some((field) => cells[field] !== undefined)) return false;
    const key = keyOf(contract, visit ?? "");
    const slot = this.byKey.get(key);
    let values: Partial<Record<FieldId, string | number>> | undefined;
    const from: Partial<Record<FieldId, readonly string[]>> = slot?.from ?? {};
    for (const field of fields) {
      const cell = cells[field];
      if (!cell || !isNews(slot?.row, field, cell)) continue;
      const conflict = slot && this.outdatedBy(slot.row, field, cell);
      if (conflict) {
        this.outdated.push({ ...conflict, contract, ...(visit === undefined ? {} : { visit }), school: contract.school?.name ?? "" });
        continue;
      }
      values ??= { ...slot?.row.values, source: cell.file, recordedOn: this.context.today };
      values[field] = cell.value;
      from[field] = cell.others ? [cell.file, ...cell.others] : this.alone(cell.file);
    }
    if (!values) return false;
    const row: SheetRow = {
      place: slot?.row.place ?? nowhere,
      // Entries have the types of their fields since they were read.
      values: values as FieldValues,
      issues: slot?.row.issues.filter(({ field }) => !from[field]) ?? [],
    };
    if (slot) Object.assign(slot, { row, isChanged: true, before: slot.before ?? (slot.isChanged ? undefined : slot.row), from });
    else {
      const added: Slot = { row, contract, isChanged: true, from };
      this.known.push(added);
      this.byKey.set(key, added);
    }
    return true;
  }

  private alone(file: string): readonly string[] {
    const known = this.files.get(file) ?? [file];
    this.files.set(file, known);
    return known;
  }

  // A list of an older version that comes after a newer one says what was so before, unless the centre has decided otherwise.
  private outdatedBy(row: SheetRow, field: FieldId, cell: ReportedCell): Omit<Conflict, "school"> | undefined {
    const { value, file, place, isDecided } = cell;
    const { versionOf } = this.context;
    if (isDecided) return undefined;
    const expected = row.values[field];
    const [stored, comes] = [versionOf?.(row.values.source ?? ""), versionOf?.(file)];
    if (expected === undefined || stored === undefined || comes === undefined || comes >= stored) return undefined;
    return { file, kind: "two-versions", place, field, expected, found: value };
  }

  rows(): readonly StoredRow[] {
    return [...this.known, ...this.unknown];
  }
}

function isNews(row: SheetRow | undefined, field: FieldId, cell: ReportedCell): boolean {
  if (!row) return true;
  const stored = row.values[field];
  if (stored === cell.value) return false;
  // Words that a person left in the register and nobody can read are words all the same.
  const isFilled = stored !== undefined || row.issues.some((issue) => issue.field === field);
  return !(cell.isKnown && isFilled);
}
