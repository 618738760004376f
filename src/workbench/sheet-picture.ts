// What a sheet looks like on the page: which rows and columns are shown and how large, and the text and look of each cell.
import type { Area } from "../sheets/grid";
import { chartsOf } from "./chart-data";
import { type ChartPicture, chartPicture, type Stripe } from "./chart-picture";
import { displayText } from "./host/model/display";
import { plainValue } from "./host/model/cell";
import type { Sheet } from "./host/model/sheet";
import { type Line, plainStyle, type Side } from "./host/model/style";
import { rowMarks } from "./row-marks";

/** A cell as it is drawn; merged cells are drawn as one that is as large as all of them. */
export interface CellPicture {
  readonly text: string;
  readonly style: Readonly<Record<string, string>>;
  /** The size of the merged area that begins here. */
  readonly merged?: { readonly width: string; readonly height: string };
  /** Whether the cell has a drop-down list. */
  readonly hasList?: boolean;
}

/** A picture of a sheet; cells are looked up when they come into view. */
export interface SheetPicture {
  /** Changes with everything that moves cells: sizes, hidden rows, frozen rows. */
  readonly shape: string;
  readonly rows: readonly Stripe[];
  readonly columns: readonly Stripe[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly charts: readonly ChartPicture[];
  /** The columns in which cells have drop-down lists. */
  readonly listColumns: readonly number[];
  readonly cell: (row: number, column: number) => CellPicture;
}

const pixelsPerPoint = 96 / 72;
const rowHeight = 22;
const spare = { rows: 40, columns: 6 };
const least = { rows: 60, columns: 20 };
const width = { least: 64, most: 280, perCharacter: 7.4 };

/** The picture of a sheet as it is now. */
export function pictureOf(sheet: Sheet): SheetPicture {
  const used = sheet.cells.used(false) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  const drawn = chartsOf(sheet);
  const bottom = Math.max(used.bottom, ...drawn.map(({ over }) => over.bottom));
  const right = Math.max(used.right, ...drawn.map(({ over }) => over.right));
  const rows = stripes(sheet, "rows", Math.max(bottom + 1 + spare.rows, least.rows), () => rowHeight);
  const columns = stripes(sheet, "columns", Math.max(right + 1 + spare.columns, least.columns), (at) => widthFor(sheet, at));
  const frozen = frozenOf(sheet);
  const charts = drawn.map((data) => chartPicture(data, frozen, { rows, columns }));
  const merges = mergesByRow(sheet);
  const lists = listAreas(sheet);
  const marks = rowMarks(sheet, used);
  const cell = (row: number, column: number): CellPicture => {
    const merge = merges.get(row)?.find(({ left, right }) => left <= column && column <= right);
    if (merge && (merge.top !== row || merge.left !== column)) return covered;
    const text = textOf(sheet, row, column);
    const style = { ...lookOf(sheet, row, column), ...marks(row, column) };
    const list = isIn(lists, row, column) ? { hasList: true } : {};
    if (merge) return { text, style, merged: sizeOf(merge, rows, columns), ...list };
    return { text, ...list, style: text !== "" && runsOver(sheet, row, column) ? { ...style, overflow: "visible", zIndex: "1" } : style };
  };
  const listColumns = columns.map(({ at }) => at).filter((at) => lists.some(({ left, right }) => left <= at && at <= right));
  const sizes = (list: readonly Stripe[]): string => list.map(({ at, size }) => `${at}:${Math.round(size)}`).join();
  const shape = [
    sheet.id,
    sizes(columns),
    rows.length,
    sheet.cells.sizes("rows").join(),
    sheet.cells.hidden("rows").join(),
    listColumns.join(),
  ];
  return { shape: [...shape, frozen.rows, frozen.columns].join("|"), listColumns, rows, columns, frozen, charts, cell };
}

/** Where cells have drop-down lists. */
export function listAreas({ validations }: Sheet): readonly Area[] {
  return validations.flatMap(({ areas, rule: { list } }) =>
    (list as { inCellDropDown?: boolean } | undefined)?.inCellDropDown ? areas : [],
  );
}

function isIn(areas: readonly Area[], row: number, column: number): boolean {
  return areas.some(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right);
}

// The grid would cut merged cells in two where the frozen part ends; there the sheet is not held fast.
function frozenOf({ freeze, merges }: Sheet): SheetPicture["frozen"] {
  const { rows, columns } = freeze ?? { rows: 0, columns: 0 };
  return {
    rows: merges.some(({ top, bottom }) => top < rows && bottom >= rows) ? 0 : rows,
    columns: merges.some(({ left, right }) => left < columns && right >= columns) ? 0 : columns,
  };
}

const covered: CellPicture = { text: "", style: { borderColor: "transparent" } };

function mergesByRow({ merges }: Sheet): ReadonlyMap<number, readonly Area[]> {
  const byRow = new Map<number, Area[]>();
  for (const merge of merges) for (let row = merge.top; row <= merge.bottom; row++) byRow.set(row, [...(byRow.get(row) ?? []), merge]);
  return byRow;
}

// Text that is too long runs over the next cell when that is empty.
function runsOver(sheet: Sheet, row: number, column: number): boolean {
  const cell = sheet.cells.at(row, column);
  const isPlain = typeof cell?.content === "string" && !cell.style.wrap && ["General", "Left"].includes(cell.style.horizontal);
  return isPlain && (sheet.cells.at(row, column + 1)?.content ?? "") === "";
}

function stripes(sheet: Sheet, axis: "rows" | "columns", count: number, usual: (at: number) => number): readonly Stripe[] {
  const sizes = new Map(sheet.cells.sizes(axis));
  const hidden = new Set(sheet.cells.hidden(axis));
  const shown = Array.from({ length: count }, (_, at) => at).filter((at) => !hidden.has(at) && sizes.get(at) !== 0);
  return shown.map((at) => {
    const points = sizes.get(at);
    return { at, size: points === undefined ? usual(at) : Math.max(18, points * pixelsPerPoint) };
  });
}

// Columns that nobody gave a width are as wide as most of their first rows' texts.
function widthFor(sheet: Sheet, column: number): number {
  const characters = Array.from({ length: 40 }, (_, row) =>
    [...textOf(sheet, row, column)].reduce((sum, char) => sum + (char > "\u00ff" ? 2 : 1), 0),
  );
  return Math.min(width.most, Math.max(width.least, Math.max(...characters) * width.perCharacter + 12));
}

/** The text that a cell shows. */
export function textOf(sheet: Sheet, row: number, column: number): string {
  const cell = sheet.cells.at(row, column);
  return cell ? displayText(cell.content, cell.style.numberFormat) : "";
}

/** The text that a person who opens the cell finds in it: its formula, its date, or its plain value. */
export function editText(sheet: Sheet, row: number, column: number): string {
  const cell = sheet.cells.at(row, column);
  if (!cell) return "";
  const isDay = typeof cell.content === "number" && /[yd]/i.test(cell.style.numberFormat);
  return cell.formula ?? (isDay ? displayText(cell.content, "yyyy-mm-dd") : String(plainValue(cell.content)));
}

// Neighbours share a line, so each cell draws only two of its own.
const sides = { bottom: "Bottom", right: "Right" } as const satisfies Partial<Record<Side, string>>;

function lookOf(sheet: Sheet, row: number, column: number): Record<string, string> {
  const style = sheet.cells.styleAt(row, column);
  const cell = sheet.cells.at(row, column);
  const isRight = style.horizontal === "Right" || (style.horizontal === "General" && typeof cell?.content === "number");
  const look: Record<string, string> = {};
  if (style.fill !== "") look["backgroundColor"] = style.fill;
  if (style.bold) look["fontWeight"] = "600";
  if (style.fontName !== plainStyle.fontName) look["fontFamily"] = `"${style.fontName.replaceAll('"', "")}", var(--font)`;
  if (style.italic) look["fontStyle"] = "italic";
  if (style.underline !== "None") look["textDecoration"] = "underline";
  if (style.fontColor !== plainStyle.fontColor) look["color"] = style.fontColor;
  if (style.fontSize > 12) look["fontSize"] = `${style.fontSize * pixelsPerPoint * 0.9}px`;
  if (isRight) look["justifyContent"] = "flex-end";
  if (style.horizontal === "Center" || style.horizontal === "CenterAcrossSelection") look["justifyContent"] = "center";
  if (style.vertical === "Top") look["alignItems"] = "flex-start";
  if (style.wrap) look["whiteSpace"] = "pre-wrap";
  for (const [side, name] of Object.entries(sides) as [keyof typeof sides, string][]) {
    const line = style.lines[side];
    if (line) look[`border${name}`] = cssLine(line);
  }
  return look;
}

// Thin dark lines would be all that one sees on a screen; Excel draws them finer.
function cssLine({ style, weight, color }: Line): string {
  const isThin = weight === "Thin" || weight === "Hairline";
  return `${isThin ? 1 : 2}px ${style === "Continuous" ? "solid" : "dashed"} ${isThin ? "#bcc2ca" : color}`;
}

function sizeOf({ top, left, bottom, right }: Area, rows: readonly Stripe[], columns: readonly Stripe[]) {
  const sum = (list: readonly Stripe[], from: number, to: number): number =>
    list.filter(({ at }) => at >= from && at <= to).reduce((total, { size }) => total + size, 0);
  return { width: `${sum(columns, left, right)}px`, height: `${sum(rows, top, bottom)}px` };
}
