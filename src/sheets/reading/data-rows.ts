// Telling data rows from the rest of a table: totals, repeated headings, blanks and the notes below.
import type { FieldId } from "../../domain/record/field";
import { type CellValue, cellText, type Grid } from "../grid";
import { type HeaderBlock, headerBlock, repeatsHeader, scoreOf } from "./header-row";
import type { IgnoredRow, IgnoredWhy } from "./reading";
import { TotalRows } from "./total-rows";
import { withoutSpaces } from "./values/clean";

/** What a row of a table is: data, a row left out, or the headings of another table that begins here. */
export type RowVerdict = "data" | IgnoredWhy | "new-table";

const noteWords =
  /^(?:注|说明|备注|填表|制表|审核|复核|负责人|经办|联系人|联系电话|咨询电话|单位[(（]?(?:盖章|公章)|公章|盖章|打印|填报|数据来源|第.{1,4}页|\d{4}年\d{0,2}月?\d{0,2}日?$|年月日|※|\*|—)/;

/** Decides row by row what a table's rows are. */
export class RowSorter {
  private readonly keys: readonly number[];
  private readonly values: readonly number[];
  private readonly totals: TotalRows;
  private hasEnded = false;

  constructor(
    private readonly grid: Grid,
    private readonly block: HeaderBlock,
    columns: ReadonlyMap<FieldId, number>,
    keyFields: readonly FieldId[],
  ) {
    this.keys = keyFields.flatMap((field) => columns.get(field) ?? []);
    this.values = [...columns.values()];
    this.totals = new TotalRows(grid, columns, keyFields);
  }

  /** What the row at this index (counted from 0) is. */
  verdict(index: number): RowVerdict {
    const row = this.grid.rows[index] ?? [];
    // Rows of data, nearly all: they say whose they are and have more cells than any note.
    if (this.totals.hasPlainId(row) && filledCells(row, most).length > most) return this.data(row);
    if (row.every((cell) => cell === null || cell === "" || (typeof cell === "string" && cell.trim() === ""))) return "blank";
    const hasKey = this.keys.some((column) => cellText(row[column]) !== "");
    // A heading row has words where data rows have numbers; this keeps the comparison away from the many data rows.
    if (this.keys.every((column) => !/\d/.test(cellText(row[column])))) {
      const other = this.heading(index);
      if (other) return other;
    }
    if (this.totals.isTotal(index)) {
      this.totals.endPart();
      this.hasEnded = true;
      return "total";
    }
    return this.isNote(row, hasKey) ? "note" : this.data(row);
  }

  private data(row: readonly CellValue[]): RowVerdict {
    this.hasEnded = false;
    this.totals.add(row);
    return "data";
  }

  /** Whether a totals row stands above the rows that it sums. */
  isAboveItsRows(index: number): boolean {
    return this.totals.sumsBelow(index);
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
    const filled = filledCells(row, most);
    if (hasKey && filled.length > most) return false;
    const first = withoutSpaces(cellText(filled[0]));
    if (noteWords.test(first) && filled.length <= most && !this.hasNumbers(row)) return true;
    if (hasKey) return filled.length === 1 && first.length > 20;
    if (this.keys.length === 0) return filled.length === 1 && (this.hasEnded || first.length > 20);
    return filled.length <= 2 && !this.hasNumbers(row) ? true : this.hasEnded && !this.hasNumbers(row);
  }

  private hasNumbers(row: readonly CellValue[]): boolean {
    return this.values.some((column) => typeof row[column] === "number");
  }
}

// The most cells that a note below a table fills.
const most = 6;

/** The first filled cells of a row, one more than `most` at most. */
function filledCells(row: readonly CellValue[], most: number): readonly CellValue[] {
  const filled: CellValue[] = [];
  for (const cell of row) {
    if (cell !== null && (typeof cell === "number" || cellText(cell) !== "")) filled.push(cell);
    if (filled.length > most) break;
  }
  return filled;
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
