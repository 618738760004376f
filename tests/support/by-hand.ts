// What a person does at the pages, each until the page tells that it has come.
import type { Locator, Page } from "playwright-core";
import { asFile } from "./made-files";
import { soon } from "./soon";

/** Opens a book in the stand-in for Excel, once the pane has read the one before; the pane begins anew with it. */
export async function openInStandIn(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.frameLocator("#pane iframe").locator(".phases").waitFor();
  await page.setInputFiles(".title input", asFile(name, bytes));
  // The whole name: the sample's own ends like many a file's, and is on show until the file is open.
  await page.locator(".title").getByText(name, { exact: true }).waitFor();
}

/** Selects the first of these cells; a grid that is still being drawn takes no click. */
export const selectCell = (cells: Locator, told: Locator): Promise<void> =>
  soon(async () => {
    await cells.first().click();
    await told.waitFor({ timeout: 2000 });
  });

/** Starts what is planned and cancels it as soon as that can be done, however short the run is. */
export const startAndCancel = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const press = (what: string) => document.querySelector<HTMLElement>(`[data-do=${what}]`);
    new MutationObserver((_, seen) => {
      const cancel = press("cancel");
      if (!cancel) return;
      seen.disconnect();
      cancel.click();
    }).observe(document, { childList: true, subtree: true });
    press("start")?.click();
  });
