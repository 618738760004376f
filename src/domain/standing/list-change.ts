// What a new version of the lists changes for a school, against the version that was handed out before: withdrawn, added, changed.
import type { SheetRow } from "../record/field";
import type { Person } from "../record/person";
import { dueOf } from "../bank/repayment";
import { contractIdentity, type PersonKey, type SchoolKey } from "../identity/keys";
import type { RosterIndex } from "../identity/roster-index";
import { fingerprintOf } from "../identity/row-key";
import { groupBy } from "../values/group-by";
import type { Fen } from "../values/money";
import type { Standing } from "./standing";

/** One contract as a version of the lists handed it out: no name, no number, only prints. */
export interface ListedContract {
  readonly version: number;
  /** "" for who has no school yet: on no school's list, and yet of the county. */
  readonly school: SchoolKey | "";
  /** The print of the person's key. */
  readonly person: string;
  /** The print of the contract. */
  readonly contract: string;
  /** The print of its facts. */
  readonly facts: string;
  /** Whether the list said that nobody needs to be approached. */
  readonly isStopped: boolean;
  /** Whether it said so by leaving the contract out. */
  readonly isLeftOut?: boolean;
  /** What it owed then; absent where nothing could be read. */
  readonly principal?: Fen;
  readonly interest?: Fen;
  readonly due?: Fen;
}

/** A person of a school whose place on the list is another than before. */
export interface ListChange {
  readonly kind: "withdrawn" | "added" | "changed";
  readonly school: SchoolKey | "";
  readonly person: string;
  /** Prints of the person's contracts on the list that says so. */
  readonly contracts: readonly string[];
  /** For who is withdrawn here and added elsewhere in one version, or the other way round (转出、转入): the other school. */
  readonly other?: SchoolKey | "";
}

/** One person who went from one school's list to another's, counted once. */
export interface Transfer {
  readonly person: string;
  readonly from: SchoolKey | "";
  readonly to: SchoolKey | "";
}

/** The transfers among the changes of a version. */
export function transfersIn(changes: readonly ListChange[]): readonly Transfer[] {
  return changes.flatMap(({ kind, person, school: to, other: from }) => (kind === "added" && from ? [{ person, from, to }] : []));
}

/** A school with its people. */
export interface SchoolPersons {
  /** "" for people without one. */
  readonly school: SchoolKey | "";
  readonly persons: readonly Person[];
}

/** The lists of these schools as they go out now, with whom they leave out. */
export function listedNow(
  parts: readonly SchoolPersons[],
  { version, standings, factsOf, leavesOut, index: { prints } }: ListingContext,
): readonly ListedContract[] {
  const listed: ListedContract[] = [];
  for (const { school, persons } of parts) {
    for (const person of persons) {
      const isStopped = standings.get(person.key)?.stop !== undefined;
      const print = prints.of(person.key);
      for (const loan of person.loans) {
        const [contract, facts] = [prints.of(contractIdentity(loan)), fingerprintOf(factsOf(loan, person))];
        const one = { version, school, person: print, contract, facts, isStopped, ...amountsOf(loan) };
        listed.push(isStopped && leavesOut ? { ...one, isLeftOut: true } : one);
      }
    }
  }
  return listed;
}

function amountsOf(loan: SheetRow): Pick<ListedContract, "principal" | "interest" | "due"> {
  const { principal, interest } = loan.values;
  const due = dueOf(loan);
  // Nearly all have all three.
  if (principal !== undefined && interest !== undefined && due !== undefined) return { principal, interest, due };
  return {
    ...(principal === undefined ? {} : { principal }),
    ...(interest === undefined ? {} : { interest }),
    ...(due === undefined ? {} : { due }),
  };
}

/** What listing needs to know besides the people. */
export interface ListingContext {
  readonly version: number;
  readonly standings: ReadonlyMap<PersonKey, Standing>;
  readonly index: RosterIndex;
  /** A contract's facts as one text. */
  readonly factsOf: (loan: Person["loans"][number], person: Person) => string;
  /** Whether who is stopped is left out instead of marked. */
  readonly leavesOut: boolean;
}

// Who has no school is on no list.
const onLists = (listed: readonly ListedContract[]) => listed.filter(({ school }) => school !== "");

/** The persons whose place on a school's list is another than in the version before; without a version before, all who are stopped count as withdrawn. */
export function listChanges(before: readonly ListedContract[], now: readonly ListedContract[]): readonly ListChange[] {
  const lists = onLists(now);
  const past = byPerson(before.length > 0 ? onLists(before) : lists.map((listed) => ({ ...listed, isStopped: false })));
  const present = byPerson(lists);
  const changes = [...new Set([...past.keys(), ...present.keys()])].flatMap((key): ListChange[] => {
    const [old, next] = [past.get(key) ?? [], present.get(key) ?? []];
    const [wasOpen, isOpen] = [old.some(({ isStopped }) => !isStopped), next.some(({ isStopped }) => !isStopped)];
    const [first] = next.length > 0 ? next : old;
    if (!first || (!wasOpen && !isOpen)) return [];
    const kind = !isOpen ? "withdrawn" : !wasOpen ? "added" : factsIn(old) === factsIn(next) ? undefined : "changed";
    const listed = next.length > 0 ? next : old;
    return kind ? [{ kind, school: first.school, person: first.person, contracts: listed.map(({ contract }) => contract) }] : [];
  });
  return withTransfers(changes, ({ school, person, kind }) => !(kind === "added" ? past : present).has(`${school}|${person}`));
}

/** The changes with both sides of each transfer naming the other: a person off one school's list altogether, and new on one other's. */
function withTransfers(changes: readonly ListChange[], isWhole: (change: ListChange) => boolean): readonly ListChange[] {
  const sides = groupBy(
    changes.filter((change) => change.kind !== "changed" && isWhole(change)),
    ({ person }) => person,
  );
  const others = new Map<ListChange, SchoolKey | "">();
  for (const [one, two, ...more] of sides.values()) {
    if (!one || !two || more.length > 0 || one.kind === two.kind) continue;
    others.set(one, two.school).set(two, one.school);
  }
  return changes.map((change) => {
    const other = others.get(change);
    return other === undefined ? change : { ...change, other };
  });
}

function byPerson(listed: readonly ListedContract[]): ReadonlyMap<string, readonly ListedContract[]> {
  const groups = new Map<string, ListedContract[]>();
  for (const one of listed) {
    const key = `${one.school}|${one.person}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

const factsIn = (listed: readonly ListedContract[]) =>
  listed
    .map(({ contract, facts }) => `${contract}${facts}`)
    .sort()
    .join();
