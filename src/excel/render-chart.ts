// Charts over the cells of their own tab.
import { cellAddress } from "../sheets/grid";
import { type ChartSpec } from "../sheets/writing/spec";
import { shortAddress } from "./chunks";
import { step, type Step } from "./step";

const kinds = { bar: "BarClustered", column: "ColumnClustered", line: "Line", pie: "Pie" } as const;

/** The charts of a tab. */
export function chartSteps(charts: readonly ChartSpec[] = []): readonly Step[] {
  return charts.map((chart) => step(14 + chart.series.length * 6, (sheet) => drawChart(sheet, chart), 1000));
}

function drawChart(sheet: Excel.Worksheet, spec: ChartSpec): void {
  const [first] = spec.series;
  if (!first) return;
  const isColumn = first.values.left === first.values.right;
  const chart = sheet.charts.add(kinds[spec.kind], sheet.getRange(shortAddress(first.values)), isColumn ? "Columns" : "Rows");
  chart.title.text = spec.title;
  chart.setPosition(cellAddress(spec.over.top, spec.over.left), cellAddress(spec.over.bottom, spec.over.right));
  spec.series.forEach(({ name, values }, index) => {
    const series = index === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    series.name = name;
    if (index > 0) series.setValues(sheet.getRange(shortAddress(values)));
    series.setXAxisValues(sheet.getRange(shortAddress(spec.categories)));
  });
  if (spec.kind === "pie") drawPie(chart);
  else drawAxes(chart, spec);
}

function drawPie(chart: Excel.Chart): void {
  chart.legend.position = "Right";
  const series = chart.series.getItemAt(0);
  series.hasDataLabels = true;
  series.dataLabels.showPercentage = true;
  series.dataLabels.showValue = false;
}

function drawAxes({ legend, axes }: Excel.Chart, { kind, series, percent }: ChartSpec): void {
  legend.visible = series.length > 1;
  if (series.length > 1) legend.position = "Bottom";
  axes.valueAxis.numberFormat = percent ? "0%" : "#,##0";
  // Lying bars stand in the order of the rows, first row on top.
  if (kind === "bar") axes.categoryAxis.reversePlotOrder = true;
}
