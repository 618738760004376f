// How much one workbook may hold before it is refused by name instead of exhausting the machine.
import { WorkbookError } from "../../actions/workbook";

/** The limits of what is read from one workbook; blank formatted rows and columns do not count. Rows are as many as a sheet of Excel has. */
export const bookLimits = { sheets: 60, rows: 1_048_576, columns: 300, texts: 4_000_000 } as const;

/** How many cells all sheets of a workbook may hold: a browser has less memory to spare than the command line. */
export const cellLimits = { browser: 12_000_000, commandLine: 48_000_000 } as const;

/** Rows of a text, or of a sheet that a foreign engine reads: it needs ten times the memory. */
export const foreignRows = 300_000;

/** What counts of a sheet. */
export interface Extent {
  readonly name: string;
  readonly rows: readonly { readonly length: number }[];
}

/**
 * Checks sheets that were read.
 * @param cellLimit how many cells they may hold together
 * @throws WorkbookError `too-large`
 */
export function checkExtent(sheets: readonly Extent[], cellLimit: number = cellLimits.browser): void {
  const filled = sheets.filter((sheet) => sheet.rows.length > 0);
  if (filled.length > bookLimits.sheets) throw new WorkbookError("too-large", "", { why: "sheets", count: filled.length });
  const last = filled.at(-1);
  if (last && last.rows.length > bookLimits.rows)
    throw new WorkbookError("too-large", "", { why: "rows", sheet: last.name, count: bookLimits.rows });
  const cells = filled.reduce((total, sheet) => total + cellCount(sheet), 0);
  if (cells > cellLimit) throw new WorkbookError("too-large", "", { why: "cells", count: cellLimit });
}

function cellCount(sheet: Extent): number {
  return sheet.rows.reduce((total, row) => total + row.length, 0);
}
