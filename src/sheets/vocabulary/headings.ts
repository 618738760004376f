// What a heading means together with the group heading above it: 借款学生|姓名 is a name, 共同借款人|姓名 the co-borrower's.
import type { FieldId } from "../../domain/record/field";
import { columns, fieldOfHeading, headingKey } from "./columns";

/** The heading of one column: the group above it ("" when none) and its own text. */
export interface HeadingLabel {
  readonly group: string;
  readonly text: string;
}

/** The fields that a plain heading becomes under a group, by what the group speaks of. */
const groups: readonly {
  readonly group: RegExp;
  readonly fields: Readonly<Partial<Record<FieldId, FieldId>>>;
  readonly plain?: Readonly<Record<string, FieldId>>;
}[] = [
  {
    group: /共同|共借|家长|监护|父母|联保/,
    fields: { name: "coBorrowerName", citizenId: "coBorrowerId", phone: "coBorrowerPhone", coBorrowerRelation: "coBorrowerRelation" },
    plain: { 关系: "coBorrowerRelation" },
  },
  {
    group: /签收/,
    fields: { name: "signedBy", repaidOn: "deliveredOn", coBorrowerRelation: "signerRelation" },
    plain: { 日期: "deliveredOn", 关系: "signerRelation" },
  },
  { group: /送达/, fields: {}, plain: { 日期: "deliveredOn", 方式: "deliveryMethod", 时间: "deliveredOn" } },
  { group: /逾期|拖欠/, fields: {}, plain: { 本金: "overduePrincipal", 利息: "overdueInterest", 罚息: "penalty" } },
  {
    group: /实还|已还|归还|扣款|还款情况/,
    fields: {},
    plain: {
      本金: "repaidPrincipal",
      利息: "repaidInterest",
      合计: "repaid",
      小计: "repaid",
      金额: "repaid",
      日期: "repaidOn",
      结果: "deductionResult",
      状态: "repaymentStatus",
    },
  },
  {
    group: /应还|应收|本期|当期|还款计划/,
    fields: {},
    plain: { 本金: "principal", 利息: "interest", 合计: "due", 小计: "due", 金额: "due", 日期: "dueDate" },
  },
  { group: /分管/, fields: { name: "leader", phone: "leaderPhone" } },
  { group: /联络|联系人/, fields: { name: "contact", phone: "contactPhone" } },
  { group: /包联|资助中心/, fields: { name: "liaison", phone: "liaisonPhone" } },
  { group: /校长/, fields: { name: "headmaster" } },
];

/** The field that a heading names, its group heading considered; by exact alias first, else by the longest alias that it contains. */
export function fieldOfGroupedHeading({ group, text }: HeadingLabel): FieldId | undefined {
  const key = headingKey(text);
  if (key === "") return undefined;
  const own = fieldOfHeading(text);
  if (group !== "") {
    const joined = fieldOfHeading(`${group}|${text}`);
    if (joined) return joined;
    const rule = groups.find((candidate) => candidate.group.test(group));
    const grouped = rule?.plain?.[key] ?? (own ? rule?.fields[own] : undefined);
    if (grouped) return grouped;
  }
  return own ?? containedField(key);
}

const family = /共同|共借|家长|监护|父|母|紧急|亲属/;
const familyFields: Readonly<Partial<Record<FieldId, FieldId>>> = {
  name: "coBorrowerName",
  citizenId: "coBorrowerId",
  phone: "coBorrowerPhone",
};

const longAliases: readonly (readonly [string, FieldId])[] = (Object.entries(columns) as [FieldId, (typeof columns)[FieldId]][])
  .flatMap(([field, { heading, aliases }]) => [heading, ...aliases].map((alias): [string, FieldId] => [headingKey(alias), field]))
  .filter(([key]) => key.length >= 3)
  .sort(([a], [b]) => b.length - a.length);

// 借款学生身份证号码18位 contains 身份证号码; a heading that is mostly something else does not count.
function containedField(key: string): FieldId | undefined {
  if (key.length > 20) return undefined;
  const found = longAliases.find(([alias]) => key.includes(alias) && alias.length * 3 >= key.length);
  if (!found) return undefined;
  return family.test(key) ? (familyFields[found[1]] ?? found[1]) : found[1];
}
