// Sheets on their way from one thread to another: every text once, as in the file that they were read from, and cells as numbers.
import type { CellValue, Grid } from "../sheets/grid";

/** A sheet without its rows, and the rows as numbers. */
export interface PackedGrid {
  readonly grid: Omit<Grid, "rows">;
  /** How many cells each row has. */
  readonly lengths: Int32Array<ArrayBuffer>;
  /** Of each cell the place of its text, of what else stands in it (counted down from -2), or that it is blank. */
  readonly cells: Int32Array<ArrayBuffer>;
  readonly texts: readonly string[];
  readonly others: readonly CellValue[];
}

const blank = -1;

/** A sheet as it is sent. */
export function packed({ rows, ...grid }: Grid): PackedGrid {
  const cells = new Int32Array(rows.reduce((sum, { length }) => sum + length, 0));
  const places = new Map<string, number>();
  const others: CellValue[] = [];
  let at = 0;
  for (const row of rows)
    for (const cell of row) {
      if (typeof cell === "string") {
        const place = places.get(cell) ?? places.size;
        places.set(cell, place);
        cells[at++] = place;
      } else cells[at++] = cell === null ? blank : blank - others.push(cell);
    }
  return { grid, lengths: Int32Array.from(rows, ({ length }) => length), cells, texts: [...places.keys()], others };
}

/** A sheet as it was before it was sent. */
export function unpacked({ grid, lengths, cells, texts, others }: PackedGrid): Grid {
  let at = 0;
  const valueOf = (place: number): CellValue => (place >= 0 ? texts[place] : others[blank - 1 - place]) ?? null;
  const rows = Array.from(lengths, (length) => {
    const row: CellValue[] = [];
    for (const end = at + length; at < end; at++) row.push(valueOf(cells[at] ?? blank));
    return row;
  });
  return { ...grid, rows };
}
