// Totals rows: told by what they lack, which is anybody's identity, and by what they say, repeat, or are by the file's own word.
import { type FieldId, fieldTypes } from "../../domain/record/field";
import { type CellValue, cellText, type Grid } from "../grid";
import { withoutSpaces } from "./values/clean";

const bracketed = /[(（][^()（）]*[)）]/g;
const totalWords =
  /^.{0,24}(?:小计|合计|总计|累计|本页计|共计|汇总|计数|(?:sub|grand)?totals?)(?:金额|人数|笔数|数)?(?:[:：，、;；。]|共|应还|本金|利息|金额|[\d,.]+(?![\d,.])[人笔份户名所条元]?)*$/i;
const counted = /^(?:共|计)?[\d,]+(?:\.0+)?[人笔份户名所条]?$/;
const dashes = /^[-—－–/\\*无]+$/;

/** The words by which a cell says that its row is a total (合计, 甲镇 汇总, Grand Total, 合计3人); undefined when it says no such thing. */
function totalText(cell: CellValue | undefined): string | undefined {
  if (typeof cell !== "string" || cell.length > 80) return undefined;
  const text = withoutSpaces(cell).replace(bracketed, "");
  return text.length <= 50 && totalWords.test(text) ? text : undefined;
}

/** The first cell by which a row says that it is a total. */
export function totalLabel(row: readonly CellValue[]): string | undefined {
  for (const cell of row) {
    const text = totalText(cell);
    if (text !== undefined) return text;
  }
  return undefined;
}

const amountIn = (cell: CellValue | undefined): number | undefined => {
  if (typeof cell === "number") return cell;
  const text = typeof cell === "string" && cell.length <= 20 ? cell.trim().replaceAll(",", "") : "";
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
};

// A word in free text says something about somebody, not about the row.
const freeText: ReadonlySet<FieldId> = new Set(["note", "address", "exceptionNote", "visitResult", "metWith"]);

/** How much a row says about whose it is: a number of somebody's, no more than a name, or nothing (a count or a dash says nothing). */
type Identity = "number" | "name" | "none";

function identityIn(field: FieldId, cell: CellValue | undefined): Identity {
  const text = withoutSpaces(cellText(cell));
  if (text === "" || dashes.test(text) || totalText(cell) !== undefined) return "none";
  if (field === "citizenId") return /[\d*]{8}/.test(text) ? "number" : counted.test(text) ? "none" : "name";
  if (counted.test(text) && text.length < 6) return "none";
  if (field === "name") return counted.test(text) ? "none" : "name";
  return field === "contractNo" && counted.test(text) && /\D$/.test(text) ? "none" : "number";
}

const isPlainId = (cell: CellValue | undefined): boolean => typeof cell === "string" && /^\d{17}[\dX]$/.test(cell);

/** Tells the totals rows of one table, row by row from above. */
export class TotalRows {
  private readonly keys: readonly (readonly [FieldId, number])[];
  private readonly money: readonly number[];
  private readonly structural: ReadonlySet<number>;
  private readonly stated: ReadonlySet<number>;
  private readonly whole: number[];
  private readonly part: number[];
  private readonly idColumn: number | undefined;
  private rowsInPart = 0;

  constructor(
    private readonly grid: Grid,
    columns: ReadonlyMap<FieldId, number>,
    keyFields: readonly FieldId[],
  ) {
    this.keys = keyFields.flatMap((field) => {
      const column = columns.get(field);
      return column === undefined ? [] : [[field, column] as const];
    });
    this.idColumn = this.keys.find(([field]) => field === "citizenId")?.[1];
    this.money = [...columns].flatMap(([field, column]) => (fieldTypes[field] === "money" ? [column] : []));
    this.structural = new Set([...columns].flatMap(([field, column]) => (freeText.has(field) ? [] : [column])));
    this.stated = new Set(grid.totalRows ?? []);
    this.whole = this.money.map(() => 0);
    this.part = this.money.map(() => 0);
  }

  /** Whether the row at this index (counted from 0) is a total; the rows above it must have been added. */
  isTotal(index: number): boolean {
    const row = this.grid.rows[index] ?? [];
    const identity = this.identityOf(row);
    if (identity === "number") return false;
    if (identity === "name") return row.some((cell, column) => this.structural.has(column) && totalText(cell) !== undefined);
    if (this.stated.has(index) || totalLabel(row) !== undefined) return true;
    return this.keys.length > 0 && (this.repeatsAbove(row) || this.sumsBelow(index));
  }

  /** Whether a row sums the rows that follow it, up to the next that is nobody's: a summary above its group. */
  sumsBelow(index: number): boolean {
    const sums = this.money.map(() => 0);
    let rows = 0;
    for (let at = index + 1; at < this.grid.rows.length; at++) {
      const row = this.grid.rows[at] ?? [];
      if (this.identityOf(row) === "none") break;
      rows++;
      this.money.forEach((column, place) => (sums[place] = (sums[place] ?? 0) + (amountIn(row[column]) ?? 0)));
    }
    return this.equals(this.grid.rows[index] ?? [], sums, rows);
  }

  /** Takes a row of data. */
  add(row: readonly CellValue[]): void {
    this.rowsInPart++;
    for (let at = 0; at < this.money.length; at++) {
      const amount = amountIn(row[this.money[at] ?? 0]) ?? 0;
      this.whole[at] = (this.whole[at] ?? 0) + amount;
      this.part[at] = (this.part[at] ?? 0) + amount;
    }
  }

  /** Begins a new part below a totals row. */
  endPart(): void {
    this.rowsInPart = 0;
    this.part.fill(0);
  }

  /** Whether a row has an ID number without a flaw in its form, as nearly all have. */
  hasPlainId(row: readonly CellValue[]): boolean {
    return this.idColumn !== undefined && isPlainId(row[this.idColumn]);
  }

  private identityOf(row: readonly CellValue[]): Identity {
    if (this.hasPlainId(row)) return "number";
    const found = this.keys.map(([field, column]) => identityIn(field, row[column]));
    return found.includes("number") ? "number" : found.includes("name") ? "name" : "none";
  }

  private repeatsAbove(row: readonly CellValue[]): boolean {
    return this.equals(row, this.part, this.rowsInPart) || this.equals(row, this.whole, this.rowsInPart);
  }

  // One amount may equal one other by chance; two, or the sum of several rows, do not.
  private equals(row: readonly CellValue[], sums: readonly number[], rows: number): boolean {
    const amounts = this.money.flatMap((column, at) => {
      const amount = amountIn(row[column]);
      return amount === undefined || amount === 0 ? [] : [Math.abs(amount - (sums[at] ?? 0)) < 0.006];
    });
    return amounts.length > 0 && amounts.every(Boolean) && rows > 0 && (rows > 1 || amounts.length > 1);
  }
}
