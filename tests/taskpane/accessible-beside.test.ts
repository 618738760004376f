// The grid for everybody, in light, in dark and in Windows' contrast themes: axe finds nothing in the sheets beside the pane, nor in the page that
// stands in for Excel, and what is selected is told by more than colours that a contrast theme takes away.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser, Page } from "playwright-core";
import { sampleCounty } from "../../src/sample/county";
import { messyBook } from "../../src/sample/messy";
import { writeBook } from "../../src/xlsx/write-book";
import { violationsAtRest } from "../support/judged-view";
import { asFile } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const today = new Date(2019, 10 /* Nov */, 20, 10);
const looks = ["light", "dark", "contrast"] as const;
const optionsFor = (look: (typeof looks)[number]) => ({
  today,
  viewport: { width: 1280, height: 800 },
  colorScheme: look === "light" ? ("light" as const) : ("dark" as const),
  forcedColors: look === "contrast" ? ("active" as const) : ("none" as const),
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

/** How the selected tab differs from another, and whether the selected cell has a line around it. */
const selection = (page: Page) =>
  page.evaluate(() => {
    const lookOf = (selector: string) => {
      const { color, backgroundColor, outlineStyle, boxShadow } = getComputedStyle(document.querySelector(selector)!);
      return { ground: [color, backgroundColor].join(), isLined: outlineStyle !== "none" || boxShadow !== "none" };
    };
    return {
      isTabTold: lookOf("#tabs [aria-selected=true]").ground !== lookOf("#tabs [aria-selected=false]").ground,
      isCellTold: lookOf("revogr-focus.focused-cell").isLined,
    };
  });
const told = { isTabTold: true, isCellTold: true };

test.each(looks)("%s: the page that stands in for Excel, with the results on show", async (look) => {
  const { page } = await openPage(browser, `${origin}/workbench.html?persons=60&lang=zh-CN`, optionsFor(look));
  const pane = page.frameLocator("#pane iframe");
  await pane.locator("[data-do=next]").click();
  await pane.locator("[data-do=start]").click();
  await pane.locator("[data-do=home]").waitFor();
  await page.getByRole("tab", { name: "校验结果", selected: true }).waitFor();
  await page.locator("revogr-focus.focused-cell").first().waitFor();
  expect([await violationsAtRest(page), await selection(page)]).toEqual([[], told]);
});

test.each(looks)("%s: the sheets beside the pane", async (look) => {
  const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, optionsFor(look));
  const book = await writeBook(messyBook(sampleCounty({ persons: 60, seed: 7 })).book);
  await page.locator("input[type=file]").first().setInputFiles(asFile("回收.xlsx", book));
  await page.locator("revogr-focus.focused-cell").first().waitFor();
  expect([await violationsAtRest(page), await selection(page)]).toEqual([[], told]);
});
