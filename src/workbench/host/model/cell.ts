// What becomes of a value that is written into a cell: the conversions that Excel makes without asking.
import { dayFromIso, serialFromDay } from "../../../domain/values/day";
import { invalidArgument } from "./errors";
import { type Style } from "./style";

/** An error value such as `#REF!`. */
export interface ErrorContent {
  readonly error: string;
}

/** What a cell holds; "" is nothing. */
export type Content = string | number | boolean | ErrorContent;

/** What a formula holds until it is calculated, which is before anybody reads it. */
export const pending: ErrorContent = { error: "#BUSY!" };

/** A cell: its content, the formula with `=` behind it, its look, and where a link leads. */
export interface Cell {
  readonly content: Content;
  readonly formula?: string;
  readonly style: Style;
  readonly link?: Link;
}

/** A hyperlink as Range.hyperlink gives it. */
export interface Link {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

/** What writing makes of a value. `format` is set when the cell was General and the text brought its own format along. */
export interface Written {
  readonly content: Content;
  readonly formula?: string;
  readonly format?: string;
}

/** Cell text limit (Excel specifications and limits). */
const textLimit = 32_767;
const errorNames = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"]);

/** A number with the 15 digits that Excel keeps; the rest becomes zeros (Excel specifications and limits: number precision). */
export function fifteenDigits(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15));
}

/**
 * What a cell of this number format holds after the value was written.
 * @throws HostError when the value is no value that a cell can hold
 */
export function written(value: unknown, numberFormat: string): Written {
  if (typeof value === "boolean") return { content: value };
  // A number put into a cell formatted as text is kept as text, as when it is typed (support.microsoft.com, "Format numbers as text").
  if (typeof value === "number") return { content: numberFormat === "@" ? String(fifteenDigits(value)) : fifteenDigits(value) };
  if (typeof value !== "string") throw invalidArgument("a cell holds text, a number or a truth value");
  if (value.length > textLimit) throw invalidArgument(`a cell holds ${textLimit} characters at most`);
  // A leading apostrophe marks text and is not part of the value (office-js issue 6687).
  if (value.startsWith("'")) return { content: value.slice(1) };
  // Text format keeps "=…", IDs and dates as they are (support: "Format numbers as text").
  if (numberFormat === "@" || value === "") return { content: value };
  return numberOf(value) ?? formulaOf(value) ?? wordOf(value) ?? { content: value };
}

// Strings are read by US rules on every machine (Range.values, office-js issue 1559).
function numberOf(text: string): Written | undefined {
  const trimmed = text.trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return { content: fifteenDigits(Number(trimmed)) };
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(trimmed)) {
    return { content: fifteenDigits(Number(trimmed.replace(/,/g, ""))), format: trimmed.includes(".") ? "#,##0.00" : "#,##0" };
  }
  if (/^[+-]?\d+(\.\d+)?%$/.test(trimmed)) {
    return { content: fifteenDigits(Number(trimmed.slice(0, -1)) / 100), format: trimmed.includes(".") ? "0.00%" : "0%" };
  }
  // ISO dates are the one spelling of a date that is understood everywhere (Range.values).
  const day = dayFromIso(trimmed);
  return day ? { content: serialFromDay(day), format: "yyyy/m/d" } : undefined;
}

// "If the value starts with +, - or =, it is a formula" (Range.values).
function formulaOf(text: string): Written | undefined {
  if (text.length < 2 || !/^[=+-]/.test(text)) return undefined;
  // Excel's limit for the text of a formula (Excel specifications and limits).
  if (text.length > 8192) throw invalidArgument("a formula has 8192 characters at most");
  const formula = text.startsWith("=") ? text : `=${text}`;
  assertFormula(formula);
  return { content: pending, formula };
}

// What cannot be a formula is refused, as Excel refuses it: open quotes or brackets, nothing after an operator, two values without an operator.
function assertFormula(formula: string): void {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'!/g, "s!");
  const open = (bare.match(/\(/g) ?? []).length - (bare.match(/\)/g) ?? []).length;
  const isBroken =
    open !== 0 || /["'](?!")[^"]*$/.test(bare.replaceAll('""', "")) || /[=+\-*/^&<>(,]\s*$/.test(bare) || /\d\s+\d/.test(bare);
  if (isBroken) throw invalidArgument("this is no formula");
}

function wordOf(text: string): Written | undefined {
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return { content: upper === "TRUE" };
  return errorNames.has(upper) ? { content: { error: upper } } : undefined;
}

/** The content as `Range.values` gives it: errors by name, nothing as "". */
export function plainValue(content: Content): string | number | boolean {
  return typeof content === "object" ? content.error : content;
}

/** The content's kind as `Range.valueTypes` names it. */
export function valueType(content: Content): string {
  if (typeof content === "object") return "Error";
  if (typeof content === "number") return "Double";
  if (typeof content === "boolean") return "Boolean";
  return content === "" ? "Empty" : "String";
}
