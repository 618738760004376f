// The lists of a school's daily feedback: 新还清, 未还, 撤销 and 变更, a line per person, with masked ID numbers.
import { maskCitizenId } from "../../domain/identity/citizen-id";
import type { FeedbackChange, FeedbackPerson, Gone } from "../../domain/standing/feedback";
import type { Person } from "../../domain/record/person";
import { groupedYuan } from "../../domain/values/money";
import type { Stood } from "../../domain/standing/snapshot";
import { columnLetters } from "../grid";
import { schoolPage } from "../lists/school-list";
import { stopHint } from "../notices/withheld";
import { headingOf } from "../vocabulary/columns";
import { type TabId, tabNames } from "../vocabulary/tabs";
import type { CellOut, ColumnSpec, SheetSpec } from "../writing/spec";
import type { FeedbackPart } from "./feedback-part";

interface Column extends ColumnSpec {
  readonly heading: string;
}

type Place = "township" | "village";
const placeOf = ({ loans }: Person) =>
  (["township", "village"] as const).map((field: Place) => loans.find(({ values }) => values[field])?.values[field] ?? "").join("");

// The headings of amounts are none that a list has: this paper is read, not filled in and returned.
const who: readonly Column[] = [
  { heading: headingOf("seq"), width: 6, style: "cellCenter" },
  { heading: headingOf("noticeNo"), width: 21, style: "cell" },
  { heading: headingOf("name"), width: 10, style: "cellWrapped" },
  { heading: headingOf("citizenId"), width: 21, style: "cell" },
  { heading: "乡镇、村", width: 20, style: "cellWrapped" },
];
const money = (heading: string): Column => ({ heading, width: 13, style: "cellMoney" });
const sums = [money("应还"), money("银行已扣"), money("未还")];
const words = (heading: string, width: number): Column => ({ heading, width, style: "cellWrapped" });

interface Table {
  readonly tab: TabId;
  readonly what: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellOut[])[];
}

const headingRow = 2;

function tableSheet({ school, asOfWords }: FeedbackPart, { tab, what, columns, rows }: Table): SheetSpec | undefined {
  if (rows.length === 0) return undefined;
  const right = columns.length - 1;
  const [first, last] = [headingRow + 1, headingRow + rows.length];
  const row = (at: number, left = 0, end = right) => ({ top: at, left, bottom: at, right: end });
  // Whoever adds up sees the same sum: it is a formula over the rows, with the value that it has.
  const total = columns.map(({ style }, column): CellOut => {
    if (column === 0) return "合计";
    if (column === 2) return `${rows.length}人`;
    if (style !== "cellMoney") return null;
    const value = rows.reduce((sum, cells) => sum + fenIn(cells[column]), 0) / 100;
    return { formula: `SUM(${columnLetters(column)}${first + 1}:${columnLetters(column)}${last + 1})`, value };
  });
  const amounts = columns.flatMap(({ style }, column) => (style === "cellMoney" ? [column] : []));
  return {
    tab,
    name: tabNames[tab],
    columns: columns.map(({ width, style }) => ({ width, style })),
    rows: [[`${tabNames[tab]}（${school.name}）`], [`${asOfWords}${what}`], columns.map(({ heading }) => heading), ...rows, total],
    styled: [
      { area: row(0), style: "titleLeft" },
      { area: row(1), style: "subtitle" },
      { area: row(headingRow), style: "heading" },
      { area: row(last + 1), style: "total" },
      ...amounts.map((column) => ({ area: row(last + 1, column, column), style: "totalMoney" as const })),
    ],
    merges: [row(0), row(1)],
    heights: new Map([
      [0, 30],
      [headingRow, 26],
    ]),
    freeze: { rows: first, columns: 3 },
    filter: { top: headingRow, left: 0, bottom: last, right },
    isProtected: true,
    page: schoolPage(school, { repeatRows: [0, headingRow] }),
  };
}

const fenIn = (cell: CellOut | undefined) => (cell !== null && typeof cell === "object" && "fen" in cell ? cell.fen : 0);

/** 新还清 of a school. */
export function newlyPaidSheet(part: FeedbackPart): SheetSpec | undefined {
  const rows = part.people.filter(({ state, isNew }) => state === "settled" && isNew);
  const what = "银行已扣清本期应还的全部款项，请不要再联系、上门；此前已反馈的不再重列。";
  return tableSheet(part, {
    tab: "feedback-paid",
    what,
    columns: [...who, ...sums.slice(0, 2)],
    rows: listed(part, rows, ({ standing }) => [{ fen: standing.due }, { fen: standing.repaid }]),
  });
}

/** 未还 of a school. */
export function unpaidSheet(part: FeedbackPart): SheetSpec | undefined {
  const rows = part.people.filter(({ state }) => state === "unpaid");
  const what = "请继续催收；联系方式见催收名单。";
  return tableSheet(part, {
    tab: "feedback-unpaid",
    what,
    columns: [...who, ...sums, words("本次变更", 14)],
    rows: listed(part, rows, ({ standing, change }) => [
      { fen: standing.due },
      { fen: standing.repaid },
      { fen: standing.outstanding },
      change ? changeWords[change] : null,
    ]),
  });
}

/** 撤销 of a school: whom nobody may approach now, and at the end who is not on its list any more. */
export function withdrawnSheet(part: FeedbackPart): SheetSpec | undefined {
  const rows = part.people.filter(({ state }) => state === "withdrawn");
  const goneRows = part.gone.map((gone, index): readonly CellOut[] => [
    rows.length + index + 1,
    part.index.numberOfPrint(gone.print),
    null,
    null,
    null,
    null,
    "本次新撤销",
    goneHints[gone.why],
  ]);
  return tableSheet(part, {
    tab: "feedback-withdrawn",
    what: "以下同学请不要联系、上门，恢复联系以下次反馈为准。",
    columns: [...who, money("未还"), words("本次变更", 14), words("怎么办", 34)],
    rows: [
      ...listed(part, rows, ({ standing, isNew, change }) => [
        { fen: standing.outstanding },
        isNew ? "本次新撤销" : change ? changeWords[change] : null,
        stopHint(standing.stop ?? "withdrawn"),
      ]),
      ...goneRows,
    ],
  });
}

/** 变更 of a school: what else is other than at the feedback before. */
export function changedSheet(part: FeedbackPart): SheetSpec | undefined {
  const rows = part.people.filter(({ change }) => change !== undefined);
  return tableSheet(part, {
    tab: "feedback-changed",
    what: "与上次反馈不同的同学（新还清、新撤销的另列）。",
    columns: [...who, words("变更", 14), words("上次反馈", 24), words("现在", 24), words("怎么办", 34)],
    rows: listed(part, rows, ({ standing, state, change, before }) => [
      change ? changeWords[change] : null,
      before && change !== "added" ? placeWords(before) : "不在本校名单",
      placeWords({ state, outstanding: standing.outstanding }),
      state === "withdrawn" ? stopHint(standing.stop ?? "withdrawn") : change ? todo[change] : null,
    ]),
  });
}

function listed(
  { index: roster }: FeedbackPart,
  people: readonly FeedbackPerson[],
  rest: (person: FeedbackPerson) => readonly CellOut[],
): readonly (readonly CellOut[])[] {
  return people.map((one, index) => {
    const { person } = one.standing;
    return [index + 1, roster.numberOf(person), person.name, maskCitizenId(person.citizenId), placeOf(person), ...rest(one)];
  });
}

/** What a change is called. */
export const changeWords = { reversed: "扣款冲正", resumed: "恢复联系", added: "新增", amount: "金额有变" } as const satisfies Record<
  FeedbackChange,
  string
>;

const todo = {
  reversed: "上次已还清，银行已冲正或更正，请重新联系还款",
  resumed: "可以联系，请继续催收",
  added: "新列入本校，请联系；名单上没有的，请向县资助中心索取",
  amount: "以现在的未还金额为准",
} as const satisfies Record<FeedbackChange, string>;

function placeWords({ state, outstanding }: Pick<Stood, "state" | "outstanding">): string {
  if (state === "settled") return "已还清";
  return `${state === "unpaid" ? "未还" : "撤销，未还"}${groupedYuan(outstanding)}元`;
}

const goneHints = {
  moved: "已改由其他学校负责，本校不再联系",
  held: "资料待县资助中心核实，暂勿联系、勿上门",
  left: stopHint("withdrawn"),
} as const satisfies Record<Gone["why"], string>;
