// 上报材料 in a real browser: the plan names six files and their print, saving gives the files that the command line makes, and once more says that nothing has changed.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { unzipSync } from "fflate";
import { run } from "../../src/cli/program";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { reports } from "../../src/sheets/reports/reports";
import { writeBook } from "../../src/xlsx/write-book";
import { asFile, partsOf } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const name = "蒲城县2019年助学贷款本息回收.xlsx";
const today = new Date(2019, 11 /* Dec */, 11, 10);
const bytes = await writeBook(countyBook(sampleCounty({ persons: 60, seed: 7 })));

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

/** What the command line makes of the same book on the same day: the print, and the files. */
async function madeByCommand(): Promise<{ readonly hash: string; readonly files: Readonly<Record<string, Uint8Array>> }> {
  const folder = await mkdtemp(join(tmpdir(), "report-"));
  await writeFile(join(folder, name), bytes);
  let out = "";
  const ignore = () => undefined;
  await run(["report", join(folder, name), "--out", join(folder, "out"), "--as-of", "2019-12-11", "--json"], {
    out: (text) => (out += text),
    err: ignore,
    now: () => today,
  });
  const names = reports.map((report) => `${report.name}.xlsx`);
  const files = await Promise.all(names.map(async (file) => [file, new Uint8Array(await readFile(join(folder, "out", file)))] as const));
  await rm(folder, { recursive: true });
  return { hash: (JSON.parse(out) as { hash: string }).hash, files: Object.fromEntries(files) };
}

const bodyOf = (page: Page) => page.locator(".body").innerText();

async function press(page: Page): Promise<void> {
  await page.getByRole("button", { name: "上报材料", exact: true }).click();
  await page.waitForSelector("[data-do=start]");
}

test("the plan, the files and what has changed since", async () => {
  const expected = await madeByCommand();
  const { page, strangers, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, {
    today,
    viewport: { width: 320, height: 640 },
  });
  await page.setInputFiles("input[type=file]", asFile(name, bytes));
  await page.waitForSelector(".phases");

  await press(page);
  const plan = await bodyOf(page);
  for (const words of ["共 6 个文件", "上报存档", `截至 2019年12月11日，内容校验码 ${expected.hash}。`, "这是本工作簿第一次生成上报材料。"])
    expect(plan).toContain(words);
  await page.click("[data-do=start]");
  await page.waitForSelector("[data-do=home]");
  expect(await bodyOf(page)).toContain(expected.hash);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-do=save-files]")]);
  expect(download.suggestedFilename()).toBe("蒲城县2019上报材料_20191211.zip");
  expect(partsOf(unzipSync(new Uint8Array(await readFile(await download.path()))))).toEqual(partsOf(expected.files));
  await page.click("[data-do=home]");
  await page.waitForSelector(".phases");

  await press(page);
  expect(await bodyOf(page)).toContain("与上次（截至 2019年12月11日）完全相同。");
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
});
