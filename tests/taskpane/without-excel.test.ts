// The page without Excel in a real browser: a county's book goes through the season, and what comes out is what the actions make without a pane.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import type { Server } from "node:https";
import type { Browser, Page } from "playwright-core";
import { unzipSync } from "fflate";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ActionId } from "../../src/actions/index";
import { day } from "../../src/domain/values/day";
import { groupedYuan } from "../../src/domain/values/money";
import { paneVoice } from "../../src/i18n/pane";
import { ribbonWords } from "../../src/i18n/ribbon";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { messyBook } from "../../src/sample/messy";
import { encryptPackage } from "../../src/xlsx/encryption/agile";
import { writeBook } from "../../src/xlsx/write-book";
import { startAndCancel } from "../support/by-hand";
import { asFile, partsOf } from "../support/made-files";
import { openPage, servePages, startBrowser, webFolder } from "../support/pages.mjs";
import { soon } from "../support/soon";
import { expectedSeason } from "./expected";

const name = "蒲城县2019年助学贷款本息回收.xlsx";
const today = new Date(2019, 10 /* Nov */, 20, 10);
const clock = day("2019-11-20");
const county = sampleCounty({ persons: 60, seed: 7 });
const bytes = await writeBook(countyBook(county));

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

async function opened(path: string, content = bytes, width = 320) {
  const address = path.startsWith("file:") ? path : `${origin}/${path}`;
  const watched = await openPage(browser, address, { today, viewport: { width, height: 640 } });
  await watched.page.setInputFiles("input[type=file]", asFile(name, content));
  return watched;
}

async function saved(page: Page, button: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(`[data-do=${button}]`)]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

async function press(page: Page, label: string): Promise<void> {
  await page.getByRole("button", { name: label, exact: true }).click();
  await page.waitForSelector("[data-do=start]");
}

async function start(page: Page): Promise<void> {
  await page.click("[data-do=start]");
  await page.waitForSelector("[data-do=home]");
}

async function home(page: Page): Promise<void> {
  await page.click("[data-do=home]");
  await page.waitForSelector(".phases");
}

const oneFile = "loan-recovery-assistant.html";

test.each([
  ["served", "without-excel.html"],
  ["as one file, served", oneFile],
  ["as one file, from the disk", pathToFileURL(join(webFolder, oneFile)).href],
])("%s: check, split, notices, merge, feed back and roll up give the files and the book that the actions give", async (_, address) => {
  const pressed: readonly ActionId[] = ["check", "split", "notices", "collect", "feedback", "repayment-rollup"];
  const expected = await expectedSeason({ bytes, name, clock }, pressed);
  const [lists, letters, fedBack, rolledUp] = (["split", "notices", "feedback", "repayment-rollup"] as const).map((id) =>
    expected.after.get(id)!,
  );
  const { page, strangers, complaints } = await opened(`${address}?lang=zh-CN`);
  await page.waitForSelector(".phases");
  // The engine has a thread of its own, wherever the page lies.
  expect(page.workers()).toHaveLength(1);
  expect(await page.locator("h1").innerText()).toBe("蒲城县2019年催收季");
  expect(await page.locator(".today").innerText()).toContain("今天截止：催收名单分发到各校");
  expect(await page.locator(".phase-now .phase-title").innerText()).toBe("数据准备");

  await press(page, "校验名单");
  expect(await page.locator(".sheet-line").first().innerText()).toContain(`${expected.totals.contracts} 行`);
  expect(await page.locator(".body").innerText()).toContain("校验结果");
  await start(page);
  expect(await page.locator(".sums").innerText()).toContain(groupedYuan(expected.totals.due));
  await home(page);

  await press(page, "按辖区拆分");
  expect(await page.locator(".body").innerText()).toContain(`共 ${Object.keys(lists!.files).length} 个文件`);
  await start(page);
  const packed = await saved(page, "save-files");
  expect(packed.name).toBe("蒲城县2019催收名单_20191120.zip");
  expect(partsOf(unzipSync(packed.bytes))).toEqual(partsOf(lists!.files));
  expect(await page.locator(".whole").innerText()).toContain(groupedYuan(expected.totals.due));
  await home(page);

  await press(page, "生成通知书");
  await start(page);
  expect(partsOf(unzipSync((await saved(page, "save-files")).bytes))).toEqual(partsOf(letters!.files));
  await home(page);

  const returned = Object.keys(expected.returned).length;
  await page.getByRole("button", { name: "合并回收表", exact: true }).click();
  await page.setInputFiles("input[type=file]", [
    ...Object.entries(expected.returned).map(([file, content]) => asFile(file, content)),
    asFile("照片.png", new Uint8Array([1])),
  ]);
  await page.waitForSelector(".notice");
  expect(await page.locator(".notice").innerText()).toBe("这些不是表格文件，没有加入：照片.png。");
  await page.click("[data-do=plan]");
  await page.waitForSelector("[data-do=start]");
  await start(page);
  expect(await page.locator(".body").innerText()).toContain(`收到 ${returned} 个文件，合并 ${returned} 个`);
  await home(page);

  await press(page, "每日反馈");
  expect(await page.locator(".body").innerText()).toContain("截至 2019年11月20日（第一次反馈）：");
  await start(page);
  expect(await page.locator(".body").innerText()).toContain("第一次反馈，已还清的都列为新还清。");
  const feedback = await saved(page, "save-files");
  expect(feedback.name).toBe("蒲城县2019每日反馈_20191120.zip");
  expect(partsOf(unzipSync(feedback.bytes))).toEqual(partsOf(fedBack!.files));
  await home(page);

  await press(page, "还款汇总");
  await start(page);
  expect(await page.locator(".body").innerText()).toContain(groupedYuan(expected.county.outstanding));
  const book = await saved(page, "save-copy");
  expect(book.name).toBe(name);
  expect(partsOf({ [name]: book.bytes })).toEqual(partsOf({ [name]: rolledUp!.book }));

  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
});

test("the served page hands itself out as one file, which does not offer itself again", async () => {
  const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today });
  const file = await saved(page, "one-file");
  expect(file.name).toBe("助学贷款回收助手.html");
  expect(Buffer.from(file.bytes).equals(await readFile(join(webFolder, oneFile)))).toBe(true);
  await page.goto(`${origin}/${oneFile}?lang=zh-CN`);
  await page.waitForSelector("[data-do=sample]");
  expect(await page.locator("[data-do=one-file]").count()).toBe(0);
});

test("in a browser that is too old, the page says so at once and what helps", async () => {
  const { page } = await openPage(browser, `${origin}/${oneFile}`, {
    today,
    before: () => {
      Reflect.deleteProperty(Object, "hasOwn");
      // What is not said at once would never be said.
      Object.assign(globalThis, { setTimeout: () => 0 });
    },
  });
  await page.getByText("这个浏览器太旧").waitFor();
  expect(await page.locator(".opening").isVisible()).toBe(false);
});

test("English at 270 px: the same buttons under their English names, nothing wider than the pane", async () => {
  const { page, strangers, complaints } = await opened("without-excel.html?lang=en", bytes, 270);
  await page.waitForSelector(".phases");
  const { buttons } = ribbonWords.en;
  for (const id of ["check", "split", "notices", "feedback", "repayment-rollup", "exception-rollup", "circular", "report"] as const) {
    await press(page, buttons[id].label);
    await start(page);
    expect(await page.locator("h1").first().innerText()).toBe(`${buttons[id].label}: done`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await home(page);
  }
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
});

describe("what stands in the way is said in a sentence with the next step", () => {
  const say = paneVoice("zh-CN");

  test("a file that is no workbook, by its name or by its content", async () => {
    const { page } = await openPage(browser, `${origin}/without-excel.html?lang=zh-CN`, { today });
    await page.setInputFiles("input[type=file]", asFile("照片.png", new Uint8Array([1, 2])));
    await page.waitForSelector(".notice");
    expect(await page.locator(".notice").innerText()).toBe(say("open.wrong", { file: "照片.png" }));
    await page.setInputFiles("input[type=file]", asFile("名单.xlsx", new Uint8Array([0, 1, 2, 3])));
    await page.waitForSelector("[role=alert]");
    expect(await page.locator("[role=alert]").innerText()).toBe(
      "文件“名单.xlsx”不是能识别的表格。请在 Excel 或 WPS 中另存为 .xlsx 后再试。",
    );
  });

  test("a book with a password opens with it, and says when it is wrong", async () => {
    const { page } = await opened("without-excel.html?lang=zh-CN", encryptPackage(bytes, "资助2019"));
    await page.waitForSelector("form");
    await page.locator("fluent-text-field input").fill("不对");
    await page.getByRole("button", { name: say("open.password.go"), exact: true }).click();
    await page.waitForSelector(".notice");
    await soon(async () => expect(await page.locator(".notice").innerText()).toContain("密码不对"));
    await page.locator("fluent-text-field input").fill("资助2019");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".phases");
  });
});

test("findings stand by gravity and rule, the errors first, each with its place and what to do", async () => {
  const { page, complaints } = await opened("without-excel.html?lang=zh-CN", await writeBook(messyBook(county).book));
  await page.waitForSelector(".phases");
  await press(page, "校验名单");
  await start(page);
  await page.click("[data-do=findings]");
  await page.locator(".group .findings .place").first().waitFor();
  const gravities = await page.locator(".group").evaluateAll((groups) => groups.map(({ classList }) => classList[1]));
  const ranks = gravities.map((gravity) => ["group-error", "group-warning", "group-info"].indexOf(gravity ?? ""));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(ranks[0]).toBe(0);
  expect(await page.locator(".group .findings .place").first().innerText()).toMatch(/^\S+ [A-Z]+\d+$/);
  expect(complaints).toEqual([]);
});

test("splitting can be stopped, and the book is then as it was", async () => {
  const { page } = await opened("without-excel.html?lang=zh-CN");
  await page.waitForSelector(".phases");
  await press(page, "按辖区拆分");
  await page.locator("[data-choice=encrypt]").click();
  await page.waitForFunction(() => document.querySelector(".body")?.textContent.includes("密码清单"));
  await startAndCancel(page);
  await page.waitForSelector(".phases");
  expect(await page.locator(".notice").innerText()).toBe("已取消，工作簿没有改动。");
  await press(page, "还款汇总");
  expect(await page.locator(".body").innerText()).not.toContain("更新");
});
