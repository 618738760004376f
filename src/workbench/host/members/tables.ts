// Tables: named blocks with a heading row.
import { type Arguments } from "../engine/arguments";
import { type Definition, type Definitions, type Scene } from "../engine/definition";
import { hold, type HostObject, type Subjects } from "../engine/subjects";
import { formatAddress, overlaps, rowCount } from "../model/area";
import { newTable, type Table } from "../model/attachments";
import { HostError, invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from "../model/errors";
import { type Sheet } from "../model/sheet";
import { assertName } from "./names";
import { anchorOf, assertPermitted, cellsOf, rangeAt } from "./ranges";
import { siftTable } from "./filters";
import { writeValues } from "./range-values";
import { bodyArea } from "./table-rows";
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
  events: { target: ({ sheet }) => sheet?.id ?? "Workbook", codes: { DataChangedEvent: 101 } },
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
      const table = newTable({ id: String(number), name: `Table${number}`, area, hasHeaders: args.isTrue(1) });
      sheet.tables.push(table);
      return hold("Table", { sheet, it: table });
    },
  },
};

type Truth = "showFilterButton" | "showBandedRows" | "showBandedColumns" | "highlightFirstColumn" | "highlightLastColumn";

function truth(key: Truth) {
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

function body(sheet: Sheet, table: Table) {
  const inner = bodyArea(table);
  if (rowCount(inner) < 1) throw invalidOperation("the table has no rows");
  return rangeAt(sheet, inner);
}

// The totals row comes below, pushing away what stands there; the last column is summed (Table.showTotals).
function setTotals({ sheet, it }: Item, value: unknown, scene: Scene): void {
  if (it.showTotals === (value === true)) return;
  const { area } = it;
  const body = bodyArea(it);
  if (it.showTotals) {
    scene.book.shift(sheet, { kind: "delete", axis: "rows", area: { ...area, top: area.bottom } });
    it.area = { ...area, bottom: area.bottom - 1 };
    it.showTotals = false;
    return;
  }
  const line = { ...area, top: area.bottom + 1, bottom: area.bottom + 1 };
  scene.book.shift(sheet, { kind: "insert", axis: "rows", area: line });
  it.area = { ...area, bottom: line.bottom };
  it.showTotals = true;
  const last = { ...line, left: line.right };
  writeValues({ sheet, area: { ...line, right: line.left } }, [["Total"]], scene);
  writeValues({ sheet, area: last }, [[`=SUBTOTAL(109,${formatAddress({ ...body, left: area.right })})`]], scene);
}

// The heading row stays where it is (Table.resize).
function resize({ sheet, it }: Item, args: Arguments, { book }: Scene): void {
  const given = args.object(0, "Range");
  const anchor = given ? given.of : anchorOf(book, sheet, args.text(0));
  const area = cellsOf(anchor);
  if (anchor.sheet !== sheet || area.top !== it.area.top || !overlaps(area, it.area)) throw invalidArgument("the new range");
  if (sheet.tables.some((other) => other !== it && overlaps(other.area, area))) throw invalidOperation("tables would overlap");
  it.area = area;
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
          assertName(name);
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
      showTotals: { get: ({ it }) => it.showTotals, set: setTotals },
      showHeaders: { get: ({ it }) => it.hasHeaders },
      showFilterButton: truth("showFilterButton"),
      showBandedRows: truth("showBandedRows"),
      showBandedColumns: truth("showBandedColumns"),
      highlightFirstColumn: truth("highlightFirstColumn"),
      highlightLastColumn: truth("highlightLastColumn"),
    },
    objects: {
      worksheet: ({ sheet }) => hold("Worksheet", sheet),
      rows: (item) => hold("TableRowCollection", item),
      columns: (item) => hold("TableColumnCollection", item),
      sort: (item) => hold("TableSort", item),
    },
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
      clearFilters: ({ sheet, it }, _, { book }) => {
        it.criteria.clear();
        siftTable(book, sheet, it);
      },
      reapplyFilters: ({ sheet, it }, _, { book }) => siftTable(book, sheet, it),
      resize,
    },
    events: { target: ({ it }) => it.id, codes: { DataChangedEvent: 101, SelectionChangedEvent: 100 } },
  },
};
