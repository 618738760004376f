// Charts as inline SVG: bars lying or standing, lines and pies, in Excel's usual colours.
import { svg, type TemplateResult } from "lit";
import { type ChartData, marksUpTo } from "./chart-data";

const colors = ["#4472C4", "#ED7D31", "#70AD47", "#FFC000", "#5B9BD5", "#A5A5A5"] as const;
const colorAt = (index: number): string => colors[index % colors.length] ?? colors[0];

/** A rectangle in pixels. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Drawing = TemplateResult | readonly TemplateResult[];

/** The chart, as large as the cells that it covers. */
export function drawChart(chart: ChartData, width: number, height: number): TemplateResult {
  const hasLegend = chart.kind === "pie" || chart.series.length > 1;
  const plot = { x: 8, y: 36, width: width - 16, height: height - 44 - (hasLegend ? 22 : 0) };
  const legend = chart.kind === "pie" ? chart.labels : chart.series.map(({ name }) => name);
  return svg`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" role="img" aria-label=${chart.title}>
    <rect x="0.5" y="0.5" width=${width - 1} height=${height - 1} fill="#fff" stroke="#d9d9d9"></rect>
    <text x=${width / 2} y="24" text-anchor="middle" font-size="15" fill="#595959">${chart.title}</text>
    ${chart.kind === "pie" ? pie(chart, plot) : chart.kind === "bar" ? bars(chart, plot) : columns(chart, plot)}
    ${hasLegend ? legendOf(legend, { ...plot, y: height - 24 }) : ""}
  </svg>`;
}

function label(text: string, x: number, y: number, anchor: "start" | "middle" | "end"): TemplateResult {
  return svg`<text x=${x} y=${y} text-anchor=${anchor} font-size="11" fill="#595959">${text}</text>`;
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function markText(value: number, isPercent: boolean): string {
  return isPercent ? `${Math.round(value * 100)}%` : value.toLocaleString("en-US");
}

function scaleOf({ series }: ChartData): { readonly marks: readonly number[]; readonly top: number } {
  const marks = marksUpTo(Math.max(0, ...series.flatMap(({ values }) => values)));
  return { marks, top: marks[marks.length - 1] ?? 1 };
}

// Lying bars stand in the order of the rows, the first on top.
function bars(chart: ChartData, { x, y, width, height }: Box): Drawing {
  const { labels, series, isPercent } = chart;
  const { marks, top } = scaleOf(chart);
  const left = x + 13 * Math.min(10, Math.max(2, ...labels.map((text) => text.length)));
  const length = (value: number): number => (Math.max(0, value) / top) * (x + width - left - 16);
  const band = (height - 20) / Math.max(1, labels.length);
  const thick = (band * 0.7) / series.length;
  return [
    ...marks.flatMap((mark) => [
      svg`<line x1=${left + length(mark)} x2=${left + length(mark)} y1=${y} y2=${y + height - 20} stroke="#d9d9d9"></line>`,
      label(markText(mark, isPercent), left + length(mark), y + height - 5, "middle"),
    ]),
    ...labels.map((text, row) => label(shortened(text, 10), left - 5, y + (row + 0.5) * band + 4, "end")),
    ...series.flatMap(({ values }, index) =>
      values.map((value, row) => {
        const at = y + row * band + band * 0.15 + index * thick;
        return svg`<rect x=${left} y=${at} width=${length(value)} height=${thick} fill=${colorAt(index)}></rect>`;
      }),
    ),
  ];
}

function columns(chart: ChartData, { x, y, width, height }: Box): Drawing {
  const { kind, labels, series, isPercent } = chart;
  const { marks, top } = scaleOf(chart);
  const left = x + 12 + 7 * Math.max(...marks.map((mark) => markText(mark, isPercent).length));
  const base = y + height - 20;
  const at = (value: number): number => base - (Math.max(0, value) / top) * (base - y - 4);
  const band = (x + width - left) / Math.max(1, labels.length);
  const thick = (band * 0.6) / series.length;
  // Labels that would run into one another are left out, as in Excel.
  const every = Math.max(1, Math.ceil(48 / band));
  const body = series.flatMap(({ values }, index) => {
    if (kind === "line") {
      const points = values.map((value, column) => `${left + (column + 0.5) * band},${at(value)}`).join(" ");
      return [svg`<polyline points=${points} fill="none" stroke=${colorAt(index)} stroke-width="2.25"></polyline>`];
    }
    return values.map((value, column) => {
      const start = left + column * band + band * 0.2 + index * thick;
      return svg`<rect x=${start} y=${at(value)} width=${thick} height=${base - at(value)} fill=${colorAt(index)}></rect>`;
    });
  });
  return [
    ...marks.flatMap((mark) => [
      svg`<line x1=${left} x2=${x + width} y1=${at(mark)} y2=${at(mark)} stroke="#d9d9d9"></line>`,
      label(markText(mark, isPercent), left - 6, at(mark) + 4, "end"),
    ]),
    ...body,
    ...labels.flatMap((text, column) =>
      column % every === 0
        ? [label(shortened(text, Math.max(4, Math.floor((band * every) / 12))), left + (column + 0.5) * band, base + 15, "middle")]
        : [],
    ),
  ];
}

function pie({ series }: ChartData, { x, y, width, height }: Box): Drawing {
  const values = (series[0]?.values ?? []).map((value) => Math.max(0, value));
  const total = values.reduce((sum, value) => sum + value, 0);
  const [cx, cy, radius] = [x + width / 2, y + height / 2, Math.max(0, Math.min(width, height) / 2 - 6)];
  if (total === 0) return [];
  const point = (share: number, size: number): string =>
    `${cx + size * Math.sin(2 * Math.PI * share)},${cy - size * Math.cos(2 * Math.PI * share)}`;
  let start = 0;
  return values.flatMap((value, index) => {
    if (value === 0) return [];
    const share = value / total;
    const end = start + share;
    // A full circle has no two ends, so it is drawn as one that stops just short.
    const path = `M${cx},${cy} L${point(start, radius)} A${radius},${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${point(Math.min(end, start + 0.99999), radius)} Z`;
    const [labelX = cx, labelY = cy] = point((start + end) / 2, radius * 0.65)
      .split(",")
      .map(Number);
    start = end;
    const slice = svg`<path d=${path} fill=${colorAt(index)} stroke="#fff"></path>`;
    if (share < 0.03) return [slice];
    return [
      slice,
      svg`<text x=${labelX} y=${labelY + 4} text-anchor="middle" font-size="11" fill="#fff">${Math.round(share * 100)}%</text>`,
    ];
  });
}

function legendOf(names: readonly string[], { x, y, width }: Box): Drawing {
  const sizes = names.map((name) => 26 + 12 * Math.min(10, name.length));
  let at = x + Math.max(0, (width - sizes.reduce((sum, size) => sum + size, 0)) / 2);
  return names.flatMap((name, index) => {
    const left = at;
    at += sizes[index] ?? 0;
    return [
      svg`<rect x=${left} y=${y + 4} width="9" height="9" fill=${colorAt(index)}></rect>`,
      label(shortened(name, 10), left + 13, y + 13, "start"),
    ];
  });
}
