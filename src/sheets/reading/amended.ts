// The list as it is read with the centre's corrections (更正): the value of the tab in place of the cell's, for as long as the cell says what was corrected.
import { contractIdentity } from "../../domain/identity/keys";
import { fingerprintOf, parseRowKey } from "../../domain/identity/row-key";
import type { FieldId, FieldValues, SheetRow } from "../../domain/record/field";
import type { Grid } from "../grid";
import { type Amendment, amendmentsIn } from "../returns/amendments";
import { readCell } from "./values/read-cell";

/** The longest print of a row's contract, by which a correction finds it whatever else is on the list. */
export function contractPrint(row: SheetRow): string {
  const identity = contractIdentity(row);
  return fingerprintOf(identity) + fingerprintOf(`+${identity}`);
}

/** What the cell of a field says, as far as it could be read: the text that a correction is a correction of. */
export function textIn(row: SheetRow, field: FieldId): string {
  const { values, issues } = row.original ? { ...row, values: { ...row.values, ...row.original } } : row;
  const value = values[field];
  return value === undefined ? (issues.find((issue) => issue.field === field)?.raw ?? "").trim() : String(value);
}

function amendedRow(row: SheetRow, amendments: readonly Amendment[], seasonYear: number): SheetRow {
  const values: Partial<Record<FieldId, string | number>> = { ...row.values };
  const original: Partial<Record<FieldId, string | number | undefined>> = {};
  const used = new Set<FieldId>();
  for (const { field, from, to } of amendments) {
    if (textIn(row, field) !== from) continue;
    const value = readCell(field, to, seasonYear, () => undefined);
    // Two approved answers to one question say nothing.
    const isTwofold = amendments.some((other) => other.field === field && other.from === from && other.to !== to);
    if (value === undefined || isTwofold) continue;
    original[field] = row.values[field];
    values[field] = value;
    used.add(field);
  }
  if (used.size === 0) return row;
  return {
    ...row,
    values: values as FieldValues,
    issues: row.issues.filter(({ field }) => !used.has(field)),
    original: original as FieldValues,
  };
}

/** Borrower rows as they count: with the corrections that a book's centre has approved. */
export function amendedRows(rows: readonly SheetRow[], grids: readonly Grid[], seasonYear: number): readonly SheetRow[] {
  const byPrint = new Map<string, Amendment[]>();
  for (const amendment of amendmentsIn(grids)) {
    const print = amendment.approval === "adopt" ? parseRowKey(amendment.rowKey)?.fingerprint : undefined;
    if (print === undefined) continue;
    const own = byPrint.get(print);
    if (own) own.push(amendment);
    else byPrint.set(print, [amendment]);
  }
  if (byPrint.size === 0) return rows;
  return rows.map((row) => {
    const own = byPrint.get(contractPrint(row));
    return own ? amendedRow(row, own, seasonYear) : row;
  });
}
