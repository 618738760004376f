// Contracts of the season by everything that may identify them in a returned file: row key, contract number, person, contact.
import type { Assignment, School } from "../places/jurisdiction";
import { groupBy } from "../values/group-by";
import { curtailmentOf } from "./citizen-id-in";
import { type ContractKey, numberedContract, type SchoolKey, soundPersonKey } from "./keys";
import type { RosterContract, RosterIndex } from "./roster-index";
import { isPrintedNumber } from "./printed";
import type { FieldId, SheetRow } from "../record/field";
import type { Person } from "../record/person";
import { factKey } from "../returns/fact-key";
import { changeOf } from "../returns/locked-facts";

/** One contract of the roster: its row, its borrower and the school that answers for it. */
export interface Contract extends RosterContract {
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
  readonly contracts: ReadonlyMap<ContractKey, Contract>;
  readonly bySchool: ReadonlyMap<SchoolKey, readonly Contract[]>;
  /** The schools that answer for somebody, in order of first appearance. */
  readonly schools: ReadonlyMap<SchoolKey, School>;
  readonly match: (row: SheetRow) => RowMatch;
  /** The same for sheets about persons: a person with several contracts is meant by the first of them. */
  readonly matchPerson: (row: SheetRow) => RowMatch;
  /** Whether another fact of the row belongs to a different contract than the one given: a row put together from two. */
  readonly contradicts: (row: SheetRow, contract: Contract) => boolean;
  /** The contract that a row names by its number while its 编号 is somebody else's. */
  readonly strayed: (row: SheetRow) => Contract | undefined;
}

/** The number of the contract that a row names; undefined when it is blank or has lost digits. */
function soundNumber(row: SheetRow): ContractKey | undefined {
  const { contractNo } = row.values;
  return contractNo && !curtailmentOf(row, "contractNo") ? numberedContract(contractNo) : undefined;
}

// Name, last four characters of the ID number and telephone: what is left when nothing else is (docs/facts.md D36).
function contactKeys(row: SheetRow): readonly string[] {
  const { name = "", citizenId = "", phone = "" } = row.values;
  if (!name || curtailmentOf(row, "citizenId") === "digits-lost" || !/[\dX]{4}$/.test(citizenId)) return [];
  const whose = `${factKey("name", name)}|${citizenId.slice(-4)}`;
  return phone.split("/").flatMap((number) => (number ? [`${whose}|${number}`] : []));
}

function byContact(contracts: Iterable<Contract>): ReadonlyMap<string, readonly Contract[]> {
  const contacts = new Map<string, Contract[]>();
  for (const contract of contracts) {
    for (const key of contactKeys(contract.row)) {
      const known = contacts.get(key);
      if (known) known.push(contract);
      else contacts.set(key, [contract]);
    }
  }
  return contacts;
}

// A person's other year is another contract, which the roster may not have.
function ofYear({ values: { loanYear } }: SheetRow, candidates: readonly Contract[]): Contract | undefined {
  const yearIn = (text: string | undefined) => (text === undefined ? undefined : factKey("loanYear", text));
  const year = yearIn(loanYear);
  const sameYear = candidates.filter(({ row }) => year !== undefined && yearIn(row.values.loanYear) === year);
  if (sameYear.length === 1) return sameYear[0];
  const only = candidates.length === 1 ? candidates[0] : undefined;
  return only && (year === undefined || only.row.values.loanYear === undefined) ? only : undefined;
}

const amountFields = ["principal", "interest", "due"] as const satisfies readonly FieldId[];

/** The contracts of the list with the schools that answer for them, ready to be looked up. */
export function indexContracts(index: RosterIndex, assignments: readonly Assignment[]): ContractIndex {
  const schoolOf = new Map(assignments.map(({ person, school }) => [person.key, school]));
  const contracts = new Map<ContractKey, Contract>();
  for (const listed of index.contracts.values()) {
    const school = schoolOf.get(listed.person.key);
    contracts.set(listed.identity, school ? { ...listed, school } : listed);
  }
  const bySchool = groupBy(contracts.values(), ({ school }) => school?.name);
  const schools = new Map([...bySchool].flatMap(([name, [{ school }]]) => (school ? [[name, school] as const] : [])));
  const numbered = (row: SheetRow): Contract | undefined => {
    const number = soundNumber(row);
    const found = number && contracts.get(number);
    return found && soundNumber(found.row) ? found : undefined;
  };
  // The same among a person's few, which are quicker compared than a number is looked up among all.
  const ownNumbered = (row: SheetRow, own: readonly Contract[]): Contract | undefined => {
    const { contractNo } = row.values;
    const found = contractNo && own.find((contract) => contract.row.values.contractNo === contractNo);
    return found && soundNumber(row) && soundNumber(found.row) ? found : undefined;
  };
  const known = new Map<Person, readonly Contract[]>();
  const contractsOf = (person: Person): readonly Contract[] => {
    const before = known.get(person);
    if (before) return before;
    const own = index.contractsOf(person).flatMap(({ identity }) => contracts.get(identity) ?? []);
    known.set(person, own);
    return own;
  };
  /** The contracts of the person whose ID number the row bears; undefined when it bears none that is on the list. */
  const owned = (row: SheetRow): readonly Contract[] | undefined => {
    const key = soundPersonKey(row);
    const person = key && index.persons.get(key);
    const own = person && contractsOf(person).filter(({ person: owner }) => owner === person);
    return own?.length ? own : undefined;
  };
  /** The contract meant by a row that bears a person's number: the person's only one, else the one whose number, year or amounts the row has. */
  const meant = (row: SheetRow, person: Person): Contract | undefined => {
    const own = contractsOf(person);
    const [only, another] = own;
    if (!another) return only;
    const named = ownNumbered(row, own) ?? numbered(row);
    if (named && own.includes(named)) return named;
    const alike = own.filter((contract) => amountFields.every((field) => !changeOf(field, contract.rows, row)));
    return ofYear(row, own) ?? (alike.length === 1 ? alike[0] : undefined);
  };
  // Hardly a row is known by this alone, so that all of them are gone through when the first one asks.
  let contacts: ReturnType<typeof byContact> | undefined;
  const reached = (row: SheetRow): readonly Contract[] => {
    const all = (contacts ??= byContact(contracts.values()));
    return [...new Set(contactKeys(row).flatMap((key) => all.get(key) ?? []))];
  };

  const match = (row: SheetRow): RowMatch => {
    const { rowKey = "" } = row.values;
    const printed = index.contractPrinted(rowKey);
    const whose = index.personPrinted(rowKey);
    const keyed = printed ? contracts.get(printed.identity) : whose && meant(row, whose);
    if (keyed) return { contract: keyed, by: "key" };
    const named = numbered(row);
    if (named) return { contract: named, by: "contract" };
    const own = owned(row);
    if (soundNumber(row)) {
      // The number is unknown: only a contract of that person that has none in the roster can be meant.
      const unnumbered = ofYear(row, own?.filter((contract) => !soundNumber(contract.row)) ?? []);
      return unnumbered ? { contract: unnumbered, by: "person" } : { isNamed: true };
    }
    const found = ofYear(row, own ?? []);
    if (found) return { contract: found, by: "person" };
    const isSound = soundPersonKey(row) !== undefined;
    const contact = isSound ? undefined : ofYear(row, reached(row));
    if (contact) return { contract: contact, by: "contact" };
    // A key that could mean several contracts of the list says that the row is one of them, and no more.
    const isKnown = whose !== undefined || index.keysPrinted(rowKey).length > 1;
    return { isNamed: (isPrintedNumber(rowKey) && !isKnown) || (isSound && own === undefined) };
  };

  const matchPerson = (row: SheetRow): RowMatch => {
    const found = match(row);
    if (found.contract) return found;
    const whose = index.personPrinted(row.values.rowKey);
    const own = whose ? contractsOf(whose) : soundPersonKey(row) ? owned(row) : reached(row);
    const [first] = own ?? [];
    return first && own?.every((contract) => contract.person === first.person) ? { contract: first, by: "person" } : found;
  };

  const contradicts = (row: SheetRow, contract: Contract): boolean => {
    const other = numbered(row);
    return (other !== undefined && other !== contract) || owned(row)?.includes(contract) === false;
  };

  const strayed = (row: SheetRow): Contract | undefined => {
    const whose = index.personPrinted(row.values.rowKey);
    const named = whose && (ownNumbered(row, contractsOf(whose)) ?? numbered(row));
    return named && whose !== named.person ? named : undefined;
  };

  return { contracts, bySchool, schools, match, matchPerson, contradicts, strayed };
}
