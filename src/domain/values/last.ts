// Searching from the end, which browsers do themselves only since 2022.

/** Where the last thing of a kind stands; -1 where there is none. */
export function lastIndex<T>(things: readonly T[], isOne: (thing: T) => boolean): number {
  let at = things.length - 1;
  while (at >= 0 && !isOne(things[at] as T)) at -= 1;
  return at;
}

/** The last thing of a kind. */
export function last<T>(things: readonly T[], isOne: (thing: T) => boolean): T | undefined {
  return things[lastIndex(things, isOne)];
}
