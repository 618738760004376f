// Patience with handlers, which run after what they are told of.

/** Resolves once what was begun has run its course: every turn lets the timers that are due go on, however long the turns of a busy machine take. */
export async function settled(turns = 20): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((next) => setTimeout(next, 1));
}
