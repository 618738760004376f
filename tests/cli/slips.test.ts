// `recovery slips`: its contract to the letter, over lists, folders and ZIP files.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { OpenSeason } from "../../src/actions/season";
import { run } from "../../src/cli/program";
import { parseNoticeNumber, printNoticeNumber } from "../../src/domain/identity/notice-number";
import { day } from "../../src/domain/values/day";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { type CellValue, cellText, type Grid } from "../../src/sheets/grid";
import { asWritten } from "../../src/sheets/reading/own-table";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { zipFiles } from "../../src/xlsx/zip-files";

const bookName = "蒲城县应还.xlsx";
let folder = "";
let season: OpenSeason;
/** The numbers of persons to whom letters go, and of one who needs none. */
let numbers: readonly string[] = [];
let spared = "";
const at = (...parts: string[]) => join(folder, ...parts);
const today = day("2019-11-28");

async function gridsOf(path: string): Promise<readonly Grid[]> {
  return (await readBook(await readFile(path), bookName)).grids;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "slips-"));
  await writeFile(at(bookName), await writeBook(countyBook(sampleCounty({ persons: 80, seed: 3 }))));
  season = OpenSeason.in(await gridsOf(at(bookName)), bookName, { clock: today, today });
  const away = season.sparedOn(today);
  const numbered = season.divided.flatMap(({ person }) => (season.index.numberOf(person) === "" ? [] : [person]));
  numbers = numbered.flatMap((person) => (away.has(person.key) ? [] : [season.index.numberOf(person)]));
  spared = season.index.numberOf(numbered.find((person) => away.has(person.key)) ?? { key: "" as never });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A reader for pictures that are written in words: codes on a line, lines for pages. (The real one is tested in tests/scans.) */
const readPicture = (bytes: Uint8Array) =>
  Promise.resolve(
    Buffer.from(bytes)
      .toString()
      .split("\n")
      .map((page) => page.split(" ").filter((code) => code.length > 1)),
  );

async function recovery(book: string, inputs: readonly string[], out: string, ...more: string[]) {
  let [said, err] = ["", ""];
  const status = await run(["slips", book, ...inputs, "--out", out, "--today", today, ...more], {
    out: (text) => (said += text),
    err: (text) => (err += text),
    now: () => new Date(2019, 10, 28, 9),
    readPicture,
  });
  return { status, said, err };
}

async function slips(inputs: readonly string[], out: string, book = at(bookName)): Promise<unknown> {
  const { status, said, err } = await recovery(book, inputs, at(out), "--json");
  expect([status, err]).toEqual([0, ""]);
  return JSON.parse(said);
}

/** The rows of a tab under its headings, by heading. */
async function tab(out: string, name: string, file = bookName): Promise<readonly Readonly<Record<string, CellValue>>[]> {
  const rows = (await gridsOf(at(out, file))).find((grid) => grid.name === name)?.rows ?? [];
  const headings = (rows[2] ?? []).map(cellText);
  return rows.slice(3).map((row) => Object.fromEntries(headings.map((heading, column) => [heading, row[column] ?? null])));
}

const nothing = { registered: 0, already: 0, pictures: 0, read: 0, unread: [], unknown: [] };
const numberWith = (change: Partial<NonNullable<ReturnType<typeof parseNoticeNumber>>>) =>
  printNoticeNumber({ ...parseNoticeNumber(numbers[0] ?? "")!, ...change });

describe("a list of slips", () => {
  test("lands in 签收单回收 and 送达登记, and taking it again changes nothing", async () => {
    const [one = "", two = "", three = ""] = numbers;
    const lines = [
      "通知书编号,签收人,与借款人关系,送达日期,送达人",
      `${one},王建民,父亲,2019-11-26,李老师`,
      `${two},赵主任,村干部,11.27,李老师`,
      `${three.toLowerCase()},,,,`,
    ];
    await writeFile(at("一.csv"), lines.join("\n"));
    expect(await slips([at("一.csv")], "a")).toEqual({ ...nothing, registered: 3 });
    expect(
      (await tab("a", "签收单回收")).map((row) => [row["通知书编号"], row["签收人"], row["送达日期"], row["签收结果"], row["原件"]]),
    ).toEqual([
      [one, "王建民", { day: "2019-11-26" }, "有效签收", "已收"],
      [two, "赵主任", { day: "2019-11-27" }, "代签", "已收"],
      [three, null, null, "待补填", "已收"],
    ]);
    const delivered = await tab("a", "送达登记");
    expect(delivered.map((row) => [row["通知书编号"], row["签收人"], row["与借款人关系"], row["送达人"], row["来源文件"]])).toEqual([
      [one, "王建民", "父亲", "李老师", "一.csv"],
      [two, "赵主任", "村干部", "李老师", "一.csv"],
    ]);
    expect(await slips([at("一.csv")], "b", at("a", bookName))).toEqual({ ...nothing, already: 3 });
    expect(await tab("b", "签收单回收")).toEqual(await tab("a", "签收单回收"));
  });

  test("without headings, with one number a line is read in the order of the contract", async () => {
    await writeFile(at("二.txt"), `${numbers[3] ?? ""}\r\n${(numbers[4] ?? "").replaceAll("-", "")}\r\n\r\n`);
    expect(await slips([at("二.txt")], "c")).toEqual({ ...nothing, registered: 2 });
  });

  test("that says something else corrects the record, which keeps what it said", async () => {
    await writeFile(at("三.csv"), `${numbers[0] ?? ""},王建国,父亲,2019-11-26,李老师`);
    expect(await slips([at("三.csv")], "d", at("a", bookName))).toEqual({ ...nothing, registered: 1 });
    const [first] = await tab("d", "签收单回收");
    expect([first?.["签收人"], first?.["更正记录"]]).toEqual(["王建国", "原为：王建民／父亲／2019-11-26／李老师（一.csv）"]);
    expect(await tab("d", "签收单回收")).toHaveLength(3);
  });

  test("names every number that cannot be taken, with the reason", async () => {
    const right = numbers[5] ?? "";
    const wrong = right.replace(/.$/, (check) => (check === "7" ? "8" : "7"));
    const refused = [wrong, numberWith({ year: 2018 }), numberWith({ county: "DL" }), numberWith({ sequence: 9876 }), spared];
    await writeFile(at("四.csv"), ["编号", ...refused, right].join("\n"));
    const why = ["check-character", "other-season", "other-season", "not-issued", "withdrawn"];
    expect(await slips([at("四.csv")], "e")).toEqual({
      ...nothing,
      registered: 1,
      unknown: refused.map((number, index) => ({ input: "四.csv", number, why: why[index] })),
    });
  });

  test("keeps words that nobody can read beside the slip, and fills nothing in for them", async () => {
    await writeFile(at("五.csv"), `${numbers[6] ?? ""},王五,干爹,下周二,李老师`);
    expect(await slips([at("五.csv")], "f")).toEqual({ ...nothing, registered: 1 });
    const [own] = await tab("f", "签收单回收");
    expect([own?.["与借款人关系"], own?.["送达日期"], own?.["备注"]]).toEqual([
      null,
      null,
      "与借款人关系“干爹”看不懂，请核对\n送达日期“下周二”看不懂，请核对",
    ]);
  });
});

test("a list says who was not at home and who refused: visits in 上门记录, attempts counted once, no delivery, and 交单情况 tells them apart", async () => {
  const [one = "", two = "", three = ""] = numbers.slice(14);
  const heads = "通知书编号,签收人,与借款人关系,送达日期,送达人,签收结果";
  await writeFile(
    at("八.csv"),
    [heads, `${one},,,2019-11-25,李老师,无人在家`, `${two},,,2019-11-25,李老师,拒签`, `${three},赵六,,,,代签`].join("\n"),
  );
  await writeFile(at("九.csv"), [heads, `${one},,,2019-11-26,李老师,无人在家`, `${one},,,2019-11-25,李老师,无人在家`].join("\n"));
  expect(await slips([at("八.csv")], "q")).toEqual({ ...nothing, registered: 3 });
  expect(await slips([at("九.csv")], "r", at("q", bookName))).toEqual({ ...nothing, registered: 1, already: 1 });
  const look = async (out: string) => ({
    slips: (await tab(out, "签收单回收")).map((row) => [row["通知书编号"], row["签收结果"], row["上门次数"], row["送达日期"], row["原件"]]),
    visits: (await tab(out, "上门记录")).map((row) => [row["编号"], row["上门日期"], row["上门人"], row["上门结果"]]),
  });
  expect(await look("r")).toEqual({
    slips: [
      [one, "无人在家", 2, null, "未收"],
      [two, "拒签", 1, { day: "2019-11-25" }, "已收"],
      [three, "代签", null, null, "已收"],
    ],
    visits: [
      [one, { day: "2019-11-25" }, "李老师", "送达通知书：无人在家"],
      [two, { day: "2019-11-25" }, "李老师", "送达通知书：拒签"],
      [one, { day: "2019-11-26" }, "李老师", "送达通知书：无人在家"],
    ],
  });
  expect((await tab("r", "送达登记")).map((row) => row["通知书编号"])).not.toContain(one);
  const total = (await tab("r", "交单情况")).at(-1);
  expect([total?.["包联人"], total?.["已收"], total?.["代签"], total?.["拒签或无人"]]).toEqual(["合计", 2, 1, 2]);

  await writeFile(at("十.csv"), [heads, `${one},王建民,父亲,2019-11-27,李老师,签收`].join("\n"));
  await slips([at("十.csv")], "s", at("r", bookName));
  const [first] = (await look("s")).slips;
  expect(first).toEqual([one, "有效签收", 2, { day: "2019-11-27" }, "已收"]);
  expect((await look("s")).visits).toEqual((await look("r")).visits);
});

test("a slip that comes with its number alone says what the school's own list said of the letter, and taking it again changes nothing", async () => {
  const [one = ""] = numbers.slice(17);
  await writeFile(at("十一.csv"), `${one},王建民,父亲,2019-11-26,李老师`);
  await slips([at("十一.csv")], "t");
  const book = await gridsOf(at("t", bookName));
  const isOurs = ({ name }: Grid) => name === "送达登记";
  // The book of somebody who has merged the school's list and got no slip yet.
  const specs = countyBook(sampleCounty({ persons: 80, seed: 3 })).sheets;
  const deliveries = book.find(isOurs)!;
  const merged: SheetSpec = {
    ...{ tab: "deliveries", name: "送达登记", columns: (deliveries.rows[2] ?? []).map(() => ({ width: 12, style: "cell" as const })) },
    rows: deliveries.rows.map((row) => row.map(asWritten)),
  };
  await writeFile(at("合并后.xlsx"), await writeBook({ sheets: [...specs, merged] }));
  await writeFile(at("十二.txt"), one);
  expect(await slips([at("十二.txt")], "u", at("合并后.xlsx"))).toEqual({ ...nothing, registered: 1 });
  const look = (rows: readonly Readonly<Record<string, CellValue>>[]) =>
    rows.map((row) => [
      row["通知书编号"],
      row["签收人"],
      row["与借款人关系"],
      row["送达日期"],
      row["送达人"],
      row["签收结果"],
      row["更正记录"],
    ]);
  const said = [[one, "王建民", "父亲", { day: "2019-11-26" }, "李老师", "有效签收", null]];
  expect(look(await tab("u", "签收单回收", "合并后.xlsx"))).toEqual(said);
  expect(await slips([at("十二.txt")], "v", at("u", "合并后.xlsx"))).toEqual({ ...nothing, already: 1 });
  expect(await tab("v", "签收单回收", "合并后.xlsx")).toEqual(await tab("u", "签收单回收", "合并后.xlsx"));
});

test("folders and ZIP files are opened; pictures that nobody reads are named to be typed", async () => {
  await mkdir(at("回收", "罕井"), { recursive: true });
  await writeFile(at("回收", "罕井", "清单.csv"), numbers[7] ?? "");
  await writeFile(at("回收", "IMG_01.jpg"), "x");
  const list = new TextEncoder().encode(numbers[8] ?? "");
  await writeFile(
    at("回收", "再来.zip"),
    zipFiles(
      new Map([
        ["内/单.txt", list],
        ["内/IMG_02.png", new TextEncoder().encode("y")],
        ["说明.docx", list],
      ]),
    ),
  );
  expect(await slips([at("回收")], "g")).toEqual({
    ...nothing,
    registered: 2,
    pictures: 2,
    unread: ["IMG_01.jpg", "再来.zip/内/IMG_02.png"],
  });
});

test("pictures and scans: several slips on one, pages without a code, doubles, other people's codes and wrong numbers are told apart", async () => {
  const [one = "", two = "", three = ""] = numbers.slice(11);
  const wrong = `${one.slice(0, -1)}${one.endsWith("A") ? "B" : "A"}`;
  const elsewhere = numberWith({ county: "XY" });
  await mkdir(at("照片"));
  await writeFile(at("照片", "IMG_1.jpg"), `${one} ${two} ${one} https://example.invalid/pay`);
  await writeFile(at("照片", "IMG_2.webp"), "https://example.invalid/pay");
  await writeFile(at("照片", "IMG_3.PNG"), `${two} ${wrong} ${elsewhere}`);
  await writeFile(at("照片", "扫描.pdf"), `${three}\n\n${one}`);
  expect(await slips([at("照片")], "p")).toEqual({
    registered: 3,
    already: 2,
    pictures: 6,
    read: 4,
    unread: ["IMG_2.webp", "扫描.pdf#page=2"],
    unknown: [
      { input: "IMG_3.PNG", number: wrong, why: "check-character" },
      { input: "IMG_3.PNG", number: elsewhere, why: "other-season" },
    ],
  });
  expect((await tab("p", "签收单回收")).map((row) => row["通知书编号"]).sort()).toEqual([one, two, three].sort());
});

test.each([
  ["a damaged ZIP", "坏.zip"],
  ["a file that is not there", "没有.csv"],
])("%s stops the run in one line, and nothing is written", async (_, name) => {
  await writeFile(at("坏.zip"), "PK\u0003\u0004");
  const { status, said, err } = await recovery(at(bookName), [at(name)], at("h"));
  expect([status, said, err.trim().split("\n").length, err.includes(name)]).toEqual([1, "", 1, true]);
  await expect(gridsOf(at("h", bookName))).rejects.toMatchObject({ code: "ENOENT" });
});

test("a run is taken back by `undo`: its slips go, those of the run before stay", async () => {
  await writeFile(at("六.csv"), `${numbers[9] ?? ""},王建民,父亲,2019-11-26,李老师`);
  await writeFile(at("七.csv"), `${numbers[10] ?? ""},王建民,父亲,2019-11-26,李老师`);
  await slips([at("六.csv")], "i");
  await slips([at("七.csv")], "j", at("i", bookName));
  const quiet = { out: () => undefined, err: () => undefined, now: () => new Date(2019, 10, 28, 9) };
  expect(await run(["undo", at("j", bookName), "--out", at("k"), "--today", today], quiet)).toBe(0);
  for (const name of ["签收单回收", "送达登记"]) expect(await tab("k", name)).toEqual(await tab("i", name));
  expect((await tab("k", "签收单回收")).map((row) => row["通知书编号"])).toEqual([numbers[9]]);
});
