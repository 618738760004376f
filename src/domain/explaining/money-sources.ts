// Money sources: the cells of the list and of the bank's sheets that what one person owes and has repaid is made of.
import type { FieldId, SheetRow } from "../record/field";
import type { Person } from "../record/person";
import { sumFen } from "../values/money";
import { dueOf } from "../bank/repayment";
import type { PaymentMoney } from "../bank/payment";
import type { CountedPart, PartsByContract } from "../bank/counted-parts";
import { contractIdentity } from "../identity/keys";
import { type CauseKind, type Source, sourceIn, spread } from "./source";

/** The cells of these fields of a row that hold money. */
export function moneyCells(row: SheetRow, fields: readonly FieldId[]): readonly Source[] {
  return fields.flatMap((field): Source[] => {
    const amount = row.values[field];
    return typeof amount === "number" && amount !== 0 ? [sourceIn(row, field, amount)] : [];
  });
}

/** The cells that say what a contract owes: 应还合计, else what it is the sum of. */
export function dueCells(loan: SheetRow): readonly Source[] {
  return moneyCells(loan, loan.values.due === undefined ? ["principal", "interest", "penalty"] : ["due"]);
}

/** What a bank row did: took money by deduction or by early repayment, or gave it back. */
export function causeOf({ amount, isEarly }: PaymentMoney): CauseKind {
  if (amount === "whole-back" || (typeof amount === "number" && amount < 0)) return "reversed";
  return isEarly ? "early" : "deducted";
}

/** The cells that say how much a bank row is about: its total, else its parts. */
export function amountCells(row: SheetRow): readonly Source[] {
  return moneyCells(row, row.values.repaid === undefined ? ["repaidPrincipal", "repaidInterest"] : ["repaid"]);
}

// A result without an amount means the contract's due, so that the cell of the due is what it rests on.
function cellsOf({ row, money }: CountedPart, loans: readonly SheetRow[]): readonly Source[] {
  return typeof money.amount === "string" ? loans.flatMap(dueCells) : amountCells(row);
}

const tellingField = ({ values }: SheetRow): FieldId =>
  (["deductionResult", "contractNo", "citizenId"] as const).find((field) => values[field] !== undefined) ?? "name";

/** An amount of a bank row laid on the cells that it rests on, dated and with its cause. */
function bankSources(part: CountedPart, loans: readonly SheetRow[], amount: number): readonly Source[] {
  const { repaidOn } = part.row.values;
  const contractNo = loans[0]?.values.contractNo;
  const cells = cellsOf(part, loans);
  // Of a due that is nothing there is no cell: what the row then changes rests on the row itself.
  const sources = cells.length > 0 || amount === 0 ? spread(amount, cells) : [sourceIn(part.row, tellingField(part.row), amount)];
  return sources.map((source) => ({
    ...source,
    ...(contractNo === undefined ? {} : { contractNo }),
    ...(repaidOn === undefined ? {} : { on: repaidOn }),
    cause: causeOf(part.money),
  }));
}

/** The cells that everything the bank has taken is made of, whatever was due. */
export function takenSources(parts: PartsByContract): readonly Source[] {
  return [...parts.values()].flat().flatMap((part) => bankSources(part, [...part.repaid.keys()], part.taken));
}

/** The cells of what the bank has taken on a contract beyond its due, or, below nothing, has given back beyond what it took. */
export function excessSources(parts: readonly CountedPart[]): readonly Source[] {
  return parts.flatMap((part) => bankSources(part, [...part.repaid.keys()], part.taken - sumFen(part.repaid.values())));
}

/** The cells that what was repaid on one row of the list is made of. */
export function loanRepaidSources(loan: SheetRow, parts: PartsByContract): readonly Source[] {
  return (parts.get(contractIdentity(loan)) ?? []).flatMap((part) => bankSources(part, [loan], part.repaid.get(loan) ?? 0));
}

/** A moment at which a person became settled (1) or owed again (-1), and the bank row that did it. */
export interface Turn {
  readonly amount: 1 | -1;
  readonly part: CountedPart;
  readonly loan: SheetRow;
}

const dayOf = ({ part }: { readonly part: CountedPart }) => part.row.values.repaidOn ?? "";

/** Whether a person owes nothing before any payment, and every turn after it, in the order of days. */
export function turnsOf(
  { loans }: Person,
  parts: PartsByContract,
): { readonly isSettledAtFirst: boolean; readonly turns: readonly Turn[] } {
  const left = new Map(loans.map((loan) => [loan, dueOf(loan)]));
  const isSettled = () => loans.every((loan) => (dueOf(loan) ?? -1) >= 0 && (left.get(loan) ?? 0) <= 0);
  const isSettledAtFirst = isSettled();
  const moves = loans
    .flatMap((loan) => (parts.get(contractIdentity(loan)) ?? []).map((part) => ({ part, loan })))
    .sort((a, b) => (dayOf(a) === dayOf(b) ? 0 : dayOf(a) < dayOf(b) ? -1 : 1));
  let was = isSettledAtFirst;
  const turns = moves.flatMap(({ part, loan }): Turn[] => {
    left.set(loan, ((left.get(loan) ?? 0) - (part.repaid.get(loan) ?? 0)) as NonNullable<ReturnType<typeof dueOf>>);
    const is = isSettled();
    const turn = is === was ? [] : [{ amount: is ? (1 as const) : (-1 as const), part, loan }];
    was = is;
    return turn;
  });
  return { isSettledAtFirst, turns };
}

/** The cell to cite for a bank row as a whole: its amount, else its result, which without an amount stands for the due. */
export function rowSource({ row, money }: CountedPart, loan: SheetRow, amount: number): Source {
  const { repaid, repaidPrincipal, repaidOn } = row.values;
  const field =
    repaid !== undefined
      ? "repaid"
      : typeof money.amount === "string"
        ? "deductionResult"
        : repaidPrincipal !== undefined
          ? "repaidPrincipal"
          : "repaidInterest";
  const { contractNo } = loan.values;
  return {
    ...sourceIn(row, field, amount, contractNo === undefined ? {} : { contractNo }),
    ...(repaidOn === undefined ? {} : { on: repaidOn }),
    cause: causeOf(money),
  };
}
