// The Tab key, under the genuine office.js in the stand-in's frame and without Excel: every control of every view in turn, both ways, and the stand-in's
// page around the frame.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser, Frame, Page } from "playwright-core";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { messyBook } from "../../src/sample/messy";
import { writeBook } from "../../src/xlsx/write-book";
import { asFile } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const today = new Date(2019, 10 /* Nov */, 20, 10);
const county = sampleCounty({ persons: 30, seed: 7 });
const sound = asFile("回收.xlsx", await writeBook(countyBook(county)));
const messy = asFile("另一本.xlsx", await writeBook(messyBook(county).book));
const blank = asFile("空.xlsx", await writeBook({ sheets: [{ tab: "", name: "表一", columns: [], rows: [["品名", "数量"]] }] }));

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

type Key = "Tab" | "Shift+Tab";

/** The controls of the view in the order of the page, each known by a number. */
async function controlsOf(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        "fluent-button, fluent-anchor, fluent-checkbox, fluent-text-field, fluent-radio[tabindex='0'], a[href], button, input, select, summary",
      ),
    ];
    document.querySelectorAll<HTMLElement>("[data-turn]").forEach((element) => delete element.dataset["turn"]);
    const reachable = all.filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches("[disabled], [tabindex='-1']"),
    );
    reachable.forEach((element, index) => (element.dataset["turn"] = String(index)));
    return reachable.length;
  });
}

/** The number of the control that has the focus, or "" where none of the view has it; a day's field has a stop for each part of the day. */
const focused = (frame: Frame): Promise<{ readonly turn: string; readonly hasParts: boolean }> =>
  frame.evaluate(() => {
    const control = document.activeElement?.closest<HTMLElement>("[data-turn]");
    return { turn: control?.dataset["turn"] ?? "", hasParts: control?.matches("input[type=date]") ?? false };
  });

async function walk(page: Page, frame: Frame, key: Key, steps: number): Promise<readonly string[]> {
  const seen: string[] = [];
  let last = await focused(frame);
  while (seen.length < steps) {
    let now = last;
    for (let part = 0; part < 5; part++) {
      await page.keyboard.press(key);
      now = await focused(frame);
      if (!now.hasParts || now.turn !== last.turn) break;
    }
    seen.push(now.turn);
    last = now;
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

/** Every view in turn, from the season's: each is come to by what a person presses. */
async function expectEveryView(page: Page, frame: Frame): Promise<void> {
  const press = async (selector: string, then: string): Promise<void> => {
    await frame.locator(selector).first().click();
    await frame.locator(then).first().waitFor();
    await expectEveryControl(page, frame);
  };
  const home = async (selector: string): Promise<void> => {
    await frame.locator(selector).first().click();
    await frame.locator(".phases").waitFor();
  };
  await expectEveryControl(page, frame);
  await press("[data-action=check]", "[data-do=start]");
  await press("[data-do=start]", "[data-do=home]");
  await press("[data-do=findings]", ".group");
  await frame.locator(".back").click();
  await home("[data-do=home]");
  await press("[data-action=split]", "[data-choice=version]");
  await press("[data-do=start]", "[data-do=save-files]");
  await home("[data-do=home]");
  await press("[data-do=explain]", "[data-do=explain-figure]");
  await home(".back");
  await press(".links [data-do=recognise]", "[data-do=correct]");
  await press("[data-do=correct]", "[data-choice=use]");
  await frame.locator(".back").click();
  await frame.locator("[data-do=correct]").waitFor();
  await home(".back");
  await press("[data-action=collect]", "input[type=file]");
  await frame.locator("input[type=file]").setInputFiles(sound);
  await frame.locator(".remove").waitFor();
  await frame.locator("[data-do=plan]:not([disabled])").waitFor();
  await expectEveryControl(page, frame);
}

async function inExcel(address = "persons=12") {
  const { page } = await openPage(browser, `${origin}/workbench.html?${address}&lang=zh-CN`, {
    today,
    viewport: { width: 1280, height: 800 },
  });
  await page.frameLocator("#pane iframe").locator(".phases").waitFor();
  return page;
}

function paneOf(page: Page): Frame {
  const frame = page.frames().find((candidate) => candidate.parentFrame() !== null);
  if (!frame) throw new Error("no pane");
  return frame;
}

describe("Tab goes through every control and back", () => {
  test("in Excel's frame: every view over a messy book", async () => {
    const page = await inExcel();
    await page.setInputFiles(".title input", messy);
    await page.locator(".book-name", { hasText: "另一本.xlsx" }).waitFor();
    await page.frameLocator("#pane iframe").locator(".phases").waitFor();
    await expectEveryView(page, paneOf(page));
  }, 900_000);

  test("in Excel's frame: a book without a list", async () => {
    const page = await inExcel();
    await page.setInputFiles(".title input", blank);
    await page.frameLocator("#pane iframe").locator("[data-do=sample]").waitFor();
    await expectEveryControl(page, paneOf(page));
  });

  test("without Excel: opening, every view, and the season that is over", async () => {
    const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today: new Date(2026, 10 /* Nov */, 30, 10) });
    await page.locator(".drop").waitFor();
    await expectEveryControl(page, page.mainFrame());
    await page.setInputFiles("input[type=file]", sound);
    await page.locator("[data-do=set-today]").waitFor();
    await expectEveryView(page, page.mainFrame());
  }, 900_000);
});

/** Where the focus is in the stand-in: a control of its page by what it is called, the grid, or the pane. */
const placeOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body) return "";
    if (active.closest("#sheet")) return "grid";
    if (active.tagName === "IFRAME") return "pane";
    return active.getAttribute("aria-label") ?? active.textContent?.trim() ?? "";
  });

/** The places that Tab comes by from where the focus is, each once, until it leaves the page or comes round. */
async function round(page: Page, key: Key): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let press = 0; press < 200; press++) {
    const place = await placeOf(page);
    if (place === "" || (place === seen[0] && seen.length > 1)) break;
    if (seen.at(-1) !== place) seen.push(place);
    await page.keyboard.press(key);
  }
  return seen;
}

test.each(["a cell selected by the mouse", "no cell touched"])(
  "the stand-in's page, %s: Tab goes from the first button through the grid and the pane to the last sheet tab, and back",
  async (state) => {
    const page = await inExcel();
    if (state.startsWith("a cell")) await page.locator(".rgCell", { hasText: "用于通知书落款" }).click();
    await page.locator(".title input").focus();
    const forth = await round(page, "Tab");
    const ribbon = await page.locator(".ribbon-button").allInnerTexts();
    const tabs = await page.locator("#tabs [role=tab]").allInnerTexts();
    expect(forth).toEqual([
      "选择要打开的工作簿",
      "另存为 .xlsx",
      ...ribbon,
      "grid",
      "调整任务窗格的宽度",
      "关闭任务窗格",
      "pane",
      "向左滚动工作表标签",
      "向右滚动工作表标签",
      ...tabs,
    ]);
    await page.locator("#tabs [role=tab]").last().focus();
    expect(await round(page, "Shift+Tab")).toEqual([...forth].reverse());
  },
);

test("keys pressed on another control are not the grid's, those pressed in the grid are", async () => {
  const page = await inExcel();
  await page.locator(".rgCell", { hasText: "用于通知书落款" }).click();
  await page.locator("#status .cell", { hasText: "C3" }).waitFor();
  await page.locator(".ribbon-button").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Delete");
  await page.keyboard.type("7");
  expect(await page.locator("#status .cell").innerText()).toBe("C3");
  expect(await page.locator("#status .mode").innerText()).toBe("就绪");
  await page.locator("revo-grid").focus();
  await page.keyboard.press("ArrowDown");
  await page.locator("#status .cell", { hasText: "C4" }).waitFor();
});
