// While somebody types in a cell Excel refuses everything: the pane says so and waits, and whoever cancels need not wait any longer.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { paneVoice } from "../../src/i18n/pane";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";
import { soon } from "../support/soon";

const say = paneVoice("zh-CN");
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

interface Opened {
  readonly page: Page;
  readonly pane: FrameLocator;
}

/** The plan of 校验 in the pane, and a cell of the grid being typed in when the run begins. */
async function startWhileTyping(): Promise<Opened> {
  const { page } = await openPage(browser, `${origin}/workbench.html?lang=zh-CN&persons=40`, {
    today,
    viewport: { width: 1280, height: 800 },
  });
  const pane = page.frameLocator("#pane iframe");
  await pane.locator("[data-action=check]").click();
  await pane.locator("[data-do=start]").waitFor();
  await page.locator(".rgCell", { hasText: "用于通知书落款" }).dblclick();
  await page.locator("revogr-edit input").fill("用于落款");
  // Not a click: that would end the typing.
  await pane.locator("[data-do=start]").evaluate((button: HTMLElement) => button.click());
  await soon(async () => expect(await pane.locator(".notice").innerText()).toBe(say("run.wait.cell-edit")));
  return { page, pane };
}

const tabNames = (page: Page) =>
  page.evaluate(() =>
    (globalThis as unknown as { workbench: { grids: readonly { name: string }[] } }).workbench.grids.map(({ name }) => name),
  );

test("the pane says that a cell is being edited, and goes on when the typing is over", async () => {
  const { page, pane } = await startWhileTyping();
  await page.locator("revogr-edit input").press("Enter");
  await pane.locator("[data-do=home]").waitFor();
  expect(await pane.locator(".notice").count()).toBe(0);
  expect(await tabNames(page)).toContain("校验结果");
});

test("cancelled while it waits, the job ends at once, though the typing goes on", async () => {
  const { page, pane } = await startWhileTyping();
  // Time stands still: nothing that the job waits for comes any more.
  await page.clock.pauseAt(new Date(2019, 10 /* Nov */, 20, 11));
  await pane.locator("[data-do=cancel]").evaluate((button: HTMLElement) => button.click());
  await pane.locator(".phases").waitFor();
  expect(await page.locator("revogr-edit input").count()).toBe(1);
  expect(await pane.locator(".notice").innerText()).toBe(say("run.cancelled"));
  expect(await tabNames(page)).not.toContain("校验结果");
});
