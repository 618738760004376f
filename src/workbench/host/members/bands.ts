// Rows and columns as such: hidden ones, inserted and deleted ones, and properties asked for by the row, column or cell.
import { type Arguments } from "../engine/arguments";
import { type Definition, type Property, type Scene } from "../engine/definition";
import { isWholeColumns, isWholeRows, type Shift } from "../model/area";
import { type Anchor } from "../model/name";
import { apiNotFound, invalidArgument } from "../model/errors";
import { hideRows } from "../model/hide-rows";
import { lookProperties } from "../model/look";
import { givingStyle } from "../model/named-styles";
import { cellAddress } from "../../../sheets/grid";
import { restyleCells, sizeOf } from "./formats";
import { assertPermitted, assertUnlocked, cellsOf, rangeAt } from "./ranges";
import { styleGiven } from "./styles";

type Axis = "rows" | "columns";
type Wish = Readonly<Record<string, unknown>>;

function span(anchor: Anchor, axis: Axis): readonly [number, number] {
  const area = cellsOf(anchor);
  return axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
}

function hide(anchor: Anchor, { axis, value }: { readonly axis: Axis; readonly value: unknown }, { book }: Scene): void {
  if (typeof value !== "boolean") throw invalidArgument("true or false is wanted");
  assertPermitted(anchor.sheet, axis === "rows" ? "allowFormatRows" : "allowFormatColumns");
  if (axis === "rows") hideRows(book, anchor.sheet, span(anchor, axis), value);
  else anchor.sheet.cells.setBands(axis, span(anchor, axis), { isHidden: value });
}

function hidden(axis: Axis): Property<Anchor> {
  return {
    get: (anchor) => {
      const [from, to] = span(anchor, axis);
      const count = anchor.sheet.cells.hidden(axis).filter((index) => index >= from && index <= to).length;
      // Null when some are hidden and some are not (Range.rowHidden).
      return count === 0 ? false : count === to - from + 1 ? true : null;
    },
    set: (anchor, value, scene) => hide(anchor, { axis, value }, scene),
  };
}

function shift(anchor: Anchor, kind: Shift["kind"], direction: string, { book }: Scene): void {
  const axis = direction === "Down" || direction === "Up" ? "rows" : direction === "Right" || direction === "Left" ? "columns" : undefined;
  if (!axis) throw invalidArgument("the direction");
  const area = cellsOf(anchor);
  const whole = axis === "rows" ? isWholeRows(area) : isWholeColumns(area);
  const permission = `allow${kind === "insert" ? "Insert" : "Delete"}${axis === "rows" ? "Rows" : "Columns"}`;
  if (whole) assertPermitted(anchor.sheet, permission);
  else assertUnlocked(anchor.sheet, area);
  book.shift(anchor.sheet, { kind, axis, area });
}

/** Walks over what was asked for, `{ format: { rowHeight: true } }`, with the path of each wanted property. */
function answer(wish: Wish, read: (path: string) => unknown, prefix = ""): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(wish)) {
    if (typeof part === "object" && part !== null) found[name] = answer(part as Wish, read, `${prefix}${name}/`);
    else if (part === true) found[name] = read(prefix + name);
  }
  return found;
}

function bandProperty(anchor: Anchor, axis: Axis, index: number, path: string): unknown {
  const row = axis === "rows";
  if (path === (row ? "rowHidden" : "columnHidden")) return anchor.sheet.cells.band(axis, index)?.isHidden === true;
  if (path === (row ? "rowIndex" : "columnIndex")) return index;
  if (path === (row ? "format/rowHeight" : "format/columnWidth")) return sizeOf(anchor, axis, index);
  throw apiNotFound(`${row ? "Row" : "Column"}Properties.${path.replaceAll("/", ".")}`);
}

function bandProperties(axis: Axis) {
  return (anchor: Anchor, args: Arguments): unknown => {
    const [from, to] = span(anchor, axis);
    return Array.from({ length: to - from + 1 }, (_, index) =>
      answer(args.record(0), (path) => bandProperty(anchor, axis, from + index, path)),
    );
  };
}

function cellProperty(anchor: Anchor, [row, column]: readonly [number, number], path: string): unknown {
  if (path === "address") return `${anchor.sheet.name}!${cellAddress(row, column)}`;
  if (path === "style") return anchor.sheet.cells.styleAt(row, column).named;
  const look = path.startsWith("format/") ? lookProperties[path.slice("format/".length)] : undefined;
  if (look) return look.get(anchor.sheet.cells.styleAt(row, column));
  throw apiNotFound(`CellProperties.${path.replaceAll("/", ".")}`);
}

function cellProperties(anchor: Anchor, args: Arguments, scene: Scene): unknown {
  const { top, left, bottom, right } = cellsOf(anchor);
  scene.cells.read += (bottom - top + 1) * (right - left + 1);
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) =>
      answer(args.record(0), (path) => cellProperty(anchor, [top + row, left + column], path)),
    ),
  );
}

function setCellProperties(anchor: Anchor, args: Arguments, { book }: Scene): void {
  const { top, left } = cellsOf(anchor);
  const rows = args.raw(0);
  if (!Array.isArray(rows)) throw invalidArgument("rows of properties are wanted");
  rows.forEach((cells: readonly Wish[], row) =>
    cells.forEach((wish, column) => {
      const area = { top: top + row, left: left + column, bottom: top + row, right: left + column };
      eachLook(wish, (path, value) => {
        if (path === "style") return restyleCells({ sheet: anchor.sheet, area }, givingStyle(styleGiven(book, value)));
        const look = lookProperties[path.replace(/^format\//, "")];
        if (!look) throw apiNotFound(`SettableCellProperties.${path.replaceAll("/", ".")}`);
        restyleCells({ sheet: anchor.sheet, area }, look.set(value));
      });
    }),
  );
  book.note({ kind: "formats", sheet: anchor.sheet, area: cellsOf(anchor) });
}

function eachLook(wish: Wish, set: (path: string, value: unknown) => void, prefix = ""): void {
  for (const [name, value] of Object.entries(wish)) {
    if (typeof value === "object" && value !== null) eachLook(value as Wish, set, `${prefix}${name}/`);
    else set(prefix + name, value);
  }
}

/** The members of a range that are about its rows and columns. */
export const bandMembers: Definition<Anchor> = {
  properties: {
    rowHidden: hidden("rows"),
    columnHidden: hidden("columns"),
    hidden: {
      get: (anchor, scene) => {
        const rows = hidden("rows").get(anchor, scene);
        const columns = hidden("columns").get(anchor, scene);
        return rows === true || columns === true ? true : rows === null || columns === null ? null : false;
      },
    },
    height: {
      get: (anchor) => {
        const [from, to] = span(anchor, "rows");
        return total(from, to, (index) => sizeOf(anchor, "rows", index));
      },
    },
    width: {
      get: (anchor) => {
        const [from, to] = span(anchor, "columns");
        return total(from, to, (index) => sizeOf(anchor, "columns", index));
      },
    },
    top: { get: (anchor) => total(0, cellsOf(anchor).top - 1, (index) => sizeOf(anchor, "rows", index)) },
    left: { get: (anchor) => total(0, cellsOf(anchor).left - 1, (index) => sizeOf(anchor, "columns", index)) },
  },
  methods: {
    insert: (anchor, args, scene) => {
      const area = cellsOf(anchor);
      shift(anchor, "insert", args.text(0), scene);
      // The answer is the room that was made.
      return rangeAt(anchor.sheet, area);
    },
    delete: (anchor, args, scene) => shift(anchor, "delete", args.text(0), scene),
    getRowProperties: bandProperties("rows"),
    getColumnProperties: bandProperties("columns"),
    getCellProperties: cellProperties,
    setCellProperties,
  },
};

function total(from: number, to: number, of: (index: number) => number): number {
  let sum = 0;
  for (let index = from; index <= to; index++) sum += of(index);
  return sum;
}
