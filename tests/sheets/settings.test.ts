// 设置 as people fill it in: what cannot be used is a finding at its cell before any letter is made, and is never taken for something else.
import { expect, test } from "@jest/globals";
import { day } from "../../src/domain/values/day";
import { fen } from "../../src/domain/values/money";
import { findingText } from "../../src/i18n";
import type { CellValue, Grid } from "../../src/sheets/grid";
import { readSeasonBook } from "../../src/sheets/reading/read-season";
import { checkedBook } from "../support/checked";

const bookWith = (...lines: readonly (readonly [string, CellValue])[]) => {
  const rows = [["县名", "蒲城县"], ["年度", 2019], ["单位", "蒲城县学生资助管理中心"], ...lines] as const;
  const grid: Grid = { name: "设置", visibility: "visible", rows, merges: [], hiddenRows: [], hiddenColumns: [] };
  return readSeasonBook([grid], { clock: day("2019-11-25") });
};
const findingsOf = (...lines: readonly (readonly [string, CellValue])[]) =>
  checkedBook(bookWith(...lines)).findings.map(({ rule, severity, sheet, cell, params }) => [rule, severity, sheet, cell, params["value"]]);

test("what is wrong in 设置 is found at its cell", () => {
  expect(
    findingsOf(
      ["应还日", "2019-02-30"],
      ["送达开始", { day: day("2109-11-25") }],
      ["签收单截止", "尽快"],
      ["应还人数", "三千多"],
      ["应还合计", "约六百万"],
      ["通知书开头", "{应还总额}元"],
      ["通知书期限", "请于{截止日前"],
      ["通知书信用", "列入失信名单"],
      ["今天", "昨天"],
    ),
  ).toEqual([
    ["setting-date-unreadable", "error", "设置", "B4", "2019-02-30"],
    ["setting-date-far", "error", "设置", "B5", "2109-11-25"],
    ["setting-date-unreadable", "error", "设置", "B6", "尽快"],
    ["setting-control-unreadable", "warning", "设置", "B7", "三千多"],
    ["setting-control-unreadable", "warning", "设置", "B8", "约六百万"],
    ["text-braces", "error", "设置", "B9", "{应还总额}"],
    ["text-braces", "error", "设置", "B10", "{截止日前"],
    ["text-harsh", "error", "设置", "B11", "失信"],
    ["setting-date-unreadable", "error", "设置", "B12", "昨天"],
  ]);
});

test.each(["99999", 99_999, 19, "abc", "二〇一九"])(
  "the year %j is found at its cell and stops letters; the year is then another",
  (year) => {
    const rows = [
      ["县名", "蒲城县"],
      ["年度", year],
      ["单位", "中心"],
    ] as const;
    const grid: Grid = { name: "设置", visibility: "visible", rows, merges: [], hiddenRows: [], hiddenColumns: [] };
    const book = readSeasonBook([grid], { clock: day("2020-11-25") });
    expect(checkedBook(book).findings.map(({ rule, severity, cell, params }) => [rule, severity, cell, params["year"]])).toEqual([
      ["setting-year-unreadable", "error", "B2", 2020],
    ]);
    expect(book.season.year).toBe(2020);
  },
);

test("where the centre receives people is kept as typed, and cut visibly where it is no address", () => {
  const { season } = bookWith(["办公地址", "县政府（东楼），1层"], ["办公时间", "8:30—12:00；14:00—17:30"]);
  expect([season.officeAddress, season.officeHours]).toEqual(["县政府（东楼），1层", "8:30—12:00；14:00—17:30"]);
  expect(bookWith(["办公地址", "东".repeat(61)]).season.officeAddress).toBe(`${"东".repeat(59)}…`);
  expect(findingsOf(["办公地址", "东".repeat(61)])).toEqual([["setting-too-long", "warning", "设置", "B4", undefined]]);
});

test("sound settings are no finding, blank ones neither", () => {
  const book = bookWith(
    ["应还日", { day: day("2019-12-20") }],
    ["情况说明截止", "12月18日"],
    ["应还人数", "3,917人"],
    ["应还合计", "6,490,286.86"],
    ["今天", null],
    ["通知书期限", "请于{截止日}前还清{未还合计}元（{应还合计大写}）"],
  );
  expect(checkedBook(book).findings).toEqual([]);
  expect(book.season.control).toEqual({ persons: 3917, due: fen(649_028_686) });
});

test("a date far from the season is used nowhere", () => {
  expect(bookWith(["应还日", "2109-12-20"]).season.dates.dueDate).toBe("2019-12-20");
});

test("the finding says what stands there and what to do", () => {
  const [finding] = checkedBook(bookWith(["应还日", "2019-02-30"])).findings;
  expect(finding && findingText("zh-CN", finding)).toEqual({
    title: "设置里的日期无法识别",
    message: "“应还日”写作“2019-02-30”，不是日历上的日期，无法采用。",
    advice: "请改正；改正之前不生成通知书。",
  });
});

test.each<[CellValue, number | undefined]>([
  ["90%", 9000],
  ["85.5％", 8550],
  [0.9, 9000],
  [90, 9000],
  [1, 10_000],
  [0, 0],
  ["一般", undefined],
  ["120%", undefined],
  [-5, undefined],
  ["低于90%", undefined],
])("the delivery rate for talks %j is %s hundredths of a percent; what cannot be read is a finding, and as usual then", (value, rate) => {
  expect(bookWith(["约谈送达率", value]).season.reporting?.talkDelivery).toBe(rate);
  expect(findingsOf(["约谈送达率", value])).toEqual(
    rate === undefined ? [["setting-report-unreadable", "warning", "设置", "B4", String(value)]] : [],
  );
});

test("last places, size and seed of the sample are read as people write them", () => {
  const lines = [
    ["约谈回收率", "60%"],
    ["约谈后几名", "3名"],
    ["督查抽样人数", 8],
    ["督查抽样种子", "局办三月"],
  ] as const;
  expect(bookWith(...lines).season.reporting).toEqual({ talkRecovery: 6000, talkLast: 3, sampleSize: 8, sampleSeed: "局办三月" });
  expect(findingsOf(["约谈后几名", "几名"], ["督查抽样人数", 2.5])).toEqual([
    ["setting-report-unreadable", "warning", "设置", "B4", "几名"],
    ["setting-report-unreadable", "warning", "设置", "B5", "2.5"],
  ]);
});
