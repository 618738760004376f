// Styles by name: the book's list of them, and what each looks like.
import { type Definition, type Definitions, type Property } from "../engine/definition";
import { hold, type Subjects } from "../engine/subjects";
import { type Book } from "../model/book";
import { apiNotFound, invalidOperation, itemAlreadyExists } from "../model/errors";
import { setting } from "../model/style";
import { type NamedStyle, newStyle } from "../model/named-styles";
import { lookMembers, restyleCells } from "./formats";
import { choice, optionProperties } from "./options";
import { textOf } from "./words";

type Item = Subjects["Style"];

const anchorsOf = ({ style: { sheet } }: Item) => [{ sheet, area: { top: 0, left: 0, bottom: 0, right: 0 } }];

function ofCell(properties: Readonly<Record<string, Property<ReturnType<typeof anchorsOf>>>>): Record<string, Property<Item>> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, { get, set }]): [string, Property<Item>] => [
      name,
      {
        get: (item, scene) => get(anchorsOf(item), scene),
        ...(set ? { set: (item, value, scene) => set(anchorsOf(item), value, scene) } : {}),
      },
    ]),
  );
}

const numberFormat: Property<Item> = {
  get: ({ style }) => style.sheet.cells.styleAt(0, 0).numberFormat,
  set: (item, value) => {
    for (const anchor of anchorsOf(item)) restyleCells(anchor, setting("numberFormat", textOf(value)));
  },
};

const settings = {
  includeAlignment: true,
  includeBorder: true,
  includeFont: true,
  includeNumber: true,
  includePatterns: true,
  includeProtection: true,
  autoIndent: false,
  readingOrder: choice("Context", "Context LeftToRight RightToLeft"),
};

/** The style of this name, if there is one. */
export function styleNamed({ styles }: Book, name: string | number): NamedStyle | undefined {
  return styles.find((style) => style.name.toLowerCase() === String(name).toLowerCase());
}

/** What `Range.style` makes of a name: a style of Excel's own that is not kept here fails by its name. */
export function styleGiven(book: Book, value: unknown): NamedStyle {
  const found = styleNamed(book, textOf(value));
  if (!found) throw apiNotFound(`style ${textOf(value)}`);
  return found;
}

const collection: Definition<Book> = {
  items: (book) => book.styles.map((style) => hold("Style", { book, style })),
  find: (book, key) => {
    const style = styleNamed(book, key);
    return style ? hold("Style", { book, style }) : null;
  },
  methods: {
    add: (book, args) => {
      if (styleNamed(book, args.text(0))) throw itemAlreadyExists();
      book.styles.push(newStyle(args.text(0)));
    },
  },
};

/** Styles by name. */
export const styleMembers: Definitions = {
  StyleCollection: collection,
  Style: {
    key: ({ style }) => style.name,
    sentAs: { Orientation: "textOrientation" },
    properties: {
      name: { get: ({ style }) => style.name },
      builtIn: { get: ({ style }) => style.isBuiltIn },
      numberFormat,
      numberFormatLocal: numberFormat,
      ...ofCell(lookMembers("")),
      ...ofCell(lookMembers("protection/")),
      ...optionProperties<Item>(settings, ({ style }) => ({ store: style.options, path: "" })),
    },
    objects: {
      font: (item) => hold("RangeFont", anchorsOf(item)),
      fill: (item) => hold("RangeFill", anchorsOf(item)),
      borders: (item) => hold("RangeBorderCollection", anchorsOf(item)),
    },
    methods: {
      delete: ({ book, style }) => {
        if (style.isBuiltIn) throw invalidOperation("a style of Excel's own is deleted");
        book.styles = book.styles.filter((one) => one !== style);
      },
    },
  },
};
