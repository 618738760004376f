// Whose payment: finding the contract that a bank's row is about, without ever guessing.
import { curtailmentOf } from "./citizen-id-in";
import type { FieldId, SheetRow } from "../record/field";
import { type ContractKey, numberedContract, soundPersonKey } from "./keys";
import type { RosterIndex } from "./roster-index";

// A number of which something is missing, or that could not be read at all.
const isDamaged = (row: SheetRow, field: FieldId) =>
  curtailmentOf(row, field) !== undefined || (row.values[field] === undefined && row.issues.some((issue) => issue.field === field));

/**
 * The contract that a bank's row is about; undefined when it is none of the list. A row that names a contract is about that contract and no
 * other: a number that is damaged or not on the list is never replaced by the person's only contract. The ID of a bank row may be the payer's
 * (anybody may pay), so it decides only where no contract is named, and only for a person with exactly one contract.
 */
export function paidContract(row: SheetRow, index: RosterIndex): ContractKey | undefined {
  const { contractNo } = row.values;
  if (isDamaged(row, "contractNo")) return undefined;
  if (contractNo !== undefined) return index.contracts.get(numberedContract(contractNo))?.identity;
  const key = soundPersonKey(row);
  const person = key && index.persons.get(key);
  return person && index.onlyContractOf(person)?.identity;
}
