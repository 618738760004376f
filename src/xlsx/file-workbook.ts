// The open book as a file: tabs of ours are collected while a job runs and put into the file once, when it is saved.
import { type Workbook, WorkbookError } from "../actions/workbook";
import type { Finding } from "../domain/record/finding";
import type { Grid } from "../sheets/grid";
import type { FormulaAbout } from "../sheets/reading/formulas-about";
import type { SheetTab, ShownSheet } from "../sheets/shown-sheet";
import type { SheetSpec } from "../sheets/writing/spec";
import type { Slot } from "../sheets/writing/tab-layout/layout";
import type { WorkbookReading } from "./file-slots";

// A book that is only read needs none of what puts tabs into a file.
const writing = () => import("./file-slots");
// Only pages show it.
const showing = () => import("./shown-tabs");

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

  async read(): Promise<readonly Grid[]> {
    const slots = this.#slots;
    return slots ? (await writing()).gridsOfSlots(this.#reading, slots) : this.#reading.grids;
  }

  /** Sets no marks: in a file they would change the user's own sheets, and a file's findings are read from their tab. */
  async write(wanted: readonly SheetSpec[], _?: readonly Finding[], gone: readonly string[] = []): Promise<readonly string[]> {
    const { written, removeTabs } = await writing();
    const { slots, names } = written(removeTabs(await this.#open(), gone), wanted);
    this.#slots = slots;
    return names;
  }

  async remove(tabs: readonly string[]): Promise<void> {
    this.#slots = (await writing()).removeTabs(await this.#open(), tabs);
  }

  /** The user's formulas about tabs, by their names, that are going to go; a file that becomes a new xlsx keeps no formulas anyway. */
  async lostFormulas(gone: readonly string[]): Promise<readonly FormulaAbout[]> {
    const { xlsxPackage } = this.#reading;
    return xlsxPackage && gone.length > 0 ? (await import("./lost-formulas")).lostFormulas(xlsxPackage, gone) : [];
  }

  /** Does nothing, since nothing is ever marked. */
  clearMarks(): Promise<void> {
    return Promise.resolve();
  }

  /** Whether anything was written or removed since the file was read. */
  get isChanged(): boolean {
    return this.#slots !== undefined;
  }

  /** The tabs that people see. */
  async tabs(): Promise<readonly SheetTab[]> {
    return (await showing()).shownTabs(this.#reading, this.#slots, await this.read());
  }

  /** A sheet as it looks; undefined where there is none of this name. */
  async sheet(name: string): Promise<ShownSheet | undefined> {
    const grid = (await this.read()).find((one) => one.name === name);
    return (await showing()).shownTab(this.#reading, this.#slots, grid);
  }

  /**
   * The file to save: the original with our tabs in it, untouched when nothing was written; a new xlsx when the original was another kind of file.
   * @throws WorkbookError
   */
  bytes(): Promise<Uint8Array> {
    return this.#naming(async () => (await writing()).bytesOf(this.#reading, this.#slots));
  }

  async #open(): Promise<readonly Slot[]> {
    return this.#slots ?? (await this.#naming(async () => (await writing()).slotsOfReading(this.#reading)));
  }

  // An error that a part of the package gives rise to names the file.
  async #naming<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw WorkbookError.about(this.name, error);
    }
  }
}
