// Which file brought what in a run, kept in its journal so that one file can be taken back alone.
import { registerIds } from "../domain/record/registers";
import type { Stored } from "../domain/returns/register-store";
import { registerHeadingRow } from "../sheets/returns/registers";
import type { RunFiles } from "../sheets/undoing/run-journal";
import { linePrint } from "../sheets/undoing/tab-change";
import type { SheetSpec } from "../sheets/writing/spec";
import { gridOfSpec } from "../sheets/writing/spec-grid";

/** What is kept of these files; the lines that one file alone brought bear its name already. */
export function runFiles(files: readonly string[], { registers }: Pick<Stored, "registers">, specs: readonly SheetSpec[]): RunFiles {
  const mixed: Record<string, RunFiles["mixed"][string]> = {};
  for (const id of registerIds) {
    const shared = registers[id].flatMap(({ from }, at) => (from && new Set(Object.values(from).flat()).size > 1 ? [{ from, at }] : []));
    const spec = specs.find(({ tab }) => tab === id);
    if (shared.length === 0 || !spec) continue;
    const { rows } = gridOfSpec(spec, spec.name);
    for (const { from, at } of shared) mixed[linePrint(rows[registerHeadingRow + 1 + at] ?? [])] = from;
  }
  return { files, mixed };
}
