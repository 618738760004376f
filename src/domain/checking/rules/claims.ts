// Rules over what schools say was paid: money that is said to lie in the account holds letters back for a while, so it must be known since when.
import { isUndatedDeposit } from "../../standing/stop";
import type { Rule } from "../rule";

/** The rules over claims, in report order. */
export const claimRules = [
  {
    // It would hold letters back for ever, so it holds them until the centre has decided.
    code: "deposit-undated",
    stops: true,
    severity: "warning",
    scope: "roster",
    check: ({ rows }, { claims }) =>
      [...rows, ...claims].filter(isUndatedDeposit).map((row) => ({ row, field: "repaymentStatus" as const })),
    good: [{}, { repaymentStatus: "未还" }, { repaymentStatus: "已存待扣", repaidOn: "2019-12-05" }],
    bad: [{ repaymentStatus: "已存待扣" }, { repaymentStatus: "卡里有钱", repaidOn: "" }],
  },
] as const satisfies readonly Rule[];
