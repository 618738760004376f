// The sheets of the open book with our marks; two round trips, whatever their number.
import { type Grid } from "../sheets/grid";
import { type Journal, journalOf, journalSetting } from "./journal";
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

const visibilities: Readonly<Record<string, Grid["visibility"]>> = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" };

/**
 * The sheets of the book.
 * @param alongside hears of each sheet before the second round trip, and may ask for more
 */
export async function listSheets(
  context: Excel.RequestContext,
  alongside?: (sheet: Excel.Worksheet, id: string) => void,
): Promise<SheetList> {
  const { workbook } = context;
  const { worksheets, protection } = workbook;
  worksheets.load("items/id,items/name,items/position,items/visibility");
  protection.load("protected");
  const setting = journalSetting(workbook).load("value");
  await context.sync();
  const marked = worksheets.items.map((sheet) => {
    const found = worksheets.getItem(sheet.id);
    alongside?.(found, sheet.id);
    return { sheet, mark: ownMark(found).load("formula") };
  });
  await context.sync();
  const journal = setting.isNullObject ? undefined : journalOf(setting.value);
  const drafts = new Set(journal?.drafts.map((draft) => draft.draftName));
  const sheets = marked.map(({ sheet, mark }) => {
    const tab = mark.isNullObject ? undefined : textOfFormula(mark.formula);
    return {
      id: sheet.id,
      name: sheet.name,
      position: sheet.position,
      visibility: visibilities[sheet.visibility] ?? "visible",
      isDraft: drafts.has(sheet.name),
      ...(tab === undefined ? {} : { tab }),
    };
  });
  return {
    sheets: sheets.sort((a, b) => a.position - b.position),
    isStructureProtected: protection.protected,
    ...(journal ? { journal } : {}),
  };
}
