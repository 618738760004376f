// A tab of ours read back: found by its mark, or by its name where a foreign program dropped the mark, and understood by its headings.
import type { RowPlace } from "../../domain/record/field";
import { cellAddress, type CellValue, cellText, type Grid } from "../grid";
import type { CellOut } from "../writing/spec";
import { type TabId, tabNames } from "../vocabulary/tabs";

/** The table of a tab, whatever stands above it and wherever its columns have been moved. */
export interface OwnTable<H extends string> {
  /** Where the headings stand, counted from 0. */
  readonly headingRow: number;
  /** All rows below the headings. */
  readonly rows: Grid["rows"];
  /** The column of a heading, counted from 0; -1 for one that is gone. */
  readonly columnOf: (heading: H) => number;
  /** The text in a row under a heading. */
  readonly text: (row: Grid["rows"][number], heading: H) => string;
}

/** The table under the first row that bears most of these headings; undefined when the sheet has none. */
export function tableIn<H extends string>({ rows }: Pick<Grid, "rows">, headings: readonly H[]): OwnTable<H> | undefined {
  const wanted = new Set<string>(headings);
  const longest = headings.reduce((most, { length }) => Math.max(most, length), 0);
  const headingRow = rows.findIndex((row) => {
    // Of a row of data no cell is a heading, so that nothing is collected.
    let known: Set<string> | undefined;
    for (const cell of row) {
      // Numbers are no headings, and most texts are longer.
      if (typeof cell !== "string") continue;
      const text = cellText(cell);
      if (text.length <= longest && wanted.has(text)) (known ??= new Set()).add(text);
    }
    return known !== undefined && known.size * 2 > headings.length;
  });
  if (headingRow < 0) return undefined;
  const titles = (rows[headingRow] ?? []).map(cellText);
  const columns = new Map(headings.map((heading) => [heading, titles.indexOf(heading)]));
  const columnOf = (heading: H) => columns.get(heading) ?? -1;
  return { headingRow, rows: rows.slice(headingRow + 1), columnOf, text: (row, heading) => cellText(row[columnOf(heading)]) };
}

/** The tab of ours among the sheets of a book. */
export function ownTab(grids: readonly Grid[], tab: TabId): Grid | undefined {
  return grids.find((grid) => grid.ownTab === tab) ?? grids.find((grid) => !grid.ownTab && grid.name === tabNames[tab]);
}

/** The table of that tab; undefined when the book has no such tab, or the tab no such headings. */
export function ownTable<H extends string>(grids: readonly Grid[], tab: TabId, headings: readonly H[]): OwnTable<H> | undefined {
  const grid = ownTab(grids, tab);
  return grid && tableIn(grid, headings);
}

/** Where the lines of that tab stand, of all rows below its headings those that are lines; undefined when there is no such table. */
export function ownLines<H extends string>(
  grids: readonly Grid[],
  tab: TabId,
  headings: readonly H[],
  isLine: (row: Grid["rows"][number], table: OwnTable<H>) => boolean,
): readonly RowPlace[] | undefined {
  const table = ownTable(grids, tab, headings);
  const sheet = ownTab(grids, tab)?.name ?? "";
  return table?.rows.flatMap((row, index) => (isLine(row, table) ? [{ sheet, row: table.headingRow + 2 + index }] : []));
}

/** The addresses of the blank cells under a heading, from top to bottom. */
export function blankCells<H extends string>({ rows, headingRow, columnOf, text }: OwnTable<H>, heading: H): readonly string[] {
  const column = columnOf(heading);
  if (column < 0) return [];
  return rows.flatMap((row, index) => (text(row, heading) === "" ? [cellAddress(headingRow + 1 + index, column)] : []));
}

/** Whether anything stands in a row. */
export const isFilled = (row: Grid["rows"][number]) => row.some((cell) => cellText(cell) !== "");

/** A cell as it is written again just as it stands. */
export function asWritten(value: CellValue | undefined): CellOut {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return cellText(value);
  return typeof value === "object" ? ("day" in value ? value : value.text) : value;
}
