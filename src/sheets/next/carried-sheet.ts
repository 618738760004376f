// A sheet of the office carried over into a new book: the same cells in the same places, in the looks that our own tabs have.
import { cellText, type Grid } from "../grid";
import { asWritten } from "../reading/own-table";
import { withHeights } from "../writing/row-heights";
import type { CellOut, PageSpec, SheetSpec, StyledArea } from "../writing/spec";
import { tabPage } from "../writing/tab-frames";

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
    return Math.min(Math.max(longest + 4, 8), 50);
  });
}

// Wider than this, a sheet reads better across the page.
const portraitWidth = 92;

function pageOf(columns: readonly { readonly width: number }[], headingRow: number): PageSpec {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return tabPage({
    orientation: width > portraitWidth ? "landscape" : "portrait",
    center: true,
    ...(headingRow < 0 ? {} : { repeatRows: [headingRow, headingRow] as const }),
  });
}

const isDay = (cell: CellOut | undefined) => cell !== null && typeof cell === "object" && "day" in cell;

/**
 * The sheet with these rows in place of its own.
 * @param headingRow the row, counted from 0, under which the table begins; -1 for none
 */
export function carriedSheet(grid: Grid, headingRow: number, rows = carriedRows(grid)): SheetSpec {
  const columns = widths(grid.rows.length > 0 ? grid.rows : rows.map((row) => row.map(spoken)), Math.max(headingRow, 0)).map((width) => ({
    width,
    style: "cellWrapped" as const,
  }));
  const right = columns.length - 1;
  const row = (at: number) => ({ top: at, left: 0, bottom: at, right });
  const days = rows.flatMap((cells, top) =>
    cells.flatMap((cell, left): StyledArea[] => (isDay(cell) ? [{ area: { top, left, bottom: top, right: left }, style: "cellDay" }] : [])),
  );
  // Measured like a tab of ours, though it stands as the office's own.
  const measured = withHeights({
    tab: "carried",
    name: grid.name,
    ...(grid.visibility === "visible" ? {} : { visibility: grid.visibility }),
    columns,
    rows,
    styled: [
      ...Array.from({ length: Math.max(headingRow, 0) }, (_, at): StyledArea => ({
        area: row(at),
        style: at === 0 ? "titleLeft" : "subtitle",
      })),
      ...(headingRow < 0 ? [] : [{ area: row(headingRow), style: "heading" as const }]),
      ...days,
    ],
    merges: grid.merges,
    heights: new Map([...(headingRow > 0 ? [[0, 30] as const] : []), ...(headingRow < 0 ? [] : [[headingRow, 24] as const])]),
    hiddenRows: grid.hiddenRows,
    ...(headingRow < 0 ? {} : { freeze: { rows: headingRow + 1, columns: 0 } }),
    page: pageOf(columns, headingRow),
  });
  return { ...measured, tab: grid.ownTab ?? "" };
}

const spoken = (cell: CellOut) => (typeof cell === "string" || typeof cell === "number" ? cell : null);
