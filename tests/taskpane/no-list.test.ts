// A book that is empty or about something else is no dead end: what was found is said, and there is always a way on.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import type { Server } from "node:https";
import type { Browser } from "playwright-core";
import { day } from "../../src/domain/values/day";
import { paneVoice } from "../../src/i18n/pane";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { Engine } from "../../src/taskpane/engine/engine";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { type PersonalSheet } from "../contract/workbook.contract";
import { openBook } from "../excel/open-book";
import { openInStandIn } from "../support/by-hand";
import { asFile } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";
import { soon } from "../support/soon";

const say = paneVoice("zh-CN");
const season = { clock: day("2019-11-20") };
const today = new Date(2019, 10 /* Nov */, 20, 10);
const shopping: PersonalSheet = { name: "采购清单", rows: [["2019年采购"], ["品名", "数量", "单价"], ["钢笔", 3, 12]] };
const blank: PersonalSheet = { name: "Sheet2", rows: [] };
const specOf = ({ name, rows }: PersonalSheet): SheetSpec => ({
  tab: "",
  name,
  columns: [],
  rows: rows.map((row) => row.map((cell) => cell ?? null)),
});
const bookOf = (...sheets: readonly PersonalSheet[]) => writeBook({ sheets: sheets.map(specOf) });
const fileOf = async (...sheets: readonly PersonalSheet[]) => asFile("采购.xlsx", await bookOf(...sheets));

describe("the engine over an open book", () => {
  test.each([
    ["an empty book", [blank], [{ name: "Sheet2", rows: 0, texts: [] }], []],
    [
      "an unrelated one",
      [shopping, blank],
      [
        { name: "采购清单", rows: 3, texts: ["品名", "数量", "单价"] },
        { name: "Sheet2", rows: 0, texts: [] },
      ],
      ["采购清单"],
    ],
  ] as const)(
    "%s: what stands in it, what may be corrected, and the sample county beside it as a season",
    async (_, sheets, found, correctable) => {
      const { workbook } = await openBook(sheets, {}, "1.13");
      const engine = new Engine();
      engine.attach(workbook);
      await expect(engine.look(season)).rejects.toMatchObject({ code: "no-borrowers" });
      expect(engine.foundSheets()).toEqual(found);
      expect(engine.correctableSheets()).toEqual(correctable);

      await engine.trySample("示例.xlsx");
      const { totals, control } = await engine.look(season);
      expect(totals.persons).toBe(200);
      expect(control.every(({ ok }) => ok)).toBe(true);
      const names = (await workbook.read()).map(({ name, ownTab }) => [name, ownTab]);
      expect(names.slice(0, sheets.length)).toEqual(sheets.map(({ name }) => [name, undefined]));
      expect(names.slice(sheets.length, sheets.length + 2)).toEqual([
        ["设置", undefined],
        ["应还名单", undefined],
      ]);
    },
  );
});

describe("the pages", () => {
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

  async function inExcel(...sheets: readonly PersonalSheet[]) {
    const { page, complaints } = await openPage(browser, `${origin}/workbench.html?persons=12&lang=zh-CN`, {
      today,
      viewport: { width: 1280, height: 800 },
    });
    const pane = page.frameLocator("#pane iframe");
    await openInStandIn(page, "采购.xlsx", await bookOf(...sheets));
    await pane.locator("[role=alert]").waitFor();
    return { page, pane, complaints };
  }

  test("Excel, an empty book: reading again after a person has typed, and the sample data, lead to the season", async () => {
    const { page, pane, complaints } = await inExcel(blank);
    expect(await pane.locator(".card-title").first().innerText()).toBe(say("none.blank"));
    expect(await pane.locator("[data-do]").evaluateAll((all) => all.map((one) => one.getAttribute("data-do")))).toEqual([
      "reread",
      "begin",
      "sample",
    ]);
    await pane.locator("[data-do=reread]").click();
    await pane.locator("[data-do=sample]").click();
    await pane.locator(".phases").waitFor();
    expect(await pane.locator(".notice").innerText()).toBe(say("sample.added"));
    await soon(async () =>
      expect(await page.locator("#tabs [role=tab]").allInnerTexts()).toEqual(expect.arrayContaining(["Sheet2", "设置", "应还名单"])),
    );
    expect(complaints).toEqual([]);
  });

  test("Excel, a book about something else: its sheets are told, and one of them may be corrected", async () => {
    const { pane, complaints } = await inExcel(shopping, blank);
    expect(await pane.locator(".card-title").first().innerText()).toBe(say("none.found", { count: 2 }));
    expect(await pane.locator(".lines .line").allInnerTexts()).toEqual(["采购清单\n3 行：品名、数量、单价", "Sheet2\n空白"]);
    await pane.locator("[data-do=recognise]").click();
    await pane.locator("[data-choice=sheet] option").first().waitFor({ state: "attached" });
    expect(await pane.locator("[data-choice=sheet] option").allInnerTexts()).toEqual(["采购清单"]);
    await pane.locator(".back").click();
    await pane.locator("[data-do=sample]").waitFor();
    expect(complaints).toEqual([]);
  });

  test("Excel, a new season's book without its list: blank forms are made from 设置 alone, and the way back is open", async () => {
    const settings: PersonalSheet = {
      name: "设置",
      rows: [
        ["县名", "蒲城县"],
        ["单位", "蒲城县学生资助管理中心"],
        ["年度", 2020],
      ],
    };
    const { page, pane, complaints } = await inExcel(settings, blank);
    await pane.locator(".fact", { hasText: say("none.forms") }).waitFor();
    await pane.locator("[data-do=forms]").click();
    await pane.locator("[data-do=start]").click();
    const [download] = await Promise.all([page.waitForEvent("download"), pane.locator("[data-do=save-files]").click()]);
    expect(download.suggestedFilename()).toMatch(/^蒲城县2020附件空表_.*\.zip$/);
    await pane.locator("[data-do=home]").click();
    await pane.locator("[data-do=forms]").waitFor();
    expect(complaints).toEqual([]);
  });

  test("Excel, a season is begun by keys alone: the tables are there, named and dated, and the next step is said", async () => {
    const { page, pane, complaints } = await inExcel(shopping, blank);
    await pane.locator("[name=county]").focus();
    await page.keyboard.type("蒲城县");
    expect(await pane.locator("[name=year]").inputValue()).toBe("2019");
    await page.keyboard.press("Enter");
    await pane.locator(".notice").waitFor();
    await soon(async () => {
      const tabs = (await page.locator("#tabs [role=tab]").allInnerTexts()).map((tab) => tab.trim());
      const made = tabs.filter((tab) => ![shopping.name, blank.name].includes(tab));
      expect(made).toContain("设置");
      expect(await pane.locator(".notice").innerText()).toBe(say("begin.done", { sheets: made.join("、") }));
    });
    // Nothing is missing now but the list, and blank forms may be made.
    expect(await pane.locator("[data-do]").evaluateAll((all) => all.map((one) => one.getAttribute("data-do")))).toEqual([
      "reread",
      "recognise",
      "forms",
      "sample",
    ]);
    expect(complaints).toEqual([]);
  });

  test("without Excel, a season begun in a file is saved as a copy", async () => {
    const { page, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today });
    await page.setInputFiles("input[type=file]", await fileOf(shopping));
    await page.fill("[name=county]", "蒲城县");
    await page.click("[data-do=begin]");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-do=save-copy]").click()]);
    const { grids } = await readBook(new Uint8Array(await readFile(await download.path())), "新.xlsx");
    expect(grids.map(({ name }) => name)).toEqual(expect.arrayContaining(["采购清单", "设置"]));
    expect(grids.find(({ name }) => name === "设置")?.rows.slice(1, 4)).toEqual([
      ["县名", "蒲城县"],
      ["单位", "蒲城县学生资助管理中心"],
      ["年度", 2019],
    ]);
    expect(complaints).toEqual([]);
  });

  test("without Excel, the sample is offered before a file is opened and beside one without a list", async () => {
    const { page, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today });
    await page.setInputFiles("input[type=file]", await fileOf(shopping));
    await page.locator("[role=alert]").waitFor();
    await page.click("[data-do=other]");
    await page.click("[data-do=sample]");
    await page.locator(".phases").waitFor();
    expect(await page.locator(".head-book").innerText()).toBe(say("sample.name"));
    expect(await page.locator("h1").innerText()).toBe("蒲城县2019年催收季");
    expect(complaints).toEqual([]);
  });
});
