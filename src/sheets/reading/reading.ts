// What reading makes of a workbook: each sheet recognised, its columns matched, its rows typed; nothing ignored without a reason.
import type { FieldId, SheetRow } from "../../domain/record/field";
import type { Fen } from "../../domain/values/money";
import type { Register, Registers } from "../../domain/record/registers";
import type { Roster } from "../../domain/record/roster";
import type { Season } from "../../domain/record/season";
import type { Jurisdictions } from "../../domain/places/jurisdiction";
import type { Grid } from "../grid";
import { tabNames } from "../vocabulary/tabs";

/** What a sheet is, by its content. `register` and `own` are tabs of ours. */
export type SheetKind = "borrowers" | "jurisdictions" | "contacts" | "repayments" | "settings" | "register" | "own" | "other";

/** Why a row is not data. */
export type IgnoredWhy = "total" | "blank" | "note" | "header";

/** A row that was left out, as the user counts it, with the reason and its own text. */
export interface IgnoredRow {
  readonly row: number;
  readonly why: IgnoredWhy;
  readonly text: string;
}

/** A figure printed in a totals row: which rows it should add up, and what it says. */
export interface PrintedTotal {
  readonly row: number;
  readonly field: FieldId;
  readonly printed: Fen;
  /** The sum of the data rows that the totals row stands for: since the last subtotal for 小计, the whole table for 合计. */
  readonly computed: Fen;
}

/** Something about the layout that the user should know; becomes a finding of the same code. */
export interface LayoutIssue {
  readonly code:
    | "header-repeated"
    | "rows-ignored"
    | "hidden-rows"
    | "hidden-columns"
    | "column-ambiguous"
    | "column-missing"
    | "column-duplicated"
    | "merged-cells-filled"
    | "units-not-yuan"
    | "comments-unread"
    | "quote-unmatched"
    | "setting-date-unreadable"
    | "setting-date-far"
    | "setting-year-unreadable"
    | "setting-too-long"
    | "setting-control-unreadable"
    | "setting-report-unreadable"
    | "setting-policy-unreadable"
    | "text-braces"
    | "text-harsh"
    | "text-missing"
    | "text-spills"
    | "total-differs";
  /** As the user counts rows; 0 for the sheet as a whole. */
  readonly row: number;
  readonly field?: FieldId;
  readonly cell: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One sheet as understood. */
export interface SheetReading {
  readonly grid: Grid;
  readonly name: string;
  readonly kind: SheetKind;
  /** The (last) heading row as the user counts it; 0 when none was found. */
  readonly headerRow: number;
  /** The column of each recognised field, counted from 0. */
  readonly columns: ReadonlyMap<FieldId, number>;
  /** The headings as the user's sheet spells them. */
  readonly headings: ReadonlyMap<FieldId, string>;
  readonly rows: readonly SheetRow[];
  readonly ignored: readonly IgnoredRow[];
  readonly printedTotals: readonly PrintedTotal[];
  readonly layout: readonly LayoutIssue[];
}

/** The whole workbook as understood: what every action starts from. */
export interface SeasonBook {
  readonly sheets: readonly SheetReading[];
  readonly season: Season;
  /** All borrower rows of all borrower sheets, in order, and the persons they make. */
  readonly roster: Roster;
  readonly jurisdictions: Jurisdictions | undefined;
  /** Rows of 联系表(附件1): school, headmaster, leader, contact with phones. */
  readonly contacts: readonly SheetRow[];
  /** Rows of the bank's deduction and early-repayment sheets, in order. `source` is the sheet's name. */
  readonly payments: readonly SheetRow[];
  readonly registers: Registers;
}

/** The tables of a register among the sheets of a book. A tab that lost its mark is ours only where no marked one stands beside it. */
export function registerReadings(sheets: readonly SheetReading[], tab: Register): readonly SheetReading[] {
  const registers = sheets.filter(({ kind }) => kind === "register");
  const marked = registers.filter(({ grid }) => grid.ownTab === tab);
  return marked.length > 0 ? marked : registers.filter(({ grid, name }) => !grid.ownTab && name === tabNames[tab]);
}
