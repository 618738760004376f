// SheetSpec: what a sheet of ours looks like, as plain data; files and Excel render the same spec.
import type { Day } from "../../domain/values/day";
import type { Fen } from "../../domain/values/money";
import type { Area } from "../grid";
import type { StyleName } from "./styles";

/** What we put in a cell. Text is always text, even when it begins with `=`. */
export type CellOut =
  | null
  | string
  | number
  | { readonly fen: Fen }
  | { readonly day: Day }
  /** A rate as a whole number of hundredths of a percent: 9612 is shown as 96.12%. */
  | { readonly rate: number }
  /** Text that leads to a cell of the same book. */
  | { readonly text: string; readonly link: { readonly sheet: string; readonly cell: string } }
  /** A formula without `=`, with the value it has now. */
  | { readonly formula: string; readonly value: number | string }
  /** An error value such as `#REF!`; only the messy sample county writes one. */
  | { readonly error: string };

/** One column: its width in characters and the style of its body cells. */
export interface ColumnSpec {
  readonly width: number;
  readonly style: StyleName;
  readonly hidden?: boolean;
}

/** A style for an area that differs from its columns' (title, heading, totals). Later entries win. */
export interface StyledArea {
  readonly area: Area;
  readonly style: StyleName;
}

/** What may be typed into an area; anything else is refused with the message. */
export interface Validation {
  readonly area: Area;
  readonly rule:
    | { readonly kind: "list"; readonly values: readonly string[] }
    | { readonly kind: "day"; readonly from: Day; readonly to: Day }
    | { readonly kind: "amount"; readonly from: Fen; readonly to: Fen }
    | { readonly kind: "whole"; readonly from: number; readonly to: number }
    | { readonly kind: "length"; readonly to: number };
  readonly prompt?: { readonly title: string; readonly message: string };
  readonly error: { readonly title: string; readonly message: string };
}

/** A colour for cells while a formula (without `=`, relative to the area's first cell) holds, or bars as long as their values. */
export type Highlight =
  | { readonly area: Area; readonly formula: string; readonly fill: string; readonly fontColor?: string }
  | { readonly area: Area; readonly bar: string };

/** A chart over cells of the same sheet. */
export interface ChartSpec {
  readonly kind: "bar" | "column" | "line" | "pie";
  readonly title: string;
  readonly categories: Area;
  readonly series: readonly { readonly name: string; readonly values: Area }[];
  /** The cells that the chart covers. */
  readonly over: Area;
  readonly percent?: boolean;
}

/** A picture of black and white squares over the cells; it goes where the cell goes that it begins in. */
export interface PictureSpec {
  readonly row: number;
  readonly column: number;
  /** How far from that cell's left and upper side it begins, and how long its own sides are, in points. */
  readonly left: number;
  readonly top: number;
  readonly size: number;
  /** Rows of as many squares as there are rows, `#` being a black one. */
  readonly squares: readonly string[];
  /** What is said of it to those who cannot see it. */
  readonly label: string;
}

/** How the sheet prints. Measures in inches. */
export interface PageSpec {
  readonly paper: "A4";
  readonly orientation: "portrait" | "landscape";
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** Fit the width to one page, or to two side by side, any number of pages high. */
  readonly fitWidth?: boolean | 2;
  /** The size in percent, for sheets that say where their pages end: Excel forgets page breaks when it fits sheets to pages. */
  readonly scale?: number;
  readonly center?: boolean;
  readonly area?: Area;
  /** First and last row (counted from 0) repeated on every page. */
  readonly repeatRows?: readonly [number, number];
  /** First and last column (counted from 0) repeated on every page. */
  readonly repeatColumns?: readonly [number, number];
  /** Rows (counted from 0) after which a new page begins. */
  readonly breaksAfter?: readonly number[];
  readonly header?: string;
  /** Office's codes: `&P` page, `&N` pages; `&L &C &R` parts. */
  readonly footer?: string;
}

/** One tab of ours. Rows and columns are counted from 0 throughout. */
export interface SheetSpec {
  /** Permanent id by which the tab is known as ours, for example `findings`; "" for a sheet that poses as the user's (the sample county's). */
  readonly tab: string;
  /** The wanted name; adapters make it legal and unique in the book. */
  readonly name: string;
  readonly visibility?: "hidden" | "veryHidden";
  readonly tabColor?: string;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly (readonly CellOut[])[];
  readonly styled?: readonly StyledArea[];
  /** The style of every cell, by row and column, in place of columns' and areas'; rows that look alike may share one list. */
  readonly looks?: readonly (readonly (StyleName | undefined)[])[];
  /** Rows, without links, that stand more than once: the very same list of cells, each time with the same looks. */
  readonly repeated?: ReadonlySet<readonly CellOut[]>;
  readonly merges?: readonly Area[];
  /** Row heights in points, by row; every printed row of a notice has one. */
  readonly heights?: ReadonlyMap<number, number>;
  readonly hiddenRows?: readonly number[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** The area with filter buttons, its first row being the headings. */
  readonly filter?: Area;
  readonly validations?: readonly Validation[];
  readonly highlights?: readonly Highlight[];
  readonly charts?: readonly ChartSpec[];
  readonly pictures?: readonly PictureSpec[];
  /** Locked without a password; cells whose style is unlocked stay open. Filtering, sorting and column widths stay allowed. */
  readonly isProtected?: boolean;
  readonly page?: PageSpec;
}

/** A workbook of ours that is a file of its own. */
export interface BookSpec {
  readonly sheets: readonly SheetSpec[];
  /** What the file says of itself in its properties (see `bookTitle`); absent: what its first tab calls itself. */
  readonly title?: string;
}
