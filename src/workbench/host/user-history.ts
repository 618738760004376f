// What people typed, so that Ctrl+Z takes it back, the last first. Whatever an add-in writes ends it, as it does in Excel for many calls.
import { type ExcelHost } from "./excel-host";
import { noteEdit } from "./members/range-values";
import { type Cell } from "./model/cell";
import { type Place, typeText } from "./user-edits";

interface Before extends Place {
  readonly cell: Cell | undefined;
}

/** The history of a person's edits of one book. */
export class UserHistory {
  #steps: (readonly Before[])[] = [];
  #isAtWork = false;

  constructor(private readonly host: ExcelHost) {
    // Rows that moved would be found in other places.
    host.watchers.add((changes) => {
      if (!this.#isAtWork && changes.some(({ kind }) => kind === "cells" || kind === "deleted")) this.#steps = [];
    });
  }

  /**
   * Types texts into cells, together one step.
   * @throws HostError as `typeText`; what was typed before it stays and can be taken back
   */
  type(edits: readonly (Place & { readonly text: string })[]): void {
    const step: Before[] = [];
    this.#work(() => {
      try {
        for (const { text, ...place } of edits) {
          const cell = place.sheet.cells.at(place.row, place.column);
          typeText(this.host, place, text);
          step.push({ ...place, cell });
        }
      } finally {
        if (step.length > 0) this.#steps.push(step);
      }
    });
  }

  /** Takes the last step back; says whether there was one. */
  undo(): boolean {
    const step = this.#steps.pop();
    if (!step) return false;
    this.#work(() =>
      this.host.edit((book) => {
        for (const { sheet, row, column, cell } of [...step].reverse()) {
          const before = sheet.cells.at(row, column)?.content ?? "";
          if (cell) sheet.cells.put(row, column, cell);
          else sheet.cells.remove(row, column);
          noteEdit(book, { sheet, area: { top: row, left: column, bottom: row, right: column }, before });
        }
      }),
    );
    return true;
  }

  #work(work: () => void): void {
    this.#isAtWork = true;
    try {
      work();
    } finally {
      this.#isAtWork = false;
    }
  }
}
