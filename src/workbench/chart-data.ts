// The charts of a sheet of the host: their kind, their title, and the values and labels that their cells hold now.
import { type ChartData, cellsIn } from "../grid/chart-data";
import { displayText } from "./host/model/display";
import type { Sheet } from "./host/model/sheet";
import type { Chart } from "./host/model/attachments";
import { chartOf } from "./saving/page";

/** The charts of a sheet that have anything to show. */
export function chartsOf(sheet: Sheet): readonly ChartData[] {
  return sheet.charts.flatMap((chart) => dataOf(sheet, chart));
}

function dataOf(sheet: Sheet, chart: Chart): readonly ChartData[] {
  return chartOf(sheet, chart).map(({ kind, title, percent, categories, series, over }) => ({
    kind,
    title,
    isPercent: percent === true,
    labels: cellsIn(categories).map(([row, column]) => textAt(sheet, row, column)),
    series: series.map(({ name, values }) => ({ name, values: cellsIn(values).map(([row, column]) => numberAt(sheet, row, column)) })),
    over,
  }));
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
