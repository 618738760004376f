// Charts, kept as data: kind, place, title, legend, axes and series.
import { type Arguments } from "../engine/arguments";
import { type Definition, type Definitions, type Property, type Scene } from "../engine/definition";
import { hold, type HostObject, type Subjects } from "../engine/subjects";
import { type Area } from "../../../sheets/grid";
import { bounding } from "../model/area";
import { type Chart } from "../model/attachments";
import { invalidArgument } from "../model/errors";
import { type Sheet } from "../model/sheet";
import { areaArgument, chartSeries, newSeries, seriesOf } from "./chart-series";
import { chartTypeOf } from "./chart-types";
import { sizeOf } from "./formats";
import { chartHorizontals, chartVerticals, tickMarks, timeUnits } from "./option-words";
import { choice, optionMembers, optionProperties } from "./options";
import { anchorOf, assertPermitted, cellsOf } from "./ranges";
import { textOf } from "./words";

type Item = Subjects["Chart"];

function item(sheet: Sheet, it: Chart): HostObject<"Chart"> {
  return hold("Chart", { sheet, it });
}

const chartCollection: Definition<Sheet> = {
  items: (sheet) => sheet.charts.map((chart) => item(sheet, chart)),
  find: (sheet, key) => {
    const chart = sheet.charts.find(({ id, name }) => id === key || name.toLowerCase() === String(key).toLowerCase());
    return chart ? item(sheet, chart) : null;
  },
  properties: { count: { get: (sheet) => sheet.charts.length } },
  events: { target: (sheet) => sheet.id, codes: { AddedEvent: 50, ActivatedEvent: 51, DeactivatedEvent: 52, DeletedEvent: 53 } },
  methods: {
    add: (sheet, args, { book }) => {
      assertPermitted(sheet, "allowEditObjects");
      const number = book.nextNumber();
      const chart: Chart = {
        id: `{00000000-0000-0000-0000-${String(number).padStart(12, "0")}}`,
        name: `Chart ${number}`,
        type: chartTypeOf(args.raw(0)),
        series: seriesOf(sheet, areaArgument(sheet, args, 1), args.optionalText(2) ?? "Auto"),
        place: { left: 100, top: 100, width: 360, height: 216 },
        over: undefined,
        options: new Map(),
      };
      sheet.charts.push(chart);
      return item(sheet, chart);
    },
  },
};

function place(key: keyof Chart["place"]): Property<Item> {
  return {
    get: ({ it }) => it.place[key],
    set: ({ it }, value) => {
      if (typeof value !== "number") throw invalidArgument("points are wanted");
      it.place[key] = value;
      it.over = undefined;
    },
  };
}

function setPosition({ sheet, it }: Item, args: Arguments, { book }: Scene): void {
  const corner = (index: number): Area | undefined => {
    const range = args.object(index, "Range");
    return range ? cellsOf(range.of) : args.raw(index) === undefined ? undefined : cellsOf(anchorOf(book, sheet, args.text(index)));
  };
  const from = corner(0) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  const to = corner(1);
  const over = to ? bounding(from, to) : from;
  const total = (axis: "rows" | "columns", start: number, end: number): number =>
    Array.from({ length: end - start }, (_, index) => sizeOf({ sheet, area: over }, axis, start + index)).reduce(
      (sum, size) => sum + size,
      0,
    );
  it.place.left = total("columns", 0, over.left);
  it.place.top = total("rows", 0, over.top);
  if (!to) return;
  it.over = over;
  it.place.width = total("columns", over.left, over.right + 1);
  it.place.height = total("rows", over.top, over.bottom + 1);
}

const settings = {
  categoryLabelLevel: 0,
  seriesNameLevel: 0,
  displayBlanksAs: choice("NotPlotted", "NotPlotted Zero Interplotted"),
  plotBy: choice("Columns", "Rows Columns"),
  plotVisibleOnly: true,
  showAllFieldButtons: false,
  showDataLabelsOverMaximum: true,
  style: 2,
};

const chart: Definition<Item> = {
  id: ({ it }) => it.id,
  events: { target: ({ it }) => it.id, codes: { ActivatedEvent: 51, DeactivatedEvent: 52 } },
  properties: {
    id: { get: ({ it }) => it.id },
    name: {
      get: ({ it }) => it.name,
      set: ({ it }, value) => {
        it.name = textOf(value);
      },
    },
    chartType: {
      get: ({ it }) => it.type,
      set: ({ it }, value) => {
        it.type = chartTypeOf(value);
      },
    },
    ...optionProperties<Item>(settings, ({ it }) => ({ store: it.options, path: "" })),
    left: place("left"),
    top: place("top"),
    width: place("width"),
    height: place("height"),
  },
  objects: {
    title: ({ it }) => hold("ChartTitle", { store: it.options, path: "title/" }),
    legend: ({ it }) => hold("ChartLegend", { store: it.options, path: "legend/" }),
    axes: ({ it }) => hold("ChartAxes", { store: it.options, path: "axes/" }),
    format: ({ it }) => hold("ChartAreaFormat", { store: it.options, path: "format/" }),
    plotArea: ({ it }) => hold("ChartPlotArea", { store: it.options, path: "plotArea/" }),
    dataLabels: ({ it }) => hold("ChartDataLabels", { store: it.options, path: "dataLabels/" }),
    series: (one) => hold("ChartSeriesCollection", one),
    worksheet: ({ sheet }) => hold("Worksheet", sheet),
  },
  methods: {
    // Bringing a chart to the front brings its sheet there.
    activate: ({ sheet }, _, { book }) => book.activate(sheet),
    setPosition,
    setData: ({ sheet, it }, args) => {
      it.series = seriesOf(sheet, areaArgument(sheet, args, 0), args.optionalText(1) ?? "Auto");
    },
    delete: ({ sheet, it }) => {
      sheet.charts = sheet.charts.filter((one) => one !== it);
    },
  },
};

const axis = {
  numberFormat: "General",
  reversePlotOrder: false,
  minimum: "",
  maximum: "",
  majorUnit: "",
  visible: true,
  tickLabelPosition: choice("NextToAxis", "NextToAxis High Low None"),
  displayUnit: choice(
    "None",
    "None Hundreds Thousands TenThousands HundredThousands Millions TenMillions HundredMillions Billions Trillions Custom",
  ),
  customDisplayUnit: null,
  showDisplayUnitLabel: true,
  scaleType: choice("Linear", "Linear Logarithmic"),
  logBase: 10,
  position: choice("Automatic", "Automatic Maximum Minimum Custom"),
  positionAt: null,
  majorTickMark: choice("Outside", tickMarks),
  minorTickMark: choice("None", tickMarks),
  minorUnit: "",
  textOrientation: 0,
  tickLabelSpacing: "",
  tickMarkSpacing: 1,
  categoryType: choice("Automatic", "Automatic TextAxis DateAxis"),
  baseTimeUnit: choice("Days", timeUnits),
  majorTimeUnitScale: choice("Days", timeUnits),
  minorTimeUnitScale: choice("Days", timeUnits),
  linkNumberFormat: true,
  multiLevel: false,
  isBetweenCategories: true,
  alignment: choice("Center", "Center Left Right"),
  crosses: "Automatic",
  offset: 100,
};

const axisOptions = optionMembers(axis, {
  title: "ChartAxisTitle",
  majorGridlines: "ChartGridlines",
  minorGridlines: "ChartGridlines",
  format: "ChartAxisFormat",
});

/** Charts and their parts. */
export const chartMembers: Definitions = {
  ChartCollection: chartCollection,
  Chart: chart,
  ChartSeriesCollection: {
    items: ({ sheet, it }) => it.series.map((series) => hold("ChartSeries", { sheet, it, series })),
    properties: { count: { get: ({ it }) => it.series.length } },
    methods: {
      add: ({ sheet, it }, args) => {
        const series = newSeries(args.optionalText(0) ?? "");
        it.series.splice(args.wholeOr(1, it.series.length), 0, series);
        return hold("ChartSeries", { sheet, it, series });
      },
    },
  },
  ChartSeries: chartSeries,
  ChartTitle: {
    ...optionMembers(
      {
        text: "Chart Title",
        visible: true,
        overlay: false,
        position: choice("Automatic", "Automatic Top Bottom Left Right"),
        showShadow: false,
        textOrientation: 0,
        horizontalAlignment: choice("Center", chartHorizontals),
        verticalAlignment: choice("Top", chartVerticals),
      },
      { format: "ChartTitleFormat" },
    ),
    methods: {
      getSubstring: ({ store, path }, args) => hold("ChartFormatString", { store, path: `${path}${args.whole(0)}+${args.whole(1)}/` }),
    },
  },
  ChartFormatString: optionMembers({}, { font: "ChartFont" }),
  ChartLegend: optionMembers(
    { visible: true, position: choice("Bottom", "Invalid Top Bottom Left Right Corner Custom"), overlay: false, showShadow: false },
    { format: "ChartLegendFormat" },
  ),
  ChartAxes: optionMembers({}, { categoryAxis: "ChartAxis", valueAxis: "ChartAxis", seriesAxis: "ChartAxis" }),
  ChartAxis: {
    ...axisOptions,
    methods: {
      // The names stand in the cells that the chart's series take their labels from.
      setCategoryNames: ({ store, path }, args) => void store.set(`${path}names`, args.object(0, "Range")?.of),
      setPositionAt: ({ store, path }, args) => void store.set(`${path}positionAt`, args.raw(0)).set(`${path}position`, "Custom"),
      setCustomDisplayUnit: ({ store, path }, args) =>
        void store.set(`${path}customDisplayUnit`, args.raw(0)).set(`${path}displayUnit`, "Custom"),
    },
  },
  ChartAxisTitle: optionMembers({ text: "", visible: false }, { format: "ChartAxisTitleFormat" }),
  ChartGridlines: optionMembers({ visible: true }, { format: "ChartGridlinesFormat" }),
};
