// Formulas that people wrote on their own sheets about a tab of ours: Excel turns them into #REF! when the tab is replaced, so they are written again as they were.
import { type Area, cellAddress } from "../sheets/grid";
import { mentions } from "../sheets/reading/formulas-about";
import { packed } from "./chunks";
import { officeCode, waitReason } from "./errors";
import { type FormulaPlaces, type Memory } from "./memory";

/** A formula as it stood before the change-over. */
export interface UserFormula {
  /** Excel's id of the sheet. */
  readonly sheet: string;
  /** The cell, counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** The sheet's name. */
  readonly name: string;
  /** Whether its cell is locked on a protected sheet. */
  readonly isLocked: boolean;
}

/** How many cells' formulas one answer carries. */
const cellsAtOnce = 20_000;

// What waiting does not help against.
const officeRefusal = (error: unknown): boolean => officeCode(error) !== "" && !waitReason(error);

interface Part extends Area {
  readonly place: FormulaPlaces;
}

/** Formulas that are being looked for. */
export interface FormulaSearch {
  /** Asks for the first of them, along with whatever else the next round trip is for. */
  readonly ask: () => void;
  /** Those that name the tabs, once that round trip was made; more round trips where there are very many. */
  readonly found: () => Promise<readonly UserFormula[]>;
}

/** No formulas are looked for. */
export const nothingSought: FormulaSearch = { ask: () => undefined, found: () => Promise.resolve([]) };

/**
 * Looks for formulas on these sheets that name tabs which are about to be replaced: one round trip says where formulas are, none where no tab is,
 * or where that is known and nothing has changed since.
 * @param sheets sheets that are not ours, by their ids or names
 */
export async function searchFormulas(
  { context, memory }: { readonly context: Excel.RequestContext; readonly memory: Memory },
  sheets: readonly string[],
  names: readonly string[],
): Promise<FormulaSearch> {
  const places = sheets.length === 0 || names.length === 0 ? [] : await placesOn(context, memory, sheets);
  const parts = places.flatMap((place) => place.areas.flatMap((area) => partsOf(place, area)));
  const [first = [], ...rest] = packed(parts, cellsIn, cellsAtOnce);
  let asked: readonly Asked[] = [];
  const ask = (request: readonly Part[]): readonly Asked[] => request.map((part) => formulasIn(context, part));
  return {
    ask: () => {
      asked = ask(first);
    },
    found: async () => {
      const found = asked.flatMap((one) => naming(one, names));
      for (const request of rest) {
        const next = ask(request);
        // One answer is as large as Excel on the web gives; the next waits for it.
        // eslint-disable-next-line office-addins/no-context-sync-in-loop
        await context.sync();
        found.push(...next.flatMap((one) => naming(one, names)));
      }
      return found;
    },
  };
}

interface Asked {
  readonly part: Part;
  readonly range: Excel.Range;
  readonly protection: Excel.WorksheetProtection;
}

// Of protection Excel tells nobody: it is asked for every time.
function formulasIn({ workbook }: Excel.RequestContext, part: Part): Asked {
  const { place, top, left, bottom, right } = part;
  const sheet = workbook.worksheets.getItem(place.id);
  const range = sheet.getRange(`${cellAddress(top, left)}:${cellAddress(bottom, right)}`);
  return { part, range: range.load("formulas, format/protection/locked"), protection: sheet.protection.load("protected") };
}

function naming({ part: { place, top, left }, range, protection }: Asked, names: readonly string[]): UserFormula[] {
  const { id: sheet, name } = place;
  // Of cells that differ Excel says nothing; formulas among them are locked as a rule.
  const isLocked = protection.protected && (range.format.protection.locked as boolean | null) !== false;
  return (range.formulas as unknown[][]).flatMap((row, down) =>
    row.flatMap((formula, along) =>
      mentions(formula, names) ? [{ sheet, name, isLocked, row: top + down, column: left + along, formula: formula as string }] : [],
    ),
  );
}

const cellsIn = ({ top, left, bottom, right }: Area): number => (bottom - top + 1) * (right - left + 1);

async function placesOn(context: Excel.RequestContext, memory: Memory, sheets: readonly string[]): Promise<readonly FormulaPlaces[]> {
  const known = memory.placesOn(sheets);
  if (known) return known;
  const heard = memory.heard;
  const ask = (key: string) => {
    const sheet = context.workbook.worksheets.getItem(key).load("id, name");
    const cells = sheet.getRange().getSpecialCellsOrNullObject("Formulas");
    const { areas } = cells.load("cellCount");
    areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    return { sheet, cells, areas };
  };
  const asked = await answered(context, sheets, ask);
  const places = asked.map(({ sheet: { id, name }, cells, areas }) => ({
    id,
    name,
    areas: cells.isNullObject ? [] : areas.items.map(areaOf),
  }));
  // A sheet that refused to say is asked again.
  if (places.length === sheets.length) memory.keepPlaces(places, heard);
  return places;
}

const areaOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area => ({
  top: rowIndex,
  left: columnIndex,
  bottom: rowIndex + rowCount - 1,
  right: columnIndex + columnCount - 1,
});

// A protected sheet may refuse to say; the others are asked one by one then.
async function answered<T>(context: Excel.RequestContext, sheets: readonly string[], ask: (sheet: string) => T): Promise<readonly T[]> {
  try {
    const all = sheets.map(ask);
    await context.sync();
    return all;
  } catch (error) {
    if (sheets.length <= 1) {
      if (officeRefusal(error)) return [];
      throw error;
    }
    const each: T[] = [];
    for (const sheet of sheets) each.push(...(await answered(context, [sheet], ask)));
    return each;
  }
}

function partsOf(place: FormulaPlaces, { top, left, bottom, right }: Area): readonly Part[] {
  const rows = Math.max(1, Math.floor(cellsAtOnce / (right - left + 1)));
  return Array.from({ length: Math.ceil((bottom - top + 1) / rows) }, (_, block): Part => {
    const from = top + block * rows;
    return { place, top: from, left, bottom: Math.min(from + rows - 1, bottom), right };
  });
}

/** Writes formulas again as they were; says whether all could be. */
export async function putBack(context: Excel.RequestContext, formulas: readonly UserFormula[]): Promise<boolean> {
  if (formulas.length === 0) return true;
  for (const { sheet, row, column, formula } of formulas)
    context.workbook.worksheets.getItem(sheet).getCell(row, column).formulas = [[formula]];
  try {
    await context.sync();
    return true;
  } catch (error) {
    if (!officeRefusal(error)) throw error;
    if (formulas.length === 1) return false;
    let isWhole = true;
    for (const one of formulas) if (!(await putBack(context, [one]))) isWhole = false;
    return isWhole;
  }
}
