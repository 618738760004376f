// The stand-in in a real browser: ribbon, pane and grid over the genuine office.js; what the buttons leave behind is what they leave in a file.
import { readFile } from "node:fs/promises";
import type { Server } from "node:https";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { actions } from "../../src/actions/index";
import { day } from "../../src/domain/values/day";
import { paneVoice } from "../../src/i18n/pane";
import { ribbonWords } from "../../src/i18n/ribbon";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { areaAddress, type Grid } from "../../src/sheets/grid";
import { tabNames } from "../../src/sheets/vocabulary/tabs";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { asFile, partsOf } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";
import { soon } from "../support/soon";
import { expectedSeason, inTurn } from "../taskpane/expected";

const name = "蒲城县2019年助学贷款本息回收.xlsx";
const today = new Date(2019, 10 /* Nov */, 20, 10);
const bytes = await writeBook(countyBook(sampleCounty({ persons: 60, seed: 2019 })));

let browser: Browser;
let server: Server;
let origin: string;
let expected: Awaited<ReturnType<typeof expectedSeason>>;
beforeAll(async () => {
  [browser, { server, origin }, expected] = await Promise.all([
    startBrowser(),
    servePages(),
    expectedSeason({ bytes, name, clock: day("2019-11-20") }),
  ]);
});
afterAll(async () => {
  await browser.close();
  server.close();
});

async function opened(query: string) {
  const opened = await openPage(browser, `${origin}/workbench.html?persons=60&${query}`, { today, viewport: { width: 1280, height: 800 } });
  const pane = opened.page.frameLocator("#pane iframe");
  await pane.locator(".phases").waitFor();
  return { ...opened, pane };
}

async function savedFiles(page: Page, pane: FrameLocator): Promise<Readonly<Record<string, Uint8Array>>> {
  const [download] = await Promise.all([page.waitForEvent("download"), pane.locator("[data-do=save-files]").click()]);
  const bytes = new Uint8Array(await readFile(await download.path()));
  // One file comes as it is, several come packed.
  const name = download.suggestedFilename();
  return name.endsWith(".xlsx") ? { [name]: bytes } : unzipSync(bytes);
}

/** The sheets of the book in the page. */
function grids(page: Page): Promise<readonly Grid[]> {
  return page.evaluate(() => (globalThis as unknown as { workbench: { grids: readonly Grid[] } }).workbench.grids);
}

/** Merged areas have no order; what a reader left aside is no part of the sheet. */
function sorted(all: readonly Grid[]): readonly unknown[] {
  return all.map((grid) => ({ ...grid, unread: undefined, merges: grid.merges.map(areaAddress).sort() }));
}

const inFile = async (book: Uint8Array) => sorted((await readBook(book, name)).grids);

/** What sticks out of the pane on its right. */
function stickingOut(pane: FrameLocator): Promise<readonly string[]> {
  return pane
    .locator("html")
    .evaluate((html) =>
      [html, ...html.querySelectorAll("body *")]
        .filter((element) => Math.max(element.getBoundingClientRect().right, element === html ? html.scrollWidth : 0) > html.clientWidth)
        .map((element) => `${element.tagName} ${element.className}: ${element.textContent}`),
    );
}

// In Excel 2021, and in the oldest that the add-in works with.
test.each([
  ["zh-CN", "1.14"],
  ["en", "1.9"],
] as const)(
  "%s, ExcelApi %s: the buttons of the ribbon in turn leave the book and the files that their actions leave in a file, in a pane of 320 px",
  async (language, api) => {
    const words = ribbonWords[language];
    const say = paneVoice(language);
    const { page, pane, strangers, complaints } = await opened(`lang=${language}&api=${api}`);
    const press = (label: string) => page.locator("#ribbon").getByRole("button", { name: label, exact: true }).click();
    const selected = () => page.locator("#tabs [aria-selected=true]").innerText();
    const labels = [words.buttons.pane, words.buttons.explain, ...actions.map(({ id }) => words.buttons[id])].map(({ label }) => label);
    expect(await page.locator(".tab-name").innerText()).toBe(words.tab);
    expect(await page.locator(".ribbon-button").allInnerTexts()).toEqual(labels);

    await press(words.buttons.pane.label);
    await pane.locator(".phases").waitFor();
    expect(await pane.locator("html").getAttribute("lang")).toBe(language);
    expect(await page.locator("#pane iframe").evaluate((frame) => frame.clientWidth)).toBeLessThanOrEqual(320);
    expect(await stickingOut(pane)).toEqual([]);
    expect(sorted(await grids(page))).toEqual(await inFile(bytes));

    for (const { id, takesFiles, makesFiles, tabs } of actions.filter((action) => inTurn.includes(action.id))) {
      const { label } = words.buttons[id];
      const { tabs: written, files, book } = expected.after.get(id)!;
      const before = await selected();
      await press(label);
      if (takesFiles) {
        const returned = Object.entries(expected.returned).map(([file, content]) => asFile(file, content));
        await pane.locator("input[type=file]").setInputFiles(returned);
        expect(await stickingOut(pane)).toEqual([]);
        await pane.locator("[data-do=plan]").click();
      }
      await pane.locator("[data-do=start]").waitFor();
      expect(await stickingOut(pane)).toEqual([]);
      await pane.locator("[data-do=start]").click();
      await pane.locator("[data-do=home]").waitFor();
      expect(await pane.locator("h1").first().innerText()).toBe(say("done.title", { what: label }));
      expect(await stickingOut(pane)).toEqual([]);
      expect(sorted(await grids(page))).toEqual(await inFile(book));
      if (makesFiles) expect(partsOf(await savedFiles(page, pane))).toEqual(partsOf(files));
      const main = tabs.find((tab) => written.includes(tabNames[tab]));
      await soon(async () => expect(await selected()).toBe(main === undefined ? before : tabNames[main]));
      // What is hidden cannot be opened, and is not offered.
      const visible = (await grids(page)).flatMap((grid) => (grid.visibility === "visible" ? [grid.name] : []));
      expect(await pane.locator(".names .chip-good").allInnerTexts()).toEqual(written.filter((tab) => visible.includes(tab)));
    }
    expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
  },
  900_000,
);

test("a finding leads to its cell", async () => {
  const { page, pane, strangers, complaints } = await opened("lang=zh-CN");
  await page.click("[data-button=check]");
  await pane.locator("[data-do=start]").click();
  await pane.locator("[data-do=findings]").click();
  expect(await stickingOut(pane)).toEqual([]);
  await pane.locator(".place:visible").first().click();
  const [sheet = "", cell = ""] = (await pane.locator(".place:visible").first().innerText()).split(" ");
  await page.getByRole("tab", { name: sheet, selected: true }).waitFor();
  await page.locator("#status .cell", { hasText: cell }).waitFor();
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
});

test("on a laptop every button of the ribbon is in sight, and the closed pane leaves the focus to its button", async () => {
  const { page, pane } = await opened("lang=zh-CN");
  const last = (await page.locator(".ribbon-button").last().boundingBox())!;
  expect(last.x + last.width).toBeLessThanOrEqual(1280);
  await page.click("[data-button=calendar]");
  await pane.locator("[data-do=start]").waitFor();
  await page.click("[data-do=close]");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-button"))).toBe("calendar");
});

test("labels of the ribbon stay whole, and in a laptop's window at twice the size the grid ends where its tabs begin", async () => {
  const { page, pane } = await opened("lang=zh-CN");
  const lines = await page
    .locator(".ribbon-button span")
    .evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().height / parseFloat(getComputedStyle(label).lineHeight)));
  expect(lines.map(Math.round)).toEqual(lines.map(() => 1));
  await page.setViewportSize({ width: 640, height: 400 });
  await pane.locator(".phases").waitFor();
  const box = async (place: string) => (await page.locator(place).boundingBox())!;
  await soon(async () => {
    const [grid, tabs] = [await box("revo-grid"), await box("#tabs")];
    expect(grid.y + grid.height).toBeLessThanOrEqual(tabs.y);
  });
  // Nothing lies over what is pressed.
  await page.getByRole("tab", { name: "应还名单", exact: true }).click();
  await page.getByRole("tab", { name: "应还名单", selected: true }).waitFor();
});

test("whatever a script in the pane or its worker tries, nothing reaches another address", async () => {
  const elsewhere = await servePages();
  const reached: string[] = [];
  elsewhere.server.on("request", ({ url }) => reached.push(url ?? ""));
  try {
    const { page, pane } = await opened("lang=zh-CN");
    const refused = await pane.locator("html").evaluate(async (_, address) => {
      const attempt = (work: () => unknown): Promise<string> =>
        new Promise((resolve) => {
          document.addEventListener("securitypolicyviolation", (violation) => resolve(violation.effectiveDirective), { once: true });
          work();
        });
      const embed = (tag: string, attributes: object) => document.head.append(Object.assign(document.createElement(tag), attributes));
      return [
        await attempt(() => fetch(`${address}/fetch`, { mode: "no-cors" }).catch(() => undefined)),
        await attempt(() => navigator.sendBeacon(`${address}/beacon`, "")),
        await attempt(() => embed("img", { src: `${address}/picture` })),
        await attempt(() => embed("script", { src: `${address}/script` })),
        await attempt(() => embed("link", { rel: "stylesheet", href: `${address}/style` })),
        await attempt(() => embed("iframe", { src: `${address}/frame` })),
      ];
    }, elsewhere.origin);
    expect(refused).toEqual(["connect-src", "connect-src", "img-src", "script-src-elem", "style-src-elem", "frame-src"]);

    const [worker] = page.workers();
    const asked = await worker!.evaluate((address) => fetch(address, { mode: "no-cors" }).then(() => "answered", String), elsewhere.origin);
    expect(asked).toMatch(/^TypeError/);
    expect(reached).toEqual([]);
  } finally {
    elsewhere.server.close();
  }
});

test("rows are as high as their sheet says, whichever sheet was shown before", async () => {
  const { page, pane } = await opened("lang=zh-CN");
  await page.locator("#ribbon").getByRole("button", { name: "校验名单", exact: true }).click();
  await pane.locator("[data-do=start]").click();
  await pane.locator("[data-do=home]").waitFor();
  // Resolves once the first rows are drawn in these heights.
  const drawn = async (name: string, heights: readonly number[]) => {
    await page.getByRole("tab", { name, exact: true }).click();
    await page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll("revogr-viewport-scroll.colPinStart .rgRow")]
          .slice(0, 8)
          .map((row) => Math.round(row.getBoundingClientRect().height))
          .join() === wanted,
      heights.join(),
    );
  };
  const findings = [40, 22, 22, 22, 22, 22, 22, 32];
  const plain = Array.from({ length: 8 }, () => 22);
  for (const name of ["校验结果", "设置", "校验结果", "应还名单", "设置"]) await drawn(name, name === "校验结果" ? findings : plain);
});

test("a cell that a person presses while the grid is still led to another one is the selected one", async () => {
  const { page } = await opened("lang=zh-CN");
  await page.getByRole("tab", { name: "设置", exact: true }).click();
  await page.getByRole("tab", { name: "设置", selected: true }).waitFor();
  await page.evaluate(() => {
    const press = (): void => {
      const cell = [...document.querySelectorAll(".rgCell")].find(({ textContent }) => textContent === "身份证号");
      const { left = 0, top = 0 } = cell?.getBoundingClientRect() ?? {};
      const event = { bubbles: true, cancelable: true, clientX: left + 5, clientY: top + 5 };
      cell?.dispatchEvent(new PointerEvent("pointerdown", event));
      for (const name of ["mousedown", "mouseup"]) cell?.dispatchEvent(new MouseEvent(name, event));
    };
    // The grid tells this as soon as it has been led.
    document.addEventListener("afterfocus", press, { capture: true, once: true });
  });
  await page.getByRole("tab", { name: "应还名单", exact: true }).click();
  await page.locator("#status .content", { hasText: "身份证号" }).waitFor();
});

test("what is typed into the grid is in the book, the pane and the saved file, and a saved file opens again", async () => {
  const { page, pane, strangers, complaints } = await opened("lang=zh-CN");
  await page.locator(".rgCell", { hasText: /^2019$/ }).dblclick();
  await page.locator("#status .mode", { hasText: "编辑" }).waitFor();
  await page.keyboard.type("7");
  await page.keyboard.press("Escape");
  await page.locator("#status .mode", { hasText: "就绪" }).waitFor();
  await page.locator(".rgCell", { hasText: /^2019$/ }).dblclick();
  await page.locator("#status .mode", { hasText: "编辑" }).waitFor();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("2020");
  await page.keyboard.press("Enter");
  await page.locator("#status .mode", { hasText: "就绪" }).waitFor();
  await soon(async () => expect((await grids(page))[0]?.rows[3]).toEqual(["年度", 2020, "回收年度"]));
  const typed = await grids(page);

  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-do=save]")]);
  expect(download.suggestedFilename()).toBe(name);
  const saved = await readFile(await download.path());
  await page.setInputFiles(".title input", asFile("另存.xlsx", saved));
  await page.locator(".book-name", { hasText: "另存.xlsx" }).waitFor();
  expect(sorted(await grids(page))).toEqual(sorted(typed));
  await pane.locator("h1", { hasText: "2020" }).waitFor();

  await page.setInputFiles(".title input", asFile("照片.xlsx", new Uint8Array([0, 1, 2, 3])));
  await page.locator("#status [role=alert]", { hasText: "照片.xlsx" }).waitFor();
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
});
