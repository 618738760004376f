// Likeness of written names: only ever used to suggest, or to hold back a decision; never to make one.

/** How two characters stand to one another: taken for one another by sound or shape, telling two places apart (east, west), or neither. */
export type Resemblance = "confused" | "contrasted" | "different";

/**
 * Whether one name could be a misspelling of the other: equal, differing only in characters that people confuse, or, where three characters
 * and more tell a place apart, in one edit that does not make it another place. Two short names that differ are two places.
 * @param compare how two characters resemble each other; `b` is "" for a character that the other name lacks
 */
export function isAlike(a: string, b: string, compare: (a: string, b: string) => Resemblance): boolean {
  const [shorter, longer] = [[...a], [...b]].sort((one, other) => one.length - other.length) as [string[], string[]];
  const at = longer.findIndex((character, index) => character !== shorter[index]);
  if (at < 0) return true;
  const edited = longer[at] ?? "";
  if (shorter.length < longer.length) {
    const isOneMore = longer.filter((_, index) => index !== at).join("") === shorter.join("");
    return isOneMore && shorter.length >= 3 && compare(edited, "") !== "contrasted";
  }
  const pairs = longer.flatMap((character, index) => (character === shorter[index] ? [] : [compare(character, shorter[index] ?? "")]));
  return pairs.every((pair) => pair === "confused") || (pairs.length === 1 && longer.length >= 3 && pairs[0] === "different");
}
