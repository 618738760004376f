// Puts complete drafts in the place of the tabs that they replace; the journal says how far it came, so that it can be finished later.
import { closeJournal, type Draft, type Journal, writeJournal } from "./journal";
import { type ListedSheet, type SheetList } from "./list-sheets";
import { markOwn, ownMark } from "./own-mark";

const states = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** What people may still do on a protected tab of ours. */
const allowed = { allowAutoFilter: true, allowSort: true, allowFormatColumns: true, allowFormatRows: true } as const;

/** What is done to a draft already, when a change-over is finished that was cut short. */
export interface Done {
  readonly isMarked: boolean;
  readonly isProtected: boolean;
}

/**
 * Queues the change-over. The journal's entry comes first and its end last: whatever fails in between is finished the next time,
 * whatever fails before leaves the old tabs as they were.
 */
export function changeOver(
  workbook: Excel.Workbook,
  { sheets }: SheetList,
  journal: Journal,
  done: (draft: Draft) => Done = () => ({ isMarked: false, isProtected: false }),
): void {
  writeJournal(workbook, journal);
  const old = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  for (const draft of journal.drafts) replace(workbook.worksheets, { draft, old: old.get(draft.replaces), done: done(draft) });
  for (const id of journal.dropped) {
    const sheet = old.get(id);
    if (sheet) removeSheet(workbook.worksheets, sheet);
  }
  closeJournal(workbook);
}

function replace(
  worksheets: Excel.WorksheetCollection,
  { draft, old, done }: { readonly draft: Draft; readonly old: ListedSheet | undefined; readonly done: Done },
): void {
  const sheet = worksheets.getItem(draft.id);
  if (old) {
    // The draft takes the place and pushes the old tab one further, so that all other tabs stand where they stood.
    sheet.position = old.position;
    removeSheet(worksheets, old);
  }
  sheet.name = draft.name;
  if (done.isMarked) ownMark(sheet).visible = false;
  else markOwn(sheet, draft.tab);
  // Names on a protected sheet cannot be changed everywhere, and protecting twice is refused.
  if (draft.isProtected && !done.isProtected) sheet.protection.protect(allowed);
  if (draft.visibility !== "visible") sheet.visibility = states[draft.visibility];
}

/** Queues the removal of a sheet; one that is very hidden cannot be deleted as it is. */
export function removeSheet(worksheets: Excel.WorksheetCollection, { id, visibility }: ListedSheet): void {
  const sheet = worksheets.getItem(id);
  if (visibility === "veryHidden") sheet.visibility = "Hidden";
  sheet.delete();
}
