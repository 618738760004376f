// The open book in Excel: reads in blocks, writes tabs of ours as a whole or not at all, marks findings where they are.
import { type MergesAsked, type Progress, type Workbook, WorkbookError } from "../actions/workbook";
import { type Finding } from "../domain/record/finding";
import { cellAddress, type Grid } from "../sheets/grid";
import { type FormulaAbout, mentions } from "../sheets/reading/formulas-about";
import { type SheetSpec } from "../sheets/writing/spec";
import { readyTabs } from "../sheets/writing/tab-layout/fit-sheets";
import { lintSheets } from "../sheets/writing/tab-layout/lint";
import { documentBytes } from "./document-file";
import { isAboutMerges, isPayloadError, officeCode, portError, waitReason } from "./errors";
import { type ExcelHost, type Left, requireBaseline, type Skipped } from "./host";
import { isAtWork } from "./journal";
import { askMarks, markable, marksOf, removeMarks } from "./marks";
import { Memory } from "./memory";
import { patiently } from "./patience";
import { nothingAsked } from "./read-blocks";
import { type Glances, glance, isSameBook, type Reading, readSheets } from "./read-sheets";
import { settled, settledSheets } from "./settle";
import { mergesListed, watchCells } from "./watch";
import { putBack, searchFormulas, type UserFormula } from "./user-formulas";
import { removeOwnTabs, writeTabs } from "./write-tabs";

/** Headings stand in the first rows; 50 rows with more than ten merged areas each are none. */
const headingRows = 50;

interface HowToRead {
  readonly merges: MergesAsked;
  readonly progress: (done: number, total: number) => void;
}

/** The workbook that Excel has open. */
export class ExcelWorkbook implements Workbook {
  readonly name: string;
  readonly #host: ExcelHost;
  readonly #memory: Memory;
  readonly #progress: Progress | undefined;
  #last: readonly Grid[] = [];
  // Excel takes one request at a time; jobs wait for each other.
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(host: ExcelHost, name: string, memory: Memory, progress: Progress | undefined) {
    this.#host = host;
    this.name = name;
    this.#memory = memory;
    this.#progress = progress;
  }

  /**
   * The open workbook.
   * @param changed hears that a sheet that was read has changed since, where Excel tells of changes
   * @throws WorkbookError when this Excel is too old
   */
  static async open(host: ExcelHost, progress?: Progress, changed?: () => void): Promise<ExcelWorkbook> {
    requireBaseline(host);
    try {
      const memory = new Memory(changed);
      if (!host.hasSet(mergesListed)) return new ExcelWorkbook(host, await meet(host, memory), memory, progress);
      memory.mergeRows = Infinity;
      return new ExcelWorkbook(host, await watched(host, memory), memory, progress);
    } catch (error) {
      throw portError(error, "not-readable");
    }
  }

  /** Every sheet of the book; cells that have not changed since the last reading are not asked for again, and the same book is the same array. */
  read(merges: MergesAsked = "always"): Promise<readonly Grid[]> {
    const progress = (done: number, total: number): void => this.#progress?.("reading", done, total);
    return this.#job("not-readable", async (context) => {
      if (merges === "missing" && this.#last.length > 0 && this.#memory.knowsMerges) return this.#last;
      const grids = await this.#read(context, { merges, progress });
      if (!isSameBook(grids, this.#last)) this.#last = grids;
      return this.#last;
    });
  }

  /** Has every cell read anew the next time, for users who want to be sure. */
  forget(): void {
    this.#memory.doubt();
  }

  /** Throws when the book is open for looking only: Excel on the web refuses what is written then, and elsewhere it would not be saved. */
  assertWritable(): void {
    // Office's type counts from 0, Office itself says a word.
    if (String(this.#host.document().mode) === "readOnly") throw new WorkbookError("read-only", this.name);
  }

  async write(wanted: readonly SheetSpec[], findings?: readonly Finding[], gone: readonly string[] = []): Promise<readonly string[]> {
    const tabs = readyTabs(wanted);
    lintSheets(tabs);
    const progress = (done: number, total: number): void => this.#progress?.("writing", done, total);
    const marks = findings && marksOf(findings);
    const skipped = (what: Skipped): void => this.#host.onSkip?.(what);
    let formulas: readonly UserFormula[] = [];
    // Tried again, a change-over finds what it has broken itself; what was found first counts.
    const replacing = (found: readonly UserFormula[]): void => void (formulas = found.length > 0 ? found : formulas);
    const change = { tabs, gone, ...(marks ? { marks } : {}) };
    const names = await this.#change((context) => writeTabs({ context, memory: this.#memory, progress, skipped, replacing }, change));
    if (formulas.length > 0 && !(await this.#putBack(formulas))) this.#host.onSkip?.("formulas");
    return names;
  }

  /**
   * Which formulas of the user's are about tabs that are going to be replaced, or to go, on the sheets as last read; an Excel that is busy is not waited for.
   * @param again the names of the tabs that are replaced
   * @param gone the names of those that go for good
   */
  formulasAbout(again: readonly string[], gone: readonly string[] = []): Promise<readonly FormulaAbout[]> {
    return this.#job("not-readable", async (context) => {
      const sheets = this.#last.flatMap(({ name, ownTab }) => (ownTab === undefined ? [name] : []));
      const search = await searchFormulas({ context, memory: this.#memory }, sheets, [...again, ...gone]);
      search.ask();
      await context.sync();
      const found = await search.found();
      return found.map(({ name, row, column, isLocked, formula }) => {
        const fate = mentions(formula, gone) ? "lost" : isLocked ? "locked" : "kept";
        return { sheet: name, cell: cellAddress(row, column), fate };
      });
    });
  }

  // The tabs stand already; what Excel does not take back is said, and nothing else is undone for it.
  #putBack(formulas: readonly UserFormula[]): Promise<boolean> {
    return this.#job("not-writable", () => patiently(this.#host, () => putBack(this.#host.context(), formulas))).catch((error: unknown) => {
      if (error instanceof WorkbookError) return false;
      throw error;
    });
  }

  remove(tabs: readonly string[]): Promise<void> {
    return this.#change(twice((context) => removeOwnTabs(context, this.#memory, tabs)));
  }

  clearMarks(): Promise<void> {
    const clear = async (context: Excel.RequestContext): Promise<void> => {
      const { marks } = await markable(context, await settled(context, this.#memory, askMarks));
      removeMarks(context, marks);
      if (marks.length > 0) await context.sync();
    };
    return this.#change(twice(clear));
  }

  /**
   * Brings a cell before the user's eyes.
   * @throws WorkbookError `not-found` when the sheet is gone or hidden
   */
  show({ sheet, cell }: { readonly sheet: string; readonly cell: string }): Promise<void> {
    return this.#job("not-readable", (context) =>
      patiently(this.#host, async () => {
        const found = context.workbook.worksheets.getItem(sheet);
        found.activate();
        found.getRange(cell === "" ? "A1" : cell).select();
        try {
          await context.sync();
        } catch (error) {
          // Gone, or hidden: a hidden sheet cannot be activated.
          if (["", "GeneralException"].includes(officeCode(error)) || waitReason(error)) throw error;
          throw new WorkbookError("not-found", sheet);
        }
      }),
    );
  }

  /**
   * The book as a file, as it stands.
   * @throws WorkbookError when Excel does not hand it over
   */
  bytes(): Promise<Uint8Array> {
    return this.#job("not-readable", () => documentBytes(this.#host.document()));
  }

  /**
   * Finishes or takes back what a writing that was cut short has left, even where another pane may be at it still.
   * @throws WorkbookError when Excel does not let it, as in a book whose structure is protected
   */
  tidy(): Promise<void> {
    return this.#change(async (context) => {
      this.#memory.isTidying = true;
      try {
        await settledSheets(context, this.#memory);
      } finally {
        this.#memory.isTidying = false;
      }
    });
  }

  /** The cell that the user has selected; of several the one that takes what is typed. */
  selected(): Promise<{ readonly sheet: string; readonly row: number; readonly column: number }> {
    return this.#job("not-readable", (context) =>
      patiently(this.#host, async () => {
        const cell = context.workbook.getActiveCell().load("rowIndex, columnIndex");
        const sheet = cell.worksheet.load("name");
        await context.sync();
        return { sheet: sheet.name, row: cell.rowIndex, column: cell.columnIndex };
      }),
    );
  }

  /** The rows that the user has selected, the first and the last, as the user counts them. */
  selectedRows(): Promise<{ readonly sheet: string; readonly from: number; readonly to: number }> {
    return this.#job("not-readable", (context) =>
      patiently(this.#host, async () => {
        const range = context.workbook.getSelectedRange().load("rowIndex, rowCount");
        const sheet = range.worksheet.load("name");
        await context.sync();
        return { sheet: sheet.name, from: range.rowIndex + 1, to: range.rowIndex + range.rowCount };
      }),
    );
  }

  // A change is tried again as a whole: each begins by settling what the one before it left.
  #change<T>(change: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    return this.#job("not-writable", () => {
      this.assertWritable();
      return patiently(this.#host, async () => {
        const context = this.#host.context();
        try {
          return await change(context);
        } catch (error) {
          if (!waitReason(error)) await this.#settle();
          throw error;
        }
      });
    });
  }

  // The user sees the reason of the failure, not that of a clean-up which fails as well; the next job cleans up again.
  async #settle(): Promise<void> {
    try {
      await patiently(this.#host, () => settledSheets(this.#host.context(), this.#memory));
    } catch (error) {
      if (portError(error, "not-writable") === error) throw error;
    }
  }

  // With many merged areas only those of the headings are listed; then nobody would notice when others come, so nothing is kept in mind.
  async #read(context: Excel.RequestContext, options: HowToRead): Promise<readonly Grid[]> {
    const memory = this.#memory;
    const { merges, progress } = options;
    const reading = { host: this.#host, context, memory, merges };
    try {
      return await readSheets(reading, await patiently(this.#host, () => this.#glances(reading)), progress);
    } catch (error) {
      // More was foreseen than one answer carries.
      if (isPayloadError(error) && memory.asked !== nothingAsked) {
        memory.asked = nothingAsked;
        return this.#read(context, options);
      }
      if (!isAboutMerges(error) || memory.mergeRows <= headingRows) throw error;
      memory.mergeRows = headingRows;
      memory.isWatched = false;
      return this.#read(context, options);
    }
  }

  // Where leftovers cannot be taken away, as in a protected book, they are passed over.
  async #glances(reading: Reading): Promise<Glances> {
    const first = await glance(reading);
    const { journal } = first;
    if (!journal) return first;
    // Of its own this pane has said already what went wrong.
    const tell = (what: Left): void => void (journal.by === this.#memory.writer || this.#host.onLeft?.(what));
    if (isAtWork(journal, this.#memory.writer)) {
      tell("at-work");
      return first;
    }
    try {
      await settledSheets(reading.context, this.#memory);
      const settledNow = await glance(reading);
      tell("tidied");
      return settledNow;
    } catch (error) {
      if (waitReason(error)) throw error;
      tell("stuck");
      return first;
    }
  }

  #job<T>(doing: "not-readable" | "not-writable", job: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    const result = this.#queue.then(async () => {
      try {
        return await job(this.#host.context());
      } catch (error) {
        throw portError(error, doing);
      }
    });
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

/** The book's name; its sheets are met by the way, so that the first look at them takes one round trip less. */
function meet(host: ExcelHost, memory: Memory, alongside: (context: Excel.RequestContext) => void = () => undefined): Promise<string> {
  return patiently(host, async () => {
    const context = host.context();
    const workbook = context.workbook.load("name");
    const sheets = context.workbook.worksheets.load("items/id");
    alongside(context);
    await context.sync();
    memory.meet(sheets.items.map(({ id }) => id));
    return workbook.name;
  });
}

// An Excel that refuses to tell of changes has every sheet read anew each time.
async function watched(host: ExcelHost, memory: Memory): Promise<string> {
  try {
    const name = await meet(host, memory, (context) => watchCells(context, (id) => memory.hear(id)));
    memory.isWatched = true;
    return name;
  } catch (error) {
    if (officeCode(error) === "") throw error;
    return meet(host, memory);
  }
}

// Batches are not atomic: a change that was cut short is done once more, from what the book holds by then.
function twice<T>(change: (context: Excel.RequestContext) => Promise<T>): (context: Excel.RequestContext) => Promise<T> {
  return async (context) => {
    try {
      return await change(context);
    } catch (error) {
      if (officeCode(error) === "" || waitReason(error)) throw error;
      return change(context);
    }
  };
}
