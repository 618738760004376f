// Fix-it questions (待补正): one doubtful cell each, put to the school that answers for the contract.
import type { Contract } from "../identity/contract-index";
import { fingerprintOf } from "../identity/row-key";
import type { FieldId } from "../record/field";
import { fillInsIn } from "./fill-in";

/** The facts that a school can find out from the family; amounts and contract numbers are the bank's. */
export const askableFacts: readonly FieldId[] = [
  "name",
  "citizenId",
  "phone",
  "coBorrowerName",
  "coBorrowerId",
  "coBorrowerPhone",
  "coBorrowerRelation",
  "address",
  "township",
  "village",
  "middleSchool",
];

/** The entries of the school's own that it can be asked for again. */
export const askableEntries: readonly FieldId[] = fillInsIn.list;

/** One question. */
export interface FixQuestion {
  readonly contract: Contract;
  readonly field: FieldId;
  /** What the cell says now; "" for a blank. */
  readonly from: string;
  readonly question: string;
}

/** What a question is sealed by: another contract, field or content gives another one. */
export function fixSeal(rowKey: string, field: FieldId, from: string): string {
  return fingerprintOf(JSON.stringify([rowKey, field, from]));
}

/** Whether a school may be asked about a field of a contract. */
export function isAskable(field: FieldId, { row }: Pick<Contract, "row">): boolean {
  // Without a contract number the ID number is all that says whose row it is.
  if (field === "citizenId" || field === "name") return row.values.contractNo !== undefined;
  return askableFacts.includes(field) || askableEntries.includes(field);
}
