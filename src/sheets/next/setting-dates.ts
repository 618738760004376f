// What 设置 calls the dates of a season, where the program writes the lines itself.
import type { SeasonDates } from "../../domain/record/season";

/** The names, as docs/calendar.md §1 has them. */
export const headingDates = {
  dueDate: "应还日",
  contactsDue: "联系表截止",
  listsOut: "名单下发",
  deliveryFrom: "送达开始",
  deliveryTo: "送达截止",
  slipsDue: "签收单截止",
  collectionFrom: "收缴开始",
  collectionTo: "收缴截止",
  visitsFrom: "上门开始",
  statementsDue: "情况说明截止",
} as const satisfies Readonly<Record<keyof SeasonDates, string>>;
