// Days as they are said in a sentence, with the weekday that makes a deadline real.
import { type Day, dayParts, weekday } from "../../domain/values/day";

/**
 * The day with its weekday.
 * @example spokenDay(day("2019-11-29")) // "11月29日（星期五）"
 */
export function spokenDay(value: Day): string {
  const { month, date } = dayParts(value);
  return `${month}月${date}日（星期${"日一二三四五六".charAt(weekday(value))}）`;
}
