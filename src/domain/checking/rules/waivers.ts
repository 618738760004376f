// Rules over waivers (免息、减免): what is said to be remitted must not be due; letters would ask for it all the same (docs/policy.md §5).
import type { FieldValues, SheetRow } from "../../record/field";
import { groupedYuan, zeroFen } from "../../values/money";
import { groupBy } from "../../values/group-by";
import { dueOf } from "../../bank/repayment";
import { agrees, type Waiver, waiverOf } from "../../standing/waiver";
import type { Fault, Rule, RuleContext } from "../rule";
import { firstRow } from "./evidence";

// The waiver of a row that its amounts do not bear out, when it is known by this.
function clash(row: SheetRow, context: RuleContext, by: Waiver["by"]): Waiver | undefined {
  const waiver = waiverOf(row, context);
  return waiver?.by === by && !agrees(waiver, row) ? waiver : undefined;
}

const dueText = (row: SheetRow) => groupedYuan(dueOf(row) ?? zeroFen);
const interestFault = ({ interest = zeroFen }: FieldValues): Fault => ({ field: "interest", params: { value: groupedYuan(interest) } });

const relief = { 年度: 2025, 今天: "2025-12-11", 应还日: "2025-12-20", 名单下发: "2025-11-20" };
const inRelief = { dueDate: "2025-12-20", interest: 0, due: 1200 };

/** The rules over waivers, in report order. */
export const waiverRules = [
  {
    code: "waived-but-due",
    severity: "error",
    scope: "row",
    reads: ["waiver"],
    check: (values, context, row) => {
      const waiver = clash(row, context, "column");
      if (waiver?.of === "interest") return interestFault(values);
      return waiver && { field: "due", params: { value: dueText(row) } };
    },
    good: [{}, { waiver: "免息", interest: 0, due: 1200 }, { waiver: "否" }, { waiver: "已减免", principal: 0, interest: 0, due: 0 }],
    bad: [{ waiver: "免息" }, { waiver: "是" }, { waiver: "已减免", interest: 0, due: 1200 }],
  },
  {
    // The centre itself says so in 设置; a list that says otherwise is older, or 设置 is wrong.
    code: "interest-though-waived",
    severity: "error",
    scope: "row",
    reads: ["interest"],
    settings: { 免息: "是" },
    check: (values, context, row) =>
      context.policy.waivedInterest?.source === "settings" && clash(row, context, "year") ? interestFault(values) : undefined,
    good: [
      { interest: 0, due: 1200 },
      { graduation: "2021-07", subsidyEnd: "2021-09-01" },
      { balance: 0, principal: 0, due: 294 },
    ],
    bad: [{}, { graduation: "" }],
  },
  {
    // Only a remark says so: nobody must knock at this door before it is looked into.
    code: "note-waived-but-due",
    stops: true,
    severity: "warning",
    scope: "row",
    reads: ["note"],
    check: ({ note = "" }, context, row) =>
      clash(row, context, "remark") ? { field: "note", params: { value: note, due: dueText(row) } } : undefined,
    good: [
      {},
      { note: "利息已免除", interest: 0, due: 1200 },
      { note: "不符合免息条件" },
      { note: "申请减免，未批" },
      { note: "2022年已免息" },
    ],
    bad: [{ note: "本年免息" }, { note: "2019年利息全部减免" }, { note: "贷款已代偿", interest: 0, due: 1200 }],
  },
  {
    // Whether the list was exported before the remission only the centre can say: asked once a sheet.
    code: "interest-in-relief-year",
    severity: "warning",
    scope: "roster",
    settings: relief,
    check: ({ rows }, context) => {
      const { policy } = context;
      const { isConfirmed, source } = policy.waivedInterest ?? {};
      if (isConfirmed !== true || source === "settings") return [];
      const found = rows.filter((row) => clash(row, context, "year"));
      return [...groupBy(found, ({ place }) => place.sheet).values()].flatMap((sheet) => {
        const row = firstRow(sheet);
        return row ? [{ row, field: "interest" as const, params: { year: policy.year, count: sheet.length } }] : [];
      });
    },
    good: [inRelief, [inRelief, inRelief], { ...inRelief, interest: 294, due: 1494, waiver: "否" }],
    bad: [{ dueDate: "2025-12-20" }, [inRelief, { dueDate: "2025-12-20" }]],
  },
] as const satisfies readonly Rule[];
