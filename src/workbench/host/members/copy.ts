// Copies: of cells to other cells, and of whole sheets.
import { type Arguments } from "../engine/arguments";
import { type Method, type Scene } from "../engine/definition";
import { hold } from "../engine/subjects";
import { type Area } from "../../../sheets/grid";
import { columnCount, rowCount } from "../model/area";
import { type Cell } from "../model/cell";
import { invalidArgument } from "../model/errors";
import { type Anchor } from "../model/name";
import { fromR1C1, toR1C1 } from "../model/r1c1";
import { type Sheet } from "../model/sheet";
import { noteEdit, writeCell } from "./range-values";
import { anchorOf, assertPermitted, assertUnlocked, cellsOf, rangeWithin } from "./ranges";
import { oneOf } from "./words";

type Read = (row: number, column: number) => Cell | undefined;

// What may be copied, before anything is written: the cells may overlap.
function readAll(sheet: Sheet, area: Area): Read {
  const kept = new Map(sheet.cells.existing(area).map(([row, column, cell]) => [`${row},${column}`, cell]));
  return (row, column) => kept.get(`${row},${column}`);
}

/** `Range.copyFrom`: the target grows to the source's size; where it is a multiple of it, the source is repeated. */
export const copyFrom: Method<Anchor> = (anchor: Anchor, args: Arguments, scene: Scene) => {
  const given = args.object(0, "Range");
  const source = given ? given.of : anchorOf(scene.book, anchor.sheet, args.text(0));
  const type = oneOf(["All", "Formulas", "Values", "Formats"] as const, args.raw(1) ?? "All", ["Link"]);
  const [skipsBlanks, isTurned] = [args.isTrue(2), args.isTrue(3)];
  const from = cellsOf(source);
  const size = [rowCount(from), columnCount(from)] as const;
  const [rows, columns] = isTurned ? [size[1], size[0]] : size;
  const { top, left, ...target } = cellsOf(anchor);
  const [height, width] = [target.bottom - top + 1, target.right - left + 1];
  const isRepeated = height % rows === 0 && width % columns === 0;
  const into = cellsOf(rangeWithin(anchor.sheet, top, left, isRepeated ? [height, width] : [rows, columns]).of);
  assertUnlocked(anchor.sheet, into);
  if (type === "Formats" || type === "All") assertPermitted(anchor.sheet, "allowFormatCells");
  // What formulas amount to must be known before.
  scene.book.calculate();
  const read = readAll(source.sheet, from);
  for (let row = into.top; row <= into.bottom; row++) {
    for (let column = into.left; column <= into.right; column++) {
      const [down, along] = [(row - top) % rows, (column - left) % columns];
      const at = [from.top + (isTurned ? along : down), from.left + (isTurned ? down : along)] as const;
      const cell = read(...at);
      if (skipsBlanks && (cell === undefined || cell.content === "")) continue;
      copyCell(anchor.sheet, [row, column], { cell, at, style: source.sheet.cells.styleAt(...at), type });
    }
  }
  noteEdit(scene.book, { sheet: anchor.sheet, area: into, before: undefined });
};

interface Copied {
  readonly cell: Cell | undefined;
  readonly at: readonly [number, number];
  readonly style: Cell["style"];
  readonly type: "All" | "Formulas" | "Values" | "Formats";
}

function copyCell(sheet: Sheet, [row, column]: readonly [number, number], { cell, at, style, type }: Copied): void {
  const { cells } = sheet;
  const old = cells.at(row, column);
  if (type === "Formats") return cells.put(row, column, { ...(old ?? { content: "" }), style });
  const look = type === "All" ? style : cells.styleAt(row, column);
  cells.put(row, column, { content: cell?.content ?? "", style: look, ...(type === "All" && cell?.link ? { link: cell.link } : {}) });
  const formula = type === "Values" ? undefined : cell?.formula;
  // Written last, it is calculated anew.
  if (formula !== undefined) writeCell(sheet, [row, column], fromR1C1(toR1C1(formula, at), [row, column]));
}

/** `Worksheet.copy`: with a name as Excel gives it, `Sheet1 (2)`. */
export const copySheet: Method<Sheet> = (sheet, args, { book }) => {
  const where = oneOf(["None", "Before", "After", "Beginning", "End"] as const, args.raw(0) ?? "None");
  const beside = args.object(1, "Worksheet");
  // "Before" and "After" need a sheet to be beside (office-js-docs-pr issue 1365).
  if ((where === "Before" || where === "After") && !beside) throw invalidArgument("the sheet to be beside");
  const stem = sheet.name.replace(/ \(\d+\)$/, "");
  let number = 2;
  while (book.sheet(`${stem.slice(0, 31 - ` (${number})`.length)} (${number})`)) number++;
  const copy = book.addSheet(`${stem.slice(0, 31 - ` (${number})`.length)} (${number})`);
  copy.copyFrom(sheet, () => book.nextNumber());
  const at = beside ? book.sheets.indexOf(beside.of) : -1;
  if (where === "Beginning") book.moveSheet(copy, 0);
  if (where === "Before") book.moveSheet(copy, at);
  if (where === "After" && at + 1 < book.sheets.length) book.moveSheet(copy, at + 1);
  for (const name of book.names.filter((one) => one.sheet === sheet)) {
    const { target } = name;
    const moved = typeof target !== "string" && target.sheet === sheet ? { ...target, sheet: copy } : target;
    book.names.push({ ...name, sheet: copy, target: moved });
  }
  return hold("Worksheet", copy);
};
