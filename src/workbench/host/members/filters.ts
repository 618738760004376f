// Filters: of a sheet, and of each table; rows that do not come through are hidden.
import { type Arguments } from "../engine/arguments";
import { type Definition, type Definitions, type Scene } from "../engine/definition";
import { type Area } from "../../../sheets/grid";
import { type Subjects } from "../engine/subjects";
import { columnCount } from "../model/area";
import { type Plain, type Table } from "../model/attachments";
import { type Book } from "../model/book";
import { invalidArgument, invalidOperation } from "../model/errors";
import { passing } from "../model/filter";
import { hideRows } from "../model/hide-rows";
import { type Sheet } from "../model/sheet";
import { anchorOf, assertPermitted, cellsOf, rangeAt } from "./ranges";
import { bodyArea } from "./table-rows";

/** Shows the rows of an area that pass every criterion, by column from its left, and hides the others. */
function sift(book: Book, sheet: Sheet, { body, criteria }: { body: Area; criteria: ReadonlyMap<number, unknown> }): void {
  const lines = Array.from({ length: Math.max(0, body.bottom - body.top + 1) }, (_, line) => body.top + line);
  const columns = [...criteria].map(([index, one]) =>
    passing(
      one as Plain,
      lines.map((row) => sheet.cells.at(row, body.left + index)),
    ),
  );
  lines.forEach((row, line) => hideRows(book, sheet, [row, row], !columns.every((passes) => passes[line])));
}

/** Applies a table's filters anew. */
export function siftTable(book: Book, sheet: Sheet, it: Table): void {
  sift(book, sheet, { body: bodyArea(it), criteria: it.criteria });
}

function areaGiven(sheet: Sheet, args: Arguments, { book }: Scene): Area {
  const range = args.object(0, "Range");
  const anchor = range ? range.of : anchorOf(book, sheet, args.text(0));
  if (anchor.sheet !== sheet) throw invalidArgument("the range is on another sheet");
  return cellsOf(anchor);
}

function siftSheet(sheet: Sheet, { book }: Scene): void {
  if (!sheet.filter) throw invalidOperation("there is no filter");
  const { area, criteria } = sheet.filter;
  sift(book, sheet, { body: { ...area, top: area.top + 1 }, criteria });
}

function changed(change: (sheet: Sheet, args: Arguments) => void) {
  return (sheet: Sheet, args: Arguments, scene: Scene): void => {
    assertPermitted(sheet, "allowAutoFilter");
    if (!sheet.filter) throw invalidOperation("there is no filter");
    change(sheet, args);
    siftSheet(sheet, scene);
  };
}

const autoFilter: Definition<Sheet> = {
  properties: {
    enabled: { get: (sheet) => sheet.filter !== undefined },
    isDataFiltered: { get: (sheet) => (sheet.filter?.criteria.size ?? 0) > 0 },
    criteria: {
      get: ({ filter }) =>
        filter ? Array.from({ length: columnCount(filter.area) }, (_, index) => filter.criteria.get(index) ?? null) : [],
    },
  },
  methods: {
    apply: (sheet, args, scene) => {
      assertPermitted(sheet, "allowAutoFilter");
      const area = areaGiven(sheet, args, scene);
      // A sheet has one filter besides those of its tables (AutoFilter); criteria of other columns of the same cells stay.
      const isSame = JSON.stringify(sheet.filter?.area) === JSON.stringify(area);
      const criteria = new Map(isSame ? sheet.filter?.criteria : []);
      if (args.raw(1) !== undefined && args.raw(2) !== undefined) criteria.set(args.whole(1), args.record(2));
      if ([...criteria.keys()].some((index) => index < 0 || index >= columnCount(area))) throw invalidArgument("the column to filter by");
      sheet.filter = { area, criteria };
      siftSheet(sheet, scene);
    },
    reapply: (sheet, _, scene) => siftSheet(sheet, scene),
    clearCriteria: changed((sheet) => sheet.filter?.criteria.clear()),
    clearColumnCriteria: changed((sheet, args) => void sheet.filter?.criteria.delete(args.whole(0))),
    remove: (sheet, _, scene) => {
      assertPermitted(sheet, "allowAutoFilter");
      sheet.filter?.criteria.clear();
      if (sheet.filter) siftSheet(sheet, scene);
      sheet.filter = undefined;
    },
    getRangeOrNullObject: (sheet) => (sheet.filter ? rangeAt(sheet, sheet.filter.area) : null),
  },
};

type Column = Subjects["Filter"];

function put({ sheet, it, index }: Column, criteria: Plain | undefined, { book }: Scene): void {
  assertPermitted(sheet, "allowAutoFilter");
  if (criteria) it.criteria.set(index, criteria);
  else it.criteria.delete(index);
  siftTable(book, sheet, it);
}

function counted(filterOn: string) {
  return (column: Column, args: Arguments, scene: Scene): void => put(column, { filterOn, criterion1: args.whole(0) }, scene);
}

const filter: Definition<Column> = {
  properties: { criteria: { get: ({ it, index }) => it.criteria.get(index) ?? null } },
  methods: {
    apply: (column, args, scene) => put(column, args.record(0), scene),
    applyValuesFilter: (column, args, scene) => put(column, { filterOn: "Values", values: args.raw(0) }, scene),
    applyCustomFilter: (column, args, scene) =>
      put(
        column,
        { filterOn: "Custom", criterion1: args.text(0), criterion2: args.optionalText(1), operator: args.optionalText(2) },
        scene,
      ),
    applyDynamicFilter: (column, args, scene) => put(column, { filterOn: "Dynamic", dynamicCriteria: args.text(0) }, scene),
    applyCellColorFilter: (column, args, scene) => put(column, { filterOn: "CellColor", color: args.text(0) }, scene),
    applyFontColorFilter: (column, args, scene) => put(column, { filterOn: "FontColor", color: args.text(0) }, scene),
    applyTopItemsFilter: counted("TopItems"),
    applyTopPercentFilter: counted("TopPercent"),
    applyBottomItemsFilter: counted("BottomItems"),
    applyBottomPercentFilter: counted("BottomPercent"),
    clear: (column, _, scene) => put(column, undefined, scene),
  },
};

/** Filters of sheets and of tables' columns. */
export const filterMembers: Definitions = { AutoFilter: autoFilter, Filter: filter };
