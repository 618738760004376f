// The page without Excel in a wide window: what is in the file stands beside the pane, and what the buttons write comes to stand there.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import type { Server } from "node:https";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { selectCell } from "../support/by-hand";
import { asFile } from "../support/made-files";
import { openPage, servePages, startBrowser, webFolder } from "../support/pages.mjs";
import { soon } from "../support/soon";

const name = "蒲城县2019年助学贷款本息回收.xlsx";
const today = new Date(2019, 10 /* Nov */, 20, 10);
const bytes = await writeBook(countyBook(sampleCounty({ persons: 60, seed: 7 })));
const { grids } = await readBook(bytes, name);

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

const tabs = (page: Page) => page.locator("#tabs [role=tab]").allInnerTexts();
const visible = (all: readonly { readonly name: string; readonly visibility: string }[]) =>
  all.filter(({ visibility }) => visibility === "visible").map((grid) => grid.name);

const alone = pathToFileURL(join(webFolder, "loan-recovery-assistant.html")).href;

test.each([
  ["served", () => `${origin}/without-excel.html`],
  ["as one file, from the disk", () => alone],
])("%s: the file's tabs, a finding's cell, what a button wrote, and the saved book that goes on from there", async (_, address) => {
  const { page, strangers, complaints } = await openPage(browser, `${address()}?lang=zh-CN`, {
    today,
    viewport: { width: 1280, height: 800 },
  });
  await page.setInputFiles("input[type=file]", asFile(name, bytes));
  await page.locator(".phases").waitFor();
  await page.locator("revo-grid .rgCell", { hasText: /^县名$/ }).waitFor();
  await soon(async () => expect(await tabs(page)).toEqual(visible(grids)));
  // The cell is told once the grid stands.
  await page.locator("#cell", { hasText: /^A1 项目$/ }).waitFor();

  await page.click("[data-do=next]");
  await page.click("[data-do=start]");
  await page.locator("[data-do=home]").waitFor();
  await page.locator("#tabs [aria-selected=true]", { hasText: "校验结果" }).waitFor();
  await page.locator("revo-grid .rgCell", { hasText: /^控制数核对$/ }).waitFor();

  await page.click("[data-do=findings]");
  await page.locator("button.finding:visible").first().click();
  const [sheet = "", place = ""] = (await page.locator(".place:visible").first().innerText()).split(" ");
  await page.locator("#tabs [aria-selected=true]", { hasText: sheet }).waitFor();
  await page.locator("#cell b", { hasText: place }).waitFor();

  // A tab that the button wrote is a press away from its outcome.
  await page.click(".back");
  await page.locator(".names button", { hasText: "校验结果" }).click();
  await page.locator("#tabs [aria-selected=true]", { hasText: "校验结果" }).waitFor();

  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-do=save-copy]")]);
  const saved = new Uint8Array(await readFile(await download.path()));
  const shown = visible((await readBook(saved, name)).grids);
  await soon(async () => expect(await tabs(page)).toEqual(shown));
  await page.click("[data-do=home]");
  await page.locator(".phases").waitFor();
  const homeText = async () => (await page.locator(".body").innerText()).replace(/\s+/g, " ");
  // What is saved need not be saved again.
  const home = (await homeText()).replace("保存工作簿 ", "");

  await page.getByRole("button", { name: "打开另一个工作簿" }).click();
  await page.setInputFiles("input[type=file]", asFile(name, saved));
  await page.locator(".phases").waitFor();
  await soon(async () => expect([await tabs(page), await homeText()]).toEqual([shown, home]));
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
});

test("the cell that one selects is the one that is explained", async () => {
  const { page, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, {
    today,
    viewport: { width: 1280, height: 800 },
  });
  await page.setInputFiles("input[type=file]", asFile(name, bytes));
  await page.locator("[data-action=repayment-rollup]").click();
  await page.click("[data-do=start]");
  await page.locator("[data-do=home]").waitFor();
  await page.locator("#tabs [aria-selected=true]", { hasText: "还款汇总" }).waitFor();
  await page.locator("#cell", { hasText: /^A1 .*还款汇总/ }).waitFor();
  await selectCell(
    page.locator("revo-grid .rgCell:not(.row-number)", { hasText: /^60$/ }),
    page.locator("#cell span", { hasText: /^60$/ }),
  );
  await page.locator("[data-do=explain]").click();
  await page.locator("[data-sum]").waitFor();
  expect(await page.locator("[data-sum] li").count()).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

test("merged cells end where their columns do, so that none covers the last digits of another", async () => {
  const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today, viewport: { width: 1280, height: 800 } });
  await page.setInputFiles("input[type=file]", asFile(name, bytes));
  await page.locator("[data-action=circular]").click();
  await page.click("[data-do=start]");
  const title = page.locator("revo-grid .merged", { hasText: "回收情况总览" });
  await title.waitFor();
  const { x, width } = (await title.boundingBox())!;
  const columns = await page
    .locator("revo-grid revogr-header .rgHeaderCell")
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().right));
  await soon(async () => expect(Math.min(...columns.map((right) => Math.abs(right - x - width)))).toBeLessThan(3));
});

test("where the window is narrow the pane stands alone, and comes to stand beside the sheets when it grows", async () => {
  const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today, viewport: { width: 700, height: 640 } });
  await page.setInputFiles("input[type=file]", asFile(name, bytes));
  await page.locator(".phases").waitFor();
  expect(await page.locator("#tabs").isVisible()).toBe(false);
  await page.setViewportSize({ width: 1000, height: 640 });
  await page.locator("revo-grid .rgCell", { hasText: /^县名$/ }).waitFor();
  await page.locator("#tabs [aria-selected=true]", { hasText: /^\s*设置\s*$/ }).waitFor();
});
