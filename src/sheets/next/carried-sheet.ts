// A sheet of the office carried over into a new book: the same cells in the same places, plainly set.
import { cellText, type Grid } from "../grid";
import { asWritten } from "../reading/own-table";
import type { CellOut, SheetSpec } from "../writing/spec";

/** The cells of a grid as they are written again just as they stand. */
export function carriedRows({ rows }: Pick<Grid, "rows">): readonly (readonly CellOut[])[] {
  return rows.map((row) => row.map(asWritten));
}

// Chinese takes two columns' width a character.
const widthOf = (text: string) => [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? 2 : 1), 0);

function widths(rows: Grid["rows"], from: number): readonly number[] {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 1);
  return Array.from({ length: count }, (_, column) => {
    const longest = rows.slice(from, from + 300).reduce((most, row) => Math.max(most, widthOf(cellText(row[column]))), 0);
    return Math.min(Math.max(longest + 2, 8), 50);
  });
}

/**
 * The sheet with these rows in place of its own.
 * @param headingRow the row, counted from 0, under which the table begins; -1 for none
 */
export function carriedSheet(grid: Grid, headingRow: number, rows = carriedRows(grid)): SheetSpec {
  const columns = widths(grid.rows, Math.max(headingRow, 0)).map((width) => ({ width, style: "cellWrapped" as const }));
  const right = columns.length - 1;
  const row = (at: number) => ({ top: at, left: 0, bottom: at, right });
  return {
    tab: grid.ownTab ?? "",
    name: grid.name,
    ...(grid.visibility === "visible" ? {} : { visibility: grid.visibility }),
    columns,
    rows,
    styled: [
      ...Array.from({ length: Math.max(headingRow, 0) }, (_, at) => ({ area: row(at), style: "plain" as const })),
      ...(headingRow < 0 ? [] : [{ area: row(headingRow), style: "heading" as const }]),
    ],
    merges: grid.merges,
    hiddenRows: grid.hiddenRows,
    ...(headingRow < 0 ? {} : { freeze: { rows: headingRow + 1, columns: 0 } }),
  };
}
