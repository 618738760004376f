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

/** One conditional format and the cells it watches. */
export interface ConditionalFormat {
  readonly id: string;
  areas: readonly Area[];
  readonly type: string;
  stopIfTrue: boolean;
  /** What depends on the type, by path: `custom/rule/formula`, `dataBar/positiveFormat/fillColor`. */
  readonly options: Map<string, unknown>;
}

/** One series of a chart. */
export interface Series {
  name: string;
  values: Area | undefined;
  categories: Area | undefined;
  readonly options: Map<string, unknown>;
  /** Its trendlines by number; what they are is among the options. */
  trendlines: readonly number[];
}

/** A shape, kept as data. Places and sizes in points, rotation in degrees. */
export interface Shape {
  readonly id: string;
  name: string;
  /** GeometricShape, TextBox, Line, Image or Group. */
  readonly type: string;
  place: { left: number; top: number; width: number; height: number; rotation: number };
  /** The id of the group that it is in. */
  group: string | undefined;
  readonly options: Map<string, unknown>;
}

/** A chart, kept as data. Places and sizes in points. */
export interface Chart {
  readonly id: string;
  name: string;
  type: string;
  series: Series[];
  place: { left: number; top: number; width: number; height: number };
  /** The cells that it covers, when it was placed by them. */
  over: Area | undefined;
  /** Every other option by its path: `title/text`, `legend/position`. */
  readonly options: Map<string, unknown>;
}

/** A table. */
export interface Table {
  readonly id: string;
  name: string;
  area: Area;
  hasHeaders: boolean;
  style: string;
  showTotals: boolean;
  showFilterButton: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  /** The filters by column, counted from the left. */
  readonly criteria: Map<number, Plain>;
  /** What it was sorted by last. */
  sort?: Plain | undefined;
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
  printOrder: string;
  printGridlines: boolean;
  blackAndWhite: boolean;
  draftMode: boolean;
  printHeadings: boolean;
  printComments: string;
  printErrors: string;
  firstPageNumber: number | "";
  /** What holds for all headers and footers, by name. */
  readonly headerOptions: Map<string, unknown>;
}

/** Sheet protection with what it still permits. */
export interface Protection {
  readonly options: Plain;
  readonly password?: string;
}

/** A table as Excel makes it over these cells. */
export function newTable(parts: Pick<Table, "id" | "name" | "area" | "hasHeaders">): Table {
  return {
    ...parts,
    style: "TableStyleMedium2",
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    criteria: new Map(),
  };
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
    printOrder: "DownThenOver",
    printGridlines: false,
    blackAndWhite: false,
    draftMode: false,
    printHeadings: false,
    printComments: "NoComments",
    printErrors: "AsDisplayed",
    firstPageNumber: "",
    headerOptions: new Map(),
  };
}
