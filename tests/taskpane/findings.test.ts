// Findings as a place to work: the filters keep what they say, the parts make the whole, and in Excel one is led from cell to cell.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser } from "playwright-core";
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import { paneVoice } from "../../src/i18n/pane";
import { sampleCounty } from "../../src/sample/county";
import { messyBook } from "../../src/sample/messy";
import { findingList } from "../../src/taskpane/engine/finding-list";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { openInStandIn } from "../support/by-hand";
import { asFile } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";
import { soon } from "../support/soon";

const say = paneVoice("zh-CN");
const today = day("2019-11-20");
const bytes = await writeBook(messyBook(sampleCounty({ persons: 60, seed: 7 })).book);
const season = OpenSeason.in((await readBook(bytes, "回收.xlsx")).grids, "回收.xlsx", { clock: today, today });

test("the findings of each severity, rule and sheet are together all of them; a school has its own alone", () => {
  const all = findingList(season, {});
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  expect(all.count).toBe(season.findings.length);
  expect(sum(Object.values(all.counts))).toBe(all.count);
  expect(sum((["error", "warning", "info"] as const).map((severity) => findingList(season, { severity }).count))).toBe(all.count);
  expect(sum(all.rules.map((rule) => findingList(season, { rule }).count))).toBe(all.count);
  expect(sum(all.sheets.map((sheet) => findingList(season, { sheet }).count))).toBe(all.count);
  const bySchool = all.schools.map((school) => findingList(season, { school }).count);
  expect(bySchool.every((count) => count > 0)).toBe(true);
  expect(sum(bySchool)).toBeLessThanOrEqual(all.count);
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

test("from the first view to the findings; a filter shows what it says, and the count of open ones stays", async () => {
  const { page, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today: new Date(2019, 10, 20, 10) });
  await page.setInputFiles("input[type=file]", asFile("回收.xlsx", bytes));
  await page.locator(".phases").waitFor();
  await page.click("[data-do=findings]");
  const { counts } = findingList(season, {});
  const open = say("findings.counts", { errors: counts.error, warnings: counts.warning, infos: counts.info });
  expect(await page.locator(".findings-head .fact").innerText()).toBe(open);
  await page.locator(".filters summary").click();
  await page.selectOption("[data-filter=severity]", "warning");
  await page.waitForFunction(() => document.querySelectorAll(".group-error, .group-info").length === 0);
  expect(await page.locator(".lead").innerText()).toContain(say("findings.shown", { count: counts.warning }));
  expect(await page.locator(".findings-head .fact").innerText()).toBe(open);
  await page.locator(".back").click();
  await page.locator(".phases").waitFor();
  expect(complaints).toEqual([]);
});

test("by keys alone: a proposal is accepted and a finding dismissed with its reason, shown first, written at one press, taken back at another", async () => {
  const { page, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today: new Date(2019, 10, 20, 10) });
  await page.setInputFiles("input[type=file]", asFile("回收.xlsx", bytes));
  await page.locator(".phases").waitFor();
  await page.click("[data-do=findings]");
  await page.locator(".filters summary").click();
  const { rules, count } = findingList(season, {});
  const group = rules.map((rule) => findingList(season, { rule }).groups[0]!).find(({ repairs }) => repairs > 1)!;
  await page.selectOption("[data-filter=rule]", group.rule);
  await page.locator(`[data-accept-all=${group.rule}]`).focus();
  await page.keyboard.press("Enter");
  const waiting = page.locator("[data-treating]");
  expect(await waiting.locator("p.fact").innerText()).toBe(say("treat.accept.lead", { count: group.repairs }));
  expect(await waiting.locator(".change").first().innerText()).toContain(group.shown[0]!.repair!.to);
  // The first of them is not accepted but dismissed, for which a reason is asked.
  await page.locator("[data-dismiss]").first().focus();
  await page.keyboard.press("Space");
  await soon(async () => {
    expect(await page.locator("[data-dismiss]").first().getAttribute("aria-pressed")).toBe("true");
    expect(await waiting.locator("p.fact").allInnerTexts()).toEqual([
      say("treat.accept.lead", { count: group.repairs - 1 }),
      say("treat.dismiss.lead", { count: 1 }),
    ]);
    expect(await page.locator("[data-do=treat]").getAttribute("disabled")).not.toBeNull();
  });
  // From the end of the list one gets to what waits.
  await page.locator("[data-do=to-treatment]").focus();
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(say("treat.title"));
  await page.locator("[data-reason]").focus();
  await page.keyboard.type("已电话核实");
  await page.locator("[data-do=treat]").focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-do=untreat]").waitFor();
  // What was done is told once the book has been checked anew.
  await soon(async () =>
    expect(await page.locator(".notice").innerText()).toBe(say("treat.done", { accepted: group.repairs - 1, dismissed: 1 })),
  );
  const open = async () =>
    (await page.locator(".findings-head .fact").innerText()).match(/\d+/g)!.reduce((sum, part) => sum + Number(part), 0);
  expect(await open()).toBe(count - group.repairs);
  await page.locator("[data-do=untreat]").focus();
  await page.keyboard.press("Enter");
  await page.locator(`[data-accept-all=${group.rule}]`).waitFor();
  await soon(async () => expect(await page.locator(".notice").innerText()).toBe(say("treat.undone")));
  expect(await open()).toBe(count);
  expect(complaints).toEqual([]);
});

test("every rule has an example of what it minds, in words of the sheet", () => {
  const helped = findingList(season, {}).groups.filter(({ help }) => help !== undefined);
  expect(helped.length).toBeGreaterThan(10);
  for (const { help } of helped) {
    const cells = [...help!.bad, ...(help!.good ?? [])].flat();
    expect(cells.every(({ heading }) => /[\u4e00-\u9fff]/.test(heading))).toBe(true);
  }
});

test("in Excel: next and previous lead from cell to cell, and nothing is called out of date as long as nobody edits", async () => {
  const { page, complaints } = await openPage(browser, `${origin}/workbench.html?persons=12&lang=zh-CN`, {
    today: new Date(2019, 10, 20, 10),
    viewport: { width: 1280, height: 800 },
  });
  const pane = page.frameLocator("#pane iframe");
  await openInStandIn(page, "回收.xlsx", bytes);
  await pane.locator("[data-do=findings]").click();
  const isAt = (at: number) => pane.locator(".step-at", { hasText: new RegExp(`^\\s*第 ${at} 条，`) }).waitFor();
  await pane.locator("[data-do=next-finding]").click();
  await isAt(1);
  await pane.locator("[data-do=next-finding]").click();
  await isAt(2);
  await pane.locator("[data-do=previous]").click();
  await isAt(1);
  const [sheet = "", cell = ""] = (await pane.locator(".finding[aria-current] .place").first().innerText()).split(" ");
  await page.getByRole("tab", { name: sheet, selected: true }).waitFor();
  await page.locator("#status .cell", { hasText: cell }).waitFor();
  expect(await pane.locator("[data-stale]").count()).toBe(0);
  expect(complaints).toEqual([]);
});
