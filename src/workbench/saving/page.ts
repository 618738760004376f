// How a sheet of the host prints, and its charts, as files describe them.
import type { Area } from "../../sheets/grid";
import type { ChartSpec, PageSpec } from "../../sheets/writing/spec";
import { type Chart } from "../host/model/attachments";
import type { Sheet } from "../host/model/sheet";
import { chartArea } from "../chart-place";

const pointsPerInch = 72;

/** The page layout; paper is A4, as on all tabs of ours. */
export function pageOf({ page, rowBreaks }: Sheet): PageSpec {
  const { top, bottom, left, right } = page.margins;
  const inches = (points: number): number => Math.round((points / pointsPerInch) * 10_000) / 10_000;
  const [area, second] = page.areas;
  const { horizontalFitToPages: wide, scale } = page.zoom;
  const header = textOf(page.headersFooters, "Header");
  const footer = textOf(page.headersFooters, "Footer");
  return {
    paper: "A4",
    orientation: page.orientation === "Landscape" ? "landscape" : "portrait",
    margins: { top: inches(top), bottom: inches(bottom), left: inches(left), right: inches(right) },
    ...(wide === 1 ? { fitWidth: true } : wide === 2 ? { fitWidth: 2 as const } : {}),
    ...(typeof scale === "number" ? { scale } : {}),
    ...(page.centerHorizontally ? { center: true } : {}),
    ...(area && !second ? { area } : {}),
    ...(page.titleRows ? { repeatRows: [page.titleRows.top, page.titleRows.bottom] as const } : {}),
    ...(page.titleColumns ? { repeatColumns: [page.titleColumns.left, page.titleColumns.right] as const } : {}),
    breaksAfter: rowBreaks.map((line) => line.top - 1),
    ...(header === "" ? {} : { header }),
    ...(footer === "" ? {} : { footer }),
  };
}

function textOf(parts: Readonly<Record<string, string>>, which: "Header" | "Footer"): string {
  const marks = { left: "&L", center: "&C", right: "&R" };
  return Object.entries(marks)
    .map(([side, mark]) => {
      const text = parts[`defaultForAllPages/${side}${which}`] ?? "";
      return text === "" ? "" : mark + text;
    })
    .join("");
}

const kinds: Readonly<Record<string, ChartSpec["kind"]>> = {
  BarClustered: "bar",
  BarStacked: "bar",
  ColumnClustered: "column",
  ColumnStacked: "column",
  Line: "line",
  LineMarkers: "line",
  Pie: "pie",
  Doughnut: "pie",
};

/** The plain kind of a chart. */
export function kindOfChart({ type }: Chart): ChartSpec["kind"] {
  return kinds[type] ?? "column";
}

/** Whether a chart's values are shares. */
export function isPercent({ options }: Chart): boolean {
  return String(options.get("axes/valueAxis/numberFormat") ?? "").includes("%");
}

/** A chart with those of its series that have cells; none when no series has. */
export function chartOf(sheet: Sheet, chart: Chart): readonly ChartSpec[] {
  const series = chart.series.flatMap(({ name, values }) => (values ? [{ name, values }] : []));
  const [first] = series;
  if (!first) return [];
  const categories: Area = chart.series.find((one) => one.categories)?.categories ?? first.values;
  const title = String(chart.options.get("title/text") ?? "");
  const percent = isPercent(chart) ? { percent: true } : {};
  return [{ kind: kindOfChart(chart), title, categories, series, over: chartArea(sheet, chart), ...percent }];
}
