// The rows of a tab as XML. Written here and not through hucre, whose styled cells take five times as long (measured with 100,000 rows).
import { type Area, areaAddress, columnLetters } from "../../sheets/grid";
import { type StyledArea } from "../../sheets/writing/spec";
import { type FileCell, type FileStyle } from "../../sheets/writing/tab-layout/cell-style";
import { inBlocks } from "../package/utf8-blocks";
import { type CellXml } from "./cell-xml";

/** What the rows of a tab are made of. */
export interface SheetRows {
  readonly columns: readonly { readonly style: FileStyle }[];
  readonly rows: readonly (readonly FileCell[])[];
  readonly styled?: readonly StyledArea[];
  readonly looks?: readonly (readonly (FileStyle | undefined)[])[];
  readonly repeated?: ReadonlySet<readonly FileCell[]>;
  readonly heights?: ReadonlyMap<number, number>;
  readonly hiddenRows?: readonly number[];
}

function rowCount({ rows, styled = [], looks = [], heights, hiddenRows = [] }: SheetRows): number {
  let last = Math.max(rows.length, looks.length) - 1;
  for (const { area } of styled) last = Math.max(last, area.bottom);
  for (const row of heights?.keys() ?? []) last = Math.max(last, row);
  for (const row of hiddenRows) last = Math.max(last, row);
  return last + 1;
}

/** The cells of the tab, prepared empty rows included; ends above the first row when there are none. */
export function usedArea(sheet: SheetRows): Area {
  let right = 0;
  for (const row of sheet.rows) right = Math.max(right, row.length - 1);
  for (const looks of sheet.looks ?? []) right = Math.max(right, looks.length - 1);
  for (const { area } of sheet.styled ?? []) right = Math.max(right, area.right);
  return { top: 0, left: 0, bottom: rowCount(sheet) - 1, right };
}

/** The address of an area that a tab's cells cover, as a sheet notes its size; `A1` when there are none. */
export function dimension(used: Area): string {
  return used.bottom <= 0 && used.right === 0 ? "A1" : areaAddress(used);
}

/** The rows as pieces of XML, small enough to be packed one after another. */
export function rowsXml(sheet: SheetRows, used: Area, cells: CellXml): Iterable<Uint8Array<ArrayBuffer>> {
  return inBlocks(rowTexts(sheet, used, cells));
}

/** What stands between the numbers of a row: from behind its attributes to its end. */
interface RowXml {
  /** The first two pieces are for the row itself. */
  readonly pieces: string[];
  /** The second piece behind the attributes. */
  readonly first: string;
}

// A row is written as what stands between its own number, which each of its cells names; joined by it in one go, since a long list has a quarter of
// a million cells and a run is over before engines have made code for them fast.
function* rowTexts(sheet: SheetRows, used: Area, cells: CellXml): Generator<string, void, undefined> {
  const styles = rowStyles(sheet);
  const hidden = new Set(sheet.hiddenRows);
  const letters = Array.from({ length: used.right + 1 }, (_, column) => columnLetters(column));
  const rowXml = (row: number, values: readonly FileCell[], { columns, areas }: RowStyles): RowXml => {
    const pieces = ['<row r="'];
    let piece = "";
    const width = Math.max(values.length, areas.length);
    for (let column = 0; column < width; column++) {
      const value = values[column] ?? null;
      // A cell that the row names, even as blank, has its column's style; a cell beyond the row's end has none, unless an area styles it.
      const style = areas[column] ?? (column < values.length ? columns[column] : undefined);
      if (value === null && style === undefined) continue;
      const place = letters[column] ?? columnLetters(column);
      pieces.push(`${piece}<c r="${place}`);
      piece = cells.text(value, style, place, row + 1);
    }
    pieces.push(`${piece}</row>`);
    return { pieces, first: pieces[1] ?? "" };
  };
  const known = new Map<readonly FileCell[], { readonly xml: RowXml; readonly texts: number }>();
  for (let row = 0; row <= used.bottom; row++) {
    const values = sheet.rows[row] ?? noCells;
    const height = sheet.heights?.get(row);
    const attributes = (height === undefined ? "" : ` ht="${height}" customHeight="1"`) + (hidden.has(row) ? ' hidden="1"' : "");
    const before = known.get(values);
    const { pieces, first } = before?.xml ?? rowXml(row, values, styles(row));
    if (before) cells.again(before.texts);
    else if (sheet.repeated?.has(values)) known.set(values, { xml: { pieces, first }, texts: values.filter(isText).length });
    if (pieces.length === 2 && attributes === "") continue;
    pieces[1] = `"${attributes}>${first}`;
    yield pieces.join(String(row + 1));
  }
}

const isText = (cell: FileCell) => typeof cell === "string" && cell !== "";
const noCells: readonly FileCell[] = [];

interface RowStyles {
  readonly columns: readonly FileStyle[];
  /** The styles of areas, by column; those columns have a cell even where the row is shorter. */
  readonly areas: readonly (FileStyle | undefined)[];
}

// Lists have a few tall areas, roll-ups many small ones: areas are looked up by row, and rows with the same areas share the answer.
function rowStyles(sheet: SheetRows): (row: number) => RowStyles {
  const { looks } = sheet;
  if (looks) return (row) => ({ columns: [], areas: looks[row] ?? [] });
  const columns = sheet.columns.map((column) => column.style);
  const byRow: StyledArea[][] = [];
  for (const entry of sheet.styled ?? []) {
    for (let row = entry.area.top; row <= entry.area.bottom; row++) (byRow[row] ??= []).push(entry);
  }
  const plain: RowStyles = { columns, areas: [] };
  let last: { entries: readonly StyledArea[]; styles: RowStyles } | undefined;
  return (row) => {
    const entries = byRow[row];
    if (!entries) return plain;
    if (last?.entries.length === entries.length && entries.every((entry, index) => last?.entries[index] === entry)) return last.styles;
    const areas: (FileStyle | undefined)[] = [];
    for (const { area, style } of entries) {
      for (let column = area.left; column <= area.right; column++) areas[column] = style;
    }
    last = { entries, styles: { columns, areas } };
    return last.styles;
  };
}
