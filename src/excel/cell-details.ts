// Which cells need more than their value, and where the answers belong.
import { type Block } from "./block";
import { type ExcelValue, mayBeDay, mayBeError } from "./cells";
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
