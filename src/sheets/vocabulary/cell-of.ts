// What a field's value looks like in a cell of ours.
import { type FieldId, type FieldType, type FieldValues, fieldTypes } from "../../domain/record/field";
import type { ChoiceCode } from "../../domain/record/choices";
import type { Day } from "../../domain/values/day";
import type { Fen } from "../../domain/values/money";
import { choiceLabel, isChoiceField } from "./choices";
import type { CellOut } from "../writing/spec";

/** The cell of a field: money and days as such, choices by their label, everything else as text; blank when the row has no value. */
export function cellOf(field: FieldId, values: FieldValues): CellOut {
  const value = values[field];
  if (value === undefined || value === "") return null;
  const type: FieldType = fieldTypes[field];
  if (type === "money") return { fen: value as Fen };
  if (type === "day") return { day: value as Day };
  if (type === "count") return Number(value);
  return isChoiceField(field) ? choiceLabel(field, value as ChoiceCode) : String(value);
}
