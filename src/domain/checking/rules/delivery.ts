// Rules over what schools and clerks note: can deliveries be true, does a remark tell of a special case. They ask for a spot check and accuse nobody (docs/facts.md D29, D41).
import type { ExceptionKind } from "../../record/choices";
import type { FieldValues, SheetRow } from "../../record/field";
import type { Fault, Rule, RuleContext } from "../rule";
import type { Roster } from "../../record/roster";
import { stopsDunning } from "../../standing/stop";
import { firstRow } from "./evidence";
import { groupBy } from "../../values/group-by";

/** All rows that tell of a delivery, in the borrower sheets and in the register. */
function deliveries({ rows }: Roster, context: RuleContext): readonly SheetRow[] {
  return [...rows, ...context.deliveries].filter(({ values }) => values.deliveredOn !== undefined || values.signedBy !== undefined);
}

const household = ({ values }: SheetRow) => values.citizenId ?? values.name ?? values.contractNo ?? "";
const householdCount = (rows: readonly SheetRow[]) => new Set(rows.map(household)).size;

/** What a remark mentions that belongs in the register of special cases. */
function mention(
  { note, exceptionNote, exceptionKind }: FieldValues,
  { caseIn }: RuleContext,
): { readonly kind: ExceptionKind; readonly fault: Fault } | undefined {
  if (exceptionKind !== undefined) return undefined;
  for (const [field, text] of [
    ["note", note],
    ["exceptionNote", exceptionNote],
  ] as const) {
    const kind = text === undefined ? undefined : caseIn(text);
    if (kind !== undefined) return { kind, fault: { field, params: { value: text ?? "" } } };
  }
  return undefined;
}

/** The rules over deliveries and remarks, in report order. */
export const deliveryRules = [
  {
    // Only a remark says so: nobody must knock at this door before it is looked into.
    code: "note-stops-dunning",
    stops: true,
    severity: "warning",
    scope: "row",
    reads: [],
    check: (values, context) => {
      const found = mention(values, context);
      return found && stopsDunning(found.kind) ? found.fault : undefined;
    },
    good: [{}, { note: "家庭经济特别困难" }, { note: "已电话联系" }, { note: "学生已去世", exceptionKind: "死亡" }],
    bad: [{ note: "学生已于2018年去世" }, { note: "现役军人，2017年入伍" }, { note: "已申请提前还款" }, { exceptionNote: "正在服刑" }],
  },
  {
    code: "note-special-case",
    severity: "info",
    scope: "row",
    reads: [],
    check: (values, context) => {
      const found = mention(values, context);
      return found && !stopsDunning(found.kind) ? found.fault : undefined;
    },
    good: [{}, { note: "学生已于2018年去世" }],
    bad: [{ note: "家庭经济特别困难" }, { note: "在读研究生，未办理就学变更" }, { note: "全家外迁" }],
  },
  {
    code: "delivered-in-future",
    severity: "error",
    scope: "roster",
    check: (roster, context) =>
      deliveries(roster, context).flatMap((row) => {
        const { deliveredOn } = row.values;
        return deliveredOn !== undefined && deliveredOn > context.today
          ? [{ row, field: "deliveredOn" as const, params: { value: deliveredOn, today: context.today } }]
          : [];
      }),
    good: [{}, { deliveredOn: "2019-11-26", signedBy: "王建民" }],
    bad: [{ deliveredOn: "2020-11-26", signedBy: "王建民" }],
  },
  {
    code: "delivered-before-lists",
    severity: "warning",
    scope: "roster",
    check: (roster, context) =>
      deliveries(roster, context).flatMap((row) => {
        const { deliveredOn } = row.values;
        return deliveredOn !== undefined && deliveredOn < context.listsOut
          ? [{ row, field: "deliveredOn" as const, params: { value: deliveredOn, from: context.listsOut } }]
          : [];
      }),
    good: [{}, { deliveredOn: "2019-11-20" }],
    bad: [{ deliveredOn: "2019-11-19" }],
  },
  {
    code: "signer-is-deliverer",
    severity: "warning",
    scope: "roster",
    check: (roster, context) =>
      deliveries(roster, context).flatMap((row) => {
        const { signedBy, deliveredBy } = row.values;
        return signedBy !== undefined && signedBy === deliveredBy ? [{ row, field: "signedBy" as const, params: { value: signedBy } }] : [];
      }),
    good: [{}, { deliveredOn: "2019-11-26", signedBy: "王建民", deliveredBy: "李老师" }],
    bad: [{ deliveredOn: "2019-11-26", signedBy: "李老师", deliveredBy: "李老师" }],
  },
  {
    code: "signer-of-many",
    severity: "warning",
    scope: "roster",
    check: (roster, context) =>
      [...groupBy(deliveries(roster, context), ({ values }) => values.signedBy).values()].flatMap((rows) => {
        const count = householdCount(rows);
        return count > 4
          ? rows.map((row) => ({ row, field: "signedBy" as const, params: { value: row.values.signedBy ?? "", count } }))
          : [];
      }),
    good: [Array.from({ length: 6 }, () => ({ deliveredOn: "2019-11-26", signedBy: "王建民" }))],
    bad: [
      [
        { signedBy: "赵支书", citizenId: "610526199403150018" },
        { signedBy: "赵支书", citizenId: "61212819910722402X", gender: "女" },
        { signedBy: "赵支书", citizenId: "610526199602291235" },
        { signedBy: "赵支书", citizenId: "610526199306070219" },
        { signedBy: "赵支书", citizenId: "610526199412311207", gender: "女" },
      ],
    ],
  },
  {
    code: "delivered-all-one-day",
    severity: "warning",
    scope: "roster",
    check: (roster, context) =>
      [...groupBy(deliveries(roster, context), ({ values }) => values.deliveredBy).values()].flatMap((rows) => {
        const days = new Set(rows.map(({ values }) => values.deliveredOn ?? ""));
        const [onlyDay = ""] = days;
        const first = firstRow(rows);
        const count = householdCount(rows);
        return first && days.size === 1 && onlyDay !== "" && count >= 30
          ? [{ row: first, field: "deliveredOn" as const, params: { value: onlyDay, person: first.values.deliveredBy ?? "", count } }]
          : [];
      }),
    good: [Array.from({ length: 40 }, () => ({ deliveredOn: "2019-11-26", deliveredBy: "李老师" }))],
    bad: [
      Array.from({ length: 30 }, (_, index) => ({
        deliveredOn: "2019-11-26",
        deliveredBy: "李老师",
        citizenId: "",
        name: `王${"甲乙丙丁戊己庚辛壬癸"[index % 10] ?? ""}${"子丑寅"[Math.floor(index / 10)] ?? ""}`,
      })),
    ],
  },
] as const satisfies readonly Rule[];
