// Builders: one sound borrower, and grids of rows as a clerk would type them, so that a test changes only what it is about.
import type { FieldId } from "../../src/domain/record/field";
import { dayFromIso } from "../../src/domain/values/day";
import type { Example, ExampleRow } from "../../src/domain/checking/rule";
import type { CellValue, Grid } from "../../src/sheets/grid";
import { headingOf } from "../../src/sheets/vocabulary/columns";

/** The day on which the tests' offices work: after the lists went out, before the due date. */
export const officeDay = "2019-12-11";

/** A borrower in whose row nothing is remarkable: one contract, principal and interest due, both parents reachable. */
export const soundBorrower = {
  seq: 1,
  name: "王思齐",
  citizenId: "610526199403150018",
  gender: "男",
  contractNo: "6105262013000001",
  loanYear: 2013,
  university: "渭南师范学院",
  graduation: "2017-07",
  loanAmount: 6000,
  balance: 6000,
  principal: 1200,
  interest: 294,
  due: 1494,
  maturity: "2026-09-20",
  dueDate: "2019-12-20",
  phone: "13991300018",
  coBorrowerName: "王建民",
  coBorrowerId: "612128196805124014",
  coBorrowerPhone: "13991300027",
  coBorrowerRelation: "父亲",
  address: "蒲城县罕井镇东街村二组",
  township: "罕井镇",
  village: "东街村",
} as const satisfies ExampleRow;

/** A line of 附件2 in which nothing is remarkable. */
export const soundTerritory = { school: "罕井镇中心校", township: "罕井镇", liaison: "周同志" } as const satisfies ExampleRow;

/** A payment of the sound borrower's contract. */
export const soundPayment = {
  name: soundBorrower.name,
  citizenId: soundBorrower.citizenId,
  contractNo: soundBorrower.contractNo,
  repaid: 1494,
  repaidOn: "2019-11-20",
  deductionResult: "成功",
} as const satisfies ExampleRow;

/** A borrower row like the sound one but for what is given; the n-th row has its own contract number and loan year. */
export function aBorrower(changes: ExampleRow = {}, n = 0): ExampleRow {
  const own = { seq: n + 1, contractNo: `61052620130000${String(n + 1).padStart(2, "0")}`, loanYear: 2013 - n };
  return { ...soundBorrower, ...(n < 6 ? own : { ...own, loanYear: "" }), ...changes };
}

const errorText = /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)$/;

/** A typed value as the cell that a file holds: errors, formulas without a result, and days in the way Excel stores them. */
export function typed(value: string | number | undefined): CellValue {
  if (value === undefined || value === "") return null;
  if (typeof value === "number") return value;
  if (errorText.test(value)) return { fault: "error", text: value };
  if (value.startsWith("=")) return { fault: "uncalculated", text: value };
  const day = dayFromIso(value);
  return day ? { day } : value;
}

/** Rows under our own headings; the columns are the fields that any row has. */
export function gridOf(name: string, rows: readonly ExampleRow[], title?: string): Grid {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row) as FieldId[]))];
  return {
    name,
    visibility: "visible",
    rows: [
      ...(title === undefined ? [] : [[title]]),
      fields.map((field) => headingOf(field)),
      ...rows.map((row) => fields.map((field) => typed(row[field]))),
    ],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
}

const listed = (example: Example): readonly ExampleRow[] =>
  Array.isArray(example) ? (example as readonly ExampleRow[]) : [example as ExampleRow];

/** A borrower list with these rows, each filled up to a sound borrower. */
export function rosterGrid(rows: Example, name = "应还名单"): Grid {
  return gridOf(
    name,
    listed(rows).map((row, index) => aBorrower(row, index)),
  );
}

/** A bank's sheet with these rows, each filled up to a payment of the sound borrower. */
export function paymentGrid(rows: Example, name = "扣款结果"): Grid {
  return gridOf(
    name,
    listed(rows).map((row) => ({ ...soundPayment, ...row })),
  );
}

/** The table 附件2: 罕井镇 and 孙镇 whole, 城关镇 divided between two schools. */
export function territoryGrid(rows: Example = [], name = "辖区划分"): Grid {
  return gridOf(name, [
    ...(listed(rows).length > 0 ? listed(rows) : [soundTerritory, { school: "孙镇中心校", township: "孙镇" }]),
    { school: "城关镇中", township: "城关镇", village: "东街村" },
    { school: "实验中学", township: "城关镇", village: "北关村" },
  ]);
}

/** A sheet with these rows and nothing else about it. */
export function plainGrid(name: string, rows: Grid["rows"], more: Partial<Grid> = {}): Grid {
  return { name, visibility: "visible", rows, merges: [], hiddenRows: [], hiddenColumns: [], ...more };
}

/** A sheet 设置 of the season 2019 with these further lines. */
export function settingsGrid(lines: Readonly<Record<string, string | number>> = {}, name = "设置"): Grid {
  const pairs = { 县名: "蒲城县", 年度: 2019, 今天: officeDay, 应还日: "2019-12-20", 名单下发: "2019-11-20", ...lines };
  return plainGrid(name, [["项目", "内容"], ...Object.entries(pairs).map(([key, value]) => [key, typed(value)])]);
}

/** The book in which an example of a rule stands. */
export function exampleBook(
  example: Example,
  sheet?: "repayments" | "jurisdictions",
  settings: Readonly<Record<string, string | number>> = {},
): readonly Grid[] {
  return [
    settingsGrid(settings),
    rosterGrid(sheet === undefined ? example : {}),
    territoryGrid(sheet === "jurisdictions" ? example : []),
    ...(sheet === "repayments" ? [paymentGrid(example)] : []),
  ];
}
