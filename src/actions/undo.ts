// Undoing (撤销): the last run that wrote into the book taken back, or one file of a run, as far as nobody has changed its lines since.
import { logOf } from "../sheets/checking/change-log";
import { ownTab } from "../sheets/reading/own-table";
import { type JournalRun, journalIn, RunJournal } from "../sheets/undoing/run-journal";
import { undoReason, undoSummary } from "../sheets/undoing/undo-words";
import type { TabId } from "../sheets/vocabulary/tabs";
import type { OpenSeason } from "./season";
import { type Restored, restored, sheetOf, type UndoOutcome, withoutRun } from "./taken-back";
import { filesToUndo, undoFile } from "./undo-file";
import type { Ports } from "./workbook";

/** Takes the last run back, or one file of the last run that merged it. */
async function run(of: OpenSeason, ports: Ports, { file }: { readonly file?: string } = {}): Promise<UndoOutcome> {
  const { grids } = of;
  const runs = journalIn(grids);
  const last = runs?.at(-1);
  if (!runs || !last)
    return { undone: null, reason: undoReason(runs ? "nothing" : "damaged"), kept: 0, removed: [], stays: [], files: [], tabs: [] };
  const files = filesToUndo(grids, runs);
  if (file !== undefined) return { ...(await undoFile(of, ports, { file, runs })), removed: [], stays: [], files };
  return { ...(await undoRun(of, ports, last)), files };
}

async function undoRun(
  of: OpenSeason,
  { workbook, log = logOf(of.book), journal = new RunJournal(of.grids) }: Ports,
  last: JournalRun,
): Promise<Omit<UndoOutcome, "files">> {
  const { grids, today } = of;
  const tabs = restored(grids, last);
  const season = of.withSheets(withoutRun(grids, tabs));
  const kept = tabs.reduce((sum, one) => sum + one.kept, 0);
  const back = tabs.flatMap((one) => sheetOf(season, one));
  const gone = tabs.flatMap(({ tab, fate }) => (fate === "gone" ? [tab] : []));
  const namesOf = (wanted: Restored["fate"]) =>
    tabs.flatMap(({ tab, fate }) => (fate === wanted ? (ownTab(grids, tab as TabId)?.name ?? []) : []));
  const [removed, stays] = [namesOf("gone"), namesOf("stays")];
  const line = log.add({ on: today, ...undoSummary(last, { kept, back: back.length, removed: removed.length, stays }) });
  // Marks say what a check found; those of the check before are set by pressing it again.
  const marks = last.command === "check" ? [] : undefined;
  const names = await workbook.write([...back, journal.takeBack(back, gone), line], marks, gone);
  const { command, on } = last;
  const reason = undoReason("changed", kept, stays);
  return { undone: { command, on }, ...(reason === "" ? {} : { reason }), kept, removed, stays, tabs: names.slice(0, back.length) };
}

/** The button 「撤销上一步」: pressed again, it takes back the run before. */
export const undo = { id: "undo", run } as const;
