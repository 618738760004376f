// How a value is shown, as far as `Range.text` is needed: the few number formats of our tabs.
import { shownNumber } from "../../../sheets/writing/shown-number";
import { type Content, plainValue } from "./cell";

/** The text that a cell shows. Formats other than dates, rates and plain numbers are shown as General. */
export function displayText(content: Content, format: string): string {
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  return typeof content === "number" ? shownNumber(content, format) : String(plainValue(content));
}
