// Telling data rows from the rest of a table: totals, repeated headings, blanks and the notes below.
import { type FieldId, fieldTypes } from "../domain/field";
import { type CellValue, cellText, type Grid } from "./grid";
import { type HeaderBlock, headerBlock, repeatsHeader, scoreOf } from "./header-row";
import type { IgnoredRow, IgnoredWhy } from "./reading";
import { withoutSpaces } from "./values/clean";

/** What a row of a table is: data, a row left out, or the headings of another table that begins here. */
export type RowVerdict = "data" | IgnoredWhy | "new-table";

const totalWords = /^.{0,24}(?:小计|合计|总计|累计|本页计|共计|汇总|(?:sub|grand)?totals?)[:：]?(?:[(（].*[)）])?$/i;
const noteWords =
  /^(?:注|说明|备注|填表|制表|审核|复核|负责人|经办|联系人|联系电话|咨询电话|单位[(（]?(?:盖章|公章)|公章|盖章|打印|填报|数据来源|第.{1,4}页|\d{4}年\d{0,2}月?\d{0,2}日?$|年月日|※|\*|—)/;

/** The text by which a totals row says so, or undefined when the row is none: 合计 and the like in any column of a row without a key. */
export function totalLabel(row: readonly CellValue[], keys: readonly number[]): string | undefined {
  const isBeside = (text: string) => text === "" || totalWords.test(text) || /^[\d,]+[人笔份户名所]$/.test(text);
  if (!keys.every((column) => isBeside(withoutSpaces(cellText(row[column]))))) return undefined;
  for (const cell of row) {
    if (typeof cell !== "string" || cell.length > 60) continue;
    const text = withoutSpaces(cell);
    if (text.length <= 30 && totalWords.test(text)) return text;
  }
  return undefined;
}

const amountIn = (cell: CellValue | undefined): number | undefined => {
  if (typeof cell === "number") return cell;
  const text = typeof cell === "string" && cell.length <= 20 ? cell.trim().replaceAll(",", "") : "";
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
};

/** The sums of the amounts so far: of the whole table, and since the last totals row. A row that only repeats them is a total without a word. */
class RunningSums {
  private readonly whole: number[];
  private readonly part: number[];
  private rows = 0;

  constructor(private readonly columns: readonly number[]) {
    this.whole = columns.map(() => 0);
    this.part = columns.map(() => 0);
  }

  add(row: readonly CellValue[]): void {
    this.rows++;
    this.columns.forEach((column, at) => {
      const amount = amountIn(row[column]) ?? 0;
      this.whole[at] = (this.whole[at] ?? 0) + amount;
      this.part[at] = (this.part[at] ?? 0) + amount;
    });
  }

  endPart(): void {
    this.rows = 0;
    this.part.fill(0);
  }

  areRepeatedBy(row: readonly CellValue[]): boolean {
    const amounts = this.columns.flatMap((column, at) => {
      const amount = amountIn(row[column]);
      return amount === undefined || amount === 0 ? [] : [{ amount, at }];
    });
    const repeats = (sums: readonly number[]) => amounts.every(({ amount, at }) => Math.abs(amount - (sums[at] ?? 0)) < 0.006);
    return amounts.length > 0 && (this.rows > 1 || amounts.length > 1) && (repeats(this.part) || repeats(this.whole));
  }
}

/** Decides row by row what a table's rows are. */
export class RowSorter {
  private readonly keys: readonly number[];
  private readonly values: readonly number[];
  private readonly sums: RunningSums;
  private hasEnded = false;

  constructor(
    private readonly grid: Grid,
    private readonly block: HeaderBlock,
    columns: ReadonlyMap<FieldId, number>,
    keyFields: readonly FieldId[],
  ) {
    this.keys = keyFields.flatMap((field) => columns.get(field) ?? []);
    this.values = [...columns.values()];
    this.sums = new RunningSums([...columns].flatMap(([field, column]) => (fieldTypes[field] === "money" ? [column] : [])));
  }

  /** What the row at this index (counted from 0) is. */
  verdict(index: number): RowVerdict {
    const row = this.grid.rows[index] ?? [];
    if (row.every((cell) => cell === null || cell === "" || (typeof cell === "string" && cell.trim() === ""))) return "blank";
    const hasKey = this.keys.some((column) => cellText(row[column]) !== "");
    // A heading row has words where data rows have numbers; this keeps the comparison away from the many data rows.
    if (this.keys.every((column) => !/\d/.test(cellText(row[column])))) {
      const other = this.heading(index);
      if (other) return other;
    }
    const isUnlabelledTotal = !hasKey && this.keys.length > 0 && this.sums.areRepeatedBy(row);
    if (isUnlabelledTotal || totalLabel(row, this.keys) !== undefined) {
      this.sums.endPart();
      this.hasEnded = true;
      return "total";
    }
    if (this.isNote(row, hasKey)) return "note";
    this.hasEnded = false;
    this.sums.add(row);
    return "data";
  }

  private heading(index: number): RowVerdict | undefined {
    const row = this.grid.rows[index] ?? [];
    if (repeatsHeader(row, this.block)) return "header";
    const filled = row.filter((cell) => cellText(cell) !== "").length;
    if (filled < 3) return undefined;
    const block = headerBlock(this.grid, index, index);
    return block && scoreOf(block) >= Math.max(3, filled * 0.6) ? "new-table" : undefined;
  }

  private isNote(row: readonly CellValue[], hasKey: boolean): boolean {
    const filled = row.filter((cell) => cellText(cell) !== "");
    const first = withoutSpaces(cellText(filled[0]));
    if (noteWords.test(first) && filled.length <= 6 && !this.hasNumbers(row)) return true;
    if (hasKey) return filled.length === 1 && first.length > 20;
    if (this.keys.length === 0) return filled.length === 1 && (this.hasEnded || first.length > 20);
    return filled.length <= 2 && !this.hasNumbers(row) ? true : this.hasEnded && !this.hasNumbers(row);
  }

  private hasNumbers(row: readonly CellValue[]): boolean {
    return this.values.some((column) => typeof row[column] === "number");
  }
}

/** A row that was left out, with its text for the report. */
export function ignoredRow(row: readonly CellValue[], index: number, why: IgnoredWhy): IgnoredRow {
  // Sums come with the tail of a binary fraction, which nobody wants to read.
  const text = row
    .map((cell) => (typeof cell === "number" ? String(Number(cell.toFixed(4))) : cellText(cell)))
    .filter((part) => part !== "")
    .join(" ");
  return { row: index + 1, why, text: text.slice(0, 120) };
}
