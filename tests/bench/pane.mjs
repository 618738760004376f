// What the pane costs Excel, and how long it holds up its page: the whole county in the stand-in, in a real browser.
/* global document, MutationObserver, Office, PerformanceObserver, requestAnimationFrame, setTimeout -- what runs in the page */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { openPage, servePages, startBrowser, webFolder } from "../support/pages.mjs";

const patience = 600_000;

// In every frame: the tasks that held it up, and when the pane painted for the first time after Excel's own script was there.
function watch() {
  globalThis.tasks = [];
  const hear = (list) => globalThis.tasks.push(...list.getEntries().filter(({ name }) => name === "self"));
  new PerformanceObserver(hear).observe({ type: "longtask", buffered: true });
  const loaded = ({ target }) => {
    if (target.src?.endsWith("/office.js")) Office.onReady(() => performance.mark("office"));
  };
  document.addEventListener("load", loaded, true);
  new MutationObserver((_, observer) => {
    if (!document.querySelector("#pane h1, #pane h2")) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark("painted")));
  }).observe(document, { childList: true, subtree: true });
}

async function opened(browser, origin, query) {
  const address = `${origin}/workbench.html?lang=zh-CN&${query}`;
  const { page } = await openPage(browser, address, { viewport: { width: 1280, height: 800 }, before: watch });
  const pane = page.frameLocator("#pane iframe");
  await pane.locator(".phases").waitFor({ timeout: patience });
  return { page, pane };
}

/** How long after Excel's own script is there the pane paints, in milliseconds: the middle of several times. */
async function firstPaint(browser, origin) {
  const times = [];
  for (let count = 0; count < 5; count++) {
    const { page, pane } = await opened(browser, origin, "persons=60");
    const [office, painted] = await pane
      .locator("html")
      .evaluate(() => ["office", "painted"].map((mark) => performance.getEntriesByName(mark)[0].startTime));
    times.push(painted - office);
    await page.context().close();
  }
  return times.sort((a, b) => a - b)[2];
}

/** A button pressed in the ribbon, planned and run: what it cost, and the longest task that held the pane up. */
async function press({ page, pane }, button, choose) {
  await page.click(`[data-button=${button}]`);
  await pane.locator("[data-do=start]").waitFor({ timeout: patience });
  await choose?.();
  await pane.locator("[data-do=start]").click();
  await pane.locator("[data-do=home]").waitFor({ timeout: patience });
  const cost = await page.evaluate(() => globalThis.workbench.cost);
  const longest = await pane.locator("html").evaluate(() => Math.max(0, ...globalThis.tasks.map(({ duration }) => duration)));
  return { ...cost, longest };
}

/** Checking and splitting the whole county in an Excel with this version of ExcelApi. */
async function county(browser, origin, api) {
  const bench = await opened(browser, origin, `api=${api}`);
  const { page, pane } = bench;
  const check = await press(bench, "check");
  const split = await press(bench, "split", async () => {
    await pane.locator("[data-choice=tabs]").click();
    await pane.locator(".line-name", { hasText: "蒲城中学" }).first().waitFor();
  });
  const tabs = await pane.locator(".names .chip-good").count();
  await page.context().close();
  const costs = (name, { largestRequest, largestResponse, longest }) => [
    { what: `${name}: largest request`, measured: largestRequest / 1e6, most: 4, unit: "MB" },
    { what: `${name}: largest response`, measured: largestResponse / 1e6, most: 4, unit: "MB" },
    { what: `${name}: longest task of the pane`, measured: longest, most: 200, unit: "ms" },
  ];
  const [checking, splitting] = [`check, ExcelApi ${api}`, `split into ${tabs} tabs, ExcelApi ${api}`];
  return [
    { what: `${checking}: syncs`, measured: check.syncs, most: 12, unit: "" },
    ...costs(checking, check),
    { what: `${splitting}: syncs a tab`, measured: split.syncs / tabs, most: 4, unit: "" },
    ...costs(splitting, split),
  ];
}

async function weight() {
  const files = ["old-webview.js", "taskpane.js", "taskpane.css", "taskpane.html"].map((file) => readFile(join(webFolder, file)));
  return (await Promise.all(files)).reduce((sum, file) => sum + gzipSync(file).length, 0);
}

/** Everything about the pane that has a budget, as it was measured. */
export async function measurePane() {
  const [browser, { server, origin }] = await Promise.all([startBrowser(), servePages()]);
  try {
    return [
      ...(await county(browser, origin, "1.14")),
      ...(await county(browser, origin, "1.9")),
      { what: "first paint after office.js", measured: await firstPaint(browser, origin), most: 300, unit: "ms" },
      { what: "the pane's files, packed", measured: (await weight()) / 1000, most: 250, unit: "kB" },
    ];
  } finally {
    await browser.close();
    server.close();
  }
}
