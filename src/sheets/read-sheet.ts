// Reading one sheet: its tables found, their columns matched, every row typed or left out with a reason.
import { type FieldId, type FieldType, type FieldValues, fieldTypes, type Noticing, type SheetRow } from "../domain/field";
import { addFen, type Fen, zeroFen } from "../domain/money";
import { type CellValue, cellAddress, cellText, columnLetters, type Grid } from "./grid";
import { findHeader, headerBlock, type HeaderBlock } from "./header-row";
import { ignoredRow, RowSorter, totalLabel } from "./data-rows";
import { matchColumns } from "./match-columns";
import type { IgnoredRow, LayoutNoticing, PrintedTotal, SheetKind, SheetReading } from "./reading";
import { sheetKind } from "./sheet-kind";
import { readCell } from "./values/read-cell";

/** How a sheet is to be read. */
export interface ReadOptions {
  /** The year that a day without a year gets. */
  readonly seasonYear: number;
  /** The kind, when it is already known (our own registers). */
  readonly kind?: SheetKind;
}

const keyFields: readonly FieldId[] = ["citizenId", "contractNo", "rowKey", "name"];
const filledDown = new Set<FieldType>(["text", "name", "citizenId", "phone", "contract"]);

/** The tables of a sheet, in order; one reading without headings when the sheet holds no table that we know. */
export function readSheet(grid: Grid, options: ReadOptions): readonly SheetReading[] {
  const readings: SheetReading[] = [];
  let block = findHeader(grid);
  while (block) {
    const { reading, next } = readTable(grid, block, options, readings.length === 0);
    readings.push(reading);
    block = next === undefined ? undefined : headerBlock(grid, next, next);
  }
  if (readings.length > 0) return readings;
  return [
    {
      grid,
      name: grid.name,
      kind: options.kind ?? "other",
      headerRow: 0,
      columns: new Map(),
      headings: new Map(),
      rows: [],
      ignored: [],
      printedTotals: [],
      layout: [],
    },
  ];
}

function readTable(
  grid: Grid,
  block: HeaderBlock,
  options: ReadOptions,
  isFirst: boolean,
): { reading: SheetReading; next: number | undefined } {
  const { columns, headings, layout } = matchColumns(grid, block, options.kind === "register");
  const kind = options.kind ?? sheetKind(new Set(columns.keys()), grid.name);
  const sorter = new RowSorter(grid, block, columns, keysOf(kind, columns));
  const table = new TableReader(grid, columns, headings, options.seasonYear, unitOf(grid, block)?.yuan ?? 1);
  let next: number | undefined;
  for (let index = block.bottom + 1; index < grid.rows.length; index++) {
    const verdict = sorter.verdict(index);
    if (verdict === "new-table") {
      next = index;
      break;
    }
    if (verdict === "data") table.add(index);
    else table.leaveOut(index, verdict);
  }
  const reading: SheetReading = {
    grid,
    name: grid.name,
    kind,
    headerRow: block.bottom + 1,
    columns,
    headings,
    rows: table.rows,
    ignored: table.ignored,
    printedTotals: table.printedTotals,
    layout: [...layout, ...(kind === "other" ? [] : table.layout()), ...(isFirst && kind !== "other" ? sheetLayout(grid, block) : [])],
  };
  return { reading: withoutUniformNoise(reading), next };
}

// A list of schools has no borrowers; its rows are known by the school.
function keysOf(kind: SheetKind, columns: ReadonlyMap<FieldId, number>): readonly FieldId[] {
  const keys = kind === "jurisdictions" || kind === "contacts" ? (["school", "township"] as const) : keyFields;
  return keys.filter((field) => columns.has(field));
}

/** Collects the rows of one table. */
class TableReader {
  readonly rows: SheetRow[] = [];
  readonly ignored: IgnoredRow[] = [];
  readonly printedTotals: PrintedTotal[] = [];
  private readonly entries: readonly (readonly [FieldId, number])[];
  private readonly moneyFields: readonly (readonly [FieldId, number])[];
  private readonly covering: ReadonlyMap<string, CellValue>;
  private readonly whole = new Map<FieldId, Fen>();
  private readonly part = new Map<FieldId, Fen>();
  private filledCells = 0;
  private repeatedHeaders = 0;

  constructor(
    private readonly grid: Grid,
    columns: ReadonlyMap<FieldId, number>,
    private readonly headings: ReadonlyMap<FieldId, string>,
    private readonly seasonYear: number,
    private readonly unit: number,
  ) {
    this.entries = [...columns];
    this.moneyFields = this.entries.filter(([field]) => fieldTypes[field] === "money");
    this.covering = coveredCells(grid, this.entries);
  }

  add(index: number): void {
    const cells = this.grid.rows[index] ?? [];
    const noticings: Noticing[] = [];
    const values: Partial<Record<FieldId, string | number>> = {};
    for (const [field, column] of this.entries) {
      let cell = cells[column] ?? null;
      if (cell === null && this.covering.size > 0) {
        const covered = this.covering.get(`${index},${column}`);
        if (covered !== undefined) {
          cell = covered;
          this.filledCells++;
        }
      }
      if (cell === null) continue;
      const value = readCell(field, this.inYuan(field, cell), this.seasonYear, (noticing) => noticings.push(noticing));
      if (value !== undefined) values[field] = value;
    }
    for (const [field] of this.moneyFields) {
      const amount = values[field] as Fen | undefined;
      if (amount === undefined) continue;
      this.whole.set(field, addFen(this.whole.get(field) ?? zeroFen, amount));
      this.part.set(field, addFen(this.part.get(field) ?? zeroFen, amount));
    }
    // The one place where parsed cells become typed values: readCell gives each field the type that fieldTypes states.
    this.rows.push({ place: { sheet: this.grid.name, row: index + 1 }, values: values as FieldValues, noticings });
  }

  // A sheet that says 单位：万元 means it: its plain numbers are yuan only after multiplying (domain.md D28). The user is told.
  private inYuan(field: FieldId, cell: CellValue): CellValue {
    if (this.unit === 1 || fieldTypes[field] !== "money") return cell;
    const number = typeof cell === "string" && /^-?\d+(?:\.\d+)?$/.test(cell.trim()) ? Number(cell) : cell;
    return typeof number === "number" ? Number((number * this.unit).toFixed(4)) : cell;
  }

  leaveOut(index: number, why: IgnoredRow["why"]): void {
    const cells = this.grid.rows[index] ?? [];
    this.ignored.push(ignoredRow(cells, index, why));
    if (why === "header") this.repeatedHeaders++;
    if (why === "total") this.compareTotals(index, cells);
  }

  private compareTotals(index: number, cells: readonly CellValue[]): void {
    const label = totalLabel(cells, []) ?? "";
    for (const [field, column] of this.moneyFields) {
      const printed = readCell(field, this.inYuan(field, cells[column] ?? null), this.seasonYear, () => undefined) as Fen | undefined;
      if (printed === undefined) continue;
      const [whole, part] = [this.whole.get(field) ?? zeroFen, this.part.get(field) ?? zeroFen];
      const isPart = /小计|本页/.test(label) || printed === part;
      this.printedTotals.push({ row: index + 1, field, printed, computed: isPart && printed !== whole ? part : whole });
    }
    this.part.clear();
  }

  layout(): LayoutNoticing[] {
    const noticings: LayoutNoticing[] = [];
    const first = (why: IgnoredRow["why"]) => this.ignored.find((row) => row.why === why)?.row ?? 0;
    if (this.repeatedHeaders > 0) {
      const row = first("header");
      noticings.push({ code: "header-repeated", row, cell: cellAddress(row - 1, 0), params: { count: this.repeatedHeaders } });
    }
    const notes = this.ignored.filter((row) => row.why === "note");
    for (const note of notes)
      noticings.push({ code: "rows-ignored", row: note.row, cell: cellAddress(note.row - 1, 0), params: { text: note.text, count: 1 } });
    if (this.filledCells > 0) noticings.push({ code: "merged-cells-filled", row: 0, cell: "", params: { count: this.filledCells } });
    for (const { row, field, printed, computed } of this.printedTotals) {
      if (printed === computed) continue;
      const column = this.entries.find(([candidate]) => candidate === field)?.[1] ?? 0;
      noticings.push({
        code: "total-differs",
        row,
        field,
        cell: cellAddress(row - 1, column),
        params: { heading: this.headings.get(field) ?? "", printed, computed },
      });
    }
    return noticings;
  }
}

// Cells hidden under a merge that spans several rows, with the value that the merge shows (domain.md D9): text columns only, never amounts.
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

function sheetLayout(grid: Grid, block: HeaderBlock): LayoutNoticing[] {
  const noticings: LayoutNoticing[] = [];
  const last = grid.rows.length;
  const hidden = grid.hiddenRows.filter(
    (row) => row > block.bottom && row < last && (grid.rows[row] ?? []).some((cell) => cellText(cell) !== ""),
  );
  if (hidden.length > 0)
    noticings.push({
      code: "hidden-rows",
      row: 0,
      cell: "",
      params: {
        count: hidden.length,
        rows: rangesOf(
          hidden.map((row) => row + 1),
          String,
        ),
      },
    });
  const hiddenColumns = grid.hiddenColumns.filter((column) => column < block.labels.length && (block.labels[column]?.text ?? "") !== "");
  if (hiddenColumns.length > 0) {
    noticings.push({
      code: "hidden-columns",
      row: 0,
      cell: "",
      params: { count: hiddenColumns.length, columns: rangesOf(hiddenColumns, columnLetters) },
    });
  }
  const unit = unitOf(grid, block);
  if (unit)
    noticings.push({ code: "units-not-yuan", row: unit.row + 1, cell: cellAddress(unit.row, unit.column), params: { unit: unit.text } });
  const unread = Object.values(grid.unread ?? {}).reduce((total, count) => total + count, 0);
  if (unread > 0) noticings.push({ code: "comments-unread", row: 0, cell: "", params: { count: unread } });
  return noticings;
}

function rangesOf(numbers: readonly number[], show: (value: number) => string): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const value of sorted) {
    const current = ranges.at(-1);
    if (current && value === current[1] + 1) current[1] = value;
    else ranges.push([value, value]);
  }
  const shown = ranges.slice(0, 8).map(([from, to]) => (from === to ? show(from) : `${show(from)}-${show(to)}`));
  return shown.join("、") + (ranges.length > 8 ? "…" : "");
}

const units: Readonly<Record<string, number>> = { 万元: 10_000, 千元: 1000, 百元: 100, 分: 0.01 };

function unitOf(grid: Grid, block: HeaderBlock): { row: number; column: number; text: string; yuan: number } | undefined {
  for (let row = 0; row <= block.bottom; row++) {
    for (const [column, cell] of (grid.rows[row] ?? []).entries()) {
      const match = /[单單]位[:：]?\s*(万元|千元|百元|分)|[(（](万元|千元)[)）]/.exec(cellText(cell));
      const text = match?.[1] ?? match?.[2] ?? "";
      const yuan = units[text];
      if (yuan !== undefined) return { row, column, text, yuan };
    }
  }
  return undefined;
}

const uniformKinds = new Set(["text-amount", "text-day"]);

// Where most cells of a column are text (a CSV, an HTML table), that is how the file is made and no cell is odd for it.
function withoutUniformNoise(reading: SheetReading): SheetReading {
  const counts = new Map<string, number>();
  for (const row of reading.rows) {
    for (const { field, kind } of row.noticings) if (uniformKinds.has(kind)) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  const uniform = new Set([...counts].filter(([, count]) => count > reading.rows.length * 0.5 && count > 5).map(([field]) => field));
  if (uniform.size === 0) return reading;
  const rows = reading.rows.map((row) =>
    row.noticings.length === 0
      ? row
      : { ...row, noticings: row.noticings.filter(({ field, kind }) => !(uniformKinds.has(kind) && uniform.has(field))) },
  );
  return { ...reading, rows };
}
