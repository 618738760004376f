// Reading one sheet: its tables found, their columns matched, every row typed or left out with a reason.
import type { FieldId } from "../../domain/record/field";
import { RowSorter } from "./data-rows";
import type { Correction } from "./corrections";
import type { Grid } from "../grid";
import { blockAt, findHeader, headerBlock, type HeaderBlock } from "./header-row";
import { matchColumns } from "./match-columns";
import type { SheetKind, SheetReading } from "./reading";
import { sheetKind } from "./sheet-kind";
import { sheetLayout, unitOf } from "./sheet-layout";
import { TableReader } from "./table-reader";

/** How a sheet is to be read. */
export interface ReadOptions {
  /** The year that a day without a year gets. */
  readonly seasonYear: number;
  /** The kind, when it is already known (our own registers). */
  readonly kind?: SheetKind;
  /** What the user says about this sheet. */
  readonly correction?: Correction;
}

const keyFields: readonly FieldId[] = ["citizenId", "contractNo", "rowKey", "name"];

/** A sheet of which nothing was read as a table. */
export function unreadSheet(grid: Grid, kind: SheetKind): SheetReading {
  const nothing = { headerRow: 0, columns: new Map(), headings: new Map(), rows: [], ignored: [], printedTotals: [], layout: [] };
  return { grid, name: grid.name, kind, ...nothing };
}

/** The tables of a sheet, in order; one reading without headings when the sheet holds no table that we know. */
export function readSheet(grid: Grid, options: ReadOptions): readonly SheetReading[] {
  const readings: SheetReading[] = [];
  const row = options.correction?.headerRow;
  let block = row === undefined ? findHeader(grid) : blockAt(grid, row - 1);
  while (block) {
    const { reading, next } = readTable(grid, block, options, readings.length === 0);
    readings.push(reading);
    block = next === undefined ? undefined : headerBlock(grid, next, next);
  }
  if (readings.length > 0) return readings;
  return [unreadSheet(grid, options.kind ?? "other")];
}

/** The tables of a sheet, read when they are asked for first. */
export type TablesOf = (grid: Grid) => readonly SheetReading[];

/** Reads the sheets of a file for all who want to know what it is: each once. */
export function tablesOf(seasonYear: number): TablesOf {
  const known = new Map<Grid, readonly SheetReading[]>();
  return (grid) => {
    const tables = known.get(grid) ?? readSheet(grid, { seasonYear });
    known.set(grid, tables);
    return tables;
  };
}

function readTable(
  grid: Grid,
  block: HeaderBlock,
  options: ReadOptions,
  isFirst: boolean,
): { reading: SheetReading; next: number | undefined } {
  const { columns, headings, layout } = matchColumns(grid, block, {
    isOurs: options.kind === "register",
    ...(options.correction && isFirst ? { chosen: options.correction.columns } : {}),
  });
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
    else table.leaveOut(index, verdict, verdict === "total" && sorter.isAboveItsRows(index));
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

const uniformKinds = new Set(["text-amount", "text-day"]);

// Where most cells of a column are text (a CSV, an HTML table), that is how the file is made and no cell is odd for it.
function withoutUniformNoise(reading: SheetReading): SheetReading {
  const counts = new Map<string, number>();
  for (const row of reading.rows) {
    for (const { field, kind } of row.issues) if (uniformKinds.has(kind)) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  const uniform = new Set([...counts].filter(([, count]) => count > reading.rows.length * 0.5 && count > 5).map(([field]) => field));
  if (uniform.size === 0) return reading;
  const rows = reading.rows.map((row) =>
    row.issues.length === 0
      ? row
      : { ...row, issues: row.issues.filter(({ field, kind }) => !(uniformKinds.has(kind) && uniform.has(field))) },
  );
  return { ...reading, rows };
}
