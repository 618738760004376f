// Further sheets that a real book has: one in 万元, one with two tables below each other, and empty ones.
import type { FieldId } from "../domain/record/field";
import type { CellOut } from "../sheets/writing/spec";
import { type BorrowerColumn, type LoanRow, borrowerColumns, loanRows } from "./borrower-columns";
import { type Draft, type DraftRow, type LaidOut, layOut } from "./draft";
import type { SamplePerson } from "./records";

/** Headings that banks and schools use instead of ours. */
const otherHeadings: { readonly [F in FieldId]?: string } = {
  name: "学生姓名",
  citizenId: "身份证件号",
  contractNo: "借款合同号",
  loanYear: "合同年度",
  university: "高校名称",
  balance: "剩余未还本金",
  principal: "2019年应还本金（元）",
  interest: "2019年应还利息（元）",
  due: "本息合计（元）",
  phone: "本人电话",
  coBorrowerName: "家长姓名",
  coBorrowerId: "家长身份证号",
  coBorrowerPhone: "家长电话",
  township: "镇办",
  village: "行政村",
  middleSchool: "高中",
};

function headingRow(columns: readonly BorrowerColumn[], headings: (column: BorrowerColumn) => string): DraftRow {
  return { cells: columns.map(headings), look: "heading" };
}

function bodyRows(columns: readonly BorrowerColumn[], loans: readonly LoanRow[], change: (cell: CellOut) => CellOut): readonly DraftRow[] {
  return loans.map((loan) => ({ cells: columns.map((column) => change(column.cell(loan))), loan }));
}

/** Money as a plain number of 万元. */
function inTenThousands(cell: CellOut): CellOut {
  return typeof cell === "object" && cell !== null && "fen" in cell ? cell.fen / 1_000_000 : cell;
}

/** A township's list whose amounts are in 万元, as one line above the headings says. */
export function messyUnitSheet(name: string, persons: readonly SamplePerson[]): LaidOut {
  const columns = borrowerColumns.filter(({ field }) => field !== "school");
  const unit: DraftRow = { cells: [`${name}应还学生名单`, ...columns.slice(2).map(() => null), "金额单位：万元"], look: "subtitle" };
  const draft: Draft = {
    name: `${name}(万元)`,
    columns: columns.map(({ look }) => (look.style === "cellMoney" ? { width: 12, style: "cell" } : look)),
    rows: [unit, headingRow(columns, ({ heading }) => heading), ...bodyRows(columns, loanRows(persons), inTenThousands)],
    merges: [],
    marks: [{ on: unit, column: columns.length - 1, code: "D28", severity: "warning", what: "整表以万元为单位" }],
  };
  return layOut(draft);
}

/** Two townships on one sheet, one table below the other, each with its own title and headings. */
export function messyTwoTables(tables: readonly (readonly [township: string, persons: readonly SamplePerson[]])[]): LaidOut {
  const columns = borrowerColumns.filter(({ field }) => !["school", "note", "alipayAccount"].includes(field));
  const draft: Draft = {
    name: tables.map(([township]) => township).join("、"),
    columns: columns.map(({ look }) => look),
    rows: [],
    merges: [],
    marks: [],
  };
  for (const [index, [township, persons]] of tables.entries()) {
    const title: DraftRow = { cells: [`${township}2019年应还学生名单（单位：元）`], look: "title" };
    const heading = headingRow(columns, (column) => otherHeadings[column.field] ?? column.heading);
    if (index > 0) draft.rows.push({ cells: [] }, { cells: [] });
    draft.rows.push(title, heading, ...bodyRows(columns, loanRows(persons), (cell) => cell));
    draft.merges.push({ first: title, last: title, left: 0, right: columns.length - 1 });
    if (index === 0) continue;
    draft.marks.push(
      { on: title, column: 0, code: "D8", severity: "info", what: "同一工作表上的第二张表" },
      { on: heading, column: 0, code: "D3", severity: "info", what: "第二张表的表头" },
    );
  }
  return layOut(draft);
}

/** An empty sheet, as new books have them. */
export function emptySheet(name: string): LaidOut {
  const row: DraftRow = { cells: [null] };
  return layOut({
    name,
    columns: [{ width: 9, style: "plain" }],
    rows: [row],
    merges: [],
    marks: [{ on: row, column: 0, code: "D8", severity: "info", what: "空白工作表" }],
  });
}
