// Report (学校上报): the rows of our registers brought back to the persons and contracts they are about.
import type { SheetRow } from "../record/field";
import { type Person, personKey } from "../record/person";
import type { Roster } from "../record/roster";
import { contractIdentity, fingerprintOf, parseRowKey } from "./row-key";

/** What schools have reported so far, by register; a `SeasonBook` has them. */
export type Registers = Readonly<Record<"deliveries" | "claims" | "visits" | "exceptions", readonly SheetRow[]>>;

/** One register row with the contract it is about; undefined when it speaks of the person as a whole. */
export interface Report {
  readonly row: SheetRow;
  readonly identity: string | undefined;
}

/** What was reported on one person. */
export type PersonReports = { readonly [R in keyof Registers]: readonly Report[] };

/** All reports by person key, and the register rows that belong to nobody on the list. */
export interface ReportIndex {
  readonly byPerson: ReadonlyMap<string, PersonReports>;
  readonly unmatched: readonly SheetRow[];
}

interface Subject {
  readonly person: string;
  readonly identity: string | undefined;
}

type Lookup = (row: SheetRow) => Subject | undefined;

const onlyIdentity = ({ loans }: Person) => {
  const identities = new Set(loans.map(contractIdentity));
  return identities.size === 1 ? [...identities][0] : undefined;
};

// By contract number, else by the printed number of the row or the notice (编号, 通知书编号), else by the person's own ID.
function lookupIn(roster: Roster): Lookup {
  const byContract = new Map<string, Subject>();
  const byPerson = new Map<string, Subject>();
  for (const person of roster.persons) {
    byPerson.set(person.key, { person: person.key, identity: onlyIdentity(person) });
    for (const loan of person.loans) {
      const identity = contractIdentity(loan);
      if (!byContract.has(identity)) byContract.set(identity, { person: person.key, identity });
    }
  }
  let printed: Map<string, Subject> | undefined;
  const byPrint = (text: string | undefined) => {
    const fingerprint = text === undefined ? undefined : parseRowKey(text)?.fingerprint;
    if (fingerprint === undefined) return undefined;
    printed ??= new Map([...byPerson, ...byContract].map(([key, subject]) => [fingerprintOf(key), subject]));
    return printed.get(fingerprint);
  };
  return (row) => {
    const { contractNo, rowKey, noticeNo } = row.values;
    const named = contractNo === undefined ? undefined : byContract.get(contractNo.toUpperCase());
    return named ?? byPrint(rowKey) ?? byPrint(noticeNo) ?? byPerson.get(personKey(row));
  };
}

/** The register rows by the person they are about, in the order of the registers. */
export function indexReports(roster: Roster, registers: Registers): ReportIndex {
  const hasRows = Object.values(registers).some((rows) => rows.length > 0);
  const lookup = hasRows ? lookupIn(roster) : () => undefined;
  const byPerson = new Map<string, { [R in keyof Registers]: Report[] }>();
  const unmatched: SheetRow[] = [];
  for (const register of ["deliveries", "claims", "visits", "exceptions"] as const) {
    for (const row of registers[register]) {
      const subject = lookup(row);
      if (!subject) unmatched.push(row);
      else {
        const reports = byPerson.get(subject.person) ?? { deliveries: [], claims: [], visits: [], exceptions: [] };
        reports[register].push({ row, identity: subject.identity });
        byPerson.set(subject.person, reports);
      }
    }
  }
  return { byPerson, unmatched };
}
