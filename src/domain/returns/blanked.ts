// Blanked cells (变空): entries that are registered and that a later file leaves blank. They stay; that they are blank there is said.
import type { Contract } from "../identity/contract-index";
import type { FieldId } from "../record/field";
import { fillInsOf, isPerContract, registerIds } from "../record/registers";
import type { TakenFile } from "./merge";
import type { Stored } from "./register-store";

/** How many entries that stood in the registers before the run each file leaves blank; files that leave none are not in it. */
export function blankedCells(files: readonly TakenFile[], { registers }: Pick<Stored, "registers">): ReadonlyMap<string, number> {
  const filled = new Map<Contract, Set<FieldId>>();
  for (const register of registerIds.filter(isPerContract)) {
    for (const { row, contract, isChanged, before } of registers[register]) {
      const stood = isChanged ? before : row;
      if (!contract || !stood) continue;
      const fields = filled.get(contract) ?? new Set();
      filled.set(contract, fields);
      for (const field of fillInsOf[register]) if (stood.values[field] !== undefined) fields.add(field);
    }
  }
  if (filled.size === 0) return new Map();
  return new Map(
    files.flatMap((file): readonly (readonly [string, number])[] => {
      const count = file.acceptance && !file.isKnown ? blankedIn(file.acceptance, filled) : 0;
      return count > 0 ? [[file.print, count]] : [];
    }),
  );
}

function blankedIn({ rows, present }: NonNullable<TakenFile["acceptance"]>, filled: ReadonlyMap<Contract, ReadonlySet<FieldId>>): number {
  const said = new Map<Contract, Set<FieldId>>();
  for (const { role, contract, values } of rows) {
    if (role === "visits") continue;
    const fields = said.get(contract) ?? new Set();
    said.set(contract, fields);
    for (const field of Object.keys(values)) fields.add(field as FieldId);
  }
  let count = 0;
  for (const contract of present) {
    const own = said.get(contract);
    for (const field of filled.get(contract) ?? []) if (!own?.has(field)) count++;
  }
  return count;
}
