// What a tab of ours reads like once it is written, without writing it.
import type { CellValue, Grid } from "../grid";
import type { CellOut, SheetSpec } from "./spec";

/** The value that a cell of ours has when it is read back; empty text is no value. */
export function cellValueOf(cell: CellOut | boolean): CellValue {
  if (cell === null || cell === "") return null;
  if (typeof cell !== "object") return typeof cell === "string" && cell.includes("\r") ? cell.replace(/\r\n?/g, "\n") : cell;
  if ("fen" in cell) return cell.fen / 100;
  if ("day" in cell) return { day: cell.day };
  if ("rate" in cell) return cell.rate / 10_000;
  if ("error" in cell) return { fault: "error", text: cell.error };
  if ("formula" in cell) return cell.value === "" ? null : cell.value;
  return cell.text === "" ? null : cell.text;
}

function trim<T>(list: T[], isBlank: (item: T | undefined) => boolean): T[] {
  while (list.length > 0 && isBlank(list.at(-1))) list.pop();
  return list;
}

type Spec = Omit<SheetSpec, "rows" | "columns" | "styled" | "looks" | "highlights"> & {
  readonly rows: readonly (readonly (CellOut | boolean)[])[];
  readonly columns: readonly { readonly hidden?: boolean }[];
};

/** The tab as it is read back under this name; blank cells at the ends of rows and blank rows at the end are left out. */
export function gridOfSpec(spec: Spec, name: string): Grid {
  const rows = spec.rows.map((row) => trim(row.map(cellValueOf), (value) => value === null));
  return {
    name,
    visibility: spec.visibility ?? "visible",
    rows: trim(rows, (row) => row?.length === 0),
    merges: spec.merges ?? [],
    hiddenRows: spec.hiddenRows ?? [],
    hiddenColumns: spec.columns.flatMap((column, index) => (column.hidden ? [index] : [])),
    ownTab: spec.tab,
  };
}
