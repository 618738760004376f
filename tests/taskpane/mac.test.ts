// Excel for Mac, which takes no downloads: made files are opened as new workbooks, and where that is forbidden the pane says what else helps.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser, Frame, Page } from "playwright-core";
import { paneVoice } from "../../src/i18n/pane";
import { readBook } from "../../src/xlsx/read-book";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const say = paneVoice("zh-CN");
const today = new Date(2019, 10 /* Nov */, 20, 10);

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

// The stand-in is Excel on the web; to the pane, the web's platform is made to look like a Mac.
function looksLikeMac(): void {
  const opened: string[] = [];
  Object.assign(globalThis, { opened });
  addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const [, bytes] = /(UEsDB[\w+/=]+)/.exec(String(data)) ?? [];
    if (bytes !== undefined) opened.push(bytes);
  });
  document.addEventListener(
    "load",
    ({ target }) => {
      if (!(target instanceof HTMLScriptElement && target.src.endsWith("/office.js"))) return;
      Object.assign(Office.PlatformType, { Mac: Office.PlatformType.OfficeOnline });
    },
    true,
  );
}

async function splitOnMac(): Promise<{ readonly page: Page; readonly pane: Frame }> {
  const { page } = await openPage(browser, "about:blank", { today, viewport: { width: 1280, height: 800 } });
  await page.addInitScript(looksLikeMac);
  await page.goto(`${origin}/workbench.html?lang=zh-CN&persons=40`);
  await page.frameLocator("#pane iframe").locator(".phases").waitFor();
  const pane = page.frames().find((frame) => frame.url().includes("taskpane.html"));
  if (!pane) throw new Error("there is no pane");
  await pane.click("[data-action=split]");
  await pane.waitForSelector("[data-do=start]");
  return { page, pane };
}

test("each file has a button that opens it as a new workbook, to be saved under its name", async () => {
  const { page, pane } = await splitOnMac();
  // What is opened cannot have a password, and tabs are the other way.
  expect(await pane.locator("[data-choice]").evaluateAll((all) => all.map((one) => one.getAttribute("data-choice")))).toEqual([
    "version",
    "tabs",
  ]);
  await pane.click("[data-do=start]");
  await pane.waitForSelector("[data-do=open]");
  expect(await pane.locator("[data-do=save-files]").count()).toBe(0);
  expect(await pane.locator(".files").innerText()).toContain(say("files.open.lead"));
  const [name = ""] = await pane.locator(".file-line .line-name").allInnerTexts();
  await pane.locator("[data-do=open]").first().click();
  await pane.waitForSelector(".notice");
  expect(await pane.locator(".notice").innerText()).toBe(say("files.opened", { name }));
  const opened = await page.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  expect(opened).toHaveLength(1);
  const { grids } = await readBook(new Uint8Array(Buffer.from(opened[0] ?? "", "base64")), name);
  expect(grids.map(({ ownTab }) => ownTab)).toContain("school-list");
});

test("a policy that forbids new workbooks is told about, with the other ways", async () => {
  const { pane } = await splitOnMac();
  await pane.click("[data-do=start]");
  await pane.waitForSelector("[data-do=open]");
  await pane.evaluate(() => {
    const refusal = Object.assign(new Error("This is not allowed."), { code: "InvalidOperation" });
    Object.assign(Excel, { createWorkbook: () => Promise.reject(refusal) });
  });
  await pane.locator("[data-do=open]").first().click();
  await pane.waitForSelector(".notice");
  expect(await pane.locator(".notice").innerText()).toBe(say("files.open.blocked", { detail: "InvalidOperation" }));
});
