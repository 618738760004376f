// Which cells need more than their value, and where the answers belong.
import { type Block } from "./block";
import { subtotalFormula } from "../sheets/grid";
import { type ExcelValue, mayBeDay, mayBeError, mayBeSomebodys } from "./cells";
import { runs } from "./step";

/** What must be asked for beside the values: formats of columns with numbers that may be days, types of those with texts like #REF!. */
export function detailsOf(
  blocks: readonly Block[],
  values: readonly (readonly unknown[])[][],
): { readonly formats: Block[]; readonly types: Block[] } {
  const formats: Block[] = [];
  const types: Block[] = [];
  blocks.forEach((block, index) => {
    const days = new Set<number>();
    const errors = new Set<number>();
    for (const row of values[index] ?? []) {
      row.forEach((value, column) => {
        if (mayBeDay(value as ExcelValue)) days.add(column);
        else if (mayBeError(value as ExcelValue)) errors.add(column);
      });
    }
    for (const [columns, list] of [
      [days, formats],
      [errors, types],
    ] as const) {
      list.push(...runs([...columns]).map(([first, last]) => ({ ...block, left: block.left + first, columns: last - first + 1 })));
    }
  });
  return { formats, types };
}

/** Formulas are asked for in strips of so many rows: fewer ranges, hardly more cells. */
const strip = 8;

/** A list of people has few rows that are nobody's; on other sheets the last so many of a block are looked at. */
const totalsLimit = 2000;

/** Where totals may stand: rows on which something is counted and no number is as long as one that belongs to somebody. */
export function totalsPlaces(blocks: readonly Block[], values: readonly (readonly unknown[])[][]): readonly Block[] {
  return blocks.flatMap((block, index) => {
    const rows = (values[index] ?? []).flatMap((row, at) => (mayBeTotal(row as readonly ExcelValue[]) ? [at] : []));
    return runs(rows.slice(-totalsLimit).map((row) => Math.floor(row / strip))).map(([first, last]) => {
      const top = first * strip;
      return { ...block, top: block.top + top, rows: Math.min((last + 1) * strip, block.rows) - top };
    });
  });
}

function mayBeTotal(row: readonly ExcelValue[]): boolean {
  return row.some((value) => typeof value === "number" || mayBeError(value)) && !row.some(mayBeSomebodys);
}

/** The rows of each sheet, counted from 0, with a formula that sums up. */
export function subtotalRows(
  places: readonly Block[],
  formulas: readonly (readonly unknown[])[][],
): ReadonlyMap<string, readonly number[]> {
  const isSubtotal = (formula: unknown): boolean => typeof formula === "string" && formula.startsWith("=") && subtotalFormula.test(formula);
  const found = new Map<string, number[]>();
  places.forEach(({ sheet, top }, index) => {
    const rows = (formulas[index] ?? []).flatMap((row, at) => (row.some(isSubtotal) ? [top + at] : []));
    found.set(sheet, [...(found.get(sheet) ?? []), ...rows]);
  });
  return found;
}

/** The detail of a cell of the block, by its position within the block. */
export function lookUp(
  block: Block,
  parts: readonly Block[],
  details: readonly (readonly unknown[])[][],
): (row: number, column: number) => unknown {
  const byColumn: { readonly part: readonly (readonly unknown[])[]; readonly at: number }[] = [];
  parts.forEach((part, index) => {
    if (part.sheet !== block.sheet || part.top !== block.top || part.rows !== block.rows) return;
    for (let at = 0; at < part.columns; at++) byColumn[part.left - block.left + at] = { part: details[index] ?? [], at };
  });
  return (row, column) => {
    const found = byColumn[column];
    return found?.part[row]?.[found.at];
  };
}
