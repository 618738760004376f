// The roll-up tabs as people open them: reviewed as text, proven to add up, and silent about single borrowers where leaders look.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { rollup, rollupInput } from "../../src/actions/rollup";
import type { Workbook } from "../../src/actions/workbook";
import { day } from "../../src/domain/values/day";
import type { FieldValues, SheetRow } from "../../src/domain/record/field";
import { schoolKey } from "../../src/domain/identity/keys";
import type { ConflictKind } from "../../src/domain/returns/conflict";
import { fen } from "../../src/domain/values/money";
import { leadership } from "../../src/sheets/rollups/leadership";
import { questionsOf } from "../../src/domain/returns/decision";
import { questionLine } from "../../src/sheets/returns/question-line";
import { conflictsSheet } from "../../src/sheets/returns/conflicts";
import { notReturnedSheet } from "../../src/sheets/returns/not-returned";
import { SheetStack } from "../../src/sheets/rollups/rollup-layout";
import { groupTable, measureColumns } from "../../src/sheets/rollups/rollup-measures";
import { rollups, rollupSheets } from "../../src/sheets/rollups/rollups";
import { withHeights } from "../../src/sheets/writing/row-heights";
import { linesOf, pointsOf } from "../../src/sheets/writing/text-lines";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { cellText } from "../../src/sheets/grid";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { tallyOf } from "../../src/domain/standing/tally";
import { dumpSheet } from "../support/dump";
import { expectGolden } from "../support/golden";
import { asOf, bookOf, type Given, schools, seasonOf } from "../support/rollup-books";
import { idOf, loan, payment, row } from "../support/season-rows";

// Eight persons with nine contracts: two schools tie, one has nobody, one person has no school; the bank's sheets hold every oddity.
const personal = (n: number): FieldValues => ({ phone: `1390913000${n}`, address: `罕井镇测试村${n}组`, coBorrowerName: `家长${n}` });
const loans = [
  loan(1, "6105262019000001", 1000, personal(1)),
  loan(1, "6105262019000002", 500, personal(1)),
  loan(2, "6105262019000003", 500, personal(2)),
  loan(3, "6105262019000004", 600, personal(3)),
  loan(4, "6105262019000005", 400, personal(4)),
  loan(5, "6105262019000006", 800, personal(5)),
  loan(6, "6105262019000007", 0, personal(6)),
  loan(7, "6105262019000008", 700, personal(7)),
  loan(8, "6105262019000009", 500, personal(8)),
];
const early = (contractNo: string, yuan: number): SheetRow =>
  row("提前还款", { contractNo, repaid: fen(yuan * 100), repaidOn: day("2019-11-15") });
const payments = [
  payment("6105262019000001", 1000),
  payment("6105262019000001", 1000, { sheet: "扣款结果 (2)" }),
  payment("6105262019000002", 500, { deductionResult: "insufficient" }),
  payment("6105262019000003", 500),
  early("6105262019000005", 900),
  payment("6105262019000006", 300, { deductionResult: "partial" }),
  payment("6105262019000008", 700, { repaidOn: day("2019-12-21") }),
  payment("6105262019009999", 250, { name: "外县某", citizenId: idOf(99) }),
  { ...payment("6105262019000009", undefined), issues: [{ field: "repaid" as const, kind: "unreadable" as const, raw: "五百?" }] },
];
const report = (n: number, contractNo: string, values: FieldValues) =>
  row("登记", { name: `测试${n}`, contractNo: `61052620190000${contractNo}`, ...values });
const given: Given = {
  loans,
  payments,
  registers: {
    deliveries: [
      report(1, "01", { deliveredOn: day("2019-11-26"), signedBy: "家长1", signerRelation: "father" }),
      report(2, "03", { deliveredOn: day("2019-11-27"), signerRelation: "self" }),
      report(5, "06", { deliveredOn: day("2019-11-28"), signedBy: "某某", signerRelation: "official" }),
    ],
    claims: [report(3, "04", { repaymentStatus: "paid" }), report(8, "09", { repaymentStatus: "unreachable" })],
    visits: [report(5, "06", { visitedOn: day("2019-12-11") }), report(5, "06", { visitedOn: day("2019-12-10") })],
    exceptions: [
      report(7, "08", { exceptionKind: "deceased", exceptionNote: "村委会已出具证明" }),
      report(5, "06", { exceptionKind: "hardship", exceptionNote: "母亲住院" }),
    ],
  },
};
const chosen = [schools[0], schools[0], schools[1], schools[1], schools[1], schools[0], schools[2], undefined];
const input = rollupInput(seasonOf(bookOf(given), (index) => chosen[index]));
const sheets = rollupSheets(input);
const sheet = (tab: string): SheetSpec => sheets.find((spec) => spec.tab === tab)!;

describe("the tabs as reviewed", () => {
  test.each(rollups.map(({ tab }) => tab))("%s", (tab) => {
    expectGolden(`rollup-${tab}`, dumpSheet(sheet(tab)));
  });

  test("conflicts and missing schools are counted once files have come back", () => {
    const found = (kind: ConflictKind) => ({ file: "甲校.xlsx", kind, school: "" }) as const;
    const owed = { contact: "", contactPhone: "", liaison: "", persons: 1, contracts: 1, due: fen(1) };
    const deadline = { deadline: asOf, today: asOf };
    const lines = questionsOf([found("row-added"), found("unmatched")]).map((question) =>
      questionLine(question, { cellOf: () => undefined, rowKeyOf: () => "" }),
    );
    const conflicts = conflictsSheet(lines, { today: asOf });
    const missing = notReturnedSheet([{ ...owed, school: schoolKey("甲校") }], deadline);
    // A line that somebody put above the headings is no conflict and no school.
    const grids = [conflicts, missing].map((spec) => {
      const grid = gridOfSpec(spec, spec.name);
      return { ...grid, rows: [["请先处理本表"], ...grid.rows] };
    });
    expect(rollupInput(seasonOf(bookOf({ ...given, grids }), () => undefined)).returns).toEqual({
      conflicts: 2,
      notReturned: 1,
    });
  });
});

describe("what leaders see", () => {
  const texts = (spec: SheetSpec) => gridOfSpec(spec, spec.name).rows.flatMap((cells) => cells.map(cellText));
  const secrets = loans.flatMap(({ values }) => [
    values.name,
    values.citizenId,
    values.phone,
    values.contractNo,
    values.address,
    values.coBorrowerName,
  ]) as string[];

  test.each(rollups.filter(({ isImpersonal }) => isImpersonal).map(({ tab }) => tab))("%s names and identifies no borrower", (tab) => {
    const found = texts(sheet(tab)).filter(
      (text) => secrets.some((secret) => text.includes(secret)) || /\d{6}\*+|\d{15,}|1[3-9]\d{9}/.test(text),
    );
    expect(found).toEqual([]);
  });

  test("领导总览 names no liaison either", () => {
    expect(texts(sheet("leadership")).filter((text) => text.includes("包联甲"))).toEqual([]);
  });

  test("the centre's list masks every ID", () => {
    expect(texts(sheet("exception-list")).filter((text) => /\d{17}[\dX]/.test(text))).toEqual([]);
    expect(texts(sheet("exception-list"))).toContain("测试七");
  });

  test("a refused deduction takes one line of the centre's list", () => {
    const { columns } = sheet("exception-list");
    const characters = Math.floor((pointsOf([columns[7]!.width]) / 11) * 2) / 2;
    expect(linesOf("合同61052620130000021，2019-12-10扣款，扣款结果第9021行", characters)).toBe(1);
  });

  test("the centre's list repeats its headings on every page, and 异常汇总 counts every line of it", () => {
    const list = sheet("exception-list");
    expect([list.page?.repeatRows, list.freeze]).toEqual([[2, 2], { rows: 3, columns: 0 }]);
    const { rows } = gridOfSpec(sheet("exception-rollup"), "异常汇总");
    const [from, to] = [rows.findIndex((row) => row[0] === "特殊情况"), rows.findIndex((row) => row[0] === "逾期未送达")];
    const counted = rows.slice(from, to + 1).reduce((sum, row) => sum + Number(row[2]), 0);
    expect(counted).toBe(list.rows.length - 3);
  });

  test("领导总览 is two pages of A4: Excel forgets page breaks when it fits sheets, so the tab says its size and keeps within it", () => {
    const { page, columns, heights, rows, charts } = withHeights(sheet("leadership"));
    const { scale = 100, margins, breaksAfter = [], area, fitWidth } = page!;
    expect([fitWidth, breaksAfter.length, area]).toEqual([
      false,
      1,
      { top: 0, left: 0, bottom: rows.length - 1, right: columns.length - 1 },
    ]);
    const [width, height] = [595.28 - (margins.left + margins.right) * 72, 841.89 - (margins.top + margins.bottom) * 72];
    // A digit is 7.2 points wide in the widest font that stands in for 宋体 11.
    expect(columns.reduce((sum, column) => sum + column.width, 0) * 7.2 * (scale / 100)).toBeLessThan(width);
    const points = (from: number, to: number) => rows.slice(from, to).reduce((sum, _, row) => sum + (heights?.get(from + row) ?? 15), 0);
    const end = breaksAfter[0]! + 1;
    const perSchool = 18.75;
    expect(points(0, end) * (scale / 100)).toBeLessThan(height);
    // With thirty schools the second page is still one.
    expect((points(end, rows.length) + 26 * perSchool) * (scale / 100)).toBeLessThan(height);
    expect(charts!.map(({ over }) => over.bottom < end)).toEqual([true]);
  });

  test("a season before its first day shows dashes, not a hundred percent", () => {
    const empty = leadership(rollupInput(seasonOf(bookOf({ loans: [] }), () => undefined)));
    expect(empty.charts).toBeUndefined();
    expect(texts(empty).filter((text) => text.includes("100.00%"))).toEqual([]);
  });
});

describe("sums", () => {
  test("a totals row that is not the sum of its rows is refused", () => {
    const part = tallyOf(input.standings.values());
    const table = {
      before: [],
      measures: [measureColumns.persons],
      lines: [{ before: [], tally: part }],
      total: { before: [], tally: tallyOf([]) },
    };
    expect(() => groupTable(new SheetStack([9]), table)).toThrow(RangeError);
  });

  test("every tab can be drawn for any county, and names what it cannot place", () => {
    const anyLoan = fc.record({
      person: fc.integer({ min: 0, max: 12 }),
      due: fc.integer({ min: 0, max: 3000 }),
      taken: fc.integer({ min: -100, max: 4000 }),
    });
    fc.assert(
      fc.property(
        fc.array(anyLoan, { maxLength: 25 }),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 13, maxLength: 13 }),
        (drawn, places) => {
          const own = drawn.map(({ person, due }, index) => loan(person, `HT-${index}`, due));
          const taken = drawn.flatMap((one, index) => (one.taken === 0 ? [] : [payment(`HT-${index}`, one.taken)]));
          const book = bookOf({ loans: own, payments: taken });
          const once = rollupSheets(rollupInput(seasonOf(book, (index) => schools[places[index] ?? 4])));
          const again = rollupSheets(rollupInput(seasonOf(book, (index) => schools[places[index] ?? 4])));
          expect(again).toEqual(once);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("the button", () => {
  const run = async () => {
    const written: SheetSpec[][] = [];
    const workbook: Pick<Workbook, "write"> = {
      write: (tabs) => {
        written.push([...tabs]);
        return Promise.resolve(tabs.map(({ name }) => name));
      },
    };
    const outcome = await rollup.run(
      seasonOf(bookOf(given), (index) => chosen[index]),
      { workbook: workbook as Workbook },
    );
    return { outcome, written };
  };

  test("says what the command line prints", async () => {
    const { outcome } = await run();
    expect(outcome).toMatchObject({
      asOf: "2019-12-11",
      tabs: ["还款汇总", "扣款批次", "还款对账", "异常汇总", "异常明细", "领导总览", "学校汇总", "特殊情况审核"],
      county: {
        persons: 8,
        due: 500000,
        repaid: 220000,
        outstanding: 280000,
        delivered: 2,
        deliveryRate: 2500,
        recoveryRate: 4400,
        exceptions: 2,
      },
      unassigned: { persons: 1, due: 50000, repaid: 0 },
      bank: { counted: 4, duplicates: 1, ignored: 3, unmatched: 1, surplus: 50000, shortfall: 0 },
    });
    expect(outcome.schools.map(({ school: name, persons, repaid, due, rank }) => [name, persons, repaid, due, rank])).toEqual([
      ["罕井镇中心校", 3, 150000, 200000, 1],
      ["孙镇中心校", 3, 70000, 180000, 2],
      ["蒲城中学", 1, 0, 70000, 3],
      ["桥陵镇中心校", 0, 0, 0, null],
    ]);
  });

  test("run twice it writes the same tabs", async () => {
    const [first, second] = [await run(), await run()];
    expect(second.written).toEqual(first.written);
    expect(second.outcome).toEqual(first.outcome);
  });
});
