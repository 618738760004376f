// What the pane stands on: Excel with its open workbook, or a page with a file.
import type { SelectedRows } from "../../actions/notice-choice";
import type { Progress, Workbook } from "../../actions/workbook";
import type { FormulaAbout } from "../../sheets/reading/formulas-about";
import type { Day } from "../../domain/values/day";
import type { Language } from "../../i18n/index";
import type { EnginePort } from "../engine/start-engine";
import type { Begin } from "./buttons";

/** The sheets in front of the user. */
export interface Sheets {
  /** Brings a cell before the user's eyes. */
  show?(place: { readonly sheet: string; readonly cell: string }): Promise<void>;
  /** The cell that the user has selected, counted from 0. */
  selected?(): Promise<{ readonly sheet: string; readonly row: number; readonly column: number }>;
  /** The rows that the user has selected, as the user counts them. */
  selectedRows?(): Promise<SelectedRows>;
}

/** The sheets of an opened file beside the pane. */
export interface BesidePane extends Sheets {
  /** Whether they are on show; not where the window is too narrow for them. */
  readonly isShown: boolean;
  /** Draws what is in the file now; nothing where there is no file. */
  update(hasBook: boolean): Promise<void>;
}

/** A book that is open in front of the user. */
export interface OpenBook extends Workbook, Sheets {
  /** Has everything read anew the next time. */
  forget?(): void;
  /** Finishes or takes back what a writing that was cut short has left. */
  tidy?(): Promise<void>;
  /** Which formulas of the user's are about tabs, by their names, that are going to be replaced, or to go. */
  formulasAbout?(again: readonly string[], gone: readonly string[]): Promise<readonly FormulaAbout[]>;
  /** @throws WorkbookError when nothing can be written into it */
  assertWritable?(): void;
  /** The book as a file, as it stands. */
  bytes?(): Promise<Uint8Array>;
}

/** Why Excel makes a job wait. */
export type WaitReason = "cell-edit" | "other-workbook" | "busy";

/** What became of a writing that was cut short: it was tidied up; another pane may be at it still; or Excel did not let it be tidied up. */
export type Left = "tidied" | "at-work" | "stuck";

/** What a book tells while a job runs. */
export interface BookNews {
  readonly waits: (reason: WaitReason) => void;
  /** Excel refused page set-up and frozen panes, or formulas of the user's about a tab that was replaced; the tabs are complete otherwise. */
  readonly skips: (what: "looks" | "width" | "formulas") => void;
  readonly progress: Progress;
  /** A sheet that was read has changed since. */
  readonly changed: () => void;
  /** A reading found what a writing that was cut short has left. */
  readonly left: (what: Left) => void;
}

/** The surroundings of a pane. */
export interface PaneHost {
  readonly language: Language;
  /** The open book; undefined where the user opens files in the page itself. */
  readonly book: OpenBook | undefined;
  /** Shows the sheets of the opened file beside the pane; `changed` is called when they come or go with the width of the window. */
  readonly beside?: (engine: EnginePort, changed: () => void) => BesidePane;
  /** Says who wants to hear the book's news. */
  readonly listen?: (news: BookNews) => void;
  /** Ends a job's waiting for Excel, by `Cancelled`, as long as it is stopped. */
  readonly stopWaiting?: (isStopped: boolean) => void;
  /** Hands a file to the user; undefined where the webview cannot do so (Excel for Mac). */
  readonly save: ((name: string, bytes: Uint8Array) => void) | undefined;
  /** Opens a workbook in a window of its own, for the user to save; undefined where files can be saved, or where Excel cannot do so. */
  readonly openWorkbook?: (bytes: Uint8Array) => Promise<void>;
  /** Where the page can be had as one file that needs no server; undefined where it needs none. */
  readonly oneFile?: string;
  /** The day that the clock shows. */
  readonly clock: () => Day;
  /** The button that the user pressed in the ribbon to get here. */
  readonly begin: Begin | undefined;
}
