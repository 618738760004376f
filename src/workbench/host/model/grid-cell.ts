// A cell of the host's book as a cell of a Grid: dates by their number format, errors as faults.
import { dayFromSerial } from "../../../domain/values/day";
import { type CellValue } from "../../../sheets/grid";
import { type Cell } from "./cell";

/** The cell's value as reading code sees it. */
export function gridCell(cell: Cell | undefined): CellValue {
  if (!cell || cell.content === "") return null;
  const { content, style } = cell;
  if (typeof content === "object") return { fault: "error", text: content.error };
  if (typeof content !== "number" || !showsDay(style.numberFormat)) return content;
  const day = dayFromSerial(content);
  return day ? { day } : content;
}

// Quoted words, escapes and brackets are no part of the pattern; y and d are in dates only.
function showsDay(format: string): boolean {
  const pattern = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").split(";")[0] ?? "";
  return /[yd]/i.test(pattern) && !/general|[#0]/i.test(pattern);
}
