// The Tab key in the pane, under the genuine office.js in the stand-in's frame and without Excel: every control in turn, both ways.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser, Frame, Page } from "playwright-core";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const today = new Date(2019, 10 /* Nov */, 20, 10);

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

/** The controls of the view in the order of the page, each known by a number. */
async function controlsOf(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        "fluent-button, fluent-anchor, fluent-checkbox, fluent-text-field, a[href], button, input, select, summary",
      ),
    ];
    const reachable = all.filter(
      (element) =>
        element.getClientRects().length > 0 &&
        !element.matches("[disabled], [tabindex='-1']") &&
        getComputedStyle(element).visibility !== "hidden",
    );
    reachable.forEach((element, index) => (element.dataset["turn"] = String(index)));
    return reachable.length;
  });
}

/** The number of the control that has the focus, or "" where none of the view has it. */
const focused = (frame: Frame): Promise<string> =>
  frame.evaluate(() => (document.activeElement as HTMLElement | null)?.closest<HTMLElement>("[data-turn]")?.dataset["turn"] ?? "");

async function walk(page: Page, frame: Frame, key: "Tab" | "Shift+Tab", steps: number): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press(key);
    seen.push(await focused(frame));
  }
  return seen;
}

async function expectEveryControl(page: Page, frame: Frame): Promise<void> {
  const count = await controlsOf(frame);
  expect(count).toBeGreaterThan(1);
  const turns = Array.from({ length: count }, (_, index) => String(index));
  await frame.locator("[data-turn='0']").focus();
  const forth = await walk(page, frame, "Tab", count - 1);
  expect(forth).toEqual(turns.slice(1));
  expect(await walk(page, frame, "Shift+Tab", count - 1)).toEqual(turns.slice(0, -1).reverse());
}

describe("Tab goes through every control and back", () => {
  test("in Excel's frame: the season, a plan, an outcome", async () => {
    const { page } = await openPage(browser, `${origin}/workbench.html?persons=12&lang=zh-CN`, {
      today,
      viewport: { width: 1280, height: 800 },
    });
    const pane = page.frameLocator("#pane iframe");
    await pane.locator(".phases").waitFor();
    const frame = page.frames().find((candidate) => candidate.parentFrame() !== null);
    if (!frame) throw new Error("no pane");
    await expectEveryControl(page, frame);
    await pane.locator("[data-action=check]").first().click();
    await pane.locator("[data-do=start]").waitFor();
    await expectEveryControl(page, frame);
    await pane.locator("[data-do=start]").click();
    await pane.locator("[data-do=home]").waitFor();
    await pane.locator("[data-do=save-files], [data-do=save-copy], .sums").first().waitFor();
    await expectEveryControl(page, frame);
  });
});
