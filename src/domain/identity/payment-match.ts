// Whose payment: finding the contract that a bank's row is about, without ever guessing.
import { citizenIdFault, upgradeCitizenId } from "./citizen-id";
import type { SheetRow } from "../record/field";
import type { Roster } from "../record/roster";
import { contractIdentity } from "./row-key";

/** Finds the contract identity that a bank row belongs to; undefined when it is none of the list. */
export type Matcher = (row: SheetRow) => string | undefined;

function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The rows of the list by contract; more than one only where a contract number stands twice. */
export function loansByIdentity(roster: Roster): ReadonlyMap<string, readonly SheetRow[]> {
  const loans = new Map<string, SheetRow[]>();
  for (const person of roster.persons) for (const loan of person.loans) pushTo(loans, contractIdentity(loan), loan);
  return loans;
}

/**
 * How bank rows find their contract. A row that names a contract is about that contract and no other: a number that is damaged or not on the
 * list is never replaced by the person's only contract. The ID of a bank row may be the payer's (anybody may pay), so it decides only where no
 * contract is named, and only for a person with exactly one contract.
 */
export function matcherOf(roster: Roster, loans: ReadonlyMap<string, readonly SheetRow[]>): Matcher {
  const onlyContract = new Map<string, string>();
  for (const { key, loans: own } of roster.persons) {
    const identities = new Set(own.map(contractIdentity));
    const [identity] = identities;
    if (identities.size === 1 && identity !== undefined && !key.startsWith("?")) onlyContract.set(key, identity);
  }
  return (row) => {
    const { contractNo, citizenId } = row.values;
    const damaged = (field: string, value: string | undefined) =>
      row.issues.some((issue) => issue.field === field && (value === undefined || ["digits-lost", "masked"].includes(issue.kind)));
    if (damaged("contractNo", contractNo)) return undefined;
    if (contractNo !== undefined) return loans.has(contractNo.toUpperCase()) ? contractNo.toUpperCase() : undefined;
    if (citizenId === undefined || damaged("citizenId", citizenId)) return undefined;
    const key = upgradeCitizenId(citizenId);
    return citizenIdFault(key) === undefined ? onlyContract.get(key) : undefined;
  };
}
