// Rows and columns of tables: added at their end or within, which pushes what stands below or beside, read, written and deleted.
import { type Area } from "../../../sheets/grid";
import { type Arguments } from "../engine/arguments";
import { type Definition, type Definitions, type Scene } from "../engine/definition";
import { hold, type OnSheet, type Subjects } from "../engine/subjects";
import { columnCount, rowCount } from "../model/area";
import { type Table } from "../model/attachments";
import { plainValue } from "../model/cell";
import { invalidArgument, itemNotFound } from "../model/errors";
import { readBlock, writeValues } from "./range-values";
import { cellsOf, rangeAt } from "./ranges";
import { textOf } from "./words";

type Item = OnSheet<Table>;
type Line = Subjects["TableRow"];
type Axis = "rows" | "columns";

/** The cells between heading and totals; its bottom stands above its top where a table has no rows. */
export function bodyArea({ area, hasHeaders, showTotals }: Table): Area {
  return { ...area, top: area.top + (hasHeaders ? 1 : 0), bottom: area.bottom - (showTotals ? 1 : 0) };
}

/** The heading of a table's column; tables without headings count their columns. */
export function headingOf({ sheet, it }: Item, index: number): string {
  const cell = it.hasHeaders ? sheet.cells.at(it.area.top, it.area.left + index) : undefined;
  return cell ? String(plainValue(cell.content)) : `Column${index + 1}`;
}

function countOf({ it }: Item, axis: Axis): number {
  return axis === "rows" ? rowCount(bodyArea(it)) : columnCount(it.area);
}

function lineArea({ it, index }: Line, axis: Axis): Area {
  if (index < 0) throw itemNotFound();
  const body = axis === "rows" ? bodyArea(it) : it.area;
  const area =
    axis === "rows"
      ? { ...body, top: body.top + index, bottom: body.top + index }
      : { ...body, left: body.left + index, right: body.left + index };
  if (area.bottom > body.bottom || area.right > body.right) throw itemNotFound();
  return area;
}

/** Makes room for lines of a table; left out, null and -1 stand for its end (TableRowCollection.add). */
function insert({ sheet, it }: Item, args: Arguments, { axis, count, book }: { axis: Axis; count: number } & Pick<Scene, "book">): Line {
  const present = countOf({ sheet, it }, axis);
  const wish = args.wholeOr(0, -1);
  const index = wish === -1 ? present : wish;
  if (index < 0 || index > present) throw invalidArgument("the index is beyond the table");
  const before = it.area;
  const at = axis === "rows" ? bodyArea(it).top + index : it.area.left + index;
  const room = axis === "rows" ? { ...it.area, top: at, bottom: at + count - 1 } : { ...it.area, left: at, right: at + count - 1 };
  const model = axis === "rows" && index > 0 ? it.area.bottom - (it.showTotals ? 1 : 0) : undefined;
  const looks = model === undefined ? [] : columnsOf(before).map((column) => sheet.cells.styleAt(model, column));
  book.shift(sheet, { kind: "insert", axis, area: room });
  it.area = axis === "rows" ? { ...before, bottom: before.bottom + count } : { ...before, right: before.right + count };
  // New rows look like those above them.
  looks.forEach((look, column) => sheet.cells.restyle({ ...room, left: before.left + column, right: before.left + column }, () => look));
  return { sheet, it, index };
}

function columnsOf({ left, right }: Area): readonly number[] {
  return Array.from({ length: right - left + 1 }, (_, index) => left + index);
}

/** Values of new lines as a block; one value stands for the only cell of a line. */
function blockOf(value: unknown): readonly (readonly unknown[])[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return [[value]];
  return value.every(Array.isArray) ? (value as readonly (readonly unknown[])[]) : [value as readonly unknown[]];
}

function addRows(table: Item, args: Arguments, scene: Scene) {
  const block = blockOf(args.raw(1));
  if (block?.some((row) => row.length !== columnCount(table.it.area))) throw invalidArgument("a row has as many values as columns");
  const line = insert(table, args, { axis: "rows", count: block?.length ?? 1, book: scene.book });
  const area = lineArea(line, "rows");
  if (block) writeValues({ sheet: table.sheet, area: { ...area, bottom: area.top + block.length - 1 } }, block, scene);
  return hold("TableRow", line);
}

function addColumn(table: Item, args: Arguments, scene: Scene) {
  const block = blockOf(args.raw(1));
  if (block && block.length !== rowCount(table.it.area)) throw invalidArgument("a column has as many values as the table has rows");
  const name = args.optionalText(2) ?? freeHeading(table);
  const line = insert(table, args, { axis: "columns", count: 1, book: scene.book });
  const area = lineArea(line, "columns");
  if (block) writeValues({ sheet: table.sheet, area }, block, scene);
  if (table.it.hasHeaders && (!block || args.raw(2) !== undefined)) rename(line, name, scene);
  return hold("TableColumn", line);
}

function freeHeading(table: Item): string {
  const taken = new Set(Array.from({ length: countOf(table, "columns") }, (_, index) => headingOf(table, index).toLowerCase()));
  let number = 1;
  while (taken.has(`column${number}`)) number++;
  return `Column${number}`;
}

function rename(line: Line, value: unknown, scene: Scene): void {
  if (!line.it.hasHeaders) throw invalidArgument("the table has no headings");
  const { top, left } = lineArea(line, "columns");
  writeValues({ sheet: line.sheet, area: { top, left, bottom: top, right: left } }, [[`'${textOf(value)}`]], scene);
}

function remove(line: Line, axis: Axis, { book }: Scene): void {
  book.shift(line.sheet, { kind: "delete", axis, area: lineArea(line, axis) });
}

function values(axis: Axis) {
  const anchor = (line: Line) => ({ sheet: line.sheet, area: lineArea(line, axis) });
  return {
    get: (line: Line, scene: Scene) => readBlock(anchor(line), scene, (cell) => plainValue(cell?.content ?? "")),
    set: (line: Line, value: unknown, scene: Scene) => writeValues(anchor(line), value, scene),
  };
}

function lines(table: Item, axis: Axis): readonly Line[] {
  return Array.from({ length: Math.max(0, countOf(table, axis)) }, (_, index) => ({ ...table, index }));
}

const rows: Definition<Item> = {
  items: (table) => lines(table, "rows").map((line) => hold("TableRow", line)),
  properties: { count: { get: (table) => lines(table, "rows").length } },
  methods: {
    add: addRows,
    deleteRowsAt: (table, args, scene) => {
      const count = args.wholeOr(1, 1);
      for (let done = 0; done < count; done++) remove({ ...table, index: args.whole(0) }, "rows", scene);
    },
  },
};

const columns: Definition<Item> = {
  items: (table) => lines(table, "columns").map((line) => hold("TableColumn", line)),
  // By id or by heading, whatever the case (TableColumnCollection.getItem).
  find: (table, key) => {
    const found = lines(table, "columns").find(
      (line) => String(line.index + 1) === String(key) || headingOf(table, line.index).toLowerCase() === String(key).toLowerCase(),
    );
    return found ? hold("TableColumn", found) : null;
  },
  properties: { count: { get: (table) => countOf(table, "columns") } },
  methods: { add: addColumn },
};

const column: Definition<Line> = {
  id: ({ index }) => String(index + 1),
  properties: {
    id: { get: ({ index }) => index + 1 },
    index: { get: ({ index }) => index },
    name: { get: (line) => headingOf(line, line.index), set: rename },
    values: { ...values("columns"), isCostly: true },
  },
  objects: { filter: (line) => hold("Filter", line) },
  methods: {
    getRange: (line) => rangeAt(line.sheet, lineArea(line, "columns")),
    getHeaderRowRange: (line) => {
      const area = lineArea(line, "columns");
      if (!line.it.hasHeaders) throw itemNotFound();
      return rangeAt(line.sheet, { ...area, bottom: area.top });
    },
    getDataBodyRange: (line) => {
      const { left, right } = lineArea(line, "columns");
      return rangeAt(line.sheet, cellsOf({ sheet: line.sheet, area: { ...bodyArea(line.it), left, right } }));
    },
    getTotalRowRange: (line) => {
      const area = lineArea(line, "columns");
      if (!line.it.showTotals) throw itemNotFound();
      return rangeAt(line.sheet, { ...area, top: area.bottom });
    },
    delete: (line, _, scene) => remove(line, "columns", scene),
  },
};

/** Rows and columns of tables. */
export const tableRowMembers: Definitions = {
  TableRowCollection: rows,
  TableRow: {
    properties: { index: { get: ({ index }) => index }, values: values("rows") },
    methods: {
      getRange: (line) => rangeAt(line.sheet, lineArea(line, "rows")),
      delete: (line, _, scene) => remove(line, "rows", scene),
    },
  },
  TableColumnCollection: columns,
  TableColumn: column,
};
