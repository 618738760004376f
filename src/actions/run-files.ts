// Which file brought what in a run, kept in its journal so that one file can be taken back alone.
import { registerIds } from "../domain/record/registers";
import type { Stored, StoredRow } from "../domain/returns/register-store";
import { registerHeadingRow } from "../sheets/writing/tab-frames";
import type { RunFiles } from "../sheets/undoing/run-journal";
import { linePrint } from "../sheets/undoing/tab-change";
import type { SheetSpec } from "../sheets/writing/spec";

/** What is kept of these files; the lines that one file alone brought bear its name already. */
export function runFiles(files: readonly string[], { registers }: Pick<Stored, "registers">, specs: readonly SheetSpec[]): RunFiles {
  const mixed: Record<string, RunFiles["mixed"][string]> = {};
  for (const id of registerIds) {
    const shared = registers[id].flatMap(({ from }, at) => (from && isShared(from) ? [{ from, at }] : []));
    const spec = specs.find(({ tab }) => tab === id);
    if (shared.length === 0 || !spec) continue;
    for (const { from, at } of shared) mixed[linePrint(spec.rows[registerHeadingRow + 1 + at] ?? [])] = from;
  }
  return { files, mixed };
}

function isShared(from: NonNullable<StoredRow["from"]>): boolean {
  const all = Object.values(from);
  return all.some((files) => files.length > 1 || files[0] !== all[0]?.[0]);
}
