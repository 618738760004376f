// Finishes or takes back what a job that was cut short has left in the book.
import { WorkbookError } from "../actions/workbook";
import { uniqueSheetName } from "../sheets/writing/tab-layout/sheet-names";
import { changeOver, removeSheet } from "./change-over";
import { closeJournal, type Draft, type Generation, isAtWork, type Journal } from "./journal";
import { type Answered, askSheets, type ListedSheet, type SheetList } from "./list-sheets";
import { askMarks, markable, type OwnMark, removeMarks } from "./marks";
import { type Memory } from "./memory";

/** The book's sheets, after leftovers were finished or taken away. */
export function settledSheets(context: Excel.RequestContext, memory: Memory): Promise<SheetList> {
  return settled(context, memory, () => undefined);
}

/** The same, each sheet asked something along with the round trips that list them. */
export async function settled<T>(
  context: Excel.RequestContext,
  memory: Memory,
  ask: (sheet: Excel.Worksheet, id: string) => T,
): Promise<Answered<T>> {
  const list = await askSheets(context, memory, ask);
  const { journal } = list;
  if (!journal) return list;
  if (isAtWork(journal, memory.writer) && !memory.isTidying) throw new WorkbookError("other-pane", journal.drafts[0]?.name ?? "");
  const marks = await marksLeft(context, memory, journal);
  if (journal.isComplete) await finish(context, list, journal, marks);
  else await takeBack(context, list, marks);
  memory.meet([]);
  return askSheets(context, memory, ask);
}

/** The marks that are to go: the new ones when the job is taken back, the old ones when it is finished. */
async function marksLeft(context: Excel.RequestContext, memory: Memory, { marks, isComplete }: Journal): Promise<readonly OwnMark[]> {
  if (marks === undefined) return [];
  const found = await markable(context, await askSheets(context, memory, askMarks));
  const isGoing = (generation: Generation | undefined): boolean => generation === undefined || (generation === marks) !== isComplete;
  return found.marks.filter(({ generation }) => isGoing(generation));
}

async function takeBack(context: Excel.RequestContext, { sheets }: SheetList, marks: readonly OwnMark[]): Promise<void> {
  for (const sheet of sheets) if (sheet.isDraft) removeSheet(context.workbook.worksheets, sheet);
  removeMarks(context, marks);
  closeJournal(context.workbook);
  await context.sync();
}

async function finish(context: Excel.RequestContext, list: SheetList, journal: Journal, marks: readonly OwnMark[]): Promise<void> {
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
  changeOver(
    context,
    list,
    { ...journal, drafts },
    {
      marks,
      done: ({ id }) => {
        const state = states.get(id);
        return { isMarked: state?.sheet.tab !== undefined, isProtected: state?.protection.protected ?? false };
      },
    },
  );
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
