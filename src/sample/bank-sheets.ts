// The bank's batches as sheets: 提前还款名单 and 扣款结果.
import type { CellOut, SheetSpec } from "../sheets/writing/spec";
import type { SampleBatch, SampleDeduction } from "./records";
import { type PlainColumn, plainSheet } from "./sheet-frame";

/** The headings of a bank sheet with their looks. */
export const bankColumns: readonly PlainColumn[] = [
  ["合同编号", { width: 20, style: "cell" }],
  ["姓名", { width: 10, style: "cell" }],
  ["身份证号", { width: 21, style: "cell" }],
  ["扣款日期", { width: 12, style: "cellDay" }],
  ["扣款金额", { width: 12, style: "cellMoney" }],
  ["实还本金", { width: 12, style: "cellMoney" }],
  ["实还利息", { width: 12, style: "cellMoney" }],
  ["扣款结果", { width: 10, style: "cellCenter" }],
  ["批次", { width: 18, style: "cell" }],
];

/** One answer of the bank as a row. */
export function bankRow(deduction: SampleDeduction, batch: string): readonly CellOut[] {
  return [
    deduction.contractNo,
    deduction.name,
    deduction.citizenId,
    { day: deduction.on },
    { fen: deduction.amount },
    { fen: deduction.principal },
    { fen: deduction.interest },
    deduction.result,
    batch,
  ];
}

/** A batch as a sheet. */
export function bankSheet({ sheet, batch, deductions }: SampleBatch): SheetSpec {
  return plainSheet(
    sheet,
    bankColumns,
    deductions.map((deduction) => bankRow(deduction, batch)),
  );
}
