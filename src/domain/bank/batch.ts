// Batch (扣款批次): the rows that came from one sheet or file under one batch number, and what became of each of them.
import type { SheetRow } from "../record/field";
import { type Fen, fen, sumFen } from "../values/money";
import { groupBy } from "../values/group-by";
import { byCode } from "../values/text-order";
import { type ContractKey, contractIdentity } from "../identity/keys";
import { fingerprintOf } from "../identity/row-key";
import { sourceOf } from "./payment";
import { type Booking, dueOf } from "./repayment";

/** The rows of one source with one batch number. */
export interface Batch {
  /** The sheet, or the file that was picked. */
  readonly source: string;
  /** "" where the rows name none. */
  readonly batch: string;
  readonly rows: readonly SheetRow[];
}

/** The batches of the bank's rows, in their order. */
export function batchesOf(payments: readonly SheetRow[]): readonly Batch[] {
  const batches = new Map<string, { source: string; batch: string; rows: SheetRow[] }>();
  for (const row of payments) {
    const [source, batch] = [sourceOf(row), row.values.batch ?? ""];
    const key = `${source}\n${batch}`;
    const known = batches.get(key);
    if (known) known.rows.push(row);
    else batches.set(key, { source, batch, rows: [row] });
  }
  return [...batches.values()];
}

const aside: ReadonlySet<string> = new Set(["source", "recordedOn", "seq", "paymentKind"]);

/** What a row says, wherever it stands: two rows with one text are one row of the bank. */
export function rowText({ values, issues }: SheetRow): string {
  const read = Object.entries(values)
    .filter(([field]) => !aside.has(field))
    .map(([field, value]) => `${field}=${String(value)}`);
  const unread = issues.filter(({ field }) => values[field] === undefined).map(({ field, raw }) => `${field}?${raw}`);
  return [...read, ...unread].sort(byCode).join("|");
}

/** A print of what the rows say (校验码), whatever their order: 80 bits. */
export function batchPrint(rows: readonly SheetRow[]): string {
  const text = rows.map(rowText).sort(byCode).join("\n");
  return fingerprintOf(text) + fingerprintOf(`+${text}`);
}

// Fewer rows may be odd by chance.
const leastRows = 3;

/** Whether most rows of a batch are of nobody on the list: another county's, or another year's. */
export function isElsewhere({ rows }: Batch, { contractOf }: Booking): boolean {
  return rows.length >= leastRows && rows.filter((row) => contractOf.has(row)).length * 2 < rows.length;
}

const amountOf = ({ values: { repaid, repaidPrincipal, repaidInterest } }: SheetRow): Fen =>
  repaid ?? sumFen([repaidPrincipal, repaidInterest]);

/** What every contract of some rows of the list owes. */
export function duesIn(rows: readonly SheetRow[]): ReadonlyMap<ContractKey, Fen> {
  return new Map([...groupBy(rows, contractIdentity)].map(([key, own]) => [key, sumFen(own.map(dueOf))]));
}

/** Whether the amounts of most rows are the dues in units of 10,000 yuan: nothing is converted, for that would be a guess. */
export function isInWan({ rows }: Batch, { contractOf }: Booking, dues: ReadonlyMap<ContractKey, Fen>): boolean {
  const known = rows.flatMap((row): [Fen, Fen][] => {
    const identity = contractOf.get(row);
    const due = identity === undefined ? undefined : dues.get(identity);
    return due === undefined ? [] : [[amountOf(row), due]];
  });
  const said = known.filter(([amount, due]) => amount > 0 && due > 0);
  // Four decimals of 万元 are whole yuan, two are hundreds of them.
  const isWan = ([amount, due]: readonly [Fen, Fen]) =>
    Math.abs(fen(amount * 10_000) - due) <= Math.max(due / 100, 500_000) && amount * 100 < due;
  return said.length >= leastRows && said.filter(isWan).length * 2 > said.length;
}

/** Whether every row of a batch has come before. */
export function isRepeated({ rows }: Batch, { duplicates }: Booking): boolean {
  const repeated = new Set(duplicates.map(({ row }) => row));
  return rows.length > 1 && rows.every((row) => repeated.has(row));
}
