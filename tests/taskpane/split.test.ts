// The choices of a split: what was chosen a moment before the start counts, and the book knows the version that was made last.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser, Page } from "playwright-core";
import { paneVoice } from "../../src/i18n/pane";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { writeBook } from "../../src/xlsx/write-book";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";
import { soon } from "../support/soon";

const say = paneVoice("zh-CN");
const today = new Date(2019, 10 /* Nov */, 20, 10);
const buffer = Buffer.from(await writeBook(countyBook(sampleCounty({ persons: 40, seed: 7 }))));

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

async function splitting(on = today): Promise<Page> {
  const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today: on });
  await page.setInputFiles("input[type=file]", { name: "回收.xlsx", mimeType: "application/octet-stream", buffer });
  await page.locator("[data-action=split]").click();
  await page.waitForSelector("[data-do=start]");
  return page;
}

const fileNames = (page: Page) => page.locator(".file-line .line-name").allTextContents();

test("the second version is made where it is wished for, and the next plan goes on from it", async () => {
  const page = await splitting();
  const version = page.locator("[data-choice=version]");
  expect(await version.inputValue()).toBe("1");
  expect(await page.locator(".options").innerText()).not.toContain(say("plan.version.last", { last: 0, next: 1 }));
  await version.fill("0");
  await version.blur();
  await soon(async () => expect(await version.inputValue()).toBe("1"));
  await version.fill("2");
  await page.click("[data-do=start]");
  await page.waitForSelector("[data-do=save-files]");
  const lists = (await fileNames(page)).filter((name) => name.includes("催收名单"));
  expect(lists.filter((name) => !name.includes("_v2_"))).toEqual([]);
  expect(lists.length).toBeGreaterThan(1);
  await page.click("[data-do=home]");
  await page.locator("[data-action=split]").click();
  await soon(async () => {
    expect(await version.inputValue()).toBe("2");
    expect(await page.locator(".options").innerText()).toContain(say("plan.version.last", { last: 2, next: 3 }));
  });
});

test("passwords that were asked for a moment before the start are there", async () => {
  const page = await splitting();
  // No pause between the two clicks, as of a person with two quick fingers.
  await page.evaluate(() => {
    document.querySelector<HTMLElement>("[data-choice=encrypt]")?.click();
    document.querySelector<HTMLElement>("[data-do=start]")?.click();
  });
  await page.waitForSelector("[data-do=save-files]");
  expect(await fileNames(page)).toContain("中心留存/密码清单.xlsx");
});

test("a later version leaves out who need not be approached where it is wished, and every person is still counted", async () => {
  const page = await splitting(new Date(2019, 11 /* Dec */, 11, 10));
  const [version, leaving] = [page.locator("[data-choice=version]"), page.locator("[data-choice=leavesOut]")];
  expect(await leaving.count()).toBe(0);
  await version.fill("2");
  await version.blur();
  await leaving.click();
  await page.waitForFunction(() => document.body.innerText.includes("不必联系、未列入"));
  await page.click("[data-do=start]");
  await page.waitForSelector("[data-do=save-files]");
  const rows = await page.locator(".parts tr").allInnerTexts();
  const persons = (row = "") => Number(row.split(/\s+/)[1]);
  const left = rows.find((row) => row.startsWith(say("done.left-out").slice(0, 4)));
  expect(Number(left?.match(/\d+/)?.[0])).toBeGreaterThan(0);
  expect(rows.slice(1, -1).reduce((sum, row) => sum + persons(row), 0)).toBe(persons(rows.at(-1)));
});
