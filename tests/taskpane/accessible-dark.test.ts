// Every view of the pane for everybody, in Office's dark theme and in Windows' contrast themes: axe finds nothing, each view has one title, and nothing
// is cut off.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser } from "playwright-core";
import { everyView, stops } from "../support/every-view";
import { fresh, judged, right } from "../support/judged-view";
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

test("dark, and forced colours, in English at 270 px: axe has nothing to say, every view has one title and is cut off nowhere", async () => {
  const options = { viewport: { width: 270, height: 640 }, colorScheme: "dark" } as const;
  const { seen, complaints } = await everyView(browser, `${origin}/without-excel.html?lang=en`, options, async (page) => {
    await page.emulateMedia({ forcedColors: "none" });
    const dark = await judged(page);
    await page.emulateMedia({ forcedColors: "active" });
    return { dark, contrast: await judged(page) };
  });
  const good = { dark: right, contrast: right };
  expect(seen).toEqual(Object.fromEntries(stops.map(({ view }) => [view, view === "open" ? { dark: fresh, contrast: fresh } : good])));
  expect(complaints).toEqual([]);
}, 1_800_000);
