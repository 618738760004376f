// The plan says which formulas of the user's are about tabs that will be replaced or go for good, and which of them would be lost.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Browser, Frame, Page } from "playwright-core";
import { calendar } from "../../src/actions/calendar";
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import { paneVoice } from "../../src/i18n/pane";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { FileWorkbook } from "../../src/xlsx/file-workbook";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { asFile } from "../support/made-files";
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

/** What is said of formulas: whether they stay, whether that is a warning, and the words. */
const saidIn = (pane: Frame | Page): Promise<readonly (readonly [string | undefined, boolean, string])[]> =>
  pane
    .locator("[data-formulas]")
    .evaluateAll((all) =>
      (all as HTMLElement[]).map((one) => [one.dataset["formulas"], one.classList.contains("warn"), one.innerText.trim()]),
    );

test("formulas about tabs that are updated are named, and those on a protected sheet in amber with what to do", async () => {
  const { page, complaints } = await openPage(browser, `${origin}/workbench.html?lang=zh-CN&persons=40`, {
    today,
    viewport: { width: 1280, height: 800 },
  });
  await page.frameLocator("#pane iframe").locator(".phases").waitFor();
  const pane = page.frames().find((frame) => frame.url().includes("taskpane.html"));
  if (!pane) throw new Error("there is no pane");
  const said = () => saidIn(pane);

  await pane.click("[data-action=calendar]");
  await pane.click("[data-do=start]");
  await pane.click("[data-do=home]");
  await refer(pane, "任务日历");
  await pane.click("[data-action=calendar]");
  await pane.waitForSelector("[data-formulas]");
  const places = "“领导用”的 B2、“领导用”的 B3、“领导用”的 B4，另有 2 处";
  expect(await said()).toEqual([["kept", false, say("plan.formulas.kept", { places })]]);

  await pane.click(".back");
  await protect(pane);
  await pane.click("[data-action=calendar]");
  await pane.waitForSelector("[data-formulas=locked]");
  expect(await said()).toEqual([["locked", true, say("plan.formulas.locked", { places })]]);

  // Taken back, the tab is gone for good.
  await pane.click(".back");
  await pane.click("[data-do=undo]");
  await pane.waitForSelector("[data-formulas]");
  expect(await said()).toEqual([["lost", true, say("plan.formulas.lost", { places })]]);
  expect(complaints).toEqual([]);
  await page.close();
});

test("in a file: undoing names in amber the formulas about the tab that goes, and an update names none", async () => {
  const county = countyBook(sampleCounty({ persons: 40, seed: 7 }));
  const file = FileWorkbook.fromReading("回收.xlsx", await readBook(await writeBook(county), "回收.xlsx"));
  const clock = day("2019-11-20");
  await calendar.run(OpenSeason.in(await file.read(), file.name, { clock, today: clock }), { workbook: file });
  const bytes = withFormula(await file.bytes(), "任务日历!A1");
  const { page, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today });
  await page.setInputFiles("input[type=file]", asFile("回收.xlsx", bytes));
  await page.locator("[data-action=calendar]").click();
  await page.locator("[data-do=start]").waitFor();
  expect(await saidIn(page)).toEqual([]);
  await page.locator(".back").click();
  await page.locator(".links [data-do=undo]").click();
  await page.locator("[data-formulas]").waitFor();
  expect(await saidIn(page)).toEqual([["lost", true, say("plan.formulas.lost", { places: "“设置”的 Z99" })]]);
  expect(complaints).toEqual([]);
  await page.close();
});

/** The file with a formula in a far cell of its first sheet. */
function withFormula(bytes: Uint8Array, formula: string): Uint8Array {
  const parts = unzipSync(bytes);
  const part = "xl/worksheets/sheet1.xml";
  const row = `<row r="99"><c r="Z99"><f>${formula}</f><v>0</v></c></row></sheetData>`;
  const xml = strFromU8(parts[part]!).replace("</sheetData>", row);
  return zipSync({ ...parts, [part]: strToU8(xml) });
}
