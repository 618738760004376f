// Outside the season the pane says so, leaves open what still makes sense, and lets the user go by another day.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser, Page } from "playwright-core";
import { day } from "../../src/domain/values/day";
import { seasonDates } from "../../src/domain/record/season";
import { paneVoice } from "../../src/i18n/pane";
import { ribbonWords } from "../../src/i18n/ribbon";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { momentOf } from "../../src/taskpane/shell/phases";
import { writeBook } from "../../src/xlsx/write-book";
import { asFile } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const say = paneVoice("zh-CN");
const bytes = await writeBook(countyBook(sampleCounty({ persons: 40, seed: 7 })));

test.each([
  ["2019-10-04", "before"],
  ["2019-10-05", "during"],
  ["2019-11-20", "during"],
  ["2019-12-20", "during"],
  ["2019-12-21", "after"],
  ["2026-11-30", "after"],
] as const)("%s is %s the season of 2019", (today, moment) => {
  expect(momentOf(day(today), seasonDates(2019))).toBe(moment);
});

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

async function opened(today: Date) {
  const watched = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today });
  await watched.page.setInputFiles("input[type=file]", asFile("回收.xlsx", bytes));
  await watched.page.locator(".phases").waitFor();
  return watched;
}

const dayOf = (page: Page) => page.locator(".today-day").innerText();

test("after the season: roll-ups stay open, another day brings the season back, for every button, and the clock's day comes back", async () => {
  const { page, complaints } = await opened(new Date(2026, 10 /* Nov */, 30, 10));
  expect(await page.locator(".season-moment .fact").innerText()).toBe(say("today.after", { year: 2019, day: "2019年12月20日" }));
  expect(await page.locator("fluent-button[appearance=accent]").allInnerTexts()).toEqual([say("home.next.go", { what: "上报材料" })]);
  expect(await page.locator("[data-do=roll-over]").innerText()).toBe(say("home.roll-over"));
  expect(await page.locator("[data-choice=today]").inputValue()).toBe("2019-11-20");
  await page.fill("[data-choice=today]", "2019-12-05");
  await page.click("[data-do=set-today]");
  await page.locator("[data-do=real-today]").waitFor();
  expect(await dayOf(page)).toBe(say("today.chosen", { day: "2019年12月5日" }));
  expect(await page.locator(".phase-now .phase-title").innerText()).toBe(ribbonWords["zh-CN"].groups.collection);

  await page.locator("[data-action=circular]").click();
  await page.locator("[data-do=start]").waitFor();
  expect(await page.locator(".body").innerText()).toContain("截至 2019年12月5日");
  await page.locator(".back").click();
  await page.click("[data-do=real-today]");
  await page.locator("[data-do=set-today]").waitFor();
  expect(await dayOf(page)).toBe(say("season.today", { day: "2026年11月30日" }));
  expect(complaints).toEqual([]);
});

test("long before the season, its first date is told", async () => {
  const { page } = await opened(new Date(2019, 5 /* Jun */, 1, 10));
  expect(await page.locator(".season-moment .fact").innerText()).toBe(say("today.before", { year: 2019, day: "2019年11月19日" }));
});

test("within the season nothing is asked", async () => {
  const { page } = await opened(new Date(2019, 10 /* Nov */, 20, 10));
  expect(await page.locator(".season-moment").count()).toBe(0);
});
