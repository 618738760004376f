// What people see of a file while it is open: the tabs that are not hidden, and each with its looks.
import type { Grid } from "../sheets/grid";
import { type SheetLooks, type SheetTab, type ShownSheet, shownSheet, shownSpec } from "../sheets/shown-sheet";
import type { FileSheet } from "../sheets/writing/tab-layout/cell-style";
import type { Slot } from "../sheets/writing/tab-layout/layout";
import type { WorkbookReading } from "./file-slots";
import { readLooks } from "./read-looks";

/** Looks of larger files would take longer than they are worth. */
const dressedBytes = 5_000_000;

const looksOf = new WeakMap<WorkbookReading, Promise<readonly SheetLooks[]>>();

/** The looks of the file's own sheets, which are read once. */
function looksIn(reading: WorkbookReading): Promise<readonly SheetLooks[]> {
  const { xlsxPackage } = reading;
  const known = looksOf.get(reading) ?? (xlsxPackage && xlsxPackage.length <= dressedBytes ? readLooks(xlsxPackage) : Promise.resolve([]));
  looksOf.set(reading, known);
  return known;
}

const prints = new WeakMap<WorkbookReading | FileSheet, number>();
let printed = 0;

function printOf(content: WorkbookReading | FileSheet): number {
  const print = prints.get(content) ?? ++printed;
  prints.set(content, print);
  return print;
}

const specOf = (slots: readonly Slot[] | undefined, name: string) => slots?.find((slot) => slot.name === name)?.spec;

/** The tabs that are not hidden; `grids` is what stands in the book now. */
export function shownTabs(reading: WorkbookReading, slots: readonly Slot[] | undefined, grids: readonly Grid[]): readonly SheetTab[] {
  return grids
    .filter(({ visibility }) => visibility === "visible")
    .map(({ name }) => {
      const spec = specOf(slots, name);
      return { name, print: printOf(spec ?? reading), ...(spec?.tabColor === undefined ? {} : { tabColor: `#${spec.tabColor}` }) };
    });
}

/** A sheet as it looks; undefined where there is none of this name. */
export async function shownTab(
  reading: WorkbookReading,
  slots: readonly Slot[] | undefined,
  grid: Grid | undefined,
): Promise<ShownSheet | undefined> {
  if (!grid) return undefined;
  const spec = specOf(slots, grid.name);
  if (spec) return shownSpec(spec, grid.name);
  const looks = await looksIn(reading);
  return shownSheet(
    grid,
    looks.find(({ name }) => name === grid.name),
  );
}
