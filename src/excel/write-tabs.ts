// Writes tabs of ours: all as drafts first, then one change-over, so that a failure leaves the old tabs as they were.
import { WorkbookError } from "../actions/workbook";
import { type SheetSpec } from "../sheets/spec";
import { placeTabs, removeTabs, type Slot } from "../sheets/tab-layout/layout";
import { listTabOf } from "../sheets/tab-layout/list-tabs";
import { uniqueSheetName } from "../sheets/tab-layout/sheet-names";
import { changeOver, removeSheet } from "./change-over";
import { packed, requestBytes } from "./chunks";
import { type Draft, writeJournal } from "./journal";
import { type SheetList } from "./list-sheets";
import { renderSteps } from "./render";
import { settledSheets } from "./settle";
import { operationBytes, type Step } from "./step";

/** A tab that is to be written: what it holds and what it is to become. */
interface Plan {
  readonly spec: SheetSpec;
  readonly draft: Draft;
}

/** What happens to the book. */
interface Plans {
  readonly plans: readonly Plan[];
  /** Excel's ids of sheets of ours that go without a replacement. */
  readonly dropped: readonly string[];
  /** The names that the wanted tabs get, in their order. */
  readonly names: readonly string[];
}

/** How far the writing is. */
export type WriteProgress = (done: number, total: number) => void;

/**
 * Writes the tabs; resolves to their names in the order given. Nothing is changed before all of them are complete.
 * @throws WorkbookError
 */
export async function writeTabs(
  context: Excel.RequestContext,
  tabs: readonly SheetSpec[],
  progress?: WriteProgress,
): Promise<readonly string[]> {
  if (tabs.length === 0) return [];
  const before = await settledSheets(context);
  if (before.isStructureProtected) throw new WorkbookError("protected", "workbook structure");
  const { plans, dropped, names } = planned(before, tabs);
  const drafts = await writeDrafts(context, plans, progress);
  changeOver(context.workbook, before, { isComplete: true, drafts, dropped });
  try {
    await context.sync();
  } catch (error) {
    if (!(await isDone(context, drafts))) throw error;
  }
  return names;
}

// The answer may be lost after the work was done, and a change-over that was cut short is finished here.
async function isDone(context: Excel.RequestContext, drafts: readonly Draft[]): Promise<boolean> {
  try {
    const { sheets } = await settledSheets(context);
    return drafts.every((draft) => sheets.some((sheet) => sheet.id === draft.id && !sheet.isDraft));
  } catch {
    return false;
  }
}

/** Removes tabs of ours, with the hidden tabs of their lists. */
export async function removeOwnTabs(context: Excel.RequestContext, tabs: readonly string[]): Promise<void> {
  const list = await settledSheets(context);
  const kept = new Set(removeTabs(slotsOf(list), tabs).map((slot) => slot.kept));
  const gone = list.sheets.filter((_, index) => !kept.has(index));
  if (gone.length === 0) return;
  if (list.isStructureProtected) throw new WorkbookError("protected", "workbook structure");
  for (const sheet of gone) removeSheet(context.workbook.worksheets, sheet);
  await context.sync();
}

function slotsOf({ sheets }: SheetList): readonly Slot[] {
  return sheets.map(({ name, tab }, kept) => ({ name, kept, ...(tab === undefined ? {} : { tab }) }));
}

function planned(before: SheetList, tabs: readonly SheetSpec[]): Plans {
  const { slots, names } = placeTabs(slotsOf(before), tabs);
  const kept = new Set(slots.map((slot) => slot.kept));
  const gone = before.sheets.filter((_, index) => !kept.has(index));
  const taken = [...before.sheets.map((sheet) => sheet.name), ...slots.map((slot) => slot.name)];
  const plans = slots.flatMap(({ spec, name, tab = "" }): readonly Plan[] => {
    if (!spec) return [];
    const draftName = uniqueSheetName("~", taken);
    taken.push(draftName);
    const at = tab === "" ? -1 : gone.findIndex((sheet) => sheet.tab === tab);
    const [old] = at < 0 ? [] : gone.splice(at, 1);
    const { visibility = "visible", isProtected = false } = spec;
    const draft: Draft = { draftName, id: "", tab, name, visibility, isProtected, replaces: old?.id ?? "" };
    return [{ spec: spec as SheetSpec, draft }];
  });
  return { plans, dropped: gone.map((sheet) => sheet.id), names };
}

async function writeDrafts(context: Excel.RequestContext, plans: readonly Plan[], progress?: WriteProgress): Promise<readonly Draft[]> {
  const draftNames = new Map(plans.map(({ draft }) => [draft.tab, draft.draftName]));
  const wanted = new Map(plans.map(({ spec, draft }) => [spec.name, draft.name]));
  const sheetName = (name: string): string => wanted.get(name) ?? name;
  // All drafts come first: rules of one tab name the cells of another.
  const steps = [
    ...plans.map((plan) => ({ plan, step: undefined, bytes: 8 * operationBytes })),
    ...plans.flatMap((plan) =>
      renderSteps(plan.spec, { sheetName, listSheet: draftNames.get(listTabOf(plan.spec.tab)) ?? "" }).map((step) => ({
        plan,
        step,
        bytes: step.bytes,
      })),
    ),
  ];
  const groups = packed(steps, (one) => one.bytes, requestBytes);
  const added: Excel.Worksheet[] = [];
  // The journal comes before the first draft, so that no draft is ever without it.
  writeJournal(context.workbook, { isComplete: false, drafts: plans.map(({ draft }) => draft), dropped: [] });
  for (const [index, group] of groups.entries()) {
    added.push(...drawGroup(context, group));
    // Each request waits for the one before it: Excel takes them one after another only.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    progress?.(index + 1, groups.length + 1);
  }
  return plans.map(({ draft }, index) => ({ ...draft, id: added[index]?.id ?? "" }));
}

// Adds the group's new drafts and draws its steps; resolves to the new sheets, whose ids are asked for.
function drawGroup(
  context: Excel.RequestContext,
  group: readonly { readonly plan: Plan; readonly step: Step | undefined }[],
): Excel.Worksheet[] {
  const { worksheets } = context.workbook;
  const sheets = new Map<Plan, Excel.Worksheet>();
  const added: Excel.Worksheet[] = [];
  for (const { plan, step } of group) {
    if (step) {
      const sheet = sheets.get(plan) ?? worksheets.getItem(plan.draft.draftName);
      sheets.set(plan, sheet);
      step.draw(sheet);
      continue;
    }
    const sheet = worksheets.add(plan.draft.draftName);
    added.push(sheet.load("id"));
    sheets.set(plan, sheet);
  }
  return added;
}
