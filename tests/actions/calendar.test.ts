// 任务日历: every duty with its days on any day, what is due today, notes that stay, and one switch for whether 前 includes the day.
import { expect, test } from "@jest/globals";
import { calendar } from "../../src/actions/calendar";
import { OpenSeason } from "../../src/actions/season";
import { dutiesToday } from "../../src/domain/record/duties";
import { seasonDates } from "../../src/domain/record/season";
import { day } from "../../src/domain/values/day";
import { cellText, type CellValue, type Grid } from "../../src/sheets/grid";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { feedbackBookOf, contractOf } from "../support/feedback-season";
import { RecordingWorkbook } from "../support/recording";

const settings = (...more: readonly (readonly CellValue[])[]): Grid => ({
  name: "设置",
  visibility: "visible",
  rows: [["县名", "蒲城县"], ["年度", 2019], ["单位", "蒲城县学生资助管理中心"], ...more],
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
});

async function calendarOn(today: string, grids: readonly Grid[]) {
  const workbook = new RecordingWorkbook([...feedbackBookOf([contractOf(1, 0, 100)]).slice(1), ...grids]);
  const outcome = await calendar.run(await OpenSeason.open(workbook, { clock: day(today) }), { workbook });
  const spec = workbook.tabs.get("calendar");
  if (!spec) throw new RangeError("no 任务日历");
  return { due: outcome.due.map(({ id }) => id), own: outcome.own, tab: { ...gridOfSpec(spec, spec.name), ownTab: "calendar" } };
}

const lines = (tab: Grid) => tab.rows.slice(3).map((row) => row.slice(3).map(cellText).join(" "));

test("as of 12-11: what is past, what is on with its days, what is done every day, and what is ahead", async () => {
  const { due, tab } = await calendarOn("2019-12-11", [settings()]);
  expect(due).toEqual(["feedback", "visits"]);
  expect(lines(tab)).toEqual([
    " 2019-11-19 已过截止日",
    " 2019-11-20 已过截止日",
    " 2019-12-10 已过截止日",
    "2019-11-25 2019-12-01 已过截止日",
    "2019-11-25 2019-11-29 已过截止日",
    "2019-12-02 2019-12-10 已过截止日",
    "2019-12-11 2019-12-31 每天办理",
    "2019-12-11 2019-12-18 每天办理",
    "2019-11-25 2019-12-18 还有7天",
    "2019-12-11 2019-12-18 还有7天",
    "2019-12-19 2019-12-20 8天后开始",
    "2019-12-20 2019-12-20 9天后开始",
  ]);
});

test.each<[string, readonly string[]]>([
  ["2019-11-18", []],
  ["2019-11-19", ["contacts"]],
  ["2019-11-29", ["slips"]],
  ["2019-12-10", ["publicity", "collection"]],
  ["2019-12-18", ["feedback", "visits", "inspection", "statements"]],
  ["2019-12-20", ["feedback", "upward", "dueDate"]],
  ["2020-01-05", []],
])("due on %s: %j", (today, due) => {
  expect(dutiesToday(seasonDates(2019), day(today)).map(({ id }) => id)).toEqual(due);
});

test("where 前 leaves out its day, the four dates of the notice that say so are the days before, and no other", async () => {
  const { due, tab } = await calendarOn("2019-11-28", [settings(["截止含当日", "否"])]);
  expect(due).toEqual(["slips"]);
  expect(lines(tab).map((line) => line.trim().split(" ").slice(0, -1).at(-1))).toEqual([
    "2019-11-18",
    "2019-11-19",
    "2019-12-10",
    "2019-12-01",
    "2019-11-28",
    "2019-12-10",
    "2019-12-31",
    "2019-12-17",
    "2019-12-17",
    "2019-12-17",
    "2019-12-20",
    "2019-12-20",
  ]);
});

test("what the centre notes stays with its duty on another day", async () => {
  const { tab } = await calendarOn("2019-11-19", [settings()]);
  const noted = { ...tab, rows: tab.rows.map((row, at) => (at === 4 ? [...row, "名单已下发"] : row)) };
  const again = await calendarOn("2019-11-25", [settings(), noted]);
  expect(again.tab.rows.map((row) => cellText(row[6])).filter((text) => text !== "")).toEqual(["办理情况", "名单已下发"]);
});

test("duties of the centre's own making and who answers for what stay, stand by their own days, and are told on theirs", async () => {
  const { tab } = await calendarOn("2019-12-11", [settings()]);
  const own: Grid = {
    ...tab,
    rows: [
      ...tab.rows.map((row, at) => (at === 4 ? row.with(2, "资助中心张同志") : row)),
      [null, "向分管副县长汇报", "资助中心", { day: day("2019-12-09") }, "12-13", null, "已约时间"],
      [null, "归档", "资助中心", null, "过年以后"],
    ],
  };
  const again = await calendarOn("2019-12-13", [settings(), own]);
  expect(again.own).toEqual(["向分管副县长汇报"]);
  const rows = again.tab.rows.map((row) => row.map(cellText));
  expect(rows[4]?.[2]).toBe("资助中心张同志");
  expect(rows.slice(15, 17)).toEqual([
    ["13", "向分管副县长汇报", "资助中心", "2019-12-09", "2019-12-13", "今日截止", "已约时间"],
    ["14", "归档", "资助中心", "", "过年以后", "请填截止日期"],
  ]);
  const third = await calendarOn("2019-12-13", [settings(), again.tab]);
  expect(third.tab.rows).toEqual(again.tab.rows);
});
