// Finishes or takes back what a job that was cut short has left in the book.
import { uniqueSheetName } from "../sheets/tab-layout/sheet-names";
import { changeOver, removeSheet } from "./change-over";
import { closeJournal, type Draft, type Journal } from "./journal";
import { type ListedSheet, listSheets, type SheetList } from "./list-sheets";

/** The book's sheets, after leftovers were finished or taken away. */
export async function settledSheets(context: Excel.RequestContext): Promise<SheetList> {
  const list = await listSheets(context);
  if (!list.journal) return list;
  if (list.journal.isComplete) await finish(context, list, list.journal);
  else await takeBack(context, list);
  return listSheets(context);
}

async function takeBack(context: Excel.RequestContext, { sheets }: SheetList): Promise<void> {
  for (const sheet of sheets) if (sheet.isDraft) removeSheet(context.workbook.worksheets, sheet);
  closeJournal(context.workbook);
  await context.sync();
}

async function finish(context: Excel.RequestContext, list: SheetList, journal: Journal): Promise<void> {
  const { worksheets } = context.workbook;
  const found = new Map(
    journal.drafts.flatMap((draft) => {
      const sheet = list.sheets.find((one) => one.id === draft.id || one.name === draft.draftName);
      return sheet ? [[draft, { sheet, protection: worksheets.getItem(sheet.id).protection.load("protected") }] as const] : [];
    }),
  );
  if (found.size > 0) await context.sync();
  const drafts = named(
    list.sheets,
    [...found].map(([draft, { sheet }]) => ({ draft, sheet })),
    journal,
  );
  const states = new Map([...found.values()].map(({ sheet, protection }) => [sheet.id, { sheet, protection }]));
  changeOver(context.workbook, list, { ...journal, drafts }, ({ id }) => {
    const state = states.get(id);
    return { isMarked: state?.sheet.tab !== undefined, isProtected: state?.protection.protected ?? false };
  });
  await context.sync();
}

// Somebody may have used a wanted name meanwhile.
function named(
  sheets: readonly ListedSheet[],
  found: readonly { readonly draft: Draft; readonly sheet: ListedSheet }[],
  { drafts, dropped }: Journal,
): readonly Draft[] {
  const going = new Set([...drafts.map((draft) => draft.replaces), ...dropped, ...found.map(({ sheet }) => sheet.id)]);
  const taken = sheets.filter((sheet) => !going.has(sheet.id)).map((sheet) => sheet.name);
  return found.map(({ draft, sheet }) => {
    const name = uniqueSheetName(draft.name, taken);
    taken.push(name);
    return { ...draft, id: sheet.id, name };
  });
}
