// 任务日历: every duty of the notice with who answers for it, its days and where it stands today, and a column in which the centre notes what was done.
import { dutiesOf, type Duty, type DutyId, dutyState, type DutyState } from "../../domain/record/duties";
import type { Season } from "../../domain/record/season";
import { daysBetween } from "../../domain/values/day";
import type { Grid } from "../grid";
import { asWritten, ownTable } from "../reading/own-table";
import { dayInWords, seasonTitle } from "../rollups/rollup-words";
import { tabNames } from "../vocabulary/tabs";
import type { CellOut, SheetSpec } from "../writing/spec";
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

const stateWords = (duty: Duty, state: DutyState, { today }: Season): string => {
  switch (state) {
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

// What was noted stays with the duty, wherever its line stands now.
function notesIn(grids: readonly Grid[]): ReadonlyMap<string, CellOut> {
  const table = ownTable(grids, "calendar", headings);
  return new Map((table?.rows ?? []).map((row) => [table?.text(row, "任务") ?? "", asWritten(row[table?.columnOf("办理情况") ?? -1])]));
}

/** The calendar as a line of the log. */
export function calendarSummary(due: number): { readonly action: string; readonly counts: string } {
  return { action: loggedAs.calendar, counts: `今日应办${due}项` };
}

/** The tab as of the season's day. */
export function calendarSheet(season: Season, grids: readonly Grid[]): SheetSpec {
  const { today, dates } = season;
  const notes = notesIn(grids);
  const duties = dutiesOf(dates).map((duty) => ({ duty, state: dutyState(duty, today) }));
  const rows = duties.map(({ duty, state }, index): readonly CellOut[] => {
    const [what, owner] = dutyWords[duty.id];
    const from: CellOut = duty.from === undefined ? null : { day: duty.from };
    return [index + 1, what, owner, from, { day: duty.to }, stateWords(duty, state, season), notes.get(what) ?? null];
  });
  const right = headings.length - 1;
  const row = (at: number) => ({ top: at, left: 0, bottom: at, right });
  const state = headings.indexOf("状态");
  return {
    tab: "calendar",
    name: tabNames.calendar,
    tabColor: "2E75B6",
    columns: [
      { width: 6, style: "cellCenter" },
      { width: 52, style: "cellWrapped" },
      { width: 18, style: "cellWrapped" },
      { width: 12, style: "cellDay" },
      { width: 12, style: "cellDay" },
      { width: 14, style: "cellCenter" },
      { width: 30, style: "fillWrapped" },
    ],
    rows: [
      [seasonTitle(season, tabNames.calendar)],
      [
        `今天是${dayInWords(today)}。日期按“设置”，截止日当天${season.deadlinesIncludeDay === false ? "不算在内，表中写的是最后一天" : "算在内"}；“办理情况”由中心填写，重新生成不会改动。`,
      ],
      headings,
      ...rows,
    ],
    styled: [
      { area: row(0), style: "titleLeft" },
      { area: row(1), style: "subtitle" },
      { area: row(headingRow), style: "heading" },
      { area: { ...row(headingRow), left: right }, style: "headingFill" },
      ...duties.flatMap(({ state: now }, index) =>
        now === "today"
          ? [
              {
                area: { top: headingRow + 1 + index, left: state, bottom: headingRow + 1 + index, right: state },
                style: "cellWarning" as const,
              },
            ]
          : [],
      ),
    ],
    merges: [row(0), row(1)],
    heights: new Map([
      [0, 30],
      [headingRow, 24],
    ]),
    freeze: { rows: headingRow + 1, columns: 2 },
    page: {
      paper: "A4",
      orientation: "landscape",
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4 },
      fitWidth: true,
      center: true,
      footer: "&C第 &P 页 共 &N 页",
    },
  };
}
