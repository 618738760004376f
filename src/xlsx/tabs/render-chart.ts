// Charts over the cells of their own tab, with the values written into the chart so that phones and previews show it too.
import type { SheetChart } from "hucre/xlsx";
import { type Area, areaAddress, cellText } from "../../sheets/grid";
import { type ChartSpec } from "../../sheets/writing/spec";
import { cellValueOf } from "../../sheets/writing/spec-grid";
import { type FileSheet } from "../../sheets/writing/tab-layout/cell-style";
import { cleanText, escapeText } from "./clean-text";

const colors = ["4472C4", "ED7D31", "70AD47", "FFC000", "5B9BD5", "A5A5A5"] as const;

// Axes without explicit marks get crossing minor ones in other programs.
const axis = { majorTickMark: "out", minorTickMark: "none" } as const;

function absolute(area: Area): string {
  return areaAddress(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

function colorAt(index: number): string {
  return colors[index % colors.length] ?? colors[0];
}

function slices({ top, left, bottom, right }: Area): { idx: number; fillColor: string }[] {
  return Array.from({ length: bottom - top + right - left + 1 }, (_, idx) => ({ idx, fillColor: colorAt(idx) }));
}

const hasBars = ({ kind }: ChartSpec): boolean => kind === "bar" || kind === "column";

/** The description of a chart. */
export function renderChart(chart: ChartSpec): SheetChart {
  const { over, percent } = chart;
  const isPie = chart.kind === "pie";
  // Lying bars stand in the order of the rows, first row on top; the scale stays below.
  const isLying = chart.kind === "bar";
  // Two dozen schools beside one another: at the usual size their names run into each other, and so do the marks of a scale as wide as a phone.
  const small = { labelFontSize: 8 };
  const axes = {
    x: { ...axis, ...(hasBars(chart) ? small : {}), ...(isLying ? { reverse: true } : {}) },
    y: {
      ...axis,
      gridlines: { major: true },
      numberFormat: { formatCode: percent ? "0%" : "#,##0" },
      ...(isLying ? { crosses: "max" as const, ...small } : {}),
    },
  };
  return {
    type: chart.kind,
    title: cleanText(chart.title),
    altText: cleanText(chart.title),
    anchor: { from: { row: over.top, col: over.left }, to: { row: over.bottom + 1, col: over.right + 1 } },
    series: chart.series.map(({ name, values }, index) => ({
      name: cleanText(name),
      values: absolute(values),
      categories: absolute(chart.categories),
      ...(isPie ? { dataPoints: slices(values) } : { color: colorAt(index) }),
    })),
    ...(isPie ? { legend: "right", dataLabels: { showPercent: true } } : { legend: chart.series.length > 1 ? "bottom" : false, axes }),
  };
}

const paleLines =
  '<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';

/** hucre's chart part with pale grid lines and the values that its cells hold now. */
export function finishChart(xml: string, chart: ChartSpec, spec: FileSheet): string {
  const categories = cellsOf(chart.categories, spec).map(cellText);
  let series = 0;
  const withCategories = xml
    .replace("<c:majorGridlines/>", paleLines)
    // Every bar bears its name; Excel would leave out every other one.
    .replace(/(<c:lblOffset [^>]*>)/, hasBars(chart) ? '$1<c:tickLblSkip val="1"/>' : "$1")
    .replace(/(<c:strRef><c:f>[^<]*<\/c:f>)(<\/c:strRef>)/g, (_, start: string, end: string) => {
      return `${start}<c:strCache>${points(categories.map(escapeText))}</c:strCache>${end}`;
    });
  return withCategories.replace(/(<c:numRef><c:f>[^<]*<\/c:f>)(<\/c:numRef>)/g, (_, start: string, end: string) => {
    const area = chart.series[series++]?.values;
    const values = area ? cellsOf(area, spec).map((value) => (typeof value === "number" ? String(value) : undefined)) : [];
    return `${start}<c:numCache><c:formatCode>${chart.percent ? "0%" : "General"}</c:formatCode>${points(values)}</c:numCache>${end}`;
  });
}

function cellsOf(area: Area, spec: FileSheet): readonly ReturnType<typeof cellValueOf>[] {
  const cells = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) cells.push(cellValueOf(spec.rows[row]?.[column] ?? null));
  }
  return cells;
}

function points(values: readonly (string | undefined)[]): string {
  const known = values.map((value, index) => (value === undefined ? "" : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`));
  return `<c:ptCount val="${values.length}"/>${known.join("")}`;
}
