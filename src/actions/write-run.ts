// Writing a run (登记): the tabs that a button changes, and beside them what is needed to take the run back.
import { type JournalRun, withRun } from "../sheets/undoing/run-journal";
import type { SheetSpec } from "../sheets/writing/spec";
import type { OpenSeason } from "./season";
import type { Workbook } from "./workbook";

/** Writes tabs in one go so that 撤销 can take them back; resolves to their names. */
export async function writeRun(
  of: OpenSeason,
  workbook: Workbook,
  { command, files }: Pick<JournalRun, "command" | "files">,
  specs: readonly SheetSpec[],
): Promise<readonly string[]> {
  const journal = withRun(of.grids, specs, { command, on: of.today, ...(files ? { files } : {}) });
  const names = await workbook.write(journal ? [...specs, journal] : specs);
  return names.slice(0, specs.length);
}
