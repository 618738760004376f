// Amount rules: can every amount be relied on, and do principal, interest, total, balance and loan agree with one another.
import { type Fen, groupedYuan, subtractFen, sumFen, zeroFen } from "../../values/money";
import type { FieldId, FieldValues, MoneyField, SheetRow } from "../../record/field";
import { dueOf, roundingTolerance } from "../../bank/repayment";
import type { Fault, Rule } from "../rule";
import { firstRow, isBlank, yearIn } from "./evidence";
import { implausibleAmount } from "../../standing/stop";
import { waiverOf } from "../../standing/waiver";
import { groupBy } from "../../values/group-by";

const parts = ["principal", "interest", "due"] as const satisfies readonly MoneyField[];
const allAmounts = [
  ...parts,
  "loanAmount",
  "balance",
  "overduePrincipal",
  "overdueInterest",
  "penalty",
] as const satisfies readonly MoneyField[];

// Some lists put penalty, or all that is overdue, into the total; any of these sums may be what the total means.
function sumGap({ principal, interest, due, penalty, overduePrincipal, overdueInterest }: FieldValues): Fen | undefined {
  if (principal === undefined || interest === undefined || due === undefined) return undefined;
  if (principal + interest === due) return zeroFen;
  const plain = sumFen([principal, interest]);
  const sums = [plain, sumFen([plain, penalty]), sumFen([plain, overduePrincipal, overdueInterest, penalty])];
  const gaps = sums.map((sum) => subtractFen(due, sum));
  return gaps.find((gap) => gap === 0) ?? gaps.find((gap) => Math.abs(gap) <= roundingTolerance) ?? gaps[0];
}

function gapFault(values: FieldValues, gap: Fen): Fault {
  const expected = sumFen([values.principal, values.interest]);
  return {
    field: "due",
    params: {
      value: groupedYuan(values.due ?? expected),
      principal: groupedYuan(values.principal ?? expected),
      interest: groupedYuan(values.interest ?? expected),
      expected: groupedYuan(expected),
      difference: groupedYuan(Math.abs(gap) as Fen),
    },
  };
}

function aboveFault(values: FieldValues, field: MoneyField, other: MoneyField): Fault | undefined {
  const [amount, limit] = [values[field], values[other]];
  if (amount === undefined || limit === undefined || amount <= limit) return undefined;
  return { field, params: { value: groupedYuan(amount), limit: groupedYuan(limit) } };
}

/** The one of principal, interest and total that is blank beside the two others, with the amount that these imply. */
function blankPart(row: SheetRow): { readonly field: FieldId; readonly implied?: Fen } | undefined {
  const { principal, interest, due } = row.values;
  if (principal !== undefined && interest !== undefined && due !== undefined) return undefined;
  const blank = parts.filter((field) => isBlank(row, field));
  const [field] = blank;
  if (!field || blank.length === parts.length) return undefined;
  const known = parts.filter((part) => row.values[part] !== undefined).length;
  if (blank.length > 1 || known < 2) return { field };
  if (field === "due") return { field, implied: sumFen([principal, interest]) };
  return { field, implied: subtractFen(due ?? zeroFen, (field === "principal" ? interest : principal) ?? zeroFen) };
}

/** The rules over one row's amounts, in report order. */
export const amountRules = [
  {
    code: "amounts-missing",
    severity: "error",
    scope: "row",
    reads: [],
    check: ({ principal, due }, { columnsOf }, row) => {
      if (principal !== undefined || due !== undefined) return undefined;
      const columns = columnsOf(row);
      const present = parts.filter((field) => columns.has(field));
      const [field] = present;
      return field && present.every((part) => isBlank(row, part)) ? { field } : undefined;
    },
    good: [{}, { principal: "", interest: 294, due: 294 }, { principal: "待查", interest: "", due: "" }],
    bad: [
      { principal: "", interest: "", due: "" },
      { principal: "-", interest: "/", due: "无" },
    ],
  },
  {
    code: "amount-missing",
    severity: "warning",
    scope: "row",
    reads: parts,
    check: (_, __, row) => {
      const blank = blankPart(row);
      if (!blank || blank.implied === 0) return undefined;
      return blank.implied === undefined
        ? { field: blank.field, params: { expected: "" } }
        : { field: blank.field, params: { expected: groupedYuan(blank.implied) } };
    },
    good: [{}, { principal: "", due: 294 }, { principal: 0, due: 294 }, { principal: "", interest: "", due: "" }],
    bad: [{ principal: "" }, { interest: "" }, { due: "" }, { principal: "", interest: "" }],
  },
  {
    code: "amount-negative",
    severity: "error",
    scope: "row",
    reads: [],
    check: (values) => {
      const field = allAmounts.find((candidate) => (values[candidate] ?? 0) < 0);
      return field && { field, params: { value: groupedYuan(values[field] ?? zeroFen) } };
    },
    good: [{}, { principal: 0, due: 294 }],
    bad: [{ principal: -1200, due: -906 }, { interest: "(294.00)", due: 906 }, { balance: -1 }, { penalty: -0.01 }],
  },
  {
    code: "due-not-sum",
    severity: "error",
    scope: "row",
    reads: parts,
    check: (values) => {
      const gap = sumGap(values);
      return gap !== undefined && Math.abs(gap) > roundingTolerance ? gapFault(values, gap) : undefined;
    },
    good: [{}, { due: 1494.02 }, { principal: 0, due: 294 }, { penalty: 5.5, overduePrincipal: 300, due: 1499.5 }],
    bad: [{ due: 1494.03 }, { due: 1200 }, { principal: 0 }, { interest: 300 }],
  },
  {
    code: "due-rounding",
    severity: "warning",
    scope: "row",
    reads: parts,
    check: (values) => {
      const gap = sumGap(values) ?? 0;
      return gap !== 0 && Math.abs(gap) <= roundingTolerance ? gapFault(values, gap as Fen) : undefined;
    },
    good: [{}, { due: 1494.03 }],
    bad: [{ due: 1494.01 }, { due: 1493.98 }],
  },
  {
    code: "nothing-due",
    severity: "info",
    scope: "row",
    reads: ["due"],
    check: (_, __, row) => (dueOf(row) === 0 ? { field: "due" } : undefined),
    good: [{}, { principal: 0, due: 294 }],
    bad: [{ principal: 0, interest: 0, due: 0, balance: 0 }],
  },
  {
    // It cannot be right, and a letter would ask a family for it: it waits until the centre has decided.
    code: "amount-too-large",
    stops: true,
    severity: "warning",
    scope: "row",
    reads: [],
    check: (values) => {
      const found = implausibleAmount(values);
      return found && { field: found.field, params: { value: groupedYuan(found.amount) } };
    },
    good: [{}],
    bad: [
      { principal: 120_000, due: 120_294 },
      { interest: "2.94万", due: 149_400 },
    ],
  },
  {
    code: "principal-above-balance",
    severity: "warning",
    scope: "row",
    reads: ["principal", "balance"],
    check: (values) => aboveFault(values, "principal", "balance"),
    good: [{}, { balance: 1200 }, { balance: "" }],
    bad: [{ balance: 1199.99 }],
  },
  {
    code: "principal-above-loan",
    severity: "warning",
    scope: "row",
    reads: ["principal", "loanAmount"],
    check: (values) => aboveFault(values, "principal", "loanAmount"),
    good: [{}, { loanAmount: "" }],
    bad: [{ loanAmount: 1000, balance: 1000 }],
  },
  {
    code: "balance-above-loan",
    severity: "warning",
    scope: "row",
    reads: ["balance", "loanAmount"],
    check: (values) => aboveFault(values, "balance", "loanAmount"),
    good: [{}],
    bad: [{ balance: 6000.01 }],
  },
  {
    code: "loan-amount-unusual",
    severity: "warning",
    scope: "row",
    reads: ["loanAmount"],
    check: ({ loanAmount, loanYear }, { seasonYear, policy }) => {
      // The most that one year's loan could be, by the year it was granted (docs/policy.md §2).
      const cap = policy.yearlyCap(yearIn(loanYear) ?? seasonYear);
      if (loanAmount === undefined || loanAmount < 0 || (loanAmount >= 100_000 && loanAmount <= cap)) return undefined;
      return { field: "loanAmount", params: { value: groupedYuan(loanAmount), limit: groupedYuan(cap) } };
    },
    good: [{}, { loanYear: "2015", loanAmount: 8000 }, { loanYear: "2018", loanAmount: 12000 }, { loanAmount: "" }],
    bad: [
      { loanYear: "2013", loanAmount: 8000 },
      { loanAmount: 600, balance: 600, principal: 0, due: 294 },
      { loanYear: "2015", loanAmount: 24000 },
    ],
  },
  {
    code: "interest-zero",
    severity: "warning",
    scope: "row",
    reads: ["interest", "balance"],
    check: ({ interest, balance = 0 }, { policy, waiverIn }, row) =>
      interest === 0 && balance > 0 && waiverOf(row, { policy, waiverIn }) === undefined
        ? { field: "interest", params: { balance: groupedYuan(balance as Fen) } }
        : undefined,
    good: [
      {},
      { principal: 0, interest: 0, due: 0, balance: 0 },
      { interest: 0, due: 1200, note: "本年利息已免除" },
      { interest: 0, due: 1200, waiver: "免息" },
    ],
    bad: [{ interest: 0, due: 1200 }],
  },
  {
    // Penalty runs on overdue principal alone (docs/facts.md §6.3).
    code: "penalty-without-overdue",
    severity: "warning",
    scope: "row",
    reads: ["penalty", "overduePrincipal"],
    check: ({ penalty = 0, overduePrincipal }, _, row) =>
      penalty > 0 && (overduePrincipal === 0 || isBlank(row, "overduePrincipal"))
        ? { field: "penalty", params: { value: groupedYuan(penalty as Fen) } }
        : undefined,
    good: [{}, { penalty: 3.2, overduePrincipal: 400 }, { penalty: 0, overduePrincipal: 0 }],
    bad: [
      { penalty: 3.2, overduePrincipal: 0 },
      { penalty: 3.2, overduePrincipal: "" },
    ],
  },
  {
    // A whole sheet of dues below 10 yuan was typed in 万元 (docs/facts.md D28).
    code: "amounts-in-other-unit",
    severity: "warning",
    scope: "roster",
    check: ({ rows }) =>
      [...groupBy(rows, (row) => row.place.sheet).values()].flatMap((sheet) => {
        const dues = sheet.map((row) => dueOf(row) ?? 0).filter((due) => due > 0);
        const first = firstRow(sheet);
        return first && dues.length >= 5 && dues.every((due) => due < 1000)
          ? [{ row: first, field: "due" as const, params: { count: dues.length } }]
          : [];
      }),
    good: [{}, Array.from({ length: 6 }, (_, index) => (index === 0 ? {} : { principal: 0.12, interest: 0.03, due: 0.15 }))],
    bad: [Array.from({ length: 5 }, () => ({ principal: 0.12, interest: 0.03, due: 0.15 }))],
  },
] as const satisfies readonly Rule[];
