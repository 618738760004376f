// 数字来源 in a real browser: in the stand-in the selected figure leads to its cells and each cell is shown; without Excel a figure is chosen by name.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { explain, type ExplainOptions } from "../../src/actions/explain";
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import { fenFromYuan, groupedYuan, type Fen } from "../../src/domain/values/money";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { writeBook } from "../../src/xlsx/write-book";
import { readBook } from "../../src/xlsx/read-book";
import { selectCell } from "../support/by-hand";
import { asFile } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const name = "蒲城县2019年助学贷款本息回收.xlsx";
const clock = day("2019-12-22");
const today = new Date(2019, 11 /* Dec */, 22, 10);
const bytes = await writeBook(countyBook(sampleCounty({ persons: 60, seed: 2019 })));

let browser: Browser;
let server: Server;
let origin: string;
beforeAll(async () => {
  [browser, { server, origin }] = await Promise.all([startBrowser(), servePages()]);
});
afterAll(async () => {
  await browser.close();
  server.close();
});

async function expected(options: ExplainOptions) {
  const { grids } = await readBook(bytes, name);
  return explain.run(OpenSeason.in(grids, name, { clock, today: clock }), {}, options);
}

/** What the lines of a pane add up to, and how many they are. */
async function listed(pane: Page | FrameLocator, lists = "[data-sum]"): Promise<readonly [count: number, sum: string]> {
  const lines = await pane.locator(`${lists} .message`).allInnerTexts();
  const amounts = lines.map((text) => fenFromYuan(/^-?[\d,.]+/.exec(text)?.[0].replaceAll(",", "") ?? "") ?? NaN);
  return [lines.length, groupedYuan(amounts.reduce((sum, amount) => sum + amount, 0) as Fen)];
}

test("in the stand-in: a figure of 还款汇总, the cells that make it, each cell shown; and a sentence for what is no figure", async () => {
  const { page, strangers, complaints } = await openPage(browser, `${origin}/workbench.html?persons=60&lang=zh-CN`, {
    today,
    viewport: { width: 1280, height: 800 },
  });
  const pane = page.frameLocator("#pane iframe");
  await pane.locator("[data-choice=today]").fill(clock);
  await pane.locator("[data-do=set-today]").click();
  await pane.locator("[data-do=real-today]").waitFor();
  await pane.locator("[data-action=repayment-rollup]").click();
  await pane.locator("[data-do=start]").click();
  await page.getByRole("tab", { name: "还款汇总", selected: true }).waitFor();
  const school = "罕井镇中心校";
  const { value, rows } = await expected({ figure: "repaid", school });
  const shown = groupedYuan(value as Fen);

  await selectCell(page.locator(".rgCell", { hasText: shown }), page.locator("#status .content", { hasText: shown }));
  await pane.locator("[data-do=explain]").click();
  await pane.locator(".card-title", { hasText: `${school}：已还金额` }).waitFor();
  expect(await pane.locator(".fact").allInnerTexts()).toEqual([`${shown} 元`]);
  expect(await listed(pane)).toEqual([rows.length, shown]);

  // Compared with an earlier day, causes make the difference, and the figure itself stays below them.
  const since = day("2019-12-01");
  const { causes = [] } = await expected({ figure: "repaid", school, since });
  const change = causes.reduce((sum, { amount }) => sum + amount, 0);
  expect(change).toBeGreaterThan(0);
  await pane.locator("[data-choice=cell-since]").fill(since);
  await pane.locator("[data-do=explain-since]").click();
  await pane.locator("[data-since]", { hasText: `与 2019年12月1日 相比增加 ${groupedYuan(change as Fen)} 元` }).waitFor();
  expect(await listed(pane, "[data-cause]")).toEqual([
    causes.reduce((count, { rows: cells }) => count + cells.length, 0),
    groupedYuan(change as Fen),
  ]);
  expect(await listed(pane, "[data-sum]:not([data-cause])")).toEqual([rows.length, shown]);
  await pane.locator("[data-choice=cell-since]").fill(clock);
  await pane.locator("[data-do=explain-since]").click();
  await pane.locator("[data-since]", { hasText: "相比没有变化" }).waitFor();

  await pane.locator("[data-sum] button").first().click();
  await page.getByRole("tab", { name: rows[0]!.sheet, exact: true, selected: true }).waitFor();
  await page.locator("#status .cell", { hasText: rows[0]!.cell }).waitFor();
  await pane.locator("[data-do=explain-cell]").click();
  await pane.locator(".card", { hasText: `“${rows[0]!.sheet}”的 ${rows[0]!.cell} 不在汇总表里` }).waitFor();

  await page.getByRole("tab", { name: "还款汇总", exact: true }).click();
  await page.getByRole("tab", { name: "还款汇总", exact: true, selected: true }).waitFor();
  await selectCell(page.locator(".rgCell", { hasText: /^责任学校$/ }), page.locator("#status .content", { hasText: /^责任学校$/ }));
  await pane.locator("[data-do=explain-cell]").click();
  await pane.locator(".card", { hasText: "不是由原始单元格相加得出的数" }).waitFor();
  expect([strangers, complaints]).toEqual([[], []]);
});

test("without Excel: figures by name, of the county and of a school, in 320 px", async () => {
  const { page, strangers, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, {
    today,
    viewport: { width: 320, height: 640 },
  });
  await page.setInputFiles("input[type=file]", asFile(name, bytes));
  await page.locator("[data-choice=today]").fill(clock);
  await page.locator("[data-do=set-today]").click();
  await page.locator("[data-do=real-today]").waitFor();
  await page.locator("[data-do=explain]").click();
  await page.locator("[data-do=explain-figure]").waitFor();
  expect(await page.locator("[data-do=explain-cell]").count()).toBe(0);
  const places = await page.locator("[data-choice=place] option").allInnerTexts();
  expect([places[0], places.at(-1)]).toEqual(["全县", "待划分"]);
  for (const school of [undefined, places[1]]) {
    const options: ExplainOptions = { figure: "outstanding", ...(school === undefined ? {} : { school }) };
    const { value, rows } = await expected(options);
    await page.locator("[data-choice=figure]").selectOption("outstanding");
    await page.locator("[data-choice=place]").selectOption({ label: school ?? "全县" });
    await page.locator("[data-do=explain-figure]").click();
    await page.locator(".card-title", { hasText: `${school ?? "全县"}：未还金额` }).waitFor();
    expect(await page.locator(".fact").allInnerTexts()).toEqual([`${groupedYuan(value as Fen)} 元`]);
    if (rows.length <= 300) expect(await listed(page)).toEqual([rows.length, groupedYuan(value as Fen)]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
  const since = day("2019-12-01");
  const { causes = [] } = await expected({ figure: "repaid", since });
  await page.locator("[data-choice=figure]").selectOption("repaid");
  await page.locator("[data-choice=place]").selectOption({ label: "全县" });
  await page.locator("[data-choice=since]").fill(since);
  await page.locator("[data-do=explain-figure]").click();
  const change = causes.reduce((sum, { amount }) => sum + amount, 0);
  expect(change).toBeGreaterThan(0);
  await page.locator("[data-since]", { hasText: `与 2019年12月1日 相比增加 ${groupedYuan(change as Fen)} 元` }).waitFor();
  const facts = await page.locator(".fact").allInnerTexts();
  expect(facts.filter((text) => /^(银行扣款|提前还款|冲正退回)：/.test(text))).toHaveLength(causes.length);
  await page.locator("[data-choice=place]").selectOption({ label: places[1]! });
  await page.locator("[data-do=explain-figure]").click();
  await page.locator(".card-title", { hasText: `${places[1] ?? ""}：已还金额` }).waitFor();
  expect(await page.locator("[data-choice=place]").evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.text)).toBe(
    places[1],
  );
  expect([strangers, complaints]).toEqual([[], []]);
});
