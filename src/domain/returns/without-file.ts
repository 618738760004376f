// A register as it would be without one file: its entries go back to what stood there before the run that merged it.
import type { Contract, ContractIndex } from "../identity/contract-index";
import type { FieldId, FieldValues, SheetRow } from "../record/field";
import { fillInsOf, type Register } from "../record/registers";
import { type KeyedRow, rowsByKey, type StoredRow } from "./register-store";

/**
 * Which files said each entry of a row that a run wrote, first the one that counts; whether somebody has changed the row since; undefined for
 * rows that it left alone.
 */
export type FileOf = (row: SheetRow) => ((field: FieldId) => readonly string[]) | "changed" | undefined;

/** A register without a file. */
export interface WithoutFile {
  readonly rows: readonly StoredRow[];
  /** Rows that bear the file's name and were changed since, so that they stay. */
  readonly kept: number;
  /** The entries that went, so that another file's may count in their place. */
  readonly freed: readonly { readonly contract: Contract; readonly field: FieldId }[];
}

/** What is known besides the register. */
export interface FileUndo {
  readonly file: string;
  readonly index: ContractIndex;
  readonly fileOf: FileOf;
}

/** The register now, without what a file brought to it after `before`. */
export function withoutFile(
  register: Register,
  { now, before }: { readonly now: readonly SheetRow[]; readonly before: readonly SheetRow[] },
  { file, index, fileOf }: FileUndo,
): WithoutFile {
  const earlier = new Map(rowsByKey(register, before, index).flatMap(({ row, key }) => (key === undefined ? [] : [[key, row] as const])));
  const freed: { contract: Contract; field: FieldId }[] = [];
  let kept = 0;
  const rows = rowsByKey(register, now, index).flatMap((keyed): readonly StoredRow[] => {
    const { row, contract, key } = keyed;
    const stood = key === undefined ? undefined : earlier.get(key);
    const from = contract && key !== undefined ? fileOf(row) : undefined;
    if (from === "changed" && row.values.source === file) kept++;
    if (!from || from === "changed" || !contract) return [asStored(keyed)];
    const changed = fillInsOf[register].filter((field: FieldId) => row.values[field] !== stood?.values[field]);
    if (!changed.some((field) => from(field)[0] === file)) return [asStored(keyed)];
    // What another file says as well stays, as that one's word.
    const left = new Map(changed.map((field) => [field, from(field).find((one) => one !== file)]));
    const own = changed.filter((field) => left.get(field) === undefined);
    freed.push(...own.map((field) => ({ contract, field })));
    const back = restored(row, stood, own);
    const other = [...left.values()].find((one) => one !== undefined);
    if (other !== undefined) return [{ row: { ...back, values: { ...back.values, source: other } }, contract, isChanged: true }];
    return stood ? [{ row: { ...back, values: withOrigin(back.values, stood.values) }, contract, isChanged: true }] : [];
  });
  return { rows, kept, freed };
}

const asStored = ({ row, contract }: KeyedRow): StoredRow => ({ row, ...(contract ? { contract } : {}), isChanged: false });

function restored(row: SheetRow, before: SheetRow | undefined, fields: readonly FieldId[]): SheetRow {
  const own = new Set(fields);
  const left = Object.entries(row.values).filter(([field]) => !own.has(field as FieldId));
  const back = Object.entries(before?.values ?? {}).filter(([field]) => own.has(field as FieldId));
  const issues = [
    ...row.issues.filter(({ field }) => !own.has(field)),
    ...(before?.issues ?? []).filter(({ field }) => own.has(field) && before?.values[field] === undefined),
  ];
  return { ...row, values: Object.fromEntries([...left, ...back]) as FieldValues, issues };
}

// Who said it and when it was registered, as of the row before.
function withOrigin(values: FieldValues, before: FieldValues): FieldValues {
  const own = Object.entries(values).filter(([field]) => field !== "source" && field !== "recordedOn");
  const origin = Object.entries(before).filter(([field]) => field === "source" || field === "recordedOn");
  return Object.fromEntries([...own, ...origin]) as FieldValues;
}
