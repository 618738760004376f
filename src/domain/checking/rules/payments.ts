// Payment rules: rows of the bank's sheets that are counted differently from what one might expect, or not at all (docs/facts.md D49, D50).
import type { FieldId, SheetRow } from "../../record/field";
import { groupedYuan, sumFen } from "../../values/money";
import { dueOf } from "../../bank/repayment";
import { type ContractKey, contractIdentity, numberedContract } from "../../identity/keys";
import type { RowFault, Rule, RuleContext } from "../rule";
import { firstRow, masked, soundId } from "./evidence";
import { groupBy } from "../../values/group-by";

const keyField = (row: SheetRow): FieldId =>
  (["contractNo", "citizenId", "name"] as const).find((field) => row.values[field] !== undefined) ?? "contractNo";
const amountField = (row: SheetRow): FieldId =>
  (["repaid", "repaidPrincipal", "repaidInterest"] as const).find((field) => row.values[field] !== undefined) ?? "repaid";
const keyValue = (row: SheetRow) => {
  const value = String(row.values[keyField(row)] ?? "");
  return keyField(row) === "citizenId" ? masked(value) : value;
};

const numberIn = ({ values: { contractNo } }: SheetRow) => (contractNo === undefined ? undefined : numberedContract(contractNo));

/** The contract of a loan if the bank's sheets name it. */
function paidContract(loan: SheetRow, paying: ReadonlyMap<ContractKey, unknown>): ContractKey | undefined {
  const identity = contractIdentity(loan);
  return paying.has(identity) ? identity : undefined;
}

function uncounted({ booking }: RuleContext, wanted: string, field: FieldId): readonly RowFault[] {
  return booking.ignored.flatMap(({ row, why }) => (why === wanted ? [{ row, field, params: { value: keyValue(row) } }] : []));
}

/** The rules over the bank's rows, in report order. */
export const paymentRules = [
  {
    code: "payment-not-on-list",
    severity: "warning",
    scope: "roster",
    examplesIn: "repayments",
    check: (_, { booking }) => booking.unmatched.map(({ row }) => ({ row, field: keyField(row), params: { value: keyValue(row) } })),
    good: [{}],
    bad: [{ contractNo: "6105262013999999" }],
  },
  {
    code: "payment-repeated",
    severity: "info",
    scope: "roster",
    examplesIn: "repayments",
    check: (_, { booking }) =>
      booking.duplicates.map(({ row, of }) => ({
        row,
        field: keyField(row),
        params: { value: keyValue(row), sheet: of.place.sheet, other: of.place.row },
      })),
    good: [[{}, { repaidOn: "2019-11-21" }]],
    bad: [[{}, {}]],
  },
  {
    code: "payment-reversed",
    severity: "info",
    scope: "roster",
    examplesIn: "repayments",
    check: (_, { payments }) =>
      payments.flatMap((row) => {
        const { deductionResult, repaid = sumFen([row.values.repaidPrincipal, row.values.repaidInterest]) } = row.values;
        return deductionResult === "reversed" || repaid < 0
          ? [{ row, field: amountField(row), params: { value: groupedYuan(repaid) } }]
          : [];
      }),
    good: [{}],
    bad: [{ repaid: -1494 }, { deductionResult: "冲正" }],
  },
  {
    code: "payment-above-due",
    severity: "info",
    scope: "roster",
    examplesIn: "repayments",
    check: ({ rows }, { payments, booking }) => {
      if (payments.length === 0) return [];
      const paying = groupBy(payments, numberIn);
      const loans = groupBy(rows, (row) => paidContract(row, paying));
      return [...loans].flatMap(([identity, own]) => {
        const [paid, due, row] = [booking.byContract.get(identity), sumFen(own.map(dueOf)), firstRow(paying.get(identity) ?? [])];
        return paid && row && paid.early === 0 && paid.taken > due
          ? [{ row, field: amountField(row), params: { value: groupedYuan(paid.taken), limit: groupedYuan(due) } }]
          : [];
      });
    },
    good: [{}, { repaid: 1000, deductionResult: "部分" }],
    bad: [{ repaid: 1500 }],
  },
  {
    code: "payment-amount-missing",
    severity: "warning",
    scope: "roster",
    examplesIn: "repayments",
    check: (_, context) => uncounted(context, "amount-missing", "repaid"),
    good: [{}, { repaid: "", deductionResult: "失败" }],
    bad: [{ repaid: "" }, { repaid: 0 }],
  },
  {
    code: "payment-day-missing",
    severity: "warning",
    scope: "roster",
    examplesIn: "repayments",
    check: (_, context) => uncounted(context, "day-missing", "repaidOn"),
    good: [{}],
    bad: [[{ repaidOn: "" }, {}]],
  },
  {
    code: "payment-in-future",
    severity: "info",
    scope: "roster",
    examplesIn: "repayments",
    check: (_, { payments, today }) => {
      const later = payments.filter(({ values }) => values.repaidOn !== undefined && values.repaidOn > today);
      return [...groupBy(later, (row) => row.place.sheet).values()].flatMap((rows) => {
        const row = firstRow(rows);
        return row ? [{ row, field: "repaidOn" as const, params: { value: row.values.repaidOn ?? "", count: rows.length, today } }] : [];
      });
    },
    good: [{}],
    bad: [{ repaidOn: "2020-11-20" }],
  },
  {
    code: "payment-before-season",
    severity: "warning",
    scope: "roster",
    examplesIn: "repayments",
    check: (_, { payments, seasonYear }) =>
      payments.flatMap((row) => {
        const { repaidOn } = row.values;
        const isEarlier = repaidOn !== undefined && Number(repaidOn.slice(0, 4)) < seasonYear;
        return isEarlier ? [{ row, field: "repaidOn" as const, params: { value: repaidOn, year: seasonYear } }] : [];
      }),
    good: [{}],
    bad: [{ repaidOn: "2018-12-20" }],
  },
  {
    // Anybody may pay for the borrower, so another number is worth a look and no more.
    code: "payment-other-id",
    severity: "info",
    scope: "roster",
    examplesIn: "repayments",
    check: ({ rows }, { payments }) => {
      if (payments.length === 0) return [];
      const paying = groupBy(payments, numberIn);
      const owners = groupBy(rows, (row) => paidContract(row, paying));
      return payments.flatMap((row) => {
        const number = numberIn(row);
        const own = (number && owners.get(number)) ?? [];
        const payer = soundId(row, "citizenId");
        const isOther = own.length > 0 && own.every((loan) => (soundId(loan, "citizenId") ?? payer) !== payer);
        return payer && isOther ? [{ row, field: "citizenId" as const, params: { value: masked(payer) } }] : [];
      });
    },
    good: [{}],
    bad: [{ citizenId: "612128196805124014" }],
  },
] as const satisfies readonly Rule[];
