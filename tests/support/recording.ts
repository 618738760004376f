// The two ports with nothing behind them: they keep what an action hands over, so that a test can look at it as plain data.
import type { Files, IncomingFile, Workbook } from "../../src/actions/workbook";
import type { Finding } from "../../src/domain/record/finding";
import type { Grid } from "../../src/sheets/grid";
import type { BookSpec, SheetSpec } from "../../src/sheets/writing/spec";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";

/** A file that was handed out. */
export interface AddedFile {
  readonly name: string;
  readonly book: BookSpec;
  readonly password?: string;
}

/** A book whose own sheets never change; our tabs are kept as specs, and read back as they would be. */
export class RecordingWorkbook implements Workbook {
  readonly tabs = new Map<string, SheetSpec>();
  marked: readonly Finding[] = [];

  constructor(
    readonly sheets: readonly Grid[],
    readonly name = "台账.xlsx",
  ) {}

  read(): Promise<readonly Grid[]> {
    return Promise.resolve([...this.sheets, ...[...this.tabs.values()].map((spec) => gridOfSpec(spec, this.nameOf(spec)))]);
  }

  write(tabs: readonly SheetSpec[], findings?: readonly Finding[], gone: readonly string[] = []): Promise<readonly string[]> {
    if (findings) this.marked = findings;
    for (const tab of gone) this.tabs.delete(tab);
    for (const spec of tabs) this.tabs.set(spec.tab, spec);
    return Promise.resolve(tabs.map((spec) => this.nameOf(spec)));
  }

  remove(tabs: readonly string[]): Promise<void> {
    for (const tab of tabs) this.tabs.delete(tab);
    return Promise.resolve();
  }

  clearMarks(): Promise<void> {
    this.marked = [];
    return Promise.resolve();
  }

  /** The wanted name, or one with a number when another sheet of the book has it. */
  private nameOf(spec: SheetSpec): string {
    const others = [...this.tabs.values()].filter(({ tab }) => tab !== spec.tab);
    const taken = new Set([...this.sheets.map(({ name }) => name), ...others.map(({ name }) => name)]);
    return taken.has(spec.name) ? `${spec.name}(2)` : spec.name;
  }
}

/** Files that come in as given and go out into a list. */
export class RecordingFiles implements Files {
  readonly added: AddedFile[] = [];

  constructor(readonly incoming: readonly IncomingFile[] = []) {}

  add(name: string, book: BookSpec, options: { readonly password?: string } = {}): Promise<void> {
    this.added.push({ name, book, ...options });
    return Promise.resolve();
  }
}
