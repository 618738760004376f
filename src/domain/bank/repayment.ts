// Repayment (还款): booking what the bank has taken on the contracts of the season, each payment once, whatever was imported twice.
import type { Day } from "../values/day";
import type { SheetRow } from "../record/field";
import { addFen, type Fen, fen, minFen, subtractFen, sumFen, zeroFen } from "../values/money";
import { type PaymentMoney, type PaymentWord, paymentSheets, paymentWord, sourceOf, type SheetColumns, type UncountedWhy } from "./payment";
import type { ContractKey } from "../identity/keys";
import { paidContract } from "../identity/payment-match";
import type { RosterIndex } from "../identity/roster-index";
import { type Statement, withoutDuplicates } from "./payment-once";

/** What the bank has taken on one contract. */
export interface Paid {
  /** Never more than the contract's due, never less than nothing. */
  readonly repaid: Fen;
  /** As the bank's rows add up: may exceed the due (overpaid, early repayment of principal) or be negative (reversed too often). */
  readonly taken: Fen;
  /** The part of `taken` that comes from early-repayment sheets (提前还款), which have no result column. */
  readonly early: Fen;
  /** The day of the latest payment; absent when no row is dated. */
  readonly lastOn?: Day;
}

/** A bank row that belongs to no contract of the list (不在名单), with the money it would have been; nothing for a failed deduction. */
export interface UnmatchedPayment {
  readonly row: SheetRow;
  readonly amount: Fen;
}

/** All bank sheets booked: every row is counted, a duplicate, ignored for a reason, or unmatched. */
export interface Booking {
  readonly byContract: ReadonlyMap<ContractKey, Paid>;
  /** What each row of the list has got; two rows with one contract number share its money in their order. */
  readonly byLoan: ReadonlyMap<SheetRow, Fen>;
  /** The contract of each row that found one. */
  readonly contractOf: ReadonlyMap<SheetRow, ContractKey>;
  readonly counted: readonly SheetRow[];
  /** What each counted row says. */
  readonly moneyOf: ReadonlyMap<SheetRow, PaymentMoney>;
  readonly unmatched: readonly UnmatchedPayment[];
  readonly duplicates: readonly { readonly row: SheetRow; readonly of: SheetRow }[];
  readonly ignored: readonly { readonly row: SheetRow; readonly why: UncountedWhy }[];
  /** What was taken beyond the dues, over all contracts. */
  readonly surplus: Fen;
  /** What was given back beyond all that was taken, over all contracts; nothing in sound sheets. */
  readonly shortfall: Fen;
}

/** Two fen: what rounding principal and interest apart may leave (docs/facts.md D27). */
export const roundingTolerance = 2;

/** What a contract row owes this season (应还合计): as stated, else its principal, interest and penalty; undefined when none can be read. */
export function dueOf(loan: SheetRow): Fen | undefined {
  const { due, principal, interest, penalty } = loan.values;
  if (due !== undefined) return due;
  return principal === undefined && interest === undefined ? undefined : sumFen([principal, interest, penalty]);
}

// A negative due is an error finding; here it must not eat up another row's money.
const atLeastNothing = (amount: Fen | undefined) => (amount === undefined || amount < 0 ? zeroFen : amount);

const moneyOf = (word: PaymentWord) => ("amount" in word && typeof word.amount === "number" ? word.amount : zeroFen);

/** What the bank's rows have come to on one contract so far; one row after another is entered. */
export interface Account {
  readonly due: Fen;
  /** How often the bank said "the whole due" without an amount, less how often it took that back. */
  fullDues: number;
  stated: Fen;
  early: Fen;
  lastOn?: Day;
}

/** The account of a contract, nothing entered yet. */
export function openAccount(loans: readonly SheetRow[]): Account {
  return { due: sumFen(loans.map((loan) => atLeastNothing(dueOf(loan)))), fullDues: 0, stated: zeroFen, early: zeroFen };
}

/** Enters a row into the account of its contract. */
export function enter(account: Account, row: SheetRow, { amount, isEarly }: PaymentMoney): void {
  if (typeof amount === "string") account.fullDues += amount === "whole" ? 1 : -1;
  else account.stated = addFen(account.stated, amount);
  if (typeof amount === "number" && isEarly) account.early = addFen(account.early, amount);
  const { repaidOn } = row.values;
  const isTaken = typeof amount === "string" ? amount === "whole" : amount > 0;
  if (isTaken && repaidOn !== undefined && repaidOn > (account.lastOn ?? "")) account.lastOn = repaidOn;
}

// "The whole due" said twice, or beside amounts, is no overpayment: it only says that nothing is left.
function takenOf({ due, fullDues, stated }: Account): Fen {
  if (fullDues > 0) return stated > due ? stated : due;
  return fullDues < 0 ? subtractFen(stated, due) : stated;
}

/** What an account has come to. */
export function paidOf(account: Account): Paid {
  const taken = takenOf(account);
  const { due, early, lastOn } = account;
  return { repaid: atLeastNothing(minFen(taken, due)), taken, early, ...(lastOn === undefined ? {} : { lastOn }) };
}

/** Shares what was repaid on a contract among its rows of the list, in their order, each up to its due. */
export function shareOut(loans: readonly SheetRow[], repaid: Fen, shares: Map<SheetRow, Fen>): void {
  let rest = repaid;
  for (const loan of loans) {
    const share = minFen(rest, atLeastNothing(dueOf(loan)));
    shares.set(loan, share);
    rest = subtractFen(rest, share);
  }
}

// A book without a bank's sheet, as all of them are until December.
const nothingBooked: Booking = {
  byContract: new Map(),
  byLoan: new Map(),
  contractOf: new Map(),
  counted: [],
  moneyOf: new Map(),
  unmatched: [],
  duplicates: [],
  ignored: [],
  surplus: zeroFen,
  shortfall: zeroFen,
};

/**
 * Books the rows of the bank's sheets on the contracts of the list, as they stand on the as-of day. Importing a batch twice, in the same or in
 * another sheet, changes no figure; neither does the order of rows or sheets. See `paymentWord` for what counts as money.
 * @param sheets the columns of the bank's sheets, so that an empty result or amount column is told from none; see `paymentSheets`
 */
export function bookPayments(index: RosterIndex, payments: readonly SheetRow[], asOf: Day, sheets: readonly SheetColumns[] = []): Booking {
  if (payments.length === 0) return nothingBooked;
  const understood = paymentSheets(payments, sheets);
  const statements = payments.map((row): Statement => {
    const sheet = understood.get(sourceOf(row));
    if (!sheet) throw new RangeError("a payment of no sheet");
    return { row, identity: paidContract(row, index), word: paymentWord(row, sheet, asOf) };
  });
  const { once, duplicates } = withoutDuplicates(statements);
  const accounts = new Map<ContractKey, Account>();
  const contractOf = new Map(
    once.flatMap(({ row, identity }): [SheetRow, ContractKey][] => (identity === undefined ? [] : [[row, identity]])),
  );
  const entered = new Map<SheetRow, PaymentMoney>();
  const unmatched: UnmatchedPayment[] = [];
  const ignored: { row: SheetRow; why: UncountedWhy }[] = [];
  for (const { row, identity, word } of once) {
    const own = identity === undefined ? [] : (index.contracts.get(identity)?.rows ?? []);
    const why =
      "why" in word ? word.why : typeof word.amount === "string" && own.some((loan) => dueOf(loan) === undefined) && "amount-missing";
    if (why && (identity !== undefined || why === "later")) ignored.push({ row, why });
    else if (identity === undefined) unmatched.push({ row, amount: moneyOf(word) });
    else if ("amount" in word) {
      const account = accounts.get(identity) ?? openAccount(own);
      accounts.set(identity, account);
      enter(account, row, word);
      entered.set(row, word);
    }
  }
  const counted = { counted: [...entered.keys()], moneyOf: entered };
  return { ...closeAccounts(accounts, index), contractOf, ...counted, unmatched, duplicates, ignored };
}

function closeAccounts(
  accounts: ReadonlyMap<ContractKey, Account>,
  { contracts }: RosterIndex,
): Pick<Booking, "byContract" | "byLoan" | "surplus" | "shortfall"> {
  const byContract = new Map<ContractKey, Paid>();
  const byLoan = new Map<SheetRow, Fen>();
  const surplus: Fen[] = [];
  const shortfall: Fen[] = [];
  for (const [identity, account] of accounts) {
    const paid = paidOf(account);
    byContract.set(identity, paid);
    shareOut(contracts.get(identity)?.rows ?? [], paid.repaid, byLoan);
    surplus.push(atLeastNothing(subtractFen(paid.taken, account.due)));
    shortfall.push(atLeastNothing(fen(-paid.taken)));
  }
  return { byContract, byLoan, surplus: sumFen(surplus), shortfall: sumFen(shortfall) };
}

/** The day of the newest bank row up to a day: how fresh the bank's word is; undefined without any. */
export function newestDay(payments: readonly SheetRow[], upTo: Day): Day | undefined {
  return payments.reduce<Day | undefined>((newest, { values: { repaidOn } }) => {
    return repaidOn === undefined || repaidOn > upTo || (newest !== undefined && newest >= repaidOn) ? newest : repaidOn;
  }, undefined);
}
