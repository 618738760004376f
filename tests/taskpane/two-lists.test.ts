// Two sheets that list the same contracts: nothing is guessed, the user says which one counts, and that holds for the plans that follow.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser } from "playwright-core";
import { paneVoice } from "../../src/i18n/pane";
import { sampleCounty } from "../../src/sample/county";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { writeBook } from "../../src/xlsx/write-book";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const today = new Date(2019, 10 /* Nov */, 20, 10);
// The names hold the mark that stands between them.
const [first, second] = ["名单、初稿", "名单、定稿"] as const;
const headings = ["姓名", "身份证号", "合同编号", "应还本金", "应还利息"];
const draft = sampleCounty({ persons: 8, seed: 5 }).persons.map(({ name, citizenId }, index) => [name, citizenId, `C00${index}`, 100, 10]);
const final = draft.map((row, index) => (index === 0 ? [...row.slice(0, 3), 150, 10] : row));
const sheet = (name: string, rows: SheetSpec["rows"]): SheetSpec => ({ tab: "", name, columns: [], rows: [headings, ...rows] });
const buffer = Buffer.from(await writeBook({ sheets: [sheet(first, draft), sheet(second, final)] }));

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

test.each(["zh-CN", "en"] as const)("%s: the choice between two lists", async (language) => {
  const say = paneVoice(language);
  const { page, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=${language}`, {
    today,
    viewport: { width: 270, height: 640 },
  });
  await page.setInputFiles("input[type=file]", { name: "回收.xlsx", mimeType: "application/octet-stream", buffer });
  await page.waitForSelector("fluent-radio");
  expect(await page.locator(".lead").innerText()).toBe(say("recognise.two", { first, second }));
  expect(await page.locator("fluent-radio").allInnerTexts()).toEqual([first, second]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.getByRole("radio", { name: second }).click();
  await page.click("[data-do=use]");
  await page.waitForSelector(".phases");
  const list = say("season.list", { persons: 8, contracts: 8, due: "930.00" });
  expect(await page.locator(".today-list").innerText()).toBe(list);
  await page.locator("[data-action=circular]").click();
  await page.waitForSelector("[data-do=start]");
  expect(await page.locator(".body").innerText()).toContain(list);
  expect(complaints).toEqual([]);
});
