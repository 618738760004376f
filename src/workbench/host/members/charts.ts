// Charts, kept as data: kind, place, title, legend, axes and series.
import { type Arguments } from "../engine/arguments";
import { type Definition, type Definitions, type Property, type Scene } from "../engine/definition";
import { hold, type HostObject, type Subjects } from "../engine/subjects";
import { type Area } from "../../../sheets/grid";
import { bounding } from "../model/area";
import { type Chart } from "../model/attachments";
import { apiNotFound, invalidArgument } from "../model/errors";
import { type Sheet } from "../model/sheet";
import { areaArgument, chartSeries, newSeries, seriesOf } from "./chart-series";
import { sizeOf } from "./formats";
import { optionMembers } from "./options";
import { anchorOf, assertPermitted, cellsOf } from "./ranges";
import { textOf } from "./words";

type Item = Subjects["Chart"];

/** The kinds that are kept as data; Excel's others, such as maps and histograms, fail by name. */
const chartTypes = new Map(
  [
    ...["Column", "Bar"].flatMap((kind) => [`${kind}Clustered`, `${kind}Stacked`, `${kind}Stacked100`]),
    ...["3DColumn", "3DColumnClustered", "3DColumnStacked", "3DColumnStacked100", "3DBarClustered", "3DBarStacked", "3DBarStacked100"],
    ...["Line", "LineMarkers", "LineStacked", "LineStacked100", "LineMarkersStacked", "LineMarkersStacked100", "3DLine"],
    ...["Pie", "PieExploded", "3DPie", "3DPieExploded", "PieOfPie", "BarOfPie", "Doughnut", "DoughnutExploded"],
    ...["Area", "AreaStacked", "AreaStacked100", "3DArea", "3DAreaStacked", "3DAreaStacked100"],
    ...[
      "XYScatter",
      "XYScatterSmooth",
      "XYScatterSmoothNoMarkers",
      "XYScatterLines",
      "XYScatterLinesNoMarkers",
      "Bubble",
      "Bubble3DEffect",
    ],
    ...["Radar", "RadarMarkers", "RadarFilled"],
    ...["Cylinder", "Cone", "Pyramid"].flatMap((shape) =>
      ["ColClustered", "ColStacked", "ColStacked100", "BarClustered", "BarStacked", "BarStacked100", "Col"].map((kind) => shape + kind),
    ),
  ].map((type) => [type.toLowerCase(), type]),
);

function chartType(value: unknown): string {
  const type = chartTypes.get(textOf(value).toLowerCase());
  if (type === undefined) throw apiNotFound(`chart type ${textOf(value)}`);
  return type;
}

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
        type: chartType(args.raw(0)),
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
        it.type = chartType(value);
      },
    },
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
  tickLabelPosition: "NextToAxis",
  displayUnit: "None",
  customDisplayUnit: null,
  showDisplayUnitLabel: true,
  scaleType: "Linear",
  logBase: 10,
  position: "Automatic",
  positionAt: null,
  majorTickMark: "Outside",
  minorTickMark: "None",
  minorUnit: "",
  textOrientation: 0,
  tickLabelSpacing: "",
  tickMarkSpacing: 1,
  categoryType: "Automatic",
  baseTimeUnit: "Days",
  linkNumberFormat: true,
  multiLevel: false,
  isBetweenCategories: true,
  alignment: "Center",
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
        position: "Automatic",
        showShadow: false,
        textOrientation: 0,
        horizontalAlignment: "Center",
        verticalAlignment: "Top",
      },
      { format: "ChartTitleFormat" },
    ),
    methods: {
      getSubstring: ({ store, path }, args) => hold("ChartFormatString", { store, path: `${path}${args.whole(0)}+${args.whole(1)}/` }),
    },
  },
  ChartFormatString: optionMembers({}, { font: "ChartFont" }),
  ChartLegend: optionMembers({ visible: true, position: "Bottom", overlay: false }, { format: "ChartLegendFormat" }),
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
