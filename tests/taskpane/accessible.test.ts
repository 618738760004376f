// Every view of the pane for everybody, in light: axe finds nothing, as narrow as Excel makes it and at twice the size; each view has one title,
// nothing is cut off, and the keyboard comes everywhere in order. A view without a line in the walk fails.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import type { Server } from "node:https";
import type { Browser } from "playwright-core";
import { everyView, stops } from "../support/every-view";
import { fresh, judged, keyboardFaults, right } from "../support/judged-view";
import { servePages, startBrowser } from "../support/pages.mjs";

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

test("every kind of view that the pane knows has its line in the walk", () => {
  const [, after = ""] = readFileSync("src/taskpane/shell/pane-state.ts", "utf8").split("export type View =");
  const [union = ""] = after.split("/** Everything that a view");
  const known = [...union.matchAll(/readonly kind: "([a-z-]+)"/g)].map(([, kind]) => kind);
  const walked = new Set(stops.map(({ view }) => view.split(":")[0]));
  expect(known.filter((kind) => !walked.has(kind))).toEqual([]);
  expect(known.length).toBeGreaterThan(12);
});

// A window of 1280 px in which everything is twice as large.
const twice = { width: 640, height: 400 };
const narrow = { width: 270, height: 640 };

test("light, 270 px and 200 %: axe has nothing to say, every view has one title, is cut off nowhere, and the keyboard goes through it", async () => {
  const options = { viewport: twice, deviceScaleFactor: 2, colorScheme: "light" } as const;
  const { seen, complaints } = await everyView(browser, `${origin}/without-excel.html?lang=zh-CN`, options, async (page) => {
    await page.setViewportSize(twice);
    const atTwice = await judged(page);
    await page.setViewportSize(narrow);
    return { twice: atTwice, narrow: await judged(page), keyboard: await keyboardFaults(page) };
  });
  const good = { twice: right, narrow: right, keyboard: [] };
  expect(seen).toEqual(
    Object.fromEntries(stops.map(({ view }) => [view, view === "open" ? { ...good, twice: fresh, narrow: fresh } : good])),
  );
  expect(complaints).toEqual([]);
}, 1_800_000);
