// Dates as people type them: every unambiguous spelling becomes a Day; what may mean two days is noticed, never chosen.
import { type Day, dayFromParts, dayFromSerial } from "../../../domain/values/day";
import type { FieldId, ReadingIssueKind } from "../../../domain/record/field";
import { foldText } from "./clean";
import type { ReportIssue } from "./numbers-as-text";

interface Parsed {
  readonly day: Day | undefined;
  readonly kind: ReadingIssueKind;
}

const separators = "[-/.年]";
const fullDate = new RegExp(
  `^(\\d{4})${separators}(\\d{1,2})[-/.月](\\d{1,2})[日号]?(?:\\(?[星期周][一二三四五六日天]\\)?)?(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?$`,
);
const shortYear = new RegExp(`^(\\d{2})${separators}(\\d{1,2})[-/.月](\\d{1,2})[日号]?$`);
const yearless = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/;

/** The day in a cell, or undefined when it is blank or unreadable (which is noticed). Yearless days get the season's year, and are noticed. */
export function readDay(field: FieldId, cell: string | number, seasonYear: number, report: ReportIssue): Day | undefined {
  const parsed = typeof cell === "number" ? fromNumber(cell, seasonYear) : fromText(foldText(cell), seasonYear);
  if (!parsed.day) {
    report({ field, kind: "unreadable", raw: String(cell) });
    return undefined;
  }
  report({ field, kind: parsed.kind, raw: String(cell), proposal: parsed.day });
  return parsed.day;
}

function fromNumber(value: number, seasonYear: number): Parsed {
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 21_991_231) return fromText(String(value), seasonYear);
  // A serial without a date format, as LibreOffice leaves formula dates: 1954 to 2119 only, so that an amount is not read as a day.
  if (value >= 20_000 && value <= 80_000) return { day: dayFromSerial(value), kind: "text-day" };
  // 11.29 typed for 29 November; 11.3 may have been 11.30 and is not read.
  const match = /^(\d{1,2})\.(\d{2})$/.exec(String(value));
  return match
    ? { day: dayFromParts(seasonYear, Number(match[1]), Number(match[2])), kind: "yearless-day" }
    : { day: undefined, kind: "unreadable" };
}

function fromText(text: string, seasonYear: number): Parsed {
  const full = fullDate.exec(text.replace(/(?<=[年月])\s+|\s+(?=[年月日])/g, "")) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (full) return { day: dayFromParts(Number(full[1]), Number(full[2]), Number(full[3])), kind: "text-day" };
  const short = shortYear.exec(text);
  if (short) return { day: dayFromParts(2000 + Number(short[1]), Number(short[2]), Number(short[3])), kind: "two-digit-year" };
  const bare = yearless.exec(text);
  if (bare) return { day: dayFromParts(seasonYear, Number(bare[1]), Number(bare[2])), kind: "yearless-day" };
  return /^\d{5}$/.test(text) ? { day: dayFromSerial(Number(text)), kind: "text-day" } : { day: undefined, kind: "unreadable" };
}

/** The month in a cell as `YYYY-MM`, or the bare year `YYYY` where no month is given; undefined when blank or unreadable. */
export function readMonth(field: FieldId, cell: string | number, report: ReportIssue): string | undefined {
  const text = foldText(String(cell)).replace(/\s+/g, "");
  const match = /^(\d{4})(?:[-/.年]?(\d{2})|[-/.年](\d))?(?:[-/.月]?\d{0,2}[日号]?)?年?$/.exec(text) ?? /^(\d{4})年?$/.exec(text);
  const year = Number(match?.[1]);
  const month = Number(match?.[2] ?? match?.[3] ?? 0);
  // 2019.1 as a number may have been 2019.10; Excel dropped the nought.
  const isCut = typeof cell === "number" && /\.1$/.test(text);
  const serial = typeof cell === "number" && cell >= 20_000 && cell <= 80_000 ? dayFromSerial(cell) : undefined;
  if (serial) return serial.slice(0, 7);
  if (!match || isCut || year < 1950 || year > 2199 || month > 12) {
    report({ field, kind: "unreadable", raw: String(cell) });
    return undefined;
  }
  return month === 0 ? String(year) : `${year}-${String(month).padStart(2, "0")}`;
}
