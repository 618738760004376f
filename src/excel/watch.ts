// Listens for changes of cells, so that a sheet in which nothing has changed is not read again.
import { officeCode } from "./errors";
import { type ExcelHost } from "./host";
import { type Memory } from "./memory";

/**
 * Asks Excel to tell of every change of values, formulas' results, number formats and the order of rows, in all sheets, those to come included.
 * An Excel that will not tell has every sheet read anew each time.
 */
export async function watchCells(host: ExcelHost, memory: Memory): Promise<void> {
  const context = host.context();
  const { worksheets } = context.workbook;
  const hear = ({ worksheetId }: { readonly worksheetId: string }): Promise<void> => {
    memory.hear(worksheetId);
    return Promise.resolve();
  };
  worksheets.onChanged.add(hear);
  worksheets.onCalculated.add(hear);
  worksheets.onFormatChanged.add(hear);
  if (host.hasSet("1.10")) {
    worksheets.onRowSorted.add(hear);
    worksheets.onColumnSorted.add(hear);
  }
  try {
    await context.sync();
    memory.isWatched = true;
  } catch (error) {
    if (officeCode(error) === "") throw error;
  }
}
