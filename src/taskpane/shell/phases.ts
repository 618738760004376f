// The season as four phases with their dates: which is on today, what is due today, and what comes next.
import { addDays, type Day, daysBetween } from "../../domain/values/day";
import { type DeadlineId, deadlinesOf, type SeasonDates } from "../../domain/record/season";
import type { ActionId, Phase as PhaseId } from "../../actions/index";
import { buttonsOf } from "./buttons";

/** A deadline with its day. */
export interface Deadline {
  readonly id: DeadlineId;
  readonly on: Day;
}

/** One phase of the season as the pane shows it. */
export interface Phase {
  readonly id: PhaseId;
  /** Undefined where the season simply begins. */
  readonly from: Day | undefined;
  readonly to: Day;
  readonly state: "past" | "now" | "ahead";
  readonly deadlines: readonly Deadline[];
  readonly actions: readonly ActionId[];
}

interface PhasePlan extends Pick<Phase, "id" | "from" | "to"> {
  readonly deadlines: readonly DeadlineId[];
}

function plans(dates: SeasonDates): readonly PhasePlan[] {
  return [
    { id: "preparation", from: undefined, to: addDays(dates.deliveryFrom, -1), deadlines: ["contactsDue", "listsOut"] },
    { id: "delivery", from: dates.deliveryFrom, to: dates.deliveryTo, deadlines: ["slipsDue", "deliveryTo"] },
    { id: "collection", from: dates.collectionFrom, to: dates.collectionTo, deadlines: ["collectionTo"] },
    { id: "closing", from: dates.visitsFrom, to: dates.statementsDue, deadlines: ["statementsDue", "dueDate"] },
  ];
}

/** The four phases as they stand on a day; deadlines include their day. */
export function phasesOn(today: Day, dates: SeasonDates): readonly Phase[] {
  return plans(dates).map(({ deadlines, ...plan }) => ({
    ...plan,
    actions: buttonsOf(plan.id),
    state: today > plan.to ? "past" : plan.from === undefined || today >= plan.from ? "now" : "ahead",
    deadlines: deadlines.map((id) => ({ id, on: dates[id] })),
  }));
}

// Lists are prepared some weeks ahead.
const preparationDays = 45;

/** Where a day lies: long before the season's first deadline, after its last, or between. */
export function momentOf(today: Day, dates: SeasonDates): "before" | "during" | "after" {
  const { first, last } = deadlinesOf(dates);
  if (today > last) return "after";
  return daysBetween(today, first) > preparationDays ? "before" : "during";
}

/** What is due on a day, and the next thing after it with the days that are left. */
export function dueOn(
  today: Day,
  dates: SeasonDates,
): { readonly due: readonly Deadline[]; readonly next: (Deadline & { readonly days: number }) | undefined } {
  const all = phasesOn(today, dates)
    .flatMap(({ deadlines }) => deadlines)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const next = all.find(({ on }) => on > today);
  return { due: all.filter(({ on }) => on === today), next: next && { ...next, days: daysBetween(today, next.on) } };
}
