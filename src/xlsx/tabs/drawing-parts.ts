// What lies over the cells of our tabs, charts and pictures, as parts of the file; hucre draws the charts, and is loaded with the first one.
import { type FileSheet } from "../../sheets/writing/tab-layout/cell-style";
import { finishChart, renderChart } from "./render-chart";
import { pictureAnchor, pictureFile } from "./render-picture";

/** The charts and pictures of a tab. */
export interface DrawingParts {
  /** The drawing that holds them; its relations are numbered from 1, charts first. */
  readonly drawing: string;
  readonly charts: readonly string[];
  /** PNG files; equal pictures share one. */
  readonly pictures: readonly Uint8Array<ArrayBuffer>[];
}

interface Tab {
  readonly spec: FileSheet;
  readonly name: string;
}

type Drawn = Pick<DrawingParts, "drawing" | "charts">;

/** Whether anything lies over a tab's cells. */
export function hasDrawing({ charts = [], pictures = [] }: FileSheet): boolean {
  return charts.length + pictures.length > 0;
}

/** The drawing of each tab that has any. */
export async function drawingParts(tabs: readonly Tab[]): Promise<ReadonlyMap<FileSheet, DrawingParts>> {
  const charts = await drawnCharts(tabs.filter(({ spec }) => (spec.charts ?? []).length > 0));
  return new Map(
    tabs.flatMap(({ spec }) =>
      hasDrawing(spec) ? [[spec, withPictures(charts.get(spec) ?? { drawing: noDrawing, charts: [] }, spec)]] : [],
    ),
  );
}

async function drawnCharts(tabs: readonly Tab[]): Promise<ReadonlyMap<FileSheet, Drawn>> {
  if (tabs.length === 0) return new Map();
  const [{ writeXlsx }, { strFromU8, unzipSync }] = await Promise.all([import("hucre/xlsx"), import("fflate")]);
  // They are made together because hucre numbers drawings and charts through a whole book.
  const sheets = tabs.map(({ spec: { charts = [] }, name }) => ({ name, rows: [], charts: charts.map(renderChart) }));
  const parts = unzipSync(await writeXlsx({ sheets }), { filter: ({ name }) => /^xl\/(?:drawings|charts)[^_]*$/.test(name) });
  const text = (name: string): string => {
    const part = parts[name];
    if (!part) throw new RangeError(`no part ${name}`);
    return strFromU8(part);
  };
  let chart = 0;
  return new Map(
    tabs.map(({ spec }, index) => {
      const charts = (spec.charts ?? []).map((part) => finishChart(text(`xl/charts/chart${++chart}.xml`), part, spec));
      return [spec, { drawing: text(`xl/drawings/drawing${index + 1}.xml`), charts }];
    }),
  );
}

const end = "</xdr:wsDr>";
const noDrawing =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
  `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${end}`;

function withPictures({ drawing, charts }: Drawn, { pictures = [] }: FileSheet): DrawingParts {
  const numbers = new Map<string, number>();
  const files: Uint8Array<ArrayBuffer>[] = [];
  const anchors = pictures.map((picture, index) => {
    const key = picture.squares.join();
    const number = numbers.get(key) ?? files.push(pictureFile(picture));
    numbers.set(key, number);
    return pictureAnchor(picture, { relation: charts.length + number, id: charts.length + index + 2 });
  });
  return { drawing: pictures.length > 0 ? drawing.replace(end, `${anchors.join("")}${end}`) : drawing, charts, pictures: files };
}
