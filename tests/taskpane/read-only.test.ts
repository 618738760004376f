// A book that Excel has open for looking only: whichever button is pressed, that is said with what helps before anything is planned, and nothing changes.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser } from "playwright-core";
import { errorText } from "../../src/i18n/index";
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

test("every kind of button says the sentence and leads back; looking goes on", async () => {
  const { page, complaints } = await openPage(browser, `${origin}/workbench.html?lang=zh-CN&persons=40&readonly`, options);
  const pane = page.frameLocator("#pane iframe");
  await pane.locator(".phases").waitFor();
  const name = await page.locator(".book-name").innerText();
  const sentence = errorText("zh-CN", { code: "read-only", detail: name });
  expect(sentence).toMatch(/请.*。$/s);
  const sheets = () => page.evaluate(() => JSON.stringify((globalThis as unknown as { workbench: { grids: unknown } }).workbench.grids));
  const before = await sheets();
  for (const button of ["action=check", "action=split", "action=collect", "do=next"]) {
    await pane.locator(`[data-${button}]`).click();
    await pane.locator("[role=alert]", { hasText: sentence }).waitFor();
    await pane.locator(".back").click();
    await pane.locator(".phases").waitFor();
  }
  await pane.locator("[data-do=explain]").click();
  await pane.locator("[data-do=explain-figure]").waitFor();
  expect(await sheets()).toBe(before);
  expect(complaints).toEqual([]);
});

test("a button of the ribbon says it, too", async () => {
  const { page } = await openPage(browser, `${origin}/workbench.html?lang=en&persons=40&readonly`, options);
  await page.click("[data-button=split]");
  const name = await page.locator(".book-name").innerText();
  const sentence = errorText("en", { code: "read-only", detail: name });
  await page.frameLocator("#pane iframe").locator("[role=alert]", { hasText: sentence }).waitFor();
});
