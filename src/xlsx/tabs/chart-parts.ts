// The charts of our tabs as parts of the file; hucre draws them, and is loaded with the first chart.
import { strFromU8, unzipSync } from "fflate";
import { type FileSheet } from "../../sheets/writing/tab-layout/cell-style";
import { finishChart, renderChart } from "./render-chart";

/** The charts of a tab. */
export interface ChartParts {
  /** The drawing that holds the charts, its relations to them numbered from 1. */
  readonly drawing: string;
  readonly charts: readonly string[];
}

/** The charts of each tab that has any. */
export async function chartParts(
  tabs: readonly { readonly spec: FileSheet; readonly name: string }[],
): Promise<ReadonlyMap<FileSheet, ChartParts>> {
  const drawn = tabs.filter(({ spec: { charts = [] } }) => charts.length > 0);
  if (drawn.length === 0) return new Map();
  const { writeXlsx } = await import("hucre/xlsx");
  // They are made together because hucre numbers drawings and charts through a whole book.
  const sheets = drawn.map(({ spec: { charts = [] }, name }) => ({ name, rows: [], charts: charts.map(renderChart) }));
  const parts = unzipSync(await writeXlsx({ sheets }), { filter: ({ name }) => /^xl\/(?:drawings|charts)[^_]*$/.test(name) });
  const text = (name: string): string => {
    const part = parts[name];
    if (!part) throw new RangeError(`no part ${name}`);
    return strFromU8(part);
  };
  let chart = 0;
  return new Map(
    drawn.map(({ spec }, index) => {
      const charts = (spec.charts ?? []).map((part) => finishChart(text(`xl/charts/chart${++chart}.xml`), part, spec));
      return [spec, { drawing: text(`xl/drawings/drawing${index + 1}.xml`), charts }];
    }),
  );
}
