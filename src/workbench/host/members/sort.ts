// Sorting a range by the values of its columns or rows.
import { type Area } from "../../../sheets/grid";
import { Arguments } from "../engine/arguments";
import { type Definitions, type Scene } from "../engine/definition";
import { type Cell, plainValue, valueType } from "../model/cell";
import { apiNotFound, invalidArgument } from "../model/errors";
import { type Anchor } from "../model/name";
import { type Subjects } from "../engine/subjects";
import { assertPermitted, cellsOf } from "./ranges";
import { bodyArea } from "./table-rows";

/** One condition (`Excel.SortField`); the key counts from the range's first column or row. */
interface SortField {
  readonly key: number;
  readonly ascending?: boolean;
  readonly sortOn?: string;
}

type Line = readonly (Cell | undefined)[];

// Ascending: numbers, texts, FALSE before TRUE, errors; blank cells come last in either direction (support: "Sort data in a range or table").
const ranks: Readonly<Record<string, number>> = { Double: 0, Integer: 0, String: 1, Boolean: 2, Error: 3 };

function comparison(fields: readonly SortField[], matchCase: boolean): (a: Line, b: Line) => number {
  const collator = new Intl.Collator("zh-CN", { sensitivity: matchCase ? "variant" : "accent" });
  return (a, b) => {
    for (const { key, ascending = true } of fields) {
      const [one, two] = [a[key]?.content ?? "", b[key]?.content ?? ""];
      if (one === "" || two === "") {
        if (one !== two) return one === "" ? 1 : -1;
        continue;
      }
      const [x, y] = [plainValue(one), plainValue(two)];
      const rank = (ranks[valueType(one)] ?? 1) - (ranks[valueType(two)] ?? 1);
      const order = rank !== 0 ? rank : typeof x === "number" ? x - Number(y) : collator.compare(String(x), String(y));
      if (order !== 0) return ascending ? order : -order;
    }
    return 0;
  };
}

function apply(anchor: Anchor, args: Arguments, { book }: Scene): void {
  const { sheet } = anchor;
  const area = cellsOf(anchor);
  assertPermitted(sheet, "allowSort");
  const fields = args.raw(0) as readonly SortField[];
  if (fields.some(({ sortOn = "Value" }) => sortOn !== "Value")) throw apiNotFound("RangeSort.apply by colour or icon");
  const byRows = args.raw(3) !== "Columns";
  const width = byRows ? area.right - area.left + 1 : area.bottom - area.top + 1;
  if (fields.length === 0 || fields.some(({ key }) => key < 0 || key >= width)) throw invalidArgument("the fields to sort by");
  const sorted: Area = !args.isTrue(2) ? area : byRows ? { ...area, top: area.top + 1 } : { ...area, left: area.left + 1 };
  const [from, to] = byRows ? [sorted.top, sorted.bottom] : [sorted.left, sorted.right];
  const place = (line: number, at: number): readonly [number, number] => (byRows ? [line, area.left + at] : [area.top + at, line]);
  const lines = Array.from({ length: to - from + 1 }, (_, line) =>
    Array.from({ length: width }, (__, at) => sheet.cells.at(...place(from + line, at))),
  );
  lines.sort(comparison(fields, args.isTrue(1)));
  lines.forEach((cells, line) => {
    cells.forEach((cell, at) => {
      const [row, column] = place(from + line, at);
      if (cell) sheet.cells.put(row, column, cell);
      else sheet.cells.remove(row, column);
    });
  });
  book.note({ kind: byRows ? "rowsSorted" : "columnsSorted", sheet, area: sorted });
}

// A table is sorted below its heading; what it was sorted by is remembered.
function applyToTable({ sheet, it }: Subjects["TableSort"], args: Arguments, scene: Scene): void {
  const [fields, matchCase, method] = [args.raw(0), args.isTrue(1), args.optionalText(2)];
  apply({ sheet, area: bodyArea(it) }, new Arguments([fields, matchCase, false, "Rows"]), scene);
  it.sort = { fields, matchCase, method: method ?? "PinYin" };
}

/** The members of sorting. */
export const sortMembers: Definitions = {
  RangeSort: { methods: { apply } },
  TableSort: {
    properties: {
      fields: { get: ({ it }) => it.sort?.["fields"] ?? [] },
      matchCase: { get: ({ it }) => it.sort?.["matchCase"] ?? false },
      method: { get: ({ it }) => it.sort?.["method"] ?? "PinYin" },
    },
    methods: {
      apply: applyToTable,
      // The order of the rows stays; only what it was sorted by is forgotten.
      clear: ({ it }) => {
        it.sort = undefined;
      },
      reapply: (table, _, scene) => {
        const { fields, matchCase } = table.it.sort ?? {};
        if (fields) applyToTable(table, new Arguments([fields, matchCase]), scene);
      },
    },
  },
};
