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

/** The locked cells of a question's row: whose it is, what is asked about, and what stands there. */
export interface Sealed {
  readonly rowKey: string;
  readonly name: string;
  /** As it stands in the file, masked. */
  readonly citizenId: string;
  readonly contractNo: string;
  readonly field: FieldId;
  readonly from: string;
}

/** What a question is sealed by: whichever of its locked cells is another, or in another row, the seal is another. */
export function fixSeal({ rowKey, name, citizenId, contractNo, field, from }: Sealed): string {
  return fingerprintOf(JSON.stringify([rowKey, name, citizenId, contractNo, field, from]));
}

/** Whether a school may be asked about a field of a contract. */
export function isAskable(field: FieldId, { row }: Pick<Contract, "row">): boolean {
  // Without a contract number the ID number is all that says whose row it is.
  if (field === "citizenId" || field === "name") return row.values.contractNo !== undefined;
  return askableFacts.includes(field) || askableEntries.includes(field);
}
