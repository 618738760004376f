import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { run } from "../../src/cli/program";
import { answeredBook } from "../../src/sample/answers";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { fieldOfHeading } from "../../src/sheets/vocabulary/columns";
import { cellText, type Grid } from "../../src/sheets/grid";
import type { BookSpec, SheetSpec } from "../../src/sheets/writing/spec";
import { encryptPackage } from "../../src/xlsx/encryption/agile";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

let folder = "";
let book = "";
let original: Uint8Array;

const bookName = "蒲城县应还.xlsx";
const at = (...parts: string[]) => join(folder, ...parts);

async function recovery(...args: string[]): Promise<Ran> {
  let out = "";
  let err = "";
  const status = await run(args, { out: (text) => (out += text), err: (text) => (err += text), now: () => new Date(2019, 10, 20, 9) });
  return { status, out, err };
}

async function json(...args: string[]): Promise<{ [key: string]: never }> {
  const { status, out, err } = await recovery(...args, "--json");
  expect([status, err]).toEqual([0, ""]);
  return JSON.parse(out) as { [key: string]: never };
}

async function gridsOf(path: string): Promise<readonly Grid[]> {
  return (await readBook(await readFile(path), "x.xlsx")).grids;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "recovery-"));
  book = at(bookName);
  original = await writeBook(countyBook(sampleCounty({ persons: 240, seed: 11 })));
  await writeFile(book, original);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("every command says its part of the contract", () => {
  test("check: sheets, totals, control figures and findings; the input stays as it is", async () => {
    const result: Record<string, unknown> = await json("check", book);
    expect(Object.keys(result)).toEqual(["sheets", "totals", "control", "findings"]);
    expect(
      (result["sheets"] as { name: string; kind: string; headerRow: number; columns: object }[]).map(({ name, kind, headerRow }) => [
        name,
        kind,
        headerRow,
      ]),
    ).toEqual([
      ["设置", "settings", 0],
      ["应还名单", "borrowers", 3],
      ["辖区划分(附件2)", "jurisdictions", 1],
      ["联系表(附件1)", "contacts", 1],
      ["提前还款名单", "repayments", 1],
      ["扣款结果", "repayments", 1],
    ]);
    expect(result["sheets"]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ columns: expect.objectContaining({ name: "B", citizenId: "C", contractNo: "E", principal: "K" }) }),
      ]),
    );
    expect(result["control"]).toEqual(
      ["persons", "principal", "interest", "due"].map((figure) => expect.objectContaining({ figure, ok: true })),
    );
    expect(result["totals"]).toMatchObject({ persons: 240, due: expect.stringMatching(/^\d+\.\d{2}$/) });
    expect(new Uint8Array(await readFile(book))).toEqual(original);
  });

  test("split: parts are the whole, each school's file is there, the centre's papers stand apart", async () => {
    const result: {
      files: { file: string; persons: number; contracts: number; due: string }[];
      unassigned: { persons: number };
      totals: { persons: number; contracts: number };
    } = (await json("split", book, "--out", at("split"))) as never;
    expect((await readdir(at("split"))).sort()).toEqual([...result.files.map(({ file }) => file), "中心留存"].sort());
    expect(result).toMatchObject({ reconciled: true, unassigned: { persons: 0, contracts: 0, due: "0.00" } });
    const sum = (figure: "persons" | "contracts") => result.files.reduce((total, file) => total + file[figure], 0);
    expect([sum("persons"), sum("contracts")]).toEqual([result.totals.persons, result.totals.contracts]);
    expect(result.files[0]?.file).toMatch(/^蒲城县2019催收名单_.+_v1_20191120\.xlsx$/);
  });

  test("split --leave-out-settled: lists, left out by reason and 待划分 are the whole, and no list holds who is settled", async () => {
    const options = ["--list-version", "2", "--leave-out-settled", "--today", "2019-12-11"];
    type Part = { persons: number; contracts: number; due: string };
    const result: { files: (Part & { file: string })[]; leftOut: (Part & { reason: string })[]; unassigned: Part; totals: Part } =
      (await json("split", book, "--out", at("leaving"), ...options)) as never;
    const parts = [...result.files, ...result.leftOut, result.unassigned];
    const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
    const fenOf = ({ due }: Part) => Math.round(Number(due) * 100);
    expect([sum(({ persons }) => persons), sum(({ contracts }) => contracts), sum(fenOf)]).toEqual([
      result.totals.persons,
      result.totals.contracts,
      fenOf(result.totals),
    ]);
    expect(result.leftOut.map(({ reason }) => reason)).toContain("paid");
    for (const { file, contracts } of result.files) {
      const list = (await gridsOf(at("leaving", file))).find(({ name }) => name === "催收名单");
      const hint = list?.rows[1]?.indexOf("联系提示") ?? -1;
      const total = list?.rows.findIndex((row) => cellText(row[0]) === "合计") ?? -1;
      const body = list?.rows.slice(2, total) ?? [];
      expect([body.length, body.filter((row) => cellText(row[hint]) !== "")]).toEqual([contracts, []]);
    }
    const { out } = await recovery("split", book, "--out", at("leaving"), ...options);
    expect(out).toMatch(/^ {2}未列入（已还清）：\d+ 人 \d+ 笔 [\d,.]+ 元$/mu);
    const first = await recovery("split", book, "--out", at("leaving1"), "--leave-out-settled");
    expect([first.status, first.err]).toEqual([
      2,
      "错误：--leave-out-settled 只用于第 2 版及以后的名单，请同时写 --list-version 2（或更大）。\n",
    ]);
  });

  test("split --tabs: the centre's copy has a tab for each school as well", async () => {
    const { files }: { files: { school: string }[] } = (await json("split", book, "--out", at("tabs"), "--tabs")) as never;
    const names = (await gridsOf(at("tabs", "中心留存", bookName))).map(({ name }) => name);
    for (const { school } of files) expect(names.some((name) => name.includes(school))).toBe(true);
  });

  test("split --encrypt: every file needs its own password, which opens it", async () => {
    const { files }: { files: { file: string; password: string }[] } = (await json(
      "split",
      book,
      "--out",
      at("locked"),
      "--encrypt",
      "--sheet",
      "应还名单",
    )) as never;
    expect(new Set(files.map(({ password }) => password)).size).toBe(files.length);
    const [first] = files;
    const bytes = await readFile(at("locked", first!.file));
    await expect(readBook(bytes, "x.xlsx")).rejects.toMatchObject({ code: "encrypted" });
    expect((await readBook(bytes, "x.xlsx", { password: first!.password })).grids.map(({ name }) => name)).toContain("催收名单");
  }, 120_000);

  test("notices: as many as there are people to write to, the others withheld with the reason", async () => {
    const result: { files: { notices: number; file: string }[]; withheld: { reason: string }[]; notices: number } = (await json(
      "notices",
      book,
      "--out",
      at("notices"),
    )) as never;
    expect(result.files.reduce((total, { notices }) => total + notices, 0)).toBe(result.notices);
    expect(result.notices + result.withheld.length).toBe(240);
    expect(new Set(result.withheld.map(({ reason }) => reason))).toEqual(new Set(["paid"]));
  });

  test("rollup: the tabs stand in a copy of the book, the leadership tab without a borrower", async () => {
    const result: Record<string, unknown> = await json("rollup", book, "--out", at("rolled"), "--as-of", "2019-12-22");
    expect(result).toMatchObject({
      asOf: "2019-12-22",
      tabs: ["还款汇总", "扣款批次", "还款对账", "异常汇总", "异常明细", "领导总览", "学校汇总"],
      county: { persons: 240, deliveryRate: "0.00%" },
    });
    const grids = await gridsOf(at("rolled", bookName));
    expect(grids.map(({ name }) => name).slice(0, 6)).toEqual((await gridsOf(book)).map(({ name }) => name));
    const leadership = JSON.stringify(grids.find(({ name }) => name === "领导总览")?.rows);
    const people = grids
      .find(({ name }) => name === "应还名单")!
      .rows.slice(3)
      .flatMap((row) => [row[2], row[4], row[15]].map(cellText));
    expect(people.filter((text) => text !== "" && leadership.includes(text))).toEqual([]);
  });

  test("season: lists, letters and the book with all tabs, and a summary a clerk understands", async () => {
    const { status, out, err } = await recovery("season", book, "--out", at("season"));
    expect([status, err]).toEqual([0, ""]);
    for (const words of ["√ 相符", "一分不差", "通知书", "回收率"]) expect(out).toContain(words);
    expect((await readdir(at("season"))).sort()).toEqual(["中心留存", "催收名单", "催收通知书", bookName].sort());
    expect((await gridsOf(at("season", bookName))).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["校验结果", "拆分清单", "领导总览", "变更日志"]),
    );
  });

  test("sample: the same seed makes the same bytes; --messy says what was planted", async () => {
    for (const name of ["one", "two"])
      expect((await recovery("sample", "--out", at(name), "--persons", "60", "--seed", "5")).status).toBe(0);
    const [file = ""] = await readdir(at("one"));
    expect(await readFile(at("one", file))).toEqual(await readFile(at("two", file)));
    expect((await recovery("sample", "--out", at("messy"), "--persons", "1500", "--messy")).status).toBe(0);
    const planted = JSON.parse(await readFile(at("messy", "埋设问题清单.json"), "utf8")) as { code: string }[];
    expect(new Set(planted.map(({ code }) => code)).size).toBeGreaterThanOrEqual(35);
  });
});

/** The lists of a split, as they lie in its folder. */
async function lists(name: string): Promise<readonly string[]> {
  return (await readdir(at(name))).filter((file) => file.includes("催收名单_")).sort();
}

/** A returned list as a spec, so that it can be filled in and written again. */
async function asSpec(path: string): Promise<BookSpec> {
  const sheets = (await gridsOf(path)).map(({ name, rows, ownTab = "" }): SheetSpec => ({
    tab: ownTab,
    name,
    columns: Array.from({ length: 30 }, () => ({ width: 12, style: "plain" as const })),
    rows: rows.map((row) =>
      row.map((cell) => (typeof cell === "boolean" || (cell !== null && typeof cell === "object" && "fault" in cell) ? null : cell)),
    ),
  }));
  return { sheets };
}

describe("what schools send back", () => {
  test("filled lists are merged, in any order of rows, and merging them again changes nothing", async () => {
    await json("split", book, "--out", at("out"));
    await mkdir(at("returned"));
    const files = (await lists("out")).slice(0, 4);
    for (const [index, file] of files.entries()) {
      const filled = answeredBook(await asSpec(at("out", file)), { seed: index, diligence: 1000, from: "2019-11-26" });
      const shuffled = filled.sheets.map((sheet) =>
        sheet.tab === "school-list" ? { ...sheet, rows: [...sheet.rows.slice(0, 2), ...sheet.rows.slice(2, -1).reverse()] } : sheet,
      );
      await writeFile(at("returned", file), await writeBook({ sheets: shuffled }));
    }
    const first: { updated: number; conflicts: unknown[]; notReturned: string[]; files: { status: string }[] } = (await json(
      "collect",
      book,
      at("returned"),
      "--out",
      at("merged"),
      "--today",
      "2019-12-05",
    )) as never;
    expect(first.files.map(({ status }) => status)).toEqual(files.map(() => "merged"));
    expect(first.conflicts).toEqual([]);
    expect(first.updated).toBeGreaterThan(20);
    const again = await json("collect", at("merged", bookName), at("returned"), "--out", at("merged2"), "--today", "2019-12-05");
    expect(again).toMatchObject({ updated: 0, conflicts: [], notReturned: first.notReturned });
    const register = (grids: readonly Grid[]) => grids.find(({ name }) => name === "送达登记")?.rows;
    expect(register(await gridsOf(at("merged2", bookName)))).toEqual(register(await gridsOf(at("merged", bookName))));
    const rolled = await json("rollup", at("merged", bookName), "--out", at("rolled2"), "--as-of", "2019-12-05");
    expect(Number((rolled as unknown as { county: { delivered: number } }).county.delivered)).toBeGreaterThan(10);
  });

  test("an earlier result may be the book and stand in the folder: it stays as it is, copies have names of their own", async () => {
    const before = await readFile(at("merged", bookName));
    await json("collect", at("merged", bookName), at("returned"), "--out", at("merged"), "--today", "2019-12-06");
    const second = await readFile(at("merged", "蒲城县应还_回收.xlsx"));
    await json("rollup", at("merged", "蒲城县应还_回收.xlsx"), "--out", at("merged"), "--as-of", "2019-12-07");
    expect((await readdir(at("merged"))).sort()).toEqual([bookName, "蒲城县应还_回收.xlsx", "蒲城县应还_回收2.xlsx"].sort());
    expect(await readFile(at("merged", bookName))).toEqual(before);
    expect(await readFile(at("merged", "蒲城县应还_回收.xlsx"))).toEqual(second);
  });

  test("one broken file never stops the others", async () => {
    await writeFile(at("returned", "坏.xlsx"), "PK\u0003\u0004 broken");
    const result: { files: { file: string; status: string; reason?: string }[] } = (await json(
      "collect",
      book,
      at("returned"),
      "--out",
      at("merged3"),
      "--today",
      "2019-12-05",
    )) as never;
    expect(result.files.filter(({ status }) => status === "rejected").map(({ file, reason }) => [file, typeof reason])).toEqual([
      ["坏.xlsx", "string"],
    ]);
  });

  test("the headings of a list are the contract's, to the letter", async () => {
    const [file = ""] = await lists("out");
    const headings = (await gridsOf(at("out", file))).find(({ name }) => name === "催收名单")?.rows[1]?.map(cellText) ?? [];
    expect(headings[0]).toBe("编号");
    expect(headings.slice(-11)).toEqual([
      "送达日期",
      "送达方式",
      "签收人",
      "与借款人关系",
      "送达人",
      "还款状态",
      "还款日期",
      "实还合计",
      "特殊情况类别",
      "情况说明",
      "备注",
    ]);
    expect(headings.map(fieldOfHeading)).not.toContain(undefined);
  });
});

describe("when the world says no: one sentence, status 1, nothing half-written", () => {
  const nothing: BookSpec = { sheets: [{ tab: "", name: "表", columns: [], rows: [["甲", "乙"]] }] };
  const twice = () => {
    const { sheets } = countyBook(sampleCounty({ persons: 30, seed: 3 }));
    return { sheets: sheets.flatMap((sheet) => (sheet.name === "应还名单" ? [sheet, { ...sheet, name: "应还名单 (2)" }] : [sheet])) };
  };
  const cases: readonly [string, () => Promise<Uint8Array> | Uint8Array, string][] = [
    ["an empty file", () => new Uint8Array(), "是空的"],
    ["a truncated workbook", () => original.slice(0, 4000), "已损坏或不完整"],
    ["bytes of something else", () => new TextEncoder().encode("%PDF-1.4 nothing"), "不是能识别的表格"],
    ["a workbook without borrowers", () => writeBook(nothing), "没有找到应还名单"],
    ["two lists of the same contracts", () => writeBook(twice()), "列的是同一批合同"],
    ["a locked workbook", () => encryptPackage(original, "蒲城2019"), "密码"],
  ];
  test.each(cases)("%s", async (_, make, words) => {
    const path = at("bad.xlsx");
    await writeFile(path, await make());
    const out = at("never");
    const { status, out: said, err } = await recovery("split", path, "--out", out, "--json");
    expect([status, said]).toEqual([1, ""]);
    expect(err).toContain(words);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(await readdir(out)).toEqual([]);
  });

  test("a password opens the locked workbook, a wrong one does not", async () => {
    await writeFile(at("locked.xlsx"), encryptPackage(original, "蒲城2019"));
    expect(await json("check", at("locked.xlsx"), "--password", "蒲城2019")).toMatchObject({ totals: { persons: 240 } });
    expect((await recovery("check", at("locked.xlsx"), "--password", "2019")).status).toBe(1);
  });

  test("no such file, and a folder that cannot be one", async () => {
    expect((await recovery("check", at("none.xlsx"))).status).toBe(1);
    expect((await recovery("split", book, "--out", book)).status).toBe(1);
  });

  test.each([
    [["foo"], "错误：没有“foo”这个命令。写 recovery --help 可以看到全部命令。"],
    [["chek"], "错误：没有“chek”这个命令。写 recovery --help 可以看到全部命令。\n（是不是 check？）"],
    [["check"], "错误：请写出工作簿。"],
    [["split", "x.xlsx"], "错误：请写上 --out <目录>。"],
    [["split", "x.xlsx", "--out"], "错误：请在选项后写上它的内容：--out <目录>。"],
    [["split", "x.xlsx", "y.xlsx", "--out", "z"], "错误：split 后面多写了内容。路径里有空格的，请用引号括起来。"],
    [["check", "x.xlsx", "--today", "2019-13-01"], "错误：--today <日期> 不能是“2019-13-01”。日期请写成 YYYY-MM-DD，例如 2019-12-11。"],
    [["check", "x.xlsx", "--bogus"], "错误：没有“--bogus”这个选项。在命令后写 --help 可以看到它的全部选项。"],
  ])("%j is wrong usage: status 2, and said in Chinese", async (args, said) => {
    expect(await recovery(...args)).toEqual({ status: 2, out: "", err: `${said}\n` });
  });

  test("help is in Chinese; without a command it is shown as wrong usage", async () => {
    const { status, out } = await recovery("split", "--help");
    expect(status).toBe(0);
    expect(out).toContain("用法 recovery split [选项] <工作簿>\n");
    expect(out).toContain("名单版本号，默认 1\n");
    expect(out).not.toMatch(/Usage|Options|Arguments|default/);
    const { status: none, err } = await recovery();
    expect([none, err.split("\n")[0]]).toEqual([2, "用法 recovery [选项] [命令]"]);
  });
});
