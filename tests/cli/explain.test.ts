// `recovery explain` on a small book whose every cell is known: to the letter of the contract, on the terminal, and where it refuses.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { centreFolder } from "../../src/cli/folders";
import { run } from "../../src/cli/program";
import type { CellOut, SheetSpec } from "../../src/sheets/writing/spec";
import { day } from "../../src/domain/values/day";
import { fen } from "../../src/domain/values/money";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { idOf, nameOf } from "../support/season-rows";

const sheet = (name: string, rows: readonly (readonly CellOut[])[]): SheetSpec => ({
  tab: "",
  name,
  columns: (rows[0] ?? []).map(() => ({ width: 14, style: "cell" })),
  rows,
});
const yuan = (amount: number): CellOut => ({ fen: fen(amount * 100) });
const on = (iso: string): CellOut => ({ day: day(iso) });
const [first, second] = ["罕井镇中心校", "孙镇中心校"];
const number = (n: number) => `6105262019000${n}`;
const heading = ["姓名", "身份证号", "合同编号", "责任学校", "应还本金", "应还利息", "应还合计"];
const debt = (
  person: number,
  contract: number,
  school: string,
  [principal, interest]: readonly [number, number],
  due = true,
): CellOut[] => [
  nameOf(person),
  idOf(person),
  number(contract),
  school,
  yuan(principal),
  yuan(interest),
  due ? yuan(principal + interest) : null,
];

// One contract overpaid in two rows, one with its parts alone and money given back, one paid early, one untouched.
const book = [
  sheet("应还名单", [
    heading,
    debt(1, 1, first, [800, 200]),
    debt(1, 2, first, [300, 100], false),
    debt(2, 3, second, [0, 500]),
    debt(3, 4, first, [600, 0]),
  ]),
  sheet("扣款结果", [
    ["合同编号", "姓名", "扣款日期", "扣款金额", "扣款结果"],
    [number(1), nameOf(1), on("2019-12-05"), yuan(700), "部分成功"],
    [number(1), nameOf(1), on("2019-12-21"), yuan(700), "成功"],
    [number(2), nameOf(1), on("2019-12-06"), yuan(400), "成功"],
    [number(2), nameOf(1), on("2019-12-20"), yuan(150), "冲正"],
    [number(4), nameOf(3), on("2019-12-06"), yuan(600), "余额不足"],
  ]),
  sheet("提前还款", [
    ["合同编号", "姓名", "还款日期", "还款金额"],
    [number(3), nameOf(2), on("2019-12-20"), yuan(500)],
  ]),
  sheet("送达登记", [
    ["合同编号", "姓名", "送达日期", "送达方式", "签收人", "与借款人关系"],
    [number(1), nameOf(1), on("2019-11-26"), "当面送达", nameOf(1), "本人"],
    [number(3), nameOf(2), on("2019-12-12"), "当面送达", "某某", "父亲"],
  ]),
];

let folder = "";
let path = "";
let bytes: Uint8Array;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "explain-"));
  path = join(folder, "台账.xlsx");
  bytes = await writeBook({ sheets: book });
  await writeFile(path, bytes);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const recovery = (...args: string[]) => recoveryIn(path, ...args);

async function recoveryIn(file: string, ...args: string[]) {
  let out = "";
  let err = "";
  const console = { out: (text: string) => (out += text), err: (text: string) => (err += text), now: () => new Date(2019, 11, 1, 9) };
  return { status: await run(["explain", file, ...args], console), out, err };
}

async function explained(...args: string[]): Promise<unknown> {
  const { status, out, err } = await recovery(...args, "--json");
  expect([status, err]).toEqual([0, ""]);
  return JSON.parse(out);
}

type Row = readonly [sheet: string, cell: string, contract: number, amount: string];
const cells = (...rows: readonly Row[]) =>
  rows.map(([name, cell, contract, amount]) => ({ sheet: name, cell, contractNo: number(contract), amount }));

describe("a figure and its cells", () => {
  const until = ["--as-of", "2019-12-25"];
  test.each<[string, readonly string[], string, readonly Row[]]>([
    [
      "what is due: the total where it is stated, else its parts",
      ["--figure", "due", "--school", first],
      "2000.00",
      [
        ["应还名单", "G2", 1, "1000.00"],
        ["应还名单", "E3", 2, "300.00"],
        ["应还名单", "F3", 2, "100.00"],
        ["应还名单", "G5", 4, "600.00"],
      ],
    ],
    [
      "principal: no cell for nothing",
      ["--figure", "principal"],
      "1700.00",
      [
        ["应还名单", "E2", 1, "800.00"],
        ["应还名单", "E3", 2, "300.00"],
        ["应还名单", "E5", 4, "600.00"],
      ],
    ],
    ["interest of one school", ["--figure", "interest", "--school", second], "500.00", [["应还名单", "F4", 3, "500.00"]]],
    [
      "repaid: of an overpaid contract the part that counts, what was given back below nothing, what failed not at all",
      ["--figure", "repaid"],
      "1750.00",
      [
        ["扣款结果", "D2", 1, "700.00"],
        ["扣款结果", "D3", 1, "300.00"],
        ["扣款结果", "D4", 2, "400.00"],
        ["扣款结果", "D5", 2, "-150.00"],
        ["提前还款", "D2", 3, "500.00"],
      ],
    ],
    [
      "outstanding: what is due less what was repaid",
      ["--figure", "outstanding", "--school", second],
      "0.00",
      [
        ["应还名单", "G4", 3, "500.00"],
        ["提前还款", "D2", 3, "-500.00"],
      ],
    ],
    [
      "persons: one cell each",
      ["--figure", "persons"],
      "3",
      [
        ["应还名单", "B2", 1, "1"],
        ["应还名单", "B4", 3, "1"],
        ["应还名单", "B5", 4, "1"],
      ],
    ],
    [
      "delivered: the row of the register",
      ["--figure", "delivered"],
      "2",
      [
        ["送达登记", "C2", 1, "1"],
        ["送达登记", "C3", 3, "1"],
      ],
    ],
    ["who is settled, by the row that settled it", ["--figure", "paidPersons"], "1", [["提前还款", "D2", 3, "1"]]],
    ["a figure without rows", ["--figure", "due", "--school", "待划分"], "0.00", []],
  ])("%s", async (_, args, value, rows) => {
    const [, figure] = args;
    expect(await explained(...args, ...until)).toEqual({ figure, value, asOf: "2019-12-25", rows: cells(...rows) });
  });
});

describe("two days", () => {
  const days = ["--as-of", "2019-12-25", "--since", "2019-12-12"];
  const deducted = { kind: "deducted", amount: "300.00", rows: cells(["扣款结果", "D3", 1, "300.00"]) };
  const early = { kind: "early", amount: "500.00", rows: cells(["提前还款", "D2", 3, "500.00"]) };
  const reversed = { kind: "reversed", amount: "-150.00", rows: cells(["扣款结果", "D5", 2, "-150.00"]) };
  test.each<[string, string, readonly object[]]>([
    ["money by what the bank did", "repaid", [deducted, early, reversed]],
    ["the list is the same on both", "due", []],
    ["a delivery on the earlier day is no news", "delivered", []],
    ["who has been settled since", "paidPersons", [{ kind: "early", amount: "1", rows: cells(["提前还款", "D2", 3, "1"]) }]],
  ])("%s", async (_, figure, causes) => {
    expect(await explained("--figure", figure, ...days)).toMatchObject({ since: "2019-12-12", causes });
  });

  test("a delivery since the earlier day", async () => {
    expect(await explained("--figure", "delivered", "--as-of", "2019-12-12", "--since", "2019-12-11")).toMatchObject({
      causes: [{ kind: "delivered", amount: "1", rows: cells(["送达登记", "C3", 3, "1"]) }],
    });
  });
});

// The first lists go out on 11-20; then a principal is corrected, a person leaves, another comes, and the bank has taken money of all of them.
async function changedList(): Promise<string> {
  const silent = { out: () => undefined, err: () => undefined, now: () => new Date(2019, 10 /* Nov */, 20, 9) };
  expect(await run(["split", path, "--out", join(folder, "split"), "--today", "2019-11-20"], silent)).toBe(0);
  const { grids } = await readBook(await readFile(join(folder, "split", centreFolder, "台账.xlsx")), "台账.xlsx");
  const versions = grids.find(({ name }) => name === "名单版本");
  const list = [
    debt(1, 1, first, [900, 200]),
    debt(1, 2, first, [300, 100], false),
    debt(3, 4, first, [600, 0]),
    debt(4, 5, second, [50, 0]),
  ];
  const tab = sheet(
    "名单版本",
    (versions?.rows ?? []).map((row) => row.map((cell) => cell as CellOut)),
  );
  const changed = join(folder, "改后.xlsx");
  await writeFile(changed, await writeBook({ sheets: [sheet("应还名单", [heading, ...list]), ...book.slice(1), tab] }));
  return changed;
}

describe("two days with the list itself changed between them", () => {
  const row = (name: string, cell: string, contractNo: string | undefined, amount: string) => ({
    sheet: name,
    cell,
    ...(contractNo === undefined ? {} : { contractNo }),
    amount,
  });
  const left = expect.stringMatching(/^[A-J]\d+$/) as unknown as string;
  test.each<[string, readonly string[], string, readonly object[]]>([
    [
      "what is due",
      ["--figure", "due"],
      "2150.00",
      [
        { kind: "withdrawn", amount: "-500.00", rows: [row("名单版本", left, number(3), "-500.00")] },
        { kind: "added", amount: "50.00", rows: [row("应还名单", "G5", number(5), "50.00")] },
        { kind: "corrected", amount: "100.00", rows: [row("应还名单", "G2", number(1), "100.00")] },
      ],
    ],
    [
      "persons of a school",
      ["--figure", "persons", "--school", second],
      "1",
      [
        { kind: "withdrawn", amount: "-1", rows: [row("名单版本", left, number(3), "-1")] },
        { kind: "added", amount: "1", rows: [row("应还名单", "B5", number(5), "1")] },
      ],
    ],
    [
      "repaid: who has left takes along what was paid by then, and what is owed more leaves room for more",
      ["--figure", "repaid", "--since", "2019-12-22"],
      "1350.00",
      [
        { kind: "withdrawn", amount: "-500.00", rows: [row("名单版本", left, number(3), "-500.00")] },
        { kind: "corrected", amount: "100.00", rows: [row("应还名单", "G2", number(1), "100.00")] },
      ],
    ],
  ])("%s", async (_, args, value, causes) => {
    const changed = await changedList();
    const days = ["--as-of", "2019-12-25", ...(args.includes("--since") ? [] : ["--since", "2019-11-30"])];
    expect(JSON.parse((await recoveryIn(changed, ...args, ...days, "--json")).out)).toMatchObject({ value, causes });
  });
});

describe("on the terminal", () => {
  test("the figure, its cells, and the difference", async () => {
    const { out } = await recovery("--figure", "repaid", "--school", second, "--as-of", "2019-12-25", "--since", "2019-12-12");
    expect(out).toBe(`孙镇中心校 已还金额，截至 2019-12-25：500.00 元
由 1 个单元格相加，一分不差：
  提前还款!D2  合同 ${number(3)}  500.00 元
与 2019-12-12 相比增加 500.00 元，由下列各项相加：
  提前还款 500.00 元，1 个单元格
    提前还款!D2  合同 ${number(3)}  500.00 元
`);
  });

  test("a figure without rows says so", async () => {
    const { out } = await recovery("--figure", "delivered", "--as-of", "2019-11-20", "--since", "2019-11-19");
    expect(out).toBe("全县 有效送达人数，截至 2019-11-20：0 人\n没有组成这个数的单元格\n与 2019-11-19 相比没有变化\n");
  });

  test("the book stays as it is", async () => {
    await recovery("--figure", "due", "--as-of", "2019-12-25");
    expect(new Uint8Array(await readFile(path))).toEqual(bytes);
  });
});

describe("refusals", () => {
  const known =
    "due 应还金额、principal 应还本金、interest 应还利息、repaid 已还金额、outstanding 未还金额、persons 应还人数、delivered 有效送达人数、paidPersons 还清人数";
  test.each<[string, readonly string[], number, string]>([
    ["a figure that nobody knows", ["--figure", "利润", "--as-of", "2019-12-25"], 2, `错误：没有“利润”这个数字，可以写：${known}。\n`],
    [
      "days the wrong way round",
      ["--figure", "due", "--as-of", "2019-12-11", "--since", "2019-12-12"],
      2,
      "错误：--since 的日期不能晚于 --as-of 的日期。\n",
    ],
    [
      "a school cut short",
      ["--figure", "due", "--school", "罕井", "--as-of", "2019-12-25"],
      1,
      "没有叫“罕井”的责任学校，名称相近的有：罕井镇中心校。请照“辖区划分”里的校名填写；没有学校的人填“待划分”。\n",
    ],
    [
      "a school like no other",
      ["--figure", "due", "--school", "实验小学", "--as-of", "2019-12-25"],
      1,
      "没有叫“实验小学”的责任学校。请照“辖区划分”里的校名填写；没有学校的人填“待划分”。\n",
    ],
  ])("%s", async (_, args, status, err) => {
    expect(await recovery(...args)).toEqual({ status, out: "", err });
  });
});
