// The stand-in in a real browser: ribbon, pane and grid over the genuine office.js; what the buttons leave behind is what they leave in a file.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Server } from "node:https";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { day } from "../../src/domain/day";
import { type ButtonId, ribbonWords } from "../../src/i18n/ribbon";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { areaAddress, type Grid } from "../../src/sheets/grid";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { startBrowser } from "../taskpane/browser";
import { expectedSeason } from "../taskpane/expected";
import { openSecurely, type SecurePage, serveSecurely } from "./https-pages";

const name = "蒲城县2019年助学贷款本息回收.xlsx";
const today = new Date(2019, 10 /* Nov */, 20, 10);
const bytes = await writeBook(countyBook(sampleCounty({ persons: 60, seed: 2019 })));

let browser: Browser;
let server: Server;
let origin: string;
beforeAll(async () => {
  [browser, { server, origin }] = await Promise.all([startBrowser(), serveSecurely()]);
});
afterAll(async () => {
  await browser.close();
  server.close();
});

interface Opened extends SecurePage {
  readonly pane: FrameLocator;
}

async function opened(query: string): Promise<Opened> {
  const secure = await openSecurely(browser, `${origin}/workbench.html?${query}`, today);
  const pane = secure.page.frameLocator("#pane iframe");
  await pane.locator(".phases").waitFor();
  return { ...secure, pane };
}

/** Presses a button in the ribbon; the pane shows its plan. */
async function press({ page, pane }: Opened, label: string): Promise<void> {
  await page.locator("#ribbon").getByRole("button", { name: label, exact: true }).click();
  await pane.locator("[data-do=start], .drop").first().waitFor();
}

async function start({ pane }: Opened): Promise<void> {
  await pane.locator("[data-do=start]").click();
  await pane.locator("[data-do=home]").waitFor();
}

async function savedFiles({ page, pane }: Opened): Promise<Readonly<Record<string, Uint8Array>>> {
  const [download] = await Promise.all([page.waitForEvent("download"), pane.locator("[data-do=save-files]").click()]);
  return unzipSync(new Uint8Array(await readFile(await download.path())));
}

/** The sheets of the book in the page. */
function grids(page: Page): Promise<readonly Grid[]> {
  return page.evaluate(() => (globalThis as unknown as { workbench: { grids: readonly Grid[] } }).workbench.grids);
}

/** Merged areas have no order; what a reader left aside is no part of the sheet. */
function sorted(all: readonly Grid[]): readonly unknown[] {
  return all.map((grid) => ({ ...grid, unread: undefined, merges: grid.merges.map(areaAddress).sort() }));
}

// Every part of every workbook by its bytes; browsers and Node pack the same part in slightly different ways.
function contents(books: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, string>> {
  const parts = Object.entries(books).flatMap(([book, packed]) =>
    Object.entries(unzipSync(packed)).map(([part, content]): [string, string] => [
      `${book} ${part}`,
      createHash("sha256").update(content).digest("hex"),
    ]),
  );
  return Object.fromEntries(parts);
}

const labels = (ids: readonly ButtonId[], language: "zh-CN" | "en"): readonly string[] =>
  ids.map((id) => ribbonWords[language].buttons[id].label);

test("zh-CN at 320 px: a season from the ribbon leaves the book and the files that the actions leave", async () => {
  const expected = await expectedSeason(bytes, name, day("2019-11-20"));
  const bench = await opened("lang=zh-CN&persons=60");
  const { page, pane, strangers, complaints } = bench;
  expect(await page.locator(".tab-name").innerText()).toBe(ribbonWords["zh-CN"].tab);
  expect(await page.locator(".ribbon-button").allInnerTexts()).toEqual(
    labels(["pane", "check", "split", "notices", "collect", "repayment-rollup", "exception-rollup", "circular"], "zh-CN"),
  );
  expect(await page.locator("#pane iframe").evaluate((frame) => frame.clientWidth)).toBeLessThanOrEqual(320);
  expect(sorted(await grids(page))).toEqual(sorted((await readBook(bytes, name)).grids));

  await press(bench, "校验名单");
  await start(bench);
  await page.getByRole("tab", { name: "校验结果", selected: true }).waitFor();
  expect(Number(await page.locator("#status .cost").getAttribute("data-syncs"))).toBeGreaterThan(0);
  await pane.locator("[data-do=findings]").click();
  await pane.locator(".place").first().click();
  const [sheet = "", cell = ""] = (await pane.locator(".place").first().innerText()).split(" ");
  await page.getByRole("tab", { name: sheet, selected: true }).waitFor();
  await page.locator("#status .cell", { hasText: cell }).waitFor();

  await press(bench, "按辖区拆分");
  await start(bench);
  expect(contents(await savedFiles(bench))).toEqual(contents(Object.fromEntries(expected.lists)));

  await press(bench, "生成通知书");
  await start(bench);
  expect(contents(await savedFiles(bench))).toEqual(contents(Object.fromEntries(expected.letters)));

  await press(bench, "合并回收表");
  const { returned } = expected;
  await pane
    .locator("input[type=file]")
    .setInputFiles({ name: returned.name, mimeType: "application/octet-stream", buffer: Buffer.from(returned.bytes) });
  await pane.locator("[data-do=plan]").click();
  await pane.locator("[data-do=start]").waitFor();
  await start(bench);

  await press(bench, "还款汇总");
  await start(bench);
  expect(sorted(await grids(page))).toEqual(sorted((await readBook(expected.book, name)).grids));
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
});

test("English at 320 px: every button of the ribbon under its English name, and nothing wider than the pane", async () => {
  const bench = await opened("lang=en&persons=60");
  const { page, pane, strangers, complaints } = bench;
  expect(await page.locator(".tab-name").innerText()).toBe(ribbonWords.en.tab);
  for (const id of ["check", "split", "notices", "repayment-rollup", "exception-rollup", "circular"] as const) {
    const { label } = ribbonWords.en.buttons[id];
    await press(bench, label);
    await start(bench);
    expect(await pane.locator("h2").first().innerText()).toBe(`${label}: done`);
    expect(await pane.locator("html").evaluate((html) => html.scrollWidth <= html.clientWidth)).toBe(true);
  }
  expect(await pane.locator("html").getAttribute("lang")).toBe("en");
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
});

test("what is typed into the grid is in the book, the pane and the saved file, and a saved file opens again", async () => {
  const bench = await opened("lang=zh-CN&persons=60");
  const { page, pane, strangers, complaints } = bench;
  await page.locator(".rgCell", { hasText: "2,019" }).dblclick();
  await page.locator("#status .mode", { hasText: "编辑" }).waitFor();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("2020");
  await page.keyboard.press("Enter");
  await page.locator("#status .mode", { hasText: "就绪" }).waitFor();
  const typed = await grids(page);
  expect(typed[0]?.rows[3]).toEqual(["年度", 2020, "回收年度"]);

  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-do=save]")]);
  expect(download.suggestedFilename()).toBe(name);
  const saved = await readFile(await download.path());
  await page.setInputFiles(".title input", { name: "另存.xlsx", mimeType: "application/octet-stream", buffer: saved });
  await page.locator(".book-name", { hasText: "另存.xlsx" }).waitFor();
  expect(sorted(await grids(page))).toEqual(sorted(typed));
  await pane.locator("h1", { hasText: "2020" }).waitFor();

  await page.setInputFiles(".title input", { name: "照片.xlsx", mimeType: "image/png", buffer: Buffer.from([0, 1, 2, 3]) });
  await page.locator("#status [role=alert]", { hasText: "照片.xlsx" }).waitFor();
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
});
