// The office's hand on its letters, in the stand-in for Excel over the genuine client: the template is edited on its tab, the preview has it at once, and what a
// family signed is entered by its number.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser, Page } from "playwright-core";
import type { Grid } from "../../src/sheets/grid";
import { cellText } from "../../src/sheets/grid";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";
import { soon } from "../support/soon";

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

const rowsOf = async (page: Page, tab: string): Promise<readonly (readonly string[])[]> => {
  const grids = await page.evaluate(() => (globalThis as unknown as { workbench: { grids: readonly Grid[] } }).workbench.grids);
  return (grids.find(({ ownTab }) => ownTab === tab)?.rows ?? []).map((row) => row.map(cellText));
};

/** Types over the cell that shows this text, as a person does. */
async function typeOver(page: Page, shown: string, text: string): Promise<void> {
  await page.locator(".rgCell", { hasText: shown }).first().dblclick();
  await page.locator("#status .mode", { hasText: "编辑" }).waitFor();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(text);
  await page.keyboard.press("Enter");
  await page.locator("#status .mode", { hasText: "就绪" }).waitFor();
}

test("letters, template, preview and slips", async () => {
  const { page, strangers, complaints } = await openPage(browser, `${origin}/workbench.html?persons=60&lang=zh-CN`, {
    today: new Date(2019, 10 /* Nov */, 28, 10),
    viewport: { width: 1280, height: 800 },
  });
  const pane = page.frameLocator("#pane iframe");
  await pane.locator("[data-action=notices]").click();
  await pane.locator("[data-do=start]").click();
  await pane.locator("[data-do=home]").click();

  await page.getByRole("tab", { name: "通知书模板" }).click();
  await typeOver(page, "尊敬的{姓名}同学及家长：", "亲爱的{姓名}同学：");
  await soon(async () => expect((await rowsOf(page, "notice-template")).flat()).toContain("亲爱的{姓名}同学："));
  await pane.locator("[data-do=preview]").click();
  await pane.locator("svg[data-page] tspan", { hasText: /^亲爱的[^{]+同学：$/ }).waitFor();
  expect(await pane.locator("[data-letter-faults]").count()).toBe(0);

  await typeOver(page, "亲爱的{姓名}同学：", "亲爱的{姓名同学：");
  await page.getByRole("button", { name: "打开助手" }).click();
  await pane.locator("[data-do=preview]").click();
  await pane.locator("[data-letter-faults]", { hasText: "通知书称呼" }).waitFor();
  await typeOver(page, "亲爱的{姓名同学：", "亲爱的{姓名}同学：");

  const [number = ""] = (await rowsOf(page, "notice-numbers")).flat().filter((text) => /^PC19-\d\d-\d{4}-.$/.test(text));
  await page.getByRole("button", { name: "签收单录入" }).click();
  await pane.locator("input[name=number]").fill(number);
  await pane.locator("input[name=number]").press("Enter");
  await pane.locator("input[name=signer]:focus").waitFor();
  await pane.locator("input[name=signer]").fill("王建民");
  await pane.locator("input[name=signer]").press("Enter");
  await pane.locator("[data-slips] th", { hasText: number }).waitFor();
  await pane.locator("[data-do=plan]").click();
  await pane.locator("[data-do=start]").click();
  await page.getByRole("tab", { name: "签收单回收", selected: true }).waitFor();
  await soon(async () => expect(await rowsOf(page, "slips")).toContainEqual(expect.arrayContaining([number, "王建民"])));
  expect([strangers, complaints]).toEqual([[], []]);
  await page.close();
});
