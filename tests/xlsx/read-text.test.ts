// CSV and tab-separated files: every value is the text that it is, in whatever encoding and with whatever separator.
import { describe, expect, test } from "@jest/globals";
import { strToU8 } from "fflate";
import { readBook } from "../../src/xlsx/read-book";

const id = "610526199403150018";
const rowsOf = async (content: string | Uint8Array, name = "回盘.csv"): Promise<unknown> =>
  (await readBook(typeof content === "string" ? strToU8(content) : content, name)).grids[0]?.rows;

describe("encodings", () => {
  // 姓名,王雪 in GB18030
  const gb = Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xcd, 0xf5, 0xd1, 0xa9);

  test.each<[string, Uint8Array]>([
    ["UTF-8", strToU8("姓名,王雪")],
    ["UTF-8 with a byte order mark", strToU8("\ufeff姓名,王雪")],
    ["GB18030", gb],
    ["UTF-16, separated by tabs", new Uint8Array(Buffer.from("\ufeff姓名\t王雪\r\n", "utf16le"))],
    ["GB18030, filled up with zeros", Uint8Array.of(...gb, 0x0d, 0x0a, ...new Uint8Array(500))],
    ["GB18030 with the end mark of DOS", Uint8Array.of(...gb, 0x0d, 0x0a, 0x1a)],
  ])("%s", async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual([["姓名", "王雪"]]);
  });
});

describe("values", () => {
  test.each<[string, string, unknown]>([
    ["numbers, dates and leading zeros stay text", `${id},0012,2019-12-20,1.50`, [[id, "0012", "2019-12-20", "1.50"]]],
    [
      "an ID wrapped as a formula is unwrapped",
      `="${id}",1\n"=""${id}""",2`,
      [
        [id, "1"],
        [id, "2"],
      ],
    ],
    [
      "a tab behind an ID is taken away and does not make the file tab-separated",
      `身份证号\t,姓名\t\n${id}\t,王雪\t`,
      [
        ["身份证号", "姓名"],
        [id, "王雪"],
      ],
    ],
    ["blanks around a value stay", "a, 王 雪 ,c", [["a", " 王 雪 ", "c"]]],
    ["other formulas stay the text that they are", "=1+1,=A1", [["=1+1", "=A1"]]],
    ["blank lines keep their place, blanks at the end go", "a,b,,\n\n,,\nc,\n,,\n", [["a", "b"], [], [], ["c"]]],
    ["quoted separators, quotes and line ends belong to the value", `"a,b","说""明""","一\n二"`, [["a,b", '说"明"', "一\n二"]]],
    [
      "a quote that is never closed swallows no rows",
      `姓名,备注\n王雪,"未还\n李明,已还`,
      [
        ["姓名", "备注"],
        ["王雪", '"未还'],
        ["李明", "已还"],
      ],
    ],
    ["a single column is a single column", "姓名\n王雪", [["姓名"], ["王雪"]]],
  ])("%s", async (_, content, expected) => {
    expect(await rowsOf(content)).toEqual(expected);
  });

  test.each([",", "\t", ";", "|"])("the separator %j is found", async (separator) => {
    expect(
      await rowsOf(
        ["姓名", "身份证号", "1,5"].join(separator).replace("1,5", separator === "," ? "15" : "1,5") + `\n王雪${separator}${id}`,
      ),
    ).toEqual([
      ["姓名", "身份证号", separator === "," ? "15" : "1,5"],
      ["王雪", id],
    ]);
  });

  test("a first line that names the separator is no row", async () => {
    expect(await rowsOf("sep=;\na;b,c")).toEqual([["a", "b,c"]]);
  });
});

test("the sheet has the file's name, whatever its extension says", async () => {
  expect(await readBook(strToU8("a,b"), "九月/回盘 9.20.xls")).toEqual({
    format: "text",
    grids: [{ name: "回盘 9.20", visibility: "visible", rows: [["a", "b"]], merges: [], hiddenRows: [], hiddenColumns: [] }],
  });
});

test("more rows than the limit are too large", async () => {
  await expect(rowsOf("1\n".repeat(300_001))).rejects.toMatchObject({ code: "too-large" });
});

describe("quotes that do not match", () => {
  const lines = [
    "姓名,身份证号,住址,应还合计",
    ...Array.from({ length: 6 }, (_, at) => `王${"一二三四五六"[at] ?? ""},${id},东街${at}号,11${at}.00`),
  ];
  const broken = (changes: Readonly<Record<number, string>>) => lines.map((line, at) => changes[at] ?? line).join("\n");
  const addresses = async (text: string) =>
    (await readBook(strToU8(text), "名单.csv")).grids[0]?.rows.map((row) => [row.length, String(row[2]).replaceAll('"', "")]);
  const whole = [[4, "住址"], ...Array.from({ length: 6 }, (_, at) => [4, `东街${at}号`])];
  const unclosed = `王二,${id},"东街1号,111.00`;

  test("one that is never closed swallows no row", async () => {
    expect(await addresses(broken({ 2: unclosed }))).toEqual(whole);
  });

  test("one that a stray one closes far below swallows no row", async () => {
    expect(await addresses(broken({ 2: unclosed, 5: `王五,${id},东街4号",114.00` }))).toEqual(whole);
  });

  test("the line is told", async () => {
    const { grids } = await readBook(strToU8(broken({ 2: unclosed })), "名单.csv");
    expect(grids.map((grid) => grid.unmatchedQuote)).toEqual([2]);
  });

  test("sound quotes elsewhere keep their commas", async () => {
    expect((await addresses(broken({ 2: unclosed, 5: `王五,${id},"东街,4号",114.00` })))?.[5]).toEqual([4, "东街,4号"]);
  });
});
