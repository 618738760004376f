// The hidden names by which tabs of ours are known in the book, finished ones and such as are still being written.
import { ownTabName } from "../sheets/tab-layout/own-tab-name";

/** The hidden name of a tab that is being written; `read` passes it over, and the next `write` finishes or removes it. */
const draftName = "LoanRecovery.draft";

/** The hidden name of the book that says: all drafts are complete, only their change-over is missing. */
const completeName = "LoanRecovery.complete";

/** What a draft is to become. */
export interface DraftMark {
  readonly tab: string;
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly isProtected: boolean;
  /** Excel's id of the tab that it replaces, "" when there is none. */
  readonly replaces: string;
}

const letters = { visible: "v", hidden: "h", veryHidden: "x" } as const;

/** A draft's mark as text: a sheet's name has no `/`, nor has Excel's id of a sheet. */
export function draftText({ tab, name, visibility, isProtected, replaces }: DraftMark): string {
  return [name, letters[visibility] + (isProtected ? "p" : ""), replaces, tab].join("/");
}

/** The mark that a text stands for. */
export function draftMark(text: string): DraftMark {
  const [name = "", flags = "", replaces = "", ...tab] = text.split("/");
  const visibility = flags.startsWith("x") ? "veryHidden" : flags.startsWith("h") ? "hidden" : "visible";
  return { tab: tab.join("/"), name, visibility, isProtected: flags.endsWith("p"), replaces };
}

/** The text of a name's formula, such as `="findings"`. */
export function textOfFormula(formula: unknown): string | undefined {
  const text = /^="((?:[^"]|"")*)"$/.exec(String(formula))?.[1];
  return text?.replaceAll('""', '"');
}

function addHidden(names: Excel.NamedItemCollection, name: string, text: string): void {
  names.add(name, `="${text.replaceAll('"', '""')}"`).visible = false;
}

/** Marks a new sheet as a draft, before anything is written into it. */
export function markDraft(sheet: Excel.Worksheet, mark: DraftMark): void {
  addHidden(sheet.names, draftName, draftText(mark));
}

/** Makes a draft a tab of ours. */
export function markOwn(sheet: Excel.Worksheet, tab: string): void {
  if (tab !== "") addHidden(sheet.names, ownTabName, tab);
}

/** Takes the draft's mark off. */
export function unmarkDraft(sheet: Excel.Worksheet): void {
  sheet.names.getItem(draftName).delete();
}

/** Notes that all drafts are complete, and which sheets go without a replacement (by Excel's ids, few). */
export function markComplete(workbook: Excel.Workbook, dropped: readonly string[]): void {
  addHidden(workbook.names, completeName, dropped.join("/").slice(0, 250));
}

/** Takes the note off, as the last step of the change-over. */
export function unmarkComplete(workbook: Excel.Workbook): void {
  workbook.names.getItem(completeName).delete();
}

/** The marks of a sheet, to be loaded. */
export function ownMark(sheet: Excel.Worksheet): { readonly own: Excel.NamedItem; readonly draft: Excel.NamedItem } {
  return { own: sheet.names.getItemOrNullObject(ownTabName), draft: sheet.names.getItemOrNullObject(draftName) };
}

/** The note of the book, to be loaded. */
export function completeMark(workbook: Excel.Workbook): Excel.NamedItem {
  return workbook.names.getItemOrNullObject(completeName);
}
