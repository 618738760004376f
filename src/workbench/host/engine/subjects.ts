// What stands behind each kind of object that the client can hold.
import { type Book } from "../model/book";
import { type Content } from "../model/cell";
import { type Anchor, type Name } from "../model/name";
import { type Chart, type ConditionalFormat, type Series, type Shape, type Table } from "../model/attachments";
import { type Area } from "../../../sheets/grid";
import { type NamedStyle } from "../model/named-styles";
import { type Sheet } from "../model/sheet";

/** Something of a sheet, together with the sheet. */
export interface OnSheet<T> {
  readonly sheet: Sheet;
  readonly it: T;
}

/** The options of a part of a chart or conditional format, kept by their path, such as `legend/position`. */
export interface Options {
  readonly store: Map<string, unknown>;
  readonly path: string;
}

/** A list of names: the book's own, or a sheet's. */
export interface NameScope {
  readonly book: Book;
  readonly sheet?: Sheet;
}

/** Each kind and its subject. */
export interface Subjects {
  readonly Workbook: Book;
  readonly Application: Book;
  readonly Runtime: Book;
  readonly WorkbookProtection: Book;
  readonly WorksheetCollection: Book;
  readonly Worksheet: Sheet;
  readonly WorksheetProtection: Sheet;
  readonly WorksheetFreezePanes: Sheet;
  readonly AutoFilter: Sheet;
  readonly PageLayout: Sheet;
  readonly HeaderFooterGroup: Sheet;
  readonly HeaderFooter: OnSheet<string>;
  readonly PageBreakCollection: OnSheet<"rows" | "columns">;
  readonly PageBreak: OnSheet<{ readonly axis: "rows" | "columns"; readonly area: Area }>;
  readonly NamedItemCollection: NameScope;
  readonly NamedItem: { readonly book: Book; readonly name: Name };
  readonly SettingCollection: Book;
  readonly Setting: { readonly book: Book; readonly key: string };
  readonly WorksheetCustomPropertyCollection: Sheet;
  readonly WorksheetCustomProperty: OnSheet<string>;
  readonly Range: Anchor;
  readonly RangeAreas: readonly Anchor[];
  readonly RangeCollection: readonly Anchor[];
  readonly RangeSort: Anchor;
  readonly RangeView: Anchor;
  readonly RangeViewCollection: Anchor;
  readonly RemoveDuplicatesResult: { readonly removed: number; readonly uniqueRemaining: number };
  readonly RangeFormat: readonly Anchor[];
  readonly RangeFont: readonly Anchor[];
  readonly RangeFill: readonly Anchor[];
  readonly FormatProtection: readonly Anchor[];
  readonly RangeBorderCollection: readonly Anchor[];
  readonly RangeBorder: { readonly anchors: readonly Anchor[]; readonly side: string };
  readonly DataValidation: readonly Anchor[];
  readonly ConditionalFormatCollection: readonly Anchor[];
  readonly ConditionalFormat: OnSheet<ConditionalFormat>;
  readonly CustomConditionalFormat: Options;
  readonly ConditionalFormatRule: Options;
  readonly ConditionalRangeFormat: Options;
  readonly ConditionalRangeFill: Options;
  readonly ConditionalRangeFont: Options;
  readonly DataBarConditionalFormat: Options;
  readonly ConditionalDataBarPositiveFormat: Options;
  readonly ConditionalDataBarNegativeFormat: Options;
  readonly TableCollection: { readonly book: Book; readonly sheet?: Sheet };
  readonly Table: OnSheet<Table>;
  readonly TableRowCollection: OnSheet<Table>;
  readonly TableRow: OnSheet<Table> & { readonly index: number };
  readonly TableColumnCollection: OnSheet<Table>;
  readonly TableColumn: OnSheet<Table> & { readonly index: number };
  readonly TableSort: OnSheet<Table>;
  readonly Filter: OnSheet<Table> & { readonly index: number };
  readonly ChartCollection: Sheet;
  readonly Chart: OnSheet<Chart>;
  readonly ChartSeriesCollection: OnSheet<Chart>;
  readonly ChartSeries: OnSheet<Chart> & { readonly series: Series };
  readonly ChartTitle: Options;
  readonly ChartTitleFormat: Options;
  readonly ChartFormatString: Options;
  readonly ChartFont: Options;
  readonly ChartLegend: Options;
  readonly ChartAxes: Options;
  readonly ChartAxis: Options;
  readonly ChartAxisTitle: Options;
  readonly ChartGridlines: Options;
  readonly ChartDataLabels: Options;
  readonly ChartSeriesFormat: Options;
  readonly ChartFill: Options;
  readonly ChartTrendline: Options & { readonly series: Series };
  readonly ChartPoint: OnSheet<Chart> & Options & { readonly series: Series; readonly index: number };
  readonly ChartPointsCollection: OnSheet<Chart> & { readonly series: Series };
  readonly ChartTrendlineCollection: OnSheet<Chart> & { readonly series: Series };
  readonly ChartBorder: Options;
  readonly ChartLineFormat: Options;
  readonly ChartAreaFormat: Options;
  readonly ChartLegendFormat: Options;
  readonly ChartAxisFormat: Options;
  readonly ChartAxisTitleFormat: Options;
  readonly ChartGridlinesFormat: Options;
  readonly ChartPlotArea: Options;
  readonly ChartPlotAreaFormat: Options;
  readonly ChartDataLabelFormat: Options;
  readonly ChartDataLabel: Options;
  readonly ChartPointFormat: Options;
  readonly ChartTrendlineFormat: Options;
  readonly ShapeCollection: Sheet;
  readonly Shape: OnSheet<Shape>;
  readonly GeometricShape: OnSheet<Shape>;
  readonly Line: OnSheet<Shape>;
  readonly Image: OnSheet<Shape>;
  readonly ShapeGroup: OnSheet<Shape>;
  readonly GroupShapeCollection: OnSheet<Shape>;
  readonly ShapeFill: Options;
  readonly ShapeLineFormat: Options;
  readonly TextFrame: Options;
  readonly TextRange: Options;
  readonly ShapeFont: Options;
  readonly DocumentProperties: Book;
  readonly CustomPropertyCollection: Book;
  readonly CustomProperty: { readonly book: Book; readonly key: string };
  readonly CustomXmlPartCollection: { readonly book: Book; readonly namespace?: string };
  readonly CustomXmlPartScopedCollection: { readonly book: Book; readonly namespace?: string };
  readonly CustomXmlPart: { readonly book: Book; readonly id: string };
  readonly Functions: Book;
  readonly FunctionResult: { readonly value: Content };
  readonly BindingCollection: Book;
  readonly Binding: { readonly book: Book; readonly id: string };
  readonly CellValueConditionalFormat: Options;
  readonly ColorScaleConditionalFormat: Options;
  readonly IconSetConditionalFormat: Options;
  readonly TopBottomConditionalFormat: Options;
  readonly PresetCriteriaConditionalFormat: Options;
  readonly TextConditionalFormat: Options;
  readonly ConditionalRangeBorderCollection: Options;
  readonly ConditionalRangeBorder: Options;
  readonly StyleCollection: Book;
  readonly Style: { readonly book: Book; readonly style: NamedStyle };
  readonly Service: string;
}

/** A kind of object. */
export type Kind = keyof Subjects;

/** An object that the client can hold. */
export interface HostObject<K extends Kind = Kind> {
  readonly kind: K;
  readonly of: Subjects[K];
}

/** The object of a kind over its subject. */
export function hold<K extends Kind>(kind: K, of: Subjects[K]): HostObject<K> {
  return { kind, of };
}

/** Whether a value is an object that the client can hold. */
export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "kind" in value && "of" in value;
}
