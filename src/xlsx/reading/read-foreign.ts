// Reads what is not an xlsx file (old .xls, .xlsb, .ods, web pages and XML saved as .xls) through SheetJS, which is loaded only then.
import type * as SheetJs from "@e965/xlsx";
import type { CellObject, DenseWorkSheet, ParsingOptions, Range, WorkBook } from "@e965/xlsx";
import { parse as parseHtml, serialize } from "parse5";
import { WorkbookError } from "../../actions/workbook";
import { dayFromSerial } from "../../domain/values/day";
import { type CellValue, type Grid, subtotalFormula } from "../../sheets/grid";
import { defaultPassword } from "../encryption/default-password";
import { trimmedRow } from "./cells";
import { codePages } from "./code-pages";
import { decodeText } from "./decode-text";
import { foreignRows } from "./limits";
import { ownTabName } from "../../sheets/writing/tab-layout/own-tab-name";
import { isDateFormat } from "./read-styles";
import type { BookFormat } from "./sniff";

// What a sheet of Excel has; arrays of SheetJS may claim more, and then hold nothing.
const sheetLimits = { rows: 1_048_576, columns: 16_384 } as const;

// 50 MB hold far more than the 65,536 rows of an old workbook; SheetJS needs about ten times the file's size.
const byteLimit = 60 << 20;

/**
 * The sheets of a workbook that is not xlsx, in the order of the tabs.
 * @throws WorkbookError
 */
export async function readForeign(bytes: Uint8Array, name: string, format: BookFormat, password?: string): Promise<readonly Grid[]> {
  if (bytes.length > byteLimit)
    throw new WorkbookError("too-large", name, { why: "file-size", count: Math.ceil(bytes.length / (1 << 20)) });
  const sheetJs = await import("@e965/xlsx");
  sheetJs.set_cptable(codePages);
  const book = parseTrying(sheetJs, bytes, name, format, password);
  if (book.SheetNames.length === 0) throw new WorkbookError("not-readable", name, { why: "no-sheets" });
  return book.SheetNames.flatMap((sheetName, index) => {
    const sheet = book.Sheets[sheetName] as DenseWorkSheet | undefined;
    return sheet && ["sheet", "macro", undefined].includes(sheet["!type"]) ? [gridOf(book, sheet, sheetName, index)] : [];
  });
}

function parseTrying(sheetJs: typeof SheetJs, bytes: Uint8Array, name: string, format: BookFormat, password: string | undefined): WorkBook {
  try {
    return parse(sheetJs, bytes, name, format, password);
  } catch (error) {
    if (!(error instanceof WorkbookError) || error.code !== "encrypted") throw error;
    try {
      return parse(sheetJs, bytes, name, format, defaultPassword);
    } catch {
      throw error;
    }
  }
}

function parse(sheetJs: typeof SheetJs, bytes: Uint8Array, name: string, format: BookFormat, password: string | undefined): WorkBook {
  const options: ParsingOptions = {
    dense: true,
    // Keep numbers as numbers and their formats beside them: what is a date is decided here, without time zones.
    cellDates: false,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    // Hidden columns come only with the styles.
    cellStyles: true,
    // Without it web pages lose digits of long numbers.
    raw: true,
    sheetRows: foreignRows + 1,
    ...(password === undefined ? {} : { password }),
  };
  try {
    if (format === "html") return sheetJs.read(tablesOf(soundPage(withinExtent(decodeText(bytes), name))), { ...options, type: "string" });
    if (format === "xml2003")
      return sheetJs.read(withoutProperties(withinExtent(decodeText(bytes).trimStart(), name)), { ...options, type: "string" });
    return sheetJs.read(bytes, { ...options, type: "array" });
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    throw asWorkbookError(error, name, password);
  }
}

// SheetJS knows a handful of entities and wants every tag closed; a parser as browsers have it brings pages into that form.
function soundPage(html: string): string {
  return serialize(parseHtml(html)).replaceAll("&nbsp;", " ");
}

// SheetJS refuses whole books for a property whose type it does not know; none of them is a cell.
function withoutProperties(xml: string): string {
  return xml.replace(/<((?:[\w.-]+:)?(?:Custom)?DocumentProperties)(?=[\s>])[^<>]*>[\s\S]*?<\/\1\s*>/g, "");
}

// SheetJS builds every cell and column that a span or an index claims, so claims beyond any sheet are refused before.
function withinExtent(markup: string, name: string): string {
  for (const [, count] of markup.matchAll(/\b(?:colspan|rowspan|MergeAcross|MergeDown|Span|Index)\s*=\s*["']?\s*(\d+)/gi))
    if (Number(count) > sheetLimits.rows) throw new WorkbookError("too-large", name, { why: "claims", count: Number(count) });
  return markup;
}

// SheetJS looks for the tables in the first kilobyte only, and some pages have longer style sheets.
function tablesOf(html: string): string {
  const start = html.search(/<table[\s>]/i);
  return start < 0 ? html : `<html>${html.slice(start)}`;
}

// SheetJS throws strings, plain Errors and, on damaged records, whatever its own slips are; it is handed nothing but bytes, so all mean a bad file.
function asWorkbookError(error: unknown, name: string, password: string | undefined): WorkbookError {
  const message = error instanceof Error ? error.message : String(error);
  if (/Password is incorrect/.test(message)) return new WorkbookError("wrong-password", name);
  if (/Encryption scheme unsupported/.test(message)) return new WorkbookError("unsupported-encryption", name);
  if (/password-protected|Encrypt/i.test(message))
    return new WorkbookError(password === undefined ? "encrypted" : "unsupported-encryption", name);
  return new WorkbookError("not-readable", name, { why: "damaged" }, { cause: error });
}

function gridOf(book: WorkBook, sheet: DenseWorkSheet, name: string, index: number): Grid {
  const data = (sheet["!data"] ?? []) as readonly (readonly unknown[] | undefined)[];
  if (data.length > sheetLimits.rows || data.some((row) => (row?.length ?? 0) > sheetLimits.columns))
    throw new WorkbookError("too-large", "", { why: "beyond-sheet", sheet: name });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const isDate = dateTest();
  const rows = Array.from(sheet["!data"] ?? [], (row) => trimmedRow(Array.from(row ?? [], (cell) => cellOf(cell, isDate, date1904))));
  while (rows.at(-1)?.length === 0) rows.pop();
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const ownTab = ownTabOf(book, index);
  const comments = commentCount(sheet);
  const totalRows = rows.flatMap((_, row) => (sheet["!data"]?.[row]?.some((cell) => subtotalFormula.test(cell?.f ?? "")) ? [row] : []));
  return {
    name,
    visibility: (["visible", "hidden", "veryHidden"] as const)[book.Workbook?.Sheets?.[index]?.Hidden ?? 0] ?? "visible",
    rows,
    merges: ((sheet["!merges"] ?? []) as Range[]).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: hiddenAmong(sheet["!rows"], rows.length),
    hiddenColumns: hiddenAmong(sheet["!cols"], width),
    ...(ownTab === undefined ? {} : { ownTab }),
    ...(totalRows.length === 0 ? {} : { totalRows }),
    ...(comments === 0 ? {} : { unread: { comments } }),
  };
}

function hiddenAmong(properties: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined, length: number): number[] {
  return Array.from({ length }, (_, index) => index).filter((index) => properties?.[index]?.hidden === true);
}

function commentCount(sheet: DenseWorkSheet): number {
  return (sheet["!data"] ?? []).reduce(
    (total, row) => total + (row ?? []).reduce((count, cell) => count + (cell?.c?.length ? 1 : 0), 0),
    0,
  );
}

function ownTabOf(book: WorkBook, index: number): string | undefined {
  const name = book.Workbook?.Names?.find((defined) => defined.Name === ownTabName && defined.Sheet === index);
  return /^"([^"]+)"$/.exec(name?.Ref ?? "")?.[1];
}

// The formats of a workbook are few, its cells many.
function dateTest(): (format: string) => boolean {
  const known = new Map<string, boolean>();
  return (format) => {
    const answer = known.get(format) ?? isDateFormat(format);
    known.set(format, answer);
    return answer;
  };
}

// The codes of error cells in old workbooks ([MS-XLS] 2.5.10).
const errorTexts: Readonly<Record<number, string>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
  0x2b: "#GETTING_DATA",
};

function cellOf(cell: CellObject | undefined, isDate: (format: string) => boolean, date1904: boolean): CellValue {
  if (!cell) return null;
  if (cell.t === "e") return { fault: "error", text: errorTexts[Number(cell.v)] ?? "#VALUE!" };
  const { v: value } = cell;
  if (cell.t === "z" || value === undefined) return cell.f === undefined ? null : { fault: "uncalculated", text: `=${cell.f}` };
  if (typeof value === "string") return value === "" ? null : value;
  if (typeof value !== "number") return typeof value === "boolean" ? value : null;
  const day = isDate(String(cell.z ?? "General")) ? dayFromSerial(value, date1904) : undefined;
  return day ? { day } : value;
}
