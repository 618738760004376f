// Letters in the pane: chosen by school and village, and looked at before they are printed, with the keyboard.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { readFile } from "node:fs/promises";
import type { Server } from "node:https";
import type { Browser } from "playwright-core";
import { lettersOf } from "../../src/actions/notice-letters";
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import { paneVoice } from "../../src/i18n/pane";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { letterPreview } from "../../src/taskpane/engine/letter-preview";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const say = paneVoice("zh-CN");
const today = day("2019-11-28");
const bytes = await writeBook(countyBook(sampleCounty({ persons: 60, seed: 7 })));
const season = OpenSeason.in((await readBook(bytes, "回收.xlsx")).grids, "回收.xlsx", { clock: today, today });
const { bySchool } = lettersOf(season);
const total = bySchool.reduce((sum, { standings }) => sum + standings.length, 0);

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

async function opened() {
  const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today: new Date(2019, 10 /* Nov */, 28, 10) });
  await page.setInputFiles("input[type=file]", { name: "回收.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  await page.waitForSelector("[data-action=notices]");
  return page;
}

test("a school, then one of its villages: the plan says how many letters that makes, and those files come", async () => {
  const page = await opened();
  await page.locator("[data-action=notices]").click();
  await page.waitForSelector(`[data-letters="${total}"]`);
  const [part] = bySchool;
  const name = part?.school.name ?? "";
  await page.selectOption("[data-choice=school]", name);
  await page.waitForSelector(`[data-letters="${part?.standings.length}"]`);
  const village = part?.standings[0]?.person.loans[0]?.values.village ?? "";
  const count = part?.standings.filter(({ person }) => person.loans.some(({ values }) => values.village === village)).length;
  await page.selectOption("[data-choice=village]", village);
  await page.waitForSelector(`[data-letters="${count}"]`);
  await page.locator("[data-do=start]").click();
  await page.waitForSelector("[data-do=home]");
  expect(await page.locator(".card-title").first().innerText()).toBe(say("done.notices", { notices: String(count), schools: 1 }));
  await page.close();
});

test("previous, next, a name and Enter, a case: each shows that letter and says whose it is", async () => {
  const page = await opened();
  await page.locator("[data-do=preview]").click();
  const status = page.locator("[data-letter]");
  const shows = async (at: number) => {
    await page.waitForSelector(`[data-letter="${at}"]`);
    const { letter } = letterPreview(season, { at });
    expect(await status.innerText()).toContain(`${letter?.name}，${letter?.school}，编号 ${letter?.number}`);
    const lines = letter?.pages.flatMap(({ pieces }) => pieces).flatMap((piece) => piece.lines) ?? [];
    expect(await page.locator("svg[data-page] tspan").allTextContents()).toEqual(lines);
  };
  await shows(0);
  expect(await page.locator("[data-do=previous]").isDisabled()).toBe(true);
  await page.locator("[data-do=next]").focus();
  await page.keyboard.press("Enter");
  await shows(1);
  await page.locator("[data-do=previous]").press("Enter");
  await shows(0);
  const wanted = letterPreview(season, { at: 9 }).letter;
  await page.fill("input[name=person]", wanted?.number ?? "");
  await page.keyboard.press("Enter");
  await shows(9);
  await page.fill("input[name=person]", "查无此人");
  await page.keyboard.press("Enter");
  await page.waitForFunction((text) => document.querySelector("[data-letter]")?.textContent?.includes(text), "查无此人");
  await page.locator("[data-case=most-contracts]").click();
  await shows(letterPreview(season, { like: "most-contracts" }).letter?.at ?? -1);
  await page.close();
});

test("the leaflet and a blank notice come with the letters when they are ticked, and are pages of their own", async () => {
  const page = await opened();
  await page.locator("[data-action=notices]").click();
  await page.waitForSelector(`[data-letters="${total}"]`);
  for (const choice of ["withLeaflet", "withBlank"]) {
    await page.locator(`[data-choice=${choice}]`).click();
    await page.waitForFunction((own) => document.querySelector(`[data-choice=${own}][aria-checked=true]`), choice);
  }
  await page.locator("[data-do=start]").click();
  await page.waitForSelector("[data-do=save-files]");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-do=save-files]")]);
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  const papers = ["政策宣传页.xlsx", "空白通知书.xlsx"];
  expect(Object.keys(files).filter((name) => papers.some((paper) => name.endsWith(paper)))).toHaveLength(2);
  const [leaflet] = Object.entries(files).filter(([name]) => name.endsWith("政策宣传页.xlsx"));
  const { grids } = await readBook(leaflet![1], "政策宣传页.xlsx");
  expect(grids.map(({ name }) => name)).toEqual(["政策宣传页"]);
  await page.close();
});

test("the leaflet and the blank notice are looked at like letters, and the first letter comes next", async () => {
  const page = await opened();
  await page.locator("[data-do=preview]").click();
  for (const form of ["leaflet", "blank-notice"] as const) {
    await page.locator(`[data-form-paper=${form}]`).click();
    await page.waitForSelector("[data-letter='-1']");
    const { letter } = letterPreview(season, { form });
    await page.waitForFunction((text) => document.querySelector("[data-letter]")?.textContent?.includes(text), letter?.name ?? "");
    const lines = letter?.pages.flatMap(({ pieces }) => pieces).flatMap((piece) => piece.lines) ?? [];
    expect(await page.locator("svg[data-page] tspan").allTextContents()).toEqual(lines);
  }
  expect(await page.locator("[data-do=previous]").isDisabled()).toBe(true);
  await page.locator("[data-do=next]").click();
  await page.waitForSelector("[data-letter='0']");
  await page.close();
});
