// 任务日历: every duty of the notice with who answers for it, its days and where it stands today, and cells in which the centre says who answers instead, what was done, and what else it sets about.
import { dutiesOf, type Duty, type DutyId, dutyState } from "../../domain/record/duties";
import type { Season } from "../../domain/record/season";
import { type Day, daysBetween } from "../../domain/values/day";
import type { Grid } from "../grid";
import { asWritten, ownTable } from "../reading/own-table";
import { settingDay } from "../reading/read-settings";
import { dayInWords, seasonTitle } from "../rollups/rollup-words";
import { tabNames } from "../vocabulary/tabs";
import type { CellOut, SheetSpec } from "../writing/spec";
import { tabPage } from "../writing/tab-frames";
import { loggedAs } from "./log-words";

/** What a duty is and who answers for it. */
export const dutyWords: Readonly<Record<DutyId, readonly [what: string, owner: string]>> = {
  contacts: ["上报催收联系表（附件1）和包联辖区划分表（附件2）", "各校"],
  lists: ["核实应还学生信息，按区域形成催收名单并分发至各校", "资助中心"],
  publicity: ["宣传还款政策（微信公众平台、电视台、教师会议、宣传页）", "宣教办、各校"],
  delivery: ["填写催收通知书并送达学生家庭，签收人签名", "各校"],
  slips: ["将签收单交资助中心包联同志", "各校"],
  collection: ["收缴贷款本息，做好统计和政策解读", "资助中心"],
  feedback: ["将当天还款情况反馈至各学校", "资助中心"],
  visits: ["安排专人上门催收，直到交纳为止", "各校"],
  inspection: ["分组专项督查，全县通报，约谈滞后学校", "领导小组、督查组"],
  statements: ["逐人说明特殊情况，加盖学校公章上报", "各校"],
  upward: ["汇总后上报省教育厅和国家开发银行省分行", "资助中心"],
  dueDate: ["合同应还日，银行在当日24时后扣款", "借款学生、银行"],
};

const headings = ["序号", "任务", "责任单位", "开始", "截止", "状态", "办理情况"] as const;
const headingRow = 2;
/** Blank lines below, for what the centre itself sets about. */
const spareLines = 3;
const [fromColumn, stateColumn, noteColumn] = ["开始", "状态", "办理情况"].map((heading) =>
  headings.findIndex((own) => own === heading),
) as [number, number, number];

type Days = Pick<Duty, "from" | "to" | "isDaily">;

const stateWords = (duty: Days, { today }: Pick<Season, "today">): string => {
  switch (dutyState(duty, today)) {
    case "ahead":
      return `${daysBetween(today, duty.from ?? duty.to)}天后开始`;
    case "today":
      return "今日截止";
    case "past":
      return "已过截止日";
    case "on":
      return duty.isDaily ? "每天办理" : `还有${daysBetween(today, duty.to)}天`;
  }
};

/** A line of the tab as the centre has it. */
export interface CalendarLine {
  readonly what: string;
  readonly owner: string;
  readonly from: CellOut;
  readonly to: CellOut;
  readonly note: CellOut;
}

/** The lines of a book's calendar, those of the notice and the centre's own. */
export function calendarLines(grids: readonly Grid[]): readonly CalendarLine[] {
  const table = ownTable(grids, "calendar", headings);
  return (table?.rows ?? []).flatMap((row): CalendarLine[] => {
    const text = (heading: (typeof headings)[number]) => table?.text(row, heading).trim() ?? "";
    const cell = (heading: (typeof headings)[number]) => asWritten(row[table?.columnOf(heading) ?? -1]);
    const what = text("任务");
    return what === "" ? [] : [{ what, owner: text("责任单位"), from: cell("开始"), to: cell("截止"), note: cell("办理情况") }];
  });
}

/** The calendar as a line of the log. */
export function calendarSummary(due: number): { readonly action: string; readonly counts: string } {
  return { action: loggedAs.calendar, counts: `今日应办${due}项` };
}

const ourTasks: ReadonlySet<string> = new Set(Object.values(dutyWords).map(([what]) => what));

/** Whether a line is of the centre's own making, beside the duties of the notice. */
export const isOwnTask = ({ what }: Pick<CalendarLine, "what">): boolean => !ourTasks.has(what);

/** A day as the centre may have written it; undefined where it is none. */
export function dayWritten(cell: CellOut, year: number): Day | undefined {
  if (cell === null || (typeof cell === "object" && !("day" in cell))) return undefined;
  return settingDay(cell, year);
}

/** What the centre has set itself for this very day. */
export function ownTasksDue(grids: readonly Grid[], { year, today }: Pick<Season, "year" | "today">): readonly string[] {
  return calendarLines(grids).flatMap((line) => (isOwnTask(line) && dayWritten(line.to, year) === today ? [line.what] : []));
}

// What the centre sets about itself stands by its own days, as far as they can be read.
function ownLine({ what, owner, from, to, note }: CalendarLine, season: Season): readonly CellOut[] {
  const [begins, ends] = [dayWritten(from, season.year), dayWritten(to, season.year)];
  const days = ends && { to: ends, ...(begins === undefined ? {} : { from: begins }) };
  const shown = (day: Day | undefined, cell: CellOut): CellOut => (day === undefined ? cell : { day });
  return [what, owner, shown(begins, from), shown(ends, to), days ? stateWords(days, season) : "请填截止日期", note];
}

/**
 * The tab as of the season's day.
 * @param known what the centre has written: who answers for a duty instead, what was done, and duties of its own
 */
export function calendarSheet(season: Season, known: readonly CalendarLine[]): SheetSpec {
  const { today, dates } = season;
  const lineOf = new Map(known.map((line) => [line.what, line]));
  const ours = dutiesOf(dates).map((duty): readonly CellOut[] => {
    const [what, owner] = dutyWords[duty.id];
    const line = lineOf.get(what);
    const from: CellOut = duty.from === undefined ? null : { day: duty.from };
    return [what, line?.owner || owner, from, { day: duty.to }, stateWords(duty, season), line?.note ?? null];
  });
  const own = known.filter(isOwnTask).map((line) => ownLine(line, season));
  const spare = Array.from({ length: spareLines }, () => headings.map(() => null));
  const rows = [...ours, ...own].map((cells, index): readonly CellOut[] => [index + 1, ...cells]);
  const right = headings.length - 1;
  const row = (at: number) => ({ top: at, left: 0, bottom: at, right });
  const ownTop = headingRow + 1 + ours.length;
  const ownBottom = headingRow + rows.length + spareLines;
  return {
    tab: "calendar",
    name: tabNames.calendar,
    tabColor: "2E75B6",
    columns: [
      { width: 6, style: "cellCenter" },
      { width: 52, style: "cellWrapped" },
      { width: 18, style: "fillWrapped" },
      { width: 12, style: "cellDay" },
      { width: 12, style: "cellDay" },
      { width: 14, style: "cellCenter" },
      { width: 30, style: "fillWrapped" },
    ],
    rows: [
      [seasonTitle(season, tabNames.calendar)],
      [
        `今天是${dayInWords(today)}。日期按“设置”，截止日当天${season.deadlinesIncludeDay === false ? "不算在内，表中写的是最后一天" : "算在内"}；黄色格由中心填写，可在表尾加写自己的任务，重新生成不会改动。`,
      ],
      headings,
      ...rows,
      ...spare,
    ],
    styled: [
      { area: row(0), style: "titleLeft" },
      { area: row(1), style: "subtitle" },
      { area: row(headingRow), style: "heading" },
      { area: { ...row(headingRow), left: 2, right: 2 }, style: "headingFill" },
      { area: { ...row(headingRow), left: noteColumn }, style: "headingFill" },
      { area: { top: ownTop, left: 1, bottom: ownBottom, right: 1 }, style: "fillWrapped" },
      { area: { top: ownTop, left: fromColumn, bottom: ownBottom, right: fromColumn + 1 }, style: "fillDay" },
      ...rows.flatMap((cells, index) => {
        const at = headingRow + 1 + index;
        const area = { top: at, left: stateColumn, bottom: at, right: stateColumn };
        return cells[stateColumn] === "今日截止" ? [{ area, style: "cellWarning" as const }] : [];
      }),
    ],
    merges: [row(0), row(1)],
    heights: new Map([
      [0, 30],
      [headingRow, 24],
    ]),
    freeze: { rows: headingRow + 1, columns: 2 },
    page: tabPage({ center: true }),
  };
}
