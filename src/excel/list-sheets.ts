// The sheets of the open book with our marks; two round trips, whatever their number.
import { type Grid } from "../sheets/grid";
import { completeMark, draftMark, type DraftMark, ownMark, textOfFormula } from "./tab-marks";

/** A sheet as it stands in the book. */
export interface ListedSheet {
  /** Excel's id, which stays when the sheet is renamed. */
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly visibility: Grid["visibility"];
  /** The id of the tab when it is ours. */
  readonly tab?: string;
  /** What it is to become, when it is still being written. */
  readonly draft?: DraftMark;
}

/** The open book's sheets in the order of the tabs. */
export interface SheetList {
  readonly sheets: readonly ListedSheet[];
  /** Whether sheets can neither be added nor removed. */
  readonly isStructureProtected: boolean;
  /** Sheets that go without replacement, when all drafts are complete and only their change-over is missing. */
  readonly complete?: readonly string[];
}

const visibilities: Readonly<Record<string, Grid["visibility"]>> = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" };

/** The sheets of the book. */
export async function listSheets(context: Excel.RequestContext): Promise<SheetList> {
  const { workbook } = context;
  const { worksheets, protection } = workbook;
  worksheets.load("items/id,items/name,items/position,items/visibility");
  protection.load("protected");
  const complete = completeMark(workbook).load("formula");
  await context.sync();
  const marked = worksheets.items.map((sheet) => ({ sheet, ...ownMark(worksheets.getItem(sheet.id)) }));
  for (const { own, draft } of marked) {
    own.load("formula");
    draft.load("formula");
  }
  await context.sync();
  const sheets = marked.map(({ sheet, own, draft }) => {
    const tab = own.isNullObject ? undefined : textOfFormula(own.formula);
    const text = draft.isNullObject ? undefined : textOfFormula(draft.formula);
    return {
      id: sheet.id,
      name: sheet.name,
      position: sheet.position,
      visibility: visibilities[sheet.visibility] ?? "visible",
      ...(tab === undefined ? {} : { tab }),
      ...(text === undefined ? {} : { draft: draftMark(text) }),
    };
  });
  const dropped = complete.isNullObject ? undefined : textOfFormula(complete.formula);
  return {
    sheets: sheets.sort((a, b) => a.position - b.position),
    isStructureProtected: protection.protected,
    ...(dropped === undefined ? {} : { complete: dropped.split("/").filter((id) => id !== "") }),
  };
}
