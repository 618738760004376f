import { OpenSeason } from "../../src/actions/season";
import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { collect, type CollectOutcome } from "../../src/actions/collect";
import { type IncomingFile, WorkbookError } from "../../src/actions/workbook";
import { day } from "../../src/domain/values/day";
import { type ChoiceCode, choiceCodes, type ChoiceField } from "../../src/domain/record/choices";
import { spellingsOf } from "../../src/sheets/vocabulary/choices";
import { cellText, type CellValue, type Grid } from "../../src/sheets/grid";
import { factFields, listFields, listHeadingRow } from "../../src/sheets/lists/school-list";
import { tabNames } from "../../src/sheets/vocabulary/tabs";
import {
  collectingDay,
  collectInto,
  countyGrids,
  editList,
  fillList,
  incoming,
  MemoryBook,
  openCounty,
  registerValues,
  type SchoolFile,
  schoolFiles,
} from "../support/collecting";

const grids = countyGrids(60, 3);
let files: ReadonlyMap<string, SchoolFile>;
let schools: readonly string[];
let all: readonly SchoolFile[];
beforeAll(() => {
  files = schoolFiles(grids);
  schools = [...files.keys()];
  all = [...files.values()];
});

const fileOf = (school: string): SchoolFile => files.get(school)!;
const listOf = (file: SchoolFile): Grid => file.grids.find(({ name }) => name === tabNames["school-list"])!;
const contractColumn = listFields.indexOf("contractNo");
const contractAt = (file: SchoolFile, at: number) => String(listOf(file).rows[listHeadingRow + 1 + at]?.[contractColumn]);
const tabOf = (book: MemoryBook, tab: string) => book.grids.find(({ ownTab }) => ownTab === tab)!;
const kinds = ({ conflicts }: CollectOutcome) => conflicts.map(({ kind }) => kind);
const delivered = { 送达日期: "2019.11.26", 送达方式: "入户", 签收人: "王建民", 与借款人关系: "父亲" } as const;
// Schools with lists long enough for a column to be sorted.
const large = "永丰镇中心校";
const other = "洛滨镇中心校";

async function collectFresh(given: readonly (SchoolFile | IncomingFile)[], today = collectingDay) {
  const book = new MemoryBook(grids);
  return { book, outcome: await collectInto(book, given, today), again: () => collectInto(book, given, today) };
}

describe("what schools filled in", () => {
  test("the entries land in the registers, as codes and days, with file and day of registration", async () => {
    const file = fillList(fileOf(large), {
      0: { ...delivered, 还款状态: "支付宝已还", 还款日期: "2019-12-01", 实还合计: "1,020.50元", 备注: "=1+1" },
    });
    const { book, outcome } = await collectFresh([file]);
    expect(outcome).toMatchObject({ updated: 1, conflicts: [], files: [{ file: file.name, school: large, status: "merged", rows: 18 }] });
    expect(outcome.unchanged).toBe(17);
    const origin = { source: file.name, recordedOn: "2019-12-11", school: large, contractNo: contractAt(file, 0) };
    const { deliveries, claims, visits, exceptions } = registerValues(book.grids);
    expect(deliveries).toMatchObject([
      { deliveredOn: "2019-11-26", deliveryMethod: "visit", signedBy: "王建民", signerRelation: "father", note: "=1+1", ...origin },
    ]);
    expect(claims).toMatchObject([{ repaymentStatus: "paid", repaidOn: "2019-12-01", repaid: 102_050, ...origin }]);
    expect([visits, exceptions]).toEqual([[], []]);
  });

  test("visits and statements of the school's other sheets land in their registers", async () => {
    const file = fileOf(large);
    const key = String(listOf(file).rows[listHeadingRow + 1]?.[0]);
    const edited = {
      ...file,
      grids: file.grids.map((grid): Grid => {
        if (grid.name === tabNames["school-visits"])
          return { ...grid, rows: [...grid.rows, [key, "", { day: day("2019-12-11") }, "白老师", "母亲", "答应月底前还"]] };
        if (grid.name === tabNames["school-exceptions"]) return { ...grid, rows: [...grid.rows, [key, "", "服兵役", "2019年9月入伍"]] };
        return grid;
      }),
    };
    const { book, outcome, again } = await collectFresh([edited]);
    expect(outcome).toMatchObject({ updated: 2, conflicts: [] });
    expect(registerValues(book.grids)).toMatchObject({
      visits: [{ rowKey: key, visitedOn: "2019-12-11", visitor: "白老师", metWith: "母亲", visitResult: "答应月底前还" }],
      exceptions: [{ rowKey: key, exceptionKind: "enlisted", exceptionNote: "2019年9月入伍" }],
    });
    expect(await again()).toMatchObject({ updated: 0 });
  });

  test("nothing filled in: every school has returned, nothing changes, the registers are there and empty", async () => {
    const { book, outcome } = await collectFresh(all);
    expect(outcome).toMatchObject({ updated: 0, conflicts: [], notReturned: [] });
    expect(outcome.unchanged).toBe(openCounty(grids).book.roster.rows.length);
    expect(registerValues(book.grids)).toEqual({ deliveries: [], claims: [], visits: [], exceptions: [] });
  });

  test("the borrower sheets are never written", async () => {
    const { book } = await collectFresh(all.map((file) => fillList(file, { 0: delivered })));
    expect(book.grids.slice(0, grids.length)).toEqual(grids);
  });
});

describe("however a file comes back", () => {
  const entries = { 1: delivered, 2: { 还款状态: "承诺", 备注: "年底还" } };
  const expected = async () => registerValues((await collectFresh([fillList(fileOf(large), entries)])).book.grids);
  const withoutFile = (values: Awaited<ReturnType<typeof expected>>) =>
    JSON.parse(JSON.stringify(values, (key, value: unknown) => (key === "source" ? undefined : value))) as unknown;

  test.each<[string, (file: SchoolFile) => SchoolFile]>([
    [
      "copied into a new book without title, guide and meta",
      (file) => ({ name: "返回.xlsx", grids: [{ ...listOf(file), name: "Sheet1", rows: listOf(file).rows.slice(listHeadingRow) }] }),
    ],
    [
      "with columns renamed",
      (file) => ({
        ...file,
        grids: file.grids.map((grid) => ({
          ...grid,
          rows: grid.rows.map((own, at) =>
            at === listHeadingRow && grid.name === tabNames["school-list"]
              ? own.map(
                  (cell) =>
                    ({ 编号: "编号（勿改）", 送达日期: "送达时间", 还款状态: "是否还款", 备注: "备 注", 姓名: "学生姓名" })[String(cell)] ??
                    cell,
                )
              : own,
          ),
        })),
      }),
    ],
    ["without the row keys", (file) => dropColumns(file, ["编号"])],
    ["without row keys and contract numbers", (file) => dropColumns(file, ["编号", "合同编号"])],
    [
      "with every ID turned into a number",
      (file) =>
        editList(file, (rows, column) =>
          rows.forEach((own) => (own[column("身份证号")] = Number(String(own[column("身份证号")]).replace("X", "0")))),
        ),
    ],
    [
      "with a number column and a teacher's own notes added",
      (file) => editList(file, (rows) => rows.forEach((own, at) => own.push(`自用${at}`))),
    ],
  ])("%s: the same is registered", async (_, change) => {
    const { book, outcome } = await collectFresh([change(fillList(fileOf(large), entries))]);
    expect(outcome.files).toMatchObject([{ school: large, status: "merged", rows: 18 }]);
    expect(outcome.conflicts).toEqual([]);
    expect(withoutFile(registerValues(book.grids))).toEqual(withoutFile(await expected()));
  });

  test("one and the same day of repayment in every row, and telephones behind other columns, are still what their headings say", async () => {
    const filled = editList(fileOf(large), (rows, column) => rows.forEach((own) => (own[column("还款日期")] = "2019-12-05")));
    const headings = (listOf(filled).rows[listHeadingRow] ?? []).map(String);
    const order = [...headings.keys()].filter((at) => headings[at] !== "联系电话");
    order.splice(order.indexOf(headings.indexOf("共同借款人")) + 1, 0, headings.indexOf("联系电话"));
    const moved = mapList(filled, (rows) => rows.map((own, row) => (row < listHeadingRow ? own : order.map((at) => own[at] ?? null))));
    const { book, outcome, again } = await collectFresh([moved]);
    expect(outcome).toMatchObject({ updated: 18, conflicts: [] });
    const { rows } = tabOf(book, "claims");
    expect(new Set(rows.slice(3).map((own) => cellText(own[(rows[2] ?? []).indexOf("还款日期")])))).toEqual(new Set(["2019-12-05"]));
    expect(await again()).toMatchObject({ updated: 0, conflicts: [] });
  });

  test("entries under a heading that nobody knows are pointed out", async () => {
    const renamed = fillList(fileOf(large), { 0: delivered });
    const odd = {
      ...renamed,
      grids: renamed.grids.map((grid) => ({
        ...grid,
        rows: grid.rows.map((own) => own.map((cell) => (cell === "送达日期" ? "哪天" : cell))),
      })),
    };
    const { outcome } = await collectFresh([odd]);
    expect(outcome.conflicts).toEqual([{ file: odd.name, cell: "R2", school: large, kind: "unmatched" }]);
  });
});

describe("what is not merged is listed with its cell", () => {
  test.each<[string, (file: SchoolFile) => SchoolFile, Partial<CollectOutcome["conflicts"][number]>[]]>([
    ["a locked amount", (file) => fillList(file, { 0: { 应还合计: 1 } }), [{ kind: "locked-changed", cell: "I3", field: "due" }]],
    ["a telephone", (file) => fillList(file, { 0: { 联系电话: "13800000000" } }), [{ kind: "locked-changed", cell: "J3", field: "phone" }]],
    [
      "a word that is on no list",
      (file) => fillList(file, { 0: { 还款状态: "再说" } }),
      [{ kind: "invalid-value", cell: "W3", field: "repaymentStatus" }],
    ],
    [
      "a day that never was",
      (file) => fillList(file, { 0: { 送达日期: "2019-11-31" } }),
      [{ kind: "invalid-value", cell: "R3", field: "deliveredOn" }],
    ],
    [
      "a day to come",
      (file) => fillList(file, { 0: { 送达日期: "2019-12-12" } }),
      [{ kind: "invalid-value", cell: "R3", field: "deliveredOn" }],
    ],
    ["a deleted row", (file) => editList(file, (rows) => rows.splice(0, 1)), [{ kind: "row-missing" }]],
    ["a row twice", (file) => editList(file, (rows) => rows.push([...rows[0]!])), [{ kind: "row-duplicated", cell: "A22" }]],
    ["a sorted column", (file) => editList(file, (rows, column) => turn(rows, column("姓名"))), [{ kind: "row-shifted", field: "name" }]],
  ])("%s", async (_, change, expected) => {
    const { outcome } = await collectFresh([change(fileOf(large))]);
    expect(outcome.conflicts).toHaveLength(expected.length);
    expect(outcome.conflicts).toMatchObject(expected.map((conflict) => ({ file: fileOf(large).name, school: large, ...conflict })));
    expect(outcome.updated).toBe(0);
  });

  test("a person whom the school added", async () => {
    const added = editList(fileOf(large), (rows, column) => {
      const own: CellValue[] = [];
      own[column("姓名")] = "外来人";
      own[column("身份证号")] = "610526199403150018";
      own[column("送达日期")] = "2019-11-26";
      rows.push(own);
    });
    const { book, outcome } = await collectFresh([added]);
    expect(kinds(outcome)).toEqual(["row-added"]);
    expect(tabOf(book, "conflicts").rows[3]).toEqual(
      expect.arrayContaining(["名单外新增", added.name, large, tabNames["school-list"], "A22", "外来人", "送达日期：2019-11-26"]),
    );
  });

  test("IDs are masked on the conflicts tab", async () => {
    const changed = fillList(fileOf(large), { 0: { 身份证号: "610526199403150018" } });
    const { book } = await collectFresh([changed]);
    const text = JSON.stringify(tabOf(book, "conflicts").rows);
    expect(text).toContain("610526********0018");
    expect(text).not.toMatch(/\d{17}[\dX]/);
  });

  test("a sorted column: the file is rejected, nothing of it merged, its school still to be chased", async () => {
    const sorted = editList(fillList(fileOf(large), { 0: delivered, 5: delivered }), (rows, column) => turn(rows, column("姓名")));
    const { book, outcome } = await collectFresh([sorted]);
    expect(outcome.files).toMatchObject([{ school: large, status: "rejected", rows: 18, reason: expect.stringContaining("单独排序") }]);
    expect(outcome.notReturned).toContain(large);
    expect(registerValues(book.grids).deliveries).toEqual([]);
  });

  test.each<[string, (own: SchoolFile, foreign: SchoolFile) => SchoolFile]>([
    ["the file's name", (own, foreign) => ({ ...foreign, name: own.name })],
    [
      "_meta and the titles",
      (own, foreign) => ({
        ...own,
        grids: own.grids.map((grid) =>
          grid.name === tabNames["school-list"] ? { ...grid, rows: [grid.rows[0]!, ...listOf(foreign).rows.slice(1)] } : grid,
        ),
      }),
    ],
  ])("a list under another school's name (%s): nothing is merged, both schools are still to be chased", async (_, change) => {
    const wrong = change(fileOf(large), fillList(fileOf(other), { 0: delivered }));
    const { book, outcome } = await collectFresh([wrong]);
    expect(outcome.files).toMatchObject([{ school: large, status: "rejected" }]);
    expect(new Set(kinds(outcome))).toEqual(new Set(["other-school"]));
    expect(outcome.notReturned).toEqual(schools);
    expect(registerValues(book.grids).deliveries).toEqual([]);
  });
});

describe("many files", () => {
  const unreadable = (code: ConstructorParameters<typeof WorkbookError>[0]): IncomingFile => ({
    name: `${code}.xlsx`,
    read: () => Promise.reject(new WorkbookError(code, "x")),
  });

  test("a broken file never stops the rest; each has a sentence", async () => {
    const broken: IncomingFile = { name: "bug.xlsx", read: () => Promise.reject(new TypeError("x is undefined")) };
    const foreign: SchoolFile = {
      name: "课表.xlsx",
      grids: [
        {
          ...listOf(fileOf(large)),
          name: "课表",
          rows: [
            ["星期", "课程"],
            ["一", "语文"],
          ],
        },
      ],
    };
    const { outcome } = await collectFresh([
      unreadable("encrypted"),
      unreadable("empty-file"),
      broken,
      foreign,
      fillList(fileOf(large), { 0: delivered }),
    ]);
    expect(outcome.files.map(({ file, status, school, rows }) => [file, status, school, rows])).toEqual([
      ["encrypted.xlsx", "rejected", null, 0],
      ["empty-file.xlsx", "rejected", null, 0],
      ["bug.xlsx", "rejected", null, 0],
      ["课表.xlsx", "rejected", null, 0],
      [fileOf(large).name, "merged", large, 18],
    ]);
    for (const { reason } of outcome.files.slice(0, 4)) expect(reason).toMatch(/。$/);
    expect(outcome.updated).toBe(1);
  });

  test("the centre's own book among the files is passed over", async () => {
    const { book } = await collectFresh([fillList(fileOf(large), { 0: delivered })]);
    const outcome = await collectInto(book, [{ name: book.name, grids: book.grids }]);
    expect(outcome).toMatchObject({ updated: 0, conflicts: [], files: [{ file: book.name, status: "rejected" }] });
  });

  test("two versions: the fuller one counts whatever the order, the other is listed", async () => {
    const first = { ...fillList(fileOf(large), { 0: { 还款状态: "未还" } }), name: `蒲城县2019催收名单_${large}_v1_修改.xlsx` };
    const second = fillList(fileOf(large), { 0: { ...delivered, 还款状态: "已还" } });
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      const { book, outcome } = await collectFresh(order);
      expect(outcome.conflicts).toEqual([
        { file: first.name, cell: "W3", school: large, contractNo: contractAt(first, 0), field: "repaymentStatus", kind: "two-versions" },
      ]);
      expect(registerValues(book.grids).claims).toMatchObject([{ repaymentStatus: "paid" }]);
    }
  });

  test("who has not returned anything is listed with contact, people and money, and stays off the list once it has", async () => {
    const { book, outcome } = await collectFresh([fileOf(large)]);
    expect(outcome.notReturned).toEqual(schools.filter((school) => school !== large));
    const [, , headings, first] = tabOf(book, "not-returned").rows;
    expect(headings).toEqual([
      "序号",
      "责任学校",
      "联络员",
      "联络员电话",
      "包联人",
      "应还人数",
      "合同数",
      "应还合计",
      "应交日期",
      "是否逾期",
      "提醒用语",
    ]);
    expect(first?.slice(0, 2)).toEqual([1, schools[0]]);
    expect(first?.[2]).toEqual(expect.stringMatching(/^\p{Script=Han}{2,4}$/u));
    expect(first?.slice(8, 10)).toEqual([{ day: "2019-11-29" }, "已逾期"]);
    expect(first?.[10]).toMatch(
      new RegExp(
        `^${schools[0]}的老师您好！截至12月11日（星期三），贵校的助学贷款催收名单（\\d+人、\\d+笔合同）尚未收到，原定11月29日（星期五）前交回`,
      ),
    );
    const later = await collectInto(book, [fileOf(other)]);
    expect(later.notReturned).toEqual(schools.filter((school) => school !== large && school !== other));
  });

  test("people held back for errors are not missed, and a school with nobody else is not chased", async () => {
    const book = new MemoryBook(grids);
    const season = openCounty(grids);
    const held = new Set(season.assignments.filter(({ school }) => school?.name === large).map(({ person }) => person.key));
    const outcome = await collect.run(new OpenSeason(season.book, { ...season, held }), { workbook: book, files: incoming([]) });
    expect(outcome.notReturned).not.toContain(large);
  });
});

describe("once more", () => {
  const filled = () =>
    all.map((file, at) => fillList(file, { 0: delivered, ...(at % 2 ? { 0: { 还款状态: "已存", 实还合计: 10 } } : {}) }));

  test("collecting the same files again changes nothing in the registers and reports the same", async () => {
    const { book, outcome, again } = await collectFresh(filled());
    const before = registerValues(book.grids);
    const second = await again();
    expect(second.updated).toBe(0);
    expect(second.unchanged).toBe(outcome.unchanged + outcome.updated);
    expect(second.conflicts).toEqual(outcome.conflicts);
    expect(registerValues(book.grids)).toEqual(before);
    // What did not change is not written, so that a person's own layout stays.
    expect(book.written.at(-1)).toEqual(["conflicts", "not-returned", "school-returns", "returns", "change-log"]);
  });

  test("a correction that the centre made in a register outlives the same file, and gives way to a newer one", async () => {
    const file = fillList(fileOf(large), { 0: { ...delivered, 还款状态: "已还" } });
    const { book, again } = await collectFresh([file]);
    book.grids = book.grids.map((grid) =>
      grid.ownTab === "claims" ? { ...grid, rows: grid.rows.map((own) => own.map((cell) => (cell === "已还" ? "未还" : cell))) } : grid,
    );
    expect((await again()).updated).toBe(0);
    expect(registerValues(book.grids).claims).toMatchObject([{ repaymentStatus: "unpaid" }]);
    const newer = fillList(file, { 0: { 还款日期: "2019-12-05" } });
    expect((await collectInto(book, [newer])).updated).toBe(1);
    expect(registerValues(book.grids).claims).toMatchObject([{ repaymentStatus: "paid", repaidOn: "2019-12-05" }]);
  });

  test("an older file handed in again does not undo a newer one", async () => {
    const old = fillList(fileOf(large), { 0: { 还款状态: "未还" } });
    const { book } = await collectFresh([old]);
    await collectInto(book, [fillList(fileOf(large), { 0: { 还款状态: "已还" } })]);
    expect((await collectInto(book, [old])).updated).toBe(0);
    expect(registerValues(book.grids).claims).toMatchObject([{ repaymentStatus: "paid" }]);
  });

  test("a later file that leaves cells blank takes nothing away", async () => {
    const { book } = await collectFresh([fillList(fileOf(large), { 0: delivered })]);
    await collectInto(book, [fillList(fileOf(large), { 0: { 备注: "见到本人" } })]);
    expect(registerValues(book.grids).deliveries).toMatchObject([{ signedBy: "王建民", note: "见到本人" }]);
  });

  test("a new version of the list carries what was registered, and comes back without news", async () => {
    const { book } = await collectFresh(filled());
    const next = [...schoolFiles(book.grids).values()];
    expect(await collectInto(book, next)).toMatchObject({ updated: 0, conflicts: [] });
  });

  test("every run is a line in the log, every file a line in 回收登记; a late school is marked, one that was in time only adds", async () => {
    const { book } = await collectFresh([fileOf(large)], day("2019-11-29"));
    await collectInto(book, [fileOf(large), fillList(fileOf(other), { 0: delivered })], day("2019-12-19"));
    await collectInto(book, [fillList(fileOf(large), { 0: delivered }), fillList(fileOf(other), { 1: delivered })], day("2019-12-20"));
    expect(
      tabOf(book, "change-log")
        .rows.slice(2)
        .map(([on, action]) => [on, action]),
    ).toEqual([
      [{ day: "2019-11-29" }, "合并回收表"],
      [{ day: "2019-12-19" }, "合并回收表"],
      [{ day: "2019-12-20" }, "合并回收表"],
    ]);
    expect(
      tabOf(book, "returns")
        .rows.slice(3)
        .map((own) => own.slice(0, 7)),
    ).toEqual([
      [{ day: "2019-11-29" }, fileOf(large).name, large, "已登记", 18, 0, null],
      [{ day: "2019-12-19" }, fileOf(other).name, other, "已登记", 13, 4, "迟报"],
      [{ day: "2019-12-20" }, fileOf(large).name, large, "已登记", 18, 4, "补报"],
      [{ day: "2019-12-20" }, fileOf(other).name, other, "已登记", 13, 4, "迟报"],
    ]);
  });
});

describe("whatever schools do", () => {
  const listed = ["送达方式", "与借款人关系", "还款状态", "特殊情况类别"] as const;
  const fields = {
    送达方式: "deliveryMethod",
    与借款人关系: "signerRelation",
    还款状态: "repaymentStatus",
    特殊情况类别: "exceptionKind",
  } as const;
  const entry = fc.oneof(
    fc.record({
      heading: fc.constantFrom("送达日期", "还款日期"),
      value: fc.oneof(fc.constantFrom("2019.11.26", "12月3日", 43796, "二〇一九", "2019-13-01", "2020-01-01"), fc.string({ maxLength: 6 })),
    }),
    fc.constantFrom(...listed).chain((heading) =>
      fc.record({
        heading: fc.constant(heading),
        value: fc.oneof(
          fc.constantFrom(
            ...(choiceCodes[fields[heading]] as readonly ChoiceCode[]).flatMap((code) => spellingsOf<ChoiceField>(fields[heading], code)),
          ),
          fc.string({ maxLength: 4 }),
        ),
      }),
    ),
    fc.record({
      heading: fc.constantFrom("签收人", "送达人", "情况说明", "备注"),
      value: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom("=A1", "王建民", "注：电话告知", "合计")),
    }),
    fc.record({
      heading: fc.constant("实还合计"),
      value: fc.oneof(fc.double({ min: -10, max: 50_000, noNaN: true }), fc.constantFrom("一百元", "￥12", "无", "约100")),
    }),
  );
  const filling = fc.array(fc.record({ school: fc.nat(20), row: fc.nat(12), entry }), { maxLength: 30 });
  type Filling = { school: number; row: number; entry: { heading: string; value: CellValue } };

  const filledFiles = (fillings: readonly Filling[]): SchoolFile[] =>
    all.map((file, school) =>
      editList(file, (rows, column) => {
        for (const {
          school: at,
          row,
          entry: { heading, value },
        } of fillings) {
          if (at % all.length === school) rows[row % rows.length]![column(heading)] = value;
        }
      }),
    );

  const slow = { numRuns: 15 };

  test("every entry is registered, listed, or says nothing; nothing vanishes", async () => {
    await fc.assert(
      fc.asyncProperty(filling, async (fillings) => {
        const given = filledFiles(fillings);
        const { book, outcome } = await collectFresh(given);
        const registers = registerValues(book.grids);
        for (const file of given) {
          const headings = listOf(file).rows[listHeadingRow] ?? [];
          listOf(file)
            .rows.slice(listHeadingRow + 1, -2)
            .forEach((own, at) => {
              headings.forEach((heading, column) => {
                const value = own[column];
                if (column < factFields.length || saysNothing(value ?? null)) return;
                const field = fieldOf[String(heading)]!;
                const isListed = outcome.conflicts.some(
                  (conflict) => conflict.file === file.name && conflict.field === field && conflict.contractNo === own[contractColumn],
                );
                const isStored = Object.values(registers).some((rows) =>
                  rows.some((values) => values.contractNo === own[contractColumn] && values[field as keyof typeof values] !== undefined),
                );
                if (isListed === isStored)
                  throw new Error(
                    `${file.name} row ${at} ${String(heading)} ${JSON.stringify(value)}: listed ${isListed}, stored ${isStored}`,
                  );
              });
            });
        }
        expect(outcome.conflicts.every(({ kind }) => kind === "invalid-value")).toBe(true);
      }),
      slow,
    );
  });

  test("the order of files, rows and columns makes no difference", async () => {
    await fc.assert(
      fc.asyncProperty(filling, fc.infiniteStream(fc.nat()), async (fillings, stream) => {
        const given = filledFiles(fillings);
        const draw = () => stream.next().value;
        const plain = await collectFresh(given);
        const mixed = await collectFresh(shuffled(given, draw).map((file) => shuffledList(file, draw)));
        expect(registerValues(mixed.book.grids)).toEqual(registerValues(plain.book.grids));
        const signs = ({ conflicts }: CollectOutcome) =>
          conflicts.map(({ file, kind, field, contractNo }) => [file, kind, field, contractNo].join("|")).sort();
        expect(signs(mixed.outcome)).toEqual(signs(plain.outcome));
        expect(mixed.outcome).toMatchObject({ updated: plain.outcome.updated, unchanged: plain.outcome.unchanged });
      }),
      slow,
    );
  });

  test("collecting twice is collecting once", async () => {
    await fc.assert(
      fc.asyncProperty(filling, async (fillings) => {
        const { book, again } = await collectFresh(filledFiles(fillings));
        const before = registerValues(book.grids);
        expect((await again()).updated).toBe(0);
        expect(registerValues(book.grids)).toEqual(before);
      }),
      slow,
    );
  });

  test("any county: what went out unfilled comes back without changes and conflicts", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.nat(10_000), async (persons, seed) => {
        const own = countyGrids(persons, seed);
        const outcome = await collectInto(new MemoryBook(own), [...schoolFiles(own).values()]);
        expect(outcome).toMatchObject({ updated: 0, conflicts: [], notReturned: [] });
      }),
      { numRuns: 15 },
    );
  });
});

const fieldOf: Readonly<Record<string, string>> = {
  送达日期: "deliveredOn",
  送达方式: "deliveryMethod",
  签收人: "signedBy",
  与借款人关系: "signerRelation",
  送达人: "deliveredBy",
  还款状态: "repaymentStatus",
  还款日期: "repaidOn",
  实还合计: "repaid",
  特殊情况类别: "exceptionKind",
  情况说明: "exceptionNote",
  备注: "note",
};

// Blanks, and the marks by which people say that there is no amount.
function saysNothing(value: CellValue): boolean {
  return value === null || (typeof value === "string" && (value.replace(/[\s\p{Cc}]/gu, "") === "" || value === "无"));
}

function turn(rows: (CellValue | undefined)[][], column: number): void {
  const values = rows.map((own) => own[column]);
  values.push(values.shift());
  rows.forEach((own, at) => (own[column] = values[at]));
}

function dropColumns(file: SchoolFile, headings: readonly string[]): SchoolFile {
  const dropped = new Set(headings.map((heading) => (listOf(file).rows[listHeadingRow] ?? []).indexOf(heading)));
  return mapList(file, (rows) => rows.map((own) => own.filter((_, at) => !dropped.has(at))));
}

function mapList(file: SchoolFile, change: (rows: readonly (readonly CellValue[])[]) => readonly (readonly CellValue[])[]): SchoolFile {
  return {
    ...file,
    grids: file.grids.map((grid) => (grid.name === tabNames["school-list"] ? { ...grid, rows: change(grid.rows), merges: [] } : grid)),
  };
}

function shuffled<T>(items: readonly T[], draw: () => number): T[] {
  return items
    .map((item) => ({ item, at: draw() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** The list with its rows and its columns in another order; every row stays together. */
function shuffledList(file: SchoolFile, draw: () => number): SchoolFile {
  return mapList(file, (rows) => {
    const [title = [], headings = [], ...body] = rows;
    const totals = body.pop() ?? [];
    const order = shuffled(
      headings.map((_, at) => at),
      draw,
    );
    const turned = (own: readonly CellValue[]) => order.map((at) => own[at] ?? null);
    return [title, turned(headings), ...shuffled(body, draw).map(turned), turned(totals)];
  });
}
