// What a book carries besides its sheets: document properties, XML parts of programs, and bindings to cells.
import { type Definition, type Definitions, type Property } from "../engine/definition";
import { hold, type Subjects } from "../engine/subjects";
import { type Book } from "../model/book";
import { apiNotFound, invalidArgument, itemAlreadyExists, itemNotFound } from "../model/errors";
import { displayText } from "../model/display";
import { anchorOf, cellsOf } from "./ranges";
import { oneOf } from "./words";

function builtIn(name: string): Property<Book> {
  return {
    get: (book) => book.properties.get(name) ?? "",
    set: (book, value) => void book.properties.set(name, value),
  };
}

const words = ["author", "category", "comments", "company", "keywords", "manager", "subject", "title"];

const documentProperties: Definition<Book> = {
  properties: {
    ...Object.fromEntries(words.map((name) => [name, builtIn(name)])),
    revisionNumber: { ...builtIn("revisionNumber"), get: (book) => book.properties.get("revisionNumber") ?? 0 },
    lastAuthor: { get: (book) => book.properties.get("lastAuthor") ?? "" },
    creationDate: { get: (book) => book.properties.get("creationDate") ?? book.opened.toISOString() },
  },
  objects: { custom: (book) => hold("CustomPropertyCollection", book) },
};

const kinds: Readonly<Record<string, string>> = { number: "Number", boolean: "Boolean", string: "String" };

function custom(book: Book, key: string) {
  return hold("CustomProperty", { book, key });
}

// Keys differ in more than case (DocumentProperties.custom).
function keyOf(book: Book, key: string | number): string | undefined {
  return [...book.customProperties.keys()].find((one) => one.toLowerCase() === String(key).toLowerCase());
}

/** The namespace of an XML document's root, or "" when it has none; only the root is looked at. */
function namespaceOf(xml: string): string {
  const root = /^\s*(?:<\?[^]*?\?>\s*|<!--[^]*?-->\s*)*<(?:([\w.-]+):)?[\w.-]+((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/u.exec(
    xml,
  );
  if (!root) throw invalidArgument("this is no XML");
  const [, prefix, attributes = ""] = root;
  const name = prefix === undefined ? "xmlns" : `xmlns:${prefix}`;
  const found = new RegExp(`\\s${name.replace(/\./g, "\\.")}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "u").exec(attributes);
  return found?.[1] ?? found?.[2] ?? "";
}

function xmlPart(book: Book, id: string) {
  return hold("CustomXmlPart", { book, id });
}

const xmlParts: Definition<Subjects["CustomXmlPartCollection"]> = {
  lacks: ["getItemAt"],
  items: ({ book, namespace }) =>
    [...book.xmlParts].filter(([, xml]) => namespace === undefined || namespaceOf(xml) === namespace).map(([id]) => xmlPart(book, id)),
  find: ({ book }, key) => (book.xmlParts.has(String(key)) ? xmlPart(book, String(key)) : null),
  methods: {
    add: ({ book }, args) => {
      const xml = args.text(0);
      namespaceOf(xml);
      const id = `{00000000-0003-0000-0000-${String(book.nextNumber()).padStart(12, "0")}}`;
      book.xmlParts.set(id, xml);
      return xmlPart(book, id);
    },
    getByNamespace: ({ book }, args) => hold("CustomXmlPartScopedCollection", { book, namespace: args.text(0) }),
  },
};

function binding(book: Book, id: string) {
  return hold("Binding", { book, id });
}

function bound({ book, id }: Subjects["Binding"]) {
  const found = book.bindings.get(id);
  if (!found) throw itemNotFound();
  return found;
}

const bindings: Definition<Book> = {
  items: (book) => [...book.bindings.keys()].map((id) => binding(book, id)),
  find: (book, key) => (book.bindings.has(String(key)) ? binding(book, String(key)) : null),
  properties: { count: { get: (book) => book.bindings.size } },
  methods: {
    add: (book, args) => {
      const range = args.object(0, "Range");
      const anchor = range ? range.of : anchorOf(book, book.active, args.text(0));
      const id = args.text(2);
      if (book.bindings.has(id)) throw itemAlreadyExists();
      const type = oneOf(["Range", "Table", "Text"] as const, args.raw(1));
      const target = { sheet: anchor.sheet, area: cellsOf(anchor) };
      // It follows its cells when they move.
      book.anchors.add(target);
      book.bindings.set(id, { type, target });
      return binding(book, id);
    },
  },
};

/** What a book carries besides its sheets. */
export const documentMembers: Definitions = {
  DocumentProperties: documentProperties,
  CustomPropertyCollection: {
    lacks: ["getItemAt"],
    items: (book) => [...book.customProperties.keys()].map((key) => custom(book, key)),
    find: (book, key) => {
      const known = keyOf(book, key);
      return known === undefined ? null : custom(book, known);
    },
    methods: {
      add: (book, args) => {
        const key = keyOf(book, args.text(0)) ?? args.text(0);
        book.customProperties.set(key, args.raw(1));
        return custom(book, key);
      },
      deleteAll: (book) => book.customProperties.clear(),
    },
  },
  CustomProperty: {
    key: ({ key }) => key,
    properties: {
      key: { get: ({ key }) => key },
      type: { get: ({ book, key }) => kinds[typeof book.customProperties.get(key)] ?? "String" },
      value: {
        get: ({ book, key }) => book.customProperties.get(key) ?? null,
        set: ({ book, key }, value) => void book.customProperties.set(key, value),
      },
    },
    methods: { delete: ({ book, key }) => void book.customProperties.delete(key) },
  },
  CustomXmlPartCollection: xmlParts,
  CustomXmlPartScopedCollection: {
    lacks: ["getItemAt"],
    items: (parts, scene) => xmlParts.items?.(parts, scene) ?? [],
    find: (parts, key, scene) => xmlParts.items?.(parts, scene).find(({ of }) => (of as Subjects["CustomXmlPart"]).id === key) ?? null,
    methods: {
      getOnlyItem: (parts, _, scene) => {
        const [first, second] = xmlParts.items?.(parts, scene) ?? [];
        if (!first || second) throw itemNotFound();
        return first;
      },
    },
  },
  CustomXmlPart: {
    id: ({ id }) => id,
    properties: { id: { get: ({ id }) => id }, namespaceUri: { get: ({ book, id }) => namespaceOf(book.xmlParts.get(id) ?? "") } },
    methods: {
      getXml: ({ book, id }) => book.xmlParts.get(id) ?? null,
      setXml: ({ book, id }, args) => {
        namespaceOf(args.text(0));
        book.xmlParts.set(id, args.text(0));
      },
      delete: ({ book, id }) => void book.xmlParts.delete(id),
    },
  },
  BindingCollection: bindings,
  Binding: {
    eventsBelow: ["onDataChanged", "onSelectionChanged"],
    id: ({ id }) => id,
    properties: { id: { get: ({ id }) => id }, type: { get: (one) => bound(one).type } },
    methods: {
      getRange: (one) => hold("Range", bound(one).target),
      getTable: (one) => {
        const { type, target } = bound(one);
        const it = target.sheet.tables.find(({ area }) => area.top === target.area?.top && area.left === target.area.left);
        if (type !== "Table" || !it) throw itemNotFound();
        return hold("Table", { sheet: target.sheet, it });
      },
      getText: (one, _, { book }) => {
        const { type, target } = bound(one);
        if (type !== "Text") throw apiNotFound(`Binding.getText of a ${type}`);
        book.calculate();
        const { top, left } = cellsOf(target);
        const cell = target.sheet.cells.at(top, left);
        return cell ? displayText(cell.content, cell.style.numberFormat) : "";
      },
      delete: (one) => {
        one.book.anchors.delete(bound(one).target);
        one.book.bindings.delete(one.id);
      },
    },
  },
};
