// Fix-it files: each school is asked about its own doubtful cells and nothing more, and what comes back waits for the centre.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CellValue } from "../../src/sheets/grid";
import type { BookSpec, SheetSpec } from "../../src/sheets/writing/spec";
import { styleOf } from "../../src/sheets/writing/styles";
import {
  collectInto,
  countyGrids,
  fillList,
  MemoryBook,
  registerValues,
  schoolFiles,
  seasonOf,
  tabRows,
  typeInto,
} from "../support/collecting";
import { answered, doubtful, fileOf, fixIn, questionsIn } from "../support/fixing";

const grids = doubtful();
const sheetOf = (book: BookSpec): SheetSpec => book.sheets[0]!;

async function asked(own = new MemoryBook(grids)) {
  const { books, outcome } = await fixIn(own);
  const files = books.map(fileOf);
  const file = files.find((one) => questionsIn(one).some((row) => row["项目"] === "联系电话"))!;
  const at = questionsIn(file).findIndex((row) => row["项目"] === "联系电话");
  return { own, outcome, books, files, file, at };
}

describe("what is asked", () => {
  test("each school is asked about its own cells, with the question beside each, and only the answers are open", async () => {
    const { outcome, books } = await asked();
    expect(outcome.questions).toBeGreaterThan(5);
    expect(outcome.files.reduce((sum, { questions }) => sum + questions, 0)).toBe(outcome.questions);
    for (const { book } of books) {
      const spec = sheetOf(book);
      expect(spec.isProtected).toBe(true);
      const open = spec.columns.flatMap(({ style }, at) => (styleOf(style).unlocked ? [at] : []));
      expect(open.map((at) => spec.rows[2]?.[at])).toEqual(["更正为", "补充说明"]);
    }
  });

  test("no byte of another school stands in a file", async () => {
    const { own, books } = await asked();
    const { assignments } = seasonOf(own);
    for (const [at, { book }] of books.entries()) {
      const text = JSON.stringify(book);
      const school = (await fixIn(own)).outcome.files[at]?.school;
      const others = assignments.filter((one) => one.school?.name !== school).map(({ person }) => person.citizenId);
      expect(others.filter((id) => id !== "" && text.includes(id))).toEqual([]);
    }
  });

  test("what a school filled in and nobody could take is asked again", async () => {
    const own = new MemoryBook(countyGrids(60, 3));
    const [list] = [...schoolFiles(own.grids).values()];
    await collectInto(own, [fillList(list!, { 0: { 送达日期: "2019-11-31" } })]);
    const { books } = await fixIn(own);
    const file = books.map(fileOf).find((one) => questionsIn(one).some((row) => row["项目"] === "送达日期"))!;
    const at = questionsIn(file).findIndex((row) => row["项目"] === "送达日期");
    expect(questionsIn(file)[at]).toMatchObject({ 现在的内容: "2019-11-31", 请核实: expect.stringContaining("“2019-11-31”") });
    expect(await collectInto(own, [answered(file, { [at]: { 更正为: "2019-11-30" } })])).toMatchObject({ updated: 1, conflicts: [] });
    expect(registerValues(own.grids).deliveries).toMatchObject([{ deliveredOn: "2019-11-30" }]);
  });
});

describe("what comes back", () => {
  test("an answer waits in 更正; approved, it is used from then on, the list stays, and the question is not asked again", async () => {
    const { own, file, at, outcome } = await asked();
    const back = answered(file, { [at]: { 更正为: "13912345678", 补充说明: "问过家长" } });
    expect(await collectInto(own, [back])).toMatchObject({ updated: 1, conflicts: [], files: [{ status: "merged" }] });
    expect(tabRows(own, "amendments")).toMatchObject([{ 项目: "联系电话", 更正为: "13912345678", 决定: null, 说明: "问过家长" }]);
    const isUsed = () => seasonOf(own).book.roster.rows.some(({ values }) => values.phone === "13912345678");
    expect(isUsed()).toBe(false);
    typeInto(own, "amendments", () => true, { 决定: "采用" });
    expect(isUsed()).toBe(true);
    expect(own.grids.slice(0, grids.length)).toEqual(grids);
    expect((await fixIn(own)).outcome.questions).toBeLessThan(outcome.questions);
    expect(await collectInto(own, [back])).toMatchObject({ updated: 0, conflicts: [] });
  });

  test("the school's list is still to come: a fix-it file is not a list", async () => {
    const { own, file, at } = await asked();
    const { notReturned, files } = await collectInto(own, [answered(file, { [at]: { 更正为: "13912345678" } })]);
    expect(notReturned).toContain(files[0]?.school);
    expect(tabRows(own, "returns")).toMatchObject([{ 结果: "已收补正", 填写项数: 1 }]);
  });

  test.each<[string, Readonly<Record<string, CellValue>>, string]>([
    ["an answer that is no telephone", { 更正为: "没有" }, "invalid-value"],
    ["a telephone that is too short", { 更正为: "1391234" }, "invalid-value"],
    ["another item under the same seal", { 项目: "身份证号", 更正为: "610526199403150018" }, "locked-changed"],
    ["another question", { 现在的内容: "改过", 更正为: "13912345678" }, "locked-changed"],
    ["somebody else's name in the row", { 姓名: "改名人", 更正为: "13912345678" }, "locked-changed"],
    ["another contract's number in the row", { 合同编号: "61052620150000001", 更正为: "13912345678" }, "locked-changed"],
    ["another seal", { 校验: "AAAAAAAA", 更正为: "13912345678" }, "locked-changed"],
    ["a number that nobody has", { 题号: "ZD19-06-AAAAAAAA-0", 更正为: "13912345678" }, "unmatched"],
  ])("%s is a row to decide, and nothing is corrected", async (_, cells, kind) => {
    const { own, file, at } = await asked();
    const { conflicts, updated } = await collectInto(own, [answered(file, { [at]: cells })]);
    expect([conflicts.map((one) => one.kind), updated]).toEqual([[kind], 0]);
    expect(tabRows(own, "amendments")).toEqual([]);
    expect(tabRows(own, "conflicts")).toHaveLength(1);
  });

  test("two answers to one question: both wait, and while both are approved neither is used", async () => {
    const { own, file, at } = await asked();
    await collectInto(own, [
      answered(file, { [at]: { 更正为: "13912345678" } }),
      { ...answered(file, { [at]: { 更正为: "13912345679" } }), name: "待补正表(1).xlsx" },
    ]);
    expect(tabRows(own, "amendments").map(({ 更正为 }) => 更正为)).toEqual(["13912345678", "13912345679"]);
    typeInto(own, "amendments", () => true, { 决定: "采用" });
    const phones = () => seasonOf(own).book.roster.rows.map(({ values }) => values.phone);
    expect(phones().filter((phone) => phone?.startsWith("1391234567"))).toEqual([]);
    typeInto(own, "amendments", ({ 更正为 }) => 更正为 === "13912345678", { 决定: "拒绝" });
    expect(phones()).toContain("13912345679");
  });

  test("a question that was answered meanwhile is a row to decide, which may be taken in the other's place", async () => {
    const { own, file, at } = await asked();
    await collectInto(own, [answered(file, { [at]: { 更正为: "13912345678" } })]);
    typeInto(own, "amendments", () => true, { 决定: "采用" });
    const late = { ...answered(file, { [at]: { 更正为: "13912345679" } }), name: "待补正表(1).xlsx" };
    expect((await collectInto(own, [late])).conflicts).toMatchObject([{ kind: "two-versions", field: "phone" }]);
    typeInto(own, "conflicts", () => true, { 决定: "采用" });
    expect(await collectInto(own, [late])).toMatchObject({ conflicts: [], open: 0 });
    const phones = seasonOf(own).book.roster.rows.map(({ values }) => values.phone);
    expect([phones.includes("13912345678"), phones.includes("13912345679")]).toEqual([false, true]);
  });

  test("a fix-it file of another county is refused in a plain sentence", async () => {
    const { file, at } = await asked();
    const elsewhere = new MemoryBook(countyGrids(40, 99));
    const { files, conflicts } = await collectInto(elsewhere, [answered(file, { [at]: { 更正为: "13912345678" } })]);
    expect(files).toMatchObject([{ status: "rejected", reason: expect.stringMatching(/。$/) }]);
    expect(conflicts).toMatchObject([{ kind: "unmatched" }]);
    expect(tabRows(elsewhere, "amendments")).toEqual([]);
  });
});

test("whatever is typed into a fix-it file, it changes nothing but what it asked", async () => {
  const { books } = await asked();
  const files = books.map(fileOf);
  const cell = fc.oneof(
    fc.constantFrom("13912345678", "0913-8212345", "610526199403150018", "无", "王建民", 0, "=1+1"),
    fc.string({ maxLength: 6 }),
  );
  const change = fc.record({
    file: fc.nat(files.length - 1),
    row: fc.nat(6),
    heading: fc.constantFrom(
      "更正为",
      "更正为",
      "更正为",
      "补充说明",
      "现在的内容",
      "项目",
      "姓名",
      "合同编号",
      "身份证号",
      "题号",
      "校验",
    ),
    value: cell,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const own = new MemoryBook(grids);
      const before = seasonOf(own).book.roster.rows.map(({ values }) => values);
      const given = files.map((file, index) =>
        changes
          .filter((one) => one.file === index)
          .reduce((now, { row, heading, value }) => answered(now, { [row]: { [heading]: value } }), file),
      );
      await collectInto(own, given);
      expect(own.grids.slice(0, grids.length)).toEqual(grids);
      typeInto(own, "amendments", () => true, { 决定: "采用" });
      const allowed = new Set(files.flatMap((file) => questionsIn(file).map((row) => `${String(row["合同编号"])}|${String(row["项目"])}`)));
      const amendments = tabRows(own, "amendments");
      expect(amendments.filter((row) => !allowed.has(`${String(row["合同编号"])}|${String(row["项目"])}`))).toEqual([]);
      const after = seasonOf(own).book.roster.rows.map(({ values }) => values);
      const differing = after.flatMap((values, at) =>
        Object.keys(values)
          .filter((field) => values[field as never] !== before[at]?.[field as never])
          .map(() => values.contractNo),
      );
      expect(differing.length).toBeLessThanOrEqual(amendments.length);
      expect(registerValues(own.grids)).toEqual({ deliveries: [], claims: [], visits: [], exceptions: [] });
    }),
    { numRuns: 20 },
  );
});
