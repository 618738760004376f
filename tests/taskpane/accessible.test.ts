// What axe-core finds in the pane, which must be nothing: every view that a season passes through, in light and dark, narrow as Excel makes it.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import type { Server } from "node:https";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { sampleCounty } from "../../src/sample/county";
import { messyBook } from "../../src/sample/messy";
import { writeBook } from "../../src/xlsx/write-book";
import { asFile } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const bytes = await writeBook(messyBook(sampleCounty({ persons: 60, seed: 7 })).book);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

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

/** Every violation in the view on show, with the elements that it is about. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await page.evaluate<AxeResults>("axe.run(document)");
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary ?? ""}`));
}

/** The same once nothing moves any more: Fluent's controls fade, and half faded they are pale. What is wrong stays wrong. */
async function violationsAtRest(page: Page): Promise<readonly string[]> {
  let found = await violations(page);
  for (let tries = 0; found.length > 0 && tries < 8; tries++) {
    await page.waitForTimeout(250);
    found = await violations(page);
  }
  return found;
}

test.each([
  ["light", "zh-CN", 320, "none"],
  ["dark", "en", 270, "none"],
  // Windows' contrast themes.
  ["dark", "zh-CN", 270, "active"],
] as const)(
  "%s, %s, %i px, forced colours %s: axe has nothing to say, every view has one h1, and nothing is wider than the pane",
  async (colorScheme, lang, width, forcedColors) => {
    const { page } = await openPage(browser, `${origin}/without-excel.html?lang=${lang}`, {
      today: new Date(2019, 10 /* Nov */, 28, 10),
      viewport: { width, height: 640 },
      colorScheme,
      forcedColors,
    });
    await page.evaluate(axe);
    const seen: Record<string, unknown> = {};
    const look = async (view: string) => {
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      seen[view] = { violations: await violationsAtRest(page), titles: await page.locator("h1").count(), isWide };
    };
    await page.locator(".drop").waitFor();
    await look("open");
    await page.setInputFiles(
      "input[type=file]",
      asFile("空.xlsx", await writeBook({ sheets: [{ tab: "", name: "空", columns: [], rows: [] }] })),
    );
    await page.locator("[data-begin]").waitFor();
    await look("no-list");
    await page.click("[data-do=other]");
    await page.locator(".drop").waitFor();
    await page.setInputFiles("input[type=file]", asFile("回收.xlsx", bytes));
    await page.locator(".phases").waitFor();
    await look("home");
    await page.click("[data-do=next]");
    await page.locator("[data-do=start]").waitFor();
    await look("plan");
    await page.click("[data-do=start]");
    await page.locator("[data-do=home]").waitFor();
    await look("outcome");
    await page.click("[data-do=findings]");
    await page.locator(".findings-head").waitFor();
    await page.locator(".filters summary").click();
    await look("findings");
    await page.evaluate(() => {
      for (const group of document.querySelectorAll<HTMLDetailsElement>("details.group, details.help")) group.open = true;
    });
    await page.locator("[data-accept]").first().click();
    await page.locator("[data-dismiss]").first().click();
    await page.locator("[data-reason]").waitFor();
    await look("treating");
    await page.click("[data-do=drop-treatment]");
    await page.locator(".back").click();
    await page.click("[data-do=home]");
    await page.locator("[data-action=slips]").click();
    await page.locator("[data-form=slips]").waitFor();
    await look("slips");
    await page.locator(".back").click();
    await page.locator("[data-do=explain]").click();
    await page.locator(".view-head").waitFor();
    await look("explain");
    const right = { violations: [], titles: 1, isWide: false };
    expect(seen).toEqual(
      Object.fromEntries(
        ["open", "no-list", "home", "plan", "outcome", "findings", "treating", "slips", "explain"].map((view) => [view, right]),
      ),
    );
  },
);
