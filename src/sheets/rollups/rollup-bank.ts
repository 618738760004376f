// The bank's sheets as booked: what became of every row, and the rows that somebody at the centre must look at.
import type { SheetRow } from "../../domain/record/field";
import { type Fen, subtractFen, sumFen, zeroFen } from "../../domain/values/money";
import type { UncountedWhy } from "../../domain/bank/payment";
import { dueOf } from "../../domain/bank/repayment";
import { type ContractKey, contractIdentity } from "../../domain/identity/keys";
import type { Standing } from "../../domain/standing/standing";
import type { FigurePart } from "./figures";
import { allOf, strange, taken } from "./row-figures";
import type { RollupInput } from "./rollup-input";

/** One line of the account of the bank's rows: how many, and for how much money where they are money. */
export interface BankLine {
  readonly label: string;
  readonly rows: readonly SheetRow[];
  readonly amount?: Fen;
  /** The cells of that money. */
  readonly money?: FigurePart;
  readonly remark: string;
}

const notTaken: readonly UncountedWhy[] = ["insufficient", "failed", "pending"];

/** What became of every row of the bank's sheets. */
export interface BankAccount {
  readonly lines: readonly BankLine[];
  /** All rows and, as amount, all money of rows that count or would count. */
  readonly total: Omit<Required<BankLine>, "remark">;
  readonly repaid: Fen;
}

/**
 * The account of the bank's rows.
 * @throws RangeError when what was taken is not what was repaid, the surplus and the shortfall together
 */
export function bankAccount({ booking, tally }: RollupInput): BankAccount {
  const { counted, duplicates, ignored, unmatched, surplus, shortfall } = booking;
  const all = sumFen([...booking.byContract.values()].map((paid) => paid.taken));
  const repaid = tally.county.repaid;
  if (all !== repaid + surplus - shortfall) throw new RangeError(`taken ${all} is not repaid ${repaid} + ${surplus} - ${shortfall}`);
  const ignoredFor = (holds: (why: UncountedWhy) => boolean) => ignored.flatMap(({ row, why }) => (holds(why) ? [row] : []));
  const strangers = sumFen(unmatched.map(({ amount }) => amount));
  const ofStrangers = strange(unmatched);
  const lines: readonly BankLine[] = [
    { label: "计入还款", rows: counted, amount: all, money: taken, remark: "成功、部分扣款和提前还款，冲正已减去" },
    {
      label: "未扣成",
      rows: ignoredFor((why) => notTaken.includes(why)),
      remark: "余额不足、扣款失败、处理中，不论金额栏如何填写都不计",
    },
    { label: "截止日之后", rows: ignoredFor((why) => why === "later"), remark: "下次汇总时计入" },
    {
      label: "待核流水",
      rows: ignoredFor((why) => why !== "later" && !notTaken.includes(why)),
      remark: "日期、金额或结果缺失或无法识别，明细见异常明细",
    },
    {
      label: "不在名单",
      rows: unmatched.map(({ row }) => row),
      amount: strangers,
      money: ofStrangers,
      remark: "合同不在本期名单，或无合同号且该人不止一笔合同，明细见异常明细",
    },
    { label: "重复流水", rows: duplicates.map(({ row }) => row), remark: "同一合同、日期、金额、结果和批次，只计一次" },
  ];
  const total = { label: "银行表合计", rows: lines.flatMap(({ rows }) => rows), amount: sumFen([all, strangers]) };
  return { lines, total: { ...total, money: allOf([taken, ofStrangers]) }, repaid };
}

/** A contract with its row and its person. */
export interface BankCase {
  readonly standing: Standing;
  readonly loan: SheetRow;
  readonly row?: SheetRow;
  readonly amount: Fen;
  readonly why?: UncountedWhy;
}

/** The contracts that the bank's sheets leave open: by identity, each with the person it belongs to. */
function contractsOf({ standings }: RollupInput): ReadonlyMap<ContractKey, Omit<BankCase, "amount">> {
  const contracts = new Map<ContractKey, Omit<BankCase, "amount">>();
  for (const standing of standings.values()) {
    for (const loan of standing.person.loans) {
      const identity = contractIdentity(loan);
      if (!contracts.has(identity)) contracts.set(identity, { standing, loan });
    }
  }
  return contracts;
}

/** What the centre must look at in the bank's sheets. */
export interface BankCases {
  /** Deductions that did not come off, latest row of each contract that still owes money. */
  readonly refused: readonly BankCase[];
  /** More taken than due, by contract. */
  readonly overpaid: readonly BankCase[];
  /** More given back than taken, by contract. */
  readonly reversed: readonly BankCase[];
}

/** The contracts of the list for which the bank's sheets say something unusual, in the order of the list. */
export function bankCases(input: RollupInput): BankCases {
  const { booking } = input;
  const refusedRows = new Map<ContractKey | undefined, { row: SheetRow; why: UncountedWhy }>();
  for (const { row, why } of booking.ignored) {
    if (why !== "insufficient" && why !== "failed") continue;
    const identity = booking.contractOf.get(row);
    const known = refusedRows.get(identity);
    if (!known || (row.values.repaidOn ?? "") >= (known.row.values.repaidOn ?? "")) refusedRows.set(identity, { row, why });
  }
  const refused: BankCase[] = [];
  const overpaid: BankCase[] = [];
  const reversed: BankCase[] = [];
  for (const [identity, found] of contractsOf(input)) {
    const paid = booking.byContract.get(identity);
    const left = subtractFen(dueOf(found.loan) ?? zeroFen, booking.byLoan.get(found.loan) ?? zeroFen);
    const failure = refusedRows.get(identity);
    if (failure && left > 0) refused.push({ ...found, ...failure, amount: left });
    const over = paid ? subtractFen(paid.taken, paid.repaid) : zeroFen;
    if (over > 0) overpaid.push({ ...found, amount: over });
    if (over < 0) reversed.push({ ...found, amount: over });
  }
  return { refused, overpaid, reversed };
}
