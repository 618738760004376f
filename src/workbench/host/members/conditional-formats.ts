// Conditional formats by formula and data bars, on ranges and on areas that belong together.
import { type Area } from "../../../sheets/grid";
import { type Definition, type Definitions } from "../engine/definition";
import { hold, type HostObject, type Subjects } from "../engine/subjects";
import { overlaps } from "../model/area";
import { type ConditionalFormat } from "../model/attachments";
import { type Anchor } from "../model/name";
import { apiNotFound, invalidOperation, itemNotFound } from "../model/errors";
import { type Sheet } from "../model/sheet";
import { subtractAll } from "../model/subtract";
import { optionMembers } from "./options";
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
      if (type !== "Custom" && type !== "DataBar") throw apiNotFound(`ConditionalFormatCollection.add(${type})`);
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

function part(kind: "CustomConditionalFormat" | "DataBarConditionalFormat", type: string) {
  return {
    strict: ({ it }: Item) => {
      if (it.type !== type) throw invalidOperation(`the conditional format is no ${type}`);
      return hold(kind, { store: it.options, path: `${kind === "CustomConditionalFormat" ? "custom" : "dataBar"}/` });
    },
    orNull: ({ it }: Item) =>
      it.type === type ? hold(kind, { store: it.options, path: kind === "CustomConditionalFormat" ? "custom/" : "dataBar/" }) : null,
  };
}

const custom = part("CustomConditionalFormat", "Custom");
const dataBar = part("DataBarConditionalFormat", "DataBar");

const conditionalFormat: Definition<Item> = {
  id: ({ it }) => it.id,
  properties: {
    id: { get: ({ it }) => it.id },
    type: { get: ({ it }) => it.type },
    priority: { get: ({ it, sheet }) => sheet.conditionalFormats.indexOf(it) },
    stopIfTrue: {
      get: ({ it }) => it.stopIfTrue,
      set: ({ it }, value) => {
        it.stopIfTrue = value === true;
      },
    },
  },
  objects: { custom: custom.strict, customOrNullObject: custom.orNull, dataBar: dataBar.strict, dataBarOrNullObject: dataBar.orNull },
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

/** Conditional formats and their parts. */
export const conditionalFormatMembers: Definitions = {
  ConditionalFormatCollection: collection,
  ConditionalFormat: conditionalFormat,
  CustomConditionalFormat: optionMembers({}, { rule: "ConditionalFormatRule", format: "ConditionalRangeFormat" }),
  ConditionalFormatRule: optionMembers({ formula: "", formulaLocal: "" }),
  ConditionalRangeFormat: optionMembers({ numberFormat: null }, { fill: "ConditionalRangeFill", font: "ConditionalRangeFont" }),
  ConditionalRangeFill: optionMembers({ color: null }),
  ConditionalRangeFont: optionMembers({ color: null, bold: null, italic: null, strikethrough: null, underline: null }),
  DataBarConditionalFormat: optionMembers(
    {
      showDataBarOnly: false,
      barDirection: "Context",
      axisFormat: "Automatic",
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
