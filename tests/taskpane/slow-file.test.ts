// A file on which a foreign engine takes too long, in a real browser: it is ended where it runs, with a sentence, and the page lives on.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser } from "playwright-core";
import { errorText } from "../../src/i18n/index";
import { asFile } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const name = "很慢.xls";
// SheetJS compares every cell with every merged cell before it: three hundred thousand of them keep it busy for minutes.
const row = `<tr>${"<td colspan=2>a</td>".repeat(100)}</tr>`;
const slow = asFile(name, new TextEncoder().encode(`<html><table>${row.repeat(3000)}</table></html>`));
const sentence = errorText("zh-CN", { code: "too-slow", detail: name });

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

test("without Excel: the sentence after fifteen seconds, and the next file opens", async () => {
  const { page, strangers, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, {});
  await page.locator(".drop").waitFor();
  const before = Date.now();
  await page.setInputFiles("input[type=file]", slow);
  await page.locator("[role=alert]").waitFor();
  expect(Date.now() - before).toBeGreaterThan(14_000);
  expect(await page.locator("[role=alert]").innerText()).toBe(sentence);
  await page.getByRole("button", { name: "打开另一个工作簿" }).click();
  const sound = "<html><table><tr><td>姓名</td><td>品名</td></tr><tr><td>甲</td><td>钢笔</td></tr></table></html>";
  await page.setInputFiles("input[type=file]", asFile("快.xls", new TextEncoder().encode(sound)));
  await page.locator("[data-do=sample]").waitFor();
  expect(await page.locator(".line").first().innerText()).toContain("姓名、品名");
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
});

test("the stand-in for Excel: the same sentence, and its page is not held up meanwhile", async () => {
  const { page } = await openPage(browser, `${origin}/workbench.html?lang=zh-CN&persons=12`, { viewport: { width: 1280, height: 800 } });
  await page.frameLocator("#pane iframe").locator(".phases").waitFor();
  await page.setInputFiles(".title input", slow);
  await page.getByRole("tab", { name: "应还名单", exact: true }).click();
  await page.getByRole("tab", { name: "应还名单", exact: true, selected: true }).waitFor();
  // Long before the sentence: a page that is held up shows both at once.
  expect(await page.locator("#status [role=alert]").count()).toBe(0);
  await page.locator("#status [role=alert]").waitFor();
  expect(await page.locator("#status [role=alert]").innerText()).toContain(sentence);
});
