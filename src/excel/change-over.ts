// Puts complete drafts in the place of the tabs that they replace; the journal says how far it came, so that it can be finished later.
import { closeJournal, type Draft, type Journal, writeJournal } from "./journal";
import { type ListedSheet, type SheetList } from "./list-sheets";
import { type OwnMark, removeMarks } from "./marks";
import { markOwn, ownMark } from "./own-mark";

const states = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** What people may still do on a protected tab of ours. */
const allowed = { allowAutoFilter: true, allowSort: true, allowFormatColumns: true, allowFormatRows: true } as const;

/** What is done to a draft already, when a change-over is finished that was cut short. */
export interface Done {
  readonly isMarked: boolean;
  readonly isProtected: boolean;
}

/** What goes besides the tabs, and how far a change-over was that is finished now. */
export interface ChangeOverOptions {
  /** Marks that go, since new ones were set. */
  readonly marks?: readonly OwnMark[];
  readonly done?: (draft: Draft) => Done;
}

/**
 * Queues the change-over. The journal's entry comes first and its end last: whatever fails in between is finished the next time,
 * whatever fails before leaves the old tabs and marks as they were.
 */
export function changeOver(
  context: Excel.RequestContext,
  { sheets }: SheetList,
  journal: Journal,
  { marks = [], done = () => ({ isMarked: false, isProtected: false }) }: ChangeOverOptions = {},
): void {
  const { workbook } = context;
  writeJournal(workbook, journal);
  removeMarks(context, marks);
  const old = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  // A tab that comes may bear the name of one that goes.
  const dropped = journal.dropped.flatMap((id) => old.get(id) ?? []);
  for (const sheet of dropped) removeSheet(workbook.worksheets, sheet);
  for (const draft of journal.drafts) {
    const replaced = old.get(draft.replaces);
    const moved = replaced && {
      ...replaced,
      position: replaced.position - dropped.filter(({ position }) => position < replaced.position).length,
    };
    replace(workbook.worksheets, { draft, old: moved, done: done(draft) });
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
