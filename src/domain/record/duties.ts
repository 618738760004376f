// Duties (任务): what the notice asks of whom and until when, and where each of them stands on a day.
import { addDays, type Day, day } from "../values/day";
import type { SeasonDates } from "./season";

/** Every duty of the notice, in the order of its phases. */
export const dutyIds = [
  "contacts", // 附件1 and 附件2 reported
  "lists", // lists made by jurisdiction and handed out
  "publicity",
  "delivery",
  "slips",
  "collection",
  "feedback", // every day from visits on
  "visits",
  "inspection",
  "statements",
  "upward", // to the province and the bank
  "dueDate",
] as const;

/** A duty. */
export type DutyId = (typeof dutyIds)[number];

/** Where a duty stands on a day. */
export type DutyState = "ahead" | "on" | "today" | "past";

/** A duty with its days, of which the last belongs to it. */
export interface Duty {
  readonly id: DutyId;
  /** Absent where it begins as the season does. */
  readonly from?: Day;
  readonly to: Day;
  /** Whether it is done anew every day. */
  readonly isDaily?: true;
}

/** The duties of a season. The notice gives publicity, inspection, feedback and the reports upward no end: the phases they serve do, feedback the year. */
export function dutiesOf(dates: SeasonDates): readonly Duty[] {
  const { contactsDue, listsOut, deliveryFrom, deliveryTo, slipsDue, collectionFrom, collectionTo, visitsFrom, statementsDue, dueDate } =
    dates;
  return [
    { id: "contacts", to: contactsDue },
    { id: "lists", to: listsOut },
    { id: "publicity", to: collectionTo },
    { id: "delivery", from: deliveryFrom, to: deliveryTo },
    { id: "slips", from: deliveryFrom, to: slipsDue },
    { id: "collection", from: collectionFrom, to: collectionTo },
    { id: "feedback", from: visitsFrom, to: day(`${dueDate.slice(0, 4)}-12-31`), isDaily: true },
    { id: "visits", from: visitsFrom, to: statementsDue, isDaily: true },
    { id: "inspection", from: deliveryFrom, to: statementsDue },
    { id: "statements", from: visitsFrom, to: statementsDue },
    { id: "upward", from: addDays(statementsDue, 1), to: dueDate > statementsDue ? dueDate : addDays(statementsDue, 1) },
    { id: "dueDate", from: dueDate, to: dueDate },
  ];
}

/** Where a duty stands on a day. */
export function dutyState({ from, to }: Pick<Duty, "from" | "to">, today: Day): DutyState {
  if (today > to) return "past";
  if (today === to) return "today";
  return from !== undefined && today < from ? "ahead" : "on";
}

/** What falls due on a day, and what is done on it as on every day. */
export function dutiesToday(dates: SeasonDates, today: Day): readonly Duty[] {
  return dutiesOf(dates).filter((duty) => {
    const state = dutyState(duty, today);
    return state === "today" || (state === "on" && duty.isDaily === true);
  });
}
