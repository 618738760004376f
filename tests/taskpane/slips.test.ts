// Entering slips by number in the pane, with the keyboard alone.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import type { Server } from "node:https";
import type { Browser, Page } from "playwright-core";
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import { paneVoice } from "../../src/i18n/pane";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { cellText } from "../../src/sheets/grid";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";
import { soon } from "../support/soon";

const say = paneVoice("zh-CN");
const today = day("2019-11-28");
const bytes = await writeBook(countyBook(sampleCounty({ persons: 60, seed: 7 })));
const season = OpenSeason.in((await readBook(bytes, "回收.xlsx")).grids, "回收.xlsx", { clock: today, today });
const away = season.sparedOn(today);
const numbers = season.divided.flatMap(({ person }) =>
  away.has(person.key) || season.index.numberOf(person) === "" ? [] : [season.index.numberOf(person)],
);

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

const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name);
const entered = (page: Page) => page.locator("[data-slips] th").allTextContents();

test("number, Enter, signer, Enter: twelve slips without the mouse, a wrong number told at once, the last taken back, all registered", async () => {
  const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today: new Date(2019, 10 /* Nov */, 28, 10) });
  const book = { name: "回收.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
  await page.setInputFiles("input[type=file]", book);
  await page.locator("[data-action=slips]").click();
  const number = page.locator("input[name=number]");
  await page.fill("input[name=day]", "2019-11-26");
  await page.fill("input[name=deliverer]", "李老师");
  await number.focus();

  const wrong = (numbers[0] ?? "").replace(/.$/, (check) => (check === "7" ? "8" : "7"));
  await page.keyboard.type(wrong);
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-fault=check-character]");
  expect(await page.locator("[role=alert]").innerText()).toBe(say("slips.wrong.check-character", { number: wrong }));
  await soon(async () => expect([await focused(page), await entered(page)]).toEqual(["number", []]));

  for (const [at, own] of numbers.slice(0, 12).entries()) {
    await number.fill("");
    await page.keyboard.type(own.toLowerCase());
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement).name === "signer");
    await page.keyboard.type("王建民");
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      (count) => document.querySelector("[data-slips]")?.parentElement?.textContent?.includes(String(count)),
      at + 1,
    );
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement).name === "number");
  }
  await soon(async () => expect(await entered(page)).toEqual(numbers.slice(2, 12).reverse()));

  await page.keyboard.type(numbers[0] ?? "");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-fault=twice]");
  await page.locator("[data-do=undo-slip]").click();
  await soon(async () => expect((await entered(page))[0]).toBe(numbers[10]));

  await page.locator("[data-do=plan]").click();
  await page.locator("[data-do=start]").click();
  await page.waitForSelector("[data-do=home]");
  expect(await page.locator(".card-title").first().innerText()).toContain(say("done.slips", { registered: "11", already: "0" }));
  await page.close();
});

test("a digit in place of the signer says what came of the letter: refused and nobody home at once, somebody else with a relation; the next slip is signed again", async () => {
  const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today: new Date(2019, 10 /* Nov */, 28, 10) });
  const book = { name: "回收.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
  await page.setInputFiles("input[type=file]", book);
  await page.locator("[data-action=slips]").click();
  await page.fill("input[name=day]", "2019-11-26");
  await page.fill("input[name=deliverer]", "李老师");
  await page.locator("input[name=number]").focus();
  const isAt = (name: string) => page.waitForFunction((own) => (document.activeElement as HTMLInputElement).name === own, name);
  const enter = async (text: string, next: string) => {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    await isAt(next);
  };
  const [one = "", two = "", three = "", four = ""] = numbers;
  await enter(one, "signer");
  await enter("4", "number");
  await enter(two, "signer");
  await enter("3", "number");
  await enter(three, "signer");
  await enter("2", "relation");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  await enter("", "signer");
  await enter("赵主任", "number");
  await enter(four, "signer");
  await soon(async () => {
    expect(await page.locator("select[name=outcome]").inputValue()).toBe("signed");
    expect(await page.locator("select[name=relation]").inputValue()).toBe("");
  });
  await enter("王建民", "number");
  const shown = async () => (await page.locator("[data-slips] td:nth-child(3)").allInnerTexts()).map((text) => text.trim());
  const said = ["王建民", say("slips.outcome.proxy"), say("slips.outcome.refused"), say("slips.outcome.absent")];
  await soon(async () => expect(await shown()).toEqual(said));

  await page.locator("[data-do=plan]").click();
  await page.locator("[data-do=start]").click();
  await page.waitForSelector("[data-do=save-copy]");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-do=save-copy]")]);
  const { grids } = await readBook(await readFile(await download.path()), "回收.xlsx");
  const cells = (name: string, headings: readonly string[]) => {
    const rows = grids.find((grid) => grid.name === name)?.rows ?? [];
    const at = headings.map((heading) => (rows[2] ?? []).map(cellText).indexOf(heading));
    return rows.slice(3).map((row) => at.map((column) => cellText(row[column])));
  };
  expect(cells("签收单回收", ["通知书编号", "签收人", "与借款人关系", "送达日期", "签收结果", "上门次数", "原件"])).toEqual([
    [one, "", "", "", "无人在家", "1", "未收"],
    [two, "", "", "2019-11-26", "拒签", "1", "已收"],
    [three, "赵主任", "村干部", "2019-11-26", "代签", "", "已收"],
    [four, "王建民", "", "2019-11-26", "代签", "", "已收"],
  ]);
  expect(cells("上门记录", ["编号", "上门日期", "上门人", "上门结果"])).toEqual([
    [one, "2019-11-26", "李老师", "送达通知书：无人在家"],
    [two, "2019-11-26", "李老师", "送达通知书：拒签"],
  ]);
  await page.close();
});
