// Contracts of the season by everything that may identify them in a returned file: row key, contract number, person, contact.
import type { FieldId, SheetRow } from "../record/field";
import type { Assignment, School } from "../places/jurisdiction";
import type { Person } from "../record/person";
import { citizenIdFault, upgradeCitizenId } from "./citizen-id";
import { contractIdentity, fingerprintOf, parseRowKey } from "./row-key";
import { factKey } from "../returns/fact-key";

/** One contract of the roster: its row, its borrower and the school that answers for it. */
export interface Contract {
  /** The text by which the contract is the same in every sheet (see `contractIdentity`). */
  readonly identity: string;
  readonly row: SheetRow;
  /** All rows of the roster with this identity; more than one only where the roster itself is at odds. */
  readonly rows: readonly SheetRow[];
  readonly person: Person;
  readonly school?: School;
}

/** What identified a row, strongest first. */
export type MatchedBy = "key" | "contract" | "person" | "contact";

/** Which contract a row is; for a row that is none, whether it names a contract or person that the roster does not have. */
export type RowMatch =
  { readonly contract: Contract; readonly by: MatchedBy } | { readonly contract?: undefined; readonly isNamed: boolean };

/** All contracts of the roster, findable. */
export interface ContractIndex {
  /** By identity, in the order of the roster. */
  readonly contracts: ReadonlyMap<string, Contract>;
  readonly bySchool: ReadonlyMap<string, readonly Contract[]>;
  /** The schools that answer for somebody, in order of first appearance. */
  readonly schools: ReadonlyMap<string, School>;
  readonly match: (row: SheetRow) => RowMatch;
  /** The same for sheets about persons: a person with several contracts is meant by the first of them. */
  readonly matchPerson: (row: SheetRow) => RowMatch;
  /** Whether another fact of the row belongs to a different contract than the one given: a row put together from two. */
  readonly contradicts: (row: SheetRow, contract: Contract) => boolean;
}

function add<K>(map: Map<K, Contract[]>, key: K, contract: Contract): void {
  const found = map.get(key);
  if (found) found.push(contract);
  else map.set(key, [contract]);
}

/** Whether reading found the cell of a field to have lost or hidden some of its characters. */
export function isCurtailed(row: SheetRow, field: FieldId): boolean {
  return row.issues.some((issue) => issue.field === field && (issue.kind === "digits-lost" || issue.kind === "masked"));
}

/** The ID number of a row as 18 characters, or undefined when it cannot serve as a key. */
export function soundCitizenId(row: SheetRow): string | undefined {
  const id = upgradeCitizenId(row.values.citizenId ?? "");
  return citizenIdFault(id) === undefined && !isCurtailed(row, "citizenId") ? id : undefined;
}

/** The contract number of a row in capitals, or undefined when it is blank or has lost digits. */
export function soundContractNo(row: SheetRow): string | undefined {
  const contractNo = row.values.contractNo?.toUpperCase();
  return contractNo && !isCurtailed(row, "contractNo") ? contractNo : undefined;
}

// Name, last four characters of the ID number and telephone: what is left when nothing else is (docs/facts.md D36).
function contactKeys(row: SheetRow): readonly string[] {
  const { name = "", citizenId = "", phone = "" } = row.values;
  const lost = row.issues.some(({ field, kind }) => field === "citizenId" && kind === "digits-lost");
  if (!name || lost || !/[\dX]{4}$/.test(citizenId)) return [];
  const whose = `${factKey("name", name)}|${citizenId.slice(-4)}`;
  return phone.split("/").flatMap((number) => (number ? [`${whose}|${number}`] : []));
}

function contractsOf(assignments: readonly Assignment[]): Map<string, Contract> {
  const contracts = new Map<string, Contract>();
  for (const { person, school } of assignments) {
    for (const row of person.loans) {
      const identity = contractIdentity(row);
      const before = contracts.get(identity);
      contracts.set(
        identity,
        before ? { ...before, rows: [...before.rows, row] } : { identity, row, rows: [row], person, ...(school ? { school } : {}) },
      );
    }
  }
  return contracts;
}

/** The contracts of all assigned and unassigned persons, ready to be looked up. */
export function indexContracts(assignments: readonly Assignment[]): ContractIndex {
  const contracts = contractsOf(assignments);
  const byPrint = new Map<string, Contract[]>();
  const byNumber = new Map<string, Contract>();
  const byPerson = new Map<string, Contract[]>();
  const byContact = new Map<string, Contract[]>();
  const bySchool = new Map<string, Contract[]>();
  const schools = new Map<string, School>();
  for (const contract of contracts.values()) {
    add(byPrint, fingerprintOf(contract.identity), contract);
    const number = soundContractNo(contract.row);
    if (number) byNumber.set(number, contract);
    const id = soundCitizenId(contract.row);
    if (id) add(byPerson, id, contract);
    for (const key of contactKeys(contract.row)) add(byContact, key, contract);
    if (!contract.school) continue;
    schools.set(contract.school.name, contract.school);
    add(bySchool, contract.school.name, contract);
  }

  const ofPerson = (row: SheetRow, candidates: readonly Contract[] | undefined): Contract | undefined => {
    const year = row.values.loanYear === undefined ? undefined : factKey("loanYear", row.values.loanYear);
    const sameYear = candidates?.filter(
      ({ row: own }) => own.values.loanYear !== undefined && factKey("loanYear", own.values.loanYear) === year,
    );
    if (year !== undefined && sameYear?.length === 1) return sameYear[0];
    const only = candidates?.length === 1 ? candidates[0] : undefined;
    // A person's other year is another contract, which the roster may not have.
    return only && (year === undefined || only.row.values.loanYear === undefined) ? only : undefined;
  };

  const match = (row: SheetRow): RowMatch => {
    const key = parseRowKey(row.values.rowKey ?? "");
    const printed = key ? byPrint.get(key.fingerprint) : undefined;
    if (printed?.length === 1 && printed[0]) return { contract: printed[0], by: "key" };
    const number = soundContractNo(row);
    const numbered = number ? byNumber.get(number) : undefined;
    if (numbered) return { contract: numbered, by: "contract" };
    const id = soundCitizenId(row);
    if (number) {
      // The number is unknown: only a contract of that person that has none in the roster can be meant.
      const unnumbered = id ? byPerson.get(id)?.filter((contract) => soundContractNo(contract.row) === undefined) : undefined;
      const found = ofPerson(row, unnumbered);
      return found ? { contract: found, by: "person" } : { isNamed: true };
    }
    const own = ofPerson(row, id ? byPerson.get(id) : undefined);
    if (own) return { contract: own, by: "person" };
    if (!id) {
      const candidates = new Set(contactKeys(row).flatMap((contact) => byContact.get(contact) ?? []));
      const reached = ofPerson(row, [...candidates]);
      if (reached) return { contract: reached, by: "contact" };
    }
    return { isNamed: key !== undefined || (id !== undefined && !byPerson.has(id)) };
  };

  const matchPerson = (row: SheetRow): RowMatch => {
    const found = match(row);
    if (found.contract) return found;
    const id = soundCitizenId(row);
    const own = id ? byPerson.get(id) : contactKeys(row).flatMap((contact) => byContact.get(contact) ?? []);
    const [first] = own ?? [];
    return first && own?.every((contract) => contract.person === first.person) ? { contract: first, by: "person" } : found;
  };

  const contradicts = (row: SheetRow, contract: Contract): boolean => {
    const number = soundContractNo(row);
    const numbered = number ? byNumber.get(number) : undefined;
    if (numbered && numbered !== contract) return true;
    const id = soundCitizenId(row);
    const persons = id ? byPerson.get(id) : undefined;
    return persons !== undefined && !persons.includes(contract);
  };

  return { contracts, bySchool, schools, match, matchPerson, contradicts };
}
