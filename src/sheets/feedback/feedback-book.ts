// A school's daily feedback as a workbook: a summary that says what to do, and the lists behind its figures, of the school's own people only.
import { type FeedbackPerson, feedbackCounts, type SchoolFeedback } from "../../domain/standing/feedback";
import type { School } from "../../domain/places/jurisdiction";
import { type Fen, sumFen, zeroFen } from "../../domain/values/money";
import { schoolPage } from "../lists/school-list";
import { sortPersons } from "../lists/sort-persons";
import { SheetStack, airyRow } from "../rollups/rollup-layout";
import { dayInWords } from "../rollups/rollup-words";
import { bookTitle } from "../vocabulary/book-title";
import { schoolFileNames } from "../vocabulary/file-name";
import { tabNames } from "../vocabulary/tabs";
import type { BookSpec, CellOut, SheetSpec } from "../writing/spec";
import type { FeedbackDates, FeedbackPart } from "./feedback-part";
import { changedSheet, newlyPaidSheet, unpaidSheet, withdrawnSheet } from "./feedback-tables";

/** What the paper is called. */
export const feedbackName = "每日反馈";

/** The file names of these schools' feedback, in their order: 蒲城县2019每日反馈_罕井镇中心校_20191211.xlsx. */
export function feedbackFiles(schools: readonly School[], { season, asOf }: Pick<FeedbackDates, "season" | "asOf">): readonly string[] {
  return schoolFileNames(schools, `${season.county}${season.year}${feedbackName}_`, `_${asOf.replaceAll("-", "")}.xlsx`);
}

/** A school's workbook: 反馈概要, 今日上门 once visits have begun, then 新还清, 未还, 撤销 and 变更 as far as anybody is in them. The order of the people makes no difference. */
export function feedbackBook(feedback: SchoolFeedback, dates: FeedbackDates, visits?: SheetSpec): BookSpec {
  const part = { ...feedback, ...dates, people: inListOrder(feedback.people), asOfWords: asOfWords(dates) };
  const lists = [newlyPaidSheet, unpaidSheet, withdrawnSheet, changedSheet].flatMap((sheet) => sheet(part) ?? []);
  return {
    title: bookTitle(dates.season, feedbackName, feedback.school.name),
    sheets: [summarySheet(part), ...(visits ? [visits] : []), ...lists],
  };
}

function inListOrder(people: readonly FeedbackPerson[]): readonly FeedbackPerson[] {
  const byKey = new Map(people.map((one) => [one.standing.person.key, one]));
  return sortPersons(people.map(({ standing }) => standing.person)).flatMap(({ key }) => byKey.get(key) ?? []);
}

function asOfWords({ asOf, dataAsOf }: FeedbackDates): string {
  return `截至${dayInWords(asOf)}${dataAsOf === asOf ? "" : `（银行数据截至${dayInWords(dataAsOf)}）`}，金额单位：元。`;
}

function sinceWords({ since, skipped }: FeedbackDates): string {
  if (since === undefined) return "这是第一次反馈，已还清的同学都列为新还清。";
  const gap = skipped.length === 0 ? "" : `其间没有做反馈的日子：${skipped.map(dayInWords).join("、")}；这期间的变化都在本次之内。`;
  return `与${dayInWords(since)}的反馈相比。${gap}`;
}

const remarks = [
  "已还清以银行扣款为准：每一笔合同的应还款项都已扣清。家里说“已还”的，等银行扣到款后才列为已还清。",
  "撤销是指现在不必或暂不联系的同学（本期无应还款、已存待扣、待核实、特殊情况等），原因见“撤销”表；请不要联系、上门。",
  "每位同学只在已还清、未还、撤销三者之一，三者相加就是本校全部同学。",
];

const widths = [16, 10, 16, 16, 40];

function summarySheet(part: FeedbackPart): SheetSpec {
  const { school, season, people, gone } = part;
  const counts = feedbackCounts(part);
  const stack = new SheetStack(widths);
  stack.across(`${season.county}${season.year}年助学贷款${feedbackName}（${school.name}）`, "title", 30);
  stack.across(`${part.asOfWords}${sinceWords(part)}`, "subtitle");
  stack.gap();
  const line = (name: string, state: FeedbackPerson["state"], fresh: number | null, todo: string): readonly CellOut[] => {
    const those = people.filter((one) => one.state === state);
    return [name, those.length, { fen: owed(those) }, fresh, todo];
  };
  const news = (state: FeedbackPerson["state"]) => people.filter((one) => one.state === state && one.isNew).length;
  const top = stack.next + 2;
  const cells: readonly (readonly CellOut[])[] = [
    line("已还清", "settled", counts.newlyPaid, "不再联系；本次新还清的见“新还清”表"),
    line("未还", "unpaid", null, "继续催收，见“未还”表"),
    line("撤销", "withdrawn", news("withdrawn"), "不必或暂不联系，见“撤销”表"),
  ];
  const sum = (column: string, value: number): CellOut => ({ formula: `SUM(${column}${top}:${column}${top + cells.length - 1})`, value });
  stack.table({
    columns: [
      { heading: "类别", style: "cell" },
      { heading: "人数", style: "cellCount" },
      { heading: "未还金额", style: "cellMoney" },
      { heading: "其中本次新增", style: "cellCount" },
      { heading: "怎么办", style: "cellWrapped" },
    ],
    rows: cells,
    total: ["本校合计", sum("B", people.length), sum("C", owed(people) / 100), sum("D", counts.newlyPaid + news("withdrawn")), null],
    rowHeight: airyRow,
  });
  stack.gap();
  stack.across(
    `本次变更（扣款冲正、恢复联系、新增、金额有变）：${counts.changed}人${counts.changed > 0 ? "，见“变更”表" : ""}。`,
    "wrapped",
  );
  if (gone.length > 0) stack.across(`另有${gone.length}人已不在本校名单，列在“撤销”表末，不在上表之内，请不要再联系。`, "wrapped");
  stack.gap();
  stack.section("说明");
  remarks.forEach((text, index) => {
    stack.across(`${index + 1}．${text}`, "remark");
  });
  return stack.spec({
    tab: "feedback-summary",
    name: tabNames["feedback-summary"],
    tabColor: "2E75B6",
    isProtected: true,
    page: schoolPage(school),
  });
}

function owed(people: readonly FeedbackPerson[]): Fen {
  return people.length === 0 ? zeroFen : sumFen(people.map(({ standing }) => standing.outstanding));
}
