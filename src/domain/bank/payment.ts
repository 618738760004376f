// Payment (还款流水): what one row of a bank's sheet says — money taken, money given back, or why it is no money.
import type { Day } from "../values/day";
import type { FieldId, SheetRow } from "../record/field";
import { type Fen, fen, sumFen } from "../values/money";

/** The columns that a sheet was found to have; a `SheetReading` is one. */
export interface SheetColumns {
  readonly name: string;
  readonly columns: ReadonlyMap<FieldId, number>;
}

/** Why a row of a bank's sheet is not money (yet); such rows are listed, never dropped. */
export type UncountedWhy =
  | "insufficient"
  | "failed"
  | "pending"
  | "later" // after the as-of day
  | "day-missing" // other rows of the sheet are dated, this one is not
  | "day-unreadable"
  | "amount-missing" // taken, but nobody says how much
  | "amount-unreadable"
  | "result-missing" // the sheet has results, this row has none
  | "result-unknown"; // a word that is on no list

/** Money that a row speaks of: negative when the bank gave it back; "whole" stands for the contract's full due. */
export interface PaymentMoney {
  readonly amount: Fen | "whole" | "whole-back";
  /** It stands in an early-repayment sheet (提前还款), which has no results. */
  readonly isEarly: boolean;
}

/** What a row says: money, or why it counts for nothing. */
export type PaymentWord = PaymentMoney | { readonly why: UncountedWhy };

/** Where a bank row came from: the file that it was picked from, else its sheet. */
export function sourceOf({ place, values }: SheetRow): string {
  return values.source ?? place.sheet;
}

/** How the rows of one sheet are to be understood. */
export interface PaymentSheet {
  readonly hasResults: boolean;
  readonly hasAmounts: boolean;
  readonly hasDays: boolean;
}

const amountFields = ["repaid", "repaidPrincipal", "repaidInterest"] as const satisfies readonly FieldId[];

const hasTrace = (row: SheetRow, field: FieldId) => row.values[field] !== undefined || row.issues.some((issue) => issue.field === field);

function isUnreadable(row: SheetRow, field: FieldId): boolean {
  return row.values[field] === undefined && row.issues.some((issue) => issue.field === field && issue.kind !== "blank-mark");
}

/**
 * How each sheet, or picked file, of the rows is to be understood. Results and amounts are asked for when the sheet has such a column, even an empty one: a
 * list whose results are still blank is no money. Days are asked for when any row of the sheet has one. A sheet that is not among `sheets`
 * has the columns in which its rows hold anything.
 */
export function paymentSheets(payments: readonly SheetRow[], sheets: readonly SheetColumns[]): ReadonlyMap<string, PaymentSheet> {
  const rowsBySheet = new Map<string, SheetRow[]>();
  for (const row of payments) {
    const rows = rowsBySheet.get(sourceOf(row));
    if (rows) rows.push(row);
    else rowsBySheet.set(sourceOf(row), [row]);
  }
  const columnsOf = new Map<string, ReadonlySet<FieldId>>();
  for (const { name, columns } of sheets) columnsOf.set(name, new Set([...(columnsOf.get(name) ?? []), ...columns.keys()]));
  return new Map(
    [...rowsBySheet].map(([sheet, rows]): [string, PaymentSheet] => {
      const columns = columnsOf.get(sheet);
      const has = (field: FieldId) => columns?.has(field) ?? rows.some((row) => hasTrace(row, field));
      const hasDays = rows.some((row) => hasTrace(row, "repaidOn"));
      return [sheet, { hasResults: has("deductionResult"), hasAmounts: amountFields.some(has), hasDays }];
    }),
  );
}

// The bank's total, else its parts; a total that cannot be read is replaced only by two parts that can.
function amountOf(row: SheetRow): Fen | UncountedWhy {
  const { repaid, repaidPrincipal, repaidInterest } = row.values;
  if (repaid !== undefined) return repaid;
  const hasBoth = repaidPrincipal !== undefined && repaidInterest !== undefined;
  if (!hasBoth && amountFields.some((field) => isUnreadable(row, field))) return "amount-unreadable";
  if (repaidPrincipal === undefined && repaidInterest === undefined) return "amount-missing";
  return sumFen([repaidPrincipal, repaidInterest]);
}

function dayFault(row: SheetRow, sheet: PaymentSheet, asOf: Day): UncountedWhy | undefined {
  const { repaidOn } = row.values;
  if (repaidOn !== undefined) return repaidOn > asOf ? "later" : undefined;
  if (isUnreadable(row, "repaidOn")) return "day-unreadable";
  return sheet.hasDays ? "day-missing" : undefined;
}

function resultFault(row: SheetRow, sheet: PaymentSheet): UncountedWhy | undefined {
  switch (row.values.deductionResult) {
    case "insufficient":
    case "failed":
    case "pending":
      return row.values.deductionResult;
    case undefined:
      if (isUnreadable(row, "deductionResult")) return "result-unknown";
      return sheet.hasResults ? "result-missing" : undefined;
    default:
      return undefined;
  }
}

/**
 * What a row of a bank's sheet says on the as-of day. Success and partial are money in the stated amount, reversed and negative amounts are
 * money given back, everything else is no money whatever its amount column says. A success without an amount is never guessed at, unless
 * the sheet has no amount column at all: then it means the contract's whole due. A sheet without results (early repayment) counts by amount.
 */
export function paymentWord(row: SheetRow, sheet: PaymentSheet, asOf: Day): PaymentWord {
  const why = dayFault(row, sheet, asOf) ?? resultFault(row, sheet);
  if (why) return { why };
  const isEarly = row.values.paymentKind === "early" || !sheet.hasResults;
  const isBack = row.values.deductionResult === "reversed";
  if (!sheet.hasAmounts && sheet.hasResults && row.values.deductionResult !== "partial")
    return { amount: isBack ? "whole-back" : "whole", isEarly };
  const amount = amountOf(row);
  if (typeof amount === "string") return { why: amount };
  if (amount === 0) return { why: "amount-missing" };
  return { amount: isBack ? fen(-Math.abs(amount)) : amount, isEarly };
}
