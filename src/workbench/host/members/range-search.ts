// Cells found by what they hold: text, kinds of contents, what is repeated, and what a filter left visible.
import { type Area } from "../../../sheets/grid";
import { type Arguments } from "../engine/arguments";
import { type Definition, type Definitions, type Method, type Scene } from "../engine/definition";
import { hold, type HostObject, type Subjects } from "../engine/subjects";
import { intersection } from "../model/area";
import { type Cell, plainValue, valueType } from "../model/cell";
import { displayText } from "../model/display";
import { invalidArgument, itemNotFound } from "../model/errors";
import { type Anchor } from "../model/name";
import { type Sheet } from "../model/sheet";
import { both } from "./both";
import { noteEdit, writeCell } from "./range-values";
import { assertUnlocked, cellsOf, rangeAt } from "./ranges";
import { visible } from "./range-view";
import { oneOf } from "./words";

type Test = (cell: Cell | undefined) => boolean;

/** What is looked for (`Excel.SearchCriteria`, `Excel.WorksheetSearchCriteria`): part of what a cell shows, unless the whole is wanted. */
function searching(args: Arguments): Test {
  const { completeMatch, matchCase } = args.record(1);
  const fold = (text: string): string => (matchCase === true ? text : text.toLowerCase());
  const wanted = fold(args.text(0));
  return (cell) => {
    const shown = cell ? fold(displayText(cell.content, cell.style.numberFormat)) : "";
    return shown !== "" && (completeMatch === true ? shown === wanted : shown.includes(wanted));
  };
}

/** The cells for which a test holds, side by side ones joined along their row. */
function places(sheet: Sheet, area: Area, test: Test): readonly Area[] {
  const used = sheet.cells.used(true);
  const within = used && intersection(area, used);
  const found: Area[] = [];
  for (let row = within?.top ?? 0; row <= (within?.bottom ?? -1); row++) {
    for (let column = within?.left ?? 0; column <= (within?.right ?? -1); column++) {
      if (!test(sheet.cells.at(row, column))) continue;
      const last = found[found.length - 1];
      if (last?.top === row && last.right === column - 1) found[found.length - 1] = { ...last, right: column };
      else found.push({ top: row, bottom: row, left: column, right: column });
    }
  }
  return found;
}

function areas(sheet: Sheet, found: readonly Area[]): HostObject | null {
  return found.length === 0
    ? null
    : hold(
        "RangeAreas",
        found.map((area) => ({ sheet, area })),
      );
}

const wordsOf: Readonly<Record<string, string>> = { Errors: "Error", Logical: "Boolean", Numbers: "Double", Text: "String" };

/** Kinds of special cells that Excel finds besides. */
const otherSpecials = ["ConditionalFormats", "DataValidations", "SameConditionalFormat", "SameDataValidation"];

// Blocks between hidden rows and columns.
function shown(anchor: Anchor): readonly Area[] {
  const { rows, columns } = visible(anchor);
  const spans = (indexes: readonly number[]): readonly (readonly [number, number])[] => {
    const found: [number, number][] = [];
    for (const index of indexes) {
      const last = found.at(-1);
      if (last?.[1] === index - 1) last[1] = index;
      else found.push([index, index]);
    }
    return found;
  };
  const across = spans(columns);
  return spans(rows).flatMap(([top, bottom]) => across.map(([left, right]) => ({ top, left, bottom, right })));
}

// `LogicalText` stands for truth values and texts (Excel.SpecialCellValueType).
function special({ sheet, area }: Anchor & { readonly area: Area }, args: Arguments): HostObject | null {
  const type = oneOf(["Formulas", "Constants", "Blanks", "Visible"] as const, args.raw(0), otherSpecials);
  const values = args.optionalText(1) ?? "All";
  const isWanted: Test = (cell) => {
    if (values === "All") return true;
    const word = Object.keys(wordsOf).find((one) => wordsOf[one] === valueType(cell?.content ?? ""));
    return word !== undefined && values.includes(word);
  };
  if (type === "Blanks") {
    const used = sheet.cells.used(false);
    const within = used && intersection(area, used);
    return within ? areas(sheet, blanks(sheet, within)) : null;
  }
  if (type === "Visible") return areas(sheet, shown({ sheet, area }));
  const test: Test = (cell) =>
    cell !== undefined && cell.content !== "" && (cell.formula !== undefined) === (type === "Formulas") && isWanted(cell);
  return areas(sheet, places(sheet, area, test));
}

function blanks(sheet: Sheet, area: Area): readonly Area[] {
  const found: Area[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const isBlank = (sheet.cells.at(row, column)?.content ?? "") === "";
      if (isBlank) found.push({ top: row, bottom: row, left: column, right: column });
    }
  }
  return found;
}

function removeDuplicates(anchor: Anchor, args: Arguments, { book }: Scene): HostObject {
  const { sheet } = anchor;
  const area = cellsOf(anchor);
  const columns = args.raw(0);
  const width = area.right - area.left + 1;
  if (!Array.isArray(columns) || columns.length === 0 || columns.some((one) => !(one >= 0 && one < width)))
    throw invalidArgument("the columns");
  assertUnlocked(sheet, area);
  const first = area.top + (args.isTrue(1) ? 1 : 0);
  const rows = Array.from({ length: area.bottom - first + 1 }, (_, line) =>
    Array.from({ length: width }, (__, column) => sheet.cells.at(first + line, area.left + column)),
  );
  const known = new Set<string>();
  const kept = rows.filter((cells) => {
    const key = JSON.stringify((columns as number[]).map((column) => String(plainValue(cells[column]?.content ?? "")).toLowerCase()));
    return !known.has(key) && known.add(key);
  });
  rows.forEach((_, line) => {
    for (let column = 0; column < width; column++) {
      const cell = kept[line]?.[column];
      if (cell) sheet.cells.put(first + line, area.left + column, cell);
      else writeCell(sheet, [first + line, area.left + column], "");
    }
  });
  noteEdit(book, { sheet, area, before: undefined });
  return hold("RemoveDuplicatesResult", { removed: rows.length - kept.length, uniqueRemaining: kept.length });
}

/** The members of a range that find cells in it. */
export const searchMembers: Definition<Anchor> = {
  methods: {
    ...both<Anchor>("find", ({ sheet, area }, args) => {
      if (!area) throw itemNotFound();
      const found = places(sheet, area, searching(args));
      const hit = args.record(1)["searchDirection"] === "Backwards" ? found.at(-1) : found[0];
      return hit ? rangeAt(sheet, { ...hit, right: hit.left }) : null;
    }),
    ...both<Anchor>("getSpecialCells", (anchor, args) => special({ ...anchor, area: cellsOf(anchor) }, args)),
    removeDuplicates,
    getVisibleView: (anchor) => hold("RangeView", anchor),
  },
};

/** The members of a sheet that find cells in it. */
export const sheetSearchMethods: Readonly<Record<string, Method<Sheet>>> = both<Sheet>("findAll", (sheet, args) => {
  const used = sheet.cells.used(true);
  return used ? areas(sheet, places(sheet, used, searching(args))) : null;
});

/** What searches answer. */
export const searchResultMembers: Definitions = {
  RemoveDuplicatesResult: {
    properties: {
      removed: { get: ({ removed }: Subjects["RemoveDuplicatesResult"]) => removed },
      uniqueRemaining: { get: ({ uniqueRemaining }: Subjects["RemoveDuplicatesResult"]) => uniqueRemaining },
    },
  },
};
