// 应还名单 as the centre keeps it: title, unit line, headings, one row per contract, the 合计 row, and the notes below.
import type { Fen } from "../domain/values/money";
import { columnLetters } from "../sheets/grid";
import type { CellOut, SheetSpec } from "../sheets/writing/spec";
import { borrowerColumns, loanRows } from "./borrower-columns";
import type { County } from "./records";
import { notOurs } from "./sheet-frame";

const title = "蒲城县2019年生源地信用助学贷款应还名单";
const unitLine = "单位：元";
const madeBy = "填报单位：蒲城县学生资助管理中心　　制表日期：2019年11月18日";

/** The notes below the list; roles instead of names. */
export const borrowerNotes = [
  "注：1.本表一份合同一行，同一学生有多份合同的分行填列；2.应还合计=应还本金+应还利息；3.宽限期内的合同只还利息，应还本金为0。",
  "填表人：资助中心经办人　　审核人：资助中心负责人　　联系电话：0913-7000000",
] as const;

/** The title and the unit line above the headings. */
export function borrowerHead(width: number): readonly (readonly CellOut[])[] {
  const unitRow: CellOut[] = Array.from({ length: width }, () => null);
  unitRow[0] = madeBy;
  unitRow[width - 2] = unitLine;
  return [[title], unitRow];
}

const summed = ["loanAmount", "balance", "principal", "interest", "due"] as const;
type Summed = (typeof summed)[number];
const isSummed = (field: string): field is Summed => summed.some((known) => known === field);

/** The totals row (合计) over rows `first` to `last` as the user counts them. */
export function totalRow(
  contracts: readonly { readonly [F in Summed]: Fen }[],
  label: string,
  rows: readonly [first: number, last: number],
): readonly CellOut[] {
  return borrowerColumns.map(({ field }, index): CellOut => {
    if (index === 0) return label;
    if (!isSummed(field)) return null;
    const letters = columnLetters(index);
    const sum = contracts.reduce((total, contract) => total + contract[field], 0);
    return { formula: `SUM(${letters}${rows[0]}:${letters}${rows[1]})`, value: sum / 100 };
  });
}

/** The sheet 应还名单 of a county. */
export function borrowerSheet(county: County): SheetSpec {
  const loans = loanRows(county.persons);
  const width = borrowerColumns.length;
  const right = width - 1;
  const body = loans.map((row) => borrowerColumns.map((column) => column.cell(row)));
  const totalAt = 3 + body.length;
  const contracts = loans.map(({ contract }) => contract);
  return {
    tab: notOurs,
    name: "应还名单",
    columns: borrowerColumns.map(({ look }) => look),
    rows: [
      ...borrowerHead(width),
      borrowerColumns.map(({ heading }) => heading),
      ...body,
      totalRow(contracts, "合计", [4, 3 + body.length]),
      ...borrowerNotes.map((note) => [note]),
    ],
    styled: [
      { area: { top: 0, left: 0, bottom: 0, right }, style: "titleLeft" },
      { area: { top: 1, left: 0, bottom: 1, right }, style: "subtitle" },
      { area: { top: 2, left: 0, bottom: 2, right }, style: "heading" },
      { area: { top: totalAt, left: 0, bottom: totalAt, right }, style: "totalMoney" },
      { area: { top: totalAt + 1, left: 0, bottom: totalAt + borrowerNotes.length, right }, style: "remark" },
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right },
      { top: 1, left: 0, bottom: 1, right: width - 3 },
      ...borrowerNotes.map((_, index) => ({ top: totalAt + 1 + index, left: 0, bottom: totalAt + 1 + index, right })),
    ],
    freeze: { rows: 3, columns: 2 },
  };
}
