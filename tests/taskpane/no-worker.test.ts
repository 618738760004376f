// Old webviews have no worker, and some policies keep one from starting: the engine then works beside the pane, with the same results.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser, Page } from "playwright-core";
import { paneVoice } from "../../src/i18n/pane";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { writeBook } from "../../src/xlsx/write-book";
import { startAndCancel } from "../support/by-hand";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

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

const ways: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  "there is none": (page) => page.addInitScript(() => Object.assign(globalThis, { Worker: undefined })),
  "its script is refused": (page) => page.route("**/season.*.js", (route) => route.abort()),
};

test.each(Object.keys(ways))("%s: check, split and stopping work all the same", async (way) => {
  const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today });
  await ways[way]?.(page);
  await page.reload();
  await page.setInputFiles("input[type=file]", { name: "回收.xlsx", mimeType: "application/octet-stream", buffer });
  await page.locator("[data-action=check]").click();
  await page.click("[data-do=start]");
  await page.waitForSelector("[data-do=save-copy]");
  await page.click("[data-do=home]");
  await page.locator("[data-action=split]").click();
  await page.click("[data-choice=encrypt]");
  await startAndCancel(page);
  await page.waitForSelector(".phases");
  expect(await page.locator(".notice").innerText()).toBe(say("run.cancelled"));
  expect(page.workers()).toEqual([]);
});
