// The plan says which formulas of the user's are about tabs that will be replaced, and which of them a protected sheet would lose.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser, Frame } from "playwright-core";
import { paneVoice } from "../../src/i18n/pane";
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

/** Types five formulas about the tab into a sheet of the user's, and one that is about no tab. */
const refer = (pane: Frame, tab: string): Promise<void> =>
  pane.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add("领导用");
        sheet.getRange("B2:B7").formulas = [...[1, 2, 3, 4, 5].map((row) => [`=${name}!A${row}`]), ["=1+1"]];
        await context.sync();
      }),
    tab,
  );

const protect = (pane: Frame): Promise<void> =>
  pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("领导用").protection.protect();
      await context.sync();
    }),
  );

test("formulas about tabs that are updated are named, and those on a protected sheet in amber with what to do", async () => {
  const { page, complaints } = await openPage(browser, `${origin}/workbench.html?lang=zh-CN&persons=40`, {
    today,
    viewport: { width: 1280, height: 800 },
  });
  await page.frameLocator("#pane iframe").locator(".phases").waitFor();
  const pane = page.frames().find((frame) => frame.url().includes("taskpane.html"));
  if (!pane) throw new Error("there is no pane");
  const said = async (): Promise<readonly (readonly [string | null, string])[]> =>
    pane
      .locator("[data-formulas]")
      .evaluateAll((all) => all.map((one) => [one.getAttribute("data-formulas"), (one as HTMLElement).innerText.trim()]));

  await pane.click("[data-action=calendar]");
  await pane.click("[data-do=start]");
  await pane.click("[data-do=home]");
  await refer(pane, "任务日历");
  await pane.click("[data-action=calendar]");
  await pane.waitForSelector("[data-formulas]");
  const places = "“领导用”的 B2、“领导用”的 B3、“领导用”的 B4，另有 2 处";
  expect(await said()).toEqual([["kept", say("plan.formulas.kept", { places })]]);

  await pane.click(".back");
  await protect(pane);
  await pane.click("[data-action=calendar]");
  await pane.waitForSelector("[data-formulas=locked]");
  expect(await said()).toEqual([["locked", say("plan.formulas.locked", { places })]]);
  expect(complaints).toEqual([]);
  await page.close();
});
