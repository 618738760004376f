// Season (催收季): the county, the year, the control totals and the dates of one season; all of it data from 设置.
import type { Day } from "../values/day";
import { day, dayParts } from "../values/day";
import type { Fen } from "../values/money";
import type { FreshDays } from "../standing/stop";
import { dueMonthAndDate, type Policy, policyOf, type PolicyOverrides } from "../policy/policy";

/** The figures that the season must add up to, as the notice or the bank states them; absent ones are not compared. */
export interface ControlTotals {
  readonly persons?: number;
  readonly principal?: Fen;
  readonly interest?: Fen;
  readonly due?: Fen;
}

/** The dates of a season. Deadlines include their day. */
export interface SeasonDates {
  /** The contracts' due date of the year (应还日). */
  readonly dueDate: Day;
  readonly contactsDue: Day;
  readonly listsOut: Day;
  readonly deliveryFrom: Day;
  readonly deliveryTo: Day;
  readonly slipsDue: Day;
  readonly collectionFrom: Day;
  readonly collectionTo: Day;
  readonly visitsFrom: Day;
  readonly statementsDue: Day;
}

/** What 设置 says on the reports; whatever is absent is as usual. Rates are hundredths of a percent. */
export interface Reporting {
  /** A school whose delivery rate is below this is suggested for a talk. */
  readonly talkDelivery?: number;
  /** The same by its recovery rate (amount). */
  readonly talkRecovery?: number;
  /** So many of the last schools of the ranking are suggested for a talk. */
  readonly talkLast?: number;
  /** So many delivered notices of each liaison are drawn for inspection. */
  readonly sampleSize?: number;
  /** What the draw depends on. */
  readonly sampleSeed?: string;
}

/** The papers that may go out under a number of their own (文号); ids are those of the reports. */
export const papers = ["leadership", "circular", "talks", "inspection", "province", "bank"] as const;

/** One of them. */
export type Paper = (typeof papers)[number];

/** Everything that 设置 says, with the notice's own dates for what it leaves open. */
export interface Season {
  readonly county: string;
  readonly office: string;
  readonly documentNo: string;
  /** Numbers that single papers have instead; nothing when absent. */
  readonly documentNos?: Readonly<Partial<Record<Paper, string>>>;
  readonly hotline: string;
  /** Where the centre receives people, and when; "" or absent when nobody said. */
  readonly officeAddress?: string;
  readonly officeHours?: string;
  readonly year: number;
  readonly today: Day;
  readonly dates: SeasonDates;
  /** Whether the day of a deadline (前) belongs to it; false only where 设置 says so, and then the four such dates are the days before. */
  readonly deadlinesIncludeDay?: boolean;
  readonly control: ControlTotals;
  /** The county's ID prefixes, now and formerly. */
  readonly countyCodes: readonly string[];
  /** For how many days a school's word on money counts; the usual ones when absent. */
  readonly freshDays?: FreshDays;
  /** By what the reports suggest talks and draw samples; the usual ones when absent. */
  readonly reporting?: Reporting;
  /** What 设置 says in place of the year's policy; nothing when absent. */
  readonly policy?: PolicyOverrides;
  /** Texts for families that the user has edited, by their name in 设置. */
  readonly texts: ReadonlyMap<string, string>;
}

const asLaidDown: PolicyOverrides = {};
const policies = new WeakMap<PolicyOverrides, Policy>();

/** The loan policy of the season: that of its year, with what 设置 says instead. */
export function policyIn({ year, policy = asLaidDown }: Pick<Season, "year" | "policy">): Policy {
  // Asked for by every letter and every rule; the overrides are the season's own object.
  const known = policies.get(policy);
  if (known?.year === year) return known;
  const found = policyOf(year, policy);
  policies.set(policy, found);
  return found;
}

/** The number under which a paper goes out (文号): its own, else that of the season, "" when 设置 has neither. */
export function documentNoOf({ documentNo, documentNos }: Pick<Season, "documentNo" | "documentNos">, paper: Paper): string {
  return documentNos?.[paper] ?? documentNo;
}

/** Whether a day belongs to the season of a year; farther off than the years beside it, it is a slip of the key. */
export function isOfSeason(value: Day, year: number): boolean {
  return Math.abs(dayParts(value).year - year) <= 1;
}

/** The dates by which something must have happened. */
export const deadlineIds = ["contactsDue", "listsOut", "slipsDue", "deliveryTo", "collectionTo", "statementsDue", "dueDate"] as const;

/** A date by which something must have happened. */
export type DeadlineId = (typeof deadlineIds)[number];

/** The first and the last deadline of a season. */
export function deadlinesOf(dates: SeasonDates): { readonly first: Day; readonly last: Day } {
  const days = deadlineIds.map((id) => dates[id]).sort();
  return { first: days[0] ?? dates.contactsDue, last: days.at(-1) ?? dates.dueDate };
}

/**
 * The dates of the notice of 2019-11-13, carried to another year; the due date is the contracts' own (docs/policy.md §4).
 * @example seasonDates(2019).slipsDue // "2019-11-29"
 */
export function seasonDates(year: number): SeasonDates {
  const on = (monthAndDate: string) => day(`${year}-${monthAndDate}`);
  return {
    dueDate: on(dueMonthAndDate(year)),
    contactsDue: on("11-19"),
    listsOut: on("11-20"),
    deliveryFrom: on("11-25"),
    deliveryTo: on("12-01"),
    slipsDue: on("11-29"),
    collectionFrom: on("12-02"),
    collectionTo: on("12-10"),
    visitsFrom: on("12-11"),
    statementsDue: on("12-18"),
  };
}
