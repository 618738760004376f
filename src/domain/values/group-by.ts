// Grouping: things by a key that they share.

/** The things that share a key, by key; things without a key are left out. */
export function groupBy<T, K extends string>(
  things: Iterable<T>,
  keyOf: (thing: T) => K | undefined,
): ReadonlyMap<K, readonly [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  let last: K | undefined;
  let group: [T, ...T[]] | undefined;
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === undefined || key === "") continue;
    // What shares a key mostly stands together.
    if (key !== last) group = groups.get((last = key));
    if (group) group.push(thing);
    else groups.set(key, (group = [thing]));
  }
  return groups;
}

/** Like `groupBy`, but only what two things or more share: of nearly all keys there is one, and no list is made for it. */
export function sharedBy<T, K extends string>(things: Iterable<T>, keyOf: (thing: T) => K | undefined): ReadonlyMap<K, readonly T[]> {
  const first = new Map<K, T>();
  const groups = new Map<K, T[]>();
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
