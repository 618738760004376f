// Tables: named blocks with a heading row.
import { type Definition, type Definitions } from "../engine/definition";
import { hold, type HostObject, type Subjects } from "../engine/subjects";
import { overlaps, rowCount } from "../model/area";
import { type Table } from "../model/attachments";
import { HostError, invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from "../model/errors";
import { type Sheet } from "../model/sheet";
import { anchorOf, assertPermitted, cellsOf, rangeAt } from "./ranges";
import { textOf } from "./words";

type Collection = Subjects["TableCollection"];
type Item = Subjects["Table"];

function all({ book, sheet }: Collection): readonly Item[] {
  return (sheet ? [sheet] : book.sheets).flatMap((one) => one.tables.map((it) => ({ sheet: one, it })));
}

function find(collection: Collection, key: string | number): HostObject | null {
  const wanted = String(key).toLowerCase();
  const found = all(collection).find(({ it }) => it.id === String(key) || it.name.toLowerCase() === wanted);
  return found ? hold("Table", found) : null;
}

const tableCollection: Definition<Collection> = {
  items: (collection) => all(collection).map((item) => hold("Table", item)),
  find,
  properties: { count: { get: (collection) => all(collection).length } },
  methods: {
    add: (collection, args, { book }) => {
      const given = args.object(0, "Range");
      const anchor = given ? given.of : anchorOf(book, collection.sheet ?? book.active, args.text(0));
      const { sheet } = anchor;
      const area = cellsOf(anchor);
      if (sheet.protection) assertPermitted(sheet, "allowEditObjects");
      if (sheet.tables.some((table) => overlaps(table.area, area))) throw invalidOperation("tables would overlap");
      if (sheet.merges.some((merge) => overlaps(merge, area)))
        throw new HostError("MergedRangeConflict", "A table cannot hold merged cells.");
      const number = book.nextNumber();
      const table: Table = {
        id: String(number),
        name: `Table${number}`,
        area,
        hasHeaders: args.isTrue(1),
        style: "TableStyleMedium2",
        showTotals: false,
        showFilterButton: true,
        showBandedRows: true,
      };
      sheet.tables.push(table);
      return hold("Table", { sheet, it: table });
    },
  },
};

function truth(key: "showFilterButton" | "showBandedRows") {
  return {
    get: ({ it }: Item) => it[key],
    set: ({ it }: Item, value: unknown) => {
      it[key] = value === true;
    },
  };
}

function drop({ sheet, it }: Item): void {
  sheet.tables = sheet.tables.filter((table) => table !== it);
}

function body(sheet: Sheet, { area, hasHeaders, showTotals }: Table) {
  const inner = { ...area, top: area.top + (hasHeaders ? 1 : 0), bottom: area.bottom - (showTotals ? 1 : 0) };
  if (rowCount(inner) < 1) throw invalidOperation("the table has no rows");
  return rangeAt(sheet, inner);
}

/** Tables. */
export const tableMembers: Definitions = {
  TableCollection: tableCollection,
  Table: {
    id: ({ it }) => it.id,
    properties: {
      id: { get: ({ it }) => it.id },
      name: {
        get: ({ it }) => it.name,
        set: ({ it }, value, { book }) => {
          const name = textOf(value);
          if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name)) throw invalidArgument("the name");
          const isTaken = all({ book }).some((other) => other.it !== it && other.it.name.toLowerCase() === name.toLowerCase());
          if (isTaken) throw itemAlreadyExists();
          it.name = name;
        },
      },
      style: {
        get: ({ it }) => it.style,
        set: ({ it }, value) => {
          it.style = textOf(value);
        },
      },
      showTotals: { get: ({ it }) => it.showTotals },
      showHeaders: { get: ({ it }) => it.hasHeaders },
      showFilterButton: truth("showFilterButton"),
      showBandedRows: truth("showBandedRows"),
    },
    objects: { worksheet: ({ sheet }) => hold("Worksheet", sheet) },
    methods: {
      getRange: ({ sheet, it }) => rangeAt(sheet, it.area),
      getHeaderRowRange: ({ sheet, it }) => rangeAt(sheet, { ...it.area, bottom: it.area.top }),
      getTotalRowRange: ({ sheet, it }) => {
        if (!it.showTotals) throw itemNotFound();
        return rangeAt(sheet, { ...it.area, top: it.area.bottom });
      },
      getDataBodyRange: ({ sheet, it }) => body(sheet, it),
      convertToRange: (item) => {
        drop(item);
        return rangeAt(item.sheet, item.it.area);
      },
      delete: drop,
    },
    events: { target: ({ it }) => it.id, codes: { DataChangedEvent: 101 } },
  },
};
