// The picture of a sheet that was handed over as plain data, for a grid in which nobody types.
import { type Area, cellText, type CellValue } from "../sheets/grid";
import type { ShownSheet } from "../sheets/shown-sheet";
import type { ChartSpec } from "../sheets/writing/spec";
import { pointsOf } from "../sheets/writing/column-width";
import { shownDay, shownNumber } from "../sheets/writing/shown-number";
import type { FileLine, FileLook } from "../sheets/writing/tab-layout/cell-style";
import { cellsIn, type ChartData } from "./chart-data";
import { chartPicture } from "./chart-picture";
import { type CellPicture, covered, cssOf, drawnCount, frozenOf, mergesByRow, rowHeight, type SheetPicture } from "./sheet-picture";
import { type ShownLine, sizeOf, stripes, widthFor } from "./sheet-picture";

/** The picture; `print` is another one as soon as something else stands on the sheet. */
export function pictureOfSheet(sheet: ShownSheet, print: number): SheetPicture {
  const { rows: lines, merges: merged, hiddenRows, hiddenColumns, widths, heights, freeze } = sheet;
  const over = sheet.charts.map((chart) => chart.over);
  const count = drawnCount({
    bottom: Math.max(lines.length - 1, ...over.map(({ bottom }) => bottom)),
    right: lines.reduce((right, line) => Math.max(right, line.length - 1), Math.max(0, ...over.map((area) => area.right))),
  });
  const rows = stripes({ count: count.rows, hidden: new Set(hiddenRows), sizes: heights, usual: () => rowHeight });
  const columns = stripes({
    count: count.columns,
    hidden: new Set(hiddenColumns),
    sizes: new Map([...widths].map(([column, characters]) => [column, pointsOf(characters)])),
    usual: (column) => widthFor((row) => textAt(sheet, row, column)),
  });
  const frozen = frozenOf(freeze, merged);
  const merges = mergesByRow(merged);
  const cell = (row: number, column: number): CellPicture => {
    const merge = merges.get(row)?.find(({ left, right }) => left <= column && column <= right);
    if (merge && (merge.top !== row || merge.left !== column)) return covered;
    const picture = { text: textAt(sheet, row, column), style: styleAt(sheet, row, column) };
    if (merge) return { ...picture, merged: sizeOf(merge, rows, columns) };
    return runsOver(sheet, row, column) ? { ...picture, style: { ...picture.style, overflow: "visible", zIndex: "1" } } : picture;
  };
  const charts = sheet.charts.map((chart) => chartPicture(chartOf(sheet, chart), frozen, { rows, columns }));
  return { shape: `${sheet.name}|${print}`, rows, columns, frozen, charts, listColumns: [], cell };
}

const valueAt = ({ rows }: ShownSheet, row: number, column: number): CellValue => rows[row]?.[column] ?? null;

function lookAt({ looks, lookAt: at }: ShownSheet, row: number, column: number): FileLook | undefined {
  return looks[(at[row]?.[column] ?? 0) - 1];
}

/** The text that a cell shows. */
export function textAt(sheet: ShownSheet, row: number, column: number): string {
  const value = valueAt(sheet, row, column);
  const { format = "General" } = lookAt(sheet, row, column) ?? {};
  if (typeof value === "number") return shownNumber(value, format);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  return value !== null && "day" in value ? shownDay(value.day, format) : cellText(value);
}

// Text that is too long runs over the next cell when that is empty.
function runsOver(sheet: ShownSheet, row: number, column: number): boolean {
  const { wrap = false, horizontal = "general" } = lookAt(sheet, row, column) ?? {};
  const isText = typeof valueAt(sheet, row, column) === "string";
  return isText && !wrap && (horizontal === "general" || horizontal === "left") && valueAt(sheet, row, column + 1) === null;
}

function styleAt(sheet: ShownSheet, row: number, column: number): Readonly<Record<string, string>> {
  const look = lookAt(sheet, row, column);
  const isNumber = typeof valueAt(sheet, row, column) === "number";
  const horizontal = look?.horizontal ?? "general";
  const isRight = horizontal === "right" || (horizontal === "general" && isNumber);
  const isCenter = horizontal === "center" || horizontal === "centerContinuous";
  return cssOf({
    ...(look?.fill === undefined ? {} : { fill: `#${look.fill}` }),
    ...(look?.font.color === undefined ? {} : { fontColor: `#${look.font.color}` }),
    bold: look?.font.bold === true,
    italic: look?.font.italic === true,
    underline: look?.font.underline === true,
    fontSize: look?.font.size ?? 11,
    align: isRight ? "end" : isCenter ? "center" : "start",
    top: look?.vertical === "top",
    wrap: look?.wrap === true,
    lines: linesOf(look?.border),
  });
}

const thin: ShownLine = { color: "#7F7F7F", isThin: true, isDashed: false };

function linesOf(border: FileLook["border"]): { readonly bottom?: ShownLine; readonly right?: ShownLine } {
  if (border === undefined || border === "dashed-top") return {};
  if (border === "bottom") return { bottom: thin };
  if (border === "thin") return { bottom: thin, right: thin };
  const { bottom, right } = border;
  return { ...(bottom ? { bottom: lineOf(bottom) } : {}), ...(right ? { right: lineOf(right) } : {}) };
}

function lineOf({ style, color }: FileLine): ShownLine {
  return { color: `#${color}`, isThin: style === "thin" || style === "hair", isDashed: /dash|dot/i.test(style) };
}

// Excel draws what is no number as 0.
function chartOf(sheet: ShownSheet, { kind, title, percent, categories, series, over }: ChartSpec): ChartData {
  const numberIn = (area: Area) =>
    cellsIn(area).map(([row, column]) => {
      const value = valueAt(sheet, row, column);
      return typeof value === "number" ? value : 0;
    });
  return {
    ...{ kind, title, over, isPercent: percent === true },
    labels: cellsIn(categories).map(([row, column]) => textAt(sheet, row, column)),
    series: series.map(({ name, values }) => ({ name, values: numberIn(values) })),
  };
}
