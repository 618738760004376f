// Reads whole sheets: values with their days and errors, merged areas, hidden rows and columns. Cells that have not changed are not asked for again.
import { type MergesAsked } from "../actions/workbook";
import { type Area, type CellValue, type Grid } from "../sheets/grid";
import { groupBy } from "../domain/values/group-by";
import { type ExcelHost } from "./host";
import { askSheets, type Answered, type ListedSheet } from "./list-sheets";
import { type Memory, type Rows, type Seen } from "./memory";
import { ask, askedKey, BlockReader, checkSize, foreseeable, type ReadOptions } from "./read-blocks";
import { askShape, askUsed, isSamePart, noShape, type Shape, type Used, usedOf } from "./shapes";
import { lastIndex } from "../domain/values/last";

/** What is asked of a sheet while it is listed. */
interface Glance {
  readonly used: Excel.Range;
  readonly tables: Excel.TableCollection;
  /** The shape, asked for the part that was used at the last look. */
  readonly shape: (() => Shape) | undefined;
  /** Whether merged cells were asked for. */
  readonly asksMerges: boolean;
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
  /** Whether it is asked which cells are merged. */
  readonly merges: MergesAsked;
}

/** Looks at all sheets: two round trips, one where they are known. */
export function glance({ context, memory, merges }: Reading): Promise<Glances> {
  const foreseenOn = groupBy(memory.isWatched ? [] : foreseeable(memory.asked), (asked) => asked.sheet);
  return askSheets(context, memory, (sheet, id) => {
    const seen = memory.seen(id);
    const asksMerges = merges === "always" || (merges !== "never" && seen?.isMergesKnown !== true);
    return {
      used: askUsed(sheet),
      tables: sheet.tables.load("items/id,items/showTotals"),
      shape: seen && askShape(sheet, seen.part, asksMerges ? memory.mergeRows : 0),
      asksMerges,
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
  readonly isMergesKnown: boolean;
  readonly rows: Rows | undefined;
  /** The tables with a totals row. */
  readonly tables: readonly string[];
  readonly isOurs: boolean;
  /** How often it had changed before it was read. */
  readonly changes: number;
}

/** The sheets as grids in the order of the tabs, drafts left out. */
export async function readSheets(
  { host, context, memory, merges }: Reading,
  { sheets, answers }: Glances,
  progress?: (done: number, total: number) => void,
): Promise<readonly Grid[]> {
  const wanted = sheets.filter((sheet) => !sheet.isDraft);
  const parts = wanted.flatMap((sheet) => partOf(sheet, answers.get(sheet.id), memory) ?? []);
  checkSize(parts.map(({ name, part: { rows, columns } }) => ({ name, rows, columns })));
  const fresh = await readParts(
    { host, context, memory, merges },
    parts.filter(({ rows }) => !rows),
    { foreseen: new Map([...answers.values()].flatMap(({ foreseen }) => foreseen)), progress },
  );
  memory.readAll(sheets.map(({ id }) => id));
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
  const asked = seen && isSamePart(seen.part, part) ? glimpse.shape?.() : undefined;
  const shape = asked && seen && !glimpse.asksMerges ? { ...asked, merges: seen.shape.merges } : asked;
  const isMergesKnown = glimpse.asksMerges || seen?.isMergesKnown === true;
  const tables = glimpse.tables.items.filter(({ showTotals }) => showTotals).map((table) => table.id);
  const known = shape && memory.rows(id);
  const rows = known && isBlankBeneath(known, shape.merges) ? known : undefined;
  if (seen && rows && shape) memory.keep(id, { ...seen, shape, isMergesKnown }, memory.changes(id));
  // What was merged on a sheet that has changed is not known any more.
  const shapeThen = rows || glimpse.asksMerges || memory.mergeRows === 0 ? shape : undefined;
  return { id, name, part, shape: shapeThen, isMergesKnown, rows, tables, isOurs: tab !== undefined, changes: memory.changes(id) };
}

// Merging empties cells and is told of nowhere: cells that were read before are as they are now if nothing stands beneath a merged one.
function isBlankBeneath(rows: Rows, merges: readonly Area[]): boolean {
  return merges.every(({ top, left, bottom, right }) =>
    rows
      .slice(top, bottom + 1)
      .every((row, down) => row.slice(left, right + 1).every((cell, along) => cell === null || (down === 0 && along === 0))),
  );
}

type Content = Omit<Seen, "part">;

async function readParts(
  { host, context, memory, merges }: Reading,
  parts: readonly Part[],
  options: Pick<ReadOptions, "foreseen" | "progress">,
): Promise<ReadonlyMap<string, Content>> {
  let shapes: readonly (() => Shape)[] = [];
  let tableTotals: readonly (readonly Excel.Range[])[] = [];
  const mergeRows = merges === "never" ? 0 : memory.mergeRows;
  const alongside = (): boolean => {
    const { worksheets } = context.workbook;
    shapes = parts.map(({ id, part, shape }) => (shape ? () => shape : askShape(worksheets.getItem(id), part, mergeRows)));
    tableTotals = parts.map(({ id, tables }) =>
      tables.map((table) => worksheets.getItem(id).tables.getItem(table).getTotalRowRange().load("rowIndex")),
    );
    return parts.some(({ shape, tables }) => !shape || tables.length > 0);
  };
  const withoutTotals = new Set(parts.filter(({ isOurs }) => isOurs).map(({ id }) => id));
  const wanted: ReadOptions["wanted"] = (asked) => void (memory.asked = asked);
  const { bytesPerCell } = memory.asked;
  const reader = new BlockReader(host, context, { ...options, alongside, withoutTotals, wanted, bytesPerCell });
  const readings = await reader.read(parts.map(({ part }) => part));
  return new Map(
    parts.map(({ id, part, shape, isMergesKnown, changes }, index) => {
      const { cells, subtotals } = readings[index] ?? { cells: [], subtotals: [] };
      const ofTables = (tableTotals[index] ?? []).map(({ rowIndex }) => rowIndex);
      const totals = [...new Set([...subtotals, ...ofTables])].sort((a, b) => a - b);
      const content = {
        shape: shapes[index]?.() ?? noShape,
        rows: placed(part, cells),
        totals,
        isMergesKnown: shape ? isMergesKnown : merges !== "never",
      };
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
