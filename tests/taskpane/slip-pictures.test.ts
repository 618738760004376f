// Photographs and scans of slips in the pane: read on the machine, shown with what was recognised, typed where nothing was, registered at one press.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { zipSync } from "fflate";
import jpeg from "jpeg-js";
import { readFile } from "node:fs/promises";
import type { Server } from "node:https";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { OpenSeason } from "../../src/actions/season";
import { printNoticeNumber } from "../../src/domain/identity/notice-number";
import { day } from "../../src/domain/values/day";
import { paneVoice } from "../../src/i18n/pane";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { codeSquares } from "../../src/sheets/notices/notice-code";
import { squaresPng } from "../../src/sheets/writing/squares-png";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { asFile } from "../support/made-files";
import { openPage, servePages, startBrowser, webFolder } from "../support/pages.mjs";
import { soon } from "../support/soon";
import { degradedLetter, degradedSlips } from "../support/photographs.mjs";
import { scanOf } from "../support/scans";

const say = paneVoice("zh-CN");
const clock = { today: day("2019-11-28"), clock: day("2019-11-28") };
const today = new Date(2019, 10 /* Nov */, 28, 10);
const bytes = await writeBook(countyBook(sampleCounty({ persons: 60, seed: 2019 })));
const season = OpenSeason.in((await readBook(bytes, "回收.xlsx")).grids, "回收.xlsx", clock);
const away = season.sparedOn(clock.today);
const people = season.divided.flatMap(({ person }) => {
  const number = season.index.numberOf(person);
  return away.has(person.key) || number === "" ? [] : [{ number, name: person.name }];
});
const number = (at: number) => people[at]?.number ?? "";
const blank = jpeg.encode({ data: Buffer.alloc(400 * 500 * 4, 250), width: 400, height: 500 }, 60).data;
const elsewhere = printNoticeNumber({ county: "XX", year: 2019, schoolCode: "07", sequence: 1 });
const pictures = [
  asFile("信.jpg", degradedLetter(1, number(0))),
  asFile("桌上三份.jpg", degradedSlips(9, [number(1), number(2), number(3)])),
  asFile("又拍一次.png", squaresPng(codeSquares(number(0)))),
  asFile("别处的.png", squaresPng(codeSquares(elsewhere))),
  asFile("空白.jpg", blank),
  asFile("说明.docx", new Uint8Array(9)),
  asFile("扫描.zip", zipSync({ "一/扫描.pdf": scanOf([degradedLetter(4, number(4)), blank]), "一/~$x.jpg": new Uint8Array(3) })),
];

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

const texts = async (pane: Page | FrameLocator, selector: string) =>
  (await pane.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());

/** Hands the pictures over, looks at what came of them, settles what is open, and registers. */
async function walk(pane: Page | FrameLocator) {
  await pane.locator("[data-action=slips]").click();
  await pane.locator("[data-pictures] input[type=file]").setInputFiles(pictures);
  await pane.locator("[data-pictures-sum]").waitFor();
  await pane.locator("[data-pictures] .drop").waitFor();
  expect(await texts(pane, "[data-pictures-sum]")).toEqual([
    say("slips.pictures.sum", { pages: "7", slips: "5", doubles: "1", unread: "3" }),
  ]);
  expect(await texts(pane, "[data-pictures] .warn")).toEqual([
    say("slips.pictures.others", { files: "说明.docx" }),
    say("slips.wrong.other-season", { number: elsewhere }),
  ]);
  const read = pane.locator("[data-pages=read]");
  await pane.locator("[data-pictures] details summary").click();
  const lines = (await read.locator("li").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim()).sort();
  const said = (at: number) => `${number(at)} ${people[at]?.name ?? ""}`;
  expect(lines).toHaveLength(4);
  expect(lines).toEqual(
    expect.arrayContaining([
      `信.jpg ${said(0)}`,
      `又拍一次.png ${said(0)} ${say("slips.double")}`,
      `扫描.zip/一/扫描.pdf#page=1 ${said(4)}`,
    ]),
  );
  for (const at of [1, 2, 3]) expect(lines.find((line) => line.startsWith("桌上三份.jpg"))).toContain(said(at));

  // What is open has a picture to look at; one that cannot be shown would be broken.
  const open = pane.locator("[data-pages=open] li");
  const areShown = () => open.locator("img").evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth > 0));
  await soon(async () => expect(await areShown()).toEqual([true, true, true]));
  const unread = open.filter({ hasText: "空白.jpg" }).locator("input");
  await unread.fill(number(0));
  await unread.press("Enter");
  await pane.locator("[data-fault=twice]").waitFor();
  await unread.fill(number(5).toLowerCase());
  await unread.press("Enter");
  await pane.locator("[data-pages=read] li").nth(4).waitFor();
  await open.filter({ hasText: "别处的.png" }).locator("[data-do=skip-picture]").click();
  await open.nth(1).waitFor({ state: "detached" });
  expect(await texts(pane, "[data-pages=open] .line-name")).toEqual(["扫描.zip/一/扫描.pdf#page=2"]);

  await pane.locator("[data-do=plan]").click();
  await pane.locator("[data-do=start]").click();
  await pane.locator("[data-do=home]").waitFor();
  expect((await texts(pane, ".card-title"))[0]).toBe(say("done.slips", { registered: "6", already: "0" }));
}

test("on the page without Excel: nothing is asked of another origin, and the reader comes with the first picture", async () => {
  const { page, strangers, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today });
  const asked: string[] = [];
  page.context().on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.setInputFiles("input[type=file]", asFile("回收.xlsx", bytes));
  await page.waitForSelector("[data-action=slips]");
  expect(asked.filter((path) => /wasm|scan/.test(path))).toEqual([]);
  await walk(page);
  expect([strangers, complaints]).toEqual([[], []]);
  await soon(async () => expect(page.workers().length).toBeLessThanOrEqual(1));
  await page.close();
});

test("on the page as one file, from the disk: the reader stands in it", async () => {
  const file = pathToFileURL(join(webFolder, "loan-recovery-assistant.html"));
  const { page, strangers, complaints } = await openPage(browser, `${file.href}?lang=zh-CN`, { today });
  await page.setInputFiles("input[type=file]", asFile("回收.xlsx", bytes));
  await page.waitForSelector("[data-action=slips]");
  await walk(page);
  // Its WebAssembly has an address that leads nowhere.
  expect([strangers.filter((address) => !/^data:/.test(address)), complaints]).toEqual([[], []]);
  await page.close();
});

test("in the stand-in for Excel, over the genuine client: the register in the book has them, each with its picture", async () => {
  const { page, strangers, complaints } = await openPage(browser, `${origin}/workbench.html?persons=60&lang=zh-CN`, {
    today,
    viewport: { width: 1280, height: 800 },
  });
  const pane = page.frameLocator("#pane iframe");
  await walk(pane);
  await page.getByRole("tab", { name: "签收单回收", selected: true }).waitFor();
  const cells = page.locator(".rgCell");
  for (const at of [0, 1, 2, 3, 4, 5])
    await cells
      .filter({ hasText: number(at) })
      .first()
      .waitFor();
  expect([strangers, complaints]).toEqual([[], []]);
  await page.close();
});

test("where workers are refused, pictures are read beside the pane", async () => {
  const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today });
  await page.addInitScript(() => Object.assign(globalThis, { Worker: undefined }));
  await page.reload();
  await page.setInputFiles("input[type=file]", asFile("回收.xlsx", bytes));
  await page.locator("[data-action=slips]").click();
  await page.locator("[data-pictures] input[type=file]").setInputFiles(pictures.slice(0, 1));
  await page.locator("[data-pages=read] li").waitFor({ state: "attached" });
  expect(await page.locator("[data-pages=read]").textContent()).toContain(number(0));
  await page.close();
});

test("where the reader is missing, that is said, and slips are entered by number", async () => {
  const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today });
  await page.route("**/*.wasm", (route) => route.abort());
  await page.setInputFiles("input[type=file]", asFile("回收.xlsx", bytes));
  await page.locator("[data-action=slips]").click();
  await page.locator("[data-pictures] input[type=file]").setInputFiles(pictures.slice(0, 1));
  await page.locator("[data-pictures] [role=alert]").waitFor();
  expect(await texts(page, "[data-pictures] [role=alert]")).toEqual([say("slips.pictures.unable")]);
  await page.close();
});

test("lists of slips are taken like pictures: whose line is wrong is named, doubles are told, and what they say is registered", async () => {
  const { page, complaints } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today });
  await page.setInputFiles("input[type=file]", asFile("回收.xlsx", bytes));
  await page.locator("[data-action=slips]").click();
  const list = [
    "通知书编号,签收结果,送达日期",
    `${number(0)},,2019-11-26`,
    `${number(1)},拒签,2019-11-27`,
    `${elsewhere},,`,
    `${number(0)},,`,
  ];
  await page
    .locator("[data-pictures] input[type=file]")
    .setInputFiles([
      asFile("送达.csv", Buffer.from(list.join("\n"))),
      asFile("坏.xlsx", new Uint8Array([0, 1, 2, 3])),
      asFile("又拍一次.png", squaresPng(codeSquares(number(1)))),
    ]);
  await page.locator("[data-pictures-sum]").waitFor();
  await page.locator("[data-pictures] .drop").waitFor();
  expect(await texts(page, "[data-pictures-sum]")).toEqual([
    say("slips.pictures.sum", { pages: "2", slips: "2", doubles: "2", unread: "1" }),
  ]);
  expect(await texts(page, "[data-pictures] .warn")).toEqual([
    say("slips.pictures.others", { files: "坏.xlsx" }),
    say("slips.wrong.other-season", { number: elsewhere }),
  ]);
  await page.locator("[data-do=plan]").click();
  await page.locator("[data-do=start]").click();
  await page.locator("[data-do=home]").waitFor();
  expect((await texts(page, ".card-title"))[0]).toBe(say("done.slips", { registered: "2", already: "0" }));
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-do=save-copy]")]);
  const { grids } = await readBook(new Uint8Array(await readFile(await download.path())), "回收.xlsx");
  const register = JSON.stringify(grids.find(({ name }) => name === "签收单回收")?.rows);
  for (const text of [number(0), number(1), "拒签", "2019-11-26", "2019-11-27"]) expect(register).toContain(text);
  expect(complaints).toEqual([]);
  await page.close();
});
