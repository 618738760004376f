// The leaflet (政策宣传页) and the blank notice: one page each, and of policy only what somebody has confirmed for the season.
import { describe, expect, test } from "@jest/globals";
import { seasonDates } from "../../src/domain/record/season";
import { day } from "../../src/domain/values/day";
import { blankNotice } from "../../src/sheets/notices/blank-notice";
import { leaflet, leafletLines } from "../../src/sheets/notices/leaflet";
import { heightOf, type Line, pageHeight } from "../../src/sheets/notices/notice-page";
import { expectGolden } from "../support/golden";
import { aSeason } from "../support/standings";

const seasonOf = (year: number, change: Parameters<typeof aSeason>[0] = {}) => aSeason({ year, dates: seasonDates(year), ...change });
const textOf = (page: readonly Line[] | undefined) =>
  (page ?? []).flatMap(({ pieces }) => pieces.map(({ value }) => String(value ?? "").trim()));
const says = (year: number, change: Parameters<typeof aSeason>[0] = {}) =>
  leafletLines(seasonOf(year, change), day(`${year}-11-25`)).map(([name, text]) => `${name}：${text}`);

test("the leaflet of 2019 reads like this", () => {
  const page = leaflet(seasonOf(2019, { officeAddress: "东风街1号", officeHours: "8:00—18:00" }), day("2019-11-25"));
  expectGolden("leaflet-2019", `${textOf(page).filter(Boolean).join("\n")}\n`);
  expect(heightOf(page ?? [])).toBeLessThanOrEqual(pageHeight);
});

describe("of policy", () => {
  test.each([
    [2013, "还本宽限期最长2年；贷款期限最长14年；"],
    [2019, "还本宽限期最长3年；贷款期限最长20年；"],
    [2025, "还本宽限期最长5年；贷款期限最长22年；"],
  ])("%i: grace and term are the longest of the year", (year, words) => {
    expect(says(year).find((text) => text.startsWith("宣传页还款金额"))).toContain(words);
  });

  test.each([
    ["2019, which knows no relief", 2019, {}, []],
    ["2023, whose relief nobody has confirmed", 2023, {}, []],
    [
      "2025, whose relief is confirmed",
      2025,
      {},
      [
        "宣传页免息：免息：按照国家政策（财教〔2025〕69号），2025年及以前毕业的同学，2025年内应还的利息免除，不用偿还。",
        "宣传页延期：延期还本：按照国家政策（财教〔2025〕69号），2025年及以前毕业的同学，2025年内应还的本金可以申请延期1年偿还，需要的请向我们咨询。",
      ],
    ],
    [
      "2023, whose relief the office has confirmed: no paper is named",
      2023,
      { policy: { waivesInterest: true } },
      ["宣传页免息：免息：按照国家政策，2023年及以前毕业的同学，2023年内应还的利息免除，不用偿还。"],
    ],
    ["2025, where the office denies it", 2025, { policy: { waivesInterest: false, defersPrincipal: false } }, []],
  ] as const)("%s", (_, year, change, expected) => {
    expect(says(year, change).filter((text) => /^宣传页(?:免息|延期)/.test(text))).toEqual(expected);
  });

  test("ways to pay are those that are confirmed, numbered without a gap", () => {
    const ways = (year: number, change = {}) =>
      says(year, change).flatMap((text) => /^通知书(?:支付宝|刷卡|代还)：(\d\. .{2,3})：/.exec(text)?.[1] ?? []);
    expect([ways(2019), ways(2021), ways(2021, { policy: { payWays: ["card"] } })]).toEqual([
      ["1. 支付宝", "2. 刷卡", "3. 代还"],
      ["1. 支付宝", "2. 代还"],
      ["1. 刷卡"],
    ]);
  });

  test("nothing is left of a field, and after the due date nothing asks for what is past", () => {
    for (const year of [2013, 2019, 2023, 2025]) expect(says(year).join("")).not.toMatch(/[{}]/);
    const late = leafletLines(seasonOf(2019), day("2019-12-25"))
      .map(([, text]) => text)
      .join("");
    expect(late).toContain("应还日（2019年12月20日）已过");
    expect(late).not.toContain("提前几天");
  });
});

describe("the blank notice", () => {
  test("is a letter to be written by hand: one page, no name, no number, no code", () => {
    const page = blankNotice(seasonOf(2019), day("2019-11-25")) ?? [];
    expect(heightOf(page)).toBeLessThanOrEqual(pageHeight);
    expect(page.flatMap(({ picture }) => picture ?? [])).toEqual([]);
    expectGolden("blank-notice-2019", `${textOf(page).filter(Boolean).join("\n")}\n`);
  });

  test("gives up rows of its table before it gives up its page, and says when even that is not enough", () => {
    const rowsWith = (times: number) => {
      const texts = new Map([["通知书祝语", "祝您工作顺利，阖家安康！".repeat(times)]]);
      return blankNotice(seasonOf(2019, { texts }), day("2019-11-25"))?.filter(
        ({ pieces }) => pieces.length === 6 && pieces.every(({ value }) => value === null),
      ).length;
    };
    expect([rowsWith(1), rowsWith(90)]).toEqual([4, undefined]);
    expect(rowsWith(36)).toBeLessThan(4);
  });
});
