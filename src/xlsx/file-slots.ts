// The places of a file's tabs while a job runs: what is written goes into them, and the file is made of them.
import { gridOfSpec } from "../sheets/writing/spec-grid";
import type { Grid } from "../sheets/grid";
import type { SheetSpec } from "../sheets/writing/spec";
import { readyTabs } from "../sheets/writing/tab-layout/fit-sheets";
import { placeTabs, type Slot } from "../sheets/writing/tab-layout/layout";
import { lintSheets } from "../sheets/writing/tab-layout/lint";
import { graftSlots, slotsOf } from "./graft";
import { newBook } from "./package/new-book";
import { ZipPackage } from "./package/zip-package";
import { slotsOfGrids } from "./tabs/grid-sheet";

export { removeTabs } from "../sheets/writing/tab-layout/layout";

/** What was read from the file. */
export interface WorkbookReading {
  readonly grids: readonly Grid[];
  /** The file as an unencrypted xlsx package; absent when it was another kind of file. */
  readonly xlsxPackage?: Uint8Array;
}

/** The tabs of a file that was read. */
export function slotsOfReading({ grids, xlsxPackage }: WorkbookReading): readonly Slot[] {
  return xlsxPackage ? slotsOf(xlsxPackage) : slotsOfGrids(grids);
}

/** The tabs with wanted ones among them, and the names these came to bear. */
export function written(slots: readonly Slot[], wanted: readonly SheetSpec[]): ReturnType<typeof placeTabs> {
  const tabs = readyTabs(wanted);
  lintSheets(tabs);
  return placeTabs(slots, tabs);
}

/** What the tabs show. Chart sheets have a place among them but no cells to read. */
export function gridsOfSlots({ grids, xlsxPackage }: WorkbookReading, slots: readonly Slot[]): readonly Grid[] {
  return slots.flatMap(({ kept, spec, name }) => {
    if (kept === undefined) return spec ? [gridOfSpec(spec, name)] : [];
    if (xlsxPackage) return grids.filter((grid) => grid.name === name);
    return grids.slice(kept, kept + 1).map((grid) => ({ ...grid, name }));
  });
}

/** The file with these tabs; as it was read where nothing was written. */
export async function bytesOf(reading: WorkbookReading, slots: readonly Slot[] | undefined): Promise<Uint8Array> {
  const { xlsxPackage } = reading;
  if (!xlsxPackage) return newBook(slots ?? slotsOfReading(reading));
  if (!slots) return xlsxPackage;
  const pack = ZipPackage.open(xlsxPackage);
  await graftSlots(pack, slots);
  return pack.bytes();
}
