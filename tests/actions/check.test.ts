// Checking a book: totals beside the control figures, what is sound stays unmarked, what is spoilt is found where it is.
import { describe, expect, test } from "@jest/globals";
import { OpenSeason } from "../../src/actions/season";
import { check } from "../../src/actions/check";
import { day } from "../../src/domain/values/day";
import { fen } from "../../src/domain/values/money";
import { findingText } from "../../src/i18n/index";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { messyBook } from "../../src/sample/messy";
import type { Grid } from "../../src/sheets/grid";
import { FileWorkbook } from "../../src/xlsx/file-workbook";
import { officeDay, paymentGrid, rosterGrid, settingsGrid, territoryGrid } from "../support/builders";
import { checked, foreignGrids } from "../support/checked";

const clock = day(officeDay);

test("a sound book: sheets, totals, control figures, and no finding", () => {
  const control = { 应还人数: 2, 应还本金: 3600, 应还利息: 882, 应还合计: 4482 };
  const rows = [{}, {}, { name: "李桃", citizenId: "61212819910722402X", gender: "女" }];
  const result = checked([settingsGrid(control), rosterGrid(rows), territoryGrid(), paymentGrid({})]);
  expect(result.sheets.map(({ name, kind, headerRow, rows: count }) => [name, kind, headerRow, count])).toEqual([
    ["设置", "settings", 0, 0],
    ["应还名单", "borrowers", 1, 3],
    ["辖区划分", "jurisdictions", 1, 4],
    ["扣款结果", "repayments", 1, 1],
  ]);
  expect(result.sheets[1]?.columns.get("citizenId")).toBe(2);
  expect(result.totals).toEqual({ persons: 2, contracts: 3, principal: fen(360_000), interest: fen(88_200), due: fen(448_200) });
  expect(result.control.map(({ figure, expected, ok }) => [figure, expected, ok])).toEqual([
    ["persons", 2, true],
    ["principal", 360_000, true],
    ["interest", 88_200, true],
    ["due", 448_200, true],
  ]);
  expect([result.findings, result.held.size]).toEqual([[], 0]);
});

test("a control figure that does not agree says so, one that nobody states is not compared", () => {
  const { control } = checked([settingsGrid({ 应还人数: 1, 应还合计: "1,494.01" }), rosterGrid({})]);
  expect(control).toEqual([
    { figure: "persons", expected: 1, actual: 1, ok: true },
    { figure: "due", expected: 149_401, actual: 149_400, ok: false },
  ]);
});

test("rows held back for errors count in every total; a copied row counts once", () => {
  const twin = { contractNo: "6105262013000077", loanYear: 2013 };
  const { totals, held } = checked([settingsGrid(), rosterGrid([{ interest: 1 }, twin, twin])]);
  expect([totals.contracts, totals.due, held.size]).toEqual([2, 298_800, 1]);
});

test("headings are quoted as the sheet spells them", () => {
  const grid = rosterGrid({ citizenId: "610526199403150019" });
  const renamed: Grid = { ...grid, rows: grid.rows.map((row) => row.map((cell) => (cell === "身份证号" ? "公民身份号码" : cell))) };
  const [finding] = checked([settingsGrid(), renamed]).findings;
  expect(finding && findingText("zh-CN", finding).message).toMatch(/^“公民身份号码”/);
});

describe("layout", () => {
  const said = (...grids: Parameters<typeof checked>) =>
    checked(...grids).findings.map(({ rule, severity, row, cell }) => [rule, severity, row, cell]);
  const grid = rosterGrid([{}, {}]);
  const without = (...headings: string[]): Grid => {
    const dropped = new Set(headings.map((heading) => grid.rows[0]?.indexOf(heading)));
    return { ...grid, rows: grid.rows.map((row) => row.filter((_, column) => !dropped.has(column))) };
  };

  test("a list without contract numbers or amounts cannot be worked with", () => {
    expect(said([settingsGrid(), without("合同编号")])).toEqual([["column-missing", "error", 1, ""]]);
    expect(said([settingsGrid(), without("应还本金", "应还利息", "应还合计")])).toEqual([["column-missing", "error", 1, ""]]);
  });

  test("principal and interest do not follow from their total, but the total follows from them", () => {
    expect(said([settingsGrid(), without("应还利息")])).toEqual([["column-wanted", "warning", 1, ""]]);
    expect(said([settingsGrid(), without("应还合计")])).toEqual([]);
  });

  test("hidden rows, notes, repeated headings and wrong totals are told, with the difference in yuan", () => {
    const total = ["合计", null, null, null, null, null, null, null, null, null, 2400, 588, 2987];
    const rows = [grid.rows[0]!, grid.rows[1]!, grid.rows[0]!, grid.rows[2]!, total, ["填表人：某某"]];
    const findings = checked([settingsGrid(), { ...grid, rows, hiddenRows: [1] }]).findings;
    expect(findings.map(({ rule, severity, row, cell }) => [rule, severity, row, cell])).toEqual([
      ["hidden-rows", "warning", 0, ""],
      ["header-repeated", "info", 3, "A3"],
      ["total-differs", "warning", 5, "M5"],
      ["rows-ignored", "info", 6, "A6"],
    ]);
    expect(findingText("zh-CN", findings[2]!).message).toBe("表上“应还合计”合计写的是 2,987.00 元，各行相加是 2,988.00 元，相差 1.00 元。");
    expect(findingText("en", findings[0]!).message).toBe("Rows hidden or filtered out (1: 2) are counted all the same.");
  });

  test("amounts in 万元 are converted, and never without saying so", () => {
    expect(said([settingsGrid(), { ...grid, rows: [["应还名单（单位：万元）"], ...grid.rows] }])[0]).toEqual([
      "units-not-yuan",
      "warning",
      1,
      "A1",
    ]);
  });
});

describe("the invented county", () => {
  const county = sampleCounty({ persons: 3917, seed: 2019 });

  test("sound, it adds up to the notice to the cent and nobody is held back", () => {
    const { totals, control, findings, held } = checked(foreignGrids(countyBook(county)));
    expect(totals).toMatchObject({ persons: 3917, principal: 445_601_809, interest: 203_426_877, due: 649_028_686 });
    expect(control.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(held.size).toBe(0);
    const remarkable = new Set([
      "citizen-id-other-county",
      "citizen-id-ends-in-000",
      "payment-in-future",
      "co-borrower-same-name",
      "rows-ignored",
    ]);
    expect(findings.filter(({ rule }) => !remarkable.has(rule))).toEqual([]);
  });

  const { book, planted } = messyBook(county);
  const { findings } = checked(foreignGrids(book));
  const byRow = new Map<string, (typeof findings)[number][]>();
  for (const finding of findings)
    byRow.set(`${finding.sheet}!${finding.row}`, [...(byRow.get(`${finding.sheet}!${finding.row}`) ?? []), finding]);
  const at = ({ sheet, row }: (typeof planted)[number]) => byRow.get(`${sheet}!${row}`) ?? [];

  test("every error that was planted is found on its row, as an error", () => {
    const missed = planted.filter((place) => place.severity === "error" && !at(place).some(({ severity }) => severity === "error"));
    expect(missed.map(({ sheet, cell, what }) => `${sheet}!${cell} ${what}`)).toEqual([]);
  });

  // Told for the sheet as a whole; and spellings of places that the table brings together leave nothing to ask.
  const settledElsewhere =
    /^隐藏|乡镇多一个“镇”字|乡镇填成中心校|城关镇写成城关街道|没填乡镇，只有村名|两镇都有|合计为改动前的数|多扣500元/;

  test("every warning that was planted is found on its row", () => {
    const missed = planted.filter((place) => place.severity === "warning" && !settledElsewhere.test(place.what) && at(place).length === 0);
    expect(missed.map(({ sheet, cell, what }) => `${sheet}!${cell} ${what}`)).toEqual([]);
  });

  test("no row without a planted break has an error", () => {
    const spoilt = new Set(planted.map(({ sheet, row }) => `${sheet}!${row}`));
    const alarms = findings.filter(({ sheet, row, severity }) => severity === "error" && !spoilt.has(`${sheet}!${row}`));
    expect(alarms.map(({ sheet, cell, rule }) => `${sheet}!${cell} ${rule}`)).toEqual([]);
  });

  test("what only needs a look is never an error", () => {
    const gentle = planted.filter(
      ({ severity, code }) => severity === "info" && ["D13", "D14", "D22", "D25", "D30", "D32", "D33"].includes(code),
    );
    const clashing = new Set(planted.filter(({ severity }) => severity === "error").map(({ sheet, row }) => `${sheet}!${row}`));
    const alarmed = gentle.filter(
      (place) =>
        !clashing.has(`${place.sheet}!${place.row}`) && at(place).some(({ severity, cell }) => severity === "error" && cell === place.cell),
    );
    expect(alarmed.map(({ sheet, cell, what }) => `${sheet}!${cell} ${what}`)).toEqual([]);
  });
});

describe("the button", () => {
  const workbookWith = (...grids: Grid[]) => FileWorkbook.fromReading("名单.csv", { grids });

  test("writes 校验结果 and leaves the source as it is; run again, it leaves the same tab", async () => {
    const workbook = workbookWith(settingsGrid(), rosterGrid({ interest: 1 }));
    const first = await check.run(await OpenSeason.open(workbook, { clock }), { workbook });
    expect(first.tabs).toEqual(["校验结果"]);
    expect(first.result.findings.map(({ rule }) => rule)).toEqual(["due-not-sum"]);
    const isLog = ({ ownTab }: Grid) => ownTab === "change-log";
    const after = await workbook.read();
    expect(after.map(({ name }) => name)).toEqual(["设置", "应还名单", "校验结果", "变更日志", "_撤销"]);
    const second = await check.run(await OpenSeason.open(workbook, { clock }), { workbook });
    expect({ ...second.result, sheets: [] }).toEqual({ ...first.result, sheets: [] });
    const again = await workbook.read();
    expect(again.filter((grid) => !isLog(grid))).toEqual(after.filter((grid) => !isLog(grid)));
    expect(
      again
        .find(isLog)
        ?.rows.slice(2)
        .map((row) => row.slice(1)),
    ).toEqual([
      ["校验名单", "错误1条，警告0条，提示0条；因错误暂缓1人"],
      ["校验名单", "错误1条，警告0条，提示0条；因错误暂缓1人"],
    ]);
  });

  test("without a list of borrowers the job cannot be done", async () => {
    await expect(OpenSeason.open(workbookWith(settingsGrid(), territoryGrid()), { clock })).rejects.toMatchObject({ code: "no-borrowers" });
  });
});
