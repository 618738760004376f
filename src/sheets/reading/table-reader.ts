// Collects the rows of one table while it is read: typed values, rows left out, printed totals beside the sums.
import { type FieldId, type FieldType, type FieldValues, fieldTypes, type ReadingIssue, type SheetRow } from "../../domain/record/field";
import { addFen, type Fen, zeroFen } from "../../domain/values/money";
import { ignoredRow } from "./data-rows";
import { type CellValue, cellAddress, type Grid } from "../grid";
import type { IgnoredRow, LayoutIssue, PrintedTotal } from "./reading";
import { totalLabel } from "./total-rows";
import type { ReportIssue } from "./values/numbers-as-text";
import { readCell } from "./values/read-cell";

const filledDown = new Set<FieldType>(["text", "name", "citizenId", "phone", "contract"]);

const repeating = new Set<FieldType>(["text", "choice", "month", "day", "count"]);
const none: readonly ReadingIssue[] = [];

/** A column of the table with what was read in it so far. */
interface TableColumn {
  readonly field: FieldId;
  readonly column: number;
  readonly type: FieldType;
  /** Values by the text that was read without reservation; a column names few places, schools and words, however many rows it has. */
  known: Map<string, string | number> | undefined;
  /** The last cell that was read without reservation, and its value: a person's contracts stand together and repeat what is said of the person. */
  lastCell: CellValue;
  lastValue: string | number | undefined;
  whole: Fen;
  part: Fen;
  /** What came between totals rows, in order. */
  readonly parts: Fen[];
}

function tableColumn(field: FieldId, column: number): TableColumn {
  const type = fieldTypes[field];
  const known = repeating.has(type) ? new Map<string, string | number>() : undefined;
  return { field, column, type, known, lastCell: null, lastValue: undefined, whole: zeroFen, part: zeroFen, parts: [] };
}

/** Collects the rows of one table. */
export class TableReader {
  readonly rows: SheetRow[] = [];
  readonly ignored: IgnoredRow[] = [];
  readonly printedTotals: PrintedTotal[] = [];
  private readonly columns: readonly TableColumn[];
  private readonly moneyColumns: readonly TableColumn[];
  // Copied for each row: an object that has its fields from the beginning takes half the time and memory of one that grows.
  private readonly blank: Partial<Record<FieldId, string | number>>;
  private readonly covering: ReadonlyMap<string, CellValue>;
  private filledCells = 0;
  private repeatedHeaders = 0;

  constructor(
    private readonly grid: Grid,
    columns: ReadonlyMap<FieldId, number>,
    private readonly headings: ReadonlyMap<FieldId, string>,
    private readonly seasonYear: number,
    private readonly unit: number,
  ) {
    this.columns = [...columns].map(([field, column]) => tableColumn(field, column));
    this.moneyColumns = this.columns.filter(({ type }) => type === "money");
    this.blank = Object.fromEntries(this.columns.map(({ field }) => [field, undefined]));
    this.covering = coveredCells(grid, [...columns]);
  }

  add(index: number): void {
    const cells = this.grid.rows[index] ?? [];
    let issues: ReadingIssue[] | undefined;
    const report = (issue: ReadingIssue): void => {
      (issues ??= []).push(issue);
    };
    const values = { ...this.blank };
    for (const column of this.columns) {
      let cell = cells[column.column] ?? null;
      if (cell === null && this.covering.size > 0) {
        const covered = this.covering.get(`${index},${column.column}`);
        if (covered !== undefined) {
          cell = covered;
          this.filledCells++;
        }
      }
      if (cell === null) continue;
      const value = cell === column.lastCell ? column.lastValue : this.value(column, cell, report);
      if (value !== undefined) values[column.field] = value;
    }
    for (const column of this.moneyColumns) {
      const amount = values[column.field] as Fen | undefined;
      if (amount === undefined) continue;
      column.whole = addFen(column.whole, amount);
      column.part = addFen(column.part, amount);
    }
    // The one place where parsed cells become typed values: readCell gives each field the type that fieldTypes states.
    this.rows.push({ place: { sheet: this.grid.name, row: index + 1 }, values: values as FieldValues, issues: issues ?? none });
  }

  private value(column: TableColumn, cell: CellValue, report: ReportIssue): string | number | undefined {
    const { field, type } = column;
    const known = typeof cell === "string" ? column.known : undefined;
    let value = known?.get(cell as string);
    if (value === undefined) {
      let isPlain = true;
      value = readCell(field, this.inYuan(type, cell), this.seasonYear, (issue) => {
        isPlain = false;
        report(issue);
      });
      if (!isPlain) return value;
      if (known && value !== undefined) known.set(cell as string, value);
      // Addresses and remarks do not repeat, and remembering them helps nobody.
      if (known && known.size > 5000) column.known = undefined;
    }
    column.lastCell = cell;
    column.lastValue = value;
    return value;
  }

  // A sheet that says 单位：万元 means it: its plain numbers are yuan only after multiplying (docs/facts.md D28). The user is told.
  private inYuan(type: FieldType, cell: CellValue): CellValue {
    if (this.unit === 1 || type !== "money") return cell;
    const number = typeof cell === "string" && /^-?\d+(?:\.\d+)?$/.test(cell.trim()) ? Number(cell) : cell;
    return typeof number === "number" ? Number((number * this.unit).toFixed(4)) : cell;
  }

  /** @param isSum the row is known to be the sum of the rows below it */
  leaveOut(index: number, why: IgnoredRow["why"], isSum = false): void {
    const cells = this.grid.rows[index] ?? [];
    this.ignored.push(ignoredRow(cells, index, why));
    if (why === "header") this.repeatedHeaders++;
    if (why === "total") this.compareTotals(index, cells, isSum);
  }

  private compareTotals(index: number, cells: readonly CellValue[], isSum: boolean): void {
    const label = totalLabel(cells) ?? "";
    const figures = this.moneyColumns.flatMap((column) => {
      const cell = this.inYuan("money", cells[column.column] ?? null);
      const printed = readCell(column.field, cell, this.seasonYear, () => undefined) as Fen | undefined;
      return printed === undefined ? [] : [{ column, printed }];
    });
    // What sums the rows above it too closes them: groups that come to the same may stand one after another.
    if (isSum && figures.some(({ column, printed }) => printed !== column.part)) return;
    for (const { column, printed } of figures) {
      const { field, parts, part, whole } = column;
      parts.push(part);
      const isPart = /小计|本页|subtotal/i.test(label) || /^.+(?:汇总|total)$/i.test(label);
      const computed = printed === whole || isSumOfLast(parts, printed) ? printed : isPart ? part : whole;
      this.printedTotals.push({ row: index + 1, field, printed, computed });
    }
    for (const column of this.moneyColumns) column.part = zeroFen;
  }

  layout(): LayoutIssue[] {
    const issues: LayoutIssue[] = [];
    const first = (why: IgnoredRow["why"]) => this.ignored.find((row) => row.why === why)?.row ?? 0;
    if (this.repeatedHeaders > 0) {
      const row = first("header");
      issues.push({ code: "header-repeated", row, cell: cellAddress(row - 1, 0), params: { count: this.repeatedHeaders } });
    }
    const notes = this.ignored.filter((row) => row.why === "note");
    for (const note of notes)
      issues.push({ code: "rows-ignored", row: note.row, cell: cellAddress(note.row - 1, 0), params: { text: note.text, count: 1 } });
    if (this.filledCells > 0) issues.push({ code: "merged-cells-filled", row: 0, cell: "", params: { count: this.filledCells } });
    for (const { row, field, printed, computed } of this.printedTotals) {
      if (printed === computed) continue;
      const column = this.columns.find((candidate) => candidate.field === field)?.column ?? 0;
      issues.push({
        code: "total-differs",
        row,
        field,
        cell: cellAddress(row - 1, column),
        params: { heading: this.headings.get(field) ?? "", printed, computed },
      });
    }
    return issues;
  }
}

// A total of totals (a town over its villages) sums some of the parts just before it; further back than this nobody nests.
function isSumOfLast(parts: readonly Fen[], printed: Fen): boolean {
  let sum = zeroFen;
  for (let at = parts.length - 1; at >= Math.max(0, parts.length - 400); at--) {
    sum = addFen(sum, parts[at] ?? zeroFen);
    if (sum === printed) return true;
  }
  return false;
}

// Cells hidden under a merge that spans several rows, with the value that the merge shows (docs/facts.md D9): text columns only, never amounts.
function coveredCells(grid: Grid, entries: readonly (readonly [FieldId, number])[]): ReadonlyMap<string, CellValue> {
  const covered = new Map<string, CellValue>();
  for (const area of grid.merges) {
    if (area.bottom === area.top || area.bottom - area.top > 20_000) continue;
    const entry = entries.find(([, column]) => column === area.left);
    const value = grid.rows[area.top]?.[area.left];
    if (!entry || value === null || value === undefined || !filledDown.has(fieldTypes[entry[0]])) continue;
    for (let row = area.top + 1; row <= area.bottom; row++) covered.set(`${row},${area.left}`, value);
  }
  return covered;
}
