// RangeFormat and its parts: alignment, fill, font, lines, locking, widths and heights.
import { type Definition, type Definitions, type Property, type Scene } from "../engine/definition";
import { hold, type Kind, type Subjects } from "../engine/subjects";
import { type Area } from "../../../sheets/grid";
import { columnLimit, isWholeColumns, isWholeRows, rowLimit } from "../model/area";
import { type Anchor } from "../model/name";
import { invalidArgument, itemNotFound } from "../model/errors";
import { lineChange, lookProperties } from "../model/look";
import { type Line, type Restyle, setting, type Side, type Style } from "../model/style";
import { assertPermitted, cellsOf } from "./ranges";

type Anchors = readonly Anchor[];

/** The one value that all cells of the areas share; null when they differ (excel-add-ins-blank-null-values). */
export function shared<T>(anchors: Anchors, of: (style: Style) => T): T | null {
  let found: { value: T } | undefined;
  let last: Style | undefined;
  for (const anchor of anchors) {
    for (const style of stylesIn(anchor)) {
      if (style === last) continue;
      last = style;
      const value = of(style);
      if (found && found.value !== value) return null;
      found ??= { value };
    }
  }
  return found ? found.value : null;
}

// Of whole columns and rows the bands and the cells that exist tell enough.
function* stylesIn(anchor: Anchor): Generator<Style> {
  const area = cellsOf(anchor);
  const { cells } = anchor.sheet;
  if (isWholeColumns(area) || isWholeRows(area)) {
    for (const [, , cell] of cells.existing(area)) yield cell.style;
    if (isWholeColumns(area)) for (let column = area.left; column <= area.right; column++) yield cells.styleAt(rowLimit, column);
    else for (let row = area.top; row <= area.bottom; row++) yield cells.styleAt(row, columnLimit);
    return;
  }
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) yield cells.styleAt(row, column);
  }
}

/** Changes how the cells of an area look, unless protection forbids it. */
export function restyleCells(anchor: Anchor, change: Restyle): void {
  assertPermitted(anchor.sheet, "allowFormatCells");
  anchor.sheet.cells.restyle(cellsOf(anchor), change);
}

function restyle(anchors: Anchors, change: Restyle, { book }: Scene): void {
  for (const anchor of anchors) {
    restyleCells(anchor, change);
    book.note({ kind: "formats", sheet: anchor.sheet, area: cellsOf(anchor) });
  }
}

/** The look properties below a path, as members of the kind that stands for it. */
export function lookMembers(path: string): Record<string, Property<Anchors>> {
  const members: Record<string, Property<Anchors>> = {};
  for (const [full, property] of Object.entries(lookProperties)) {
    if (!full.startsWith(path) || full.slice(path.length).includes("/")) continue;
    members[full.slice(path.length)] = {
      get: (anchors) => shared(anchors, property.get),
      set: (anchors, value, scene) => restyle(anchors, property.set(value), scene),
    };
  }
  return members;
}

/** Heights and widths in points; Excel's own until they are set. */
const standard = { rows: 15, columns: 48 } as const;
const most = { rows: 409, columns: 1790 } as const;

function spanOf(area: Area, axis: "rows" | "columns"): readonly [number, number] {
  return axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
}

function size(axis: "rows" | "columns", permission: string): Property<Anchors> {
  return {
    get: (anchors) => {
      const sizes = new Set<number>();
      for (const anchor of anchors) {
        const [from, to] = spanOf(cellsOf(anchor), axis);
        for (let index = from; index <= Math.min(to, from + 20_000); index++) sizes.add(sizeOf(anchor, axis, index));
      }
      return sizes.size === 1 ? [...sizes][0] : null;
    },
    set: (anchors, value) => {
      if (typeof value !== "number" || value < 0 || value > most[axis])
        throw invalidArgument(`a size from 0 to ${most[axis]} points is wanted`);
      for (const anchor of anchors) {
        assertPermitted(anchor.sheet, permission);
        anchor.sheet.cells.setBands(axis, spanOf(cellsOf(anchor), axis), { size: value });
      }
    },
  };
}

/** The height of a row or width of a column in points. */
export function sizeOf(anchor: Anchor, axis: "rows" | "columns", index: number): number {
  return anchor.sheet.cells.band(axis, index)?.size ?? standard[axis];
}

const rangeFormat: Definition<Anchors> = {
  properties: {
    ...lookMembers(""),
    columnWidth: size("columns", "allowFormatColumns"),
    rowHeight: size("rows", "allowFormatRows"),
  },
  objects: {
    fill: (anchors) => hold("RangeFill", anchors),
    font: (anchors) => hold("RangeFont", anchors),
    borders: (anchors) => hold("RangeBorderCollection", anchors),
    protection: (anchors) => hold("FormatProtection", anchors),
  },
  methods: {
    // Nothing is drawn here, so nothing can be measured: sizes stay what they are.
    autofitColumns: (anchors) => anchors.forEach((anchor) => assertPermitted(anchor.sheet, "allowFormatColumns")),
    autofitRows: (anchors) => anchors.forEach((anchor) => assertPermitted(anchor.sheet, "allowFormatRows")),
  },
};

/** Where the named border of an area lies: which cells have it, and on which side. */
function linesOf(area: Area, name: string): readonly [Area, Side][] {
  const inner = { rows: { ...area, bottom: area.bottom - 1 }, columns: { ...area, right: area.right - 1 } };
  const sides: Readonly<Record<string, readonly [Area, Side][]>> = {
    EdgeTop: [[{ ...area, bottom: area.top }, "top"]],
    EdgeBottom: [[{ ...area, top: area.bottom }, "bottom"]],
    EdgeLeft: [[{ ...area, right: area.left }, "left"]],
    EdgeRight: [[{ ...area, left: area.right }, "right"]],
    InsideHorizontal:
      area.top === area.bottom
        ? []
        : [
            [inner.rows, "bottom"],
            [{ ...area, top: area.top + 1 }, "top"],
          ],
    InsideVertical:
      area.left === area.right
        ? []
        : [
            [inner.columns, "right"],
            [{ ...area, left: area.left + 1 }, "left"],
          ],
    DiagonalDown: [[area, "diagonalDown"]],
    DiagonalUp: [[area, "diagonalUp"]],
  };
  return sides[name] ?? [];
}

const borderNames = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal", "DiagonalDown", "DiagonalUp"];

function line(property: keyof Line, none: string): Property<Subjects["RangeBorder"]> {
  const places = ({ anchors, side }: Subjects["RangeBorder"]): readonly { anchor: Anchor; side: Side }[] =>
    anchors.flatMap((anchor) => linesOf(cellsOf(anchor), side).map(([area, on]) => ({ anchor: { sheet: anchor.sheet, area }, side: on })));
  return {
    get: (border) => {
      const found = new Set(places(border).map(({ anchor, side }) => shared([anchor], (style) => style.lines[side]?.[property] ?? none)));
      return found.size === 1 ? [...found][0] : found.size === 0 ? none : null;
    },
    set: (border, value, { book }) => {
      for (const { anchor, side } of places(border)) restyleCells(anchor, lineChange(side, property, value));
      for (const anchor of border.anchors) book.note({ kind: "formats", sheet: anchor.sheet, area: cellsOf(anchor) });
    },
  };
}

const borders: Definition<Anchors> = {
  lacks: ["getCount", "getItemOrNullObject"],
  items: (anchors) => borderNames.map((side) => hold("RangeBorder", { anchors, side })),
  find: (anchors, key) => {
    const side = borderNames.find((name) => name.toLowerCase() === String(key).toLowerCase());
    if (!side) throw itemNotFound();
    return hold("RangeBorder", { anchors, side });
  },
  properties: { count: { get: () => borderNames.length } },
};

/** The parts of a range's format. */
export const formatMembers: Definitions = {
  RangeFormat: rangeFormat,
  RangeFill: { properties: lookMembers("fill/"), methods: { clear: (anchors, _, scene) => restyle(anchors, setting("fill", ""), scene) } },
  RangeFont: { properties: lookMembers("font/") },
  FormatProtection: { properties: lookMembers("protection/") },
  RangeBorderCollection: borders,
  RangeBorder: {
    key: ({ side }) => side,
    properties: {
      sideIndex: { get: ({ side }) => side },
      style: line("style", "None"),
      weight: line("weight", "Thin"),
      color: line("color", "#000000"),
    },
  },
} satisfies { [K in Kind]?: Definition<Subjects[K]> };
