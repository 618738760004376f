// Patience with what a press only begins: the same is asserted again until it holds.

const pause = 50;

/** Resolves once what is asserted holds; when the time is over, the last failure is the test's. */
export async function soon(holds: () => Promise<void>, patience = 60_000): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await holds();
    } catch (failure) {
      if (Date.now() > end) throw failure;
      await new Promise((next) => setTimeout(next, pause));
    }
  }
}
