// The records of an invented county: schools, borrowers, contracts and bank batches, before they become sheets.
import type { Day } from "../domain/values/day";
import type { Fen } from "../domain/values/money";

/** A school (责任学校) with its people; all of them invented. */
export interface SampleSchool {
  readonly name: string;
  /** Two digits, the order in the table 附件2. */
  readonly code: string;
  /** What people call it (学校简称). */
  readonly alias: string;
  readonly headmaster: string;
  readonly leader: string;
  readonly leaderPhone: string;
  readonly contact: string;
  readonly contactPhone: string;
  readonly reportedOn: Day;
  /** The member of the aid centre who looks after the school (包联人). */
  readonly liaison: string;
  readonly liaisonPhone: string;
}

/** One line of 附件2: a whole township, a village of it, or a middle school; "" where not restricted. */
export interface SampleTerritory {
  readonly township: string;
  readonly village: string;
  readonly middleSchool: string;
  readonly school: string;
}

/** The parent who signed too (共同借款人). */
export interface SampleCoBorrower {
  readonly name: string;
  readonly citizenId: string;
  readonly phone: string;
  readonly relation: string;
}

/** One contract (合同): one row of the list. */
export interface SampleContract {
  readonly contractNo: string;
  readonly loanYear: number;
  readonly loanAmount: Fen;
  readonly balance: Fen;
  /** 0 in the grace period (宽限期). */
  readonly principal: Fen;
  readonly interest: Fen;
  readonly due: Fen;
  readonly maturity: Day;
}

/** One borrower (借款学生) with all contracts that fall due. */
export interface SamplePerson {
  readonly name: string;
  readonly citizenId: string;
  readonly gender: "男" | "女";
  readonly phone: string;
  readonly university: string;
  readonly graduation: Day;
  readonly coBorrower: SampleCoBorrower;
  readonly address: string;
  readonly township: string;
  readonly village: string;
  readonly middleSchool: string;
  readonly channel: string;
  readonly alipayAccount: string;
  /** The school written by hand in 责任学校; "" for nearly everybody. */
  readonly handSchool: string;
  /** The school that answers for the person, by hand > village > township > middle school. */
  readonly school: string;
  readonly contracts: readonly SampleContract[];
}

/** What the bank says about one contract (扣款结果). */
export interface SampleDeduction {
  readonly contractNo: string;
  readonly name: string;
  readonly citizenId: string;
  readonly on: Day;
  /** What the bank tried to take. */
  readonly amount: Fen;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly result: "成功" | "部分" | "失败" | "余额不足";
}

/** One sheet from the bank. */
export interface SampleBatch {
  readonly sheet: string;
  readonly batch: string;
  readonly deductions: readonly SampleDeduction[];
}

/** Persons and sums that 设置 holds as control totals. */
export interface SampleTotals {
  readonly persons: number;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly due: Fen;
}

/** The whole invented county of one season. */
export interface County {
  readonly seed: number;
  readonly totals: SampleTotals;
  readonly schools: readonly SampleSchool[];
  readonly territories: readonly SampleTerritory[];
  readonly persons: readonly SamplePerson[];
  readonly batches: readonly SampleBatch[];
}
