// Fix-it files in tests: a county with doubtful cells, what it asks, and what schools answer.
import { type FixOutcome, fix } from "../../src/actions/fix";
import type { CellValue, Grid } from "../../src/sheets/grid";
import type { BookSpec } from "../../src/sheets/writing/spec";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { countyGrids, type MemoryBook, type SchoolFile, seasonOf } from "./collecting";

/** A county in which some telephones and one ID number are in doubt. */
export function doubtful(persons = 60, seed = 3): readonly Grid[] {
  return countyGrids(persons, seed).map((grid) => {
    const at = grid.rows.findIndex((row) => row.includes("身份证号") && row.includes("合同编号"));
    if (at < 0 || grid.ownTab) return grid;
    const headings = grid.rows[at]!.map(String);
    const [phone, id] = [headings.indexOf("联系电话"), headings.indexOf("身份证号")];
    if (phone < 0) return grid;
    return {
      ...grid,
      rows: grid.rows.map((row, index) =>
        row.map((cell, column): CellValue => {
          if (index <= at || cell === null) return cell;
          if (column === phone && index % 7 === 0) return "1380000";
          if (column === id && index === at + 5) return `${String(cell).slice(0, 17)}${String(cell).endsWith("1") ? "2" : "1"}`;
          return cell;
        }),
      ),
    };
  });
}

/** The fix-it files that a book asks for. */
export async function fixIn(own: MemoryBook): Promise<{ outcome: FixOutcome; books: readonly { name: string; book: BookSpec }[] }> {
  const books: { name: string; book: BookSpec }[] = [];
  const add = (name: string, book: BookSpec) => {
    books.push({ name, book });
    return Promise.resolve();
  };
  return { outcome: await fix.run(seasonOf(own), { workbook: own, files: { incoming: [], add } }), books };
}

/** A fix-it file as it goes out. */
export const fileOf = ({ name, book }: { name: string; book: BookSpec }): SchoolFile => ({
  name,
  grids: book.sheets.map((spec) => gridOfSpec(spec, spec.name)),
});

/** The file with answers in its yellow column, and other cells changed, by row (counted from 0). */
export function answered(file: SchoolFile, cells: Readonly<Record<number, Readonly<Record<string, CellValue>>>>): SchoolFile {
  return {
    ...file,
    grids: file.grids.map((grid) => ({
      ...grid,
      rows: grid.rows.map((row, at) => {
        const headings = (grid.rows[2] ?? []).map(String);
        const own = cells[at - 3];
        return own ? headings.map((heading, column) => (heading in own ? own[heading]! : (row[column] ?? null))) : row;
      }),
    })),
  };
}

/** The questions of a fix-it file, by heading. */
export const questionsIn = (file: SchoolFile) => {
  const [grid] = file.grids;
  const headings = (grid?.rows[2] ?? []).map(String);
  return (grid?.rows.slice(3) ?? [])
    .map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? null])))
    .filter((row) => row["题号"] != null);
};
