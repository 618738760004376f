// How a tab of ours looks beside its lines, small enough to be kept: with it and its lines as they were read, the tab is drawn again as it was.
import type { Fen } from "../../domain/values/money";
import type { CellValue } from "../grid";
import { asWritten } from "../reading/own-table";
import type { CellOut, SheetSpec } from "../writing/spec";

type Kind = "fen" | "rate";

/** Everything of a tab but its lines, as JSON carries it. */
export interface Look extends Omit<SheetSpec, "tab" | "rows" | "heights"> {
  readonly heights?: readonly (readonly [row: number, height: number])[];
  /** Where numbers are amounts or rates: kind, column, first and last row, counted from 0. */
  readonly kinds: readonly (readonly [kind: Kind, column: number, first: number, last: number])[];
  /** How many cells the rows have, blank ones at their ends included: so many cells, in so many rows. */
  readonly widths: readonly (readonly [cells: number, rows: number])[];
  /** Cells whose value does not say what they are: formulas, and texts that lead somewhere. */
  readonly cells: readonly (readonly [row: number, column: number, cell: CellOut])[];
}

const kindOf = (cell: CellOut & object): Kind | undefined => ("fen" in cell ? "fen" : "rate" in cell ? "rate" : undefined);

/** How a tab looks. */
export function lookOf({ tab, rows, heights, ...rest }: SheetSpec): Look {
  void tab;
  const kinds: [Kind, number, number, number][] = [];
  const cells: [number, number, CellOut][] = [];
  const open = new Map<number, (typeof kinds)[number]>();
  for (const [at, row] of rows.entries())
    for (let column = 0; column < row.length; column++) {
      const cell = row[column];
      // Most cells are texts or blank.
      if (typeof cell !== "object" || cell === null) continue;
      if ("formula" in cell || "link" in cell) cells.push([at, column, cell]);
      const kind = kindOf(cell);
      if (kind === undefined) continue;
      const last = open.get(column);
      if (last?.[0] === kind && last[3] === at - 1) last[3] = at;
      else {
        const one: (typeof kinds)[number] = [kind, column, at, at];
        kinds.push(one);
        open.set(column, one);
      }
    }
  const widths: [number, number][] = [];
  for (const { length } of rows) {
    const last = widths.at(-1);
    if (last?.[0] === length) last[1]++;
    else widths.push([length, 1]);
  }
  return { ...rest, kinds, widths, cells, ...(heights ? { heights: [...heights] } : {}) };
}

/** The tab with this look and these lines. */
export function drawnAgain(
  tab: string,
  { kinds, widths, cells, heights, ...rest }: Look,
  lines: readonly (readonly CellValue[])[],
): SheetSpec {
  const lengths = widths.flatMap(([length, count]) => Array.from({ length: count }, () => length));
  const rows = Array.from({ length: Math.max(lengths.length, lines.length) }, (_, row) => {
    const line = lines[row] ?? [];
    return Array.from({ length: Math.max(lengths[row] ?? 0, line.length) }, (_one, at): CellOut => asWritten(line[at]));
  });
  const put = (row: number, column: number, cell: CellOut): void => {
    const line = rows[row];
    if (line && column < line.length) line[column] = cell;
  };
  for (const [kind, column, first, last] of kinds)
    for (let row = first; row <= last; row++) {
      const value = rows[row]?.[column];
      if (typeof value !== "number") continue;
      put(row, column, kind === "fen" ? { fen: Math.round(value * 100) as Fen } : { rate: Math.round(value * 10_000) });
    }
  for (const [row, column, cell] of cells) {
    const text = rows[row]?.[column] ?? "";
    if (cell !== null && typeof cell === "object" && "formula" in cell && typeof text !== "object")
      put(row, column, { ...cell, value: text });
    else if (cell !== null && typeof cell === "object" && "link" in cell) put(row, column, cell);
  }
  return { ...rest, tab, rows, ...(heights ? { heights: new Map(heights) } : {}) };
}
