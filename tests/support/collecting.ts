// Collecting without files: a book in memory, the schools' workbooks as grids, and what schools do to them.
import { collect, type CollectOutcome } from "../../src/actions/collect";
import { decide } from "../../src/actions/decide";
import { OpenSeason } from "../../src/actions/season";
import { undo } from "../../src/actions/undo";
import type { Files, IncomingFile, Workbook } from "../../src/actions/workbook";
import { type Day, day } from "../../src/domain/values/day";
import type { Finding } from "../../src/domain/record/finding";
import { eachRegister } from "../../src/domain/record/registers";
import { type Assignment, assignSchools } from "../../src/domain/places/jurisdiction";
import { indexReports } from "../../src/domain/identity/report";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { schoolOrder, schoolsIn } from "../../src/sheets/reading/assignments";
import type { CellValue, Grid } from "../../src/sheets/grid";
import { readSeasonBook } from "../../src/sheets/reading/read-season";
import type { SeasonBook } from "../../src/sheets/reading/reading";
import { schoolBook } from "../../src/sheets/lists/school-book";
import { listHeadingRow } from "../../src/sheets/lists/school-list";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { tabNames } from "../../src/sheets/vocabulary/tabs";

/** The day on which the tests collect. */
export const collectingDay = day("2019-12-11");

/** A book in memory: tabs of ours are replaced or added, everything else stays. */
export class MemoryBook implements Workbook {
  readonly name = "county.xlsx";
  readonly written: string[][] = [];
  constructor(public grids: readonly Grid[]) {}
  read = () => Promise.resolve(this.grids);
  write = (tabs: readonly SheetSpec[], _?: readonly Finding[], gone: readonly string[] = []) => {
    void this.remove(gone);
    for (const spec of tabs) {
      const at = this.grids.findIndex((grid) => grid.ownTab === spec.tab);
      const grid = gridOfSpec(spec, spec.name);
      this.grids = at < 0 ? [...this.grids, grid] : this.grids.map((own, index) => (index === at ? grid : own));
    }
    this.written.push(tabs.map(({ tab }) => tab));
    return Promise.resolve(tabs.map(({ name }) => name));
  };
  remove = (tabs: readonly string[]) => {
    this.grids = this.grids.filter(({ ownTab }) => ownTab === undefined || !tabs.includes(ownTab));
    return Promise.resolve();
  };
  clearMarks = () => Promise.resolve();
}

/** The season of a book with the schools of its people. */
export function openCounty(grids: readonly Grid[], today: Day = collectingDay): { book: SeasonBook; assignments: readonly Assignment[] } {
  const book = readSeasonBook(grids, { clock: today, today });
  return { book, assignments: assignSchools(book.roster.persons, book.jurisdictions) };
}

/** An invented county's book. */
export function countyGrids(persons: number, seed: number): readonly Grid[] {
  return countyBook(sampleCounty({ persons, seed })).sheets.map((spec) => {
    const { ownTab, ...grid } = gridOfSpec(spec, spec.name);
    return ownTab ? { ...grid, ownTab } : grid;
  });
}

/** A school's workbook as it went out, by the school's name. */
export interface SchoolFile {
  readonly name: string;
  readonly grids: readonly Grid[];
}

/** The schools' workbooks of a book, in the order of 附件2. */
export function schoolFiles(grids: readonly Grid[]): ReadonlyMap<string, SchoolFile> {
  const { book, assignments } = openCounty(grids);
  const { index } = new OpenSeason(book);
  const reports = indexReports(index, book.registers).byPerson;
  const schools = [...new Map(assignments.flatMap(({ school }) => (school ? [[school.name, school] as const] : []))).values()];
  const order = schoolOrder(schoolsIn(book, new Map()));
  return new Map(
    schools
      .sort((a, b) => order(a.name, b.name))
      .map((school) => {
        const persons = assignments.filter((assignment) => assignment.school?.name === school.name).map(({ person }) => person);
        const spec = schoolBook({ school, persons, season: book.season, version: 1, madeOn: day("2019-11-20"), reports, index });
        const name = `蒲城县2019催收名单_${school.name}_v1_20191120.xlsx`;
        return [school.name, { name, grids: spec.sheets.map((sheet) => gridOfSpec(sheet, sheet.name)) }];
      }),
  );
}

/** Files that come in, in this order; nothing goes out. */
export function incoming(files: readonly (SchoolFile | IncomingFile)[]): Files {
  return {
    incoming: files.map((file) => ("grids" in file ? { name: file.name, read: () => Promise.resolve(file.grids) } : file)),
    add: () => Promise.reject(new Error("collecting makes no files")),
  };
}

/** The season of a book as it is now. */
export const seasonOf = (book: MemoryBook, on: Day = collectingDay) => OpenSeason.in(book.grids, book.name, { clock: on, today: on });

/** Carries out what the centre has decided in a book. */
export const decideIn = (book: MemoryBook, on: Day = collectingDay) =>
  decide.run(seasonOf(book, on), { workbook: book, files: incoming([]) });

/** Takes back what was done to a book last, or one file of it. */
export const undoIn = (book: MemoryBook, file?: string) =>
  undo.run(seasonOf(book), { workbook: book, files: incoming([]) }, file === undefined ? {} : { file });

/** Collects files into a book, which it changes. */
export function collectInto(
  book: MemoryBook,
  files: readonly (SchoolFile | IncomingFile)[],
  today: Day = collectingDay,
): Promise<CollectOutcome> {
  const { book: read, assignments } = openCounty(book.grids, today);
  return collect.run(new OpenSeason(read, { assignments, held: new Set() }), { workbook: book, files: incoming(files) });
}

type Cells = (CellValue | undefined)[];

/** The file with its list changed: `edit` gets the rows between headings and totals and the column of each heading. */
export function editList(file: SchoolFile, edit: (rows: Cells[], column: (heading: string) => number) => void): SchoolFile {
  return {
    ...file,
    grids: file.grids.map((grid) => {
      if (grid.name !== tabNames["school-list"]) return grid;
      const headings = grid.rows[listHeadingRow] ?? [];
      const rows = grid.rows.slice(listHeadingRow + 1, -1).map((row): Cells => Array.from(headings, (_, at) => row[at] ?? null));
      edit(rows, (heading) => headings.indexOf(heading));
      const changed = rows.map((row) => row.map((cell) => cell ?? null));
      return { ...grid, rows: [...grid.rows.slice(0, listHeadingRow + 1), ...changed, grid.rows.at(-1) ?? []] };
    }),
  };
}

/** The file with entries in some rows of its list, by row (counted from 0) and heading. */
export function fillList(file: SchoolFile, entries: Readonly<Record<number, Readonly<Record<string, CellValue>>>>): SchoolFile {
  return editList(file, (rows, column) => {
    for (const [at, cells] of Object.entries(entries)) {
      for (const [heading, value] of Object.entries(cells)) rows[Number(at)]![column(heading)] = value;
    }
  });
}

/** What the registers of a book hold: every row's readable values. */
export function registerValues(grids: readonly Grid[]) {
  const { registers } = readSeasonBook(grids, { clock: collectingDay });
  return eachRegister((tab) => registers[tab].map((row) => row.values));
}

/** What a tab of the book holds below its headings, by heading. */
export function tabRows(book: MemoryBook, tab: string, headingRow = 2): readonly Readonly<Record<string, CellValue>>[] {
  const grid = book.grids.find(({ ownTab }) => ownTab === tab);
  const headings = (grid?.rows[headingRow] ?? []).map(String);
  return (grid?.rows.slice(headingRow + 1) ?? []).map((row) =>
    Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? null])),
  );
}

/** Types into a tab of the book: a value under a heading, in each row that is meant. */
export function typeInto(
  book: MemoryBook,
  tab: string,
  isMeant: (row: Readonly<Record<string, CellValue>>) => boolean,
  cells: Readonly<Record<string, CellValue>>,
  headingRow = 2,
): void {
  const rows = tabRows(book, tab, headingRow);
  book.grids = book.grids.map((grid) => {
    if (grid.ownTab !== tab) return grid;
    const headings = (grid.rows[headingRow] ?? []).map(String);
    return {
      ...grid,
      rows: grid.rows.map((row, at) => {
        const own = rows[at - headingRow - 1];
        if (!own || !isMeant(own)) return row;
        return headings.map((heading, column) => cells[heading] ?? row[column] ?? null);
      }),
    };
  });
}
