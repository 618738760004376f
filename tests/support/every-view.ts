// The walk through every kind of view that the pane has, each with the way to it; what is made of a view on the way is the caller's.
import type { Browser, Page } from "playwright-core";
import { collect } from "../../src/actions/collect";
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { messyBook } from "../../src/sample/messy";
import { codeSquares } from "../../src/sheets/notices/notice-code";
import { squaresPng } from "../../src/sheets/writing/squares-png";
import { encryptPackage } from "../../src/xlsx/encryption/agile";
import { FileWorkbook } from "../../src/xlsx/file-workbook";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { countyGrids, fillList, incoming, schoolFiles } from "./collecting";
import { asFile } from "./made-files";
import { openPage } from "./pages.mjs";

const today = day("2019-12-11");
export const messy = await writeBook(messyBook(sampleCounty({ persons: 60, seed: 7 })).book);
const empty = await writeBook({ sheets: [{ tab: "", name: "空", columns: [], rows: [] }] });

/** A sound county whose schools have asked something of the centre. */
async function askedBook(): Promise<Uint8Array> {
  const [large, other] = [...schoolFiles(countyGrids(60, 7)).values()].sort((a, b) => b.grids[0]!.rows.length - a.grids[0]!.rows.length);
  const returned = [
    fillList(large!, { 0: { 联系电话: "13800000001", 还款状态: "联系了" }, 1: { 应还合计: 1 }, 2: { 送达日期: "2019-11-31" } }),
    fillList(other!, { 0: { 还款状态: "转出" } }),
  ];
  const source = await writeBook(countyBook(sampleCounty({ persons: 60, seed: 7 })));
  const file = FileWorkbook.fromReading("回收.xlsx", await readBook(source, "回收.xlsx"));
  const season = OpenSeason.in(await file.read(), file.name, { clock: today, today });
  await collect.run(season, { workbook: file, files: incoming(returned) });
  return file.bytes();
}
const asked = await askedBook();

const choose = (page: Page, name: string, content: Uint8Array) =>
  page.locator("input[type=file]").first().setInputFiles(asFile(name, content));
const pressed = (selector: string, wanted: string) => async (page: Page) => {
  await page.locator(selector).first().click();
  await page.locator(wanted).first().waitFor();
};
/** The worker hears nothing until it is let go: what is on show until it answers stays on show. */
const hold = (page: Page) => page.evaluate(() => void Object.assign(globalThis, { held: [] }));
const letGo = (page: Page) =>
  page.evaluate(() => {
    const { held = [] } = globalThis as { held?: (() => void)[] };
    Object.assign(globalThis, { held: undefined });
    for (const post of held) post();
  });
const home = pressed("[data-do=home], .back", ".phases");
const openAgain = (content: Uint8Array) => async (page: Page) => {
  await page.locator("[data-do=other]").click();
  await choose(page, "回收.xlsx", content);
  await page.locator(".phases").waitFor();
};
const onDay = (month: number, date: number) => async (page: Page) => {
  await page.clock.setSystemTime(new Date(2019, month - 1, date, 10));
  await page.locator("[data-do=reread]").click();
  await page.locator(".busy").waitFor({ state: "detached" });
  await page.locator(".phases").waitFor();
};

interface Stop {
  /** The kind of view (see `View`), and which of them it is. */
  readonly view: string;
  readonly go: (page: Page) => Promise<unknown>;
  /** What leads on where the next stop cannot begin. */
  readonly leave?: (page: Page) => Promise<unknown>;
}

/** One after the other: every stop begins where the one before it has left. */
export const stops: readonly Stop[] = [
  { view: "open", go: (page) => page.locator(".drop").waitFor() },
  {
    view: "open: password",
    go: async (page) => {
      await choose(page, "密.xlsx", encryptPackage(messy, "资助2019"));
      await page.locator("fluent-text-field").waitFor();
    },
    leave: pressed("form fluent-button[type=button]", ".drop"),
  },
  {
    view: "problem",
    go: async (page) => {
      await choose(page, "名单.xlsx", new Uint8Array([0, 1, 2, 3]));
      await page.locator(".problem").waitFor();
    },
    leave: pressed(".back", ".drop"),
  },
  {
    view: "no-list",
    go: async (page) => {
      await choose(page, "空.xlsx", empty);
      await page.locator("[data-begin]").waitFor();
    },
    leave: pressed("[data-do=other]", ".drop"),
  },
  {
    view: "busy",
    go: async (page) => {
      await hold(page);
      await choose(page, "回收.xlsx", messy);
      await page.locator(".busy").waitFor();
    },
    leave: async (page) => {
      await letGo(page);
      await page.locator(".phases").waitFor();
    },
  },
  { view: "season: preparation", go: (page) => page.locator(".phases").waitFor() },
  { view: "plan: check", go: pressed("[data-do=next]", "[data-do=start]") },
  { view: "outcome: check", go: pressed("[data-do=start]", "[data-do=home]") },
  {
    view: "findings",
    go: async (page) => {
      await pressed("[data-do=findings]", ".findings-head")(page);
      await page.locator(".filters summary").click();
    },
  },
  {
    view: "findings: treating",
    go: async (page) => {
      await page.evaluate(() => {
        for (const group of document.querySelectorAll<HTMLDetailsElement>("details.group, details.help")) group.open = true;
      });
      await page.locator("[data-accept]").first().click();
      await page.locator("[data-dismiss]").first().click();
      await page.locator("[data-reason]").waitFor();
    },
    leave: async (page) => {
      await pressed("[data-do=drop-treatment]", ".findings-head")(page);
      await pressed(".back", "[data-do=home]")(page);
      await home(page);
    },
  },
  { view: "recognise", go: pressed("[data-do=recognise]", "[data-choice=sheet]") },
  {
    view: "correct",
    go: pressed("[data-do=correct]", "[data-do=save-correction]"),
    leave: async (page) => pressed(".back", "[data-do=correct]")(page).then(() => home(page)),
  },
  { view: "plan: split", go: pressed("[data-action=split]", "[data-do=start]") },
  {
    view: "running",
    go: async (page) => {
      await hold(page);
      await pressed("[data-do=start]", "[data-do=cancel]")(page);
    },
    leave: async (page) => {
      await letGo(page);
      await page.locator("[data-do=home]").waitFor();
    },
  },
  { view: "outcome: split", go: (page) => page.locator("[data-do=home]").waitFor(), leave: home },
  { view: "season: delivery", go: onDay(11, 28) },
  { view: "season: collection", go: onDay(12, 5) },
  { view: "season: closing", go: onDay(12, 15) },
  {
    view: "season: over",
    go: onDay(12, 31),
    leave: async (page) => {
      await onDay(12, 11)(page);
      await openAgain(asked)(page);
    },
  },
  { view: "plan: notices", go: pressed("[data-action=notices]", "[data-do=start]") },
  { view: "outcome: notices", go: pressed("[data-do=start]", "[data-do=home]"), leave: home },
  {
    view: "letter",
    go: pressed("[data-do=preview]", ".letter-page"),
    leave: home,
  },
  { view: "slips", go: pressed("[data-action=slips]", "[data-form=slips]") },
  {
    view: "slips: pictures",
    go: async (page) => {
      await page
        .locator("[data-pictures] input[type=file]")
        .setInputFiles([
          asFile("空白.png", Buffer.from(squaresPng(codeSquares("XX19-07-0001-A")))),
          asFile("说明.docx", new Uint8Array(9)),
        ]);
      await page.locator("[data-pages=open] li").waitFor();
      await page.locator("[data-pictures] .drop").waitFor();
      await page.locator("[name=number]").fill("写错的");
      await page.keyboard.press("Enter");
      await page.locator("form [data-fault]").waitFor();
    },
    leave: home,
  },
  { view: "collect", go: pressed("[data-action=collect]", ".drop") },
  {
    view: "collect: files",
    go: async (page) => {
      const files = [asFile("密.xlsx", encryptPackage(empty, "资助2019")), asFile("回收表.xlsx", messy)];
      await page.locator("input[type=file]").setInputFiles(files);
      await page.locator("fluent-text-field").waitFor();
    },
  },
  { view: "plan: collect", go: pressed("[data-do=plan]", "[data-do=start]") },
  { view: "outcome: collect", go: pressed("[data-do=start]", "[data-do=home]"), leave: home },
  {
    view: "questions",
    go: async (page) => {
      await pressed("[data-action=decide]", "[data-question]")(page);
      await page.evaluate(() => {
        for (const group of document.querySelectorAll("details")) group.open = true;
      });
    },
    leave: home,
  },
  ...["forms", "calendar", "fix", "statements", "feedback", "repayment-rollup", "exception-rollup", "circular", "report", "undo"].flatMap(
    (action): readonly Stop[] => [
      { view: `plan: ${action}`, go: pressed(`:is([data-action=${action}], [data-do=${action}])`, "[data-do=start]") },
      { view: `outcome: ${action}`, go: pressed("[data-do=start]", "[data-do=home]"), leave: home },
    ],
  ),
  { view: "plan: next-season", go: pressed("[data-action=next-season]", "[data-do=start]") },
  { view: "outcome: next-season", go: pressed("[data-do=start]", "[data-do=home]"), leave: home },
  {
    view: "explain",
    go: async (page) => {
      await pressed("[data-do=explain]", "[data-do=explain-figure]")(page);
      await page.locator("[data-choice=figure]").selectOption("outstanding");
      await pressed("[data-do=explain-figure]", "[data-sum]")(page);
    },
  },
];

/** Goes through every view; resolves to what was made of each, and whatever the page complained about. */
export async function everyView<Seen>(
  browser: Browser,
  address: string,
  options: Omit<Parameters<typeof openPage>[2], "today" | "before">,
  look: (page: Page, view: string) => Promise<Seen>,
): Promise<{ readonly seen: Readonly<Record<string, Seen>>; readonly complaints: readonly string[] }> {
  const { page, complaints } = await openPage(browser, address, {
    ...options,
    today: new Date(2019, 10 /* Nov */, 20, 10),
    before: () => {
      const post = Worker.prototype.postMessage as (...args: unknown[]) => void;
      Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
        const { held } = globalThis as { held?: (() => void)[] };
        if (held) held.push(() => post.apply(this, args));
        else post.apply(this, args);
      };
    },
  });
  const seen: Record<string, Seen> = {};
  for (const { view, go, leave } of stops) {
    await go(page);
    seen[view] = await look(page, view);
    await leave?.(page);
  }
  return { seen, complaints };
}
