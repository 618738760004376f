// What hangs on a sheet besides its cells: validations, conditional formats, charts, tables, page layout, protection.
import { type Area } from "../../../sheets/grid";

/** An object of plain values as Office.js sends and receives it, in camel case. */
export type Plain = Readonly<Record<string, unknown>>;

/** One data validation and the cells it guards. */
export interface ValidationRule {
  areas: readonly Area[];
  rule: Plain;
  prompt: Plain;
  errorAlert: Plain;
  ignoreBlanks: boolean;
}

/** One conditional format and the cells it watches; `rule` and `format` depend on the type. */
export interface ConditionalFormat {
  readonly id: string;
  areas: readonly Area[];
  readonly type: string;
  rule: Record<string, unknown>;
  format: Record<string, unknown>;
  stopIfTrue: boolean;
}

/** One series of a chart. */
export interface Series {
  name: string;
  values?: Area;
  categories?: Area;
  options: Record<string, unknown>;
}

/** A chart, kept as data. Places and sizes in points. */
export interface Chart {
  readonly id: string;
  name: string;
  type: string;
  title: string;
  series: Series[];
  place: { left: number; top: number; width: number; height: number };
  /** Every other option by its path, for example `legend/position`. */
  options: Record<string, unknown>;
}

/** A table. */
export interface Table {
  readonly id: string;
  name: string;
  area: Area;
  hasHeaders: boolean;
  style: string;
  options: Record<string, unknown>;
}

/** How the sheet prints; margins in points. */
export interface PageLayout {
  orientation: string;
  paperSize: string;
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  centerHorizontally: boolean;
  centerVertically: boolean;
  zoom: Plain;
  areas: readonly Area[];
  titleRows: Area | undefined;
  titleColumns: Area | undefined;
  headersFooters: Record<string, string>;
  options: Record<string, unknown>;
}

/** Sheet protection with what it still permits. */
export interface Protection {
  readonly options: Plain;
  readonly password?: string;
}

/** The page layout of a new sheet. */
export function newPageLayout(): PageLayout {
  return {
    orientation: "Portrait",
    paperSize: "A4",
    margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
    centerHorizontally: false,
    centerVertically: false,
    zoom: { scale: 100 },
    areas: [],
    titleRows: undefined,
    titleColumns: undefined,
    headersFooters: {},
    options: {},
  };
}
