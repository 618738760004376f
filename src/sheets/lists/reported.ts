// What schools have reported so far, put back beside the contracts it is about, so that a new version of a list loses nothing.
import { type FieldId, type FieldValues, type SheetRow } from "../../domain/record/field";
import { isPerContract, registerIds } from "../../domain/record/registers";
import type { PersonReports } from "../../domain/identity/report";
import { contractIdentity } from "../../domain/identity/keys";

// Where two registers hold the same field (备注), the later one here has the word.
const contractRegisters = registerIds.filter(isPerContract).reverse();

/** What is said of a contract that nobody has reported on. */
export const nothingReported: FieldValues = {};

/**
 * The entries of a contract for these fields; a later row of a register counts before an earlier one, entry by entry. Rows about the person as
 * a whole stand with the first contract.
 */
export function reportedOn(
  loan: SheetRow,
  reports: PersonReports | undefined,
  { fields, isFirst }: { readonly fields: readonly FieldId[]; readonly isFirst: boolean },
): FieldValues {
  if (!reports) return nothingReported;
  const identity = contractIdentity(loan);
  const entries: [FieldId, FieldValues[FieldId]][] = [];
  for (const report of contractRegisters.flatMap((register) => reports[register])) {
    if (report.identity === undefined ? !isFirst : report.identity !== identity) continue;
    for (const field of fields) if (report.row.values[field] !== undefined) entries.push([field, report.row.values[field]]);
  }
  return Object.fromEntries(entries);
}
