// Recognition corrected in the pane: a list whose headings mean nothing is a list once the user has said so, and the book remembers it.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import type { Server } from "node:https";
import type { Browser, Page } from "playwright-core";
import { paneVoice } from "../../src/i18n/pane";
import { correctionsIn } from "../../src/sheets/reading/corrections";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";
import { soon } from "../support/soon";

const say = paneVoice("zh-CN");
const today = new Date(2019, 10 /* Nov */, 20, 10);
const name = "回收.xlsx";
const odd: SheetSpec = {
  tab: "",
  name: "表一",
  columns: [],
  rows: [
    ["蒲城县2019年"],
    ["甲", "乙", "丙", "丁", "戊"],
    ["李华", "610526199403150018", "C001", 100, 10],
    ["王芳", "610526199503150022", "C002", 200, 20],
  ],
};

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

async function openCorrection(page: Page, sheet: string): Promise<void> {
  await page.selectOption("[data-choice=sheet]", sheet);
  await page.click("[data-do=correct]");
  await page.waitForSelector("[data-choice=use]");
}

const field = (page: Page, letters: string) => page.locator(`select[data-column=${letters}]`);

test("a list with meaningless headings is corrected, recognised, remembered in the saved workbook, and forgotten again", async () => {
  const { page, strangers, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today });
  const buffer = Buffer.from(await writeBook({ sheets: [odd] }));
  await page.setInputFiles("input[type=file]", { name, mimeType: "application/octet-stream", buffer });
  await page.waitForSelector("[role=alert]");
  expect(await page.locator("[role=alert]").innerText()).toContain("没有找到应还名单");

  await page.click("[data-do=recognise]");
  await openCorrection(page, "表一");
  expect(await page.locator("[data-choice=use]").inputValue()).toBe("other");
  await page.selectOption("[data-choice=use]", "borrowers");
  await soon(async () => {
    expect(await page.locator("[data-choice=row]").inputValue()).toBe("2");
    expect(await page.locator(".column").first().innerText()).toContain("李华 · 王芳");
  });
  // A field stands for one column only, the last that was given it.
  await field(page, "B").selectOption("name");
  const fields = { A: "name", B: "citizenId", C: "contractNo", D: "principal", E: "interest" };
  for (const [letters, value] of Object.entries(fields)) await field(page, letters).selectOption(value);
  // Another heading row is tried and taken back: what was chosen stays.
  await page.fill("[data-choice=row]", "1");
  await page.locator("[data-choice=row]").blur();
  await page.waitForFunction(() => document.querySelector(".column")?.textContent.includes("蒲城县2019年"));
  await page.fill("[data-choice=row]", "2");
  await page.click("[data-do=save-correction]");

  await page.waitForSelector(".phases");
  expect(await page.locator(".notice").innerText()).toBe(say("correct.saved"));
  expect(await page.locator(".today-list").innerText()).toBe(say("season.list", { persons: 2, contracts: 2, due: "330.00" }));

  await page.locator("[data-action=check]").click();
  await page.click("[data-do=start]");
  await page.waitForSelector("[data-do=save-copy]");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-do=save-copy]")]);
  const { grids } = await readBook(new Uint8Array(await readFile(await download.path())), name);
  expect(grids.find(({ ownTab }) => ownTab === "corrections")?.name).toBe("识别更正");
  const { kind, columns } = correctionsIn(grids).get("表一") ?? {};
  expect(kind).toBe("borrowers");
  expect(Object.fromEntries([...(columns ?? [])].map(([id, column]) => ["ABCDE"[column], id]))).toEqual(fields);

  await page.click("[data-do=home]");
  await page.getByRole("button", { name: say("season.sheets"), exact: true }).click();
  await openCorrection(page, "表一");
  await soon(async () => {
    expect(await page.locator("[data-choice=use]").inputValue()).toBe("borrowers");
    expect(await field(page, "C").inputValue()).toBe("contractNo");
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.click("[data-do=drop-correction]");
  await page.waitForSelector("[role=alert]");
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
});

test("from a plan, one column of a recognised list is corrected in English, and the plan comes back", async () => {
  const { page, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=en`, {
    today,
    viewport: { width: 270, height: 640 },
  });
  const headings = ["姓名", "身份证号", "合同编号", "应还本金", "应还利息"];
  const list: SheetSpec = { ...odd, rows: [odd.rows[0]!, headings, ...odd.rows.slice(2)] };
  const buffer = Buffer.from(await writeBook({ sheets: [list] }));
  await page.setInputFiles("input[type=file]", { name, mimeType: "application/octet-stream", buffer });
  await page.waitForSelector(".phases");
  await page.locator("[data-action=check]").click();
  await page.locator(".inline-link").click();
  await openCorrection(page, "表一");
  await soon(async () => expect(await field(page, "E").inputValue()).toBe("interest"));
  expect(await field(page, "E").locator("option:checked").innerText()).toContain("Interest due");
  await field(page, "E").selectOption("balance");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.click("[data-do=save-correction]");
  await page.waitForSelector("[data-do=start]");
  await soon(async () => expect(await page.locator(".notice").innerText()).toBe(paneVoice("en")("correct.saved")));
  expect(await page.locator(".body").innerText()).toContain("300.00");
  expect(complaints).toEqual([]);
});
