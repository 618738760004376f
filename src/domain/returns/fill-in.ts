// Fill-ins: the entries that schools make, which register keeps each, and whether an entry can be true.
import type { Contract } from "../identity/contract-index";
import { fillInsOf } from "../record/registers";
import { type Day, dayParts, dayFromParts } from "../values/day";
import { type Entered, type FieldId, type FieldType, type ReadingIssueKind, type SheetRow, fieldTypes } from "../record/field";

/** The sheets of a school's workbook in which entries are made. */
export type SheetRole = "list" | "visits" | "exceptions";

/** The entries that each sheet of a school's workbook takes. */
export const fillInsIn: Readonly<Record<SheetRole, readonly FieldId[]>> = {
  list: [...fillInsOf.deliveries, ...fillInsOf.claims, ...fillInsOf.exceptions],
  visits: fillInsOf.visits,
  exceptions: fillInsOf.exceptions,
};

/** An entry that stays out. */
export interface InvalidEntry {
  readonly field: FieldId;
  readonly found?: string | number;
  readonly raw?: string;
}

/** The entries of a row: those that hold, by field, and those that stay out. */
export interface Entries {
  readonly values: Entered;
  readonly invalid: readonly InvalidEntry[];
}

/** What is known when entries are judged. */
export interface EntryContext {
  readonly today: Day;
  readonly seasonYear: number;
  /** What a word on no list means by the centre's own answer. */
  readonly meaningOf?: (field: FieldId, word: string) => string | undefined;
}

const unreadable: ReadonlySet<ReadingIssueKind> = new Set([
  "unreadable",
  "unknown-word",
  "error-value",
  "uncalculated",
  "fraction-of-fen",
  "digits-lost",
]);

/** Whether any of the entries of a sheet is filled in, readable or not. */
export function hasEntries(row: SheetRow, fields: readonly FieldId[]): boolean {
  return fields.some((field) => row.values[field] !== undefined || rawOf(row, field) !== undefined);
}

/** The text of a cell that could not be read, or undefined when it was blank or readable. */
export function rawOf(row: SheetRow, field: FieldId): string | undefined {
  if (row.issues.length === 0) return undefined;
  return row.issues.find((issue) => issue.field === field && unreadable.has(issue.kind))?.raw;
}

/** The entries of one row of a returned sheet. */
export function entriesOf(row: SheetRow, fields: readonly FieldId[], contract: Contract, context: EntryContext): Entries {
  const values: Partial<Record<FieldId, string | number>> = {};
  const invalid: InvalidEntry[] = [];
  for (const field of fields) {
    const value = row.values[field];
    const raw = rawOf(row, field);
    const meaning = raw === undefined ? undefined : context.meaningOf?.(field, raw);
    if (meaning !== undefined) values[field] = meaning;
    else if (raw !== undefined) invalid.push({ field, raw });
    else if (value !== undefined && cannotBe(row, field, value, contract, context)) invalid.push({ field, found: value });
    else if (value !== undefined) values[field] = value;
  }
  return { values, invalid };
}

function cannotBe(row: SheetRow, field: FieldId, value: string | number, contract: Contract, context: EntryContext): boolean {
  const type: FieldType = fieldTypes[field];
  if (type === "day") return cannotBeDay(row, field, value as Day, context);
  return type === "money" && (Number(value) < 0 || isMoreThanOwed(Number(value), contract));
}

function cannotBeDay(row: SheetRow, field: FieldId, value: Day, { today, seasonYear }: EntryContext): boolean {
  if (value < `${seasonYear}-01-01`) return true;
  if (field === "promisedOn") return false;
  // 1.5 typed in January is this year's or last year's: two readings, so none.
  const { year, month, date } = dayParts(value);
  const nextYear = dayFromParts(year + 1, month, date);
  const isYearless = row.issues.some((issue) => issue.field === field && issue.kind === "yearless-day");
  return value > today || (isYearless && nextYear !== undefined && nextYear <= today);
}

// A repayment may run beyond this year's due (early repayment), never beyond all that the contract can still owe.
function isMoreThanOwed(amount: number, { row }: Contract): boolean {
  const { due = 0, balance, loanAmount, principal = 0, interest = 0, overduePrincipal = 0, overdueInterest = 0, penalty = 0 } = row.values;
  const whole = Math.max(balance ?? 0, loanAmount ?? 0);
  return whole > 0 && amount > whole + Math.max(due, principal + interest) + overduePrincipal + overdueInterest + penalty;
}
