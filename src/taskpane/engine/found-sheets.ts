// What stands in a book that has no list: each sheet in a few words, so that people see that they have opened another book.
import { cellText, type Grid } from "../../sheets/grid";

/** One sheet as people know it again. */
export interface FoundSheet {
  readonly name: string;
  /** How many rows hold something. */
  readonly rows: number;
  /** The first texts of the first row that has several, else of the first row. */
  readonly texts: readonly string[];
}

const shownTexts = 5;
const textLength = 12;

/** The sheets that people see, those that we made left out. */
export function foundSheets(grids: readonly Grid[]): readonly FoundSheet[] {
  return grids.filter(({ ownTab, visibility }) => ownTab === undefined && visibility === "visible").map(foundSheet);
}

/** Whether anything stands on a sheet. */
export function isFilled(grid: Grid): boolean {
  return grid.rows.some((row) => textsOf(row).length > 0);
}

function foundSheet({ name, rows }: Grid): FoundSheet {
  const filled = rows.map(textsOf).filter((texts) => texts.length > 0);
  const texts = filled.find(({ length }) => length > 1) ?? filled[0] ?? [];
  const shown = texts.slice(0, shownTexts).map((text) => (text.length > textLength ? `${text.slice(0, textLength)}…` : text));
  return { name, rows: filled.length, texts: shown };
}

const textsOf = (row: Grid["rows"][number]) => row.map((cell) => cellText(cell).trim()).filter((text) => text !== "");
