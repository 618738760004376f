// The grid for everybody: axe finds nothing in the sheets beside the pane, nor in the page that stands in for Excel.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser } from "playwright-core";
import { sampleCounty } from "../../src/sample/county";
import { messyBook } from "../../src/sample/messy";
import { writeBook } from "../../src/xlsx/write-book";
import { violationsAtRest } from "../support/judged-view";
import { asFile } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const options = { today: new Date(2019, 10 /* Nov */, 20, 10), viewport: { width: 1280, height: 800 } };

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

test("the page that stands in for Excel, with the results on show: axe has nothing to say", async () => {
  const { page } = await openPage(browser, `${origin}/workbench.html?persons=60&lang=zh-CN`, options);
  const pane = page.frameLocator("#pane iframe");
  await pane.locator("[data-do=next]").click();
  await pane.locator("[data-do=start]").click();
  await pane.locator("[data-do=home]").waitFor();
  await page.getByRole("tab", { name: "校验结果", selected: true }).waitFor();
  expect(await violationsAtRest(page)).toEqual([]);
});

test("the sheets beside the pane: axe has nothing to say", async () => {
  const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, options);
  const book = await writeBook(messyBook(sampleCounty({ persons: 60, seed: 7 })).book);
  await page.locator("input[type=file]").first().setInputFiles(asFile("回收.xlsx", book));
  await page.locator("revo-grid .rgCell").first().waitFor();
  expect(await violationsAtRest(page)).toEqual([]);
});
