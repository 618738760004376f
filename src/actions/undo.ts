// Undoing (撤销): the last run that wrote into the book taken back, or one file of a run, as far as nobody has changed its lines since.
import { logOf } from "../sheets/checking/change-log";
import { type JournalRun, journalIn, journalSheet } from "../sheets/undoing/run-journal";
import { undoReason, undoSummary } from "../sheets/undoing/undo-words";
import type { OpenSeason } from "./season";
import { restored, sheetOf, type UndoOutcome, withoutRun } from "./taken-back";
import { filesToUndo, undoFile } from "./undo-file";
import type { Ports } from "./workbook";

/** Takes the last run back, or one file of the last run that merged it. */
async function run(of: OpenSeason, ports: Ports, { file }: { readonly file?: string } = {}): Promise<UndoOutcome> {
  const { grids } = of;
  const runs = journalIn(grids);
  const last = runs?.at(-1);
  if (!runs || !last) return { undone: null, reason: undoReason(runs ? "nothing" : "damaged"), kept: 0, files: [], tabs: [] };
  const files = filesToUndo(grids, runs);
  if (file !== undefined) return { ...(await undoFile(of, ports, { file, runs })), files };
  return { ...(await undoRun(of, ports, { runs, last })), files };
}

async function undoRun(
  of: OpenSeason,
  { workbook, log = logOf(of.book) }: Ports,
  { runs, last }: { readonly runs: readonly JournalRun[]; readonly last: JournalRun },
): Promise<Omit<UndoOutcome, "files">> {
  const { grids, today } = of;
  const tabs = restored(grids, last);
  const season = of.withSheets(withoutRun(grids, tabs));
  const kept = tabs.reduce((sum, one) => sum + one.kept, 0);
  const left = runs.slice(0, -1);
  const names = await workbook.write([
    ...tabs.filter(({ isGone }) => !isGone).flatMap((one) => sheetOf(season, one)),
    journalSheet(left),
    log.add({ on: today, ...undoSummary(last, kept) }),
  ]);
  const removed = tabs.filter(({ isGone }) => isGone).map(({ tab }) => tab);
  if (removed.length > 0) await workbook.remove(removed);
  const { command, on } = last;
  return { undone: { command, on }, ...(kept > 0 ? { reason: undoReason("changed", kept) } : {}), kept, tabs: names };
}

/** The button 「撤销」: pressed again, it takes back the run before. */
export const undo = { id: "undo", run } as const;
