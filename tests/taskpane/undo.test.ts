// Nothing is for good, in Excel through the genuine client: a backup before the first writing, and every step taken back at one press.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import type { Server } from "node:https";
import type { Browser, Download, FrameLocator, Page } from "playwright-core";
import { paneVoice } from "../../src/i18n/pane";
import type { Grid } from "../../src/sheets/grid";
import { readBook } from "../../src/xlsx/read-book";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";
import { soon } from "../support/soon";

const say = paneVoice("zh-CN");
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

async function opened(): Promise<{ page: Page; pane: FrameLocator; complaints: readonly string[] }> {
  const { page, complaints } = await openPage(browser, `${origin}/workbench.html?lang=zh-CN`, {
    today: new Date(2019, 11 /* Dec */, 11, 10),
    viewport: { width: 1280, height: 900 },
  });
  const pane = page.frameLocator("#pane iframe");
  await pane.locator(".phases").waitFor();
  return { page, pane, complaints };
}

const sheetsOf = async (download: Download): Promise<readonly Grid[]> =>
  (await readBook(new Uint8Array(await readFile(await download.path())), download.suggestedFilename())).grids;

/** The book as the stand-in saves it. */
async function saved(page: Page): Promise<readonly Grid[]> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-do=save]")]);
  return sheetsOf(download);
}

const start = async (pane: FrameLocator): Promise<void> => {
  await pane.locator("[data-do=start]").click();
  await pane.locator("[data-do=home]").waitFor();
};
const home = async (pane: FrameLocator): Promise<void> => {
  await pane.locator("[data-do=home]").click();
  await pane.locator(".phases").waitFor();
};
// Sums that Excel calculates end in the tail of a binary fraction.
const content = (grids: readonly Grid[]) =>
  grids.map(({ name, rows }) => [name, rows.map((row) => row.map((cell) => (typeof cell === "number" ? Number(cell.toFixed(4)) : cell)))]);
const theirs = (grids: readonly Grid[]) => content(grids.filter(({ ownTab }) => ownTab === undefined));

test("a backup is offered before the first writing and never again; a step is taken back where it was done, or from the first page", async () => {
  const { page, pane, complaints } = await opened();
  const before = await saved(page);

  await pane.locator("[data-action=calendar]").click();
  await pane.locator("[data-backup]").waitFor();
  const [backup] = await Promise.all([page.waitForEvent("download"), pane.locator("[data-do=backup]").click()]);
  expect(backup.suggestedFilename()).toMatch(/_备份_20191211\.xlsx$/);
  expect(content(await sheetsOf(backup))).toEqual(content(before));
  await soon(async () => expect(await pane.locator("[data-backup]").innerText()).toContain(say("backup.done")));
  if (process.env["LOOK"]) await page.screenshot({ path: `${process.env["LOOK"]}-backup.png` });
  await start(pane);

  await pane.locator("[data-do=undo]").click();
  await pane.locator("[data-do=start]").waitFor();
  expect(await pane.locator("[data-backup]").count()).toBe(0);
  const plan = await pane.locator(".body").innerText();
  expect(plan).toContain(say("plan.undo", { day: "2019年12月11日", run: "任务日历", file: "", kept: "" }));
  expect(plan).toContain(say("plan.undo.gone"));
  if (process.env["LOOK"]) await page.screenshot({ path: `${process.env["LOOK"]}-undo.png` });
  await start(pane);
  expect(await pane.locator(".body").innerText()).toContain(say("done.undo.gone", { tabs: "任务日历" }));
  expect((await saved(page)).filter(({ ownTab }) => ownTab !== undefined).map(({ name }) => name)).toEqual(["变更日志", "_撤销"]);

  // What somebody has typed into a tab since stays.
  await home(pane);
  await pane.locator("[data-action=calendar]").click();
  await start(pane);
  await page
    .locator(".rgCell", { hasText: /^各校$/ })
    .first()
    .dblclick();
  await page.locator("#status .mode", { hasText: "编辑" }).waitFor();
  await page.keyboard.type("城关小学");
  await page.keyboard.press("Enter");
  await page.locator("#status .mode", { hasText: "就绪" }).waitFor();
  await home(pane);
  await pane.locator(".links [data-do=undo]").click();
  await pane.locator("[data-do=start]").waitFor();
  expect(await pane.locator(".body").innerText()).toContain(say("plan.undo.stays.why", { tabs: "任务日历" }));
  if (process.env["LOOK"]) await page.screenshot({ path: `${process.env["LOOK"]}-stays.png` });
  await start(pane);
  expect(await pane.locator(".body").innerText()).toContain(say("done.undo.stays", { tabs: "任务日历" }));
  const end = await saved(page);
  expect(
    end
      .find(({ name }) => name === "任务日历")
      ?.rows.flat()
      .some((cell) => String(cell).includes("小学")),
  ).toBe(true);
  expect(theirs(end)).toEqual(theirs(before));
  expect(complaints).toEqual([]);
});
