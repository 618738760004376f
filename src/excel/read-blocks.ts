// Reads the cells of sheets in blocks that Excel gives at once; a block that is refused as too large is halved and asked for again.
import { WorkbookError } from "../actions/workbook";
import { type CellValue } from "../sheets/grid";
import { type Block } from "./block";
import { detailsOf, lookUp, subtotalRows, totalsPlaces } from "./cell-details";
import { cellOf, type ExcelValue } from "./cells";
import { packed, valueBytes } from "./chunks";
import { isPayloadError } from "./errors";
import { type ExcelHost } from "./host";
import { patiently } from "./patience";

/** Excel's limit on the cells of one read; beyond it values are missing without an error. */
const cellLimit = 5_000_000;

/** The 25 columns of a borrower take about 340 bytes a row. */
const rowLimit = 5000;

/** The cells that are asked for first, when nothing is known of their length: about 2 MB of texts. */
const firstCells = 160_000;

/** Once their length is known, as many are asked for as stay well below Excel's 5 MB. */
const answerBytes = 3_000_000;

/** @throws WorkbookError `too-large` when Excel could not give all cells */
export function checkSize(used: readonly { readonly name: string; readonly rows: number; readonly columns: number }[]): void {
  let total = 0;
  for (const { name, rows, columns } of used) {
    const cells = rows * columns;
    total += cells;
    if (cells > cellLimit) throw new WorkbookError("too-large", name, { why: "cells", count: cellLimit });
  }
  if (total > cellLimit) throw new WorkbookError("too-large", "", { why: "cells", count: cellLimit });
}

/** One property of a block of cells. */
export interface Asked extends Block {
  readonly property: Property;
}

/** What was asked for ahead, by what it is. */
export type Foreseen = ReadonlyMap<string, Excel.Range>;

/** Whether they are too many to be asked for along with something else. */
export const areMany = (blocks: readonly Asked[]): boolean => blocks.reduce((cells, block) => cells + cellsOf(block), 0) > firstCells;

/** By what an answer is found again. */
export const askedKey = ({ sheet, top, left, rows, columns, property }: Asked): string =>
  [property, top, left, rows, columns, sheet].join();

/** Asks for one property of a block. */
export function ask(sheet: Excel.Worksheet, { top, left, rows, columns, property }: Asked): Excel.Range {
  return sheet.getRangeByIndexes(top, left, rows, columns).load(property);
}

/** What goes on beside the reading. */
export interface ReadOptions {
  /** Called before the first round trip, again when that is repeated; may ask for more. */
  readonly alongside?: () => void;
  readonly progress?: ((done: number, total: number) => void) | undefined;
  /** The ids of sheets on which no totals are looked for. */
  readonly withoutTotals?: ReadonlySet<string>;
  /** What the values may want to be known besides, asked for already. */
  readonly foreseen?: Foreseen;
  /** Told what the values wanted to be known besides. */
  readonly wanted?: (details: readonly Asked[]) => void;
}

/** What was read of an area. */
export interface BlockReading {
  readonly cells: readonly (readonly CellValue[])[];
  /** The rows of the sheet, counted from 0, with a formula that sums up others. */
  readonly subtotals: readonly number[];
}

/** Reads blocks of cells. */
export class BlockReader {
  readonly #host: ExcelHost;
  readonly #context: Excel.RequestContext;
  readonly #progress: ReadOptions["progress"];
  readonly #withoutTotals: ReadonlySet<string>;
  readonly #options: Pick<ReadOptions, "foreseen" | "wanted">;
  #alongside: (() => void) | undefined;

  constructor(host: ExcelHost, context: Excel.RequestContext, { alongside, progress, withoutTotals, ...options }: ReadOptions = {}) {
    this.#withoutTotals = withoutTotals ?? new Set();
    this.#options = options;
    this.#host = host;
    this.#context = context;
    this.#alongside = alongside;
    this.#progress = progress;
  }

  /** The cells of each area, row by row, and its rows of subtotals. */
  async read(areas: readonly Block[]): Promise<readonly BlockReading[]> {
    const cut = areas.map((area) => sliced(area));
    const blocks = cut.flat();
    const values = await this.#all(blocks.map(asking("values")));
    const details = detailsOf(blocks, values);
    const places = totalsPlaces(blocks, values).filter(({ sheet }) => !this.#withoutTotals.has(sheet));
    const wanted = [
      ...details.formats.map(asking("numberFormat")),
      ...details.types.map(asking("valueTypes")),
      ...places.map(asking("formulas")),
    ];
    const { foreseen } = this.#options;
    const known = wanted.flatMap((asked) => foreseen?.get(askedKey(asked)) ?? []);
    const answers = known.length < wanted.length ? await this.#all(wanted) : known.map((range, index) => answerIn(range, wanted[index]));
    this.#options.wanted?.(wanted);
    const formats = answers.slice(0, details.formats.length);
    const types = answers.slice(formats.length, formats.length + details.types.length);
    const subtotals = subtotalRows(places, answers.slice(formats.length + types.length));
    const cells = blocks.map((block, index) => {
      const format = lookUp(block, details.formats, formats);
      const type = lookUp(block, details.types, types);
      return (values[index] ?? []).map((row, r) =>
        row.map((value, c) => cellOf(value as ExcelValue | null, format(r, c) as string | undefined, type(r, c) as string | undefined)),
      );
    });
    let next = 0;
    return cut.map((parts) => ({
      cells: parts.flatMap(() => cells[next++] ?? []),
      subtotals: subtotals.get(parts[0]?.sheet ?? "") ?? [],
    }));
  }

  async #all(blocks: readonly Asked[]): Promise<readonly (readonly unknown[])[][]> {
    const result: (readonly unknown[])[][] = [];
    let limit = firstCells;
    while (result.length < blocks.length) {
      const [group = []] = packed(blocks.slice(result.length), cellsOf, limit);
      const found = await this.#group(group);
      limit = Math.max(firstCells, Math.min(2 * limit, Math.floor(answerBytes / bytesPerCell(found))));
      result.push(...found);
      if (blocks[0]?.property === "values") this.#progress?.(result.length, blocks.length);
    }
    return result;
  }

  async #group(blocks: readonly Asked[]): Promise<(readonly unknown[])[][]> {
    try {
      return await patiently(this.#host, () => this.#ask(blocks));
    } catch (error) {
      if (!isPayloadError(error)) throw error;
      return this.#halves(blocks, error);
    }
  }

  async #halves(blocks: readonly Asked[], error: unknown): Promise<(readonly unknown[])[][]> {
    const half = Math.ceil(blocks.length / 2);
    if (blocks.length > 1) return [...(await this.#group(blocks.slice(0, half))), ...(await this.#group(blocks.slice(half)))];
    const [block] = blocks;
    if (!block || block.rows < 2) throw error;
    const rows = Math.ceil(block.rows / 2);
    const upper = await this.#group([{ ...block, rows }]);
    const lower = await this.#group([{ ...block, top: block.top + rows, rows: block.rows - rows }]);
    return [[...upper, ...lower].flat()];
  }

  async #ask(blocks: readonly Asked[]): Promise<(readonly unknown[])[][]> {
    const { worksheets } = this.#context.workbook;
    const ranges = blocks.map((block) => ask(worksheets.getItem(block.sheet), block));
    this.#alongside?.();
    await this.#context.sync();
    this.#alongside = undefined;
    return ranges.map((range, index) => answerIn(range, blocks[index]));
  }
}

function answerIn(range: Excel.Range, { property = "values" }: Partial<Asked> = {}): (readonly unknown[])[] {
  const found: unknown = range[property];
  if (!Array.isArray(found)) throw new WorkbookError("too-large", `: ${property}`);
  return found as (readonly unknown[])[];
}

type Property = "values" | "numberFormat" | "valueTypes" | "formulas";

const asking =
  (property: Property) =>
  (block: Block): Asked => ({ ...block, property });

function cellsOf(block: Block): number {
  return block.rows * block.columns;
}

// The first rows speak for all.
function bytesPerCell(blocks: readonly (readonly (readonly unknown[])[])[]): number {
  let bytes = 0;
  let cells = 0;
  for (const block of blocks) {
    for (const row of block.slice(0, 100)) {
      bytes +=
        row.reduce<number>((total, value) => total + valueBytes(value as ExcelValue), 2) * (block.length / Math.min(100, block.length));
      cells += row.length * (block.length / Math.min(100, block.length));
    }
  }
  return cells === 0 ? 1 : bytes / cells;
}

function sliced(block: Block): readonly Block[] {
  const height = Math.max(1, Math.min(rowLimit, Math.floor(firstCells / block.columns)));
  const parts = Math.ceil(block.rows / height);
  return Array.from({ length: parts }, (_, part) => {
    const start = part * height;
    return { ...block, top: block.top + start, rows: Math.min(height, block.rows - start) };
  });
}
