// The two ports of every action: Workbook, the open book, and Files, what comes in and what goes out. Adapters: `src/xlsx`, `src/excel`.
import type { ChangeLog } from "../sheets/checking/change-log";
import type { RunJournal } from "../sheets/undoing/run-journal";
import type { Finding } from "../domain/record/finding";
import type { Grid } from "../sheets/grid";
import type { LettersMade } from "../sheets/notices/letter-book";
import type { Notices } from "../sheets/notices/notice-letter";
import type { BookSpec, SheetSpec } from "../sheets/writing/spec";

/** What the world can refuse; the pane and the command line have a sentence with the next step for each. */
export type WorkbookErrorCode =
  | "not-found"
  | "not-readable" // truncated, damaged, no workbook at all
  | "empty-file"
  | "unknown-format"
  | "encrypted" // needs a password
  | "wrong-password"
  | "unsupported-encryption"
  | "too-large" // declared sizes, rows or parts beyond the limits
  | "too-slow" // its reader was ended
  | "locked" // open elsewhere, or cell-edit mode
  | "read-only" // open for looking only, so that nothing written would stay
  | "other-pane" // another pane is writing into the book
  | "changed-meanwhile" // a tab that was to be replaced is not as it was read
  | "protected"
  | "not-writable"
  | "old-excel" // Excel itself lacks what we need
  | "no-borrowers" // no borrower sheet found
  | "not-begun" // a season without a list is not closed
  | "no-jurisdictions" // neither a jurisdiction table nor a 责任学校 column
  | DiskErrorCode
  | "settings-unfit" // 设置 holds a date or a text that must reach no family
  | "snapshots-damaged" // 反馈快照 is not what was written
  | "no-snapshot" // no feedback was made on the day that it is to be compared with
  | "unknown-school" // no school of the book bears the name
  | "two-lists"; // two borrower sheets hold the same contracts: the user must say which one counts

/** What a disk can refuse besides. */
export type DiskErrorCode =
  | "is-folder" // a folder where a file was asked for
  | "no-access" // a file that this user may not read
  | "read-failed"
  | "disk-full"
  | "path-too-long"
  | "not-a-folder" // a file where a folder was asked for
  | "folder-in-way"
  | "link-in-way" // links are neither followed nor replaced
  | "input-in-way" // what was read is not replaced
  | "busy" // another run writes into the same folder
  | "undo-pending" // what was written could not be taken back yet
  | "plain-list"; // something readable lies in the folder that is sent out

/** Why a file is refused; i18n has words for each. */
export type ReasonCode =
  | "word" // what a file is instead of a workbook, to `archive`
  | "slides"
  | "pdf"
  | "picture"
  | "text"
  | "archive"
  | "file-size" // MB, as is
  | "unpacked-size" // MB
  | "parts"
  | "sheets"
  | "sheets-alike" // many tabs on one part
  | "rows" // more than so many, to `texts`
  | "columns"
  | "cells"
  | "texts"
  | "long-row"
  | "claims" // markup that claims so many rows or columns for one cell
  | "beyond-sheet"
  | "cut-off"
  | "damaged"
  | "damaged-sheet"
  | "part-twice"
  | "no-workbook"
  | "no-sheets"
  | "no-answer" // the reader took too long or broke off
  | "zip-password"
  | "old-encryption"
  | "by-rights" // opened by an account, not by a password
  | "rare-cipher"
  | "structure"
  | "signature"
  | "no-visible-sheet"
  | "formats"
  | "like-schools"; // schools whose names are like the one that was given

/** A reason with what it is about: a whole number, the name of a sheet, names of schools. */
export interface Reason {
  readonly why: ReasonCode;
  readonly count?: number;
  readonly sheet?: string;
  readonly names?: string;
}

/** What a refusal says, as it travels between processes and workers. */
export interface Refusal {
  readonly code: WorkbookErrorCode;
  readonly detail: string;
  readonly reason?: Reason | undefined;
}

/** The world said no. `detail` names the file, sheet or limit, what Excel calls it following behind ": "; never a person. */
export class WorkbookError extends Error implements Refusal {
  constructor(
    readonly code: WorkbookErrorCode,
    readonly detail: string,
    readonly reason?: Reason,
    options?: ErrorOptions,
  ) {
    super(
      `${code}: ${[detail, reason?.why, reason?.sheet, reason?.count].filter((part) => part !== undefined && part !== "").join(" ")}`,
      options,
    );
    this.name = "WorkbookError";
  }

  /** The same refusal, made anew on the other side of its way. */
  static from({ code, detail, reason }: Refusal): WorkbookError {
    return new WorkbookError(code, detail, reason);
  }

  /** What travels of it. */
  get refusal(): Refusal {
    const { code, detail, reason } = this;
    return { code, detail, ...(reason ? { reason } : {}) };
  }

  /** The same refusal, said of a file by its name; what is no refusal is passed on as it is. */
  static about(name: string, error: unknown): unknown {
    if (!(error instanceof WorkbookError) || error.detail === name) return error;
    return new WorkbookError(error.code, name, error.reason, { cause: error });
  }
}

/**
 * Whether an open book is asked which cells are merged, which in some builds of Excel takes the user's undo away (office-js issue 5918):
 * never, only where nothing is known of it, or always; "missing" is for whom the book as last read will do, if that knew of merged cells what can be known.
 */
export type MergesAsked = "never" | "missing" | "unknown" | "always";

/** The book the user works in. */
export interface Workbook {
  /** The file's name with extension, as the user knows it. */
  readonly name: string;
  /**
   * Every sheet of the book, our own included, in the order of the tabs.
   * @param merges "always" unless said otherwise; where they are not asked for they are what they were when a sheet that has not changed was asked last,
   * and on all other sheets nothing is taken to be merged: cells beneath a merged one are blank then. Files know their merged cells without asking.
   */
  read(merges?: MergesAsked): Promise<readonly Grid[]>;
  /**
   * Puts the tabs in place: a tab of ours with the same id is replaced where it stands, a new one is added at the end under a legal, unique name.
   * All or nothing; sheets that are not ours are never changed. Resolves to the names that the tabs have in the book, in the order given.
   * @param findings their cells are marked on the source sheets in place of earlier marks, in a way that `clearMarks` removes without a trace;
   *   absent: marks stay as they are
   * @param gone ids of tabs of ours that go along with it; others are left alone
   */
  write(tabs: readonly SheetSpec[], findings?: readonly Finding[], gone?: readonly string[]): Promise<readonly string[]>;
  /** Removes tabs of ours with these ids; others are left alone. */
  remove(tabs: readonly string[]): Promise<void>;
  /** Removes the marks of findings. */
  clearMarks(): Promise<void>;
}

/** A file that came in: its name as the user knows it, and a way to read all its sheets. */
export interface IncomingFile {
  readonly name: string;
  /** The file as it is, where it may be a picture. */
  readonly bytes?: () => Promise<Uint8Array>;
  /** @throws WorkbookError */
  read(): Promise<readonly Grid[]>;
}

/** What comes in and what goes out besides the open book. */
export interface Files {
  /** The files that were handed over for this run, in a stable order. */
  readonly incoming: readonly IncomingFile[];
  /** Takes a new workbook file; nothing is visible to the user until `commit`. `name` may have folders separated by `/`. */
  add(name: string, book: BookSpec, options?: { readonly password?: string }): Promise<void>;
  /** Takes a school's book of letters and makes it beside the running work, where there is room for that; resolves once it is made. */
  addLetters?(name: string, letters: Notices): Promise<LettersMade>;
}

/** Reports how far a long job is; `total` may grow. The labels are message ids of `i18n`. */
export type Progress = (label: "reading" | "checking" | "writing", done: number, total: number) => void;

/** What every action is given besides the season. */
export interface Ports {
  readonly workbook: Workbook;
  readonly files: Files;
  readonly progress?: Progress;
  /** The log to which lines are added while one button follows another; absent: the book's own as it was read. */
  readonly log?: ChangeLog;
  /** The same for what can be taken back. */
  readonly journal?: RunJournal;
}
