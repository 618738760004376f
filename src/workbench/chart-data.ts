// What a chart shows: its kind, its title, and the values and labels that its cells hold now.
import type { Area } from "../sheets/grid";
import { displayText } from "./host/model/display";
import type { Sheet } from "./host/model/sheet";
import type { Chart } from "./host/model/attachments";
import { chartOf } from "./saving/page";

/** A chart as numbers and words. */
export interface ChartData {
  readonly kind: "bar" | "column" | "line" | "pie";
  readonly title: string;
  readonly isPercent: boolean;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** The cells that it covers. */
  readonly over: Area;
}

/** The charts of a sheet that have anything to show. */
export function chartsOf(sheet: Sheet): readonly ChartData[] {
  return sheet.charts.flatMap((chart) => dataOf(sheet, chart));
}

function dataOf(sheet: Sheet, chart: Chart): readonly ChartData[] {
  return chartOf(sheet, chart).map(({ kind, title, percent, categories, series, over }) => ({
    kind,
    title,
    isPercent: percent === true,
    labels: cellsOf(categories).map(([row, column]) => textAt(sheet, row, column)),
    series: series.map(({ name, values }) => ({ name, values: cellsOf(values).map(([row, column]) => numberAt(sheet, row, column)) })),
    over,
  }));
}

function cellsOf({ top, left, bottom, right }: Area): readonly (readonly [row: number, column: number])[] {
  const cells: [number, number][] = [];
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) cells.push([row, column]);
  return cells;
}

function textAt(sheet: Sheet, row: number, column: number): string {
  const cell = sheet.cells.at(row, column);
  return cell ? displayText(cell.content, cell.style.numberFormat) : "";
}

// Excel draws what is no number as 0.
function numberAt(sheet: Sheet, row: number, column: number): number {
  const content = sheet.cells.at(row, column)?.content;
  return typeof content === "number" ? content : 0;
}

/**
 * The marks of an axis from 0: a round step, and as many steps as the largest value needs.
 * @example marksUpTo(0.83) // [0, 0.2, 0.4, 0.6, 0.8, 1]
 */
export function marksUpTo(largest: number): readonly number[] {
  if (!(largest > 0)) return [0, 1];
  const rough = largest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999) ?? rough;
  const count = Math.ceil(largest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
