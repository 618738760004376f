// Taking a run back: the registers are what they were, whatever was collected, and what somebody wrote since stays.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { lineChange, takenBack } from "../../src/domain/record/line-changes";
import { day } from "../../src/domain/values/day";
import type { Grid } from "../../src/sheets/grid";
import {
  collectInto,
  countyGrids,
  fillList,
  MemoryBook,
  registerValues,
  schoolFiles,
  tabRows,
  typeInto,
  undoIn,
} from "../support/collecting";

const grids = countyGrids(60, 3);
const files = schoolFiles(grids);
const [first, second] = ["永丰镇中心校", "洛滨镇中心校"].map((school) => files.get(school)!) as [
  { name: string; grids: readonly Grid[] },
  { name: string; grids: readonly Grid[] },
];
const delivered = { 送达日期: "2019-11-26", 送达方式: "入户送达", 签收人: "王建民", 与借款人关系: "父亲" };
// The log only grows, and a number that was given stays given.
const growing: readonly (string | undefined)[] = ["change-log", "run-journal", "notice-numbers"];
/** Everything of the book that a run can take back. */
const stateOf = (own: MemoryBook) => own.grids.filter(({ ownTab }) => !growing.includes(ownTab)).map(({ name, rows }) => ({ name, rows }));

describe("the last run", () => {
  test("a first collect: the book is what it was, all its tabs gone, and the same file is news again", async () => {
    const own = new MemoryBook(grids);
    const before = stateOf(own);
    const filled = fillList(first, { 0: delivered, 3: { 还款状态: "已还", 实还合计: 1020.5 } });
    await collectInto(own, [filled]);
    expect(await undoIn(own)).toMatchObject({ undone: { command: "collect", on: "2019-12-11" }, kept: 0 });
    expect(stateOf(own)).toEqual(before);
    expect(tabRows(own, "change-log", 1).map(({ 操作 }) => 操作)).toEqual(["合并回收表", "撤销上一步"]);
    expect((await collectInto(own, [filled])).updated).toBe(2);
  });

  test("one run after another, back to the beginning; then there is nothing", async () => {
    const own = new MemoryBook(grids);
    const states = [stateOf(own)];
    await collectInto(own, [fillList(first, { 0: delivered, 3: { 还款状态: "再说" } })]);
    states.push(stateOf(own));
    await collectInto(own, [fillList(first, { 0: { ...delivered, 签收人: "李玉兰" }, 3: { 还款状态: "已还" } }), second]);
    states.push(stateOf(own));
    typeInto(own, "conflicts", () => true, { 决定: "承诺还款" });
    const typed = stateOf(own);
    await collectInto(own, [fillList(second, { 1: delivered })], day("2019-12-12"));
    await undoIn(own);
    expect(stateOf(own)).toEqual(typed);
    await undoIn(own);
    expect(stateOf(own).filter(({ name }) => name !== "冲突与无法匹配")).toEqual(
      states[1]!.filter(({ name }) => name !== "冲突与无法匹配"),
    );
    await undoIn(own);
    expect(stateOf(own).filter(({ name }) => name !== "冲突与无法匹配")).toEqual(states[0]);
    expect(await undoIn(own)).toMatchObject({ undone: null, reason: expect.stringContaining("没有可以撤销的操作") });
  });

  test("what a run put on 特殊情况审核 goes back, line by line; what the centre has decided since stays", async () => {
    const own = new MemoryBook(grids);
    const before = stateOf(own);
    const ill = { 特殊情况类别: "重病或伤残", 情况说明: "住院" };
    await collectInto(own, [fillList(first, { 0: ill })]);
    expect(tabRows(own, "case-decisions")).toMatchObject([{ 类别: "重病或伤残", 决定: null }]);
    const after = stateOf(own);
    await collectInto(own, [fillList(first, { 0: ill, 3: { 特殊情况类别: "经济困难", 情况说明: "母亲失业" } })], day("2019-12-12"));
    expect(tabRows(own, "case-decisions")).toHaveLength(2);
    expect(await undoIn(own)).toMatchObject({ undone: { command: "collect", on: "2019-12-12" }, kept: 0 });
    expect(stateOf(own)).toEqual(after);
    typeInto(own, "case-decisions", () => true, { 决定: "受理", 决定日期: "2019-12-11" });
    const [decided] = tabRows(own, "case-decisions");
    expect(await undoIn(own)).toMatchObject({ undone: { command: "collect", on: "2019-12-11" }, kept: 1 });
    expect(tabRows(own, "case-decisions")).toEqual([decided]);
    expect(stateOf(own).filter(({ name }) => name !== "特殊情况审核")).toEqual(before);
  });

  test("a run that changed nothing is none to take back", async () => {
    const own = new MemoryBook(grids);
    const filled = fillList(first, { 0: delivered });
    await collectInto(own, [filled]);
    await collectInto(own, [filled]);
    await undoIn(own);
    expect(stateOf(own)).toEqual(stateOf(new MemoryBook(grids)));
  });

  test("what somebody wrote into a register since stays, and is said", async () => {
    const own = new MemoryBook(grids);
    await collectInto(own, [fillList(first, { 0: delivered, 3: delivered })]);
    const [, , { 合同编号: contract } = {}] = [null, null, tabRows(own, "deliveries")[0]];
    typeInto(own, "deliveries", ({ 合同编号 }) => 合同编号 === contract, { 签收人: "中心改的" });
    expect(await undoIn(own)).toMatchObject({ undone: { command: "collect" }, kept: 1, reason: expect.stringContaining("有1行") });
    expect(registerValues(own.grids).deliveries).toMatchObject([{ signedBy: "中心改的", contractNo: contract }]);
  });

  test("a journal that somebody has damaged takes nothing back", async () => {
    const own = new MemoryBook(grids);
    await collectInto(own, [fillList(first, { 0: delivered })]);
    own.grids = own.grids.map((grid) =>
      grid.ownTab === "run-journal" ? { ...grid, rows: grid.rows.map((row, at) => (at === 1 ? row.slice(0, 4) : row)) } : grid,
    );
    const before = stateOf(own);
    expect(await undoIn(own)).toMatchObject({ undone: null, reason: expect.stringContaining("撤销记录不完整") });
    expect(stateOf(own)).toEqual(before);
  });
});

describe("history", () => {
  test("what a later file changes is kept with who had reported it, from which file and version", async () => {
    const own = new MemoryBook(grids);
    await collectInto(own, [fillList(first, { 0: delivered })]);
    const later = { ...fillList(first, { 0: { 签收人: "李玉兰" } }), name: first.name.replace("_v1_", "_v2_") };
    await collectInto(own, [withVersion(later, 2)], day("2019-12-12"));
    expect(tabRows(own, "report-history")).toMatchObject([
      {
        登记表: "送达登记",
        变动内容: "签收人：王建民→李玉兰",
        来源文件: later.name,
        名单版本: "v2",
        变动前内容: "送达日期：2019-11-26；送达方式：入户送达；签收人：王建民；与借款人关系：父亲",
        变动前来源: first.name,
        变动前登记日期: { day: "2019-12-11" },
      },
    ]);
    expect(tabRows(own, "returns").map(({ 名单版本, 变空格数 }) => [名单版本, 变空格数])).toEqual([
      ["v1", null],
      ["v2", 3],
    ]);
  });

  test("an older list that comes after a newer one does not win silently: it is a question", async () => {
    const own = new MemoryBook(grids);
    const newer = withVersion({ ...fillList(first, { 0: { 还款状态: "已还" } }), name: first.name.replace("_v1_", "_v2_") }, 2);
    await collectInto(own, [newer]);
    const older = fillList(first, { 0: { 还款状态: "未还", 备注: "新说的" } });
    expect((await collectInto(own, [older])).conflicts).toMatchObject([{ kind: "two-versions", field: "repaymentStatus" }]);
    expect(registerValues(own.grids)).toMatchObject({ claims: [{ repaymentStatus: "paid" }], deliveries: [{ note: "新说的" }] });
    typeInto(own, "conflicts", () => true, { 决定: "采用" });
    expect(await collectInto(own, [older])).toMatchObject({ conflicts: [], updated: 1 });
    expect(registerValues(own.grids).claims).toMatchObject([{ repaymentStatus: "unpaid" }]);
  });
});

function withVersion<T extends { readonly grids: readonly Grid[] }>(file: T, version: number): T {
  return {
    ...file,
    grids: file.grids.map((grid) =>
      grid.name === "_meta" ? { ...grid, rows: grid.rows.map((row) => (row[0] === "version" ? ["version", String(version)] : row)) } : grid,
    ),
  };
}

describe("lines", () => {
  const text = (line: string) => line;
  const lines = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f"), { maxLength: 12 });

  test("whatever a run did, untouched since, is taken back exactly", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const change = lineChange(before, after, text);
        if (!change) return before.join() === after.join();
        const kept = JSON.parse(JSON.stringify(change)) as typeof change;
        expect(takenBack(after, kept, text)).toEqual({ lines: before, kept: 0 });
        return true;
      }),
    );
  });

  test("a line changed since stays in its place; the others go back", () => {
    const change = lineChange(["1", "2", "3"], ["1", "2x", "3", "new", "newer"], text)!;
    expect(takenBack(["1", "2x", "3", "new!", "newer"], change, text)).toEqual({ lines: ["1", "2", "3", "new!"], kept: 1 });
    expect(takenBack(["1", "2y", "3", "new", "newer"], change, text)).toEqual({ lines: ["1", "2y", "3"], kept: 1 });
    expect(takenBack(["1!", "2x", "3", "new", "newer"], change, text)).toEqual({ lines: ["1!", "2", "3"], kept: 0 });
    expect(takenBack(["1", "2x", "3", "new", "newer", "typed"], change, text)).toEqual({ lines: ["1", "2", "3", "typed"], kept: 1 });
  });
});
