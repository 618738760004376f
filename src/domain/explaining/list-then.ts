// The list as it stood (当时的名单): the roster of an earlier version, put together again from its prints and amounts and what the book still knows.
import { type ContractKey, numberedContract, type PersonKey } from "../identity/keys";
import type { RosterIndex } from "../identity/roster-index";
import { parseRowKey } from "../identity/row-key";
import type { Assignment, School } from "../places/jurisdiction";
import type { FieldValues, RowPlace, SheetRow } from "../record/field";
import type { Person } from "../record/person";
import type { Roster } from "../record/roster";
import type { ListedContract } from "../standing/list-change";
import { groupBy } from "../values/group-by";

/** A contract of an earlier version, and the line that says so. */
export type ListedThen = ListedContract & { readonly place?: RowPlace };

/** What an earlier roster is put together from. */
export interface ThenSources {
  readonly listed: readonly ListedThen[];
  /** The list as it is now. */
  readonly index: RosterIndex;
  readonly schools: readonly School[];
  /** Rows of the bank and of the registers: they may still name whom the list does not. */
  readonly mentions: readonly SheetRow[];
}

/** An earlier list with whose school was whose. */
export interface RosterThen {
  readonly roster: Roster;
  readonly assignments: readonly Assignment[];
}

const nowhere: RowPlace = { sheet: "", row: 0 };

// Who has left the list is still named by a row that bears the contract's number, or a printed number of it.
function mentioned({ mentions, index }: ThenSources): (print: string) => FieldValues | undefined {
  const byPrint = new Map<string, FieldValues>();
  for (const { values } of mentions) {
    const { contractNo, rowKey, name, citizenId } = values;
    const key = contractNo === undefined ? undefined : numberedContract(contractNo);
    if (key !== undefined && index.contracts.has(key)) continue;
    const print = key === undefined ? parseRowKey(rowKey ?? "")?.fingerprint : index.prints.of(key);
    if (print === undefined) continue;
    const known = byPrint.get(print) ?? {};
    const named = {
      ...(contractNo === undefined ? {} : { contractNo }),
      ...(name === undefined ? {} : { name }),
      ...(citizenId === undefined ? {} : { citizenId }),
    };
    byPrint.set(print, { ...named, ...known });
  }
  return (print) => byPrint.get(print);
}

const owed: ReadonlySet<string> = new Set(["principal", "interest", "penalty", "due"]);

// What stands on the list now lends everything but what it owed; money that nobody could read then is not read now.
function valuesThen({ principal, interest, due }: ListedThen, known: FieldValues): FieldValues {
  return {
    ...Object.fromEntries(Object.entries(known).filter(([field]) => !owed.has(field))),
    ...(principal === undefined ? {} : { principal }),
    ...(interest === undefined ? {} : { interest }),
    ...(due === undefined ? {} : { due }),
  };
}

/** The roster of an earlier version. A contract that is still listed keeps its row; another one stands in the line of the version itself. */
export function rosterThen(sources: ThenSources): RosterThen {
  const { listed, index, schools } = sources;
  const known = mentioned(sources);
  const taken = new Map<ContractKey, number>();
  const rowOf = (one: ListedThen): SheetRow => {
    const [key, another] = index.prints.find(one.contract);
    const contract = key === undefined || another !== undefined ? undefined : index.contracts.get(key as ContractKey);
    if (!contract) {
      const said = known(one.contract) ?? {};
      return {
        place: one.place ?? nowhere,
        values: valuesThen(one, { ...said, contractNo: said.contractNo ?? `?${one.contract}` }),
        issues: [],
      };
    }
    const at = taken.get(contract.identity) ?? 0;
    taken.set(contract.identity, at + 1);
    const row = contract.rows[at] ?? contract.row;
    return { place: row.place, values: valuesThen(one, row.values), issues: [] };
  };
  const schoolOf = new Map(schools.map((school) => [school.name, school]));
  const people = [...groupBy(listed, ({ person }) => person)].map(([print, own]): Assignment => {
    const loans = own.map(rowOf);
    const [key, another] = index.prints.find(print);
    const now = another === undefined ? index.persons.get(key as PersonKey) : undefined;
    const { name = "" } = loans.find(({ values }) => values.name)?.values ?? {};
    const person: Person = { key: now?.key ?? (`?${print}` as PersonKey), name: now?.name ?? name, citizenId: now?.citizenId ?? "", loans };
    const [{ school: at }] = own;
    if (at === "") return { person, reason: "no-place", candidates: [] };
    const school = schoolOf.get(at) ?? { name: at, code: "", aliases: [], liaison: "", liaisonPhone: "" };
    return { person, school, by: "school" };
  });
  const persons = people.map(({ person }) => person);
  return { roster: { rows: persons.flatMap(({ loans }) => loans), persons, copies: [] }, assignments: people };
}
