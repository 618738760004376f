// A sheet while it is being spoilt: rows that can still be changed and moved, with notes of what was planted where.
import { type FieldId, fieldTypes } from "../domain/record/field";
import type { Severity } from "../domain/record/finding";
import { cellAddress } from "../sheets/grid";
import type { CellOut, ColumnSpec, SheetSpec, StyledArea } from "../sheets/writing/spec";
import type { StyleName } from "../sheets/writing/styles";
import type { LoanRow } from "./borrower-columns";
import { notOurs } from "./sheet-frame";

/** One break that was planted: the kind of break (D1 to D50 of the project's list), the cell, and how grave a check should find it. */
export interface Planted {
  readonly code: string;
  readonly sheet: string;
  /** As the user counts rows. */
  readonly row: number;
  readonly cell: string;
  readonly field?: FieldId;
  /** What was done, in a few words. */
  readonly what: string;
  readonly severity: Severity;
}

/** A row that may still move; `loan` is the truth behind a borrower's row. */
export interface DraftRow {
  readonly cells: CellOut[];
  readonly look?: StyleName;
  readonly loan?: LoanRow;
  isHidden?: boolean;
}

/** A note of something planted in a row, by column counted from 0. */
export interface Mark extends Omit<Planted, "sheet" | "row" | "cell"> {
  readonly on: DraftRow;
  readonly column: number;
}

/** Cells that are merged, from one row to another. */
export interface DraftMerge {
  readonly first: DraftRow;
  readonly last: DraftRow;
  readonly left: number;
  readonly right: number;
}

/** A sheet in the making. */
export interface Draft {
  readonly name: string;
  readonly columns: readonly ColumnSpec[];
  readonly rows: DraftRow[];
  readonly merges: DraftMerge[];
  readonly marks: Mark[];
}

/** A finished sheet and what is planted in it. */
export interface LaidOut {
  readonly spec: SheetSpec;
  readonly planted: readonly Planted[];
}

// A number in a date column would be shown, and read, as a day; clerks' oddities stand in cells of text format.
function styledMark(mark: Mark, row: number): readonly StyledArea[] {
  const isDay = mark.field !== undefined && ["day", "month"].includes(fieldTypes[mark.field]);
  return isDay ? [{ area: { top: row, left: mark.column, bottom: row, right: mark.column }, style: "cell" }] : [];
}

/** The sheet with its rows numbered, and the places of everything planted. */
export function layOut(draft: Draft): LaidOut {
  const places = new Map(draft.rows.map((row, index) => [row, index]));
  const placeOf = (row: DraftRow): number => {
    const place = places.get(row);
    if (place === undefined) throw new RangeError(`a row of ${draft.name} was lost`);
    return place;
  };
  const right = draft.columns.length - 1;
  const looks = draft.rows.flatMap((row, index) =>
    row.look ? [{ area: { top: index, left: 0, bottom: index, right }, style: row.look }] : [],
  );
  const merges = draft.merges.map(({ first, last, left, right: end }) => ({
    top: placeOf(first),
    left,
    bottom: placeOf(last),
    right: end,
  }));
  return {
    spec: {
      tab: notOurs,
      name: draft.name,
      columns: draft.columns,
      rows: draft.rows.map((row) => row.cells),
      styled: [...looks, ...draft.marks.flatMap((mark) => styledMark(mark, placeOf(mark.on)))],
      merges,
      hiddenRows: draft.rows.flatMap((row, index) => (row.isHidden ? [index] : [])),
    },
    planted: draft.marks.map(({ on, column, ...mark }) => {
      const row = placeOf(on);
      return { ...mark, sheet: draft.name, row: row + 1, cell: cellAddress(row, column) };
    }),
  };
}
