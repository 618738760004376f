// Series of charts: where their values come from, and how they are made from a block of cells.
import { type Area } from "../../../sheets/grid";
import { type Arguments } from "../engine/arguments";
import { type Definition } from "../engine/definition";
import { hold, type Subjects } from "../engine/subjects";
import { columnCount, rowCount } from "../model/area";
import { type Series } from "../model/attachments";
import { plainValue } from "../model/cell";
import { apiNotFound, invalidArgument } from "../model/errors";
import { type Sheet } from "../model/sheet";
import { chartTypeOf } from "./chart-types";
import { gradientTypes, markerStyles } from "./option-words";
import { choice, optionProperties } from "./options";
import { cellsOf } from "./ranges";
import { textOf } from "./words";

type SeriesItem = Subjects["ChartSeries"];

/** A series that shows nothing but these values yet. */
export function newSeries(name: string, values?: Area): Series {
  return { name, values, categories: undefined, options: new Map(), trendlines: [] };
}

/** One series per column or row of the source; a first row or column of text names them (ChartCollection.add). */
export function seriesOf(sheet: Sheet, area: Area, by: string): Series[] {
  const isByColumns = by === "Columns" || (by === "Auto" && rowCount(area) >= columnCount(area));
  const isText = (row: number, column: number): boolean => typeof sheet.cells.at(row, column)?.content === "string";
  const hasHeading = isText(area.top, area.right) && rowCount(area) > 1;
  const hasCategories = isText(area.bottom, area.left) && columnCount(area) > 1;
  const inner = { ...area, top: area.top + (hasHeading ? 1 : 0), left: area.left + (hasCategories ? 1 : 0) };
  const count = isByColumns ? columnCount(inner) : rowCount(inner);
  return Array.from({ length: count }, (_, index) => {
    const values = isByColumns
      ? { ...inner, left: inner.left + index, right: inner.left + index }
      : { ...inner, top: inner.top + index, bottom: inner.top + index };
    const named = isByColumns
      ? hasHeading && sheet.cells.at(area.top, values.left)
      : hasCategories && sheet.cells.at(values.top, area.left);
    return newSeries(named ? String(plainValue(named.content)) : `Series${index + 1}`, values);
  });
}

/** The cells of the range that an argument is; charts of this host show cells of their own sheet. */
export function areaArgument(sheet: Sheet, args: Arguments, index: number): Area {
  const range = args.object(index, "Range");
  if (!range) throw invalidArgument("a range is wanted");
  if (range.of.sheet !== sheet) throw apiNotFound("Chart over cells of another sheet");
  return cellsOf(range.of);
}

const gradient = Object.fromEntries(
  ["Maximum", "Midpoint", "Minimum"].flatMap((at): [string, unknown][] => [
    [`gradient${at}Color`, ""],
    [`gradient${at}Type`, choice("ExtremeValue", gradientTypes)],
    [`gradient${at}Value`, 0],
  ]),
);

const settings = {
  ...gradient,
  gradientStyle: choice("TwoPhaseColor", "TwoPhaseColor ThreePhaseColor"),
  hasDataLabels: false,
  gapWidth: 150,
  smooth: false,
  overlap: 0,
  axisGroup: choice("Primary", "Primary Secondary"),
  bubbleScale: 100,
  doughnutHoleSize: 75,
  explosion: 0,
  firstSliceAngle: 0,
  filtered: false,
  invertColor: "",
  invertIfNegative: true,
  markerBackgroundColor: "",
  markerForegroundColor: "",
  markerSize: 5,
  markerStyle: choice("Automatic", markerStyles),
  parentLabelStrategy: choice("None", "None Banner Overlapping"),
  plotOrder: 1,
  secondPlotSize: 75,
  showConnectorLines: true,
  showLeaderLines: false,
  showShadow: false,
  splitType: choice("SplitByPosition", "SplitByPosition SplitByValue SplitByPercentValue SplitByCustomSplit"),
  splitValue: 2,
  varyByCategories: false,
};

/** The members of a series. */
export const chartSeries: Definition<SeriesItem> = {
  properties: {
    name: {
      get: ({ series }) => series.name,
      set: ({ series }, value) => {
        series.name = textOf(value);
      },
    },
    ...optionProperties<SeriesItem>(settings, ({ series }) => ({ store: series.options, path: "" })),
    // Null where the series is of the chart's own kind.
    chartType: {
      get: ({ series }) => series.options.get("chartType") ?? null,
      set: ({ series }, value) => void series.options.set("chartType", chartTypeOf(value)),
    },
  },
  objects: {
    dataLabels: ({ series }) => hold("ChartDataLabels", { store: series.options, path: "dataLabels/" }),
    points: (one) => hold("ChartPointsCollection", one),
    trendlines: (one) => hold("ChartTrendlineCollection", one),
    format: ({ series }) => hold("ChartSeriesFormat", { store: series.options, path: "format/" }),
  },
  methods: {
    setValues: ({ sheet, series }, args) => {
      series.values = areaArgument(sheet, args, 0);
    },
    setXAxisValues: ({ sheet, series }, args) => {
      series.categories = areaArgument(sheet, args, 0);
    },
    delete: ({ it, series }) => {
      it.series = it.series.filter((one) => one !== series);
    },
  },
};
