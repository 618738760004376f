// Facts of loan policy (政策包): what one change of policy laid down, for which years, by which paper, and whether anybody has confirmed it.
import type { Fen } from "../values/money";

/** The ways to pay (还款渠道) that a letter may name. */
export const payWays = ["alipay", "card", "relatives"] as const;

/** A way to pay: from the loan's Alipay account, by debit card at a county centre, by anybody else through Alipay. */
export type PayWay = (typeof payWays)[number];

/** What a fact may be about, with its value. The first four go by the year of the loan, the others by the year of the season. */
export interface PolicyValues {
  /** The most that one year's loan may be (年度贷款上限). */
  readonly yearlyCap: { readonly undergraduate: Fen; readonly graduate: Fen };
  /** Years after graduation in which no principal is due (还本宽限期). */
  readonly grace: number;
  /** Years from the first loan to maturity (贷款期限): at most `longest`, and studies and so many years where that is laid down. */
  readonly term: { readonly longest: number; readonly beyondStudies?: number };
  /** How interest is set (利率): the benchmark or the LPR of the same term, and hundredths of a percent more or less. */
  readonly rate: { readonly base: "benchmark" | "lpr"; readonly points: number };
  /** The day of the year on which instalments and interest are due, `MM-DD`. */
  readonly dueDate: string;
  readonly payWays: readonly PayWay[];
  /** The interest due within the year is remitted (免息) to whoever had graduated by the end of this year. */
  readonly waivedInterest: { readonly graduatedBy: number };
  /** The principal due within the year may be put off by so many years (本金延期), on request. */
  readonly deferredPrincipal: { readonly graduatedBy: number; readonly years: number };
}

/** What a fact is about. */
export type PolicySubject = keyof PolicyValues;

/** The papers that facts rest on; docs/policy.md §1 names them. */
export type PolicySource =
  | "before-2014"
  | "finance-2014-180"
  | "education-2015-7"
  | "education-2020-4"
  | "finance-2021-164"
  | "relief-2022"
  | "finance-2023-66"
  | "relief-2023"
  | "finance-2024-188"
  | "relief-2024"
  | "finance-2025-69"
  | "loan-system"
  | "notice-2019"
  | "settings";

/** One value with the years for which it holds, both included; without `to` until another fact takes its place. */
export interface PolicyFact<S extends PolicySubject = PolicySubject> {
  readonly about: S;
  readonly value: PolicyValues[S];
  readonly from: number;
  readonly to?: number;
  readonly source: PolicySource;
  /** False: 待核实. Rules may be lenient by it; nothing that a family reads rests on it. */
  readonly isConfirmed: boolean;
}

/** A fact about any subject, its value fitting. */
export type AnyPolicyFact = { [S in PolicySubject]: PolicyFact<S> }[PolicySubject];
