// Days, sums and counts as the pane writes them.
import { type Day, dayParts } from "../../domain/values/day";
import { type Fen, groupedYuan } from "../../domain/values/money";
import type { Say } from "../../i18n/pane";

function dayText(say: Say, key: "day.short" | "day.long", day: Day): string {
  const { year, month, date } = dayParts(day);
  return say(key, { year, date, month: say("day.months").split(",")[month - 1] ?? month });
}

/** A day without its year. */
export function shortDay(say: Say, day: Day): string {
  return dayText(say, "day.short", day);
}

/** A whole day. */
export function longDay(say: Say, day: Day): string {
  return dayText(say, "day.long", day);
}

/** A count with thousands separated. */
export function counted(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Names one after another. */
export function listed(say: Say, names: readonly string[]): string {
  return names.join(say("app.separator"));
}

/** A sum in yuan with thousands separated. */
export function money(amount: Fen): string {
  return groupedYuan(amount);
}
