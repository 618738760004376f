// WorksheetCollection and Worksheet: the tabs of the book.
import { type Arguments } from "../engine/arguments";
import { type Definition, type Scene } from "../engine/definition";
import { hold, type HostObject } from "../engine/subjects";
import { wholeSheet } from "../model/area";
import { type Book } from "../model/book";
import { colorOf } from "../model/look";
import { itemNotFound } from "../model/errors";
import { type Sheet, type Visibility } from "../model/sheet";
import { copySheet } from "./copy";
import { anchorOf, anchorsOfList, rangeAt, rangeWithin } from "./ranges";
import { sheetSearchMethods } from "./range-search";
import { oneOf, textOf } from "./words";

/** Event codes of the client by wire name. */
const sheetEvents = {
  DataChangedEvent: 10,
  ActivatedEvent: 11,
  DeactivatedEvent: 12,
  SelectionChangedEvent: 14,
  CalculatedEvent: 16,
  FormatChangedEvent: 18,
  RowSortedEvent: 19,
  ColumnSortedEvent: 20,
  RowHiddenChangedEvent: 22,
  EventNameChanged: 25,
  EventVisibilityChanged: 26,
};

function visible(book: Book, isVisibleOnly: boolean): readonly Sheet[] {
  return isVisibleOnly ? book.sheets.filter((sheet) => sheet.visibility === "Visible") : book.sheets;
}

function edge(book: Book, args: Arguments, at: 0 | -1): HostObject {
  const sheet = visible(book, args.isTrue(0)).at(at);
  if (!sheet) throw itemNotFound();
  return hold("Worksheet", sheet);
}

/** The members of the list of sheets. */
export const worksheetCollection: Definition<Book> = {
  lacks: ["getItemAt"],
  items: (book) => book.sheets.map((sheet) => hold("Worksheet", sheet)),
  find: (book, key) => {
    const sheet = book.sheet(String(key));
    return sheet ? hold("Worksheet", sheet) : null;
  },
  methods: {
    add: (book, args) => hold("Worksheet", book.addSheet(args.optionalText(0))),
    getActiveWorksheet: (book) => hold("Worksheet", book.active),
    getCount: (book, args) => visible(book, args.isTrue(0)).length,
    getFirst: (book, args) => edge(book, args, 0),
    getLast: (book, args) => edge(book, args, -1),
  },
  events: { target: () => "Workbook", codes: { ...sheetEvents, AddedEvent: 13, DeletedEvent: 15, EventMoved: 27 } },
};

const visibilities: readonly Visibility[] = ["Visible", "Hidden", "VeryHidden"];

function rangeOf(sheet: Sheet, args: Arguments, scene: Scene): HostObject {
  const address = args.optionalText(0);
  return address === undefined || address === "" ? rangeAt(sheet, wholeSheet) : hold("Range", anchorOf(scene.book, sheet, address));
}

function neighbour(sheet: Sheet, { book }: Scene, step: 1 | -1, args: Arguments): HostObject | null {
  const sheets = visible(book, args.isTrue(0));
  const found = sheets[sheets.indexOf(sheet) + step];
  return found ? hold("Worksheet", found) : null;
}

function there<T>(found: T | null): T {
  if (found === null) throw itemNotFound();
  return found;
}

function byId(_: Sheet, args: Arguments, scene: Scene): HostObject | null {
  const sheet = scene.book.sheet(args.text(0));
  return sheet ? hold("Worksheet", sheet) : null;
}

/** The members of a sheet. */
export const worksheet: Definition<Sheet> = {
  id: (sheet) => sheet.id,
  sentAs: { Gridlines: "showGridlines", Headings: "showHeadings" },
  properties: {
    id: { get: (sheet) => sheet.id },
    name: { get: (sheet) => sheet.name, set: (sheet, value, { book }) => book.renameSheet(sheet, textOf(value)) },
    position: {
      get: (sheet, { book }) => book.sheets.indexOf(sheet),
      set: (sheet, value, { book }) => book.moveSheet(sheet, Number(value)),
    },
    visibility: {
      get: (sheet) => sheet.visibility,
      set: (sheet, value, { book }) => book.setVisibility(sheet, oneOf(visibilities, value)),
    },
    tabColor: {
      get: (sheet) => sheet.tabColor,
      set: (sheet, value) => {
        sheet.tabColor = value === "" ? "" : colorOf(value);
      },
    },
    showGridlines: {
      get: (sheet) => sheet.showGridlines,
      set: (sheet, value) => {
        sheet.showGridlines = value === true;
      },
    },
    showHeadings: {
      get: (sheet) => sheet.showHeadings,
      set: (sheet, value) => {
        sheet.showHeadings = value === true;
      },
    },
    standardHeight: { get: () => 15 },
    standardWidth: {
      get: (sheet) => sheet.standardWidth,
      set: (sheet, value) => {
        sheet.standardWidth = Number(value);
      },
    },
  },
  objects: {
    names: (sheet, { book }) => hold("NamedItemCollection", { book, sheet }),
    protection: (sheet) => hold("WorksheetProtection", sheet),
    freezePanes: (sheet) => hold("WorksheetFreezePanes", sheet),
    pageLayout: (sheet) => hold("PageLayout", sheet),
    horizontalPageBreaks: (sheet) => hold("PageBreakCollection", { sheet, it: "rows" }),
    verticalPageBreaks: (sheet) => hold("PageBreakCollection", { sheet, it: "columns" }),
    autoFilter: (sheet) => hold("AutoFilter", sheet),
    charts: (sheet) => hold("ChartCollection", sheet),
    shapes: (sheet) => hold("ShapeCollection", sheet),
    tables: (sheet, { book }) => hold("TableCollection", { book, sheet }),
    customProperties: (sheet) => hold("WorksheetCustomPropertyCollection", sheet),
  },
  methods: {
    getRange: rangeOf,
    getRanges: (sheet, args, scene) => {
      const address = args.optionalText(0);
      return hold("RangeAreas", address ? anchorsOfList(scene.book, sheet, address) : [{ sheet, area: wholeSheet }]);
    },
    getCell: (sheet, args) => rangeWithin(sheet, args.whole(0), args.whole(1), [1, 1]),
    getRangeByIndexes: (sheet, args) => rangeWithin(sheet, args.whole(0), args.whole(1), [args.whole(2), args.whole(3)]),
    // An empty sheet's used range is A1 (Worksheet.getUsedRange).
    getUsedRange: (sheet, args) => rangeAt(sheet, sheet.cells.used(args.isTrue(0)) ?? { top: 0, left: 0, bottom: 0, right: 0 }),
    getUsedRangeOrNullObject: (sheet, args) => {
      const used = sheet.cells.used(args.isTrue(0));
      return used ? rangeAt(sheet, used) : null;
    },
    getNext: (sheet, args, scene) => there(neighbour(sheet, scene, 1, args)),
    getPrevious: (sheet, args, scene) => there(neighbour(sheet, scene, -1, args)),
    getNextOrNullObject: (sheet, args, scene) => neighbour(sheet, scene, 1, args),
    getPreviousOrNullObject: (sheet, args, scene) => neighbour(sheet, scene, -1, args),
    activate: (sheet, _, { book }) => book.activate(sheet),
    copy: copySheet,
    delete: (sheet, _, { book }) => book.deleteSheet(sheet),
    calculate: (_, __, { book }) => book.calculate(true),
    ...sheetSearchMethods,
    _GetSheetById: byId,
    _GetAnotherWorksheetById: byId,
  },
  events: { target: (sheet) => sheet.id, codes: sheetEvents },
};
