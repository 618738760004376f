// Turns what the engines give for a cell into what the reading code sees: days without a time, text untouched, numbers left as numbers.
import { dayFromIso, dayFromParts, dayFromSerial } from "../../domain/day";
import type { CellValue } from "../../sheets/grid";
import type { CellMark } from "./mark-cells";

/** What Excel shows for a date that no calendar has. */
const hashes = "#####";

const dayLength = 86_400_000;

/** A value of the stream as a cell; blank text is no value. */
export function streamedCell(value: unknown, date1904: boolean): CellValue {
  if (typeof value === "string") return value === "" ? null : value;
  if (typeof value === "number" || typeof value === "boolean") return value;
  return value instanceof Date ? dateCell(value, date1904) : null;
}

/** A cell whose kind the sheet's XML tells better than the stream. */
export function markedCell(value: CellValue, mark: CellMark["is"], date1904: boolean): CellValue {
  if (mark === "blank") return null;
  if (typeof mark === "object") return mark;
  const day =
    mark === "serial" && typeof value === "number"
      ? dayFromSerial(value, date1904)
      : mark === "iso" && typeof value === "string"
        ? dayFromIso(value.slice(0, 10))
        : undefined;
  return day ? { day } : value;
}

// hucre's dates are UTC. A number that only looks like a date (a time of day, an amount in a date format) stays the number it is.
function dateCell(date: Date, date1904: boolean): CellValue {
  const time = date.getTime();
  if (Number.isNaN(time)) return { fault: "error", text: hashes };
  const day = dayFromParts(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  if (day) return { day };
  const start = date1904 ? Date.UTC(1904, 0, 1) : time < Date.UTC(1900, 2, 1) ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  return Math.round(((time - start) / dayLength) * 1e8) / 1e8;
}

/** The row without the blanks at its end. */
export function trimmedRow(row: CellValue[]): CellValue[] {
  let length = row.length;
  while (length > 0 && row[length - 1] === null) length--;
  row.length = length;
  return row;
}
