// Writing a run (登记): the tabs that a button changes and those that go, and beside them what is needed to take the run back.
import type { Finding } from "../domain/record/finding";
import { type JournalRun, RunJournal } from "../sheets/undoing/run-journal";
import type { SheetSpec } from "../sheets/writing/spec";
import type { OpenSeason } from "./season";
import type { Ports } from "./workbook";

/** What else belongs to a run. */
export interface RunOptions extends Pick<JournalRun, "command" | "files"> {
  /** The findings whose cells are marked. */
  readonly marks?: readonly Finding[];
  /** The ids of tabs that go. */
  readonly removed?: readonly string[];
}

/** Writes tabs in one go so that 撤销 can take them back; resolves to their names. */
export async function writeRun(
  of: OpenSeason,
  { workbook, journal = new RunJournal(of.grids) }: Pick<Ports, "workbook" | "journal">,
  { command, files, marks, removed = [] }: RunOptions,
  specs: readonly SheetSpec[],
): Promise<readonly string[]> {
  const kept = journal.add(specs, { command, on: of.today, ...(files ? { files } : {}) }, removed);
  const names = await workbook.write(kept ? [...specs, kept] : specs, marks, removed);
  return names.slice(0, specs.length);
}
