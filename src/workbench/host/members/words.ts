// Words that a property may have.
import { invalidArgument } from "../model/errors";

/** The word among these that the value is, whatever its case. */
export function oneOf<T extends string>(words: readonly T[], value: unknown): T {
  const found = words.find((word) => typeof value === "string" && word.toLowerCase() === value.toLowerCase());
  if (!found) throw invalidArgument(`${String(value)} is none of ${words.join(", ")}`);
  return found;
}

/** Text that is wanted. */
export function textOf(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument("text is wanted");
  return value;
}
