// A correction in the making: what the user has chosen so far for one sheet.
import type { FieldId } from "../../domain/record/field";
import type { SheetToCorrect, SheetUse, Wanted } from "../engine/sheet-to-correct";

/** One sheet with the user's choices on it. */
export interface Draft extends Wanted {
  readonly sheet: SheetToCorrect;
  /** What the user chose column by column; undefined for none. */
  readonly picked: ReadonlyMap<number, FieldId | undefined>;
}

/** The sheet as it is read, nothing chosen yet. */
export function draftOf(sheet: SheetToCorrect): Draft {
  return { sheet, use: sheet.use, headerRow: sheet.headerRow, fields: sheet.fields, picked: new Map() };
}

/** The draft with another use. */
export function withUse(draft: Draft, use: SheetUse): Draft {
  return { ...draft, use };
}

/** The draft with another field for a column; a field stands for one column only, the last that was given it. */
export function withField(draft: Draft, column: number, field: FieldId | undefined): Draft {
  const fields = new Map([...draft.fields].filter(([other, its]) => other !== column && its !== field));
  if (field !== undefined) fields.set(column, field);
  return { ...draft, fields, picked: new Map([...draft.picked, [column, field]]) };
}

/** The user's choices over the sheet read under another heading row. */
export function withSheet({ use, picked }: Draft, sheet: SheetToCorrect): Draft {
  return [...picked].reduce((draft, [column, field]) => withField(draft, column, field), withUse(draftOf(sheet), use));
}

/** Whether a column may stay without a field: one whose heading names a field keeps it until another column takes that field. */
export function mayBeEmpty({ fields }: Draft, column: number, automatic: FieldId | undefined): boolean {
  return automatic === undefined || [...fields].some(([other, field]) => other !== column && field === automatic);
}
