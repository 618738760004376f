// Picks out the cells of a row whose kind the value stream hides: errors, formulas never calculated, dates written as text or in rare formats.
import { columnIndex, type FaultCell } from "../../sheets/grid";
import type { StyleMarks } from "./read-styles";
import { xmlText } from "./xml-tags";

/** What a cell is, when its streamed value does not tell. */
export interface CellMark {
  readonly column: number;
  /** `blank`: a type without a value; `serial`: the number is a day; `iso`: the text is a day; otherwise a fault that replaces the value. */
  readonly is: "serial" | "iso" | "blank" | FaultCell;
}

/** The patterns for one sheet: tags carry the sheet's prefix, styles are those of its workbook. */
export interface MarkPatterns {
  readonly row: string;
  readonly sheetDataEnd: string;
  /** Something other than formatting: a value, a text, a formula. */
  readonly content: RegExp;
  /** A quick look whether any cell needs a mark. */
  readonly anyMark: RegExp;
  readonly cell: RegExp;
  readonly cellEnd: string;
  readonly formula: RegExp;
  readonly value: RegExp;
  /** A value or a text that is not blank markup. */
  readonly text: RegExp;
  /** A value with a text in it, an inline text or a formula. */
  readonly anyContent: RegExp;
  readonly styles: StyleMarks;
}

/** The patterns for sheets whose tags have this prefix (mostly none). */
export function markPatterns(prefix: string, styles: StyleMarks): MarkPatterns {
  const p = prefix.replaceAll(".", "\\.");
  const noValue = `\\s*(?:<${p}v\\s*/>|<${p}v>\\s*</${p}v>|</${p}c>)`;
  const styled = [...styles.missedDays, ...styles.struckOut].join("|");
  const kinds = [
    `\\st=["'][ed]["']`,
    `<${p}c\\s[^<>]*\\bt=["'](?:s|b|n|str)["'][^<>]*(?:/>|>${noValue})`,
    `</${p}f>${noValue}`,
    `<${p}f(?:\\s[^<>]*)?/>${noValue}`,
    ...(styled ? [`\\ss=["'](?:${styled})["']`] : []),
  ];
  return {
    row: `<${prefix}row`,
    sheetDataEnd: `</${prefix}sheetData`,
    content: new RegExp(`<${p}(?:v|is|f)[\\s/>]`),
    anyMark: new RegExp(kinds.join("|")),
    cell: new RegExp(`<${p}c(?=[\\s/>])([^<>]*)>`, "g"),
    cellEnd: `</${prefix}c>`,
    formula: new RegExp(`<${p}f(?:\\s[^<>]*?)?(?:/>|>([^<]*)</${p}f>)`),
    value: new RegExp(`<${p}v(?:\\s[^<>]*)?>([^<]*)</${p}v>`),
    text: new RegExp(`<${p}[vt](?:\\s[^<>]*)?>[^<]`),
    anyContent: new RegExp(`<${p}v(?:\\s[^<>]*)?>[^<]|<${p}(?:is|f)[\\s/>]`),
    styles,
  };
}

/** The marks of one row's cells, and how many cells with a value are struck out. */
export function markRow(row: string, patterns: MarkPatterns): { readonly marks: readonly CellMark[]; readonly struckOut: number } {
  const marks: CellMark[] = [];
  let struckOut = 0;
  let column = -1;
  for (const { attributes, content } of cellsOf(row, patterns)) {
    const letters = /(?:^|\s)r\s*=\s*["']([A-Za-z]{1,3})\d/.exec(attributes)?.[1];
    column = letters === undefined ? column + 1 : columnIndex(letters.toUpperCase());
    if (!patterns.anyContent.test(content)) {
      if (/(?:^|\s)t\s*=/.test(attributes)) marks.push({ column, is: "blank" });
      continue;
    }
    const style = Number(/(?:^|\s)s\s*=\s*["'](\d+)/.exec(attributes)?.[1] ?? 0);
    if (patterns.styles.struckOut.has(style) && patterns.text.test(content)) struckOut++;
    const is = kindOf(attributes, content, style, patterns);
    if (is) marks.push({ column, is });
  }
  return { marks, struckOut };
}

function* cellsOf(
  row: string,
  { cell, cellEnd }: MarkPatterns,
): Generator<{ readonly attributes: string; readonly content: string }, void, undefined> {
  let at = 0;
  for (const match of row.matchAll(cell)) {
    // Inside the cell before: not a cell of this row.
    if (match.index < at) continue;
    const attributes = match[1] ?? "";
    const start = match.index + match[0].length;
    const end = attributes.endsWith("/") ? start : row.indexOf(cellEnd, start);
    if (end < 0) return;
    yield { attributes, content: row.slice(start, end) };
    at = end;
  }
}

function kindOf(attributes: string, content: string, style: number, patterns: MarkPatterns): CellMark["is"] | undefined {
  const type = /(?:^|\s)t\s*=\s*["'](\w+)/.exec(attributes)?.[1] ?? "n";
  const value = patterns.value.exec(content)?.[1];
  if (type === "e") return { fault: "error", text: xmlText(value ?? "").trim() || "#VALUE!" };
  if (type === "d") return "iso";
  const formula = patterns.formula.exec(content);
  // A formula that gave empty text is written with t="str" and an empty value; without a type it was never calculated.
  if (formula && !value?.trim() && !(type === "str" && value !== undefined))
    return { fault: "uncalculated", text: `=${xmlText(formula[1] ?? "")}` };
  return type === "n" && patterns.styles.missedDays.has(style) ? "serial" : undefined;
}
