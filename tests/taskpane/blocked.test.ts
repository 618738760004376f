// The pane where there is no Excel, or no Office script: it says so in a sentence, and offers the page without Excel.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser } from "playwright-core";
import { paneVoice } from "../../src/i18n/pane";
import { openPage, patience, servePages, startBrowser } from "../support/pages.mjs";
import { soon } from "../support/soon";

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

test.each(["zh-CN", "en"] as const)("%s: Office's script is blocked: said at once, with a way to try again", async (locale) => {
  const page = await (await browser.newContext({ locale, viewport: { width: 320, height: 480 } })).newPage();
  await page.route("**/office/office.js", (route) => route.abort());
  await page.goto(`${origin}/taskpane.html`);
  const say = paneVoice(locale);
  await soon(async () => expect(await page.locator("[role=alert]").innerText()).toBe(say("blocked.office")));
  await page.unroute("**/office/office.js");
  await Promise.all([page.waitForRequest("**/office/office.js"), page.getByRole("button", { name: say("app.reload") }).click()]);
});

test("outside Excel nothing answers: said after ten seconds, and no request leaves the origin", async () => {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 320, height: 480 } });
  const page = await context.newPage();
  const strangers: string[] = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`)) strangers.push(request.url());
  });
  await page.goto(`${origin}/taskpane.html`);
  const say = paneVoice("zh-CN");
  await page.waitForSelector("[role=alert]", { timeout: patience });
  expect([say("blocked.slow"), say("blocked.host")]).toContain(await page.locator("[role=alert]").innerText());
  expect(await page.getByRole("link", { name: say("blocked.page") }).getAttribute("href")).toBe("without-excel.html");
  expect(strangers).toEqual([]);
});

test.each(["zh-CN", "en"] as const)("%s: an Excel that is too old says so, and offers the page without Excel", async (language) => {
  const { page } = await openPage(browser, `${origin}/workbench.html?lang=${language}&persons=20&api=1.8`, { today: new Date() });
  const pane = page.frameLocator("#pane iframe");
  const say = paneVoice(language);
  await soon(async () => expect(await pane.locator("[role=alert]").innerText()).toBe(say("blocked.old")));
  expect(await pane.getByRole("link", { name: say("blocked.page") }).getAttribute("href")).toBe("without-excel.html");
});

test("a webview too old for the pane's script says so itself", async () => {
  const page = await browser.newPage();
  await page.route("**/without-excel.js", (route) => route.fulfill({ contentType: "text/javascript", body: "let = =;" }));
  await page.goto(`${origin}/without-excel.html`);
  await page.locator("#late").waitFor({ state: "visible", timeout: patience });
  expect(await page.locator("#late").innerText()).toContain("助手没有启动");
});
