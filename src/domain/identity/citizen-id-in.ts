// An ID cell (身份证号) understood in one place: a sound number, one that was cut or hidden on the way, one that cannot be, or nothing.
import { type CitizenId, parseCitizenId } from "./citizen-id";
import type { FieldId, SheetRow } from "../record/field";

/** The fields that hold ID numbers. */
export type IdField = "citizenId" | "coBorrowerId";

/** What an ID cell holds; `blank` when nothing in it can be read. */
export type CitizenIdCell = CitizenId | { readonly kind: Curtailment | "blank" };

/** How a number may have lost some of its characters on the way: a program cut them, or a person hid them. */
export type Curtailment = "digits-lost" | "masked";

/** How reading found the cell of a field to have lost some of its characters; undefined when it did not. */
export function curtailmentOf({ issues }: SheetRow, of: FieldId): Curtailment | undefined {
  for (const { field, kind } of issues) if (field === of && (kind === "digits-lost" || kind === "masked")) return kind;
  return undefined;
}

/** What an ID cell of a row holds. */
export function citizenIdIn(row: SheetRow, field: IdField): CitizenIdCell {
  const kind = curtailmentOf(row, field);
  if (kind) return { kind };
  const text = row.values[field];
  return text === undefined ? { kind: "blank" } : parseCitizenId(text);
}
