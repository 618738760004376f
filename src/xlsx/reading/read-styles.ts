// Picks the two things out of a workbook's styles that change what a cell means: whether a number is shown as a day, and struck-out text.
import { withoutComments, xmlAttribute, xmlFlag, xmlTags } from "./xml-tags";

/** What the styles of cells (the `s` of a cell) say, by their number. */
export interface StyleMarks {
  readonly isDay: readonly boolean[];
  readonly isStruckOut: readonly boolean[];
}

/** The styles of a workbook without a styles part. */
export const noStyleMarks: StyleMarks = { isDay: [], isStruckOut: [] };

// Built-in formats that show a day or a time, those of Chinese Excel (27–36, 50–58) included (ECMA-376-1, 18.8.30).
const builtInDays: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** The marks of a styles part. */
export function readStyleMarks(stylesXml: string): StyleMarks {
  const xml = withoutComments(stylesXml);
  const formats = new Map(
    [...xmlTags(xml, "numFmt")].map(({ attributes }) => [
      Number(xmlAttribute(attributes, "numFmtId")),
      xmlAttribute(attributes, "formatCode") ?? "",
    ]),
  );
  const struckFonts = section(xml, "fonts")
    .split(/<(?:[\w.-]+:)?font(?=[\s/>])/)
    .slice(1)
    .map(isStruck);
  const styles = [...xmlTags(section(xml, "cellXfs"), "xf")].map(({ attributes }) => attributes);
  return {
    isDay: styles.map((attributes) => {
      const id = Number(xmlAttribute(attributes, "numFmtId") ?? 0);
      const code = formats.get(id);
      return code === undefined ? builtInDays.some(([from, to]) => from <= id && id <= to) : isDateFormat(code);
    }),
    isStruckOut: styles.map((attributes) => struckFonts[Number(xmlAttribute(attributes, "fontId") ?? 0)] ?? false),
  };
}

function section(xml: string, name: string): string {
  const start = new RegExp(`<(?:[\\w.-]+:)?${name}[\\s>]`).exec(xml)?.index;
  if (start === undefined) return "";
  const length = new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`).exec(xml.slice(start))?.index;
  return xml.slice(start, length === undefined ? undefined : start + length);
}

function isStruck(font: string): boolean {
  return [...xmlTags(font, "strike")].some(({ attributes }) => xmlAttribute(attributes, "val") === undefined || xmlFlag(attributes, "val"));
}

/** Whether a number format shows a day or a time of day; what counts hours or minutes (`[h]:mm`) is a number. */
export function isDateFormat(code: string): boolean {
  if (code.length > 255 || /\[(?:h+|m+|s+)\]/i.test(code)) return false;
  // Quoted text, escapes, fillers and [brackets] are not part of the pattern, nor are the parts for negative numbers, zero and text.
  const pattern = code
    .replace(/"[^"]*"|\\.|[*_].|\[[^\]]*\]/g, "")
    .replace(/;.*$/s, "")
    .toLowerCase()
    .replace(/s\.0+/g, "s");
  return /[ymdhsbe]|aaa/.test(pattern) && !/[0#?@]|general|standard/.test(pattern);
}
