// The open book as a file: the promises of every book, and what only files have.
import { describe, expect, test } from "@jest/globals";
import { writeXlsx } from "hucre/xlsx";
import { type Workbook } from "../../src/actions/workbook";
import { columnIndex } from "../../src/sheets/grid";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { FileWorkbook } from "../../src/xlsx/file-workbook";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { describeWorkbook, type PersonalSheet } from "../contract/workbook.contract";
import { everything } from "./everything";

async function opened(bytes: Uint8Array): Promise<FileWorkbook> {
  return FileWorkbook.fromReading("book.xlsx", await readBook(bytes, "book.xlsx"));
}

async function reopened(workbook: Workbook): Promise<Workbook> {
  if (!(workbook instanceof FileWorkbook)) throw new TypeError("not a file");
  return opened(await workbook.bytes());
}

function xlsxOf(sheets: readonly PersonalSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, rows, formulas = {}, table }) => ({
      name,
      rows: rows.map((row) => [...row]),
      cells: new Map(
        Object.entries(formulas).map(([cell, formula]) => {
          const [row, column] = [Number(cell.slice(1)) - 1, columnIndex(cell.slice(0, 1))];
          return [`${row},${column}`, { formula, formulaResult: rows[row]?.[column] ?? null }];
        }),
      ),
      ...(table
        ? {
            tables: [
              { name: "表", range: table, showTotalRow: true, columns: (rows[0] ?? []).map((heading) => ({ name: String(heading) })) },
            ],
          }
        : {}),
    })),
  });
}

function gridOf({ name, rows }: PersonalSheet) {
  return { name, rows, visibility: "visible", merges: [], hiddenRows: [], hiddenColumns: [] } as const;
}

describeWorkbook("an xlsx file", { hasFormulas: true, make: async (sheets) => opened(await xlsxOf(sheets)), reopen: reopened });

describeWorkbook("a file that was not xlsx", {
  hasFormulas: false,
  make: (sheets) => Promise.resolve(FileWorkbook.fromReading("旧.xls", { grids: sheets.map(gridOf) })),
  reopen: reopened,
});

describe("a workbook file", () => {
  test("a file that nobody wrote into is saved as it came", async () => {
    const original = await xlsxOf([{ name: "甲", rows: [["a"]] }]);
    const workbook = await opened(original);
    expect(workbook.isChanged).toBe(false);
    expect(await workbook.bytes()).toBe(original);
  });

  test("what is shown at once is what the saved file holds", async () => {
    const original = await xlsxOf([{ name: "甲", rows: [["a"]] }]);
    const workbook = await opened(original);
    await workbook.write([everything]);
    const shown = await workbook.read();
    const saved = await (await opened(await workbook.bytes())).read();
    expect(saved.map(({ name, visibility, ownTab }) => [name, visibility, ownTab])).toEqual(
      shown.map(({ name, visibility, ownTab }) => [name, visibility, ownTab]),
    );
    expect(saved[1]).toMatchObject(gridOfSpec(everything, everything.name));
  });

  test("a book of another kind keeps its values, merged and hidden cells in the new xlsx", async () => {
    const grid = {
      ...gridOf({ name: "第1页/共2页", rows: [["合并"], [], ["610526199403150018", 12.5]] }),
      merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
      hiddenRows: [1],
      hiddenColumns: [1],
    };
    const bytes = await FileWorkbook.fromReading("旧.xls", { grids: [grid] }).bytes();
    const { grids } = await readBook(bytes, "new.xlsx");
    expect(grids).toEqual([{ ...grid, name: "第1页／共2页" }]);
  });

  test("a tab written after it was removed stands at the end again", async () => {
    const workbook = await opened(await writeBook({ sheets: [everything, { ...everything, tab: "second", name: "第二" }] }));
    await workbook.remove([everything.tab]);
    await workbook.write([{ ...everything, validations: [] }]);
    const visible = (await (await reopened(workbook)).read()).filter((grid) => grid.visibility === "visible");
    expect(visible.map((grid) => grid.ownTab)).toEqual(["second", everything.tab]);
  });
});
