// Stopping a job: possible until the first tab is written; after that the book is finished properly.
import type { Workbook } from "../../actions/workbook";
import { Cancelled } from "./cancelled";
import type { WrittenTab } from "./places";
import type { Step } from "./step";

/** The user's wish to stop, heard between two pieces of work. */
export class StopSign {
  #isRaised = false;

  /** The user wishes to stop. */
  raise(): void {
    this.#isRaised = true;
  }

  /** A new job begins. */
  lower(): void {
    this.#isRaised = false;
  }

  /**
   * A real pause, not a microtask: the wish arrives as a message, and without a worker the pane paints.
   * @throws Cancelled when the user wishes to stop
   */
  async passed(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    if (this.#isRaised) throw new Cancelled();
  }
}

/** What goes on around the book's work. */
export interface Surroundings {
  readonly stop: StopSign;
  readonly step: Step;
  /** Takes the tabs that were written, by their ids. */
  readonly written: Map<string, WrittenTab>;
}

/** The book, with a look at the sign before anything is written. */
export function stoppable(book: Workbook, { stop, step, written }: Surroundings): Workbook {
  return {
    name: book.name,
    read: (merges) => book.read(merges),
    write: async (tabs, findings, gone) => {
      await stop.passed();
      step("tabs", 0, 0);
      const names = await book.write(tabs, findings, gone);
      for (const [index, spec] of tabs.entries()) written.set(spec.tab, { name: names[index] ?? "", spec });
      return names;
    },
    remove: (tabs) => book.remove(tabs),
    clearMarks: () => book.clearMarks(),
  };
}
