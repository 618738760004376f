// Reads whole sheets: values with their days and errors, merged areas, hidden rows and columns. Cells that have not changed are not asked for again.
import { type CellValue, type Grid } from "../sheets/grid";
import { groupBy } from "../domain/values/group-by";
import { type ExcelHost } from "./host";
import { askSheets, type Answered, type ListedSheet } from "./list-sheets";
import { type Memory, type Rows, type Seen } from "./memory";
import { areMany, ask, type Asked, askedKey, BlockReader, checkSize, type ReadOptions } from "./read-blocks";
import { askShape, askUsed, isSamePart, noShape, type Shape, type Used, usedOf } from "./shapes";
import { lastIndex } from "../domain/values/last";

/** What is asked of a sheet while it is listed. */
interface Glance {
  readonly used: Excel.Range;
  readonly tables: Excel.TableCollection;
  /** The shape, asked for the part that was used at the last look. */
  readonly shape: (() => Shape) | undefined;
  /** Where all cells are read each time: what they wanted to be known besides at the last look. */
  readonly foreseen: readonly (readonly [string, Excel.Range])[];
}

/** The sheets of the book, each with a first glance at it. */
export type Glances = Answered<Glance>;

/** What a reading goes by. */
export interface Reading {
  readonly host: ExcelHost;
  readonly context: Excel.RequestContext;
  readonly memory: Memory;
}

/** Looks at all sheets: two round trips, one where they are known. */
export function glance({ context, memory }: Reading): Promise<Glances> {
  const details = memory.isWatched || areMany(memory.details) ? [] : memory.details;
  const foreseenOn = groupBy(details, (asked) => asked.sheet);
  return askSheets(context, memory, (sheet, id) => {
    const seen = memory.seen(id);
    return {
      used: askUsed(sheet),
      tables: sheet.tables.load("items/id,items/showTotals"),
      shape: seen && askShape(sheet, seen.part, memory.mergeRows),
      foreseen: (foreseenOn.get(id) ?? []).map((asked) => [askedKey(asked), ask(sheet, asked)] as const),
    };
  });
}

/** A sheet on which something stands; what is known of it need not be asked for. */
interface Part {
  readonly id: string;
  readonly name: string;
  readonly part: Used;
  readonly shape: Shape | undefined;
  readonly rows: Rows | undefined;
  /** The tables with a totals row. */
  readonly tables: readonly string[];
  readonly isOurs: boolean;
  /** How often it had changed before it was read. */
  readonly changes: number;
}

/** The sheets as grids in the order of the tabs, drafts left out. */
export async function readSheets(
  { host, context, memory }: Reading,
  { sheets, answers }: Glances,
  progress?: (done: number, total: number) => void,
): Promise<readonly Grid[]> {
  const wanted = sheets.filter((sheet) => !sheet.isDraft);
  const parts = wanted.flatMap((sheet) => partOf(sheet, answers.get(sheet.id), memory) ?? []);
  checkSize(parts.map(({ name, part: { rows, columns } }) => ({ name, rows, columns })));
  const fresh = await readParts(
    { host, context, memory },
    parts.filter(({ rows }) => !rows),
    { foreseen: new Map([...answers.values()].flatMap(({ foreseen }) => foreseen)), progress },
  );
  const contents = new Map(
    parts.map(({ id, shape, rows }) => [id, shape && rows ? { shape, rows, totals: memory.seen(id)?.totals ?? [] } : fresh.get(id)]),
  );
  return wanted.map(({ id, name, visibility, tab }) => {
    const { shape, rows, totals } = contents.get(id) ?? { shape: noShape, rows: [], totals: [] };
    const totalRows = totals.length === 0 ? {} : { totalRows: totals };
    return { name, visibility, rows, ...shape, ...totalRows, ...(tab === undefined ? {} : { ownTab: tab }) };
  });
}

function partOf({ id, name, tab }: ListedSheet, glimpse: Glance | undefined, memory: Memory): Part | undefined {
  const part = glimpse && usedOf(glimpse.used, id);
  if (!part) return undefined;
  const seen = memory.seen(id);
  const shape = seen && isSamePart(seen.part, part) ? glimpse.shape?.() : undefined;
  const isMergedAsBefore = shape && JSON.stringify(shape.merges) === JSON.stringify(seen?.shape.merges);
  const tables = glimpse.tables.items.filter(({ showTotals }) => showTotals).map((table) => table.id);
  const rows = isMergedAsBefore ? memory.rows(id) : undefined;
  return { id, name, part, shape, rows, tables, isOurs: tab !== undefined, changes: memory.changes(id) };
}

type Content = Omit<Seen, "part">;

async function readParts(
  { host, context, memory }: Reading,
  parts: readonly Part[],
  options: Pick<ReadOptions, "foreseen" | "progress">,
): Promise<ReadonlyMap<string, Content>> {
  let shapes: readonly (() => Shape)[] = [];
  let tableTotals: readonly (readonly Excel.Range[])[] = [];
  const alongside = (): void => {
    const { worksheets } = context.workbook;
    shapes = parts.map(({ id, part, shape }) => (shape ? () => shape : askShape(worksheets.getItem(id), part, memory.mergeRows)));
    tableTotals = parts.map(({ id, tables }) =>
      tables.map((table) => worksheets.getItem(id).tables.getItem(table).getTotalRowRange().load("rowIndex")),
    );
  };
  const withoutTotals = new Set(parts.filter(({ isOurs }) => isOurs).map(({ id }) => id));
  const wanted = (details: readonly Asked[]): void => void (memory.details = details);
  const reader = new BlockReader(host, context, { ...options, alongside, withoutTotals, wanted });
  const readings = await reader.read(parts.map(({ part }) => part));
  return new Map(
    parts.map(({ id, part, changes }, index) => {
      const { cells, subtotals } = readings[index] ?? { cells: [], subtotals: [] };
      const ofTables = (tableTotals[index] ?? []).map(({ rowIndex }) => rowIndex);
      const totals = [...new Set([...subtotals, ...ofTables])].sort((a, b) => a - b);
      const content = { shape: shapes[index]?.() ?? noShape, rows: placed(part, cells), totals };
      memory.keep(id, { part, ...content }, changes);
      return [id, content];
    }),
  );
}

// The grid begins at A1 and ends with the last value; blank cells at the ends of rows are left out.
function placed({ top, left }: Used, cells: readonly (readonly CellValue[])[]): Rows {
  const margin: readonly CellValue[] = Array.from({ length: left }, () => null);
  const rows: (readonly CellValue[])[] = Array.from({ length: top }, () => []);
  for (const row of cells) {
    const length = lastIndex(row, (value) => value !== null) + 1;
    rows.push(length === 0 ? [] : [...margin, ...row.slice(0, length)]);
  }
  return rows.slice(0, lastIndex(rows, (row) => row.length > 0) + 1);
}

/** Whether two readings show the same book, cells that were not read again included. */
export function isSameBook(grids: readonly Grid[], others: readonly Grid[]): boolean {
  return grids.length === others.length && grids.every((grid, index) => isSameSheet(grid, others[index]));
}

function isSameSheet({ rows, ...grid }: Grid, other: Grid | undefined): boolean {
  if (!other) return false;
  const { rows: otherRows, ...rest } = other;
  return (rows === otherRows || rows.length + otherRows.length === 0) && JSON.stringify(grid) === JSON.stringify(rest);
}
