// What a sheet of the host looks like on the page.
import { type ChartPicture, chartPicture, type Stripe } from "../grid/chart-picture";
import {
  type CellPicture,
  covered,
  cssOf,
  drawnCount,
  frozenOf,
  mergesByRow,
  rowHeight,
  type SheetPicture,
  type ShownLine,
  sizeOf,
  stripes,
  widthFor,
} from "../grid/sheet-picture";
import type { Area } from "../sheets/grid";
import { chartsOf } from "./chart-data";
import { displayText } from "./host/model/display";
import { plainValue } from "./host/model/cell";
import type { Sheet } from "./host/model/sheet";
import { type Line, plainStyle } from "./host/model/style";
import { rowMarks } from "./row-marks";

/** The picture of a sheet as it is now. */
export function pictureOf(sheet: Sheet): SheetPicture {
  const used = sheet.cells.used(false) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  const drawn = chartsOf(sheet);
  const count = drawnCount({
    bottom: Math.max(used.bottom, ...drawn.map(({ over }) => over.bottom)),
    right: Math.max(used.right, ...drawn.map(({ over }) => over.right)),
  });
  const bands = (axis: "rows" | "columns", usual: (at: number) => number) =>
    stripes({ count: count[axis], sizes: new Map(sheet.cells.sizes(axis)), hidden: new Set(sheet.cells.hidden(axis)), usual });
  const rows = bands("rows", () => rowHeight);
  const columns = bands("columns", (at) => widthFor((row) => textOf(sheet, row, at)));
  const frozen = frozenOf(sheet.freeze, sheet.merges);
  const charts: readonly ChartPicture[] = drawn.map((data) => chartPicture(data, frozen, { rows, columns }));
  const merges = mergesByRow(sheet.merges);
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

// Text that is too long runs over the next cell when that is empty.
function runsOver(sheet: Sheet, row: number, column: number): boolean {
  const cell = sheet.cells.at(row, column);
  const isPlain = typeof cell?.content === "string" && !cell.style.wrap && ["General", "Left"].includes(cell.style.horizontal);
  return isPlain && (sheet.cells.at(row, column + 1)?.content ?? "") === "";
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

function lookOf(sheet: Sheet, row: number, column: number): Record<string, string> {
  const style = sheet.cells.styleAt(row, column);
  const cell = sheet.cells.at(row, column);
  const isRight = style.horizontal === "Right" || (style.horizontal === "General" && typeof cell?.content === "number");
  const isCenter = style.horizontal === "Center" || style.horizontal === "CenterAcrossSelection";
  const { bottom, right } = style.lines;
  return cssOf({
    ...(style.fill === "" ? {} : { fill: style.fill }),
    ...(style.fontName === plainStyle.fontName ? {} : { fontName: style.fontName }),
    ...(style.fontColor === plainStyle.fontColor ? {} : { fontColor: style.fontColor }),
    bold: style.bold,
    italic: style.italic,
    underline: style.underline !== "None",
    fontSize: style.fontSize,
    align: isRight ? "end" : isCenter ? "center" : "start",
    top: style.vertical === "Top",
    wrap: style.wrap,
    lines: { ...(bottom ? { bottom: lineOf(bottom) } : {}), ...(right ? { right: lineOf(right) } : {}) },
  });
}

const lineOf = ({ style, weight, color }: Line): ShownLine => ({
  color,
  isThin: weight === "Thin" || weight === "Hairline",
  isDashed: style !== "Continuous",
});
