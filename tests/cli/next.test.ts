// `recovery next` and `recovery forms` over files: the old book is archived byte for byte, the new one is a book to work with.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { run } from "../../src/cli/program";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";

const bookName = "蒲城县应还.xlsx";
let folder = "";
const at = (...parts: string[]) => join(folder, ...parts);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "next-"));
  await writeFile(at(bookName), await writeBook(countyBook(sampleCounty({ persons: 80, seed: 5 }))));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function recovery(...args: string[]) {
  let [out, err] = ["", ""];
  const status = await run(args, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    now: () => new Date(2020, 0, 10, 9),
  });
  return { status, out, err };
}

describe("next", () => {
  test("the archive is the old book byte for byte, the new book has what goes on, and together they have every sheet", async () => {
    const { status, out, err } = await recovery("next", at(bookName), "--out", at("next"), "--json");
    expect([status, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual({
      year: 2020,
      file: "蒲城县2020年助学贷款本息回收.xlsx",
      archive: "蒲城县应还_归档.xlsx",
      kept: ["设置", "辖区划分(附件2)", "联系表(附件1)"],
      archived: ["应还名单", "提前还款名单", "扣款结果"],
      toFill: ["文号", "应还人数", "应还本金", "应还利息", "应还合计"],
      toCheck: [],
    });
    expect(await readFile(at("next", "蒲城县应还_归档.xlsx"))).toEqual(await readFile(at(bookName)));
    const { grids } = await readBook(await readFile(at("next", "蒲城县2020年助学贷款本息回收.xlsx")), "new.xlsx");
    expect(grids.map(({ name, ownTab }) => [name, ownTab ?? ""])).toEqual([
      ["设置", ""],
      ["辖区划分(附件2)", ""],
      ["联系表(附件1)", ""],
    ]);
  });

  test("twice, and into the book's own folder, changes nothing more", async () => {
    const before = await readFile(at(bookName));
    const first = await recovery("next", at(bookName), "--out", folder);
    const made = (await readdir(folder)).filter((name) => name.endsWith(".xlsx")).sort();
    const again = await recovery("next", at(bookName), "--out", folder);
    expect([first.status, again.status, again.out]).toEqual([0, 0, first.out]);
    expect((await readdir(folder)).filter((name) => name.endsWith(".xlsx")).sort()).toEqual(made);
    expect(made).toEqual(["蒲城县2020年助学贷款本息回收.xlsx", bookName, "蒲城县应还_归档.xlsx"].sort());
    expect(await readFile(at(bookName))).toEqual(before);
  });

  test("a new book without its list is refused with a sentence, and so is a book that is none", async () => {
    const { status, err } = await recovery("next", at("next", "蒲城县2020年助学贷款本息回收.xlsx"), "--out", at("later"));
    expect([status, err.trim().split("\n").length, await readdir(at("later")).catch(() => [])]).toEqual([1, 1, []]);
    expect(err).toContain("2020 年度还没有放进应还名单，不用结转");
    expect((await recovery("next", at("没有.xlsx"), "--out", at("later"))).status).toBe(1);
    expect((await recovery("next", at(bookName))).status).toBe(2);
  });
});

describe("forms", () => {
  test("of the new book, which has no list yet: the same schools, and who has not reported", async () => {
    await recovery("next", at(bookName), "--out", at("fresh"));
    const { status, out, err } = await recovery("forms", at("fresh", "蒲城县2020年助学贷款本息回收.xlsx"), "--out", at("blank"), "--json");
    const { files, schools } = JSON.parse(out) as { files: { file: string }[]; schools: number };
    expect([status, err, schools]).toEqual([0, "", 24]);
    expect((await readdir(at("blank"))).sort()).toEqual(files.map(({ file }) => file).sort());
    expect(files[0]?.file).toContain("2020");
  });

  test("says which files it made, for how many schools, and who has not reported", async () => {
    const { status, out } = await recovery("forms", at(bookName), "--out", at("forms"), "--json");
    const { files, schools, notReported } = JSON.parse(out) as { files: { file: string }[]; schools: number; notReported: unknown[] };
    expect([status, schools, notReported]).toEqual([0, 24, []]);
    expect((await readdir(at("forms"))).sort()).toEqual(files.map(({ file }) => file).sort());
  });
});
