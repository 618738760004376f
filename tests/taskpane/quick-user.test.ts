// Whatever the order in which messages arrive and however the view changes below a pointer, no click is lost and no result disappears.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser, Page } from "playwright-core";
import { paneVoice } from "../../src/i18n/pane";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { writeBook } from "../../src/xlsx/write-book";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const say = paneVoice("zh-CN");
const today = new Date(2019, 10 /* Nov */, 20, 10);
const headings = ["姓名", "身份证号", "合同编号", "应还本金", "应还利息", "说明"];
const remark = "家长已接到电话并答应在十二月二十日以前存入款项";
const list: SheetSpec = {
  tab: "",
  name: "名单",
  columns: [],
  rows: [
    headings,
    ["李华", "610526199403150018", "C001", 100, 10, remark],
    ["王芳", "610526199503150022", "C002", 200, 20, remark],
    ["赵敏", "610526199603150037", "C003", 300, 30, remark],
  ],
};
const buffer = Buffer.from(await writeBook({ sheets: [list] }));

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

async function openList(page: Page): Promise<void> {
  await page.setInputFiles("input[type=file]", { name: "回收.xlsx", mimeType: "application/octet-stream", buffer });
  await page.waitForSelector(".phases");
}

test("a button that would move between press and release gets its click", async () => {
  const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today });
  await page.setViewportSize({ width: 320, height: 1400 });
  await openList(page);
  await page.getByRole("button", { name: say("season.sheets"), exact: true }).click();
  await page.click("[data-do=correct]");
  await page.fill("[data-choice=row]", "3");
  const button = page.locator("[data-do=save-correction]");
  await button.hover();
  const before = await button.boundingBox();
  // The press leaves the field, and the sheet is read under the new row: with fewer rows below it, the columns take less room.
  await page.mouse.down();
  await page.waitForTimeout(400);
  expect(await button.boundingBox()).toEqual(before);
  await page.mouse.up();
  await button.waitFor({ state: "detached" });
});

test("a step that arrives after the result does not take its place", async () => {
  const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today });
  await openList(page);
  // Steps come through a port of their own; the result comes from the worker itself.
  await page.evaluate(() => {
    const listen = MessagePort.prototype.addEventListener;
    MessagePort.prototype.addEventListener = function (this: MessagePort, type: string, heard: EventListenerOrEventListenerObject) {
      const late = (event: Event) => setTimeout(() => (typeof heard === "function" ? heard(event) : heard.handleEvent(event)), 300);
      listen.call(this, type, late);
    };
  });
  await page.locator("[data-action=check]").click();
  await page.click("[data-do=start]");
  await page.waitForSelector("[data-do=save-copy]");
  await page.waitForTimeout(600);
  expect(await page.locator("h1").first().innerText()).toBe("校验名单：完成");
});
