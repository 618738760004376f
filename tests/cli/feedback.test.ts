// `recovery feedback`: its contract to the letter, over files, day after day.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { run } from "../../src/cli/program";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { FileWorkbook } from "../../src/xlsx/file-workbook";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";

const bookName = "蒲城县应还.xlsx";
const county = sampleCounty({ persons: 120, seed: 11 });
let folder = "";
const at = (...parts: string[]) => join(folder, ...parts);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "feedback-"));
  await writeFile(at(bookName), await writeBook(countyBook(county)));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function recovery(...args: string[]) {
  let [out, err] = ["", ""];
  const status = await run(["feedback", ...args], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    now: () => new Date(2019, 10, 20, 9),
  });
  return { status, out, err };
}

interface Said {
  readonly asOf: string;
  readonly since: string | null;
  readonly skipped: readonly string[];
  readonly files: readonly { school: string; file: string; newlyPaid: number; unpaid: number; withdrawn: number; changed: number }[];
}

async function said(...args: string[]): Promise<Said> {
  const { status, out, err } = await recovery(...args, "--json");
  expect([status, err]).toEqual([0, ""]);
  return JSON.parse(out) as Said;
}

const sums = ({ files }: Said) =>
  (["newlyPaid", "unpaid", "withdrawn", "changed"] as const).map((figure) => files.reduce((sum, file) => sum + file[figure], 0));

/** Persons of the county whom the bank's rows up to a day have settled, or paid in part, counted from the sample itself. */
function taken(upTo: string): { readonly settled: number; readonly partly: number } {
  const rows = county.batches.flatMap(({ deductions }) => deductions).filter(({ on }) => on <= upTo);
  const repaid = (contractNo: string) =>
    rows
      .filter((row) => row.contractNo === contractNo && ["成功", "部分"].includes(row.result))
      .reduce((sum, { amount }) => sum + amount, 0);
  const persons = county.persons.map(({ contracts }) => ({
    isSettled: contracts.every(({ contractNo, due }) => repaid(contractNo) >= due),
    isTouched: contracts.some(({ contractNo }) => repaid(contractNo) > 0),
  }));
  return {
    settled: persons.filter(({ isSettled }) => isSettled).length,
    partly: persons.filter(({ isSettled, isTouched }) => isTouched && !isSettled).length,
  };
}

describe("feedback --json", () => {
  test("a first one, the next after two days, the same again, and an earlier day made good", async () => {
    const first = await said(at(bookName), "--out", at("8"), "--as-of", "2019-12-08");
    expect(Object.keys(first)).toEqual(["asOf", "since", "skipped", "files"]);
    expect(Object.keys(first.files[0]!)).toEqual(["school", "file", "newlyPaid", "unpaid", "withdrawn", "changed"]);
    expect([first.asOf, first.since, first.skipped]).toEqual(["2019-12-08", null, []]);
    const [before, after] = [taken("2019-12-08"), taken("2019-12-11")];
    expect(sums(first)).toEqual([before.settled, 120 - before.settled, 0, 0]);
    expect((await readdir(at("8"))).sort()).toEqual([bookName, ...first.files.map(({ file }) => file)].sort());
    expect(first.files[0]?.file).toBe(`蒲城县2019每日反馈_${first.files[0]?.school ?? ""}_20191208.xlsx`);

    const args = [at("8", bookName), "--as-of", "2019-12-11"];
    const next = await said(...args, "--out", at("11"));
    expect([next.asOf, next.since, next.skipped]).toEqual(["2019-12-11", "2019-12-08", ["2019-12-09", "2019-12-10"]]);
    expect(sums(next)).toEqual([after.settled - before.settled, 120 - after.settled, 0, after.partly]);

    const again = await said(at("11", bookName), "--as-of", "2019-12-11", "--out", at("11b"));
    expect(again).toEqual(next);
    for (const { file } of next.files) expect(await readFile(at("11b", file))).toEqual(await readFile(at("11", file)));
    const snapshots = async (name: string) =>
      (await readBook(await readFile(at(name, bookName)), "x.xlsx")).grids.find((grid) => grid.name === "反馈快照");
    expect(await snapshots("11b")).toEqual(await snapshots("11"));
    expect((await snapshots("11"))?.visibility).toBe("hidden");

    const good = await said(at("11", bookName), "--as-of", "2019-12-10", "--out", at("10"));
    expect([good.since, good.skipped]).toEqual(["2019-12-08", ["2019-12-09"]]);
    const later = await said(at("10", bookName), "--as-of", "2019-12-12", "--out", at("12"));
    expect([later.since, sums(later)]).toEqual(["2019-12-11", [0, 120 - after.settled, 0, 0]]);
    const apart = await said(at("10", bookName), "--as-of", "2019-12-12", "--since", "2019-12-08", "--out", at("12s"));
    expect([apart.since, apart.skipped, sums(apart)]).toEqual(["2019-12-08", ["2019-12-09"], sums(next)]);
  });

  test("in words for a clerk", async () => {
    const { out } = await recovery(at("8", bookName), "--as-of", "2019-12-11", "--out", at("words"));
    expect(out).toMatch(
      /^每日反馈截至 2019-12-11，与 2019-12-08 相比\n其间没有做反馈：2019-12-09、2019-12-10\n( {2}\S+：新还清 \d+ 人，未还 \d+ 人，撤销 \d+ 人，变更 \d+ 人\n)+合计 \d+ 所学校：新还清 \d+ 人/u,
    );
  });

  test("--out in the book's own folder never takes the book's place", async () => {
    const before = await readFile(at("8", bookName));
    await said(at("8", bookName), "--as-of", "2019-12-11", "--out", at("8"));
    expect(await readFile(at("8", bookName))).toEqual(before);
    expect(await readdir(at("8"))).toContain("蒲城县应还_回收.xlsx");
  });
});

describe("what cannot be done", () => {
  test("a snapshot changed by hand, and a day without one: a sentence, status 1, nothing written", async () => {
    const bytes = await readFile(at("8", bookName));
    const { grids } = await readBook(bytes, "x.xlsx");
    const tab = grids.find(({ name }) => name === "反馈快照")!;
    const workbook = FileWorkbook.fromReading("x.xlsx", await readBook(bytes, "x.xlsx"));
    const rows = tab.rows.map((row, index) =>
      row.map((cell, column) =>
        index === 4 && column === 4 ? 7 : cell !== null && typeof cell === "object" && "fault" in cell ? null : cell,
      ),
    );
    const columns = Array.from({ length: 5 }, () => ({ width: 12, style: "plain" as const }));
    await workbook.write([{ tab: "feedback-snapshots", name: "反馈快照", columns, rows: rows as never }]);
    await writeFile(at("changed.xlsx"), await workbook.bytes());
    const changed = await recovery(at("changed.xlsx"), "--as-of", "2019-12-11", "--out", at("no"), "--json");
    expect([changed.status, changed.out]).toEqual([1, ""]);
    expect(changed.err).toMatch(/^以前各次反馈的底账被改动过（反馈快照!D\d+），不能用来比对，本次没有做反馈。[^\n]+\n$/u);
    const never = await recovery(at("8", bookName), "--as-of", "2019-12-11", "--since", "2019-12-09", "--out", at("no"));
    expect([never.status, never.err]).toEqual([
      1,
      "2019-12-09 没有做过反馈，不能与它比对。请换一个做过反馈的日期，或不写 --since，与上一次反馈比对。\n",
    ]);
    expect(await readdir(at("no"))).toEqual([]);
  });

  test.each([
    ["no day", []],
    ["a day that is none", ["--as-of", "2019-12-32"]],
    ["compared with itself", ["--as-of", "2019-12-11", "--since", "2019-12-11"]],
  ])("wrong usage, status 2: %s", async (_, args) => {
    expect((await recovery(at(bookName), "--out", at("no"), ...args)).status).toBe(2);
  });
});
