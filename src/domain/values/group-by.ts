// Grouping: things by a key that they share.

/** The things that share a key, by key; things without a key are left out. */
export function groupBy<T>(things: Iterable<T>, keyOf: (thing: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === undefined || key === "") continue;
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

/** Like `groupBy`, but only what two things or more share: of nearly all keys there is one, and no list is made for it. */
export function sharedBy<T>(things: Iterable<T>, keyOf: (thing: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const first = new Map<string, T>();
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === undefined || key === "") continue;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, thing);
      continue;
    }
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [before, thing]);
  }
  return groups;
}
