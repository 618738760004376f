// What is going on in the book while tabs are written: kept in the book itself, so that a job that was cut short can be finished or taken back.
import { type Grid } from "../sheets/grid";

/** A sheet that is being written, and what it is to become. */
export interface Draft {
  /** The name that it has until the change-over. */
  readonly draftName: string;
  /** Excel's id, "" until it is known. */
  readonly id: string;
  readonly tab: string;
  readonly name: string;
  readonly visibility: Grid["visibility"];
  readonly isProtected: boolean;
  /** Excel's id of the tab that it replaces, "" when there is none. */
  readonly replaces: string;
}

/**
 * New marks are of the other generation than those that they take the place of, so that a job that was cut short can be told
 * which to take away, even when the book has been closed and opened in between.
 */
export type Generation = 1 | 2;

/** Drafts on their way; once they are complete, only the change-over is missing. */
export interface Journal {
  readonly isComplete: boolean;
  readonly drafts: readonly Draft[];
  /** Excel's ids of tabs of ours that go without a replacement. */
  readonly dropped: readonly string[];
  /** The generation of the marks that are set; absent when marks are left alone. */
  readonly marks?: Generation;
  /** Whose writing it is, and when it was entered, in milliseconds; absent from older versions of this program. */
  readonly by?: string;
  readonly at?: number;
}

/** A large split takes minutes; whoever is not done after ten has been closed. */
const writingTime = 10 * 60_000;

/** Whether another pane may be at work still. */
export function isAtWork({ by, at = 0 }: Journal, own: string): boolean {
  return by !== undefined && by !== own && Math.abs(Date.now() - at) < writingTime;
}

const key = "LoanRecovery.journal";

/** The journal as a setting of the book, to be loaded. */
export function journalSetting(workbook: Excel.Workbook): Excel.Setting {
  return workbook.settings.getItemOrNullObject(key);
}

/** The journal that a setting holds; anything else there is none of ours. */
export function journalOf(value: unknown): Journal | undefined {
  const isOurs = typeof value === "object" && value !== null && "isComplete" in value && "drafts" in value && Array.isArray(value.drafts);
  return isOurs ? (value as Journal) : undefined;
}

/** Queues the journal's entry: one operation, so that it is there as a whole or not at all. */
export function writeJournal(workbook: Excel.Workbook, journal: Journal): void {
  workbook.settings.add(key, journal);
}

/** Queues the end of the journal. */
export function closeJournal(workbook: Excel.Workbook): void {
  workbook.settings.getItem(key).delete();
}
