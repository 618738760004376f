// A sheet of a book that was not xlsx (an old .xls, a CSV, a page from the bank) as a sheet of a new one: its values, nothing more.
import type { CellValue, Grid } from "../../sheets/grid";
import { type FileCell, type FileSheet } from "../../sheets/writing/tab-layout/cell-style";
import { shortened } from "../../sheets/writing/shortened";
import { cellLimit } from "../../sheets/writing/tab-layout/fit-sheets";
import { type Slot } from "../../sheets/writing/tab-layout/layout";
import { uniqueSheetName } from "../../sheets/writing/tab-layout/sheet-names";

const errors = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);

/** The sheets as the tabs of a new book, under names that Excel accepts. */
export function slotsOfGrids(grids: readonly Grid[]): readonly Slot[] {
  const slots: Slot[] = [];
  grids.forEach((grid, kept) => {
    const taken = slots.map((slot) => slot.name);
    const name = uniqueSheetName(grid.name, taken);
    slots.push({ name, kept, spec: sheetOfGrid(grid), ...(grid.ownTab === undefined ? {} : { tab: grid.ownTab }) });
  });
  return slots;
}

function sheetOfGrid(grid: Grid): FileSheet {
  const hiddenColumns = new Set(grid.hiddenColumns);
  const widest = grid.rows.reduce((width, row) => Math.max(width, row.length), 0);
  const width = grid.hiddenColumns.reduce((most, column) => Math.max(most, column + 1), widest);
  return {
    tab: grid.ownTab ?? "",
    name: grid.name,
    ...(grid.visibility === "visible" ? {} : { visibility: grid.visibility }),
    columns: Array.from({ length: width }, (_, column) => ({
      width: columnWidth(grid, column),
      style: "plain",
      ...(hiddenColumns.has(column) ? { hidden: true } : {}),
    })),
    rows: grid.rows.map((row) => row.map(fileCell)),
    merges: grid.merges.filter(({ top, left, bottom, right }) => top !== bottom || left !== right),
    hiddenRows: grid.hiddenRows,
  };
}

function fileCell(value: CellValue): FileCell {
  if (typeof value === "string") return shortened(value, cellLimit);
  if (value === null || typeof value !== "object") return value;
  if ("day" in value) return value;
  return value.fault === "error" && errors.has(value.text) ? { error: value.text } : shortened(value.text, cellLimit);
}

// Wide enough for most of the first rows' texts; a Chinese character is two digits wide.
function columnWidth(grid: Grid, column: number): number {
  const widths = grid.rows.slice(0, 200).map((row) => {
    const value = row[column];
    return typeof value === "string" ? [...value].reduce((width, char) => width + (char > "\u00ff" ? 2 : 1), 0) : 10;
  });
  return Math.min(40, Math.max(8, ...widths) + 2);
}
