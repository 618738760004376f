// Puts complete drafts in the place of the tabs that they replace, or takes leftovers away: the book never stays half changed.
import { uniqueSheetName } from "../sheets/tab-layout/sheet-names";
import { type ListedSheet, listSheets, type SheetList } from "./list-sheets";
import { type DraftMark, markComplete, markOwn, unmarkComplete, unmarkDraft } from "./tab-marks";

/** A draft, and how it is known in the book. */
export interface Draft extends DraftMark {
  /** Excel's id. */
  readonly id: string;
  /** Whether it has the mark of a tab of ours already. */
  readonly isMarked: boolean;
}

const states = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** What people may still do on a protected tab of ours. */
const allowed = { allowAutoFilter: true, allowSort: true, allowFormatColumns: true, allowFormatRows: true } as const;

/**
 * Queues the change-over of all drafts. The note that they are complete comes first: whatever fails after it is finished the next time,
 * whatever fails before it leaves the old tabs as they were.
 */
export function changeOver(workbook: Excel.Workbook, before: SheetList, drafts: readonly Draft[], dropped: readonly string[]): void {
  if (before.complete === undefined) markComplete(workbook, dropped);
  const old = new Map(before.sheets.map((sheet) => [sheet.id, sheet]));
  for (const draft of drafts) replace(workbook.worksheets, draft, old.get(draft.replaces));
  for (const id of dropped) {
    const sheet = old.get(id);
    if (sheet) removeSheet(workbook.worksheets, sheet);
  }
  unmarkComplete(workbook);
}

function replace(worksheets: Excel.WorksheetCollection, draft: Draft, old: ListedSheet | undefined): void {
  const sheet = worksheets.getItem(draft.id);
  if (old) {
    // The draft takes the place and pushes the old tab one further, so that all other tabs stand where they stood.
    sheet.position = old.position;
    removeSheet(worksheets, old);
  }
  sheet.name = draft.name;
  if (!draft.isMarked) markOwn(sheet, draft.tab);
  // Names cannot be taken off a protected sheet everywhere, so the protection comes after them.
  unmarkDraft(sheet);
  if (draft.isProtected) sheet.protection.protect(allowed);
  if (draft.visibility !== "visible") sheet.visibility = states[draft.visibility];
}

/** Queues the removal of a sheet; one that is very hidden cannot be deleted as it is. */
export function removeSheet(worksheets: Excel.WorksheetCollection, { id, visibility }: ListedSheet): void {
  const sheet = worksheets.getItem(id);
  if (visibility === "veryHidden") sheet.visibility = "Hidden";
  sheet.delete();
}

/** The book's sheets, after leftovers of a job that was cut short were finished or taken away. */
export async function settledSheets(context: Excel.RequestContext): Promise<SheetList> {
  const list = await listSheets(context);
  const leftovers = list.sheets.filter((sheet) => sheet.draft);
  if (leftovers.length === 0 && list.complete === undefined) return list;
  if (list.complete) changeOver(context.workbook, list, finishable(list), list.complete);
  else for (const sheet of leftovers) removeSheet(context.workbook.worksheets, sheet);
  await context.sync();
  return listSheets(context);
}

// People may have used a wanted name meanwhile.
function finishable({ sheets }: SheetList): readonly Draft[] {
  const drafts = sheets.flatMap(({ id, tab, draft }) => (draft ? [{ ...draft, id, isMarked: tab !== undefined }] : []));
  const replaced = new Set(drafts.map((draft) => draft.replaces));
  const taken = sheets.filter((sheet) => !sheet.draft && !replaced.has(sheet.id)).map((sheet) => sheet.name);
  return drafts.map((draft) => {
    const name = uniqueSheetName(draft.name, taken);
    taken.push(name);
    return { ...draft, name };
  });
}
