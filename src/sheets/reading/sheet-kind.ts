// What a sheet is, told by the fields its headings name, never by its name alone.
import type { FieldId } from "../../domain/record/field";
import type { SheetKind } from "./reading";

const amounts: readonly FieldId[] = ["principal", "interest", "due", "balance", "loanAmount"];
const household: readonly FieldId[] = [
  "township",
  "village",
  "address",
  "coBorrowerName",
  "coBorrowerId",
  "university",
  "middleSchool",
  "phone",
];
const places: readonly FieldId[] = ["township", "village", "middleSchool"];

/**
 * The kind of a sheet with these fields. A sheet of payments names results or paid amounts and little about the household; a borrower
 * list names persons and amounts; 附件2 names schools and places, 附件1 schools and staff, and neither names borrowers.
 */
export function sheetKind(fields: ReadonlySet<FieldId>, sheetName: string): SheetKind {
  const count = (list: readonly FieldId[]) => list.filter((field) => fields.has(field)).length;
  const hasKey = fields.has("contractNo") || fields.has("citizenId");
  const hasPayment = fields.has("deductionResult") || fields.has("repaid") || fields.has("repaidPrincipal") || fields.has("repaidOn");
  const isNamedPayment = /扣款|划扣|提前还款|回盘|到账|还款明细/.test(sheetName);
  const isFilledIn = fields.has("deliveredOn") || fields.has("repaymentStatus");
  if (hasKey && !isFilledIn && (hasPayment || (isNamedPayment && count(amounts) > 0)) && count(household) <= 2) return "repayments";
  if (
    hasKey &&
    (fields.has("name") || fields.has("citizenId")) &&
    (count(amounts) > 0 || count(household) + count(["name", "citizenId", "contractNo"]) >= 4)
  ) {
    return "borrowers";
  }
  if (fields.has("school") && !hasKey && (fields.has("contact") || fields.has("leader") || fields.has("headmaster"))) return "contacts";
  if (fields.has("school") && !hasKey && count(places) > 0) return "jurisdictions";
  return "other";
}
