// Opening what came back: every file read and judged on its own, its rows let go at once, none of them able to stop the others.
import type { Conflict } from "../domain/returns/conflict";
import { type MergeContext, takeFile, type TakenFile } from "../domain/returns/merge";
import type { FileFault } from "../i18n/catalog";
import { type BankSource, bankSources } from "../sheets/bank/bank-file";
import { fixAnswersIn } from "../sheets/fixing/fix-sheet";
import { tablesOf } from "../sheets/reading/read-sheet";
import { readReturned, type ReturnedContext, type ReturnedReading } from "../sheets/returns/read-returned";
import { type ContractOf, type FixFileRead, judgeFix } from "./take-fixes";
import { type Files, type IncomingFile, type Progress, WorkbookError } from "./workbook";

/** A file that came in: what was taken from it and where its cells are, or why it could not be opened. */
export type Opened = { readonly name: string } & (
  | { readonly taken: TakenFile; readonly reading: Pick<ReturnedReading, "unknownColumns" | "cellOf" | "version" | "contacts"> }
  | { readonly bank: readonly BankSource[] }
  | { readonly fix: FixFileRead }
  | { readonly fault: FileFault }
);

/** What is known of the season when files are opened. */
export interface OpeningContext {
  readonly reading: ReturnedContext;
  readonly merging: MergeContext;
  /** Whose a fix-it question is. */
  readonly contractOf: ContractOf;
}

const faults: Readonly<Record<FileFault, true>> = {
  "not-readable": true,
  "empty-file": true,
  "unknown-format": true,
  encrypted: true,
  "wrong-password": true,
  "unsupported-encryption": true,
  "too-large": true,
  "too-slow": true,
  locked: true,
};

const isFault = (code: string): code is FileFault => Object.hasOwn(faults, code);

// Whatever reading a file throws is that file's fault: a program error in one of them must not cost the others.
async function openFile(file: IncomingFile, { reading, merging, contractOf }: OpeningContext): Promise<Opened> {
  try {
    const grids = await file.read();
    const answers = fixAnswersIn(grids);
    if (answers) return { name: file.name, fix: judgeFix(file.name, answers, merging, contractOf) };
    const read = tablesOf(reading.seasonYear);
    const bank = bankSources(file.name, grids, read);
    if (bank) return { name: file.name, bank };
    const { returned, unknownColumns, version, contacts, cellOf } = readReturned(file.name, grids, reading, read);
    return { name: file.name, taken: takeFile(returned, merging), reading: { unknownColumns, version, contacts, cellOf } };
  } catch (error) {
    return { name: file.name, fault: error instanceof WorkbookError && isFault(error.code) ? error.code : "not-readable" };
  }
}

/** All files that came in, in their order. */
export async function openReturned(files: Files, context: OpeningContext, progress: Progress | undefined): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  for (const [index, file] of files.incoming.entries()) {
    progress?.("reading", index, files.incoming.length);
    opened.push(await openFile(file, context));
  }
  return opened;
}

/** Columns that may hold entries under a heading that nobody knows, as conflicts with their cells. */
export function unknownColumnConflicts(opened: readonly Opened[]): readonly (readonly [Conflict, string])[] {
  return opened.flatMap((file) =>
    "taken" in file && file.taken.reject === undefined
      ? file.reading.unknownColumns.map(({ sheet, row, cell, heading }): readonly [Conflict, string] => [
          { file: file.name, kind: "unmatched", school: file.taken.school ?? "", place: { sheet, row }, raw: heading },
          cell,
        ])
      : [],
  );
}
