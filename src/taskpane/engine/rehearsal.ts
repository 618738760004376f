// A rehearsal: the button does all its work over ports that only take notes, so that the plan shown beforehand is exactly what will come.
import type { Files, IncomingFile, Workbook } from "../../actions/workbook";
import type { Finding } from "../../domain/record/finding";
import type { Grid } from "../../sheets/grid";
import type { SheetSpec } from "../../sheets/writing/spec";

/** A tab that will come. */
export interface PlannedTab {
  readonly name: string;
  /** Whether it takes the place of a tab that we made before. */
  readonly replaces: boolean;
}

/** Both ports, with nothing behind them. */
export class Rehearsal implements Workbook, Files {
  readonly tabs: PlannedTab[] = [];
  /** The names of the tabs that will go. */
  readonly removed: string[] = [];
  readonly files: string[] = [];
  readonly #grids: readonly Grid[];

  constructor(
    readonly name: string,
    grids: readonly Grid[],
    readonly incoming: readonly IncomingFile[],
  ) {
    this.#grids = grids;
  }

  read(): Promise<readonly Grid[]> {
    return Promise.resolve(this.#grids);
  }

  write(tabs: readonly SheetSpec[], _?: readonly Finding[], gone: readonly string[] = []): Promise<readonly string[]> {
    void this.remove(gone);
    const names = tabs.map((spec) => {
      const earlier = this.#grids.find(({ ownTab }) => ownTab === spec.tab);
      // What nobody can see need not be announced.
      if (spec.visibility !== "veryHidden") this.tabs.push({ name: earlier?.name ?? spec.name, replaces: earlier !== undefined });
      return earlier?.name ?? spec.name;
    });
    return Promise.resolve(names);
  }

  add(name: string): Promise<void> {
    this.files.push(name);
    return Promise.resolve();
  }

  remove(ids: readonly string[]): Promise<void> {
    this.removed.push(...this.#grids.flatMap(({ name, ownTab }) => (ownTab !== undefined && ids.includes(ownTab) ? [name] : [])));
    return Promise.resolve();
  }

  clearMarks(): Promise<void> {
    return Promise.resolve();
  }
}
