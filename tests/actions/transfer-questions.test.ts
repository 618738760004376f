// People whom a school reports as gone: a question each, where they belong now; decided, they go to the other school's list and both schools are told.
import { describe, expect, test } from "@jest/globals";
import { split } from "../../src/actions/split";
import { collectText } from "../../src/cli/collect";
import { day } from "../../src/domain/values/day";
import { cellText } from "../../src/sheets/grid";
import { reportsTransfer } from "../../src/sheets/lists/transfers";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { questionGroups } from "../../src/taskpane/engine/question-list";
import {
  collectInto,
  countyGrids,
  decideIn,
  fillList,
  MemoryBook,
  registerValues,
  schoolFiles,
  seasonOf,
  tabRows,
  typeInto,
  undoIn,
} from "../support/collecting";
import { RecordingFiles } from "../support/recording";

const grids = countyGrids(60, 3);
const files = schoolFiles(grids);
const [own, other] = ["永丰镇中心校", "洛滨镇中心校"] as const;
const list = (cells: Readonly<Record<string, string>>) => fillList(files.get(own)!, { 0: cells });
const asked = (book: MemoryBook) =>
  tabRows(book, "conflicts").map(({ 类型, 责任学校, 项目, 名单或已登记内容, 交回内容 }) => [
    类型,
    责任学校,
    项目,
    名单或已登记内容,
    交回内容,
  ]);

test.each([
  ["已转到洛滨镇中心校", true],
  ["转出", true],
  ["孩子转学了", true],
  ["全家搬到孙镇", true],
  ["户口迁往富平县", true],
  ["没有转出，仍在本村", false],
  ["未迁走", false],
  ["钱已转到支付宝账户", false],
  ["款已转出", false],
  ["由孙镇转入", false],
  ["见到本人", false],
])("“%s” reports somebody as gone: %s", (text, expected) => {
  expect(reportsTransfer(text)).toBe(expected);
});

describe("a remark that somebody has gone", () => {
  const gone = list({ 备注: `已转到${other}`, 还款状态: "未还" });

  test("is registered and is a question, with the school that it names offered first; the merge itself has no conflict", async () => {
    const book = new MemoryBook(grids);
    const outcome = await collectInto(book, [gone]);
    const { conflicts, open, files: told } = outcome;
    expect(collectText(outcome)).toContain("，冲突与无法匹配待决定 1 条\n");
    expect({ conflicts, open, questions: told.map(({ questions }) => questions) }).toEqual({ conflicts: [], open: 1, questions: [1] });
    expect(registerValues(book.grids).deliveries).toMatchObject([{ note: `已转到${other}` }]);
    expect(asked(book)).toEqual([["报告转出", own, "备注", own, `已转到${other}`]]);
    const [group] = questionGroups(book.grids);
    expect([group?.does, group?.questions[0]?.meanings, group?.questions[0]?.answers[0], group?.forAll]).toEqual([
      ...["transfer", "school"],
      { is: "meaning", text: other },
      [],
    ]);
    expect(group?.questions[0]?.answers.map(({ text }) => text)).not.toContain(own);
  });

  test("decided, the person stands on the other list from the next split on, once, with the reason; both schools are told", async () => {
    const book = new MemoryBook(grids);
    const splitOn = async (on: string, version: number) => {
      const made = new RecordingFiles();
      const season = seasonOf(book, day(on));
      await split.run(season, { workbook: book, files: made }, { version });
      return made.added;
    };
    await splitOn("2019-11-20", 1);
    // Before the bank deducts anything: whoever has paid would be withdrawn, not moved.
    const early = day("2019-11-26");
    await collectInto(book, [gone], early);
    typeInto(book, "conflicts", () => true, { 决定: other });
    expect(await decideIn(book, early)).toMatchObject({ decided: 1, open: 0, updated: 0 });
    expect(tabRows(book, "return-decisions")).toMatchObject([{ 决定: other, 类型: "报告转出" }]);
    const [{ 姓名: name } = {}] = tabRows(book, "deliveries");
    const moved = seasonOf(book, early).divided.filter(({ person }) => person.name === name);
    expect(moved.map(({ school }) => school?.name)).toEqual([other]);
    expect(book.grids.slice(0, grids.length)).toEqual(grids);
    const made = await splitOn("2019-11-27", 2);
    expect(tabRows(book, "transfers")).toMatchObject([
      { 姓名: name, 转出学校: own, 转入学校: other, 划分依据: "“待划分”中的决定", 原因: `学校报告：已转到${other}` },
    ]);
    const told = made.flatMap(({ name: file, book: { sheets } }) =>
      sheets.flatMap((sheet) =>
        sheet.tab === "list-changes"
          ? [[/名单_(.+)_v2/.exec(file)?.[1], gridOfSpec(sheet, "x").rows.flat().map(cellText).join(" ")] as const]
          : [],
      ),
    );
    expect(told.map(([school]) => school).sort()).toEqual([own, other].sort());
    for (const [, text] of told) expect(text).toContain(String(tabRows(book, "transfers")[0]?.["通知书编号"]));
    // The old list once more asks nothing.
    expect((await collectInto(book, [gone], early)).open).toBe(0);
  });

  test("refused, it is asked no more, whatever file says it", async () => {
    const book = new MemoryBook(grids);
    await collectInto(book, [gone]);
    typeInto(book, "conflicts", () => true, { 决定: "拒绝" });
    expect(await decideIn(book)).toMatchObject({ decided: 1, open: 0 });
    const again = { ...list({ 备注: `已转到${other}`, 还款状态: "已还" }), name: "再交.xlsx" };
    expect(await collectInto(book, [again])).toMatchObject({ open: 0, updated: 1 });
    expect(seasonOf(book).placeDecisions.size).toBe(0);
  });

  test("stays open through other runs, and is settled when the centre has moved the person by itself", async () => {
    const book = new MemoryBook(grids);
    await collectInto(book, [gone]);
    await collectInto(book, [files.get(other)!]);
    expect(asked(book)).toHaveLength(1);
    const text = String(tabRows(book, "conflicts")[0]?.["合同编号"]).replace("等", "");
    // The centre writes the school into its own list.
    book.grids = book.grids.map((grid) => {
      const head = grid.rows.find((row) => row.includes("合同编号") && row.includes("责任学校"));
      if (grid.ownTab || !head) return grid;
      const [contract, school] = [head.indexOf("合同编号"), head.indexOf("责任学校")];
      return {
        ...grid,
        rows: grid.rows.map((row) =>
          row[contract] === text ? Array.from(head, (_, column) => (column === school ? other : (row[column] ?? null))) : row,
        ),
      };
    });
    const person = seasonOf(book).divided.find((one) => one.person.loans.some(({ values }) => values.contractNo === text));
    expect(person?.school?.name).toBe(other);
    expect((await collectInto(book, [])).open).toBe(0);
  });

  test("the decision is taken back with its run", async () => {
    const book = new MemoryBook(grids);
    await collectInto(book, [gone]);
    const before = asked(book);
    typeInto(book, "conflicts", () => true, { 决定: other });
    await decideIn(book);
    expect(seasonOf(book).placeDecisions.size).toBeGreaterThan(0);
    await undoIn(book);
    expect(seasonOf(book).placeDecisions.size).toBe(0);
    expect(asked(book)).toEqual(before);
  });
});

test("“转出” in place of a status is no word to learn for the county but a question about that person, told as an entry that was not taken until it is decided", async () => {
  const book = new MemoryBook(grids);
  const gone = fillList(files.get(own)!, { 0: { 还款状态: "转出" }, 1: { 还款状态: "联系了" } });
  expect((await collectInto(book, [gone])).conflicts.map(({ kind, field }) => [kind, field])).toEqual([
    ["invalid-value", "repaymentStatus"],
    ["invalid-value", "repaymentStatus"],
  ]);
  expect(asked(book).map(([kind]) => kind)).toEqual(["报告转出", "不认识的词"]);
  typeInto(book, "conflicts", ({ 类型 }) => 类型 === "报告转出", { 决定: "拒绝" });
  const again = await collectInto(book, [gone]);
  expect([again.conflicts.length, again.open, asked(book).map(([kind]) => kind)]).toEqual([1, 1, ["不认识的词"]]);
});
