// Standing (还款现状): what one person owes today and whether anybody may knock at the door; always derived, never stored.
import type { Day } from "./day";
import type { SheetRow } from "./field";
import type { Assignment } from "./jurisdiction";
import { type Delivery, strongestDelivery } from "./delivery";
import { type Fen, subtractFen } from "./money";
import type { SheetColumns } from "./payment";
import type { Person } from "./person";
import { indexReports, type PersonReports, type Registers, type Report } from "./report";
import { type Booking, bookPayments } from "./repayment";
import { type Sums, sumsOf } from "./sums";
import type { Roster } from "./rule";
import { contractIdentity } from "./row-key";

/** Where a person stands, strongest first (`domain.md` §2.2). */
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

/** Why nobody may send this person a notice or visit them now. */
export type StopReason =
  | "paid"
  | "nothing-due"
  | "deceased"
  | "missing"
  | "illness"
  | "imprisoned"
  | "enlisted"
  | "not-borrower"
  | "early-applied"
  | "paid-not-shown"
  | "data-error" // an error finding stands on one of the person's rows
  | "unassigned";

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
  /** The code of a reported special case. */
  readonly exceptionKind?: string;
  /** A school could not find the person (失联), as special case or as status. */
  readonly isUnreachable: boolean;
  readonly visits: number;
  readonly stop?: StopReason;
}

/** What standings are derived from; a `SeasonBook` has the first four. */
export interface StandingSources {
  readonly roster: Roster;
  readonly payments: readonly SheetRow[];
  readonly registers: Registers;
  readonly sheets?: readonly SheetColumns[];
  readonly asOf: Day;
  /** The keys of persons on whose rows an error finding stands. */
  readonly held: ReadonlySet<string>;
  readonly assignments: readonly Assignment[];
  /** The bank's sheets as booked for the same day, when the caller has them already. */
  readonly booking?: Booking;
}

// Special cases that stop all dunning, strongest first; the other kinds (hardship, refusing, unreachable …) do not.
const stoppingKinds = [
  "deceased",
  "missing",
  "illness",
  "imprisoned",
  "enlisted",
  "not-borrower",
  "early-applied",
  "paid-not-shown",
] as const;

/** Whether a special case of this kind stops all dunning while it is looked into. */
export function stopsDunning(kind: string): boolean {
  return stoppingKinds.some((stopping) => stopping === kind);
}

// The kind to act on when several are reported: one that stops, else the first.
function exceptionKindOf(exceptions: readonly Report[]): string | undefined {
  const kinds = exceptions.flatMap(({ row }) => row.values.exceptionKind ?? []);
  return stoppingKinds.find((kind) => kinds.includes(kind)) ?? kinds[0];
}

type Marks = Sums &
  Pick<Standing, "delivery" | "exceptionKind"> & { readonly hasPromised: boolean; readonly statuses: ReadonlySet<string | undefined> };

function stateOf(marks: Marks): StandingState {
  if (marks.isSettled) return marks.due > 0 ? "paid" : "nothing-due";
  if (marks.repaid > 0) return "partial";
  if (marks.statuses.has("deposited")) return "deposited";
  if (marks.statuses.has("paid") || marks.claimed > 0) return "claimed";
  if (marks.exceptionKind !== undefined) return "excepted";
  if (marks.hasPromised) return "promised";
  return ({ valid: "delivered", proxy: "proxy-signed", none: "undelivered" } as const)[marks.delivery];
}

function stopOf(state: StandingState, kind: string | undefined, isHeld: boolean, isAssigned: boolean): StopReason | undefined {
  if (state === "paid" || state === "nothing-due") return state;
  return stoppingKinds.find((stopping) => stopping === kind) ?? (isHeld ? "data-error" : isAssigned ? undefined : "unassigned");
}

const noReports: PersonReports = { deliveries: [], claims: [], visits: [], exceptions: [] };

function isEarlyOnly(person: Person, { byContract }: Booking): boolean {
  const paid = person.loans.flatMap((loan) => byContract.get(contractIdentity(loan)) ?? []);
  return paid.length > 0 && paid.every(({ early, repaid }) => early >= repaid);
}

interface Circumstances {
  readonly reports: PersonReports;
  readonly booking: Booking;
  readonly asOf: Day;
  readonly isHeld: boolean;
  readonly isAssigned: boolean;
}

function standingOf(person: Person, { reports, booking, asOf, isHeld, isAssigned }: Circumstances): Standing {
  const claims = reports.claims.filter(({ row }) => row.values.repaidOn === undefined || row.values.repaidOn <= asOf);
  const visits = reports.visits.filter(({ row }) => row.values.visitedOn === undefined || row.values.visitedOn <= asOf);
  const { isSettled, ...sums } = sumsOf(person, claims, booking);
  const statuses = new Set(claims.map(({ row }) => row.values.repaymentStatus));
  const exceptionKind = exceptionKindOf(reports.exceptions);
  const delivery = strongestDelivery(reports.deliveries, person, asOf);
  const hasPromised = statuses.has("promised") || visits.some(({ row }) => row.values.promisedOn !== undefined);
  const kind = exceptionKind === undefined ? {} : { exceptionKind };
  const state = stateOf({ ...sums, ...kind, isSettled, statuses, delivery, hasPromised });
  const stop = stopOf(state, exceptionKind, isHeld, isAssigned);
  return {
    person,
    contracts: person.loans.length,
    ...sums,
    outstanding: subtractFen(sums.due, sums.repaid),
    state,
    isEarly: isEarlyOnly(person, booking),
    delivery,
    ...kind,
    isUnreachable: statuses.has("unreachable") || reports.exceptions.some(({ row }) => row.values.exceptionKind === "unreachable"),
    visits: visits.length,
    ...(stop === undefined ? {} : { stop }),
  };
}

/**
 * Where every person of the list stands on the as-of day, by person key, in the order of the list. Money is what the bank's sheets say up to
 * that day; deliveries, visits and claims dated later are left out; undated claims, visits and special cases count from when they are registered.
 * @example standingsOf({ ...book, asOf, held, assignments }) // with a `SeasonBook`
 */
export function standingsOf(sources: StandingSources): ReadonlyMap<string, Standing> {
  const { roster, payments, registers, sheets = [], asOf, held, assignments } = sources;
  const booking = sources.booking ?? bookPayments(roster, payments, asOf, sheets);
  const { byPerson } = indexReports(roster, registers);
  const assigned = new Set(assignments.filter(({ school }) => school !== undefined).map(({ person }) => person.key));
  return new Map(
    roster.persons.map((person): [string, Standing] => {
      const reports = byPerson.get(person.key) ?? noReports;
      const circumstances = { reports, booking, asOf, isHeld: held.has(person.key), isAssigned: assigned.has(person.key) };
      return [person.key, standingOf(person, circumstances)];
    }),
  );
}
