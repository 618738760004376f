// Printed numbers (编号): what may stand under that heading of ours, on papers of now and of earlier lists.
import { parseNoticeNumber } from "./notice-number";
import { parseRowKey } from "./row-key";

/** The season's year that a printed number states; undefined when it is no number of ours, or one that was copied wrongly. */
export function yearPrinted(text: string): number | undefined {
  return (parseNoticeNumber(text) ?? parseRowKey(text))?.year;
}

/** Whether a text is a number of ours, copied rightly. */
export function isPrintedNumber(text: string): boolean {
  return yearPrinted(text) !== undefined;
}
