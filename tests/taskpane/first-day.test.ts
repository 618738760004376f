// The first five minutes with a workbook that the assistant has never seen: only what the screen offers leads from it to files for schools, saved; and
// what is no workbook, or not this one, is told in a sentence with the next step.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import type { Server } from "node:https";
import { utils, write, type BookType } from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { paneVoice } from "../../src/i18n/pane";
import { sampleCounty } from "../../src/sample/county";
import { readBook } from "../../src/xlsx/read-book";
import { asFile } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";
import { soon } from "../support/soon";

const say = paneVoice("zh-CN");
const today = new Date(2019, 10 /* Nov */, 20, 10);

/** Invented people whose towns have schools of their own. */
const towns = ["罕井镇", "孙镇", "陈庄镇"];
const people = sampleCounty({ persons: 24, seed: 5 }).persons.map(({ name, citizenId }, at) => {
  const [principal, interest] = [1000 + at * 50, 200 + at];
  const town = towns[at % towns.length] ?? "";
  return { name, citizenId, contract: `6105262015${String(at + 1).padStart(6, "0")}`, principal, interest, town, school: `${town}中心校` };
});
const due = people.reduce((sum, { principal, interest }) => sum + principal + interest, 0);
const dueText = `${due.toLocaleString("en-US")}.00`;

type Rows = readonly (readonly (string | number)[])[];

function made(sheets: Readonly<Record<string, Rows>>, bookType: BookType = "xlsx"): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return new Uint8Array(write(book, { type: "array", bookType }) as ArrayBuffer);
}

const bankExport = made({
  Sheet1: [
    ["国家开发银行（虚构）分行"],
    ["生源地助学贷款到期客户清单（2019年12月20日）"],
    ["客户姓名", "证件号码", "贷款合同编号", "到期本金", "到期利息", "应还金额", "乡镇", "毕业中学"],
    ...people.map((one) => [
      one.name,
      one.citizenId,
      one.contract,
      one.principal,
      one.interest,
      one.principal + one.interest,
      one.town,
      one.school,
    ]),
  ],
});
const twoSheets = made({
  食堂采购: [
    ["月份", "品名", "数量", "单价"],
    ["1月", "大米", 20, 45],
    ["2月", "面粉", 18, 40],
  ],
  "2019应还学生": [
    ["学号", "学生", "身份证", "本年应还", "本金", "利息", "合同号", "责任学校"],
    ...people.map((one, at) => [
      at + 1,
      one.name,
      one.citizenId,
      one.principal + one.interest,
      one.principal,
      one.interest,
      one.contract,
      one.school,
    ]),
  ],
});
const oldFormat = made(
  {
    名单: [
      ["蒲城县2019年生源地信用助学贷款应还本息花名册"],
      ["序号", "借款人姓名", "借款人身份证号码", "合同编号", "所在镇", "本金（元）", "利息（元）", "合计（元）"],
      ...people.map((one, at) => [
        at + 1,
        one.name,
        one.citizenId,
        one.contract,
        one.town,
        one.principal,
        one.interest,
        one.principal + one.interest,
      ]),
    ],
  },
  "biff8",
);

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

async function opened(name: string, content: Uint8Array) {
  const watched = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today, viewport: { width: 1280, height: 800 } });
  await watched.page.setInputFiles("input[type=file]", asFile(name, content));
  return watched;
}

/** All of a control is in sight without scrolling. */
const expectInSight = (page: Page, selector: string): Promise<void> =>
  soon(async () =>
    expect(
      await page
        .locator(selector)
        .first()
        .evaluate((element) => element.getBoundingClientRect().bottom <= window.innerHeight),
    ).toBe(true),
  );

/** Says of the columns that were not recognised what they are, as the amber card asks. */
async function nameColumns(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await expectInSight(page, "[data-do=name-columns]");
  await page.click("[data-do=name-columns]");
  for (const [heading, field] of Object.entries(fields)) {
    const named = page.locator(".column > span:first-child", { hasText: new RegExp(`^\\s*[A-Z]+\\s*${heading}`) });
    const line = page.locator(".column-line").filter({ has: named });
    // What was not recognised stands first and says so.
    expect(await line.innerText()).toContain(say("correct.unknown"));
    await line.locator("select").selectOption(field);
  }
  await page.click("[data-do=save-correction]");
  await page.locator(".phases").waitFor();
}

/** Lays down who is responsible for whom, as the card offers. */
async function begin(page: Page): Promise<void> {
  await expectInSight(page, "[data-do=begin]");
  await page.locator("[data-begin] [name=county]").fill("蒲城县");
  await page.click("[data-do=begin]");
  await page.locator(".notice", { hasText: "保存工作簿" }).waitFor();
  await expectInSight(page, "[data-do=save-copy]");
}

const dueColumns = { 本金: "principal", 利息: "interest", 合计: "due" };

test.each([
  ["a bank's export with two titles and headings of its own", "到期清单.xlsx", bankExport, { columns: undefined, begins: true }],
  [
    "a book in which another sheet stands first",
    "资料.xlsx",
    twoSheets,
    { columns: { 本金: "principal", 利息: "interest" }, begins: false },
  ],
  ["an old .xls", "花名册.xls", oldFormat, { columns: dueColumns, begins: true }],
] as const)("%s: from opening it to saved files for schools", async (_, name, content, { columns, begins }) => {
  const { page, strangers, complaints } = await opened(name, content);
  await page.locator(".phases").waitFor();
  if (columns) await nameColumns(page, columns);
  if (begins) await begin(page);
  expect(await page.locator(".today-list").innerText()).toContain(dueText);
  // Twice the one button that the screen proposes.
  for (const action of ["check", "split"]) {
    await expectInSight(page, "[data-do=next]");
    await page.click("[data-do=next]");
    await page.locator("[data-do=start]").waitFor();
    await expectInSight(page, "[data-do=start]");
    await page.click("[data-do=start]");
    await page.locator("[data-do=home]").waitFor();
    if (action === "check") await page.click("[data-do=home]");
  }
  expect(await page.locator(".proof").innerText()).toBe(say("done.proof"));
  await expectInSight(page, "[data-do=save-files]");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-do=save-files]")]);
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  expect(Object.keys(files)).toHaveLength(towns.length);
  const listed = await Promise.all(Object.entries(files).map(async ([file, bytes]) => JSON.stringify((await readBook(bytes, file)).grids)));
  expect(people.filter(({ contract }) => listed.filter((text) => text.includes(contract)).length !== 1)).toEqual([]);
  await soon(async () => expect(await page.locator(".notice").innerText()).toBe(say("files.saved")));
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
});

describe("what stands in the way is told, and the way on is a button", () => {
  const word = zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<w:document/>") });

  test.each([
    ["a Word document under another name", "名单.xlsx", word, "名单.xlsx", "[data-do=other]"],
    ["a file without content", "名单.xlsx", new Uint8Array(0), "名单.xlsx", "[data-do=other]"],
    [
      "a book about something else",
      "食堂.xlsx",
      made({
        采购: [
          ["月份", "品名"],
          ["1月", "大米"],
        ],
      }),
      "应还名单",
      "[data-do=other]",
    ],
  ])("%s", async (_, name, content, said, way) => {
    const { page, complaints } = await opened(name, content);
    await page.locator("[role=alert]").waitFor();
    expect(await page.locator("[role=alert]").innerText()).toContain(said);
    expect(await page.locator("[role=alert]").innerText()).toMatch(/请.*。$/s);
    await page.click(way);
    await page.locator(".drop").waitFor();
    expect(complaints).toEqual([]);
  });

  test("a list of which nobody knows the schools: the forms are a press away, and the book stays open", async () => {
    const bare = made({
      名单: [
        ["姓名", "身份证号", "合同编号", "应还本金", "应还利息"],
        ...people.map((one) => [one.name, one.citizenId, one.contract, one.principal, one.interest]),
      ],
    });
    const { page } = await opened("名单.xlsx", bare);
    await page.locator("[data-action=split]").click();
    await page.locator("[role=alert]").waitFor();
    await page.locator(".back").click();
    await page.locator(".phases").waitFor();
    await page.locator("[data-action=split]").click();
    await page.click("[data-do=forms]");
    await page.locator("[data-do=start]").waitFor();
  });
});
