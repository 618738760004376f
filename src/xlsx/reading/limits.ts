// How much one workbook may hold before it is refused by name instead of exhausting the machine.
import { WorkbookError } from "../../actions/workbook";

/** The limits of what is read from one workbook; blank formatted rows and columns do not count. */
export const bookLimits = { sheets: 60, rows: 300_000, columns: 300, cells: 12_000_000, texts: 4_000_000 } as const;

/** What counts of a sheet. */
export interface Extent {
  readonly name: string;
  readonly rows: readonly { readonly length: number }[];
}

/**
 * Checks sheets that were read.
 * @throws WorkbookError `too-large`
 */
export function checkExtent(sheets: readonly Extent[]): void {
  const filled = sheets.filter((sheet) => sheet.rows.length > 0);
  if (filled.length > bookLimits.sheets) throw new WorkbookError("too-large", "", { why: "sheets", count: filled.length });
  const last = filled.at(-1);
  if (last && last.rows.length > bookLimits.rows)
    throw new WorkbookError("too-large", "", { why: "rows", sheet: last.name, count: bookLimits.rows });
  const cells = filled.reduce((total, sheet) => total + cellCount(sheet), 0);
  if (cells > bookLimits.cells) throw new WorkbookError("too-large", "", { why: "cells", count: bookLimits.cells });
}

function cellCount(sheet: Extent): number {
  return sheet.rows.reduce((total, row) => total + row.length, 0);
}
