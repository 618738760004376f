// Standing (还款现状): what one person owes today and whether anybody may knock at the door; always derived, never stored.
import type { Day } from "../values/day";
import type { ExceptionKind, RepaymentStatus } from "../record/choices";
import type { MoneyField, SheetRow } from "../record/field";
import type { Register } from "../record/registers";
import type { Assignment } from "../places/jurisdiction";
import { acceptedKinds, type CaseDecision, type CaseDecisions, isReturned } from "../returns/case-decision";
import { type Delivery, strongestDelivery } from "../returns/delivery";
import { type Fen, subtractFen } from "../values/money";
import type { Person } from "../record/person";
import { noReports, type PersonReports, type Report, type ReportIndex } from "../identity/report";
import type { Booking } from "../bank/repayment";
import { type Sums, sumsOf } from "./sums";
import type { Roster } from "../record/roster";
import { type ContractKey, contractIdentity, type PersonKey } from "../identity/keys";
import { agrees, isWaived, type WaiverWords } from "./waiver";
import { isGarbledName } from "../checking/rules/names";
import {
  type CaseIn,
  type FreshDays,
  implausibleAmount,
  isFreshApplication,
  isFreshDeposit,
  isHeldByCentre,
  isUndatedDeposit,
  type StopDecisions,
  stoppingKindOf,
  type StopReason,
  type StopWords,
  stopWordsIn,
  undecided,
  usualFreshDays,
} from "./stop";

/** Where a person stands, strongest first (docs/definitions.md §2). */
export type StandingState =
  | "nothing-due" // every contract's due is nothing this season
  | "paid" // every contract paid, by the bank's word
  | "partial"
  | "deposited" // a school says the money lies in the account
  | "claimed" // a school says it is paid; the bank does not (yet)
  | "excepted" // a special case is reported
  | "promised"
  | "delivered"
  | "proxy-signed"
  | "undelivered";

/** One person's standing on the as-of day. */
export interface Standing {
  readonly person: Person;
  /** How many contracts the person has. */
  readonly contracts: number;
  readonly due: Fen;
  /** What the bank has taken, capped per contract at its due. */
  readonly repaid: Fen;
  readonly outstanding: Fen;
  /** What a school says was paid (学校称已还), beyond what the bank confirms. */
  readonly claimed: Fen;
  /** What a school says lies in the account for the bank to take (已存待扣), beyond what the bank confirms. */
  readonly deposited: Fen;
  readonly state: StandingState;
  /** Whether all that the bank has taken came in through early repayment (提前还款). */
  readonly isEarly: boolean;
  readonly delivery: Delivery;
  /** A reported special case. */
  readonly exceptionKind?: ExceptionKind;
  /** The centre has accepted a special case that holds (受理). */
  readonly isAccepted?: true;
  /** A school could not find the person (失联), as special case or as status. */
  readonly isUnreachable: boolean;
  readonly visits: number;
  /** A school has reported something on this person. */
  readonly isReported?: boolean;
  /** On the day letters went out, this person was rightly sent none (see `withoutLetters`). */
  readonly neededNoLetter?: boolean;
  readonly stop?: StopReason;
  /** What remarks say that asks for a look, whether or not the centre has looked already. */
  readonly stopWords?: readonly StopWords[];
}

/** What standings are derived from. */
export interface StandingSources {
  readonly roster: Roster;
  readonly asOf: Day;
  /** The keys of persons on whose rows an error finding stands. */
  readonly held: ReadonlySet<PersonKey>;
  readonly assignments: readonly Assignment[];
  /** The bank's sheets as booked for the same day. */
  readonly booking: Booking;
  /** What schools have reported. */
  readonly reports: ReportIndex["byPerson"];
  /** Reads remarks; without it they are not looked at. */
  readonly caseIn?: CaseIn;
  /** By what waivers are known; without it nobody is waived. */
  readonly waivers?: WaiverWords;
  readonly decisions?: StopDecisions;
  /** What the centre decided on special cases. */
  readonly cases?: CaseDecisions;
  readonly freshDays?: FreshDays;
  /** What the centre is asked where somebody says that money lies in the account (已存待扣) and not since when; without it nobody is asked. */
  readonly undatedDeposit?: string;
  /** What the centre is asked where a contract asks for an amount that cannot be right; without it nobody is asked. */
  readonly implausible?: (field: MoneyField, amount: Fen) => string;
}

// The kind to act on when several are reported: one that stops, else the first.
function exceptionKindOf(kinds: readonly ExceptionKind[]): ExceptionKind | undefined {
  return stoppingKindOf(kinds) ?? kinds[0];
}

type Marks = Sums &
  Pick<Standing, "delivery" | "exceptionKind"> & {
    readonly hasPromised: boolean;
    readonly statuses: ReadonlySet<RepaymentStatus | undefined>;
  };

function stateOf(marks: Marks): StandingState {
  if (marks.isSettled) return marks.due > 0 ? "paid" : "nothing-due";
  if (marks.repaid > 0) return "partial";
  if (marks.statuses.has("deposited")) return "deposited";
  if (marks.statuses.has("paid") || marks.claimed > 0) return "claimed";
  if (marks.exceptionKind !== undefined) return "excepted";
  if (marks.hasPromised) return "promised";
  return ({ valid: "delivered", proxy: "proxy-signed", none: "undelivered" } as const)[marks.delivery];
}

// Settled first, then what is recorded, what is only said, what is wrong with the data, and last what a while will tell.
function stopOf(
  { person, reports, kinds, accepted, words, sources, isAssigned }: Known,
  claims: readonly Report[],
  { due, repaid, isSettled }: Sums,
): StopReason | undefined {
  if (isSettled && due > 0) return "paid";
  const { asOf, held, waivers, decisions = noDecisions, freshDays = usualFreshDays } = sources;
  const { loans } = person;
  if (isSettled) return waivers && loans.some((loan) => isWaived(loan, waivers)) ? "waived" : "nothing-due";
  const kind = stoppingKindOf(kinds.filter((known) => known !== "early-applied"));
  if (kind) return kind;
  if (accepted.some((one) => kinds.includes(one))) return "accepted";
  if (undecided(person.key, words, decisions).length > 0 || isHeldByCentre(person.key, decisions)) return "to-verify";
  if (loans.some(({ values }) => isGarbledName(values.name ?? ""))) return "name-unusable";
  if (held.has(person.key) || due <= repaid) return "data-error";
  if (!isAssigned) return "unassigned";
  const isDeposit = (row: SheetRow) => isFreshDeposit(row, freshDays.deposited, asOf);
  if (claims.some(({ row }) => isDeposit(row)) || loans.some(isDeposit)) return "deposited";
  if (!kinds.includes("early-applied")) return undefined;
  const isApplied = (row: SheetRow) => isFreshApplication(row, freshDays.earlyApplied, asOf);
  return reports.exceptions.some(({ row }) => isApplied(row)) || loans.some(isApplied) ? "early-applied" : undefined;
}

function isEarlyOnly(person: Person, { byContract }: Booking): boolean {
  const paid = person.loans.flatMap((loan) => byContract.get(contractIdentity(loan)) ?? []);
  return paid.length > 0 && paid.every(({ early, repaid }) => early >= repaid);
}

/** What is known of one person before it is judged. */
interface Known {
  readonly person: Person;
  readonly reports: PersonReports;
  readonly kinds: readonly ExceptionKind[];
  /** Those that the centre has accepted. */
  readonly accepted: readonly ExceptionKind[];
  readonly words: readonly StopWords[];
  readonly sources: StandingSources;
  readonly isAssigned: boolean;
}

const noRows: readonly SheetRow[] = [];
const noDecisions: StopDecisions = new Map();
const undecidedCases: readonly CaseDecision[] = [];

// What is claimed by the as-of day.
const claimsOf = ({ reports: { claims }, sources: { asOf } }: Known) =>
  claims.filter(({ row: { values } }) => values.repaidOn === undefined || values.repaidOn <= asOf);

function standingOf(known: Known): Standing {
  const { person, reports, kinds, words, sources } = known;
  const { asOf, booking } = sources;
  const claims = claimsOf(known);
  const visits = reports.visits.filter(({ row }) => row.values.visitedOn === undefined || row.values.visitedOn <= asOf);
  const all = sumsOf(person, claims, booking);
  const { isSettled, ...sums } = all;
  const statuses = new Set(claims.map(({ row }) => row.values.repaymentStatus));
  const exceptionKind = exceptionKindOf(kinds);
  const delivery = strongestDelivery(reports.deliveries, person, asOf);
  const hasPromised = statuses.has("promised") || visits.some(({ row }) => row.values.promisedOn !== undefined);
  const kind = exceptionKind === undefined ? {} : { exceptionKind };
  const stop = stopOf(known, claims, all);
  return {
    person,
    contracts: person.loans.length,
    ...sums,
    outstanding: subtractFen(sums.due, sums.repaid),
    state: stateOf({ ...sums, ...kind, isSettled, statuses, delivery, hasPromised }),
    isEarly: isEarlyOnly(person, booking),
    delivery,
    ...kind,
    ...(known.accepted.some((one) => kinds.includes(one)) ? { isAccepted: true as const } : {}),
    isUnreachable: statuses.has("unreachable") || kinds.includes("unreachable"),
    visits: visits.length,
    isReported: [reports.deliveries, claims, visits, reports.exceptions].some((rows) => rows.length > 0),
    ...(stop === undefined ? {} : { stop }),
    ...(words.length === 0 ? {} : { stopWords: words }),
  };
}

// The rows of the bank by the contract that they speak of: their remarks count like any other.
function remarksOf({ contractOf }: Booking): ReadonlyMap<ContractKey, readonly SheetRow[]> {
  const remarks = new Map<ContractKey, SheetRow[]>();
  for (const [row, identity] of contractOf) {
    const rows = remarks.get(identity);
    if (rows) rows.push(row);
    else remarks.set(identity, [row]);
  }
  return remarks;
}

/**
 * Where every person of the list stands on the as-of day, by person key, in the order of the list. Money is what the bank's sheets say up to
 * that day; deliveries, visits and claims dated later are left out; undated claims, visits and special cases count from when they are registered.
 */
export function standingsOf(sources: StandingSources): ReadonlyMap<PersonKey, Standing> {
  const { knownOf } = tellerOf(sources);
  return new Map(sources.roster.persons.map((person): [PersonKey, Standing] => [person.key, standingOf(knownOf(person))]));
}

/** The same, of those alone of whom a remark or an amount asks for a look: nobody else can be to verify. */
export function standingsInQuestion(sources: StandingSources): ReadonlyMap<PersonKey, Standing> {
  const { wordsOf, knownOf } = tellerOf(sources);
  const asking = sources.roster.persons.filter((person) => wordsOf(person).length > 0);
  return new Map(asking.map((person): [PersonKey, Standing] => [person.key, standingOf(knownOf(person))]));
}

/** Why nobody may approach a person of the list, as the standing says it: for those who ask that alone, and not of everybody. */
export function stopsOf(sources: StandingSources): (person: Person) => StopReason | undefined {
  const { knownOf } = tellerOf(sources);
  return (person) => {
    const known = knownOf(person);
    const claims = claimsOf(known);
    return stopOf(known, claims, sumsOf(person, claims, sources.booking));
  };
}

// What a returned report says has been looked at.
const heeded = ["exceptions", "claims", "visits", "deliveries"] as const satisfies readonly Register[];

// Tells what is known of a person of the list, and alone what of it asks for a look.
function tellerOf(sources: StandingSources) {
  const { assignments, booking, reports: byPerson, asOf, cases, caseIn = () => undefined, waivers, undatedDeposit, implausible } = sources;
  const assigned = new Set<PersonKey>();
  for (const { person, school } of assignments) if (school !== undefined) assigned.add(person.key);
  const remarks = remarksOf(booking);
  const saidOf = ({ loans }: Person): readonly SheetRow[] =>
    remarks.size === 0 ? noRows : [...new Set(loans.map(contractIdentity))].flatMap((identity) => remarks.get(identity) ?? []);
  const reportsOf = ({ key }: Person) => byPerson.get(key) ?? noReports;
  const casesOf = ({ key }: Person) => cases?.get(key) ?? undecidedCases;
  const stands = (row: SheetRow, decided: ReturnType<typeof casesOf>) => decided.length === 0 || !isReturned(row, decided, asOf);
  const wordsOf = (person: Person): readonly StopWords[] => {
    const { loans } = person;
    const reports = reportsOf(person);
    const decided = casesOf(person);
    // A waiver that the amounts do not bear out asks for a look, too; whose words they are tells which amounts.
    const isClash = (row: SheetRow, text: string) => {
      const of = waivers?.waiverIn(text);
      return of !== undefined && !(loans.includes(row) ? [row] : loans).every((loan) => agrees({ of }, loan));
    };
    const words: StopWords[] = [];
    const heed = (row: SheetRow) => {
      for (const found of stopWordsIn(row, caseIn, isClash)) words.push(found);
    };
    loans.forEach(heed);
    saidOf(person).forEach(heed);
    for (const register of heeded) for (const { row } of reports[register]) if (stands(row, decided)) heed(row);
    if (implausible) {
      for (const { place, values } of loans) {
        const found = implausibleAmount(values);
        if (found) words.push({ place, field: found.field, words: implausible(found.field, found.amount) });
      }
    }
    if (undatedDeposit === undefined) return words;
    const ask = (row: SheetRow) => {
      if (isUndatedDeposit(row)) words.push({ place: row.place, field: "repaymentStatus", words: undatedDeposit });
    };
    loans.forEach(ask);
    for (const { row } of reports.claims) ask(row);
    return words;
  };
  const knownOf = (person: Person): Known => {
    const reports = reportsOf(person);
    const decided = casesOf(person);
    const kinds: ExceptionKind[] = [];
    const add = (row: SheetRow) => {
      if (row.values.exceptionKind !== undefined && stands(row, decided)) kinds.push(row.values.exceptionKind);
    };
    for (const { row } of reports.exceptions) add(row);
    for (const row of person.loans) add(row);
    const accepted = acceptedKinds(decided, asOf);
    return { person, reports, kinds, accepted, words: wordsOf(person), sources, isAssigned: assigned.has(person.key) };
  };
  return { wordsOf, knownOf };
}

/** The keys of persons who, as they stood on the day letters went out, were rightly sent none: settled by then, nothing due, or stopped. */
export function withoutLetters({ persons }: Roster, stopThen: ReturnType<typeof stopsOf>): ReadonlySet<PersonKey> {
  return new Set(persons.flatMap((person) => (stopThen(person) === undefined ? [] : [person.key])));
}
