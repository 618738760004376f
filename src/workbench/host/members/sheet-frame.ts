// What frames a sheet: frozen panes, filter buttons, its own custom properties.
import { type Arguments } from "../engine/arguments";
import { type Definitions, type Scene } from "../engine/definition";
import { hold } from "../engine/subjects";
import { type Area } from "../../../sheets/grid";
import { apiNotFound, invalidArgument, invalidOperation } from "../model/errors";
import { hideRows } from "../model/hide-rows";
import { type Sheet } from "../model/sheet";
import { anchorOf, assertPermitted, cellsOf, rangeAt } from "./ranges";

function areaGiven(sheet: Sheet, args: Arguments, { book }: Scene): Area {
  const range = args.object(0, "Range");
  const anchor = range ? range.of : anchorOf(book, sheet, args.text(0));
  if (anchor.sheet !== sheet) throw invalidArgument("the range is on another sheet");
  return cellsOf(anchor);
}

// Panes cannot be frozen on a protected sheet in every Excel; they can on the web.
function freeze(sheet: Sheet, rows: number, columns: number): void {
  if (rows < 0 || columns < 0 || rows + columns === 0) throw invalidArgument("the count");
  sheet.freeze = { rows, columns };
}

function property(sheet: Sheet, key: string) {
  return hold("WorksheetCustomProperty", { sheet, it: key });
}

/** Frozen panes, filters and custom properties. */
export const sheetFrameMembers: Definitions = {
  WorksheetFreezePanes: {
    methods: {
      freezeAt: (sheet, args, scene) => {
        const area = areaGiven(sheet, args, scene);
        freeze(sheet, area.bottom + 1, area.right + 1);
      },
      freezeRows: (sheet, args) => freeze(sheet, args.wholeOr(0, 1), 0),
      freezeColumns: (sheet, args) => freeze(sheet, 0, args.wholeOr(0, 1)),
      unfreeze: (sheet) => {
        sheet.freeze = undefined;
      },
      getLocationOrNullObject: (sheet) => {
        if (!sheet.freeze) return null;
        const { rows, columns } = sheet.freeze;
        if (columns === 0) return rangeAt(sheet, { top: 0, left: 0, bottom: rows - 1, right: 16_383 });
        if (rows === 0) return rangeAt(sheet, { top: 0, left: 0, bottom: 1_048_575, right: columns - 1 });
        return rangeAt(sheet, { top: 0, left: 0, bottom: rows - 1, right: columns - 1 });
      },
    },
  },
  AutoFilter: {
    properties: {
      enabled: { get: (sheet) => sheet.filter !== undefined },
      isDataFiltered: { get: (sheet) => (sheet.filter?.criteria.size ?? 0) > 0 },
    },
    methods: {
      apply: (sheet, args, scene) => {
        if (args.raw(1) !== undefined || args.raw(2) !== undefined) throw apiNotFound("AutoFilter.apply with criteria");
        assertPermitted(sheet, "allowAutoFilter");
        // A sheet has one filter besides those of its tables (AutoFilter).
        sheet.filter = { area: areaGiven(sheet, args, scene), criteria: new Map() };
      },
      clearCriteria: (sheet, _, { book }) => {
        assertPermitted(sheet, "allowAutoFilter");
        if (!sheet.filter) throw invalidOperation("there is no filter");
        sheet.filter.criteria.clear();
        hideRows(book, sheet, [sheet.filter.area.top, sheet.filter.area.bottom], false);
      },
      remove: (sheet) => {
        assertPermitted(sheet, "allowAutoFilter");
        sheet.filter = undefined;
      },
      getRangeOrNullObject: (sheet) => (sheet.filter ? rangeAt(sheet, sheet.filter.area) : null),
    },
  },
  WorksheetCustomPropertyCollection: {
    lacks: ["getItemAt"],
    items: (sheet) => [...sheet.customProperties.keys()].map((key) => property(sheet, key)),
    find: (sheet, key) => (sheet.customProperties.has(String(key)) ? property(sheet, String(key)) : null),
    methods: {
      add: (sheet, args) => {
        sheet.customProperties.set(args.text(0), args.text(1));
        return property(sheet, args.text(0));
      },
    },
  },
  WorksheetCustomProperty: {
    key: ({ it }) => it,
    properties: {
      key: { get: ({ it }) => it },
      value: {
        get: ({ sheet, it }) => sheet.customProperties.get(it) ?? "",
        set: ({ sheet, it }, value) => void sheet.customProperties.set(it, String(value)),
      },
    },
    methods: { delete: ({ sheet, it }) => void sheet.customProperties.delete(it) },
  },
};
