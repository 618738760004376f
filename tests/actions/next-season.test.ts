// The next season: what goes on means the same in the new book, the old season's own figures do not go on, and no sheet is lost.
import { describe, expect, test } from "@jest/globals";
import { dashboardOf } from "../../src/actions/dashboard";
import { nextSeason } from "../../src/actions/next-season";
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { calendarSheet, dutyWords } from "../../src/sheets/checking/calendar";
import { noticeTemplate } from "../../src/sheets/notices/notice-template";
import { cellText, type Grid } from "../../src/sheets/grid";
import { readSeasonBook } from "../../src/sheets/reading/read-season";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { decidedIn } from "../../src/sheets/returns/decided";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { gridOf, paymentGrid, rosterGrid, settingsGrid, territoryGrid } from "../support/builders";
import { RecordingFiles, RecordingWorkbook } from "../support/recording";

const clock = day("2020-01-10");
const contacts = gridOf(
  "联系表",
  [{ school: "罕井镇中心校", contact: "周老师", contactPhone: "13991300102" }],
  "蒲城县2019年助学贷款催收联系表",
);
const taught: Grid = {
  ...{ ...gridOf("识别更正", []), ownTab: "corrections" },
  rows: [["识别更正"], ["工作表", "项目", "更正为"], ["联系表", "用途", "联系表"]],
};

// A tab without an id is the office's own.
function asRead(spec: SheetSpec): Grid {
  const { ownTab, ...grid } = gridOfSpec(spec, spec.name);
  return ownTab ? { ...grid, ownTab } : grid;
}

async function run(...grids: readonly Grid[]) {
  const files = new RecordingFiles();
  const season = await OpenSeason.open(new RecordingWorkbook(grids), { clock });
  const outcome = await nextSeason.run(season, { files });
  const made = files.added[0]?.book.sheets ?? [];
  const sheets = made.map(asRead);
  return { season, outcome, sheets, next: readSeasonBook(sheets, { clock }) };
}

const lines = {
  文号: "陕教贷办〔2019〕1号",
  通报文号: "蒲教字〔2019〕88号",
  省厅上报文号: "蒲资助函〔2019〕3号",
  应还人数: 1,
  应还合计: 1494,
  通知书祝语: "2019年顺利！",
  通知书开头: "您好：",
  免息: "否",
  约谈后几名: 2,
};

describe("the new book", () => {
  test("keeps tables, corrections, texts and settings, and every other sheet is in the archive alone", async () => {
    const { outcome } = await run(settingsGrid(lines), rosterGrid({}), territoryGrid(), contacts, paymentGrid({}), taught);
    expect(outcome).toEqual({
      year: 2020,
      file: "蒲城县2020年助学贷款本息回收.xlsx",
      kept: ["设置", "辖区划分", "联系表", "识别更正"],
      archived: ["应还名单", "扣款结果"],
      toFill: ["文号", "通报文号", "省厅上报文号", "应还人数", "应还合计", "免息"],
      toCheck: ["通知书祝语"],
    });
  });

  test("is a year later, without the old season's figures, and says the same in everything else", async () => {
    const { season, next } = await run(settingsGrid(lines), rosterGrid({}), territoryGrid(), contacts, taught);
    const { county, year, dates, control, documentNo, documentNos, reporting, policy, texts } = next.season;
    expect(season.book.season.documentNos).toEqual({ circular: "蒲教字〔2019〕88号", province: "蒲资助函〔2019〕3号" });
    expect([county, year, control, documentNo, documentNos, reporting, policy]).toEqual(["蒲城县", 2020, {}, "", {}, { talkLast: 2 }, {}]);
    expect(dates).toEqual({
      ...Object.fromEntries(Object.entries(season.book.season.dates).map(([key, on]) => [key, `2020${on.slice(4)}`])),
    });
    expect([texts.get("通知书祝语"), texts.get("通知书开头")]).toEqual(["2019年顺利！", "您好："]);
  });

  test("names the new year above its tables, and asks in 设置 for what nobody has confirmed", async () => {
    const { sheets } = await run(settingsGrid(), rosterGrid({}), contacts);
    const rows = (name: string) => (sheets.find((sheet) => sheet.name === name)?.rows ?? []).map((row) => row.map(cellText));
    expect(rows("联系表")[0]).toEqual(["蒲城县2020年助学贷款催收联系表"]);
    expect(rows("设置").at(-1)).toEqual([
      "还款渠道",
      "",
      "待核实：刷卡今年是否可用，核实后填全部可用的方式（如“支付宝、刷卡、代还”）；不填的，通知书不写刷卡",
    ]);
  });

  test("a year of relief is said with its source, and is the centre's to deny", async () => {
    const { sheets } = await run(
      settingsGrid({ 年度: 2024, 今天: "2024-12-11", 应还日: "2024-12-20", 名单下发: "2024-11-20" }),
      rosterGrid({}),
    );
    const texts = (sheets[0]?.rows ?? []).map((row) => row.map(cellText)).filter(([name = ""]) => name === "免息" || name === "本金延期");
    expect(texts).toEqual([
      ["免息", "", "财教〔2025〕69号：2025年应还利息免除；本县另有规定的填“否”，不填按此办理"],
      ["本金延期", "", "财教〔2025〕69号：2025年应还本金可申请延期；本县另有规定的填“否”，不填按此办理"],
    ]);
  });

  test("a book without 设置 gets one with the notice's days of the next year", async () => {
    const { next } = await run({ ...rosterGrid({}), rows: [["蒲城县2019年应还名单"], ...rosterGrid({}).rows] }, territoryGrid());
    expect([next.season.county, next.season.year, next.season.dates.slipsDue]).toEqual(["蒲城县", 2020, "2020-11-29"]);
  });

  test.each([1, 7, 2019])(
    "schools, places and contacts of county %d mean the same, so that the same list is divided alike",
    async (seed) => {
      const grids = countyBook(sampleCounty({ persons: 60, seed })).sheets.map(asRead);
      const { season, sheets, next } = await run(...grids);
      const list = grids.find(({ name }) => name === "应还名单");
      if (!list) throw new Error("no list");
      const again = OpenSeason.in([...sheets, list], "new", { clock });
      const told = ({ schools, territories }: NonNullable<typeof next.jurisdictions>) => ({ schools, territories });
      const placed = ({ assignments }: OpenSeason) => assignments.map(({ person, school }) => [person.citizenId, school?.name]);
      expect(next.jurisdictions && told(next.jurisdictions)).toEqual(season.book.jurisdictions && told(season.book.jurisdictions));
      expect(next.contacts.map(({ values }) => values)).toEqual(season.book.contacts.map(({ values }) => values));
      expect(placed(again)).toEqual(placed(season));
    },
  );

  test("keeps what words of schools mean, without those about whom they were said", async () => {
    const word = { field: "repaymentStatus", word: "微信转了" } as const;
    const columns = ["类型", "文件", "责任学校", "工作表", "单元格", "姓名", "合同编号", "项目", "名单或已登记内容", "交回内容"];
    const decided: Grid = {
      ...{ ...gridOf("冲突决定", []), ownTab: "return-decisions" },
      rows: [
        ["冲突决定"],
        ["日期", "决定", ...columns, "题号", "程序用"],
        [
          { day: clock },
          "已还",
          "无效",
          "a.xlsx",
          "罕井镇中心校",
          "催收名单",
          "R5",
          "王思齐",
          "6105262013000001",
          "还款状态",
          "",
          "微信转了",
          "k1",
          JSON.stringify({ word }),
        ],
        [
          { day: clock },
          "采用",
          "两个版本",
          "b.xlsx",
          "罕井镇中心校",
          "催收名单",
          "R6",
          "王思齐",
          "6105262013000001",
          "还款日期",
          "",
          "",
          "k2",
          "{}",
        ],
      ],
    };
    const { outcome, sheets } = await run(settingsGrid(), rosterGrid({}), territoryGrid(), decided);
    const memory = decidedIn(sheets);
    expect([outcome.kept.includes("冲突决定"), memory.rows.length, memory.meaningOf("repaymentStatus", "微信 转了")]).toEqual([
      true,
      1,
      "paid",
    ]);
    expect(JSON.stringify(memory.rows)).not.toMatch(/王思齐|6105262013000001|罕井|xlsx/);
  });

  test("takes on the letter's own texts, the calendar's own duties and owners, all a year later and nothing done", async () => {
    const first = [settingsGrid({ 今天: "2019-12-11" }), rosterGrid({}), territoryGrid(), contacts];
    const workbook = new RecordingWorkbook(first);
    const { season } = await OpenSeason.open(workbook, { clock }).then((of) => ({ season: of.book.season }));
    const typed = (spec: SheetSpec, change: (row: SheetSpec["rows"][number], at: number) => SheetSpec["rows"][number]) => {
      const drawn = { ...spec, rows: spec.rows.map(change) };
      return { ...gridOfSpec(drawn, drawn.name), ownTab: drawn.tab };
    };
    const template = typed(noticeTemplate(season, [])!, (row) =>
      row[0] === "通知书祝语" ? row.with(1, "祝{姓名}同学2019年万事顺意！") : row,
    );
    const done = typed(calendarSheet(season, []), (row, at) => {
      if (at === 4) return row.with(2, "张同志").with(6, "名单已下发");
      return at === 15 ? [null, "向县长汇报", "李主任", null, { day: day("2019-12-16") }, null, "已汇报"] : row;
    });
    const { outcome, sheets, next } = await run(...first, template, done);
    expect([outcome.kept, outcome.toCheck]).toEqual([["设置", "辖区划分", "联系表", "通知书模板", "任务日历"], ["通知书祝语"]]);
    expect(next.season.texts.get("通知书祝语")).toBe("祝{姓名}同学2019年万事顺意！");
    const rows = sheets.find(({ name }) => name === "任务日历")?.rows.map((row) => row.map(cellText)) ?? [];
    expect(rows[0]?.[0]).toContain("2020年");
    expect(rows.slice(4, 5)).toEqual([["2", dutyWords.lists[0], "张同志", "", "2020-11-20", "还有2天"]]);
    expect(rows.slice(15, 16)).toEqual([["13", "向县长汇报", "李主任", "", "2020-12-16", "还有28天"]]);
    const again = OpenSeason.in([...sheets, { ...rosterGrid({}), name: "应还名单" }], "b", { clock: day("2020-12-16") });
    expect(dashboardOf(again).ownDue).toEqual(["向县长汇报"]);
  });

  test("a season in which nobody is listed is not closed, and what to do instead is said", async () => {
    const empty = OpenSeason.in([settingsGrid(), territoryGrid()], "b.xlsx", { clock, mayLackList: true });
    await expect(nextSeason.run(empty, { files: new RecordingFiles() })).rejects.toMatchObject({ code: "not-begun", detail: "2019" });
    expect(() => OpenSeason.in([gridOf("采购", [])], "b.xlsx", { clock, mayLackList: true })).toThrow("no-borrowers");
  });

  test("holds no borrower's name or number", async () => {
    const { season, sheets } = await run(settingsGrid(), rosterGrid([{}, {}]), territoryGrid(), contacts, paymentGrid({}));
    const texts = sheets.flatMap(({ rows }) => rows.flat().map(cellText)).join("\n");
    const own = season.book.roster.rows.flatMap(({ values: { name, citizenId, contractNo, phone } }) => [
      name,
      citizenId,
      contractNo,
      phone,
    ]);
    expect(own.filter((text) => text !== undefined && texts.includes(text))).toEqual([]);
  });
});
