// The round trip in Excel, through the genuine client: what schools return is told before it is merged, decided on, and taken back file by file.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { zipSync } from "fflate";
import { readFile } from "node:fs/promises";
import type { Server } from "node:https";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { day } from "../../src/domain/values/day";
import { paneVoice } from "../../src/i18n/pane";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import type { Grid } from "../../src/sheets/grid";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { openInStandIn } from "../support/by-hand";
import { MemoryBook, registerValues, tabRows } from "../support/collecting";
import { type Entries, sentLists, withEntries } from "../support/filled-lists";
import { asFile } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const say = paneVoice("zh-CN");
const name = "回收.xlsx";
const county = countyBook(sampleCounty({ persons: 60, seed: 7 }));
const bytes = await writeBook(county);
const { grids } = await readBook(bytes, name);
const sent = await sentLists(grids, day("2019-11-20"));
const filled = async (at: number, entries: Entries) => ({
  name: sent[at]!.name,
  bytes: await writeBook(withEntries(sent[at]!.book, entries)),
});
const schoolOf = (at: number) => /名单_(.+)_v1/.exec(sent[at]!.name)?.[1] ?? "";
const [large, second, third] = await Promise.all([
  filled(0, { 0: { 送达日期: "2019-11-26", 签收人: "王建民", 与借款人关系: "父亲" }, 1: { 还款状态: "联系了" } }),
  filled(1, { 0: { 还款状态: "已还" }, 2: { 还款状态: "联系了", 联系电话: "13800000001" } }),
  filled(2, { 0: { 备注: "见到本人" } }),
]);
// A school took its neighbour's file for its own, and another one sent its file twice.
const misnamed = { name: sent[3]!.name, bytes: third.bytes };
const twice = { name: large.name.replace(".xlsx", "(1).xlsx"), bytes: large.bytes };

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

async function opened(): Promise<{ page: Page; pane: FrameLocator; complaints: readonly string[] }> {
  const { page, complaints } = await openPage(browser, `${origin}/workbench.html?persons=12&lang=zh-CN`, {
    today: new Date(2019, 11 /* Dec */, 11, 10),
    viewport: { width: 1280, height: 800 },
  });
  const pane = page.frameLocator("#pane iframe");
  await openInStandIn(page, name, bytes);
  return { page, pane, complaints };
}

/** The book as the stand-in saves it. */
async function saved(page: Page): Promise<readonly Grid[]> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-do=save]")]);
  return (await readBook(new Uint8Array(await readFile(await download.path())), name)).grids;
}

async function press(pane: FrameLocator, action: string): Promise<void> {
  await pane.locator(`[data-action=${action}]`).click();
}

async function takeBack(pane: FrameLocator): Promise<void> {
  await pane.locator("[data-do=undo]").click();
}

async function finish(pane: FrameLocator): Promise<void> {
  await pane.locator("[data-do=start]").click();
  await pane.locator("[data-do=home]").waitFor();
}

async function home(pane: FrameLocator): Promise<void> {
  await pane.locator("[data-do=home]").click();
  await pane.locator(".phases").waitFor();
}

test("files are told one by one, merged, decided on, taken back singly and whole; the list is never touched", async () => {
  const { page, pane, complaints } = await opened();
  await press(pane, "collect");
  const zip = { name: "微信.zip", bytes: zipSync({ [second.name]: second.bytes }) };
  await pane.locator("input[type=file]").setInputFiles([large, zip, twice, misnamed].map((file) => asFile(file.name, file.bytes)));
  await pane.locator(".file-line", { hasText: second.name }).waitFor();
  await pane.locator("[data-do=plan]:not([disabled])").click();
  const card = pane.locator("[data-card=returned]");
  await card.waitFor();
  const text = await card.innerText();
  const rows = (at: number) => sent[at]!.book.sheets.find(({ tab }) => tab === "school-list")!.rows.length - 4;
  expect(rows(0)).toBeGreaterThan(0);
  for (const [school, counts] of [
    [schoolOf(0), { filled: "1", news: "1" }],
    [schoolOf(0), { filled: "1", news: "0" }],
    [schoolOf(1), { filled: "1", news: "1" }],
  ] as const) {
    const said = say("plan.returned.list", { school, version: "1", rows: "#", ...counts });
    expect(text.replace(/\d+ 行，填了/g, "# 行，填了")).toContain(said);
  }
  expect(text).toContain(say("plan.returned.out"));
  expect(text).toContain(say("plan.returned.left", { filled: "1" }).trim());
  await finish(pane);

  // One word is one question of the county; its meaning is chosen here.
  await pane.locator("[data-do=decide]").click();
  const word = pane.locator("[data-kind=word]");
  await word.waitFor({ state: "attached" });
  if ((await word.getAttribute("open")) === null) await word.locator("summary").click();
  await word.locator("select").selectOption("承诺还款");
  await pane.locator("[data-do=plan]").click();
  await finish(pane);
  const decided = await saved(page);
  expect(
    registerValues(decided)
      .claims.map(({ repaymentStatus }) => repaymentStatus)
      .sort(),
  ).toEqual(["paid", "promised", "promised"]);

  // The decision first, then one file of the merge: the other school's entries stay.
  await home(pane);
  await takeBack(pane);
  await pane.locator("[data-choice=file]").waitFor();
  await pane.locator("[data-choice=file]").selectOption(second.name);
  await pane.locator(".fact", { hasText: second.name }).waitFor();
  await finish(pane);
  expect(await pane.locator(".body").innerText()).toContain(`中的文件“${second.name}”`);
  const without = await saved(page);
  const book = new MemoryBook(without);
  expect(tabRows(book, "returns").map((row) => row["文件"])).not.toContain(second.name);
  expect(registerValues(without).deliveries.map(({ signedBy }) => signedBy)).toEqual(["王建民"]);

  for (let left = 3; left > 0; left--) {
    await home(pane);
    await takeBack(pane);
    await finish(pane);
  }
  const end = await saved(page);
  const ours = end.filter(({ ownTab }) => ownTab !== undefined).map(({ ownTab }) => ownTab);
  expect(ours.filter((tab) => !["change-log", "run-journal", "notice-numbers"].includes(tab ?? ""))).toEqual([]);
  expect(end.filter(({ ownTab }) => ownTab === undefined).map(({ rows: own }) => own)).toEqual(grids.map(({ rows: own }) => own));
  expect(complaints).toEqual([]);
});
