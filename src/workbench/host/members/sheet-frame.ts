// What frames a sheet: frozen panes and its own custom properties.
import { type Arguments } from "../engine/arguments";
import { type Definitions, type Scene } from "../engine/definition";
import { hold } from "../engine/subjects";
import { type Area } from "../../../sheets/grid";
import { invalidArgument } from "../model/errors";
import { type Sheet } from "../model/sheet";
import { anchorOf, cellsOf, rangeAt } from "./ranges";

function areaGiven(sheet: Sheet, args: Arguments, { book }: Scene): Area {
  const range = args.object(0, "Range");
  const anchor = range ? range.of : anchorOf(book, sheet, args.text(0));
  if (anchor.sheet !== sheet) throw invalidArgument("the range is on another sheet");
  return cellsOf(anchor);
}

// Panes cannot be frozen on a protected sheet in every Excel; they can on the web.
function freeze(sheet: Sheet, [rows, columns]: readonly [number, number], { book }: Scene): void {
  if (rows < 0 || columns < 0 || rows + columns === 0) throw invalidArgument("the count");
  sheet.freeze = { rows, columns };
  // A sheet that is not in front comes there for a moment, which listeners hear (office-js issue 3148).
  const { active } = book;
  if (sheet === active || sheet.visibility !== "Visible") return;
  for (const [from, to] of [
    [active, sheet],
    [sheet, active],
  ] as const) {
    book.note({ kind: "deactivated", sheet: from });
    book.note({ kind: "activated", sheet: to });
  }
}

function property(sheet: Sheet, key: string) {
  return hold("WorksheetCustomProperty", { sheet, it: key });
}

/** Frozen panes and custom properties. */
export const sheetFrameMembers: Definitions = {
  WorksheetFreezePanes: {
    methods: {
      freezeAt: (sheet, args, scene) => {
        const area = areaGiven(sheet, args, scene);
        freeze(sheet, [area.bottom + 1, area.right + 1], scene);
      },
      freezeRows: (sheet, args, scene) => freeze(sheet, [args.wholeOr(0, 1), 0], scene),
      freezeColumns: (sheet, args, scene) => freeze(sheet, [0, args.wholeOr(0, 1)], scene),
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
