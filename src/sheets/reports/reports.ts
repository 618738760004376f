// The reports as records: which files there are, what each is called and which sheets it holds, all drawn from one frozen source.
import type { Paper } from "../../domain/record/season";
import type { BookSpec, SheetSpec } from "../writing/spec";
import { bookTitle } from "../vocabulary/book-title";
import { circularSheets } from "./circular";
import { inspectionSheets } from "./inspection";
import { leadersSheets } from "./leaders";
import type { ReportInput } from "./report-input";
import { talksSheets } from "./talks";
import { bankSheets, provinceSheets } from "./upward";

/** The kind of a report; ids are part of the command line's contract. */
export type ReportKind = Paper;

/** One report. */
export interface Report {
  readonly kind: ReportKind;
  /** The file's name without its extension. */
  readonly name: string;
  /** Whether it may go round as it is: nothing in it names or identifies a borrower. */
  readonly isImpersonal: boolean;
  readonly draw: (input: ReportInput) => readonly SheetSpec[];
}

/** Every report. To add one, add a record. */
export const reports = [
  { kind: "leadership", name: "领导总览", isImpersonal: true, draw: leadersSheets },
  { kind: "circular", name: "通报", isImpersonal: true, draw: circularSheets },
  { kind: "talks", name: "约谈建议", isImpersonal: true, draw: talksSheets },
  { kind: "inspection", name: "督查抽样", isImpersonal: false, draw: inspectionSheets },
  { kind: "province", name: "上报_省厅", isImpersonal: false, draw: provinceSheets },
  { kind: "bank", name: "上报_国开行", isImpersonal: false, draw: bankSheets },
] as const satisfies readonly Report[];

/** A report as a file. */
export interface ReportFile {
  readonly kind: ReportKind;
  readonly file: string;
  readonly book: BookSpec;
}

/** All reports of a county as files. */
export function reportFiles(input: ReportInput): readonly ReportFile[] {
  return reports.map(({ kind, name, draw }) => ({
    kind,
    file: `${name}.xlsx`,
    book: { title: bookTitle(input.season, name.replace("_", "：")), sheets: draw(input) },
  }));
}
