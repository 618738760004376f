// An outcome in amber leads to the place of each thing that keeps it from being green: the sheet is shown and the cell selected.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser } from "playwright-core";
import { sampleCounty } from "../../src/sample/county";
import { messyBook } from "../../src/sample/messy";
import { writeBook } from "../../src/xlsx/write-book";
import { openInStandIn } from "../support/by-hand";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const messy = await writeBook(messyBook(sampleCounty({ persons: 400, seed: 2019 })).book);

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

test("a split of a messy list: the control figure, the printed total, the first school and the first decision to fill in", async () => {
  const { page, complaints } = await openPage(browser, `${origin}/workbench.html?persons=12&lang=zh-CN`, {
    today: new Date(2019, 10 /* Nov */, 20, 10),
    viewport: { width: 1280, height: 800 },
  });
  await openInStandIn(page, "另一本.xlsx", messy);
  const pane = page.frameLocator("#pane iframe");
  await pane.locator("[data-action=split]").click();
  await pane.locator("[data-do=start]").click();
  await pane.locator(".card.problem").waitFor();
  const cellText = () => page.locator("#status .content").innerText();

  const leadTo = async (id: string, sheet: string, cell: string): Promise<void> => {
    await pane.locator(`[data-place=${id}]`).click();
    await page.getByRole("tab", { name: sheet, exact: true, selected: true }).waitFor();
    await page.locator("#status .cell", { hasText: new RegExp(`^${cell}$`) }).waitFor();
  };
  await leadTo("control", "设置", "B7");
  expect(await cellText()).not.toBe("");
  await leadTo("printed", "应还名单", "M\\d+");
  await leadTo("unassigned", "待划分", "D3");
  expect(await cellText()).toBe("");
  await leadTo("verify", "核实决定", "F4");
  expect(await cellText()).toBe("");
  expect(complaints).toEqual([]);
});
