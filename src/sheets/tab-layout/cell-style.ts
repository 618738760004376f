// How a cell's value changes its style: a date, an amount or a rate in a text column must not be shown as a bare number.
import { type CellOut, type SheetSpec } from "../spec";
import { type CellStyle } from "../styles";

/** What kind of value a cell holds, as far as its number format goes. */
export type ValueKind = "text" | "general" | "fen" | "day" | "rate";

/** What a cell of a file holds: what tabs of ours hold, and the yes-or-no values of books that were not xlsx. */
export type FileCell = CellOut | boolean;

/** A tab to be written: one of ours, or one of a book that was not xlsx. */
export interface FileSheet extends Omit<SheetSpec, "rows"> {
  readonly rows: readonly (readonly FileCell[])[];
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
export function styleForKind(style: CellStyle, kind: ValueKind): CellStyle {
  return style.format === "@" && kind !== "text" ? { ...style, format: formats[kind] } : style;
}

/** The style of a column as a whole: what is typed below the prepared rows keeps its format and stays open, without lines and colours. */
export function openColumnStyle(style: CellStyle): CellStyle {
  const { font, horizontal, vertical, wrap, format, unlocked } = style;
  return { font, horizontal, vertical, format, ...(wrap ? { wrap } : {}), ...(unlocked ? { unlocked } : {}) };
}
