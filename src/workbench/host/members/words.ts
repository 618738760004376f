// Words that a property may have.
import { apiNotFound, invalidArgument } from "../model/errors";

/**
 * The word among these that the value is, whatever its case.
 * @param beyond words that Excel knows and this host does not: they fail by name, as a member does that is not here
 */
export function oneOf<T extends string>(words: readonly T[], value: unknown, beyond: readonly string[] = []): T {
  const isIt = (word: string): boolean => typeof value === "string" && word.toLowerCase() === value.toLowerCase();
  const found = words.find(isIt);
  if (found) return found;
  const lacking = beyond.find(isIt);
  throw lacking === undefined ? invalidArgument(`${String(value)} is none of ${words.join(", ")}`) : apiNotFound(lacking);
}

/** Text that is wanted. */
export function textOf(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument("text is wanted");
  return value;
}
