// What Excel gives for a cell, as the reading code sees it: dates by their number format, errors by their type, numbers as they are.
import { dayFromSerial } from "../domain/values/day";
import { type CellValue } from "../sheets/grid";

/** What Excel's `values` hold for one cell. */
export type ExcelValue = string | number | boolean;

// Texts that look like an error; only the cell's type tells whether they are.
const errorText =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|GETTING_DATA|UNKNOWN!|EXTERNAL!)$/;

/** The last serial number that is a day we know, 2199-12-31. */
const lastSerial = 109_574;

/** Whether the number may be a day, so that its number format is needed. */
export function mayBeDay(value: ExcelValue): boolean {
  return typeof value === "number" && value >= 1 && value < lastSerial + 1;
}

/** Whether the text may be an error, so that the cell's type is needed. */
export function mayBeError(value: ExcelValue): boolean {
  return typeof value === "string" && value.startsWith("#") && errorText.test(value);
}

/** Whether the value holds a number as long as those by which people and contracts are known. */
export function mayBeSomebodys(value: ExcelValue): boolean {
  return typeof value === "number" ? value >= 1e10 : typeof value === "string" && /[\d*]{8}/.test(value);
}

const known = new Map<string, boolean>();

/**
 * Whether a number format shows a day. Times of day (`h:mm`) and durations (`[h]:mm`) are none.
 * @example isDayFormat('yyyy"年"m"月"') // true
 */
export function isDayFormat(code: string): boolean {
  const found = known.get(code);
  if (found !== undefined) return found;
  // Quoted text, escapes, fillers and [brackets] but for durations are not part of the pattern; the first section is for positive numbers.
  const pattern = (code.replace(/"[^"]*"|\\.|[*_].|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, "").split(";")[0] ?? "").toLowerCase();
  const isNumber = /[0#?@]|general|standard/.test(pattern.replace(/s\.0+/g, "s"));
  // `m` beside hours or seconds means minutes; `e` and `b` are years, `aaa` is the weekday in Chinese Excel.
  const answer = !isNumber && (/[ydeb]|aaa/.test(pattern) || (pattern.includes("m") && !/[hs]/.test(pattern)));
  if (known.size < 5000) known.set(code, answer);
  return answer;
}

/** A cell from its value, its number format where one was asked for, and its type where one was asked for. */
export function cellOf(value: ExcelValue | null, format: string | undefined, type: string | undefined): CellValue {
  if (value === null || value === "") return null;
  if (typeof value === "string") return type === "Error" ? { fault: "error", text: value } : value;
  const day = typeof value === "number" && format !== undefined && isDayFormat(format) ? dayFromSerial(value) : undefined;
  return day === undefined ? value : { day };
}
