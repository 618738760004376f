// What hucre writes for tabs of ours: sheets without cells, drawings, charts and the looks of conditional formats.
import { strFromU8, unzipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { type FileSheet } from "../../sheets/writing/tab-layout/cell-style";
import { type DaySerial } from "./day-serial";
import { listTabOf } from "../../sheets/writing/tab-layout/list-tabs";
import { renderSheet } from "./render";
import { finishChart } from "./render-chart";

/** A tab of ours with the name that it has in the book. */
export interface NamedSpec {
  readonly spec: FileSheet;
  readonly name: string;
}

/** A tab as hucre wrote it. */
export interface SheetFrame {
  /** The sheet, with an empty `<sheetData/>`. */
  readonly sheet: string;
  /** The drawing that holds the charts, its relations to them numbered from 1. */
  readonly drawing?: string;
  readonly charts: readonly string[];
}

/** The frames of all tabs, and the `<dxf>` elements that their conditional formats number. */
export interface Frames {
  readonly sheets: readonly SheetFrame[];
  readonly highlights: readonly string[];
  /** The colours and fonts that charts take for granted. */
  readonly theme: string;
}

/** The frames of these tabs; they are made together because hucre numbers drawings and looks through a whole book. */
export async function sheetFrames(tabs: readonly NamedSpec[], daySerial: DaySerial): Promise<Frames> {
  const names = new Map(tabs.map(({ spec, name }) => [spec.tab, name]));
  const sheets = tabs.map(({ spec, name }) => renderSheet(spec, name, { daySerial, listSheet: (tab) => names.get(listTabOf(tab)) ?? "" }));
  const parts = unzipSync(await writeXlsx({ sheets }), {
    filter: ({ name }) => /^xl\/(worksheets|drawings|charts|styles|theme)[^_]*$/.test(name),
  });
  const text = (name: string): string => {
    const part = parts[name];
    if (!part) throw new RangeError(`no part ${name}`);
    return strFromU8(part);
  };
  let chart = 0;
  return {
    theme: text("xl/theme/theme1.xml"),
    highlights: text("xl/styles.xml").match(/<dxf>.*?<\/dxf>/gs) ?? [],
    sheets: tabs.map(({ spec }, index) => {
      const charts = (spec.charts ?? []).map((part) => finishChart(text(`xl/charts/chart${++chart}.xml`), part, spec));
      const drawing = charts.length > 0 ? { drawing: text(`xl/drawings/drawing${index + 1}.xml`) } : {};
      return { sheet: pageByPage(text(`xl/worksheets/sheet${index + 1}.xml`), spec), charts, ...drawing };
    }),
  };
}

// Where a list is two pages wide, the halves of its rows follow each other.
function pageByPage(sheet: string, { page }: FileSheet): string {
  return page?.fitWidth === 2 ? sheet.replace("<pageSetup ", '<pageSetup pageOrder="overThenDown" ') : sheet;
}
