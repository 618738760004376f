// How a cell's value changes its style: a date, an amount or a rate in a text column must not be shown as a bare number.
import { type Area } from "../../grid";
import { type CellOut, type ColumnSpec, type Highlight, type SheetSpec, type StyledArea, type Validation } from "../spec";
import { type CellStyle, styleOf, type StyleName } from "../styles";

/** What kind of value a cell holds, as far as its number format goes. */
export type ValueKind = "text" | "general" | "fen" | "day" | "rate";

/** What a cell of a file holds: what tabs of ours hold, and the yes-or-no values of books that were not xlsx. */
export type FileCell = CellOut | boolean;

/** A line beside a cell: its style by the name that files use (`thin`, `dashed`), its colour as RRGGBB. */
export interface FileLine {
  readonly style: string;
  readonly color: string;
}

/** How cells may look that people have formatted: more than our named styles. */
export interface FileLook extends Omit<CellStyle, "font" | "border" | "horizontal" | "vertical"> {
  readonly font: CellStyle["font"] & { readonly italic?: boolean; readonly underline?: boolean };
  readonly border?: CellStyle["border"] | Readonly<Partial<Record<"left" | "right" | "top" | "bottom", FileLine>>>;
  readonly horizontal: CellStyle["horizontal"] | "fill" | "justify" | "centerContinuous" | "distributed";
  readonly vertical: CellStyle["vertical"] | "bottom" | "justify" | "distributed";
}

/** A named style of ours, or a look of people's own. */
export type FileStyle = StyleName | FileLook;

/** A rule for typing whose limits are formulas. */
export interface FileRule {
  readonly areas: readonly Area[];
  readonly type: "list" | "whole" | "decimal" | "date" | "time" | "textLength" | "custom";
  readonly operator?: string;
  readonly formulas: readonly string[];
  readonly allowBlank: boolean;
  readonly prompt?: Validation["prompt"];
  readonly error?: Validation["error"] & { readonly style: "stop" | "warning" | "information" };
}

/** A tab to be written: one of ours, one of a book that was not xlsx, or one that people may have changed. */
export interface FileSheet extends Omit<SheetSpec, "rows" | "columns" | "styled" | "looks" | "highlights"> {
  readonly rows: readonly (readonly FileCell[])[];
  readonly columns: readonly (Omit<ColumnSpec, "style"> & { readonly style: FileStyle })[];
  readonly styled?: readonly StyledArea[];
  /** The look of every cell, by row and column, in place of columns' and areas'. */
  readonly looks?: readonly (readonly (FileStyle | undefined)[])[];
  readonly highlights?: readonly (Highlight & { readonly also?: readonly Area[] })[];
  readonly rules?: readonly FileRule[];
  /** Names besides those that follow from the rest; `isOfBook` when every sheet knows them. */
  readonly names?: readonly {
    readonly name: string;
    readonly refersTo: string;
    readonly isHidden?: boolean;
    readonly isOfBook?: boolean;
  }[];
}

/** How a style looks. */
export function lookOf(style: FileStyle): FileLook {
  return typeof style === "string" ? styleOf(style) : style;
}

/** The kind of a value; blank cells count as text. */
export function kindOf(value: FileCell | undefined): ValueKind {
  if (value === null || value === undefined || typeof value === "string") return "text";
  if (typeof value !== "object" || "formula" in value || "error" in value) return "general";
  if ("fen" in value) return "fen";
  if ("day" in value) return "day";
  return "rate" in value ? "rate" : "text";
}

const formats: Readonly<Record<ValueKind, string>> = {
  text: "@",
  general: "General",
  fen: "#,##0.00",
  day: "yyyy-mm-dd",
  rate: "0.00%",
};

/** The style for a value of this kind: its own format, unless that is the text format and the value is none. */
export function styleForKind<Look extends FileLook>(style: Look, kind: ValueKind): Look {
  return style.format === "@" && kind !== "text" ? { ...style, format: formats[kind] } : style;
}

/** The style of a column as a whole: what is typed below the prepared rows keeps its format and stays open, without lines and colours. */
export function openColumnStyle<Look extends FileLook>(style: Look): Omit<Look, "border" | "fill"> {
  const { border, fill, ...open } = style;
  void [border, fill];
  return open;
}
