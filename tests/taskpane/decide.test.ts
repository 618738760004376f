// Deciding in the pane: the same questions as on the tab, the same decisions carried out, by keys alone, in Excel and without it.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import type { Server } from "node:https";
import type { Browser, Page } from "playwright-core";
import { collect } from "../../src/actions/collect";
import { decide } from "../../src/actions/decide";
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import { paneVoice } from "../../src/i18n/pane";
import { questionGroups } from "../../src/taskpane/engine/question-list";
import { FileWorkbook } from "../../src/xlsx/file-workbook";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { openInStandIn } from "../support/by-hand";
import {
  collectInto,
  countyGrids,
  fillList,
  incoming,
  MemoryBook,
  registerValues,
  schoolFiles,
  tabRows,
  typeInto,
} from "../support/collecting";
import { violationsAtRest } from "../support/judged-view";
import { asFile } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";
import { soon } from "../support/soon";

const say = paneVoice("zh-CN");
const today = day("2019-12-11");
const grids = countyGrids(60, 7);
const sent = [...schoolFiles(grids).values()].sort((a, b) => listed(b) - listed(a));
const [large, other] = [sent[0]!, sent[1]!];
function listed({ grids: own }: { readonly grids: readonly { readonly rows: readonly unknown[] }[] }): number {
  return Math.max(...own.map(({ rows }) => rows.length));
}
const returned = [
  fillList(large, {
    0: { 联系电话: "13800000001", 还款状态: "联系了" },
    1: { 应还合计: 1 },
    2: { 联系电话: "13800000002", 送达日期: "2019-11-31" },
  }),
  fillList(other, { 0: { 还款状态: "联系了", 家庭住址: "永丰镇新村3组" } }),
];

const opened = (book: MemoryBook) => OpenSeason.in(book.grids, book.name, { clock: today, today });
const asked = async () => {
  const book = new MemoryBook(grids);
  await collectInto(book, returned, today);
  return book;
};
const offered = (book: MemoryBook) =>
  questionGroups(book.grids).map(({ kind, does, item, questions, forAll }) => [
    does === "word" ? "word" : kind,
    item,
    questions.length,
    [...new Set(questions[0]!.answers.map(({ is }) => is))],
    forAll.map(({ is }) => is),
  ]);

describe("the questions", () => {
  test("are those of the tab: telephones and addresses one by one, amounts only refused, a word once for the county with its meanings", async () => {
    const book = await asked();
    expect(offered(book).sort()).toEqual(
      [
        ["word", "还款状态", 1, ["meaning", "refuse"], []],
        ["invalid-value", "送达日期", 1, ["refuse"], ["refuse"]],
        ["locked-changed", "联系电话", 2, ["adopt", "refuse"], ["refuse"]],
        ["locked-changed", "应还合计", 1, ["refuse"], ["refuse"]],
        ["locked-changed", "家庭住址", 1, ["adopt", "refuse"], ["refuse"]],
      ].sort(),
    );
    const places = questionGroups(book.grids).flatMap(({ questions }) => questions.map(({ place }) => place));
    expect(places.map((place) => [place?.sheet, place?.cell]).sort()).toEqual(
      ["L4", "L5", "L6", "L7", "L8", "L9"].map((cell) => ["冲突与无法匹配", cell]),
    );
  });

  test("answered in the pane come to the same as written on the tab, and an answer of the pane counts before what stands there", async () => {
    const [pane, tab] = [await asked(), await asked()];
    const wanted = (item: string) => (item === "还款状态" ? "承诺还款" : item === "联系电话" ? "采用" : "拒绝");
    for (const { 题号: key, 项目: item } of tabRows(tab, "conflicts"))
      typeInto(tab, "conflicts", (row) => row["题号"] === key, { 决定: wanted(String(item)) });
    typeInto(pane, "conflicts", ({ 项目 }) => 项目 === "联系电话", { 决定: "拒绝" });
    const answers = new Map(
      questionGroups(pane.grids).flatMap(({ item, questions }) => questions.map(({ key }) => [key, wanted(item)] as const)),
    );
    const ports = (book: MemoryBook) => ({ workbook: book, files: incoming([]) });
    expect(await decide.run(opened(pane), ports(pane), answers)).toMatchObject({ decided: 6, open: 0, updated: 2 });
    expect(await decide.run(opened(tab), ports(tab))).toMatchObject({ decided: 6, open: 0, updated: 2 });
    const sheets = (book: MemoryBook) => book.grids.map(({ name, rows }) => ({ name, rows })).filter(({ name }) => name !== "_撤销");
    expect(sheets(pane)).toEqual(sheets(tab));
    expect(registerValues(pane.grids).claims.map(({ repaymentStatus }) => repaymentStatus)).toEqual(["promised", "promised"]);
  });

  test("what is not offered decides nothing: an amount is not taken, a telephone is not taken for all, and an answer taken back leaves it open", async () => {
    const book = await asked();
    const all = questionGroups(book.grids);
    typeInto(book, "conflicts", ({ 项目 }) => 项目 === "家庭住址", { 决定: "采用" });
    const answers = new Map(
      all.flatMap(({ item, questions }) =>
        questions.map(({ key }) => [key, item === "家庭住址" ? "" : item === "联系电话" ? "同类全部采用" : "采用"] as const),
      ),
    );
    expect(await decide.run(opened(book), { workbook: book, files: incoming([]) }, answers)).toMatchObject({
      decided: 0,
      open: 6,
      updated: 0,
    });
  });
});

let browser: Browser;
let server: Server;
let origin: string;
let bytes: Uint8Array;
beforeAll(async () => {
  [browser, { server, origin }] = await Promise.all([startBrowser(), servePages()]);
  const source = await writeBook(countyBook(sampleCounty({ persons: 60, seed: 7 })));
  const file = FileWorkbook.fromReading("回收.xlsx", await readBook(source, "回收.xlsx"));
  const season = OpenSeason.in(await file.read(), file.name, { clock: today, today });
  await collect.run(season, { workbook: file, files: incoming(returned) });
  bytes = await file.bytes();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

const clock = new Date(2019, 11 /* Dec */, 11, 10);
const opens = (page: Page | ReturnType<Page["frameLocator"]>, count: number) => page.locator(`[data-open="${count}"]`).waitFor();

test("without Excel: from the first view to the last decision with the keyboard alone", async () => {
  const { page, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today: clock });
  await page.setInputFiles("input[type=file]", asFile("回收.xlsx", bytes));
  await page.locator("[data-action=decide]").focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-question]").first().waitFor();
  await opens(page, 6);
  const closed = page.locator("details:not([open]) > summary");
  while ((await closed.count()) > 0) {
    await closed.first().focus();
    await page.keyboard.press("Enter");
  }
  expect(await violationsAtRest(page)).toEqual([]);
  // The word first, whatever stands first: its meaning is chosen, the others are gone through from the top.
  await page.locator("[data-kind=word] select").focus();
  await page.keyboard.press("ArrowDown");
  await opens(page, 5);
  await page.locator("[data-question] [data-head]").first().focus();
  const seen = new Set<string>();
  for (;;) {
    const key = await page.evaluate(() => document.activeElement?.closest("[data-question]")?.getAttribute("data-question") ?? "");
    if (seen.has(key)) break;
    seen.add(key);
    if ((await page.locator(`[data-question='${key}']`).getAttribute("data-given")) === "") {
      const canAdopt = (await page.locator(`[data-question='${key}'] [data-answer=adopt]`).count()) > 0;
      await page.keyboard.press(canAdopt ? "a" : "r");
    }
    await page.keyboard.press("ArrowDown");
  }
  expect(seen.size).toBe(6);
  await opens(page, 0);
  await page.locator("[data-do=plan]").focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-do=start]").waitFor();
  expect(await page.locator(".body").innerText()).toContain(say("plan.decide", { decided: "6", updated: "2", open: "0" }));
  await page.locator("[data-do=start]").focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-do=home]").waitFor();
  expect(await page.locator(".card-title").first().innerText()).toBe(say("done.decide", { decided: "6", updated: "2" }));
  await page.locator("[data-do=home]").focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-action=decide]").click();
  await soon(async () => expect(await page.locator("[data-open]").innerText()).toBe(say("decide.none")));
  expect(complaints).toEqual([]);
});

test("in Excel: from the amber card to the question, its cell is shown, all of a kind refused, and the tab says so", async () => {
  const { page, complaints } = await openPage(browser, `${origin}/workbench.html?persons=12&lang=zh-CN`, {
    today: clock,
    viewport: { width: 1280, height: 800 },
  });
  const pane = page.frameLocator("#pane iframe");
  await openInStandIn(page, "回收.xlsx", bytes);
  await pane.locator("[data-do=decide]").click();
  await pane.locator("[data-question]").first().waitFor();
  const phones = pane.locator("[data-kind=locked-changed]", { hasText: "联系电话" });
  if ((await phones.getAttribute("open")) === null) await phones.locator("summary").click();
  await phones.locator("button[data-head]").first().click();
  await page.getByRole("tab", { name: "冲突与无法匹配", selected: true }).waitFor();
  await page.locator("#status .cell", { hasText: /^L\d+$/ }).waitFor();
  expect(await phones.locator("[data-all=adopt]").count()).toBe(0);
  await phones.locator("[data-all=refuse]").click();
  await opens(pane, 4);
  await phones.locator("[data-answer=refuse]").first().click();
  await opens(pane, 5);
  await phones.locator("[data-answer=adopt]").first().click();
  await opens(pane, 4);
  await pane.locator("[data-do=plan]").click();
  await pane.locator("[data-do=start]").click();
  await pane.locator("[data-do=home]").waitFor();
  expect(await pane.locator(".body").innerText()).toContain(say("done.decide", { decided: "2", updated: "0" }));
  expect(await pane.locator(".body").innerText()).toContain(say("done.decide.open", { open: "4" }));
  await page.getByRole("tab", { name: "冲突决定" }).waitFor();
  await page.getByRole("tab", { name: "更正" }).waitFor();
  expect(complaints).toEqual([]);
});

test("without Excel: a school's word that somebody has gone, clicked to the school that answers now, stands in 待划分", async () => {
  const second = [...schoolFiles(grids).keys()].find((school) => !large.name.includes(school));
  const gone = fillList(large, { 0: { 备注: `已转到${second!}`, 还款状态: "未还" } });
  const source = await writeBook(countyBook(sampleCounty({ persons: 60, seed: 7 })));
  const file = FileWorkbook.fromReading("回收.xlsx", await readBook(source, "回收.xlsx"));
  const season = OpenSeason.in(await file.read(), file.name, { clock: today, today });
  await collect.run(season, { workbook: file, files: incoming([gone]) });
  const { page, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today: clock });
  await page.setInputFiles("input[type=file]", asFile("回收.xlsx", await file.bytes()));
  await page.locator("[data-action=decide]").click();
  await page.locator("[data-kind=transfer] select").selectOption({ index: 1 });
  await opens(page, 0);
  await page.locator("[data-do=plan]").click();
  await page.locator("[data-do=start]").click();
  await page.locator("[data-do=home]").waitFor();
  expect(await page.locator(".card-title").first().innerText()).toBe(say("done.decide", { decided: "1", updated: "0" }));
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-do=save-copy]")]);
  const saved = await readBook(new Uint8Array(readFileSync(await download.path())), "回收.xlsx");
  expect(JSON.stringify(saved.grids.find(({ name }) => name === "待划分")?.rows)).toContain(second);
  expect(complaints).toEqual([]);
});
