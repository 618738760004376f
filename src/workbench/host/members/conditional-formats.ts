// Conditional formats of every kind, on ranges and on areas that belong together.
import { type Area } from "../../../sheets/grid";
import { type Definition, type Definitions } from "../engine/definition";
import { hold, type HostObject, type Options, type Subjects } from "../engine/subjects";
import { overlaps } from "../model/area";
import { type ConditionalFormat, type Plain } from "../model/attachments";
import { type Anchor } from "../model/name";
import { apiNotFound, invalidArgument, invalidOperation, itemNotFound } from "../model/errors";
import { type Sheet } from "../model/sheet";
import { subtractAll } from "../model/subtract";
import { choice, optionMembers } from "./options";
import { assertPermitted, cellsOf } from "./ranges";

type Anchors = readonly Anchor[];
type Item = Subjects["ConditionalFormat"];

function sheetOf(anchors: Anchors): Sheet {
  const [first] = anchors;
  if (!first) throw itemNotFound();
  return first.sheet;
}

function on(anchors: Anchors): readonly ConditionalFormat[] {
  const areas = anchors.map(cellsOf);
  return sheetOf(anchors).conditionalFormats.filter((format) => format.areas.some((one) => areas.some((area) => overlaps(one, area))));
}

function item(anchors: Anchors, it: ConditionalFormat): HostObject {
  return hold("ConditionalFormat", { sheet: sheetOf(anchors), it });
}

const collection: Definition<Anchors> = {
  items: (anchors) => on(anchors).map((format) => item(anchors, format)),
  find: (anchors, key) => {
    const format = on(anchors).find(({ id }) => id === key);
    return format ? item(anchors, format) : null;
  },
  methods: {
    add: (anchors, args, { book }) => {
      const sheet = sheetOf(anchors);
      assertPermitted(sheet, "allowFormatCells");
      const type = args.text(0);
      if (!Object.hasOwn(parts, type)) throw apiNotFound(`ConditionalFormatCollection.add(${type})`);
      const id = `{CF${String(book.nextNumber()).padStart(6, "0")}}`;
      const format: ConditionalFormat = { id, areas: anchors.map(cellsOf), type, stopIfTrue: false, options: new Map() };
      // A new one gets the highest priority (ConditionalFormatCollection.add).
      sheet.conditionalFormats = [format, ...sheet.conditionalFormats];
      return item(anchors, format);
    },
    // Formats that reach beyond the range go on there.
    clearAll: (anchors) => {
      const sheet = sheetOf(anchors);
      assertPermitted(sheet, "allowFormatCells");
      const cut: readonly Area[] = anchors.map(cellsOf);
      for (const format of on(anchors)) format.areas = subtractAll(format.areas, cut);
      sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.areas.length > 0);
    },
  },
};

/** The kinds by the words of `Excel.ConditionalFormatType`, each with its property and what stands behind it. */
const parts = {
  Custom: ["custom", "CustomConditionalFormat"],
  DataBar: ["dataBar", "DataBarConditionalFormat"],
  CellValue: ["cellValue", "CellValueConditionalFormat"],
  ColorScale: ["colorScale", "ColorScaleConditionalFormat"],
  IconSet: ["iconSet", "IconSetConditionalFormat"],
  TopBottom: ["topBottom", "TopBottomConditionalFormat"],
  PresetCriteria: ["preset", "PresetCriteriaConditionalFormat"],
  ContainsText: ["textComparison", "TextConditionalFormat"],
} as const;

// Asked for a kind that it is not, the plain property fails and the other one is null (ConditionalFormat).
function partsOf(): Record<string, (item: Item) => HostObject | null> {
  const found: Record<string, (item: Item) => HostObject | null> = {};
  for (const [type, [name, kind]] of Object.entries(parts)) {
    const part = ({ it }: Item): HostObject | null => (it.type === type ? hold(kind, { store: it.options, path: `${name}/` }) : null);
    found[`${name}OrNullObject`] = part;
    found[name] = (item) => {
      const one = part(item);
      if (!one) throw invalidOperation(`the conditional format is no ${type}`);
      return one;
    };
  }
  return found;
}

const conditionalFormat: Definition<Item> = {
  id: ({ it }) => it.id,
  properties: {
    id: { get: ({ it }) => it.id },
    type: { get: ({ it }) => it.type },
    priority: {
      get: ({ it, sheet }) => sheet.conditionalFormats.indexOf(it),
      // The others make room (ConditionalFormat.priority).
      set: ({ it, sheet }, value) => {
        if (!Number.isInteger(value) || Number(value) < 0) throw invalidArgument("the priority");
        const others = sheet.conditionalFormats.filter((one) => one !== it);
        sheet.conditionalFormats = [...others.slice(0, Number(value)), it, ...others.slice(Number(value))];
      },
    },
    stopIfTrue: {
      get: ({ it }) => it.stopIfTrue,
      set: ({ it }, value) => {
        it.stopIfTrue = value === true;
      },
    },
  },
  objects: partsOf(),
  methods: {
    delete: ({ sheet, it }) => {
      assertPermitted(sheet, "allowFormatCells");
      sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format !== it);
    },
    getRange: ({ sheet, it }) => {
      const [area, second] = it.areas;
      if (!area || second) throw itemNotFound();
      return hold("Range", { sheet, area });
    },
    getRanges: ({ sheet, it }) =>
      hold(
        "RangeAreas",
        it.areas.map((area) => ({ sheet, area })),
      ),
  },
};

// A rule in one value, and the look of cells that it holds for.
function ruled(rule: Plain): Definition<Options> {
  return optionMembers({ rule }, { format: "ConditionalRangeFormat" });
}

const edges = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"];

function edge({ store, path }: Options, name: string) {
  return hold("ConditionalRangeBorder", { store, path: `${path}${name}/` });
}

const borders: Definition<Options> = {
  lacks: ["getCount", "getItemOrNullObject"],
  items: (all) => edges.map((name) => edge(all, name)),
  find: (all, key) => (edges.includes(String(key)) ? edge(all, String(key)) : null),
  properties: { count: { get: () => edges.length } },
  objects: {
    top: (all) => edge(all, "EdgeTop"),
    bottom: (all) => edge(all, "EdgeBottom"),
    left: (all) => edge(all, "EdgeLeft"),
    right: (all) => edge(all, "EdgeRight"),
  },
};

/** `Excel.IconSet`. */
const iconSets =
  "Invalid ThreeArrows ThreeArrowsGray ThreeFlags ThreeTrafficLights1 ThreeTrafficLights2 ThreeSigns ThreeSymbols ThreeSymbols2 FourArrows".concat(
    " FourArrowsGray FourRedToBlack FourRating FourTrafficLights FiveArrows FiveArrowsGray FiveRating FiveQuarters ThreeStars ThreeTriangles FiveBoxes",
  );

/** Conditional formats and their parts. */
export const conditionalFormatMembers: Definitions = {
  ConditionalFormatCollection: collection,
  ConditionalFormat: conditionalFormat,
  CustomConditionalFormat: optionMembers({}, { rule: "ConditionalFormatRule", format: "ConditionalRangeFormat" }),
  ConditionalFormatRule: optionMembers({ formula: "", formulaLocal: "" }),
  ConditionalRangeFormat: optionMembers(
    { numberFormat: null },
    {
      fill: "ConditionalRangeFill",
      font: "ConditionalRangeFont",
      borders: "ConditionalRangeBorderCollection",
    },
  ),
  ConditionalRangeBorderCollection: borders,
  ConditionalRangeBorder: {
    ...optionMembers({ color: "#000000", style: choice("None", "None Continuous Dash DashDot DashDotDot Dot") }),
    key: ({ path }) => path.split("/").at(-2) ?? "",
  },
  CellValueConditionalFormat: ruled({}),
  TopBottomConditionalFormat: ruled({}),
  PresetCriteriaConditionalFormat: ruled({}),
  TextConditionalFormat: ruled({}),
  ColorScaleConditionalFormat: {
    properties: {
      ...optionMembers({ criteria: {} }).properties,
      threeColorScale: { get: ({ store, path }) => (store.get(`${path}criteria`) as Plain | undefined)?.["midpoint"] !== undefined },
    },
  },
  IconSetConditionalFormat: optionMembers({
    criteria: [],
    reverseIconOrder: false,
    showIconOnly: false,
    style: choice("ThreeTriangles", iconSets),
  }),
  ConditionalRangeFill: optionMembers({ color: null }),
  ConditionalRangeFont: optionMembers({
    color: null,
    bold: null,
    italic: null,
    strikethrough: null,
    underline: choice("None", "None Single Double"),
  }),
  DataBarConditionalFormat: optionMembers(
    {
      showDataBarOnly: false,
      barDirection: choice("Context", "Context LeftToRight RightToLeft"),
      axisFormat: choice("Automatic", "Automatic None CellMidPoint"),
      axisColor: "",
      lowerBoundRule: { type: "Automatic" },
      upperBoundRule: { type: "Automatic" },
    },
    { positiveFormat: "ConditionalDataBarPositiveFormat", negativeFormat: "ConditionalDataBarNegativeFormat" },
  ),
  ConditionalDataBarPositiveFormat: optionMembers({ fillColor: "#638EC6", gradientFill: true, borderColor: "" }),
  ConditionalDataBarNegativeFormat: optionMembers({
    fillColor: "#FF0000",
    matchPositiveFillColor: false,
    borderColor: "",
    matchPositiveBorderColor: true,
  }),
};
