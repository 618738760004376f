// Taking one file back: the book is what it would be without it, whatever other files came in the same run, and what somebody changed since stays.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { day } from "../../src/domain/values/day";
import {
  collectInto,
  countyGrids,
  fillList,
  MemoryBook,
  registerValues,
  type SchoolFile,
  schoolFiles,
  tabRows,
  typeInto,
  undoIn,
} from "../support/collecting";

const grids = countyGrids(60, 3);
const files = schoolFiles(grids);
const [own, other] = ["永丰镇中心校", "洛滨镇中心校"].map((school) => files.get(school)!) as [SchoolFile, SchoolFile];
const collected = async (...returned: readonly SchoolFile[]) => {
  const book = new MemoryBook(grids);
  await collectInto(book, returned);
  return book;
};
const growing: readonly (string | undefined)[] = ["change-log", "run-journal", "notice-numbers"];
/** Everything of a book that a run can take back, tabs that hold nothing left aside. */
const stateOf = (book: MemoryBook) =>
  book.grids
    .filter(({ ownTab, rows }) => !growing.includes(ownTab) && (ownTab === undefined || rows.length > 3))
    .map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
const delivered = { 送达日期: "2019-11-26", 送达方式: "入户送达", 签收人: "王建民", 与借款人关系: "父亲" };
const renamed = (file: SchoolFile, mark: string): SchoolFile => ({ ...file, name: file.name.replace(".xlsx", `(${mark}).xlsx`) });

describe("one of two files", () => {
  const filled = fillList(own, { 0: delivered, 1: { 联系电话: "13800000001", 还款状态: "已还" }, 2: { 送达日期: "2019-11-31" } });
  const others = fillList(other, { 0: delivered, 3: { 特殊情况类别: "重病或伤残", 情况说明: "住院" }, 5: { 还款状态: "联系了" } });

  test.each([
    ["the first", filled, others],
    ["the second", others, filled],
  ])("%s goes: the book is what the other alone had made of it; taken back in turn, it is what it was", async (_, goes, stays) => {
    const book = await collected(goes, stays);
    const before = stateOf(book);
    expect(await undoIn(book, goes.name)).toMatchObject({ undone: { command: "collect", file: goes.name }, kept: 0 });
    expect(stateOf(book)).toEqual(stateOf(await collected(stays)));
    expect(tabRows(book, "change-log", 1).at(-1)).toMatchObject({
      操作: "撤销上一步",
      结果: expect.stringContaining(`撤销文件“${goes.name}”`),
    });
    expect(await undoIn(book)).toMatchObject({ undone: { command: "undo-file" }, kept: 0 });
    expect(stateOf(book)).toEqual(before);
    await undoIn(book);
    expect(stateOf(book)).toEqual(stateOf(new MemoryBook(grids)));
  });

  test("is offered by name, once; what was taken back, or never merged, is not", async () => {
    const book = await collected(filled, others, renamed({ ...other, grids: own.grids }, "名"));
    expect((await undoIn(book, "没有这份.xlsx")).undone).toBeNull();
    const { files: offered, undone } = await undoIn(book, filled.name);
    expect([offered.slice(0, 2), undone?.file]).toEqual([[filled.name, others.name], filled.name]);
    expect(await undoIn(book, filled.name)).toMatchObject({ undone: null, reason: expect.stringContaining("没有可以单独撤销的这份文件") });
  });
});

test.each([
  ["the one that counted", 0],
  ["the other", 1],
])("of two files that say the same, %s goes: what the other says stays as its word", async (_, at) => {
  const said = { 7: { 特殊情况类别: "经济困难", 情况说明: "母亲失业" } };
  const both = [renamed(fillList(own, { ...said, 0: { 备注: "x" } }), "甲"), renamed(fillList(own, said), "乙")];
  const book = await collected(...both);
  const before = stateOf(book);
  await undoIn(book, both[at]?.name);
  expect(stateOf(book)).toEqual(stateOf(await collected(both[1 - at]!)));
  await undoIn(book);
  expect(stateOf(book)).toEqual(before);
});

describe("two files of one school", () => {
  const first = renamed(fillList(own, { 0: { 还款状态: "未还" }, 1: { 签收人: "王建民" } }), "甲");
  const second = renamed(fillList(own, { 0: { 还款状态: "已还" }, 1: { 送达日期: "2019-11-26", 备注: "x" } }), "乙");

  test.each([
    ["the one that counted", second, first],
    ["the one that did not", first, second],
  ])("that share rows: %s goes, and what the other says counts", async (_, goes, stays) => {
    const book = await collected(first, second);
    await undoIn(book, goes.name);
    expect(registerValues(book.grids)).toEqual(registerValues((await collected(stays)).grids));
    expect(tabRows(book, "conflicts")).toEqual([]);
  });
});

test("the file of an earlier run goes too, the later run stays, and cells that it changed since stay and are said", async () => {
  const book = await collected(fillList(own, { 0: delivered, 3: delivered }));
  const later = renamed(fillList(own, { 0: { 签收人: "李玉兰" }, 5: { 备注: "x" } }), "再");
  await collectInto(book, [later], day("2019-12-12"));
  expect(await undoIn(book, own.name)).toMatchObject({ undone: { file: own.name }, kept: 0 });
  const deliveries = registerValues(book.grids).deliveries.map(({ signedBy, note }) => [signedBy, note]);
  expect(deliveries).toEqual([
    ["李玉兰", undefined],
    [undefined, "x"],
  ]);
  const typed = await collected(fillList(own, { 0: delivered, 3: delivered }));
  const [{ 合同编号: contract } = {}] = tabRows(typed, "deliveries");
  typeInto(typed, "deliveries", (row) => row["合同编号"] === contract, { 签收人: "中心改的" });
  expect(await undoIn(typed, own.name)).toMatchObject({ kept: 1, reason: expect.stringContaining("有1行") });
  expect(registerValues(typed.grids).deliveries.map(({ signedBy }) => signedBy)).toEqual(["中心改的"]);
});

test("a question that the file's rows had answered is asked again", async () => {
  const book = await collected(fillList(own, { 0: { 送达日期: "2019-11-31" } }));
  const asked = tabRows(book, "conflicts");
  const mended = renamed(fillList(own, { 0: { 送达日期: "2019-11-30" } }), "改");
  await collectInto(book, [mended]);
  expect(tabRows(book, "conflicts")).toEqual([]);
  await undoIn(book, mended.name);
  expect(tabRows(book, "conflicts")).toEqual(asked);
});

test("whatever files come together, without one of them the registers are what the others alone had made of them", async () => {
  const entry = fc.record({
    row: fc.nat(8),
    cells: fc.constantFrom<Readonly<Record<string, string>>>(
      { 还款状态: "已还" },
      { 还款状态: "未还" },
      { 签收人: "王建民" },
      { 送达日期: "2019-11-26" },
      { 送达日期: "2019-11-31" },
      { 备注: "x" },
      { 特殊情况类别: "经济困难", 情况说明: "母亲失业" },
    ),
  });
  const returned = fc.array(fc.record({ isOwn: fc.boolean(), entries: fc.array(entry, { maxLength: 5 }) }), { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(returned, fc.nat(3), async (made, pick) => {
      const all = made.map(({ isOwn, entries }, at) => {
        const filled: Record<number, Readonly<Record<string, string>>> = {};
        for (const { row, cells } of entries) filled[row] = { ...filled[row], ...cells };
        return renamed(fillList(isOwn ? own : other, filled), `${at}`);
      });
      const goes = all[pick % all.length]!;
      const book = await collected(...all);
      const before = stateOf(book);
      await undoIn(book, goes.name);
      const left = await collected(...all.filter((file) => file !== goes));
      // Of three that say different things of a cell, which counts in place of the first is as good as decided by the order of questions.
      const settled = (one: MemoryBook) =>
        Object.values(registerValues(one.grids)).map((rows) =>
          rows.map(({ source, recordedOn, repaymentStatus, ...values }) => [
            values,
            source !== undefined,
            recordedOn,
            repaymentStatus === undefined,
          ]),
        );
      expect(settled(book).map((rows) => rows.map((row) => JSON.stringify(row)).sort())).toEqual(
        settled(left).map((rows) => rows.map((row) => JSON.stringify(row)).sort()),
      );
      await undoIn(book);
      expect(stateOf(book)).toEqual(before);
    }),
    { numRuns: 25 },
  );
});
