// The workbooks of schools as a split hands them out, and with entries filled in, as files.
import { OpenSeason } from "../../src/actions/season";
import { split } from "../../src/actions/split";
import type { Day } from "../../src/domain/values/day";
import { cellText, type Grid } from "../../src/sheets/grid";
import { listHeadingRow } from "../../src/sheets/lists/school-list";
import type { BookSpec, CellOut } from "../../src/sheets/writing/spec";
import { cellValueOf } from "../../src/sheets/writing/spec-grid";
import { MemoryBook } from "./collecting";
import { type AddedFile, RecordingFiles } from "./recording";

/** Entries by row of the list (from 0, below the headings) and heading. */
export type Entries = Readonly<Record<number, Readonly<Record<string, CellOut>>>>;

/** The lists that a book's first split hands out, the largest first. */
export async function sentLists(grids: readonly Grid[], on: Day): Promise<readonly AddedFile[]> {
  const files = new RecordingFiles();
  const season = OpenSeason.in(grids, "county.xlsx", { clock: on, today: on });
  await split.run(season, { workbook: new MemoryBook(grids), files }, { version: 1 });
  const rows = ({ book }: AddedFile) => book.sheets.find(({ tab }) => tab === "school-list")?.rows.length ?? 0;
  return files.added.filter((file) => rows(file) > 0).sort((a, b) => rows(b) - rows(a));
}

/** The same workbook with entries in its list. */
export function withEntries({ sheets, ...book }: BookSpec, entries: Entries): BookSpec {
  return {
    ...book,
    sheets: sheets.map((sheet) => {
      if (sheet.tab !== "school-list") return sheet;
      const headings = (sheet.rows[listHeadingRow] ?? []).map((cell) => cellText(cellValueOf(cell)));
      const rows = sheet.rows.map((row, at) => {
        const cells = entries[at - listHeadingRow - 1];
        return cells ? headings.map((heading, column) => cells[heading] ?? row[column] ?? null) : row;
      });
      return { ...sheet, rows };
    }),
  };
}
