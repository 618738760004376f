// Plays a recipe of tests/vectors/returns: the school's workbook as it went out, and what was done to it step by step.
import { day } from "../../../src/domain/values/day";
import type { CellValue, Grid } from "../../../src/sheets/grid";
import type { SchoolFile } from "../../support/collecting";

/** What a cell of a recipe holds. */
export type Cell = string | number | null | { readonly day: string };
type Cells = Readonly<Record<string, Cell>>;

/** One thing that somebody did to a workbook; rows are counted from 0 below the headings of 催收名单. */
export type Step =
  | { readonly do: "fill"; readonly row: number; readonly cells: Cells }
  | { readonly do: "clearRow" | "deleteRow"; readonly row: number }
  | { readonly do: "copyRow"; readonly row: number; readonly cells?: Cells }
  | { readonly do: "addRow"; readonly cells: Cells }
  | { readonly do: "insertRow"; readonly at: number; readonly cells: Cells }
  | { readonly do: "pasteFrom"; readonly school: string; readonly row: number; readonly cells: Cells }
  | { readonly do: "keepRows"; readonly from: number; readonly to: number }
  | {
      readonly do:
        "reverseRows" | "reverseColumns" | "dropTitle" | "dropTotals" | "dropSignature" | "onlyList" | "breakHeadings" | "spaceHeadings";
    }
  | { readonly do: "insertAbove"; readonly count: number; readonly text?: string }
  | { readonly do: "blankRows"; readonly every: number }
  | { readonly do: "repeatHeadings"; readonly at: number }
  | { readonly do: "addColumn"; readonly heading: string; readonly value: string; readonly front?: boolean }
  | {
      readonly do:
        "dropColumn" | "blankColumn" | "numberColumn" | "lowerColumn" | "padColumn" | "spaceColumn" | "turnColumn" | "sortColumn";
      readonly heading: string;
    }
  | { readonly do: "renameHeading" | "renameSheet"; readonly from: string; readonly to: string }
  | { readonly do: "dropSheet"; readonly name: string }
  | { readonly do: "setTitle"; readonly school: string }
  | { readonly do: "setMeta"; readonly key: string; readonly value: string }
  | { readonly do: "addTo"; readonly sheet: string; readonly rows: readonly { readonly of?: number; readonly cells: Cells }[] };

/** A workbook that comes back. */
export interface Returned {
  readonly school: string;
  readonly name?: string;
  /** In place of the school's workbook. */
  readonly sheets?: Readonly<Record<string, readonly (readonly Cell[])[]>>;
  /** The file cannot be opened. */
  readonly fault?: string;
  readonly steps: readonly Step[];
}

const listName = "催收名单";
const cellOf = (cell: Cell | undefined): CellValue =>
  cell === undefined || cell === "" ? null : cell !== null && typeof cell === "object" ? { day: day(cell.day) } : cell;

/** 催收名单 while it is worked on: what stands above the headings, the rows below, totals and signature. */
interface Table {
  name: string;
  above: CellValue[][];
  headings: CellValue[];
  rows: CellValue[][];
  below: CellValue[][];
}

/** The workbook after all steps. */
export function played({ school, name, sheets, steps }: Returned, sent: ReadonlyMap<string, SchoolFile>): SchoolFile {
  const file = sent.get(school);
  if (!file) throw new RangeError(`no school ${school}`);
  if (sheets) return { name: name ?? file.name, grids: Object.entries(sheets).map(([title, rows]) => plainGrid(title, rows)) };
  const list = file.grids.find((grid) => grid.name === listName);
  if (!list) throw new RangeError("no list");
  const copy = (rows: Grid["rows"]) => rows.map((row) => [...row]);
  const table: Table = {
    name: listName,
    above: copy(list.rows.slice(0, 1)),
    headings: [...(list.rows[1] ?? [])],
    rows: copy(list.rows.slice(2, -2)),
    below: copy(list.rows.slice(-2)),
  };
  const others = new Map(file.grids.filter((grid) => grid !== list).map((grid) => [grid.name, { ...grid, rows: copy(grid.rows) }]));
  const keyAt = (row: number | undefined) => (row === undefined ? null : (list.rows[2 + row]?.[0] ?? null));
  for (const step of steps) play(step, table, others, { sent, keyAt });
  const grid: Grid = { ...list, name: table.name, merges: [], rows: [...table.above, table.headings, ...table.rows, ...table.below] };
  return {
    name: name ?? file.name,
    grids: file.grids.flatMap((one) => (one === list ? [grid] : (others.get(one.name) ?? []))),
  };
}

function plainGrid(name: string, rows: readonly (readonly Cell[])[]): Grid {
  return { name, visibility: "visible", rows: rows.map((row) => row.map(cellOf)), merges: [], hiddenRows: [], hiddenColumns: [] };
}

interface Around {
  readonly sent: ReadonlyMap<string, SchoolFile>;
  readonly keyAt: (row: number | undefined) => CellValue;
}

function play(step: Step, table: Table, others: Map<string, { name: string; rows: CellValue[][] } & Grid>, { sent, keyAt }: Around): void {
  const { headings, rows } = table;
  const at = (heading: string) => {
    const column = headings.indexOf(heading);
    if (column < 0) throw new RangeError(`no column ${heading}`);
    return column;
  };
  const wide = (row: CellValue[]) => Array.from(headings, (_, column) => row[column] ?? null);
  const rowOf = (cells: Cells) => headings.map((heading) => cellOf(cells[String(heading)]));
  const put = (row: CellValue[], cells: Cells) => {
    const own = wide(row);
    for (const [heading, value] of Object.entries(cells)) own[at(heading)] = cellOf(value);
    return own;
  };
  const everyCell = (heading: string, change: (cell: CellValue) => CellValue) => {
    const column = at(heading);
    table.rows = rows.map((row) => wide(row).map((cell, own) => (own === column ? change(cell) : cell)));
  };
  const whole = (change: (row: CellValue[], part: "headings" | "rows" | "below") => CellValue[]) => {
    table.headings = change(wide(headings), "headings");
    table.rows = rows.map((row) => change(wide(row), "rows"));
    table.below = table.below.map((row) => change(wide(row), "below"));
  };
  const text = (cell: CellValue) => (typeof cell === "string" ? cell : String(cell ?? ""));
  switch (step.do) {
    case "fill":
      rows[step.row] = put(rows[step.row] ?? [], step.cells);
      return;
    case "clearRow":
      rows[step.row] = wide([]);
      return;
    case "deleteRow":
      rows.splice(step.row, 1);
      return;
    case "copyRow":
      rows.push(put(rows[step.row] ?? [], step.cells ?? {}));
      return;
    case "addRow":
      rows.push(rowOf(step.cells));
      return;
    case "insertRow":
      rows.splice(step.at, 0, rowOf(step.cells));
      return;
    case "pasteFrom": {
      const foreign = sent.get(step.school)?.grids.find(({ name }) => name === listName);
      rows.push(put([...(foreign?.rows[2 + step.row] ?? [])], step.cells));
      return;
    }
    case "keepRows":
      table.rows = rows.slice(step.from, step.to + 1);
      return;
    case "reverseRows":
      rows.reverse();
      return;
    case "reverseColumns":
      return whole((row) => row.reverse());
    case "dropTitle":
      table.above = [];
      return;
    case "dropTotals":
      table.below = table.below.slice(1);
      return;
    case "dropSignature":
      table.below = table.below.slice(0, 1);
      return;
    case "onlyList":
      others.clear();
      return;
    case "breakHeadings":
      table.headings = headings.map((heading) =>
        text(heading).length > 2 ? `${text(heading).slice(0, 2)}\n${text(heading).slice(2)}` : heading,
      );
      return;
    case "spaceHeadings":
      table.headings = headings.map((heading) => [...text(heading)].join(" "));
      return;
    case "insertAbove":
      table.above = [...Array.from({ length: step.count }, (): CellValue[] => (step.text ? [step.text] : [])), ...table.above];
      return;
    case "blankRows":
      table.rows = rows.flatMap((row, index) => (index % step.every === 0 ? [[], row] : [row]));
      return;
    case "repeatHeadings":
      rows.splice(step.at, 0, [...headings]);
      return;
    case "addColumn":
      return whole((row, part) => {
        const own = part === "headings" ? step.heading : part === "rows" ? step.value : null;
        return step.front ? [own, ...row] : [...row, own];
      });
    case "dropColumn": {
      const column = at(step.heading);
      return whole((row) => row.filter((_, own) => own !== column));
    }
    case "blankColumn":
      return everyCell(step.heading, () => null);
    case "numberColumn":
      return everyCell(step.heading, (cell) => Number(text(cell).replace(/X$/, "0")));
    case "lowerColumn":
      return everyCell(step.heading, (cell) => text(cell).toLowerCase());
    case "padColumn":
      return everyCell(step.heading, (cell) => ` ${text(cell)} `);
    case "spaceColumn":
      return everyCell(step.heading, (cell) => [...text(cell)].join("\u3000"));
    case "turnColumn":
    case "sortColumn": {
      const column = at(step.heading);
      const values = rows.map((row) => row[column] ?? null);
      const moved =
        step.do === "turnColumn" ? [...values.slice(1), values[0] ?? null] : [...values].sort((a, b) => (text(a) < text(b) ? -1 : 1));
      table.rows = rows.map((row, index) => wide(row).map((cell, own) => (own === column ? (moved[index] ?? null) : cell)));
      return;
    }
    case "renameHeading":
      headings[at(step.from)] = step.to;
      return;
    case "renameSheet":
      table.name = step.to;
      return;
    case "dropSheet":
      others.delete(step.name);
      return;
    case "setTitle":
      table.above = table.above.map((row) =>
        row.map((cell) => (typeof cell === "string" ? cell.replace(/[（(][^（()）]+[)）]\s*$/, `（${step.school}）`) : cell)),
      );
      return;
    case "setMeta": {
      const meta = others.get("_meta");
      if (meta) meta.rows = meta.rows.map((row) => (row[0] === step.key ? [step.key, step.value] : row));
      return;
    }
    case "addTo": {
      const other = others.get(step.sheet);
      if (!other) throw new RangeError(`no sheet ${step.sheet}`);
      const titles = (other.rows.find((row) => row.includes("编号")) ?? []).map(text);
      for (const { of, cells } of step.rows) {
        other.rows.push(titles.map((heading) => (heading === "编号" && of !== undefined ? keyAt(of) : cellOf(cells[heading]))));
      }
    }
  }
}
