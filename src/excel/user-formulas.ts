// Formulas that people wrote on their own sheets about a tab of ours: Excel turns them into #REF! when the tab is replaced, so they are written again as they were.
import { type Area, cellAddress } from "../sheets/grid";
import { packed } from "./chunks";
import { officeCode, waitReason } from "./errors";
import { type ListedSheet } from "./list-sheets";

/** A formula as it stood before the change-over. */
export interface UserFormula {
  /** Excel's id of the sheet. */
  readonly sheet: string;
  /** The cell, counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** How many cells' formulas one answer carries. */
const cellsAtOnce = 20_000;

// What waiting does not help against.
const officeRefusal = (error: unknown): boolean => officeCode(error) !== "" && !waitReason(error);

interface Part extends Area {
  readonly sheet: string;
}

const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** Whether a formula names one of these sheets; one that merely quotes such a name is written again too, which changes nothing. */
export function mentions(formula: unknown, names: readonly string[]): boolean {
  if (typeof formula !== "string" || !formula.startsWith("=")) return false;
  return names.some((name) => formula.includes(`${quoted(name)}!`) || formula.includes(`${name}!`));
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
 * Looks for formulas on these sheets that name tabs which are about to be replaced: one round trip says where formulas are, none where no tab is.
 * @param sheets sheets that are not ours
 */
export async function searchFormulas(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  names: readonly string[],
): Promise<FormulaSearch> {
  const parts = sheets.length === 0 || names.length === 0 ? [] : await formulaParts(context, sheets);
  const [first = [], ...rest] = packed(parts, cellsIn, cellsAtOnce);
  let asked: readonly Asked[] = [];
  const ask = (request: readonly Part[]): readonly Asked[] => request.map((part) => [part, formulasIn(context, part)]);
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

type Asked = readonly [Part, Excel.Range];

const formulasIn = ({ workbook }: Excel.RequestContext, { sheet, top, left, bottom, right }: Part): Excel.Range =>
  workbook.worksheets
    .getItem(sheet)
    .getRange(`${cellAddress(top, left)}:${cellAddress(bottom, right)}`)
    .load("formulas");

function naming([{ sheet, top, left }, { formulas }]: Asked, names: readonly string[]): UserFormula[] {
  return (formulas as unknown[][]).flatMap((row, down) =>
    row.flatMap((formula, along) =>
      mentions(formula, names) ? [{ sheet, row: top + down, column: left + along, formula: formula as string }] : [],
    ),
  );
}

const cellsIn = ({ top, left, bottom, right }: Area): number => (bottom - top + 1) * (right - left + 1);

async function formulaParts(context: Excel.RequestContext, sheets: readonly ListedSheet[]): Promise<readonly Part[]> {
  const ask = ({ id }: ListedSheet) => {
    const cells = context.workbook.worksheets.getItem(id).getRange().getSpecialCellsOrNullObject("Formulas");
    const { areas } = cells.load("cellCount");
    areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    return { id, cells, areas };
  };
  const asked = await answered(context, sheets, ask);
  return asked.flatMap(({ id, cells, areas }) => (cells.isNullObject ? [] : areas.items.flatMap((area) => partsOf(id, area))));
}

// A protected sheet may refuse to say; the others are asked one by one then.
async function answered<T>(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  ask: (sheet: ListedSheet) => T,
): Promise<readonly T[]> {
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

function partsOf(sheet: string, { rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): readonly Part[] {
  const rows = Math.max(1, Math.floor(cellsAtOnce / columnCount));
  return Array.from({ length: Math.ceil(rowCount / rows) }, (_, block): Part => {
    const top = rowIndex + block * rows;
    return { sheet, top, left: columnIndex, bottom: Math.min(top + rows, rowIndex + rowCount) - 1, right: columnIndex + columnCount - 1 };
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
