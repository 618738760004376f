// The tab 回收情况: one line per school, what was sent to it and what has come back, with what is missing and what is late.
import type { Edition } from "../lists/dispatches";
import { cellAddress } from "../grid";
import { tabNames } from "../vocabulary/tabs";
import type { CellOut, SheetSpec, StyledArea } from "../writing/spec";
import type { StyleName } from "../writing/styles";
import { dueState, type SchoolNotReturned } from "./not-returned";
import { reminder, type ReminderClock } from "./reminder";
import type { ReturnLine } from "./returns";
import { listFrame } from "../writing/tab-frames";

/** One school that has a list. */
export interface SchoolReturn extends SchoolNotReturned {
  /** The newest list that went to it; absent where the book does not know. */
  readonly sent?: Edition;
  readonly hasReturned: boolean;
  /** Its files that were merged, the first first; none where 回收登记 is gone. */
  readonly files: readonly Pick<ReturnLine, "on" | "version" | "lateness" | "contacts">[];
  /** Contracts on which the school has said something, and those on which it still has to. */
  readonly filled: number;
  readonly left: number;
  readonly slips: { readonly expected: number; readonly received: number };
}

const looks = [
  ["序号", 5, "cellCenter"],
  ["责任学校", 20, "cell"],
  ["包联人", 9, "cell"],
  ["联络员", 9, "cell"],
  ["联络员电话", 13, "cell"],
  ["下发版本", 8, "cellCenter"],
  ["下发日期", 11, "cellDay"],
  ["应交日期", 11, "cellDay"],
  ["交回情况", 10, "cellCenter"],
  ["首次交回", 11, "cellDay"],
  ["最近交回", 11, "cellDay"],
  ["交回版本", 8, "cellCenter"],
  ["应还人数", 8, "cellCount"],
  ["合同数", 8, "cellCount"],
  ["已填合同", 8, "cellCount"],
  ["还差合同", 8, "cellCount"],
  ["应收签收单", 11, "cellCount"],
  ["已收签收单", 11, "cellCount"],
  ["联系表", 10, "cellCenter"],
  ["提醒用语", 90, "cellWrapped"],
] as const satisfies readonly (readonly [string, number, StyleName])[];
const countsFrom = 12;
const stateColumn = 8;

const hasContacts = ({ files }: SchoolReturn) => files.some(({ contacts }) => contacts);

function reminderOf(one: SchoolReturn, clock: ReminderClock): CellOut {
  const slipsMissing = Math.max(0, one.slips.expected - one.slips.received);
  return reminder({ ...one, slipsMissing, hasContacts: hasContacts(one) }, clock) || null;
}

// Late is what 回收登记 says of the first file that was merged, and what 未回收 says where there is none.
function stateOf({ hasReturned, files: [first] }: SchoolReturn, clock: ReminderClock): string {
  if (!hasReturned) return dueState(clock);
  if (!first) return "已交回";
  return first.lateness === "late" ? "迟报" : "按时";
}

const listed = (version: number | undefined) => (version === undefined ? null : `v${version}`);

const countsOf = ({ persons, contracts, filled, left, slips }: SchoolReturn): readonly number[] => [
  ...[persons, contracts, filled, left],
  ...[slips.expected, slips.received],
];

function lineOf(one: SchoolReturn, clock: ReminderClock): readonly CellOut[] {
  const { school, liaison, contact, contactPhone, sent, files } = one;
  const [first, last] = [files[0], files.at(-1)];
  return [
    ...[school, liaison, contact, contactPhone],
    ...[listed(sent?.version), sent ? { day: sent.on } : null, { day: clock.deadline }],
    ...[stateOf(one, clock), first ? { day: first.on } : null, last ? { day: last.on } : null, listed(last?.version)],
    ...countsOf(one),
    hasContacts(one) ? "已交" : "未交",
    reminderOf(one, clock),
  ];
}

/** The tab, in the order given, with a totals row. */
export function schoolReturnsSheet(schools: readonly SchoolReturn[], clock: ReminderClock): SheetSpec {
  const right = looks.length - 1;
  const row = (at: number) => ({ top: at, left: 0, bottom: at, right });
  const totalAt = 3 + schools.length;
  const sums = schools.map(countsOf).reduce((total, own) => total.map((sum, at) => sum + (own[at] ?? 0)), [0, 0, 0, 0, 0, 0]);
  const count = (test: (one: SchoolReturn) => boolean) => schools.filter(test).length;
  const back = count(({ hasReturned }) => hasReturned);
  const contacts = count(hasContacts);
  const blank = Array.from({ length: countsFrom - 2 }, (_, at) => (at === stateColumn - 2 ? `${back}所已交` : null));
  const reckoned = (value: number, at: number): CellOut => {
    const column = countsFrom + at;
    return schools.length > 0 ? { formula: `SUM(${cellAddress(3, column)}:${cellAddress(totalAt - 1, column)})`, value } : value;
  };
  const totals: readonly CellOut[] = ["合计", `${schools.length}所`, ...blank, ...sums.map(reckoned), `${contacts}所已交`, null];
  const totalAreas: readonly StyledArea[] = [
    { area: row(totalAt), style: "total" },
    { area: { ...row(totalAt), left: countsFrom, right: right - 2 }, style: "totalCount" },
    { area: { ...row(totalAt), left: stateColumn, right: stateColumn }, style: "totalCenter" },
    { area: { ...row(totalAt), left: right - 1, right: right - 1 }, style: "totalCenter" },
  ];
  return {
    tab: "school-returns",
    name: tabNames["school-returns"],
    tabColor: "5B9BD5",
    columns: looks.map(([, width, style]) => ({ width, style })),
    rows: [
      [tabNames["school-returns"]],
      [
        `截至${clock.today}，每所学校一行。“交回情况”按首次被采用的文件判断，与“回收登记”一致；“已填”指填了送达日期、还款状态或特殊情况，“还差”不含不必联系的同学，与学校文件里的进度算法相同。“提醒用语”可直接复制发给学校。`,
      ],
      looks.map(([heading]) => heading),
      ...schools.map((one, index): readonly CellOut[] => [index + 1, ...lineOf(one, clock)]),
      totals,
    ],
    ...listFrame({
      right,
      title: "titleLeft",
      frozen: 2,
      titleTo: right - 1,
      styled: totalAreas,
      // What is to be copied need not be on paper.
      page: { area: { top: 0, left: 0, bottom: totalAt, right: right - 1 }, center: true },
    }),
    heights: new Map([[2, 34]]),
    isProtected: true,
  };
}
