// Picks the two things out of a workbook's styles that change what a cell means: date formats that hucre does not know, and struck-out text.
import { isDateFormat } from "hucre";
import { withoutComments, xmlAttribute, xmlFlag, xmlTags } from "./xml-tags";

/** Numbers of cell styles (the `s` of a cell). */
export interface StyleMarks {
  /** Date formats that hucre reads as plain numbers: a single `m`, `aaaa` (weekday), `e` (year). */
  readonly missedDays: ReadonlySet<number>;
  readonly struckOut: ReadonlySet<number>;
}

/** The marks of a styles part. */
export function readStyleMarks(stylesXml: string): StyleMarks {
  const xml = withoutComments(stylesXml);
  const formats = new Map(
    [...xmlTags(xml, "numFmt")].map(({ attributes }) => [
      xmlAttribute(attributes, "numFmtId"),
      xmlAttribute(attributes, "formatCode") ?? "",
    ]),
  );
  const struckFonts = section(xml, "fonts")
    .split(/<(?:[\w.-]+:)?font(?=[\s/>])/)
    .slice(1)
    .map(isStruck);
  const missedDays = new Set<number>();
  const struckOut = new Set<number>();
  let index = 0;
  for (const { attributes } of xmlTags(section(xml, "cellXfs"), "xf")) {
    if (isMissedDay(formats.get(xmlAttribute(attributes, "numFmtId")) ?? "")) missedDays.add(index);
    if (struckFonts[Number(xmlAttribute(attributes, "fontId") ?? 0)]) struckOut.add(index);
    index++;
  }
  return { missedDays, struckOut };
}

/** The styles of a workbook without a styles part. */
export const noStyleMarks: StyleMarks = { missedDays: new Set(), struckOut: new Set() };

function section(xml: string, name: string): string {
  const start = new RegExp(`<(?:[\\w.-]+:)?${name}[\\s>]`).exec(xml)?.index;
  if (start === undefined) return "";
  const length = new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`).exec(xml.slice(start))?.index;
  return xml.slice(start, length === undefined ? undefined : start + length);
}

function isStruck(font: string): boolean {
  return [...xmlTags(font, "strike")].some(({ attributes }) => xmlAttribute(attributes, "val") === undefined || xmlFlag(attributes, "val"));
}

function isMissedDay(code: string): boolean {
  return code !== "" && code.length <= 255 && !isDateFormat(code) && isRareDateFormat(code);
}

/** Whether a number format shows a date although it has neither year nor day in the usual letters. */
export function isRareDateFormat(code: string): boolean {
  // A part of a date and no place for a digit; quoted text, escapes, fillers and [brackets] are not part of the pattern.
  const pattern = code.replace(/"[^"]*"|\\.|[*_].|\[[^\]]*\]/g, "").toLowerCase();
  return /m|aaa|e|b/.test(pattern) && !/[0#?@]|general|standard/.test(pattern);
}
