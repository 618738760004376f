// What a clerk does next: the field to fill in has the focus, what was written is offered to be saved and taken back, and what nobody can see is not named.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser, Page } from "playwright-core";
import { paneVoice } from "../../src/i18n/pane";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { messyBook } from "../../src/sample/messy";
import { tabNames } from "../../src/sheets/vocabulary/tabs";
import { encryptPackage } from "../../src/xlsx/encryption/agile";
import { writeBook } from "../../src/xlsx/write-book";
import { asFile } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";
import { soon } from "../support/soon";

const say = paneVoice("zh-CN");
const name = "回收.xlsx";
const county = sampleCounty({ persons: 60, seed: 7 });
const sound = await writeBook(countyBook(county));
const messy = await writeBook(messyBook(county).book);

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

async function opened(content: Uint8Array): Promise<Page> {
  const today = new Date(2019, 11 /* Dec */, 5, 10);
  const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today });
  await page.setInputFiles("input[type=file]", asFile(name, content));
  return page;
}

async function plan(page: Page, action: string): Promise<string> {
  await page.locator(`[data-action=${action}]`).click();
  await page.locator("[data-do=start]").waitFor();
  return page.locator(".body").innerText();
}

async function run(page: Page, action: string): Promise<string> {
  await plan(page, action);
  await page.locator("[data-do=start]").click();
  await page.locator("[data-do=home]").waitFor();
  return page.locator(".body").innerText();
}

const home = (page: Page) => page.locator("[data-do=home]").click();
const count = (page: Page, button: string) => page.locator(`[data-do=${button}]`).count();

test("a password and the number of a slip are typed at once: their fields have the focus", async () => {
  const page = await opened(encryptPackage(sound, "资助2019"));
  await page.locator("fluent-text-field").waitFor();
  await page.keyboard.type("资助2019");
  await page.keyboard.press("Enter");
  await page.locator("[data-action=slips]").click();
  await page.locator("[name=number]").waitFor();
  await page.keyboard.type("PC19");
  expect(await page.locator("[name=number]").inputValue()).toBe("PC19");
});

test("letters and what is taken back change the book: both are offered to be saved; blank forms change nothing", async () => {
  const page = await opened(sound);
  await run(page, "forms");
  expect([await count(page, "save-copy"), await count(page, "undo")]).toEqual([0, 0]);
  await home(page);
  await run(page, "notices");
  expect([await count(page, "save-copy"), await count(page, "undo")]).toEqual([1, 1]);
  await page.locator("[data-do=undo]").click();
  await page.locator("[data-do=start]").click();
  await soon(async () => expect(await page.locator("h1").innerText()).toBe(say("done.title", { what: "撤销上一步" })));
  expect([await count(page, "save-copy"), await count(page, "undo")]).toEqual([1, 0]);
});

test("the first view names no tab that is not there, and offers once to take back what was done, as soon as something was", async () => {
  const page = await opened(messy);
  expect(await page.locator("[data-card=settle]").innerText()).not.toContain(tabNames.findings);
  const undoing = page.getByRole("button", { name: say("undo.last") });
  expect(await undoing.count()).toBe(0);
  await run(page, "calendar");
  await home(page);
  await page.locator(".phases").waitFor();
  expect(await undoing.count()).toBe(1);
  for (const isNothing of [false, true]) {
    await undoing.click();
    const start = page.locator("[data-do=start]");
    await start.waitFor();
    expect(await page.locator("[data-do=start][disabled]").count()).toBe(isNothing ? 1 : 0);
    expect((await page.locator(".body").innerText()).includes(say("plan.lead"))).toBe(!isNothing);
    if (isNothing) break;
    await start.click();
    await home(page);
    await page.locator(".phases").waitFor();
  }
});

test("as narrow as the pane can be, no label of a field is broken, and no hint ends with a line of a single character", async () => {
  const page = await opened(sound);
  await page.setViewportSize({ width: 270, height: 640 });
  // The lines of each text, as wide as they are.
  const lines = (texts: string) =>
    page.locator(texts).evaluateAll((all) =>
      all.map((text) => {
        const range = document.createRange();
        range.selectNodeContents(text);
        return [...range.getClientRects()].map(({ width }) => width);
      }),
    );
  await page.locator(".phases").waitFor();
  const hints = await lines(".action-hint");
  expect(hints.filter((widths) => widths.length > 1 && (widths.at(-1) ?? 0) < 20)).toEqual([]);
  await page.locator("[data-action=slips]").click();
  await page.locator("[data-form=slips]").waitFor();
  const labels = await lines("[data-form=slips] .setting > span");
  expect(labels.map(({ length }) => length)).toEqual(labels.map(() => 1));
});

test("sheets that nobody can see are not named, and tabs that buttons wrote do not count as unused", async () => {
  const page = await opened(sound);
  expect(await run(page, "feedback")).not.toContain(tabNames["feedback-snapshots"]);
  await home(page);
  expect(await plan(page, "check")).not.toContain(say("plan.sheets.other", { count: 1 }).slice(-4));
  await page.locator(".back").click();
  await page.locator("[data-do=recognise]").click();
  await page.locator("[data-choice=sheet]").waitFor();
  const sheets = await page.locator(".body").innerText();
  expect(sheets).toContain(tabNames["notice-numbers"]);
  expect(sheets).not.toContain(tabNames["run-journal"]);
  await page.locator(".back").click();
  const next = await run(page, "next-season");
  expect(next).toContain(tabNames["notice-numbers"]);
  expect(next).not.toContain(tabNames["run-journal"]);
});

test("where nobody has anything to be asked, the plan says so instead of counting to nothing", async () => {
  const page = await opened(sound);
  expect(await plan(page, "fix")).toContain(say("done.fix.none"));
  await page.locator(".back").click();
  expect(await plan(page, "statements")).toContain(say("done.statements.none"));
});

test("a difference bears the same sign wherever it is told, and nothing is said of deliveries before anybody has reported", async () => {
  const page = await opened(messy);
  await page.locator("[data-card=settle]").waitFor();
  const told = await page.locator("[data-card=settle]").innerText();
  await plan(page, "check");
  const differences = await page.locator(".sums .bad").allInnerTexts();
  expect(differences.some((text) => text.includes("+"))).toBe(true);
  for (const text of differences) expect(told).toContain(text.replace(/^差 ?/, ""));
  await page.locator(".back").click();
  expect(await run(page, "circular")).toMatch(/送达率\s+—/);
});

test("English at 270 px: schools keep room beside their numbers, and no heading breaks within a word", async () => {
  const today = new Date(2019, 11 /* Dec */, 11, 10);
  const viewport = { width: 270, height: 640 };
  const { page } = await openPage(browser, `${origin}/without-excel.html?lang=en`, { today, viewport });
  await page.setInputFiles("input[type=file]", asFile(name, messy));
  await run(page, "feedback");
  const lines = (selector: string) =>
    page.locator(selector).evaluateAll((cells) =>
      cells.map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      }),
    );
  expect(Math.max(...(await lines(".parts th")))).toBeLessThanOrEqual(2);
  const [table, card] = [
    (await page.locator(".parts").boundingBox())!,
    (await page.locator(".card", { has: page.locator(".parts") }).boundingBox())!,
  ];
  expect(table.x + table.width).toBeLessThan(card.x + card.width);
  await home(page);
  await plan(page, "check");
  const words = (text: string) => text.split(/\s/).length;
  const headings = await page.locator(".sums th").allInnerTexts();
  const shown = await lines(".sums th");
  for (const [at, heading] of headings.entries()) expect(shown[at]).toBeLessThanOrEqual(words(heading));
});
