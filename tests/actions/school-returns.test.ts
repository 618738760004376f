// 回收情况: one line per school, which says what the other tabs say and adds up to them.
import { describe, expect, test } from "@jest/globals";
import { OpenSeason } from "../../src/actions/season";
import { slips } from "../../src/actions/slips";
import { split } from "../../src/actions/split";
import { type Day, day } from "../../src/domain/values/day";
import { schoolKey } from "../../src/domain/identity/keys";
import type { SheetRow } from "../../src/domain/record/field";
import { reminder } from "../../src/sheets/returns/reminder";
import { cellText, type CellValue } from "../../src/sheets/grid";
import { collectInto, countyGrids, fillList, incoming, MemoryBook, schoolFiles, seasonOf, tabRows } from "../support/collecting";
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
  const season = seasonOf(book, on);
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
  const season = seasonOf(book);
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
  const season = seasonOf(book, on);
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

test("slips alone are no list: their school is still missing, and 回收情况 says what is in as soon as they are", async () => {
  const book = new MemoryBook(grids);
  await splitOn(book, day("2019-11-20"), 1);
  await collectInto(book, [], day("2019-11-27"));
  const on = day("2019-11-28");
  const season = seasonOf(book, on);
  const person = season.divided.find(({ school }) => school?.name === first)?.person;
  if (!person) throw new RangeError("nobody");
  const before = lineOf(book, first, "已收签收单", "已填合同", "还差合同").map(Number);
  await slips.run(
    season,
    { workbook: book, files: incoming([]) },
    {
      typed: [
        {
          input: "录入",
          number: season.index.numberOf(person),
          values: { signedBy: person.name, deliveredOn: day("2019-11-26") },
          unread: [],
        },
      ],
    },
  );
  expect([before[0], ...lineOf(book, first, "已收签收单", "交回情况")]).toEqual([0, 1, "未到期"]);
  const after = tabRows(book, "school-returns");
  await collectInto(book, [], on);
  expect(tabRows(book, "school-returns")).toEqual(after);
  expect(tabRows(book, "not-returned").map((row) => row["责任学校"])).toContain(first);
});

describe("the reminder of a school", () => {
  const school = schoolKey("永丰镇中心校");
  const all = { school, liaison: "李明", persons: 12, contracts: 30, hasReturned: true, left: 0, slipsMissing: 0, hasContacts: true };
  const early = { deadline: day("2019-11-29"), today: day("2019-11-26") };
  const late = { deadline: day("2019-11-29"), today: day("2019-12-02") };
  test.each([
    ["nothing is missing: nothing is said", all, early, ""],
    [
      "no list yet, in time",
      { ...all, hasReturned: false },
      early,
      "永丰镇中心校的老师您好！截至11月26日（星期二），贵校的助学贷款催收名单（12人、30笔合同）尚未收到，请于11月29日（星期五）前（含当日）填好，发给包联同志李明。填了一部分也可以先交。如已发送，请与包联同志李明核对，谢谢！",
    ],
    [
      "something is missing, in time",
      { ...all, left: 3, slipsMissing: 5, hasContacts: false },
      early,
      "永丰镇中心校的老师您好！截至11月26日（星期二），贵校的助学贷款催收名单已收到，还有以下内容请补：3笔合同未填，签收单还差5份，联系表未交。请于11月29日（星期五）前（含当日）补齐，发给包联同志李明。如已发送，请与包联同志李明核对，谢谢！",
    ],
    [
      "only slips are missing, late, and nobody answers for the school at the centre",
      { ...all, slipsMissing: 1, liaison: "" },
      late,
      "永丰镇中心校的老师您好！截至12月2日（星期一），贵校的助学贷款催收名单已收到，还有以下内容请补：签收单还差1份。原定11月29日（星期五）前交齐，现已过期，请抓紧补齐，发给县学生资助管理中心。如已发送，请与县学生资助管理中心核对，谢谢！",
    ],
  ])("%s", (_, owes, clock, expected) => {
    expect(reminder(owes, clock)).toBe(expected);
  });

  test("stands beside its line, says the figures of that line, and nobody's name but the liaison's", async () => {
    const book = new MemoryBook(grids);
    await splitOn(book, day("2019-11-20"), 1);
    await collectInto(book, [fillList(fileOf(first), { 0: { 还款状态: "未还" } })], day("2019-11-28"));
    const [left, expected, received] = lineOf(book, first, "还差合同", "应收签收单", "已收签收单").map(Number);
    const [text] = lineOf(book, first, "提醒用语");
    expect(text).toContain(`还有以下内容请补：${left}笔合同未填，签收单还差${expected! - received!}份，联系表未交。`);
    const names = new Set(OpenSeason.in(book.grids, book.name, { clock: early.today }).book.roster.persons.map(({ name }) => name));
    const said = tabRows(book, "school-returns").map((row) => [String(row["提醒用语"]), String(row["包联人"])] as const);
    expect(said.flatMap(([own, liaison]) => [...names].filter((name) => name !== liaison && own.includes(name)))).toEqual([]);
    // Where nothing has come back it is the text of 未回收.
    const chased = tabRows(book, "not-returned").find((row) => row["责任学校"] === second);
    expect(lineOf(book, second, "提醒用语")).toEqual([chased?.["提醒用语"]]);
  });
});
