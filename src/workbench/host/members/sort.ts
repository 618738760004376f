// Sorting a range by the values of its columns or rows.
import { type Area } from "../../../sheets/grid";
import { type Arguments } from "../engine/arguments";
import { type Definitions, type Scene } from "../engine/definition";
import { type Cell, plainValue, valueType } from "../model/cell";
import { apiNotFound, invalidArgument } from "../model/errors";
import { type Anchor } from "../model/name";
import { assertPermitted, cellsOf } from "./ranges";

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

/** The members of sorting. */
export const sortMembers: Definitions = { RangeSort: { methods: { apply } } };
