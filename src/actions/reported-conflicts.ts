// What was not merged, as the command line reports it, with the cell in which it stands.
import type { FieldId } from "../domain/record/field";
import type { Conflict } from "../domain/returns/conflict";
import type { CellFinder } from "../sheets/returns/question-line";
import type { Opened } from "./open-returned";

/** One thing that was not merged, as the command line reports it. */
export interface CollectConflict {
  readonly file: string;
  readonly cell?: string;
  readonly school: string;
  readonly contractNo?: string;
  readonly field?: FieldId;
  readonly kind: Conflict["kind"];
}

/** A conflict as it is reported. */
export function asReported({ file, kind, school, field, contract, row }: Conflict, cell: string | undefined): CollectConflict {
  const contractNo = contract?.row.values.contractNo ?? row?.values.contractNo;
  return {
    file,
    ...(cell === undefined ? {} : { cell }),
    school,
    ...(contractNo === undefined ? {} : { contractNo }),
    // The row key is ours alone and no field of the command line's contract.
    ...(field === undefined || field === "rowKey" ? {} : { field }),
    kind,
  };
}

/** Where conflicts stand in the files that came in; of those whose cells are known already, that cell. */
export function cellFinder(opened: readonly Opened[], known: ReadonlyMap<Conflict, string>): CellFinder {
  const byName = new Map(opened.flatMap((file) => ("taken" in file ? [[file.name, file.reading] as const] : [])));
  return (conflict) => {
    const { file, place, field } = conflict;
    return known.get(conflict) ?? (place ? byName.get(file)?.cellOf(place, field) : undefined);
  };
}
