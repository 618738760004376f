// Findings: what is wrong with the user's sheets, as values that never stop the work.
import type { FieldId } from "./field";

/** 错误 blocks the person's list and notice; 警告 asks; 提示 informs. */
export type Severity = "error" | "warning" | "info";

/** The words that fill a finding's message; texts for people are made in `i18n`. */
export type FindingParams = Readonly<Record<string, string | number>>;

/** One thing found: which rule, how grave, where (row as the user counts it, 0 for the sheet as a whole), and what the message needs. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string;
  readonly row: number;
  readonly field?: FieldId;
  /** The A1 address of the cell, "" where no single cell is meant. */
  readonly cell: string;
  readonly params: FindingParams;
  /** Nobody goes to the family before the centre has looked. */
  readonly stops?: true;
  /** A spelling the user may accept; nothing is changed in the sheet. */
  readonly proposal?: string;
}
