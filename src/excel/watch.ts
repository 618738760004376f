// Listens for changes of cells, so that a sheet in which nothing has changed is not read again.

/** The first ExcelApi that lists merged areas. */
export const mergesListed = "1.13";

/**
 * Asks Excel to tell, after the next round trip, of every change of values, formulas' results, number formats and the order of rows, in all sheets,
 * those to come included. Merging empties cells and is told of nowhere: merged areas must be compared instead, which an Excel before
 * ExcelApi 1.13 does not list.
 * @param hear gets the id of the sheet
 */
export function watchCells({ workbook: { worksheets } }: Excel.RequestContext, hear: (id: string) => void): void {
  const listen = ({ worksheetId }: { readonly worksheetId: string }): Promise<void> => {
    hear(worksheetId);
    return Promise.resolve();
  };
  worksheets.onChanged.add(listen);
  worksheets.onCalculated.add(listen);
  worksheets.onFormatChanged.add(listen);
  worksheets.onRowSorted.add(listen);
  worksheets.onColumnSorted.add(listen);
}
