// Reads the cells of sheets in blocks that Excel gives at once; a block that is refused as too large is halved and asked for again.
import { WorkbookError } from "../actions/workbook";
import { type CellValue } from "../sheets/grid";
import { type Block } from "./block";
import { detailsOf, lookUp } from "./cell-details";
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

/** What goes on beside the reading. */
export interface ReadOptions {
  /** Called before the first round trip, again when that is repeated; may ask for more. */
  readonly alongside?: () => void;
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/** Reads blocks of cells. */
export class BlockReader {
  readonly #host: ExcelHost;
  readonly #context: Excel.RequestContext;
  readonly #progress: ReadOptions["progress"];
  #alongside: (() => void) | undefined;

  constructor(host: ExcelHost, context: Excel.RequestContext, { alongside, progress }: ReadOptions = {}) {
    this.#host = host;
    this.#context = context;
    this.#alongside = alongside;
    this.#progress = progress;
  }

  /** The cells of each block, row by row. */
  async read(areas: readonly Block[]): Promise<readonly (readonly CellValue[])[][]> {
    const cut = areas.map((area) => sliced(area));
    const blocks = cut.flat();
    const values = await this.#all(blocks, "values");
    const details = detailsOf(blocks, values);
    const formats = await this.#all(details.formats, "numberFormat");
    const types = await this.#all(details.types, "valueTypes");
    const cells = blocks.map((block, index) => {
      const format = lookUp(block, details.formats, formats);
      const type = lookUp(block, details.types, types);
      return (values[index] ?? []).map((row, r) =>
        row.map((value, c) => cellOf(value as ExcelValue | null, format(r, c) as string | undefined, type(r, c) as string | undefined)),
      );
    });
    let next = 0;
    return cut.map((parts) => parts.flatMap(() => cells[next++] ?? []));
  }

  async #all(blocks: readonly Block[], property: Property): Promise<readonly (readonly unknown[])[][]> {
    const result: (readonly unknown[])[][] = [];
    let limit = firstCells;
    while (result.length < blocks.length) {
      const [group = []] = packed(blocks.slice(result.length), cellsOf, limit);
      const found = await this.#group(group, property);
      limit = Math.max(firstCells, Math.min(2 * limit, Math.floor(answerBytes / bytesPerCell(found))));
      result.push(...found);
      if (property === "values") this.#progress?.(result.length, blocks.length);
    }
    return result;
  }

  async #group(blocks: readonly Block[], property: Property): Promise<(readonly unknown[])[][]> {
    try {
      return await patiently(this.#host, () => this.#ask(blocks, property));
    } catch (error) {
      if (!isPayloadError(error)) throw error;
      return this.#halves(blocks, property, error);
    }
  }

  async #halves(blocks: readonly Block[], property: Property, error: unknown): Promise<(readonly unknown[])[][]> {
    const half = Math.ceil(blocks.length / 2);
    if (blocks.length > 1)
      return [...(await this.#group(blocks.slice(0, half), property)), ...(await this.#group(blocks.slice(half), property))];
    const [block] = blocks;
    if (!block || block.rows < 2) throw error;
    const rows = Math.ceil(block.rows / 2);
    const upper = await this.#group([{ ...block, rows }], property);
    const lower = await this.#group([{ ...block, top: block.top + rows, rows: block.rows - rows }], property);
    return [[...upper, ...lower].flat()];
  }

  async #ask(blocks: readonly Block[], property: Property): Promise<(readonly unknown[])[][]> {
    const { worksheets } = this.#context.workbook;
    const ranges = blocks.map(({ sheet, top, left, rows, columns }) =>
      worksheets.getItem(sheet).getRangeByIndexes(top, left, rows, columns).load(property),
    );
    this.#alongside?.();
    await this.#context.sync();
    this.#alongside = undefined;
    return ranges.map((range) => {
      const found: unknown = range[property];
      if (!Array.isArray(found)) throw new WorkbookError("too-large", `: ${property}`);
      return found as (readonly unknown[])[];
    });
  }
}

type Property = "values" | "numberFormat" | "valueTypes";

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
