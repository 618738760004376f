// The looks of charts' parts, and what hangs on their series: points and trendlines.
import { type Definition, type Definitions } from "../engine/definition";
import { hold, type Options, type Subjects } from "../engine/subjects";
import { cellCount, columnCount } from "../model/area";
import { plainValue } from "../model/cell";
import { colorOf } from "../model/look";
import { itemNotFound } from "../model/errors";
import { chartHorizontals, chartLineStyles, chartVerticals, labelPositions, markerStyles } from "./option-words";
import { choice, optionMembers } from "./options";

type SeriesItem = Subjects["ChartSeries"];

/** A line's colour and weight, and taking it away. */
const line: Definition<Options> = {
  ...optionMembers({ color: "#000000", lineStyle: choice("Automatic", chartLineStyles), weight: 0.75 }),
  methods: { clear: ({ store, path }) => void store.set(`${path}lineStyle`, "None") },
};

const points: Definition<SeriesItem> = {
  items: (one) => {
    const { values } = one.series;
    return Array.from({ length: values ? cellCount(values) : 0 }, (_, index) =>
      hold("ChartPoint", { ...one, index, store: one.series.options, path: `points/${index}/` }),
    );
  },
  properties: { count: { get: ({ series: { values } }) => (values ? cellCount(values) : 0) } },
};

const marks = optionMembers(
  {
    hasDataLabel: false,
    markerBackgroundColor: "",
    markerForegroundColor: "",
    markerSize: 5,
    markerStyle: choice("Automatic", markerStyles),
  },
  { format: "ChartPointFormat", dataLabel: "ChartDataLabel" },
);

const point: Definition<Subjects["ChartPoint"]> = {
  properties: {
    ...marks.properties,
    value: {
      get: ({ sheet, series: { values }, index }) => {
        if (!values) return null;
        const width = columnCount(values);
        const cell = sheet.cells.at(values.top + Math.floor(index / width), values.left + (index % width));
        return plainValue(cell?.content ?? "");
      },
    },
  },
  objects: { ...marks.objects },
};

function trendline({ series }: SeriesItem, index: number) {
  if (index < 0 || index >= series.trendlines.length) throw itemNotFound();
  return hold("ChartTrendline", { store: series.options, path: `trendlines/${series.trendlines[index] ?? 0}/`, series });
}

const trend = optionMembers(
  {
    type: choice("Linear", "Linear Exponential Logarithmic MovingAverage Polynomial Power"),
    name: "",
    intercept: "",
    movingAveragePeriod: 2,
    polynomialOrder: 2,
    backwardPeriod: 0,
    forwardPeriod: 0,
    showEquation: false,
    showRSquared: false,
  },
  { format: "ChartTrendlineFormat" },
);

const trendlines: Definition<SeriesItem> = {
  lacks: ["getItemAt", "getItemOrNullObject"],
  items: (one) => one.series.trendlines.map((_, index) => trendline(one, index)),
  find: (one, key) => trendline(one, Number(key)),
  methods: {
    add: (one, args, { book }) => {
      const number = book.nextNumber();
      one.series.trendlines = [...one.series.trendlines, number];
      one.series.options.set(`trendlines/${number}/type`, args.optionalText(0) ?? "Linear");
      return trendline(one, one.series.trendlines.length - 1);
    },
  },
};

const label = {
  showValue: true,
  showPercentage: false,
  showCategoryName: false,
  showSeriesName: false,
  showLegendKey: false,
  showBubbleSize: false,
  numberFormat: "General",
  position: choice("BestFit", labelPositions),
  autoText: true,
  linkNumberFormat: true,
  horizontalAlignment: choice("Center", chartHorizontals),
  verticalAlignment: choice("Center", chartVerticals),
  textOrientation: 0,
  separator: ",",
};

/** `Excel.ChartColorScheme`. */
const colorSchemes = [
  ...[1, 2, 3, 4].map((number) => `ColorfulPalette${number}`),
  ...Array.from({ length: 13 }, (_, index) => `MonochromaticPalette${index + 1}`),
].join(" ");

/** The looks of charts' parts. */
export const chartFormatMembers: Definitions = {
  ChartFont: optionMembers({
    name: "DengXian",
    size: 14,
    bold: false,
    italic: false,
    color: "#000000",
    underline: choice("None", "None Single"),
  }),
  ChartFill: {
    methods: {
      setSolidColor: ({ store, path }, args) => void store.set(`${path}color`, colorOf(args.raw(0))),
      clear: ({ store, path }) => void store.delete(`${path}color`),
    },
  },
  ChartBorder: line,
  ChartLineFormat: line,
  ChartTitleFormat: optionMembers({}, { font: "ChartFont", fill: "ChartFill", border: "ChartBorder" }),
  ChartAreaFormat: optionMembers(
    { roundedCorners: false, colorScheme: choice("ColorfulPalette1", colorSchemes) },
    { font: "ChartFont", fill: "ChartFill", border: "ChartBorder" },
  ),
  ChartLegendFormat: optionMembers({}, { font: "ChartFont", fill: "ChartFill", border: "ChartBorder" }),
  ChartAxisFormat: optionMembers({}, { font: "ChartFont", fill: "ChartFill", line: "ChartLineFormat" }),
  ChartAxisTitleFormat: optionMembers({}, { font: "ChartFont", fill: "ChartFill", border: "ChartBorder" }),
  ChartGridlinesFormat: optionMembers({}, { line: "ChartLineFormat" }),
  ChartPlotArea: optionMembers({ position: choice("Automatic", "Automatic Custom") }, { format: "ChartPlotAreaFormat" }),
  ChartPlotAreaFormat: optionMembers({}, { fill: "ChartFill", border: "ChartBorder" }),
  ChartDataLabelFormat: optionMembers({}, { font: "ChartFont", fill: "ChartFill", border: "ChartBorder" }),
  ChartDataLabels: optionMembers(label, { format: "ChartDataLabelFormat" }),
  ChartDataLabel: optionMembers({ ...label, text: "" }, { format: "ChartDataLabelFormat" }),
  ChartSeriesFormat: optionMembers({}, { fill: "ChartFill", line: "ChartLineFormat" }),
  ChartPointFormat: optionMembers({}, { fill: "ChartFill", border: "ChartBorder" }),
  ChartPointsCollection: points,
  ChartPoint: point,
  ChartTrendlineCollection: trendlines,
  ChartTrendline: {
    properties: trend.properties ?? {},
    objects: trend.objects ?? {},
    key: ({ path }) => path.split("/")[1] ?? "",
    methods: {
      delete: ({ series, path }) => {
        series.trendlines = series.trendlines.filter((number) => path !== `trendlines/${number}/`);
      },
    },
  },
  ChartTrendlineFormat: optionMembers({}, { line: "ChartLineFormat" }),
};
