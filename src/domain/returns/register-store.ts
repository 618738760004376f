// The registers' memory: what schools report is put beside what is already there; nothing that a person wrote is lost.
import type { Contract, ContractIndex } from "../identity/contract-index";
import type { Day } from "../values/day";
import type { FieldId, FieldValues, SheetRow } from "../record/field";
import { eachRegister, fillInsOf, isPerContract, type Register, type Registers } from "../record/registers";
import type { MergedReport, ReportedCell } from "./merge";

/** One row of a register: as it was read, or new; with its contract when the roster has it. */
export interface StoredRow {
  readonly row: SheetRow;
  readonly contract?: Contract;
  /** Whether this run changed it. */
  readonly isChanged: boolean;
}

/** The registers after a run. */
export interface Stored {
  /** Rows in the order of the tab, new ones after them, rows that the roster does not know last. */
  readonly registers: Readonly<Record<Register, readonly StoredRow[]>>;
  /** The contracts whose entries changed. */
  readonly changed: ReadonlySet<Contract>;
  /** How many rows of visits are new or changed. */
  readonly changedVisits: number;
}

type Slot = { row: SheetRow; contract?: Contract; isChanged: boolean };

/** Puts reports into the registers. A blank entry never replaces a value, and a file that was merged before fills only what is still blank. */
export function storeReports(before: Registers, reports: readonly MergedReport[], index: ContractIndex, today: Day): Stored {
  const changed = new Set<Contract>();
  const registers = eachRegister((register) => {
    const slots = new Slots(before[register], index, isPerContract(register) ? () => "" : visitOf);
    for (const report of reports) {
      if ((report.visit === undefined) !== isPerContract(register)) continue;
      const isNew = slots.take(report, fillInsOf[register], report.visit ?? "", today);
      if (isNew && isPerContract(register)) changed.add(report.contract);
    }
    return slots.rows();
  });
  return { registers, changed, changedVisits: registers.visits.filter(({ isChanged }) => isChanged).length };
}

function visitOf(row: SheetRow): string {
  return `${row.values.visitedOn ?? ""}|${row.values.visitor ?? ""}`;
}

/** The rows of one register with the means to find the row of a contract (and visit). */
class Slots {
  private readonly known: Slot[] = [];
  private readonly unknown: Slot[] = [];
  private readonly byKey = new Map<string, Slot>();

  constructor(rows: readonly SheetRow[], index: ContractIndex, detailOf: (row: SheetRow) => string) {
    for (const row of rows) {
      const { contract } = index.matchPerson(row);
      if (!contract) {
        this.unknown.push({ row, isChanged: false });
        continue;
      }
      const slot: Slot = { row, contract, isChanged: false };
      this.known.push(slot);
      const key = this.freeKey(contract, detailOf(row));
      if (key !== undefined) this.byKey.set(key, slot);
    }
  }

  // Several visits on one day are numbered; a contract that stands twice in a register keeps both rows, and the first takes new entries.
  private freeKey(contract: Contract, detail: string): string | undefined {
    const key = `${contract.identity}|${detail}`;
    if (!this.byKey.has(key)) return key;
    if (detail === "") return undefined;
    let number = 2;
    while (this.byKey.has(`${key}|${number}`)) number++;
    return `${key}|${number}`;
  }

  /** Whether the report brought anything new. */
  take({ contract, cells }: MergedReport, fields: readonly FieldId[], detail: string, today: Day): boolean {
    const key = `${contract.identity}|${detail}`;
    const slot = this.byKey.get(key);
    const news = fields.flatMap((field) => {
      const cell = cells.get(field);
      return cell && isNews(slot?.row, field, cell) ? [[field, cell] as const] : [];
    });
    const [first] = news;
    if (!first) return false;
    const values: FieldValues = {
      ...slot?.row.values,
      ...(Object.fromEntries(news.map(([field, cell]) => [field, cell.value])) as FieldValues),
      source: first[1].file,
      recordedOn: today,
    };
    const replaced = new Set(news.map(([field]) => field));
    const row: SheetRow = {
      place: slot?.row.place ?? { sheet: "", row: 0 },
      values,
      issues: slot?.row.issues.filter(({ field }) => !replaced.has(field)) ?? [],
    };
    if (slot) Object.assign(slot, { row, isChanged: true });
    else {
      const added: Slot = { row, contract, isChanged: true };
      this.known.push(added);
      this.byKey.set(key, added);
    }
    return true;
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
