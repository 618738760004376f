// The open book as a file: tabs of ours are collected while a job runs and put into the file once, when it is saved.
import { type Workbook, WorkbookError } from "../actions/workbook";
import { type Grid } from "../sheets/grid";
import { gridOfSpec } from "../sheets/writing/spec-grid";
import { type SheetSpec } from "../sheets/writing/spec";
import { graftSlots, slotsOf } from "./graft";
import { slotsOfGrids } from "./tabs/grid-sheet";
import { placeTabs, removeTabs, type Slot } from "../sheets/writing/tab-layout/layout";
import { readyTabs } from "../sheets/writing/tab-layout/fit-sheets";
import { lintSheets } from "../sheets/writing/tab-layout/lint";
import { newBook } from "./package/new-book";
import { ZipPackage } from "./package/zip-package";

/** What was read from the file. */
export interface WorkbookReading {
  readonly grids: readonly Grid[];
  /** The file as an unencrypted xlsx package; absent when it was another kind of file. */
  readonly xlsxPackage?: Uint8Array;
}

/** A workbook file; `read` shows what was written at once, the file itself is made by `bytes`. */
export class FileWorkbook implements Workbook {
  readonly name: string;
  readonly #reading: WorkbookReading;
  #slots: readonly Slot[] | undefined;

  private constructor(name: string, reading: WorkbookReading) {
    this.name = name;
    this.#reading = reading;
  }

  /** The book of a file that was read. */
  static fromReading(name: string, reading: WorkbookReading): FileWorkbook {
    return new FileWorkbook(name, reading);
  }

  read(): Promise<readonly Grid[]> {
    const slots = this.#slots;
    return Promise.resolve(slots ? slots.flatMap((slot) => this.#gridsOf(slot)) : this.#reading.grids);
  }

  /** Sets no marks: in a file they would change the user's own sheets, and a file's findings are read from their tab. */
  async write(wanted: readonly SheetSpec[]): Promise<readonly string[]> {
    const tabs = readyTabs(wanted);
    lintSheets(tabs);
    const { slots, names } = placeTabs(this.#open(), tabs);
    this.#slots = slots;
    return names;
  }

  async remove(tabs: readonly string[]): Promise<void> {
    this.#slots = removeTabs(this.#open(), tabs);
  }

  /** Does nothing, since nothing is ever marked. */
  clearMarks(): Promise<void> {
    return Promise.resolve();
  }

  /** Whether anything was written or removed since the file was read. */
  get isChanged(): boolean {
    return this.#slots !== undefined;
  }

  /**
   * The file to save: the original with our tabs in it, untouched when nothing was written; a new xlsx when the original was another kind of file.
   * @throws WorkbookError
   */
  async bytes(): Promise<Uint8Array> {
    return this.#made().catch((error: unknown) => {
      throw WorkbookError.about(this.name, error);
    });
  }

  async #made(): Promise<Uint8Array> {
    const { xlsxPackage } = this.#reading;
    if (!xlsxPackage) return newBook(this.#open());
    if (!this.#slots) return xlsxPackage;
    const pack = ZipPackage.open(xlsxPackage);
    await graftSlots(pack, this.#slots);
    return pack.bytes();
  }

  #open(): readonly Slot[] {
    if (this.#slots) return this.#slots;
    const { grids, xlsxPackage } = this.#reading;
    try {
      return xlsxPackage ? slotsOf(xlsxPackage) : slotsOfGrids(grids);
    } catch (error) {
      throw WorkbookError.about(this.name, error);
    }
  }

  // Chart sheets have a place among the tabs but no cells to read.
  #gridsOf(slot: Slot): readonly Grid[] {
    const { grids, xlsxPackage } = this.#reading;
    if (slot.kept === undefined) return slot.spec ? [gridOfSpec(slot.spec, slot.name)] : [];
    if (xlsxPackage) return grids.filter((grid) => grid.name === slot.name);
    return grids.slice(slot.kept, slot.kept + 1).map((grid) => ({ ...grid, name: slot.name }));
  }
}
