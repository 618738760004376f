// Returned files with passwords: the pane asks for them, or finds them in the centre's list; the files without one are not held up.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "node:https";
import type { Browser, Page } from "playwright-core";
import { day } from "../../src/domain/values/day";
import { fileRefusalText } from "../../src/i18n/index";
import { paneVoice } from "../../src/i18n/pane";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { passwordBook, passwordsIn } from "../../src/sheets/lists/password-list";
import { encryptPackage } from "../../src/xlsx/encryption/agile";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { asFile } from "../support/made-files";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";
import { soon } from "../support/soon";
import { expectedSeason } from "./expected";

const season = { county: "蒲城县", year: 2019 };

const name = "蒲城县2019年助学贷款本息回收.xlsx";
const today = new Date(2019, 10 /* Nov */, 20, 10);
const bytes = await writeBook(countyBook(sampleCounty({ persons: 40, seed: 7 })));
const { after } = await expectedSeason({ bytes, name, clock: day("2019-11-20") });
const [first, second, third] = Object.entries(after.get("split")?.files ?? {}) as never as readonly [Made, Made, Made];
type Made = readonly [file: string, bytes: Uint8Array];
const locked = [encryptPackage(first[1], "abcd-2345-efgh"), encryptPackage(second[1], "资助2019")] as const;

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

async function collecting(language: "zh-CN" | "en"): ReturnType<typeof openPage> {
  const watched = await openPage(browser, `${origin}/without-excel.html?lang=${language}`, { today });
  await watched.page.setInputFiles("input[type=file]", asFile(name, bytes));
  await watched.page.locator("[data-action=collect]").click();
  return watched;
}

async function merge(page: Page): Promise<void> {
  await page.click("[data-do=plan]");
  await page.click("[data-do=start]");
  await page.waitForSelector("[data-do=home]");
}

test("English: a wrong password is told plainly, a right one opens its file, and the one that stays locked is told about", async () => {
  const say = paneVoice("en");
  const { page, strangers, complaints } = await collecting("en");
  await page.setInputFiles("input[type=file]", [asFile(first[0], locked[0]), asFile(second[0], locked[1]), asFile(third[0], third[1])]);
  await page.waitForSelector("form");
  await soon(async () => expect(await page.locator("form").innerText()).toContain(say("collect.locked", { count: 2 })));
  const enter = async (password: string, said: string) => {
    await page.locator("fluent-text-field input").fill(password);
    await page.keyboard.press("Enter");
    await soon(async () => expect(await page.locator(".notice").innerText()).toBe(said));
  };
  await enter("abcd", say("collect.password.wrong"));
  await enter("资助2019", say("collect.unlocked", { count: 1 }));
  expect(await page.locator(".file-line .chip-warning").count()).toBe(1);
  await merge(page);
  const body = await page.locator(".body").innerText();
  expect(body).toContain(say("done.collect", { files: 3, merged: 2 }));
  expect(await page.locator(".problem-list .place").allInnerTexts()).toEqual([first[0]]);
  expect(await page.locator(".problem-list .message").allInnerTexts()).toEqual([fileRefusalText("en", { code: "encrypted" })]);
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
});

test("zh-CN: the centre's list of passwords opens them all, renamed or not, and is not taken for a returned file", async () => {
  const { page } = await collecting("zh-CN");
  const [, school = ""] = /名单_(.+)_v1/.exec(second[0]) ?? [];
  const list = passwordBook(
    [
      { school: "别的学校", file: first[0], password: "abcd-2345-efgh", liaison: "" },
      { school, file: second[0], password: "资助2019", liaison: "" },
    ],
    season,
  );
  const chosen = [asFile(first[0], locked[0]), asFile(`${school}（已填）.xlsx`, locked[1]), asFile("密码清单.xlsx", await writeBook(list))];
  await page.setInputFiles("input[type=file]", chosen);
  await page.waitForSelector(".file-line .chip-good");
  expect(await page.locator("form").count()).toBe(0);
  await merge(page);
  expect(await page.locator(".body").innerText()).toContain(paneVoice("zh-CN")("done.collect", { files: 2, merged: 2 }));
});

test("the list of passwords is read as it is written", async () => {
  const lines = [{ school: "甲中学", file: "甲.xlsx", password: "abcd-2345-efgh" }];
  const written = await writeBook(
    passwordBook(
      lines.map((line) => ({ ...line, liaison: "" })),
      season,
    ),
  );
  expect(passwordsIn((await readBook(written, "密码清单.xlsx")).grids)).toEqual(lines);
});
