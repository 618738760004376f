// Calendar days without a time of day: due dates, deliveries, visits and the season's deadlines.
import { addDays as addCalendarDays, differenceInCalendarDays, differenceInYears, formatISO, getDay, isValid, parseISO } from "date-fns";

declare const dayBrand: unique symbol;

/** A calendar day as `YYYY-MM-DD`; days compare and sort as text. */
export type Day = string & { readonly [dayBrand]: "day" };

// The only place that builds a Date: noon-free local midnights are safe because only calendar arithmetic is done on them.
function dateOf(day: Day): Date {
  return parseISO(day);
}

/**
 * The day with these parts, or undefined when the calendar has no such day.
 * @example dayFromParts(2019, 2, 29) // undefined
 */
export function dayFromParts(year: number, month: number, date: number): Day | undefined {
  if (!isCalendarDay(year, month, date)) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}` as Day;
}

/** Whether the calendar has a day with these parts, between 1900 and 2199. */
export function isCalendarDay(year: number, month: number, date: number): boolean {
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && date >= 1 && date <= 31)) return false;
  if (date <= 28) return true;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap && date === 29;
  return date <= 30 || !(month === 4 || month === 6 || month === 9 || month === 11);
}

/** The day that ISO text names, or undefined when it is not exactly a valid `YYYY-MM-DD`. */
export function dayFromIso(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayFromParts(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/**
 * The day that ISO text names.
 * @throws RangeError when the text is not a valid day.
 */
export function day(text: string): Day {
  const found = dayFromIso(text);
  if (!found) throw new RangeError(`not a day: ${text}`);
  return found;
}

/**
 * The day of an Excel serial number, or undefined outside 1900–2199. Serial 60 is 1900-02-29, which never was (Lotus's leap-year error,
 * kept by ECMA-376 part 1 §18.17.4.1).
 * @param date1904 whether the book counts from 1904-01-01, as old Mac books do
 * @example dayFromSerial(43819) // "2019-12-20"
 */
export function dayFromSerial(serial: number, date1904 = false): Day | undefined {
  if (!Number.isFinite(serial)) return undefined;
  const whole = Math.floor(serial) + (date1904 ? 1462 : 0);
  if (whole < 1 || whole === 60 || whole > 109_574) return undefined;
  const date = addCalendarDays(new Date(1899, 11, whole < 60 ? 31 : 30), whole);
  return isValid(date) ? dayFromParts(date.getFullYear(), date.getMonth() + 1, date.getDate()) : undefined;
}

/** The Excel serial number of a day in the 1900 system. */
export function serialFromDay(value: Day): number {
  const serial = differenceInCalendarDays(dateOf(value), new Date(1899, 11, 30));
  return serial > 60 ? serial : serial - 1;
}

/** How many days later the second day is than the first; negative when it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return differenceInCalendarDays(dateOf(to), dateOf(from));
}

/** The day so many days later. */
export function addDays(value: Day, count: number): Day {
  return formatISO(addCalendarDays(dateOf(value), count), { representation: "date" }) as Day;
}

/** Whole years of age on a day. */
export function ageOn(birth: Day, on: Day): number {
  return differenceInYears(dateOf(on), dateOf(birth));
}

/** The weekday as 0 (Sunday) to 6 (Saturday). */
export function weekday(value: Day): number {
  return getDay(dateOf(value));
}

/** Year, month and date of a day as numbers. */
export function dayParts(value: Day): { readonly year: number; readonly month: number; readonly date: number } {
  return { year: Number(value.slice(0, 4)), month: Number(value.slice(5, 7)), date: Number(value.slice(8, 10)) };
}
