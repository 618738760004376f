// Listens for changes of cells, so that a sheet in which nothing has changed is not read again.
import { officeCode } from "./errors";
import { type ExcelHost } from "./host";
import { type Memory } from "./memory";

/**
 * Asks Excel to tell of every change of values, formulas' results, number formats and the order of rows, in all sheets, those to come included.
 * Where it cannot tell, every sheet is read anew each time. Merging empties cells and is told of nowhere: merged areas are compared instead,
 * which an Excel before ExcelApi 1.13 does not list.
 */
export async function watchCells(host: ExcelHost, memory: Memory): Promise<void> {
  if (!host.hasSet("1.13")) return;
  memory.mergeRows = Infinity;
  const context = host.context();
  const { worksheets } = context.workbook;
  const hear = ({ worksheetId }: { readonly worksheetId: string }): Promise<void> => {
    memory.hear(worksheetId);
    return Promise.resolve();
  };
  worksheets.onChanged.add(hear);
  worksheets.onCalculated.add(hear);
  worksheets.onFormatChanged.add(hear);
  worksheets.onRowSorted.add(hear);
  worksheets.onColumnSorted.add(hear);
  try {
    await context.sync();
    memory.isWatched = true;
  } catch (error) {
    if (officeCode(error) === "") throw error;
  }
}
