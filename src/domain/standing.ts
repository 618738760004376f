// Standing (还款现状): what one person owes today and whether anybody may knock at the door; always derived, never stored.
import { addDays, type Day } from "./day";
import type { FieldId, RowPlace, SheetRow } from "./field";
import type { Assignment } from "./jurisdiction";
import { type Delivery, strongestDelivery } from "./delivery";
import { type Fen, subtractFen } from "./money";
import type { SheetColumns } from "./payment";
import { type Person, personKey } from "./person";
import { indexReports, type PersonReports, type Registers } from "./report";
import { type Booking, bookPayments } from "./repayment";
import { type Sums, sumsOf } from "./sums";
import type { Roster } from "./rule";
import { isUsableName } from "./rules/names";
import { type Season, usualFreshDays } from "./season";
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
  | "deposited" // a school says the money lies in the account, and said so lately
  | "to-verify" // words somewhere tell of a special case, or the centre said 不发
  | "name-unusable" // the name cannot stand in a letter
  | "data-error" // an error finding stands on one of the person's rows
  | "unassigned";

/** Words that ask for a look before anybody is approached, as they were typed, and where they stand. */
export interface Evidence {
  readonly field: FieldId;
  readonly text: string;
  readonly place: RowPlace;
}

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
  /** A school has reported something on this person. */
  readonly isReported?: boolean;
  /** On the day letters went out, this person was rightly sent none (see `withoutLetters`). */
  readonly neededNoLetter?: boolean;
  readonly stop?: StopReason;
  /** What a stop `to-verify` rests on; empty where the centre decided so by itself. */
  readonly evidence?: readonly Evidence[];
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
  /** The code of the special case that a remark tells of. */
  readonly caseIn?: (remark: string) => string | undefined;
  /** What 设置 says of single persons, and how long a school's word counts. */
  readonly season?: Pick<Season, "decisions" | "freshDays">;
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
function exceptionKindOf(rows: readonly SheetRow[]): string | undefined {
  const kinds = rows.flatMap(({ values }) => values.exceptionKind ?? []);
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

/** What bears on whether a person may be approached, besides money. */
interface Look {
  readonly kind: string | undefined;
  readonly isHeld: boolean;
  readonly isAssigned: boolean;
  readonly isDeposited: boolean;
  readonly isNameUsable: boolean;
  readonly evidence: readonly Evidence[];
  /** Whether the centre said 仍发 (true) or 不发 (false). */
  readonly decided: boolean | undefined;
}

function stopOf(state: StandingState, look: Look): StopReason | undefined {
  if (state === "paid" || state === "nothing-due") return state;
  const stopping = stoppingKinds.find((kind) => kind === look.kind);
  if (stopping) return stopping;
  if (look.isHeld) return "data-error";
  if (!look.isNameUsable) return "name-unusable";
  if (look.decided === false || (look.evidence.length > 0 && look.decided === undefined)) return "to-verify";
  if (look.isDeposited) return "deposited";
  return look.isAssigned ? undefined : "unassigned";
}

const remarkFields = ["note", "exceptionNote", "visitResult"] as const satisfies readonly FieldId[];

// A row with a kind of special case has been looked at: its words explain that kind.
function evidenceIn(rows: readonly SheetRow[], caseIn: (remark: string) => string | undefined): readonly Evidence[] {
  return rows.flatMap(({ values, place }) =>
    values.exceptionKind !== undefined
      ? []
      : remarkFields.flatMap((field): Evidence[] => {
          const text = values[field];
          return text !== undefined && stopsDunning(caseIn(text) ?? "") ? [{ field, text, place }] : [];
        }),
  );
}

/** The bank's rows with a remark, by the person they are about. */
function remarksOfBank({ persons }: Roster, payments: readonly SheetRow[]): ReadonlyMap<string, readonly SheetRow[]> {
  const remarked = payments.filter(({ values }) => values.note !== undefined);
  if (remarked.length === 0) return new Map();
  const byContract = new Map(
    persons.flatMap(({ key, loans }) => loans.map((loan): [string, string] => [loan.values.contractNo ?? "", key])),
  );
  const byPerson = new Map<string, SheetRow[]>();
  for (const row of remarked) {
    const { contractNo = "" } = row.values;
    const key = (contractNo === "" ? undefined : byContract.get(contractNo)) ?? personKey(row);
    byPerson.set(key, [...(byPerson.get(key) ?? []), row]);
  }
  return byPerson;
}

function decisionOn(person: Person, decisions: Season["decisions"]): boolean | undefined {
  if (decisions.size === 0) return undefined;
  const names = [person.citizenId, ...person.loans.flatMap(({ values }) => values.contractNo ?? [])];
  const found = names.flatMap((name) => decisions.get(name.toUpperCase()) ?? []);
  return found.length === 0 ? undefined : found.every(({ send }) => send);
}

const noReports: PersonReports = { deliveries: [], claims: [], visits: [], exceptions: [] };

function isEarlyOnly(person: Person, { byContract }: Booking): boolean {
  const paid = person.loans.flatMap((loan) => byContract.get(contractIdentity(loan)) ?? []);
  return paid.length > 0 && paid.every(({ early, repaid }) => early >= repaid);
}

interface Circumstances extends Pick<Look, "isHeld" | "isAssigned"> {
  readonly reports: PersonReports;
  readonly bankRemarks: readonly SheetRow[];
  readonly booking: Booking;
  readonly asOf: Day;
  readonly caseIn: (remark: string) => string | undefined;
  readonly season: Pick<Season, "decisions" | "freshDays">;
}

// What was said on no known day counts as said today.
const isFresh = ({ values }: SheetRow, days: number, asOf: Day) => {
  const since = values.repaidOn ?? values.recordedOn;
  return since === undefined || asOf <= addDays(since, days);
};

function standingOf(person: Person, circumstances: Circumstances): Standing {
  const { reports, bankRemarks, booking, asOf, isHeld, isAssigned, caseIn, season } = circumstances;
  const { freshDays, decisions } = season;
  const claims = reports.claims.filter(({ row }) => row.values.repaidOn === undefined || row.values.repaidOn <= asOf);
  const visits = reports.visits.filter(({ row }) => row.values.visitedOn === undefined || row.values.visitedOn <= asOf);
  const { isSettled, ...sums } = sumsOf(person, claims, booking);
  const statuses = new Set(claims.map(({ row }) => row.values.repaymentStatus));
  const cases = [...reports.exceptions.map(({ row }) => row), ...person.loans].filter(
    (row) => row.values.exceptionKind !== "early-applied" || isFresh(row, freshDays.earlyApplied, asOf),
  );
  const exceptionKind = exceptionKindOf(cases);
  const delivery = strongestDelivery(reports.deliveries, person, asOf);
  const hasPromised = statuses.has("promised") || visits.some(({ row }) => row.values.promisedOn !== undefined);
  const kind = exceptionKind === undefined ? {} : { exceptionKind };
  const state = stateOf({ ...sums, ...kind, isSettled, statuses, delivery, hasPromised });
  const reported = [...reports.deliveries, ...claims, ...visits, ...reports.exceptions].map(({ row }) => row);
  const evidence = evidenceIn([...person.loans, ...bankRemarks, ...reported], caseIn);
  const stop = stopOf(state, {
    kind: exceptionKind,
    isHeld,
    isAssigned,
    isDeposited:
      sums.deposited > 0 && claims.some(({ row }) => row.values.repaymentStatus === "deposited" && isFresh(row, freshDays.deposited, asOf)),
    isNameUsable: isUsableName(person.name),
    evidence,
    decided: decisionOn(person, decisions),
  });
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
    isReported: reported.length > 0,
    ...(stop === undefined ? {} : { stop }),
    ...(stop === "to-verify" ? { evidence } : {}),
  };
}

const nobodyDecided: Pick<Season, "decisions" | "freshDays"> = { decisions: new Map(), freshDays: usualFreshDays };
const tellsNothing = () => undefined;

/**
 * The keys of persons who were rightly sent no letter on the day letters went out: settled by then, nothing due, or stopped by what was
 * known by then.
 */
export function withoutLetters(sources: StandingSources, lettersOut: Day): ReadonlySet<string> {
  const isKnown = ({ values }: SheetRow) => values.recordedOn === undefined || values.recordedOn <= lettersOut;
  const { deliveries, claims, visits, exceptions } = sources.registers;
  const registers = {
    deliveries: deliveries.filter(isKnown),
    claims: claims.filter(isKnown),
    visits: visits.filter(isKnown),
    exceptions: exceptions.filter(isKnown),
  };
  const { booking: _, ...rest } = sources;
  const then = standingsOf({ ...rest, registers, asOf: lettersOut });
  return new Set([...then].flatMap(([key, { stop }]) => (stop === undefined ? [] : [key])));
}

/**
 * Where every person of the list stands on the as-of day, by person key, in the order of the list. Money is what the bank's sheets say up to
 * that day; deliveries, visits and claims dated later are left out; undated claims, visits and special cases count from when they are registered.
 * @example standingsOf({ ...book, asOf, held, assignments }) // with a `SeasonBook`
 */
export function standingsOf(sources: StandingSources): ReadonlyMap<string, Standing> {
  const { roster, payments, registers, sheets = [], asOf, held, assignments, caseIn = tellsNothing, season = nobodyDecided } = sources;
  const booking = sources.booking ?? bookPayments(roster, payments, asOf, sheets);
  const { byPerson } = indexReports(roster, registers);
  const remarks = remarksOfBank(roster, payments);
  const assigned = new Set(assignments.filter(({ school }) => school !== undefined).map(({ person }) => person.key));
  return new Map(
    roster.persons.map((person): [string, Standing] => {
      const reports = byPerson.get(person.key) ?? noReports;
      const circumstances = {
        ...{ reports, booking, asOf, caseIn, season },
        bankRemarks: remarks.get(person.key) ?? [],
        isHeld: held.has(person.key),
        isAssigned: assigned.has(person.key),
      };
      return [person.key, standingOf(person, circumstances)];
    }),
  );
}
