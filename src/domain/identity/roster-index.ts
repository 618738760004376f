// The list made ready for looking up: its contracts, persons and printed numbers by key. Built once, for all who ask whose a row is.
import type { SheetRow } from "../record/field";
import type { Person } from "../record/person";
import type { Roster } from "../record/roster";
import { type ContractKey, contractIdentity, type PersonKey } from "./keys";
import { readNoticeNumber } from "./notice-number";
import { type NoticeNumbers, noNumbers } from "./notice-numbers";
import { Prints } from "./prints";
import { fingerprintOf, parseRowKey } from "./row-key";

/** One contract of the list: its row and its borrower. */
export interface RosterContract {
  readonly identity: ContractKey;
  readonly row: SheetRow;
  /** All rows of the list with this key; more than one only where the list itself is at odds. */
  readonly rows: readonly SheetRow[];
  /** The borrower of the first row. */
  readonly person: Person;
}

const none: readonly never[] = [];

const noticeText = (contracts: readonly ContractKey[]) => `notice|${[...contracts].sort()[0] ?? ""}`;
const textOf = ({ loans }: Person) => noticeText(loans.map(contractIdentity));

/** The list, findable; each of its tables is made when it is first asked for. */
export class RosterIndex {
  #contracts: ReadonlyMap<ContractKey, RosterContract> | undefined;
  #persons: ReadonlyMap<PersonKey, Person> | undefined;
  #prints: Prints<ContractKey | PersonKey> | undefined;
  #noticePrints: Prints<PersonKey> | undefined;

  #numbers: NoticeNumbers | undefined;
  #asked: { readonly text: string; readonly keys: readonly (ContractKey | PersonKey)[] } | undefined;

  /**
   * @param fingerprint the short print of a text; another one only in tests
   * @param givesNumbers the numbers of everybody's papers; asked for once, and only when a number is needed
   */
  constructor(
    readonly roster: Roster,
    private readonly fingerprint: (text: string) => string = fingerprintOf,
    private readonly givesNumbers: () => NoticeNumbers = () => noNumbers,
  ) {}

  /** The numbers of everybody's papers (通知书编号). */
  get numbers(): NoticeNumbers {
    return (this.#numbers ??= this.givesNumbers());
  }

  /** The number that all papers of a person bear, "" for somebody who stands on no list. */
  numberOf(person: Pick<Person, "key">): string {
    return this.numbers.of(person) ?? "";
  }

  /** The number of the person with this print (see `noticePrint`), on the list or not any more; "" for nobody's. */
  numberOfPrint(print: string): string {
    const known = this.#notices().find(print);
    const [person] = known;
    const own = person === undefined || known.length > 1 ? "" : this.numberOf({ key: person });
    return own || (this.numbers.entries.find(({ entry }) => this.fingerprint(noticeText(entry.contracts)) === print)?.entry.number ?? "");
  }

  /** The contracts, in the order of the list. */
  get contracts(): ReadonlyMap<ContractKey, RosterContract> {
    return (this.#contracts ??= contractsOf(this.roster));
  }

  get persons(): ReadonlyMap<PersonKey, Person> {
    return (this.#persons ??= new Map(this.roster.persons.map((person) => [person.key, person])));
  }

  /** The prints of all contracts and persons. */
  get prints(): Prints<ContractKey | PersonKey> {
    const keys = () => [...this.contracts.keys(), ...this.persons.keys()];
    return (this.#prints ??= new Prints(keys(), this.fingerprint));
  }

  /** The print by which snapshots know a person. */
  noticePrint(person: Person): string {
    return this.#notices().of(person.key, this.fingerprint(textOf(person)));
  }

  /** The contracts on a person's rows; one that stands under two persons is among those of both. */
  contractsOf({ loans }: Person): readonly RosterContract[] {
    return [...new Set(loans.map(contractIdentity))].flatMap((identity) => this.contracts.get(identity) ?? []);
  }

  /** The contract of a person who has exactly one. */
  onlyContractOf(person: Person): RosterContract | undefined {
    const own = this.contractsOf(person);
    return own.length === 1 ? own[0] : undefined;
  }

  /** The keys that a printed number (编号, 通知书编号; also those of earlier papers) can mean: none, one, or several, of which none may be guessed. */
  keysPrinted(text: string | undefined): readonly (ContractKey | PersonKey)[] {
    if (text === undefined || text === "") return none;
    // Rows of one person stand together, and several ask about each.
    if (this.#asked?.text !== text) this.#asked = { text, keys: this.#printed(text) };
    return this.#asked.keys;
  }

  #printed(text: string): readonly (ContractKey | PersonKey)[] {
    if (readNoticeNumber(text).kind === "number") {
      const found = this.numbers.find(text);
      return found.entry && found.person !== undefined ? [found.person] : none;
    }
    const number = parseRowKey(text);
    if (!number) return none;
    return number.kind === "notice" ? this.#notices().find(number.fingerprint) : this.prints.find(number.fingerprint);
  }

  /** The contract that a printed number means and no other. */
  contractPrinted(text: string | undefined): RosterContract | undefined {
    const [key, another] = this.keysPrinted(text);
    return key === undefined || another !== undefined ? undefined : this.contracts.get(key as ContractKey);
  }

  /** The person that a printed number means and no other. */
  personPrinted(text: string | undefined): Person | undefined {
    const [key, another] = this.keysPrinted(text);
    return key === undefined || another !== undefined ? undefined : this.persons.get(key as PersonKey);
  }

  #notices(): Prints<PersonKey> {
    const shortOf = (key: PersonKey) => {
      const person = this.persons.get(key);
      return this.fingerprint(person ? textOf(person) : key);
    };
    return (this.#noticePrints ??= new Prints(this.persons.keys(), shortOf));
  }
}

function contractsOf({ persons }: Roster): ReadonlyMap<ContractKey, RosterContract> {
  const contracts = new Map<ContractKey, RosterContract & { readonly rows: SheetRow[] }>();
  for (const person of persons) {
    for (const row of person.loans) {
      const identity = contractIdentity(row);
      const known = contracts.get(identity);
      if (known) known.rows.push(row);
      else contracts.set(identity, { identity, row, rows: [row], person });
    }
  }
  return contracts;
}
