// Workbook, Application, settings and the services that the client calls by name.
import { type Definition, type Definitions } from "../engine/definition";
import { hold, type HostObject, type Subjects } from "../engine/subjects";
import { type Book } from "../model/book";
import { itemNotFound } from "../model/errors";
import { rangeAt } from "./ranges";
import { oneOf } from "./words";

const workbook: Definition<Book> = {
  eventsBelow: ["onSelectionChanged"],
  properties: {
    name: { get: (book) => book.name },
    readOnly: { get: (book) => book.isReadOnly },
  },
  objects: {
    worksheets: (book) => hold("WorksheetCollection", book),
    names: (book) => hold("NamedItemCollection", { book }),
    tables: (book) => hold("TableCollection", { book }),
    application: (book) => hold("Application", book),
    settings: (book) => hold("SettingCollection", book),
    properties: (book) => hold("DocumentProperties", book),
    customXmlParts: (book) => hold("CustomXmlPartCollection", { book }),
    functions: (book) => hold("Functions", book),
    styles: (book) => hold("StyleCollection", book),
    bindings: (book) => hold("BindingCollection", book),
    protection: (book) => hold("WorkbookProtection", book),
    // What the client calls `context.runtime`.
    _Runtime: (book) => hold("Runtime", book),
  },
  methods: {
    getSelectedRange: ({ selection }) => rangeAt(selection.sheet, selection.area),
    getSelectedRanges: ({ selection }) => hold("RangeAreas", [selection]),
    getActiveCell: ({ selection: { sheet, area } }) => rangeAt(sheet, { ...area, bottom: area.top, right: area.left }),
    // Excel.createWorkbook: a new, unnamed window; the add-in stays with this book.
    createAndOpenWorkbook: (book, args) => void book.openedWorkbooks.push(args.optionalText(0) ?? ""),
    _GetRangeForEventByReferenceId: (_, args, { kept }) => {
      const range = kept.get(args.text(0));
      if (!range) throw itemNotFound();
      return range;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_, args, { kept }) => kept.get(args.text(0)) ?? null,
  },
};

const calculationModes = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

const application: Definition<Book> = {
  properties: {
    calculationMode: {
      get: (book) => book.calculationMode,
      set: (book, value) => {
        book.calculationMode = oneOf(calculationModes, value);
        book.invalidate();
      },
    },
  },
  methods: {
    calculate: (book) => book.calculate(true),
    // There is no screen, and calculation takes no time: what these put off is done at once.
    suspendApiCalculationUntilNextSync: () => undefined,
    suspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

const runtime: Definition<Book> = {
  properties: {
    // For the page that asks, and for no other (Runtime.enableEvents).
    enableEvents: {
      get: (_, { events }) => events.isEnabled,
      set: (_, value, { events }) => {
        events.isEnabled = value === true;
      },
    },
  },
};

function setting(book: Book, key: string): HostObject {
  return hold("Setting", { book, key });
}

const settingCollection: Definition<Book> = {
  eventsBelow: ["onSettingsChanged"],
  lacks: ["getItemAt"],
  items: (book) => [...book.settings.keys()].map((key) => setting(book, key)),
  // Keys of settings differ by case, unlike names of sheets.
  find: (book, key) => (book.settings.has(String(key)) ? setting(book, String(key)) : null),
  methods: {
    add: (book, args) => {
      book.settings.set(args.text(0), args.raw(1) ?? null);
      return setting(book, args.text(0));
    },
  },
};

const settingItem: Definition<Subjects["Setting"]> = {
  key: ({ key }) => key,
  properties: {
    key: { get: ({ key }) => key },
    value: { get: ({ book, key }) => book.settings.get(key) ?? null, set: ({ book, key }, value) => void book.settings.set(key, value) },
  },
  methods: { delete: ({ book, key }) => void book.settings.delete(key) },
};

/** Services are told things that nobody here needs to act on. */
const service: Definition<string> = {
  methods: { notifyActionHandlerReady: () => undefined },
};

/** The workbook and what belongs to it as a whole. */
export const workbookMembers: Definitions = {
  Workbook: workbook,
  Application: application,
  Runtime: runtime,
  SettingCollection: settingCollection,
  Setting: settingItem,
  Service: service,
};
