// Report (学校上报): the rows of our registers brought back to the persons and contracts they are about.
import type { Day } from "../values/day";
import type { SheetRow } from "../record/field";
import type { Person } from "../record/person";
import { eachRegister, type Register, registerIds, type Registers } from "../record/registers";
import { type ContractKey, numberedContract, type PersonKey, personKey } from "./keys";
import type { RosterContract, RosterIndex } from "./roster-index";

/** One register row with the contract it is about; undefined when it speaks of the person as a whole. */
export interface Report {
  readonly row: SheetRow;
  readonly identity: ContractKey | undefined;
}

/** What was reported on one person. */
export type PersonReports = Readonly<Record<Register, readonly Report[]>>;

/** A person on whom nothing was reported. */
export const noReports: PersonReports = eachRegister(() => []);

/** All reports by person key, and the register rows that belong to nobody on the list. */
export interface ReportIndex {
  readonly byPerson: ReadonlyMap<PersonKey, PersonReports>;
  readonly unmatched: readonly SheetRow[];
}

// By contract number, else by the printed number of the row or the notice (编号, 通知书编号), else by the person's own ID.
function subjectOf(row: SheetRow, index: RosterIndex): RosterContract | Person | undefined {
  const { contractNo, rowKey, noticeNo } = row.values;
  const named = contractNo === undefined ? undefined : index.contracts.get(numberedContract(contractNo));
  const printed = (text: string | undefined) => index.contractPrinted(text) ?? index.personPrinted(text);
  return named ?? printed(rowKey) ?? printed(noticeNo) ?? index.persons.get(personKey(row));
}

/** The register rows by the person they are about, in the order of the registers. */
export function indexReports(index: RosterIndex, registers: Registers): ReportIndex {
  const byPerson = new Map<PersonKey, Record<Register, Report[]>>();
  const unmatched: SheetRow[] = [];
  for (const register of registerIds) {
    for (const row of registers[register]) {
      const subject = subjectOf(row, index);
      if (!subject) {
        unmatched.push(row);
        continue;
      }
      const person = "person" in subject ? subject.person : subject;
      const identity = "person" in subject ? subject.identity : index.onlyContractOf(person)?.identity;
      const reports = byPerson.get(person.key) ?? eachRegister((): Report[] => []);
      reports[register].push({ row, identity });
      byPerson.set(person.key, reports);
    }
  }
  return { byPerson, unmatched };
}

/** Of these reports those that were known on a day: registered by then, or nobody knows when. */
export function knownBy({ byPerson }: ReportIndex, day: Day): ReportIndex["byPerson"] {
  const isKnown = ({ row: { values } }: Report) => values.recordedOn === undefined || values.recordedOn <= day;
  const known = new Map<PersonKey, PersonReports>();
  for (const [key, reports] of byPerson) {
    if (registerIds.every((register) => reports[register].every(isKnown))) known.set(key, reports);
    else if (registerIds.some((register) => reports[register].some(isKnown)))
      known.set(
        key,
        eachRegister((register) => reports[register].filter(isKnown)),
      );
  }
  return known;
}
