// The sheets of the open book with our marks; two round trips, whatever their number, and one where the sheets are known from before.
import { type Grid } from "../sheets/grid";
import { officeCode } from "./errors";
import { type Journal, journalOf, journalSetting } from "./journal";
import { type Memory } from "./memory";
import { ownMark, textOfFormula } from "./own-mark";

/** A sheet as it stands in the book. */
export interface ListedSheet {
  /** Excel's id, which stays when the sheet is renamed. */
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly visibility: Grid["visibility"];
  /** The id of the tab when it is ours. */
  readonly tab?: string;
  /** Whether it is still being written. */
  readonly isDraft: boolean;
}

/** The open book's sheets in the order of the tabs. */
export interface SheetList {
  readonly sheets: readonly ListedSheet[];
  /** Whether sheets can neither be added nor removed. */
  readonly isStructureProtected: boolean;
  /** What a job that was cut short has left. */
  readonly journal?: Journal;
}

/** The list with what was asked of each sheet besides, by its id. */
export interface Answered<T> extends SheetList {
  readonly answers: ReadonlyMap<string, T>;
}

const visibilities: Readonly<Record<string, Grid["visibility"]>> = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" };

/**
 * The sheets of the book, each asked something along with the round trips that list them.
 * @param ask queues what is to be known of a sheet; its result can be looked at once the list is there
 */
export async function askSheets<T>(
  context: Excel.RequestContext,
  memory: Memory,
  ask: (sheet: Excel.Worksheet, id: string) => T,
): Promise<Answered<T>> {
  try {
    return await askKnown(context, memory, ask);
  } catch (error) {
    // A sheet that was known is gone.
    if (memory.ids.length === 0 || !["ItemNotFound", "InvalidReference"].includes(officeCode(error))) throw error;
    memory.meet([]);
    return askKnown(context, memory, ask);
  }
}

interface Asked<T> {
  readonly mark: Excel.NamedItem;
  readonly answer: T;
}

async function askKnown<T>(
  context: Excel.RequestContext,
  memory: Memory,
  ask: (sheet: Excel.Worksheet, id: string) => T,
): Promise<Answered<T>> {
  const { worksheets, protection } = context.workbook;
  const asked = new Map<string, Asked<T>>();
  const askOne = (id: string): void => {
    const sheet = worksheets.getItem(id);
    asked.set(id, { mark: ownMark(sheet).load("formula"), answer: ask(sheet, id) });
  };
  memory.ids.forEach(askOne);
  worksheets.load("items/id,items/name,items/position,items/visibility");
  protection.load("protected");
  const setting = journalSetting(context.workbook).load("value");
  await context.sync();
  const present = worksheets.items.map(({ id }) => id);
  const unknown = present.filter((id) => !asked.has(id));
  unknown.forEach(askOne);
  if (unknown.length > 0) await context.sync();
  memory.meet(present);
  const journal = setting.isNullObject ? undefined : journalOf(setting.value);
  return {
    sheets: listed(worksheets.items, asked, journal),
    isStructureProtected: protection.protected,
    answers: new Map([...asked].map(([id, { answer }]) => [id, answer])),
    ...(journal ? { journal } : {}),
  };
}

function listed(
  sheets: readonly Excel.Worksheet[],
  asked: ReadonlyMap<string, Asked<unknown>>,
  journal: Journal | undefined,
): readonly ListedSheet[] {
  const drafts = new Set(journal?.drafts.map((draft) => draft.draftName));
  return sheets
    .map(({ id, name, position, visibility }): ListedSheet => {
      const mark = asked.get(id)?.mark;
      const tab = !mark || mark.isNullObject ? undefined : textOfFormula(mark.formula);
      const isDraft = drafts.has(name);
      return { id, name, position, visibility: visibilities[visibility] ?? "visible", isDraft, ...(tab === undefined ? {} : { tab }) };
    })
    .sort((a, b) => a.position - b.position);
}
