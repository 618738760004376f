// Questions that returned files raise: decided once by the centre, carried out, remembered, never asked again.
import { describe, expect, test } from "@jest/globals";
import { readSeasonBook } from "../../src/sheets/reading/read-season";
import {
  collectingDay,
  collectInto,
  countyGrids,
  decideIn,
  editList,
  fillList,
  MemoryBook,
  registerValues,
  schoolFiles,
  tabRows,
  typeInto,
} from "../support/collecting";

const grids = countyGrids(60, 3);
const files = schoolFiles(grids);
const large = "永丰镇中心校";
const other = "洛滨镇中心校";
const fileOf = (school: string) => files.get(school)!;
const book = () => new MemoryBook(grids);
const questions = (own: MemoryBook) =>
  tabRows(own, "conflicts").map(({ 类型, 项目, 名单或已登记内容, 交回内容, 决定 }) => [类型, 项目, 名单或已登记内容, 交回内容, 决定]);
const all = () => true;

describe("a telephone that a school wrote over", () => {
  const changed = fillList(fileOf(large), { 0: { 联系电话: "13800000001" } });
  const phoneOf = (own: MemoryBook) => {
    const { roster } = readSeasonBook(own.grids, { clock: collectingDay });
    return roster.rows.filter(({ values }) => values.phone === "13800000001").length;
  };

  test("is a proposal: taken, it is used from then on, the list itself stays, and nobody is asked again", async () => {
    const own = book();
    expect((await collectInto(own, [changed])).conflicts).toMatchObject([{ kind: "locked-changed", field: "phone" }]);
    expect(questions(own)).toMatchObject([["锁定内容被改", "联系电话", expect.any(String), "13800000001", null]]);
    expect(phoneOf(own)).toBe(0);
    typeInto(own, "conflicts", all, { 决定: "采用" });
    expect(await collectInto(own, [changed])).toMatchObject({ conflicts: [], decided: 1, open: 0 });
    expect(phoneOf(own)).toBe(1);
    expect(own.grids.slice(0, grids.length)).toEqual(grids);
    expect(tabRows(own, "amendments")).toMatchObject([{ 项目: "联系电话", 更正为: "13800000001", 决定: "采用", 责任学校: large }]);
    // Neither the file that said so nor one that went out before.
    expect((await collectInto(own, [changed])).conflicts).toEqual([]);
    expect((await collectInto(own, [fileOf(large)])).conflicts).toEqual([]);
  });

  test("refused, it stays as it is and nobody is asked again", async () => {
    const own = book();
    await collectInto(own, [changed]);
    typeInto(own, "conflicts", all, { 决定: "拒绝" });
    expect(await decideIn(own)).toMatchObject({ decided: 1, open: 0, updated: 0 });
    expect(phoneOf(own)).toBe(0);
    expect(await collectInto(own, [changed])).toMatchObject({ conflicts: [], open: 0 });
    expect(tabRows(own, "return-decisions")).toMatchObject([{ 决定: "拒绝", 交回内容: "13800000001" }]);
  });

  test("a correction is used only for what it corrects: once the list says something else, the list counts", async () => {
    const own = book();
    await collectInto(own, [changed]);
    typeInto(own, "conflicts", all, { 决定: "采用" });
    await decideIn(own);
    const [{ 原内容: before } = {}] = tabRows(own, "amendments");
    own.grids = own.grids.map((grid) =>
      grid.ownTab ? grid : { ...grid, rows: grid.rows.map((row) => row.map((cell) => (cell === before ? "13911112222" : cell))) },
    );
    expect(phoneOf(own)).toBe(0);
  });

  test("amounts, numbers and names cannot be taken, not even for all of a kind", async () => {
    const own = book();
    await collectInto(own, [fillList(fileOf(large), { 0: { 应还合计: 1 }, 3: { 姓名: "改名人" }, 5: { 联系电话: "13800000002" } })]);
    typeInto(own, "conflicts", all, { 决定: "采用" });
    typeInto(own, "conflicts", ({ 项目 }) => 项目 === "联系电话", { 决定: "同类全部采用" });
    expect(await decideIn(own)).toMatchObject({ decided: 0, open: 3, updated: 0 });
    expect(tabRows(own, "amendments")).toEqual([]);
    typeInto(own, "conflicts", ({ 项目 }) => 项目 !== "联系电话", { 决定: "拒绝" });
    expect(await decideIn(own)).toMatchObject({ decided: 2, open: 1 });
  });
});

describe("a word that is on no list", () => {
  const heard = [large, other].map((school) =>
    fillList(fileOf(school), { 0: { 还款状态: "联系了" }, 2: { 还款状态: " 联系了 " }, 3: { 送达方式: "联系了" } }),
  );

  test("is one question for the whole county, and its answer is remembered", async () => {
    const own = book();
    expect((await collectInto(own, heard)).conflicts).toHaveLength(6);
    expect(questions(own)).toEqual([
      ["不认识的词", "还款状态", null, "联系了", null],
      ["不认识的词", "送达方式", null, "联系了", null],
    ]);
    typeInto(own, "conflicts", ({ 项目 }) => 项目 === "还款状态", { 决定: "承诺还款" });
    typeInto(own, "conflicts", ({ 项目 }) => 项目 === "送达方式", { 决定: "拒绝" });
    expect(await decideIn(own)).toMatchObject({ decided: 2, open: 0, updated: 4 });
    expect(registerValues(own.grids).claims.map(({ repaymentStatus }) => repaymentStatus)).toEqual(Array(4).fill("promised"));
    expect(registerValues(own.grids).deliveries).toEqual([]);
    // The files themselves bring nothing new now, and another school's is understood at once.
    expect(await collectInto(own, heard)).toMatchObject({ updated: 0, conflicts: [] });
    const third = [...files.keys()].find((school) => school !== large && school !== other)!;
    expect(await collectInto(own, [fillList(fileOf(third), { 0: { 还款状态: "联系了" } })])).toMatchObject({ updated: 1, conflicts: [] });
  });
});

describe("two reports on one cell", () => {
  const first = { ...fillList(fileOf(large), { 0: { 还款状态: "未还" } }), name: `蒲城县2019催收名单_${large}_v1_甲.xlsx` };
  const second = { ...fillList(fileOf(large), { 0: { 还款状态: "已还", 备注: "x" } }), name: `蒲城县2019催收名单_${large}_v1_乙.xlsx` };
  const status = (own: MemoryBook) => registerValues(own.grids).claims.map(({ repaymentStatus }) => repaymentStatus);

  test.each([
    ["采用", "unpaid"],
    ["拒绝", "paid"],
  ])("%s: %s counts, whatever comes again in whatever order", async (decision, expected) => {
    const own = book();
    await collectInto(own, [first, second]);
    expect(status(own)).toEqual(["paid"]);
    typeInto(own, "conflicts", all, { 决定: decision });
    await decideIn(own);
    expect(status(own)).toEqual([expected]);
    for (const again of [[first, second], [second, first], [first], [second]]) {
      expect(await collectInto(own, again)).toMatchObject({ updated: 0, conflicts: [], open: 0 });
      expect(status(own)).toEqual([expected]);
    }
  });

  test("the question stays when only one of the two files comes again", async () => {
    const own = book();
    await collectInto(own, [first, second]);
    await collectInto(own, [second]);
    expect(questions(own)).toMatchObject([["两份不一致", "还款状态", "已还", "未还", null]]);
  });
});

test("of a contract that stands twice the row that is taken is registered", async () => {
  const own = book();
  const twice = editList(fillList(fileOf(large), { 0: { 签收人: "王建民", 送达日期: "2019-11-26" } }), (rows, column) => {
    const copy = [...rows[0]!];
    copy[column("签收人")] = "另一人";
    rows.push(copy);
  });
  expect((await collectInto(own, [twice])).updated).toBe(0);
  typeInto(own, "conflicts", ({ 交回内容 }) => String(交回内容).includes("王建民"), { 决定: "采用" });
  typeInto(own, "conflicts", ({ 交回内容 }) => String(交回内容).includes("另一人"), { 决定: "拒绝" });
  await decideIn(own);
  expect(registerValues(own.grids).deliveries).toMatchObject([{ signedBy: "王建民", deliveredOn: "2019-11-26" }]);
  expect(await collectInto(own, [twice])).toMatchObject({ updated: 0, conflicts: [] });
});

test("one misnamed file is one question; taken, the file is merged as what it holds when it comes again", async () => {
  const own = book();
  const wrong = { ...fillList(fileOf(other), { 0: { 备注: "见到本人" }, 2: { 备注: "无人" } }), name: fileOf(large).name };
  expect((await collectInto(own, [wrong])).conflicts).toMatchObject([{ kind: "other-school" }]);
  expect(questions(own)).toEqual([["属于其他学校", "整份文件", null, `整份文件，其中2行填有内容；内容是${other}的名单`, null]]);
  typeInto(own, "conflicts", all, { 决定: "采用" });
  const outcome = await collectInto(own, [wrong]);
  expect(outcome).toMatchObject({ updated: 2, conflicts: [], files: [{ status: "merged", school: other }] });
  expect(outcome.notReturned).toContain(large);
  expect(outcome.notReturned).not.toContain(other);
});

test("what is still open stays open through the runs of other files, and what was typed beside it stays", async () => {
  const own = book();
  await collectInto(own, [fillList(fileOf(large), { 0: { 送达日期: "2019-11-31" } })]);
  typeInto(own, "conflicts", all, { 决定: "问过再说" });
  await collectInto(own, [fileOf(other)]);
  expect(questions(own)).toEqual([["填写有误", "送达日期", null, "2019-11-31", "问过再说"]]);
  // The school's own file, mended, is the answer.
  await collectInto(own, [fillList(fileOf(large), { 0: { 送达日期: "2019-11-30" } })]);
  expect(questions(own)).toEqual([]);
});

test("every decision is a line of the log; deciding once more does nothing", async () => {
  const own = book();
  await collectInto(own, [fillList(fileOf(large), { 0: { 联系电话: "13800000001" }, 1: { 应还合计: 5 } })]);
  typeInto(own, "conflicts", ({ 项目 }) => 项目 === "联系电话", { 决定: "采用" });
  typeInto(own, "conflicts", ({ 项目 }) => 项目 === "应还合计", { 决定: "同类全部拒绝" });
  await decideIn(own);
  const log = tabRows(own, "change-log", 1);
  expect(log.map(({ 操作, 结果 }) => [操作, 结果])).toEqual([
    ["合并回收表", expect.stringContaining("待决定2条")],
    ["应用决定", expect.stringMatching(/^处理决定2条，登记有更新0条；待决定0条；/)],
  ]);
  expect(await decideIn(own)).toMatchObject({ decided: 0, open: 0, updated: 0 });
});
