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

/** About what the format, type or formula of a cell takes in an answer. */
const detailBytes = 12;

/** One property of a block of cells. */
export interface Asked extends Block {
  readonly property: Property;
}

/** What was asked for ahead, by what it is. */
export type Foreseen = ReadonlyMap<string, Excel.Range>;

/** What a reading asked for: values, and what these wanted to be known besides, each with about how many bytes a cell takes in the answer. */
export interface AskedLast {
  readonly values: readonly Asked[];
  readonly details: readonly Asked[];
  readonly bytesPerCell: number;
}

/** As much is asked for ahead; should it be more than Excel gives after all, nothing is the next time. */
const foreseenBytes = 3_600_000;

/** No reading yet. */
export const nothingAsked: AskedLast = { values: [], details: [], bytesPerCell: 0 };

/** As much of it as one answer carries along with something else: all details or none, and the first of the values. */
export function foreseeable({ values, details, bytesPerCell }: AskedLast): readonly Asked[] {
  const cells = details.reduce((total, block) => total + cellsOf(block), 0);
  const first = cells * detailBytes <= foreseenBytes ? details : [];
  let bytes = first.length > 0 ? cells * detailBytes : 0;
  return [...first, ...values.filter((block) => (bytes += cellsOf(block) * bytesPerCell) <= foreseenBytes)];
}

/** By what an answer is found again. */
export const askedKey = ({ sheet, top, left, rows, columns, property }: Asked): string =>
  [property, top, left, rows, columns, sheet].join();

/** Asks for one property of a block. */
export function ask(sheet: Excel.Worksheet, { top, left, rows, columns, property }: Asked): Excel.Range {
  return sheet.getRangeByIndexes(top, left, rows, columns).load(property);
}

/** What goes on beside the reading. */
export interface ReadOptions {
  /** Called before the first round trip, again when that is repeated; may ask for more, and says whether it did. */
  readonly alongside?: () => boolean;
  readonly progress?: ((done: number, total: number) => void) | undefined;
  /** The ids of sheets on which no totals are looked for. */
  readonly withoutTotals?: ReadonlySet<string>;
  /** What may be wanted, asked for already. */
  readonly foreseen?: Foreseen;
  /** How many bytes a cell took the last time. */
  readonly bytesPerCell?: number;
  /** Told what was asked for. */
  readonly wanted?: (asked: AskedLast) => void;
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
  readonly #options: Pick<ReadOptions, "foreseen" | "wanted" | "bytesPerCell">;
  #alongside: (() => boolean) | undefined;

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
    const values = await this.#foreseenOr(blocks.map(asking("values")));
    const details = detailsOf(blocks, values);
    const places = totalsPlaces(blocks, values).filter(({ sheet }) => !this.#withoutTotals.has(sheet));
    const wanted = [
      ...details.formats.map(asking("numberFormat")),
      ...details.types.map(asking("valueTypes")),
      ...places.map(asking("formulas")),
    ];
    const answers = await this.#foreseenOr(wanted);
    this.#options.wanted?.({ values: blocks.map(asking("values")), details: wanted, bytesPerCell: bytesPerCell(values) });
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

  // What was foreseen need not be asked for.
  async #foreseenOr(blocks: readonly Asked[]): Promise<readonly (readonly unknown[])[][]> {
    const known = blocks.map((asked) => this.#options.foreseen?.get(askedKey(asked)));
    const unknown = blocks.filter((_, index) => !known[index]);
    const asked = unknown.length > 0 ? await this.#all(unknown) : await this.#nothing();
    let next = 0;
    return blocks.map((block, index) => {
      const range = known[index];
      return range ? answerIn(range, block) : (asked[next++] ?? []);
    });
  }

  async #nothing(): Promise<readonly []> {
    if (this.#alongside?.()) await this.#context.sync();
    this.#alongside = undefined;
    return [];
  }

  async #all(blocks: readonly Asked[]): Promise<readonly (readonly unknown[])[][]> {
    const result: (readonly unknown[])[][] = [];
    let limit = cellsAtOnce(this.#options.bytesPerCell ?? 0, Infinity);
    while (result.length < blocks.length) {
      const [group = []] = packed(blocks.slice(result.length), cellsOf, limit);
      const found = await this.#group(group);
      limit = cellsAtOnce(bytesPerCell(found), 2 * limit);
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

// No fewer than when nothing is known of their length.
function cellsAtOnce(bytes: number, most: number): number {
  return bytes === 0 ? firstCells : Math.max(firstCells, Math.min(most, Math.floor(answerBytes / bytes)));
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
