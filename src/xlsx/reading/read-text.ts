// Reads CSV and tab-separated text; every value stays the text that it is, so that long numbers keep all their digits.
import Papa from "papaparse";
import { WorkbookError } from "../../actions/workbook";
import type { CellValue, Grid } from "../../sheets/grid";
import { trimmedRow } from "./cells";
import { decodeText } from "./decode-text";
import { foreignRows } from "./limits";

const delimiters = [",", "\t", ";", "|"] as const;

/**
 * The one sheet of a text file, named as Excel names it: after the file.
 * @throws WorkbookError `too-large`
 */
export function readText(bytes: Uint8Array, name: string): Grid {
  const { text, delimiter } = withDelimiter(withoutEnd(decodeText(bytes)));
  const { rows, mended } = parse(text, delimiter);
  if (rows.length > foreignRows) throw new WorkbookError("too-large", name, { why: "rows", count: foreignRows });
  return {
    name: name.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, ""),
    visibility: "visible",
    rows: trimmedEnd(rows.map((row) => trimmedRow(row.map(unwrapped)))),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    ...(mended === undefined ? {} : { unmatchedQuote: mended }),
  };
}

// Blank lines at the end are no rows; programs of the DOS days end a text with the character 26.
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && "\r\n\u001a".includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

// One row more than a book may have tells that there are too many.
const preview = foreignRows + 1;

// A first line `sep=;` is an instruction to Excel and no row of the sheet.
function withDelimiter(text: string): { readonly text: string; readonly delimiter: string } {
  const told = /^sep=([^\r\n])\r?\n/i.exec(text);
  return told ? { text: text.slice(told[0].length), delimiter: told[1] ?? "," } : { text, delimiter: guessDelimiter(text) };
}

// The delimiter that cuts most lines into the same number of cells. A tab before another delimiter is no delimiter:
// systems put it behind long numbers to make Excel show all digits.
function guessDelimiter(text: string): string {
  const head = text.slice(0, 1 << 16);
  const score = (delimiter: string): number => {
    const sample = delimiter === "\t" ? head.replace(/(?<!\t)\t+(?=[,;|"]|\r?\n|$)/g, "") : head;
    const counts = Papa.parse<string[]>(sample, { delimiter, preview: 60, skipEmptyLines: true }).data.map((row) => row.length);
    const widest = counts.filter((count) => count > 1);
    const share = (count: number): number => widest.filter((other) => other === count).length;
    return Math.max(0, ...widest.map((count) => share(count) + Math.min(count, 200) / 1000));
  };
  return delimiters.reduce((best, delimiter) => (score(delimiter) > score(best) ? delimiter : best));
}

// A quote that is never closed, or closed by a stray one far below, would swallow the rows in between into one cell. Then every line stands for
// itself, and where its own quotes do not match either, they are ordinary characters.
function parse(text: string, delimiter: string): { readonly rows: readonly string[][]; readonly mended?: number } {
  const quoted = Papa.parse<string[]>(text, { delimiter, preview });
  const isSound = !quoted.errors.some((error) => error.type === "Quotes") && !hasSwallowed(quoted.data, delimiter);
  if (isSound) return { rows: quoted.data };
  const lines = text.split(/\r\n|\n|\r/, preview).filter((line) => line !== "");
  const parsed = lines.map((line) => parseLine(line, delimiter));
  const mended = parsed.findIndex(({ isSound: isLineSound }) => !isLineSound);
  return { rows: parsed.map(({ values }) => values), ...(mended < 0 ? {} : { mended }) };
}

// A cell with a line in it that would be most of a row by itself.
function hasSwallowed(rows: readonly (readonly string[])[], delimiter: string): boolean {
  const width = Math.max(0, ...rows.slice(0, 60).map((row) => row.length));
  const isRow = (line: string) => line.split(delimiter).length >= Math.max(3, width / 2);
  return rows.some((row) => row.some((cell) => /[\r\n]/.test(cell) && cell.split(/\r\n|\n|\r/).some(isRow)));
}

function parseLine(line: string, delimiter: string): { readonly values: string[]; readonly isSound: boolean } {
  const quoted = Papa.parse<string[]>(line, { delimiter });
  const isSound = quoted.errors.every((error) => error.type !== "Quotes");
  const { data } = isSound ? quoted : Papa.parse<string[]>(line, { delimiter, quoteChar: "\0" });
  return { values: (data[0] ?? []).map((value) => (isSound ? value : value.replace(/^"(.*)"$/, "$1"))), isSound };
}

// ="610526…" and a trailing tab are two habits of systems that want Excel to keep the digits; neither is part of the value.
function unwrapped(value: string): CellValue {
  const text = /^=\s*"((?:[^"]|"")*)"\s*$/.exec(value)?.[1]?.replaceAll('""', '"') ?? value;
  return text.replace(/^\t+|(?<!\t)\t+$/g, "") || null;
}

function trimmedEnd(rows: CellValue[][]): CellValue[][] {
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return rows;
}
