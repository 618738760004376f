// 附件空表 and 结转下一年 in a real browser: the plan, the result, and the very files that the command line makes.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { run } from "../../src/cli/program";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { writeBook } from "../../src/xlsx/write-book";
import { asFile, partsOf } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const name = "蒲城县2019年助学贷款本息回收.xlsx";
const today = new Date(2019, 10 /* Nov */, 18, 10);
const county = countyBook(sampleCounty({ persons: 60, seed: 7 }));
const withoutTables = { ...county, sheets: county.sheets.filter((sheet) => !sheet.name.includes("附件")) };

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

/** The files that a command makes of a book. */
async function madeByCommand(command: string, bytes: Uint8Array): Promise<Readonly<Record<string, Uint8Array>>> {
  const folder = await mkdtemp(join(tmpdir(), "year-"));
  await writeFile(join(folder, name), bytes);
  const ignore = () => undefined;
  await run([command, join(folder, name), "--out", join(folder, "out")], { out: ignore, err: ignore, now: () => today });
  const names = await readdir(join(folder, "out"));
  const files = await Promise.all(names.map(async (file) => [file, new Uint8Array(await readFile(join(folder, "out", file)))] as const));
  await rm(folder, { recursive: true });
  return Object.fromEntries(files);
}

async function opened(bytes: Uint8Array): Promise<{ readonly page: Page; readonly noise: () => readonly unknown[] }> {
  const { page, strangers, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, {
    today,
    viewport: { width: 320, height: 640 },
  });
  await page.setInputFiles("input[type=file]", asFile(name, bytes));
  await page.waitForSelector(".phases");
  return { page, noise: () => [...strangers, ...complaints] };
}

const bodyOf = (page: Page) => page.locator(".body").innerText();

async function press(page: Page, label: string): Promise<string> {
  const button = page.getByRole("button", { name: label, exact: true });
  // Phases that are not on are folded.
  if (!(await button.isVisible())) for (const phase of await page.locator(".phases [aria-expanded=false]").all()) await phase.click();
  await button.click();
  await page.waitForSelector("[data-do=start]");
  return bodyOf(page);
}

async function saved(page: Page): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  await page.click("[data-do=start]");
  await page.waitForSelector("[data-do=home]");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-do=save-files]")]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

test("a book without tables: the forms are offered with proposed names, and are the command line's", async () => {
  const bytes = await writeBook(withoutTables);
  const { page, noise } = await opened(bytes);
  expect(await press(page, "附件空表")).toContain("附件1、附件2各一份");
  const zip = await saved(page);
  expect(zip.name).toBe("蒲城县2019附件空表_20191118.zip");
  expect(partsOf(unzipSync(zip.bytes))).toEqual(partsOf(await madeByCommand("forms", bytes)));
  expect(await bodyOf(page)).toContain("校名是按乡镇推荐的，请核对");
  expect(noise()).toEqual([]);
});

test("the next season's workbook is the command line's, and the pane says what to fill in", async () => {
  const bytes = await writeBook(county);
  const { page, noise } = await opened(bytes);
  expect(await press(page, "结转下一年")).toContain("2020 年度新工作簿，沿用 3 张表；3 张表只留在本工作簿");
  const file = await saved(page);
  const expected = await madeByCommand("next", bytes);
  expect(file.name).toBe("蒲城县2020年助学贷款本息回收.xlsx");
  expect(partsOf({ [file.name]: file.bytes })).toEqual(partsOf({ [file.name]: expected[file.name]! }));
  const said = await bodyOf(page);
  for (const words of ["新工作簿的设置里请重新填写：文号、应还人数", "本工作簿一字未改"]) expect(said).toContain(words);
  expect(noise()).toEqual([]);
});
