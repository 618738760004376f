// Writes tabs of ours: all as drafts first, then one change-over, so that a failure leaves the old tabs as they were.
import { WorkbookError } from "../actions/workbook";
import { type SheetSpec } from "../sheets/writing/spec";
import { placeTabs, removeTabs, type Slot } from "../sheets/writing/tab-layout/layout";
import { listTabOf } from "../sheets/writing/tab-layout/list-tabs";
import { uniqueSheetName } from "../sheets/writing/tab-layout/sheet-names";
import { changeOver, removeSheet } from "./change-over";
import { packedLazily, requestBytes } from "./chunks";
import { isLikelyInactive, officeCode, waitReason } from "./errors";
import { type Draft, type Generation, type Journal, writeJournal } from "./journal";
import { type Answered, type SheetList } from "./list-sheets";
import { askMarks, markable, type MarkGlance, markSteps, nextGeneration, type OwnMark, type SheetMarks } from "./marks";
import { type Memory } from "./memory";
import { renderSteps } from "./render";
import { settled, settledSheets } from "./settle";
import { type Step, step } from "./step";
import { nothingSought, searchFormulas, type UserFormula } from "./user-formulas";

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

/** What a writing goes by. */
export interface Writing {
  readonly context: Excel.RequestContext;
  readonly memory: Memory;
  /** Told how far the writing is. */
  readonly progress: (done: number, total: number) => void;
  /** Told when Excel refused something that the tabs are complete without, page set-up or frozen panes, or passed over the width of pages. */
  readonly skipped: (what: "looks" | "width") => void;
  /** Told which of the user's formulas are about tabs that are going to be replaced, before they are. */
  readonly replacing: (formulas: readonly UserFormula[]) => void;
}

/** What is to become of the book. */
export interface BookChange {
  readonly tabs: readonly SheetSpec[];
  /** The ids of tabs of ours that go. */
  readonly gone: readonly string[];
  /** Absent: marks are left alone. */
  readonly marks?: readonly SheetMarks[];
}

/**
 * Writes the tabs, takes others away and sets the marks in place of earlier ones; resolves to the tabs' names in the order given.
 * Nothing is changed before all of them are complete.
 * @throws WorkbookError
 */
export async function writeTabs(
  { context, memory, progress, skipped, replacing }: Writing,
  { tabs, gone, marks: wantedMarks }: BookChange,
): Promise<readonly string[]> {
  if (tabs.length + gone.length === 0 && !wantedMarks) return [];
  const before = await settled(context, memory, (sheet) => (wantedMarks ? askMarks(sheet) : undefined));
  if (before.isStructureProtected && tabs.length + gone.length > 0) throw new WorkbookError("protected", ": workbook structure");
  const { plans, dropped, names } = planned(before, tabs, gone);
  refuseOthers(before, memory, [...plans.map(({ draft }) => draft.replaces), ...dropped]);
  const others = before.sheets.flatMap(({ id, tab, isDraft }) => (tab === undefined && !isDraft ? [id] : []));
  // Where formulas are is asked along with the rules that may be marks of ours.
  let search = nothingSought;
  const seek = async (): Promise<void> => {
    search = await searchFormulas({ context, memory }, others, replacedNames(before, plans));
  };
  const marking = wantedMarks && (await markingOf(context, before, wantedMarks, seek));
  if (!wantedMarks) await seek();
  const going = { dropped, by: memory.writer, at: Date.now(), ...(marking ? { marks: marking.generation } : {}) };
  const { drafts, extras } = await writeDrafts({ context, progress, alongside: search.ask }, plans, going, marking?.work ?? []);
  memory.wrote(drafts.map(({ id }) => id));
  replacing(await search.found());
  memory.forget([...dropped, ...drafts.map(({ replaces }) => replaces)]);
  const change = (): void => changeOver(context, before, { isComplete: true, drafts, ...going }, { marks: marking?.old ?? [] });
  // What Excel may refuse goes along with the change-over, before it: a refusal leaves the drafts as they are, and nothing has changed.
  if (extras.length > 0) {
    const isLight = extras.reduce((bytes, { step }) => bytes + step.bytes, 0) <= requestBytes;
    const passedOver = (): void => skipped("width");
    if (isLight && (await isDrawn(context, extras, { then: change, passedOver }))) return names;
    if (!(await drawExtras(context, extras, passedOver))) skipped("looks");
  }
  change();
  try {
    await context.sync();
  } catch (error) {
    if (!(await isDone(context, memory, drafts, marking))) throw error;
  }
  return names;
}

// What another pane wrote, or somebody typed, since the book was read would be lost.
function refuseOthers({ sheets }: SheetList, memory: Memory, replaced: readonly string[]): void {
  const other = sheets.find(({ id }) => replaced.includes(id) && memory.isOther(id));
  if (other) throw new WorkbookError("changed-meanwhile", other.name);
}

/** New marks, and the old ones that go once those are set. */
interface Marking {
  readonly generation: Generation;
  readonly work: readonly Work[];
  readonly old: readonly OwnMark[];
}

/** A step on a sheet that is there already, or on a draft. */
interface Work {
  readonly sheet: string;
  readonly step: Step;
}

async function markingOf(
  context: Excel.RequestContext,
  { sheets, answers, ...list }: Answered<MarkGlance | undefined>,
  wanted: readonly SheetMarks[],
  alongside: () => Promise<void>,
): Promise<Marking | undefined> {
  const glances = new Map([...answers].flatMap(([id, glance]) => (glance ? [[id, glance] as const] : [])));
  const found = await markable(context, { ...list, sheets, answers: glances }, alongside);
  const generation = nextGeneration(found.marks);
  const work = wanted.flatMap((marks) => {
    const sheet = found.sheets.get(marks.sheet);
    return sheet === undefined ? [] : markSteps(marks, generation).map((step) => ({ sheet, step }));
  });
  return work.length + found.marks.length === 0 ? undefined : { generation, work, old: found.marks };
}

// The answer may be lost after the work was done, and a change-over that was cut short is finished here.
async function isDone(
  context: Excel.RequestContext,
  memory: Memory,
  drafts: readonly Draft[],
  marking: Marking | undefined,
): Promise<boolean> {
  try {
    const { sheets, answers } = await settled(context, memory, askMarks);
    if (drafts.length > 0 || !marking) return drafts.every((draft) => sheets.some((sheet) => sheet.id === draft.id && !sheet.isDraft));
    const { marks } = await markable(context, { sheets, answers, isStructureProtected: false });
    return marks.length > 0 === marking.work.length > 0 && marks.every(({ generation }) => generation === marking.generation);
  } catch {
    return false;
  }
}

/** Removes tabs of ours, with the hidden tabs of their lists. */
export async function removeOwnTabs(context: Excel.RequestContext, memory: Memory, tabs: readonly string[]): Promise<void> {
  const list = await settledSheets(context, memory);
  const kept = new Set(removeTabs(slotsOf(list), tabs).map((slot) => slot.kept));
  const gone = list.sheets.filter((_, index) => !kept.has(index));
  if (gone.length === 0) return;
  if (list.isStructureProtected) throw new WorkbookError("protected", ": workbook structure");
  memory.forget(gone.map(({ id }) => id));
  for (const sheet of gone) removeSheet(context.workbook.worksheets, sheet);
  await context.sync();
}

// Tabs that come again under the name that they had.
function replacedNames({ sheets }: SheetList, plans: readonly Plan[]): readonly string[] {
  const old = new Map(sheets.map(({ id, name }) => [id, name]));
  return plans.flatMap(({ draft: { replaces, name } }) => (old.get(replaces) === name ? [name] : []));
}

function slotsOf({ sheets }: SheetList): readonly Slot[] {
  return sheets.map(({ name, tab }, kept) => ({ name, kept, ...(tab === undefined ? {} : { tab }) }));
}

function planned(before: SheetList, tabs: readonly SheetSpec[], unwanted: readonly string[]): Plans {
  const { slots, names } = placeTabs(removeTabs(slotsOf(before), unwanted), tabs);
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

async function writeDrafts(
  { context, progress, alongside }: Pick<Writing, "context" | "progress"> & { readonly alongside: () => void },
  plans: readonly Plan[],
  going: Omit<Journal, "isComplete" | "drafts">,
  marks: readonly Work[],
): Promise<{ readonly drafts: readonly Draft[]; readonly extras: readonly Work[] }> {
  const added: Excel.Worksheet[] = [];
  const { worksheets } = context.workbook;
  let rendered = 0;
  const extras: Work[] = [];
  const work = draftWork(plans, marks, { rendered: () => (rendered += 1), extra: (one) => extras.push(one) });
  alongside();
  // The journal comes before the first draft, so that no draft is ever without it.
  writeJournal(context.workbook, { isComplete: false, drafts: plans.map(({ draft }) => draft), ...going });
  for (const request of packedLazily(work, ({ step }) => step.bytes, requestBytes)) {
    const sheets = new Map<string, Excel.Worksheet>();
    for (const { sheet, step, isNew } of request) {
      const found = sheets.get(sheet) ?? (isNew ? worksheets.add(sheet) : worksheets.getItem(sheet));
      sheets.set(sheet, found);
      if (isNew) added.push(found.load("id"));
      step.draw(found);
    }
    // Each request waits for the one before it: Excel takes them one after another only.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    progress(rendered, plans.length + 1);
  }
  return { drafts: plans.map(({ draft }, index) => ({ ...draft, id: added[index]?.id ?? "" })), extras };
}

/** Draws what tabs are complete without, all in requests of its own; where one is refused, piece by piece. Says whether all was drawn. */
async function drawExtras(context: Excel.RequestContext, extras: readonly Work[], passedOver: () => void): Promise<boolean> {
  let isWhole = true;
  for (const request of packedLazily(extras, ({ step }) => step.bytes, requestBytes)) {
    const pieces = (await isDrawn(context, request, { passedOver })) ? [] : request;
    for (const piece of pieces) if (!(await isDrawn(context, [piece], { passedOver }))) isWhole = false;
  }
  return isWhole;
}

interface Drawing {
  /** Queues what goes along. */
  readonly then?: () => void;
  /** Told when Excel took something and did not do it. */
  readonly passedOver: () => void;
}

async function isDrawn(context: Excel.RequestContext, work: readonly Work[], { then, passedOver }: Drawing): Promise<boolean> {
  const checks = work.flatMap(({ sheet, step }) => {
    const found = context.workbook.worksheets.getItem(sheet);
    step.draw(found);
    return step.readBack?.(found) ?? [];
  });
  then?.();
  try {
    await context.sync();
    if (!checks.every((isDone) => isDone())) passedOver();
    return true;
  } catch (error) {
    if (officeCode(error) === "" || (waitReason(error) && !isLikelyInactive(error))) throw error;
    return false;
  }
}

const addition = step(8, () => undefined);

// A tab is rendered when its turn comes: all of them at once would hold the pane up.
function* draftWork(
  plans: readonly Plan[],
  marks: readonly Work[],
  { rendered, extra }: { readonly rendered: () => void; readonly extra: (work: Work) => void },
): Generator<Work & { readonly isNew?: boolean }> {
  const draftNames = new Map(plans.map(({ draft }) => [draft.tab, draft.draftName]));
  const wanted = new Map(plans.map(({ spec, draft }) => [spec.name, draft.name]));
  const sheetName = (name: string): string => wanted.get(name) ?? name;
  // All drafts come first: rules of one tab name the cells of another.
  for (const { draft } of plans) yield { sheet: draft.draftName, step: addition, isNew: true };
  for (const { spec, draft } of plans) {
    const listSheet = draftNames.get(listTabOf(spec.tab)) ?? "";
    for (const one of renderSteps(spec, { sheetName, listSheet })) {
      if (one.isOptional) extra({ sheet: draft.draftName, step: one });
      else yield { sheet: draft.draftName, step: one };
    }
    rendered();
  }
  yield* marks;
}
