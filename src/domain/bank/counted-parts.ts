// Counted parts: how much of each bank row counts as repaid, one row after another by their days, so that the parts make the whole exactly.
import type { SheetRow } from "../record/field";
import { type Fen, subtractFen, zeroFen } from "../values/money";
import { groupBy } from "../values/group-by";
import type { ContractKey } from "../identity/keys";
import type { RosterIndex } from "../identity/roster-index";
import type { PaymentMoney } from "./payment";
import { type Booking, enter, openAccount, paidOf, shareOut } from "./repayment";

/** What one bank row adds to what a contract has got. */
export interface CountedPart {
  readonly row: SheetRow;
  readonly money: PaymentMoney;
  /** What it adds as the bank's rows add up, whatever is due. */
  readonly taken: Fen;
  /** What it adds to what is repaid on each row of the list: nothing beyond the due, less than nothing where money is given back. */
  readonly repaid: ReadonlyMap<SheetRow, Fen>;
}

const isTaken = ({ amount }: PaymentMoney) => amount === "whole" || (typeof amount === "number" && amount > 0);

/** The parts of the bank's rows by contract. */
export type PartsByContract = ReadonlyMap<ContractKey, readonly CountedPart[]>;

type Counted = Pick<CountedPart, "row" | "money">;

// Rows without a day count on every day, so they come first; on one day money is taken before it is given back.
function byDay(a: Counted, b: Counted): number {
  const [first, second] = [a.row.values.repaidOn ?? "", b.row.values.repaidOn ?? ""];
  if (first !== second) return first < second ? -1 : 1;
  return Number(isTaken(b.money)) - Number(isTaken(a.money));
}

function partsOn(loans: readonly SheetRow[], rows: readonly Counted[]): readonly CountedPart[] {
  const account = openAccount(loans);
  let before = new Map<SheetRow, Fen>();
  let taken = zeroFen;
  return [...rows].sort(byDay).map(({ row, money }) => {
    enter(account, row, money);
    const paid = paidOf(account);
    const now = new Map<SheetRow, Fen>();
    shareOut(loans, paid.repaid, now);
    const repaid = new Map(loans.map((loan) => [loan, subtractFen(now.get(loan) ?? zeroFen, before.get(loan) ?? zeroFen)]));
    const part = { row, money, taken: subtractFen(paid.taken, taken), repaid };
    [before, taken] = [now, paid.taken];
    return part;
  });
}

/**
 * The parts of all counted rows by contract, in the order of their days. Their sums are what the booking says; the parts up to any earlier day
 * add up to what it says on that day.
 */
export function countedParts({ contracts }: RosterIndex, { counted, contractOf, moneyOf }: Booking): PartsByContract {
  const rows = counted.flatMap((row): Counted[] => {
    const money = moneyOf.get(row);
    return money ? [{ row, money }] : [];
  });
  const byContract = groupBy(rows, ({ row }) => contractOf.get(row));
  return new Map([...byContract].map(([identity, own]) => [identity, partsOn(contracts.get(identity)?.rows ?? [], own)]));
}
