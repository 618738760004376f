// Defined names: the book's own and those of single sheets.
import { type Definition } from "../engine/definition";
import { hold, type HostObject, type NameScope, type Subjects } from "../engine/subjects";
import { formatAddress, parseAddress, quoteSheetName, splitReference } from "../model/area";
import { type Book } from "../model/book";
import { type Anchor, type Name } from "../model/name";
import { invalidArgument, itemAlreadyExists } from "../model/errors";

type Item = Subjects["NamedItem"];

function inScope({ book, sheet }: NameScope): readonly Name[] {
  return book.names.filter((name) => name.sheet === sheet);
}

/** @throws HostError unless it is a word of up to 255 characters that looks like no cell (support.microsoft.com, "Names in formulas"). */
export function assertName(name: string): void {
  const looksLikeCells = parseAddress(name) !== undefined || /^(?:R\d*C\d*|R\d*|C\d*)$/i.test(name);
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) || looksLikeCells) throw invalidArgument("the name");
}

/** What text given to a name stands for: cells when it is an address, else a formula. */
function targetOf(book: Book, text: string): Anchor | string {
  const { sheet, address } = splitReference(text.replace(/^=/, ""));
  const area = parseAddress(address);
  const found = sheet === undefined ? undefined : book.sheet(sheet);
  if (found && area) return { sheet: found, area };
  return text.startsWith("=") ? text : `="${text.replace(/"/g, '""')}"`;
}

function add(scope: NameScope, wanted: string, target: Anchor | string, comment: string): HostObject {
  assertName(wanted);
  if (inScope(scope).some(({ name }) => name.toLowerCase() === wanted.toLowerCase())) throw itemAlreadyExists();
  const name: Name = { name: wanted, target, isVisible: true, comment, ...(scope.sheet ? { sheet: scope.sheet } : {}) };
  scope.book.names.push(name);
  scope.book.invalidate();
  return hold("NamedItem", { book: scope.book, name });
}

/** The formula of a name as Excel shows it, `=Sheet1!$A$1`; cells that are gone are `=Sheet1!#REF!`, those of a sheet that is gone `=#REF!$A$1`. */
export function nameFormula({ target }: Name): string {
  if (typeof target === "string") return target;
  const address = target.area ? formatAddress(target.area).replace(/([A-Z]+|\d+)/g, "$$$1") : "#REF!";
  return target.sheet.isDeleted ? `=#REF!${target.area ? address : ""}` : `=${quoteSheetName(target.sheet.name)}!${address}`;
}

function isGone({ sheet, area }: Anchor): boolean {
  return sheet.isDeleted || area === undefined;
}

/** A constant's value: text in quotes, numbers and truth values; undefined for real formulas. */
function constantOf(formula: string): string | number | boolean | undefined {
  const body = formula.slice(1);
  const text = /^"((?:[^"]|"")*)"$/.exec(body)?.[1];
  if (text !== undefined) return text.replace(/""/g, '"');
  if (/^(TRUE|FALSE)$/i.test(body)) return /^TRUE$/i.test(body);
  return body !== "" && Number.isFinite(Number(body)) ? Number(body) : undefined;
}

function typeOf({ target }: Name): string {
  if (typeof target !== "string") return isGone(target) ? "Error" : "Range";
  const value = constantOf(target);
  if (typeof value === "number") return Number.isInteger(value) ? "Integer" : "Double";
  return typeof value === "boolean" ? "Boolean" : "String";
}

function valueOf(name: Name): unknown {
  if (typeof name.target !== "string") return isGone(name.target) ? "#REF!" : nameFormula(name).slice(1).replace(/\$/g, "");
  return constantOf(name.target) ?? name.target;
}

/** The members of a list of names. */
export const namedItemCollection: Definition<NameScope> = {
  lacks: ["getItemAt"],
  items: (scope) => inScope(scope).map((name) => hold("NamedItem", { book: scope.book, name })),
  find: (scope, key) => {
    const name = inScope(scope).find((one) => one.name.toLowerCase() === String(key).toLowerCase());
    return name ? hold("NamedItem", { book: scope.book, name }) : null;
  },
  methods: {
    add: (scope, args) => {
      const range = args.object(1, "Range");
      const target = range ? { sheet: range.of.sheet, area: range.of.area } : targetOf(scope.book, args.text(1));
      return add(scope, args.text(0), target, args.optionalText(2) ?? "");
    },
    addFormulaLocal: (scope, args) => add(scope, args.text(0), targetOf(scope.book, args.text(1)), args.optionalText(2) ?? ""),
  },
};

/** The members of a name. */
export const namedItem: Definition<Item> = {
  key: ({ name }) => name.name,
  properties: {
    name: { get: ({ name }) => name.name },
    scope: { get: ({ name }) => (name.sheet ? "Worksheet" : "Workbook") },
    type: { get: ({ name }) => typeOf(name) },
    value: { get: ({ name }) => valueOf(name) },
    formula: {
      get: ({ name }) => nameFormula(name),
      set: ({ name, book }, value) => {
        name.target = targetOf(book, String(value));
        book.invalidate();
      },
    },
    visible: {
      get: ({ name }) => name.isVisible,
      set: ({ name }, value) => {
        name.isVisible = value === true;
      },
    },
    comment: {
      get: ({ name }) => name.comment,
      set: ({ name }, value) => {
        name.comment = String(value);
      },
    },
  },
  objects: {
    worksheet: ({ name }) => {
      if (!name.sheet) throw invalidArgument("the name belongs to the workbook");
      return hold("Worksheet", name.sheet);
    },
    worksheetOrNullObject: ({ name }) => (name.sheet ? hold("Worksheet", name.sheet) : null),
  },
  methods: {
    getRange: ({ name }) => {
      const range = rangeOf(name);
      if (!range) throw invalidArgument("the name stands for no range");
      return range;
    },
    getRangeOrNullObject: ({ name }) => rangeOf(name),
    delete: ({ name, book }) => {
      book.names = book.names.filter((one) => one !== name);
      book.invalidate();
    },
  },
};

function rangeOf({ target }: Name): HostObject | null {
  return typeof target !== "string" && !isGone(target) ? hold("Range", { sheet: target.sheet, area: target.area }) : null;
}
