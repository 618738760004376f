// Turns what files hold of a cell into what the reading code sees: days without a time, text untouched, numbers left as numbers.
import { dayFromSerial } from "../../domain/values/day";
import type { CellValue, FaultCell } from "../../sheets/grid";

/** What Excel shows for a date that no calendar has. */
const hashes = "#####";

// Numbers beyond are no time that JavaScript, or anybody, can name.
const lastSerial = 1e8;

/**
 * Makes days of numbers in a date format, one object for a day however many cells hold it. A number that only looks like a date (a time of
 * day, an amount in a date format) stays the number it is.
 */
export function dayCells(date1904: boolean): (serial: number) => CellValue {
  const known = new Map<number, CellValue>();
  return (serial) => {
    // Half a millisecond before midnight is midnight.
    const whole = Math.floor(serial + 5e-9);
    let cell = known.get(whole);
    if (cell === undefined) {
      const day = dayFromSerial(whole, date1904);
      cell = day ? { day } : null;
      known.set(whole, cell);
    }
    return cell ?? (Math.abs(serial) > lastSerial ? { fault: "error", text: hashes } : serial);
  };
}

/** A cell without a usable value. */
export function faultCell(fault: FaultCell["fault"], text: string): FaultCell {
  return { fault, text };
}

/** The row without the blanks at its end. */
export function trimmedRow(row: CellValue[]): CellValue[] {
  let length = row.length;
  while (length > 0 && row[length - 1] === null) length--;
  row.length = length;
  return row;
}
