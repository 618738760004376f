// What is written into a cell: text stays text, money and days are numbers, links are formulas that go to their cell.
import { serialFromDay } from "../domain/values/day";
import { type CellOut, type SheetSpec } from "../sheets/writing/spec";
import { styleOf } from "../sheets/writing/styles";
import { quoteSheetName } from "../sheets/writing/tab-layout/sheet-names";
import { rowStyles } from "../sheets/writing/tab-layout/row-styles";
import { formatOf, type LinkMode } from "./style-areas";

/** What Excel's `values` take for one cell; null leaves the cell as it is. */
export type OutValue = string | number | null;

/** Excel's limit for a text within a formula. */
const literalLength = 255;

// Excel reads what it is given as if it were typed: in a cell that is not formatted as text an apostrophe keeps text from becoming
// a number, a day or a formula.
function textValue(text: string, format: string): string {
  const lines = text.replace(/\r\n?/g, "\n");
  return format === "@" ? lines : `'${lines}`;
}

/** What a tab's links need to know. */
export interface LinkContext {
  readonly mode: LinkMode;
  /** The name that a tab has in the book, from the name that was wanted for it. */
  readonly sheetName: (wanted: string) => string;
}

/** The place a link leads to, as Excel writes it. */
export function linkTarget(link: { readonly sheet: string; readonly cell: string }, sheetName: LinkContext["sheetName"]): string {
  return `${quoteSheetName(sheetName(link.sheet))}!${link.cell}`;
}

function linkFormula({ text, link }: { text: string; link: { sheet: string; cell: string } }, { sheetName }: LinkContext): string {
  const target = `#${linkTarget(link, sheetName)}`;
  if (text.length > literalLength || target.length > literalLength) return `'${text}`;
  const quoted = (part: string): string => `"${part.replace(/\r\n?/g, "\n").replaceAll('"', '""')}"`;
  return `=HYPERLINK(${quoted(target)},${quoted(text)})`;
}

/** A cell's value in a cell of this number format. */
export function outValue(cell: CellOut, format: string, links: LinkContext): OutValue {
  if (cell === null || cell === "") return null;
  if (typeof cell === "string") return textValue(cell, format);
  if (typeof cell === "number") return cell;
  if ("fen" in cell) return cell.fen / 100;
  if ("day" in cell) return serialFromDay(cell.day);
  if ("rate" in cell) return cell.rate / 10_000;
  if ("error" in cell) return cell.error;
  if ("formula" in cell) return `=${cell.formula}`;
  if (cell.text === "") return null;
  return links.mode === "formulas" ? linkFormula(cell, links) : textValue(cell.text, format);
}

/** The tab's values, every row as wide as the widest. */
export function outRows(spec: SheetSpec, links: LinkContext): readonly (readonly OutValue[])[] {
  const width = spec.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const styles = rowStyles(spec);
  return spec.rows.map((row) => {
    const names = styles.next().value ?? [];
    return Array.from({ length: width }, (_, column) => {
      const cell = row[column] ?? null;
      const name = names[column];
      return outValue(cell, name === undefined ? "General" : formatOf(cell, styleOf(name), links.mode), links);
    });
  });
}
