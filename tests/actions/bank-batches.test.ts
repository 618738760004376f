// The bank's files picked beside the schools': every row registered once with its batch, shown in 扣款批次, and counted like a sheet of the book.
import { describe, expect, test } from "@jest/globals";
import { collect } from "../../src/actions/collect";
import { rollup } from "../../src/actions/rollup";
import { OpenSeason } from "../../src/actions/season";
import { WorkbookError } from "../../src/actions/workbook";
import { day } from "../../src/domain/values/day";
import { batchLines } from "../../src/sheets/bank/batch-register";
import { cellText, type Grid } from "../../src/sheets/grid";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { plainGrid } from "../support/builders";
import { RecordingFiles, RecordingWorkbook } from "../support/recording";
import { idOf, nameOf } from "../support/season-rows";

const number = (n: number) => `6105262019000${n}`;
const people = [1, 2, 3, 4];
const list = plainGrid("应还名单", [
  ["姓名", "身份证号", "合同编号", "责任学校", "应还本金", "应还利息", "应还合计"],
  ...people.map((n) => [nameOf(n), idOf(n), number(n), "罕井镇中心校", 800, 200, 1000]),
]);

const heading = ["合同编号", "姓名", "还款日期", "还款金额", "扣款结果", "批次"];
type Line = readonly [contract: string, on: string, yuan: number | "", result: string, batch: string];
const bankFile = (lines: readonly Line[], exported = "导出时间：2019年12月21日 9:05") =>
  plainGrid("Sheet1", [
    [exported],
    heading,
    ...lines.map(([contract, on, yuan, result, batch]) => [contract, "某某", { day: day(on) }, yuan, result, batch]),
  ]);
const first = bankFile([
  [number(1), "2019-12-20", 1000, "成功", "批一"],
  [number(2), "2019-12-20", 400, "部分", "批一"],
  [number(3), "2019-12-20", 0, "余额不足", "批一"],
  ["610528201900001", "2019-12-20", 70, "成功", "批二"],
  [number(4), "2020-01-20", 1000, "成功", "批二"],
]);

/** Collects these files into a book, and gives the book as it is then. */
async function collected(grids: readonly Grid[], files: Readonly<Record<string, Grid>>, today = "2019-12-21") {
  const workbook = new RecordingWorkbook(grids);
  const incoming = Object.entries(files).map(([name, own]) => ({ name, read: () => Promise.resolve([own]) }));
  const season = await OpenSeason.open(workbook, { clock: day(today) });
  const outcome = await collect.run(season, { workbook, files: new RecordingFiles(incoming) });
  const ours = [...workbook.tabs.values()].map((spec) => ({ ...gridOfSpec(spec, spec.name), ownTab: spec.tab }));
  const written = new Set(ours.map(({ ownTab }) => ownTab));
  return { outcome, grids: [...grids.filter(({ ownTab }) => !ownTab || !written.has(ownTab)), ...ours] };
}

const rowsOf = (grids: readonly Grid[], tab: string) =>
  grids.find(({ ownTab }) => ownTab === tab)?.rows.map((row) => row.map(cellText)) ?? [];
/** Source, batch, rows, counted, money, not deducted, later, strangers with their money, repeated, remark. */
const lines = (grids: readonly Grid[]) =>
  rowsOf(grids, "bank-batches")
    .slice(3)
    .filter((row) => row[1] !== undefined && row[1] !== "")
    .map((row) => [1, 2, 5, 6, 7, 9, 10, 12, 13, 14, 17].map((column) => row[column] ?? ""));

async function repaid(grids: readonly Grid[], today: string) {
  const workbook = new RecordingWorkbook(grids);
  const { county } = await rollup.run(await OpenSeason.open(workbook, { clock: day(today) }), { workbook });
  return county.repaid / 100;
}

describe("a bank's file among the files that came back", () => {
  test("is no school's: its rows are registered, batch by batch, and money counts by the day it bears", async () => {
    const { outcome, grids } = await collected([list], { "回盘1221.xlsx": first });
    expect(outcome.files).toEqual([
      { file: "回盘1221.xlsx", school: null, rows: 5, filled: 5, news: 5, questions: 0, status: "merged", isBank: true },
    ]);
    expect(outcome.conflicts).toEqual([]);
    expect(lines(grids)).toEqual([
      ["回盘1221.xlsx", "批一", "3", "2", "1400", "1", "0", "0", "0", "0", "部分扣款1笔"],
      ["回盘1221.xlsx", "批二", "2", "0", "0", "0", "1", "1", "70", "0", ""],
      ["合计", "", "5", "2", "1400", "1", "1", "1", "70", "0", ""],
    ]);
    expect(batchLines(grids).map(({ exported, on }) => [exported, on])).toEqual([
      ["2019-12-21 09:05", "2019-12-21"],
      ["2019-12-21 09:05", "2019-12-21"],
    ]);
    expect(await repaid(grids, "2019-12-19")).toBe(0);
    expect(await repaid(grids, "2019-12-21")).toBe(1400);
    expect(await repaid(grids, "2020-01-21")).toBe(2400);
  });

  test("the same file again changes nothing, a longer export adds its new rows alone, and the day of registering stays", async () => {
    const once = await collected([list], { "回盘1221.xlsx": first });
    const again = await collected(once.grids, { "回盘1221.xlsx": first, "回盘1221 (1).xlsx": first }, "2019-12-22");
    expect(rowsOf(again.grids, "bank-rows")).toEqual(rowsOf(once.grids, "bank-rows"));
    expect(rowsOf(again.grids, "bank-batches").slice(3)).toEqual(rowsOf(once.grids, "bank-batches").slice(3));
    const longer = bankFile([
      ...[1, 2].map((n): Line => [number(n), "2019-12-20", n === 1 ? 1000 : 400, n === 1 ? "成功" : "部分", "批一"]),
      [number(3), "2019-12-22", 1000, "成功", "批三"],
    ]);
    const later = await collected(again.grids, { "回盘1222.xlsx": longer }, "2019-12-22");
    expect(rowsOf(later.grids, "bank-rows")).toHaveLength(rowsOf(once.grids, "bank-rows").length + 1);
    expect(batchLines(later.grids).map(({ source, batch, on }) => [source, batch, on])).toEqual([
      ["回盘1221.xlsx", "批一", "2019-12-21"],
      ["回盘1221.xlsx", "批二", "2019-12-21"],
      ["回盘1222.xlsx", "批三", "2019-12-22"],
    ]);
    expect(await repaid(later.grids, "2019-12-22")).toBe(2400);
  });

  test("blank results and amounts of a picked file are no money, as in a sheet; a file without results counts by amount", async () => {
    const blanks = bankFile([
      [number(1), "2019-12-20", 1000, "", "批一"],
      [number(2), "2019-12-20", "", "成功", "批一"],
    ]);
    const early = plainGrid("提前还款", [
      ["合同编号", "姓名", "还款日期", "还款金额"],
      [number(3), nameOf(3), { day: day("2019-12-01") }, 1000],
    ]);
    const { grids } = await collected([list], { "空.xlsx": blanks, "提前还款名单.xlsx": early });
    expect(await repaid(grids, "2019-12-21")).toBe(1000);
    const again = await collected(grids, { "空.xlsx": blanks, "提前还款名单.xlsx": early });
    expect(rowsOf(again.grids, "bank-rows")).toEqual(rowsOf(grids, "bank-rows"));
  });
});

describe("odd batches are said to be odd and nothing is spread by guess", () => {
  test.each<[string, readonly Line[], string, string, number]>([
    [
      "another county's",
      [1, 2, 3].map((n) => [`61052820190000${n}`, "2019-12-20", 500, "成功", "外县"]),
      "batch-elsewhere",
      "多数不在名单，像是别县或别年的批次",
      0,
    ],
    ["in 万元", people.map((n) => [number(n), "2019-12-20", 0.1, "成功", "万元"]), "batch-in-wan", "金额像是以万元为单位，没有换算", 0.4],
  ])("%s", async (_, rows, rule, remark, money) => {
    const { grids } = await collected([list], { "一批.xlsx": bankFile(rows) });
    expect(lines(grids)[0]?.at(-1)).toBe(remark);
    const season = OpenSeason.in(grids, "台账.xlsx", { clock: day("2019-12-21") });
    expect(season.findings.filter((finding) => finding.rule === rule)).toHaveLength(1);
    expect(await repaid(grids, "2019-12-21")).toBe(money);
  });

  test("a batch that is gone from the book, and one whose rows were changed, are said", async () => {
    const { grids } = await collected([list], { "回盘1221.xlsx": first });
    const changed = grids.map((one) =>
      one.ownTab === "bank-rows"
        ? {
            ...one,
            rows: one.rows.filter((row) => cellText(row[9]) !== "批二").map((row) => row.map((cell) => (cell === 400 ? 410 : cell))),
          }
        : one,
    );
    const workbook = new RecordingWorkbook(changed);
    await rollup.run(await OpenSeason.open(workbook, { clock: day("2019-12-21") }), { workbook });
    const spec = workbook.tabs.get("bank-batches");
    const remarks = lines([{ ...gridOfSpec(spec!, "扣款批次"), ownTab: "bank-batches" }]).map((line) => [line[1], line.at(-1)]);
    expect(remarks).toEqual([
      ["批一", expect.stringMatching(/^部分扣款1笔；内容与登记时不同（原校验码[0-9A-Z]{16}）$/)],
      ["批二", "登记过，现在工作簿里没有这一批"],
      ["", ""],
    ]);
  });

  test("a file that cannot be read costs the others nothing", async () => {
    const workbook = new RecordingWorkbook([list]);
    const season = await OpenSeason.open(workbook, { clock: day("2019-12-21") });
    const broken = { name: "坏.xlsx", read: () => Promise.reject(new WorkbookError("not-readable", "坏.xlsx")) };
    const sound = { name: "回盘.xlsx", read: () => Promise.resolve([first]) };
    const { files } = await collect.run(season, { workbook, files: new RecordingFiles([broken, sound]) });
    expect(files.map(({ file, status }) => [file, status])).toEqual([
      ["坏.xlsx", "rejected"],
      ["回盘.xlsx", "merged"],
    ]);
  });
});
