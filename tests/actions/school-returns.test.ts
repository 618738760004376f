// 回收情况: one line per school, which says what the other tabs say and adds up to them.
import { expect, test } from "@jest/globals";
import { OpenSeason } from "../../src/actions/season";
import { slips } from "../../src/actions/slips";
import { split } from "../../src/actions/split";
import { type Day, day } from "../../src/domain/values/day";
import type { SheetRow } from "../../src/domain/record/field";
import { cellText, type CellValue } from "../../src/sheets/grid";
import { collectInto, countyGrids, fillList, incoming, MemoryBook, schoolFiles, tabRows } from "../support/collecting";
import { RecordingFiles } from "../support/recording";

const grids = countyGrids(60, 11);
const files = schoolFiles(grids);
const [first, second, third] = [...files.keys()].slice(0, 3) as [string, string, string];
const fileOf = (school: string) => files.get(school) ?? { name: "", grids: [] };

/** The line of a school, under these headings. */
function lineOf(book: MemoryBook, school: string, ...headings: readonly string[]): readonly (CellValue | undefined)[] {
  const row = tabRows(book, "school-returns").find((one) => one["责任学校"] === school);
  return headings.map((heading) => row?.[heading] ?? null);
}

const backHeadings = ["交回情况", "首次交回", "最近交回", "交回版本", "已填合同"] as const;
const texts = (cells: readonly (CellValue | undefined)[]) => cells.map((cell) => cellText(cell ?? null));

async function splitOn(book: MemoryBook, on: Day, version: number): Promise<void> {
  const season = OpenSeason.in(book.grids, book.name, { clock: on, today: on });
  await split.run(season, { workbook: book, files: new RecordingFiles() }, { version });
}

test("every school has a line: in time, late, overdue and not yet due are what 回收登记 and 未回收 say", async () => {
  const book = new MemoryBook(grids);
  await collectInto(book, [fillList(fileOf(first), { 0: { 还款状态: "已还" } })], day("2019-11-28"));
  expect([first, second].map((school) => texts(lineOf(book, school, ...backHeadings)))).toEqual([
    ["按时", "2019-11-28", "2019-11-28", "v1", "1"],
    ["未到期", "", "", "", "0"],
  ]);
  await collectInto(book, [fillList(fileOf(second), { 0: { 送达日期: "2019-11-30" }, 1: { 还款状态: "未还" } })], day("2019-12-02"));
  await collectInto(book, [fillList(fileOf(first), { 0: { 还款状态: "已还" }, 1: { 还款状态: "未还" } })], day("2019-12-03"));
  expect([first, second, third].map((school) => texts(lineOf(book, school, ...backHeadings)))).toEqual([
    ["按时", "2019-11-28", "2019-12-03", "v1", "2"],
    ["迟报", "2019-12-02", "2019-12-02", "v1", "2"],
    ["已逾期", "", "", "", "0"],
  ]);
  const chased = tabRows(book, "not-returned").filter((row) => row["序号"] !== "合计");
  const overdue = tabRows(book, "school-returns").filter((row) => row["交回情况"] === "已逾期");
  const shared = ["责任学校", "联络员", "联络员电话", "包联人", "合同数"] as const;
  expect(overdue.map((row) => shared.map((heading) => row[heading]))).toEqual(chased.map((row) => shared.map((heading) => row[heading])));
});

test("the newest list that went to a school is the one of 拆分清单", async () => {
  const book = new MemoryBook(grids);
  await collectInto(book, [], day("2019-11-19"));
  expect(texts(lineOf(book, first, "下发版本", "下发日期"))).toEqual(["", ""]);
  await splitOn(book, day("2019-11-20"), 1);
  await splitOn(book, day("2019-12-01"), 2);
  await collectInto(book, [], day("2019-12-02"));
  expect(texts(lineOf(book, first, "下发版本", "下发日期"))).toEqual(["v2", "2019-12-01"]);
});

test("filled and left are the figures of the school's own file, and contracts of all schools are in the total", async () => {
  const book = new MemoryBook(grids);
  await collectInto(book, [fillList(fileOf(first), { 0: { 还款状态: "未还" } })]);
  const rows = tabRows(book, "school-returns");
  const total = rows.at(-1);
  const sum = (heading: string) => rows.slice(0, -1).reduce((all, row) => all + Number(row[heading]), 0);
  for (const heading of ["应还人数", "合同数", "已填合同", "还差合同", "应收签收单", "已收签收单"])
    expect([heading, sum(heading)]).toEqual([heading, total?.[heading]]);
  expect(total?.["已填合同"]).toBe(1);
  const guides = new RecordingFiles();
  const season = OpenSeason.in(book.grids, book.name, { clock: day("2019-12-11"), today: day("2019-12-11") });
  await split.run(season, { workbook: book, files: guides }, { version: 2 });
  const guide = guides.added.find(({ name }) => name.includes(`_${first}_`))?.book.sheets.find(({ tab }) => tab === "school-guide");
  const figure = (label: string) => {
    const cell = guide?.rows.find(([topic]) => topic === label)?.[1];
    return cell !== null && typeof cell === "object" && "formula" in cell ? cell.value : undefined;
  };
  expect(lineOf(book, first, "已填合同", "还差合同")).toEqual([figure("已填行数"), figure("还差行数")]);
});

test("slips that are in count at their school, and its 联系表 once it is filled", async () => {
  const book = new MemoryBook(grids);
  await splitOn(book, day("2019-11-20"), 1);
  const on = day("2019-11-28");
  const season = OpenSeason.in(book.grids, book.name, { clock: on, today: on });
  const person = season.divided.find(({ school }) => school?.name === first)?.person;
  if (!person) throw new RangeError("nobody");
  const values: Pick<SheetRow["values"], "signedBy"> = { signedBy: person.name };
  await slips.run(
    season,
    { workbook: book, files: incoming([]) },
    { typed: [{ input: "录入", number: season.index.numberOf(person), values, unread: [] }] },
  );
  const filled = {
    ...fileOf(first),
    grids: fileOf(first).grids.map((grid) =>
      grid.name === "联系表"
        ? { ...grid, rows: grid.rows.map((row) => (row[0] === "校长" ? ["校长", "王建民", "13900000000"] : row)) }
        : grid,
    ),
  };
  await collectInto(book, [filled], on);
  expect([first, second].map((school) => lineOf(book, school, "已收签收单", "联系表"))).toEqual([
    [1, "已交"],
    [0, "未交"],
  ]);
});
