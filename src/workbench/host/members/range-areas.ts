// RangeAreas: several blocks of one sheet at once, and lists of ranges.
import { type Definition, type Definitions } from "../engine/definition";
import { hold } from "../engine/subjects";
import { cellCount, formatAddress, isWholeColumns, isWholeRows, quoteSheetName } from "../model/area";
import { type Anchor } from "../model/name";
import { itemNotFound } from "../model/errors";
import { clearCells } from "./range-values";
import { cellsOf } from "./ranges";

type Anchors = readonly Anchor[];

function address(anchors: Anchors): string {
  return anchors.map((anchor) => `${quoteSheetName(anchor.sheet.name)}!${formatAddress(cellsOf(anchor))}`).join(",");
}

const rangeAreas: Definition<Anchors> = {
  isKept: true,
  properties: {
    address: { get: address },
    addressLocal: { get: address },
    isEntireRow: { get: (anchors) => anchors.every((anchor) => isWholeRows(cellsOf(anchor))) },
    isEntireColumn: { get: (anchors) => anchors.every((anchor) => isWholeColumns(cellsOf(anchor))) },
    areaCount: { get: (anchors) => anchors.length },
    cellCount: { get: (anchors) => anchors.reduce((total, anchor) => total + cellCount(cellsOf(anchor)), 0) },
  },
  objects: {
    areas: (anchors) => hold("RangeCollection", anchors),
    format: (anchors) => hold("RangeFormat", anchors),
    dataValidation: (anchors) => hold("DataValidation", anchors),
    conditionalFormats: (anchors) => hold("ConditionalFormatCollection", anchors),
    worksheet: ([first]) => {
      if (!first) throw itemNotFound();
      return hold("Worksheet", first.sheet);
    },
  },
  methods: {
    clear: (anchors, args, scene) => {
      for (const anchor of anchors) clearCells(anchor, args.optionalText(0) ?? "All", scene);
    },
  },
};

/** Several ranges. */
export const rangeAreasMembers: Definitions = {
  RangeAreas: rangeAreas,
  RangeCollection: { items: (anchors) => anchors.map((anchor) => hold("Range", anchor)) },
};
