// A sheet of ours as text, for golden files: what people see and how it prints, one line a row, so that a change can be read in a review.
import { type Area, areaAddress, cellAddress } from "../../src/sheets/grid";
import { groupedYuan } from "../../src/domain/values/money";
import { withHeights } from "../../src/sheets/writing/row-heights";
import type { CellOut, PageSpec, SheetSpec, Validation } from "../../src/sheets/writing/spec";

const text = (value: string): string => JSON.stringify(value).slice(1, -1).replaceAll("\u3000", "␣");

function cell(value: CellOut): string {
  if (value === null) return "";
  if (typeof value === "number") return `#${value}`;
  if (typeof value === "string") return text(value);
  if ("fen" in value) return `¥${groupedYuan(value.fen)}`;
  if ("day" in value) return `@${value.day}`;
  if ("rate" in value) return `${(value.rate / 100).toFixed(2)}%`;
  if ("link" in value) return `${text(value.text)} → ${value.link.sheet}!${value.link.cell}`;
  return "formula" in value ? `=${value.formula} (${value.value})` : value.error;
}

function pageLine({ area, repeatRows, breaksAfter, margins, ...rest }: PageSpec): string {
  const { top, bottom, left, right } = margins;
  const parts = Object.entries(rest).map(([name, value]) => `${name} ${String(value)}`);
  if (area) parts.push(`area ${areaAddress(area)}`);
  if (repeatRows) parts.push(`repeat rows ${repeatRows[0] + 1}–${repeatRows[1] + 1}`);
  if (breaksAfter) parts.push(`breaks after rows ${breaksAfter.map((row) => row + 1).join(" ") || "none"}`);
  return `page: ${[`margins ${top} ${bottom} ${left} ${right}`, ...parts].join(" · ")}`;
}

function validationLine({ area, rule, prompt, error }: Validation): string {
  const limits = Object.entries(rule).map(([name, value]) => (name === "kind" ? String(value) : `${name} ${String(value)}`));
  return `valid ${areaAddress(area)}: ${limits.join(" ")} · ${prompt ? `${prompt.title}/${prompt.message} · ` : ""}${error.title}/${error.message}`;
}

/** The sheet as text, rows as high as they are written. Full-width blanks are shown as ␣, money as ¥, days as @, counts as #; merged cells by their first one. */
export function dumpSheet(given: SheetSpec): string {
  const spec = withHeights(given);
  const merged = new Map((spec.merges ?? []).map((area): [string, Area] => [cellAddress(area.top, area.left), area]));
  const styleAt = (row: number, column: number): string => {
    const own = spec.looks
      ? spec.looks[row]?.[column]
      : spec.styled?.findLast(({ area }) => area.top <= row && row <= area.bottom && area.left <= column && column <= area.right)?.style;
    return own && own !== spec.columns[column]?.style ? ` [${own}]` : "";
  };
  const { freeze, filter, isProtected, hiddenRows, charts = [], pictures = [], highlights = [] } = spec;
  const lines = [
    `${spec.name} (${spec.tab}${spec.visibility ? `, ${spec.visibility}` : ""}${isProtected ? ", protected" : ""})`,
    `columns: ${spec.columns.map(({ width, style, hidden }) => `${width} ${style}${hidden ? " hidden" : ""}`).join(" | ")}`,
    ...(freeze ? [`freeze: ${freeze.rows} rows, ${freeze.columns} columns`] : []),
    ...(filter ? [`filter: ${areaAddress(filter)}`] : []),
    ...(hiddenRows?.length ? [`hidden rows: ${hiddenRows.map((row) => row + 1).join(" ")}`] : []),
    ...(spec.page ? [pageLine(spec.page)] : []),
    ...(spec.validations ?? []).map(validationLine),
    ...highlights.map((one) => `highlight ${areaAddress(one.area)}: ${"bar" in one ? `bar ${one.bar}` : `${one.formula} → ${one.fill}`}`),
    ...charts.map(
      (chart) => `chart ${areaAddress(chart.over)}: ${chart.kind} ${chart.title} (${chart.series.map(({ name }) => name).join(", ")})`,
    ),
    ...pictures.map(
      ({ row, column, left, top, size, squares, label }) =>
        `picture ${cellAddress(row, column)} + ${left}, ${top}: ${label}, ${squares.length} squares on ${size} points`,
    ),
  ];
  for (const [row, values] of spec.rows.entries()) {
    const cells = values.flatMap((value, column) => {
      const area = merged.get(cellAddress(row, column));
      const style = styleAt(row, column);
      if (value === null && !area && style === "") return [];
      if (value === null && [...merged.values()].some(({ top, left, right }) => top === row && left < column && column <= right)) return [];
      return [`${area ? areaAddress(area) : cellAddress(row, column)}${style} ${cell(value)}`.trimEnd()];
    });
    const height = spec.heights?.get(row);
    lines.push(`${row + 1}${height === undefined ? "" : ` (${height})`}: ${cells.join(" | ")}`.trimEnd());
  }
  return `${lines.join("\n")}\n`;
}
