// The open book in Excel: reads in blocks, writes tabs of ours as a whole or not at all, marks findings where they are.
import { type Progress, type Workbook, WorkbookError } from "../actions/workbook";
import { type Finding } from "../domain/finding";
import { type Grid } from "../sheets/grid";
import { type SheetSpec } from "../sheets/spec";
import { lintSheets } from "../sheets/tab-layout/lint";
import { officeCode, portError, waitReason } from "./errors";
import { type ExcelHost, requireBaseline } from "./host";
import { drawMarks, listMarks, marksOf, removeMarks } from "./marks";
import { patiently } from "./patience";
import { readSheets, type UsedSheet, usedSheets } from "./read-sheets";
import { settledSheets } from "./settle";
import { removeOwnTabs, writeTabs } from "./write-tabs";

/** The workbook that Excel has open. */
export class ExcelWorkbook implements Workbook {
  readonly name: string;
  readonly #host: ExcelHost;
  readonly #progress: Progress | undefined;
  // Excel takes one request at a time; jobs wait for each other.
  #last: Promise<unknown> = Promise.resolve();

  private constructor(host: ExcelHost, name: string, progress: Progress | undefined) {
    this.#host = host;
    this.name = name;
    this.#progress = progress;
  }

  /**
   * The open workbook.
   * @throws WorkbookError when this Excel is too old
   */
  static async open(host: ExcelHost, progress?: Progress): Promise<ExcelWorkbook> {
    requireBaseline(host);
    try {
      const name = await patiently(host, async () => {
        const context = host.context();
        const workbook = context.workbook.load("name");
        await context.sync();
        return workbook.name;
      });
      return new ExcelWorkbook(host, name, progress);
    } catch (error) {
      throw portError(error, "not-readable");
    }
  }

  read(): Promise<readonly Grid[]> {
    const progress = (done: number, total: number): void => this.#progress?.("reading", done, total);
    return this.#job("not-readable", async (context) => {
      const sheets = await patiently(this.#host, () => readableSheets(context));
      return readSheets(this.#host, context, sheets, progress);
    });
  }

  async write(tabs: readonly SheetSpec[]): Promise<readonly string[]> {
    lintSheets(tabs);
    const progress = (done: number, total: number): void => this.#progress?.("writing", done, total);
    return this.#change((context) => writeTabs(context, tabs, progress));
  }

  remove(tabs: readonly string[]): Promise<void> {
    return this.#change(twice((context) => removeOwnTabs(context, tabs)));
  }

  mark(findings: readonly Finding[]): Promise<void> {
    const wanted = marksOf(findings);
    const redraw = async (context: Excel.RequestContext): Promise<void> => {
      const { sheets, marks: old } = await listMarks(context);
      const found = wanted.flatMap((marks) => {
        const id = sheets.get(marks.sheet);
        return id === undefined ? [] : [{ id, marks }];
      });
      for (const { id, marks } of found) drawMarks(context, id, marks);
      removeMarks(context, old);
      if (found.length + old.length > 0) await context.sync();
    };
    return this.#change(twice(redraw));
  }

  clearMarks(): Promise<void> {
    const clear = async (context: Excel.RequestContext): Promise<void> => {
      const { marks } = await listMarks(context);
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
        const found = context.workbook.worksheets.getItemOrNullObject(sheet).load("visibility");
        await context.sync();
        if (found.isNullObject || found.visibility !== "Visible") throw new WorkbookError("not-found", sheet);
        found.activate();
        found.getRange(cell === "" ? "A1" : cell).select();
        await context.sync();
      }),
    );
  }

  // A change is tried again as a whole: each begins by settling what the one before it left.
  #change<T>(change: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    return this.#job("not-writable", () =>
      patiently(this.#host, async () => {
        const context = this.#host.context();
        try {
          return await change(context);
        } catch (error) {
          if (!waitReason(error)) await this.#settle();
          throw error;
        }
      }),
    );
  }

  // The user sees the reason of the failure, not that of a clean-up which fails as well; the next job cleans up again.
  async #settle(): Promise<void> {
    try {
      await patiently(this.#host, () => settledSheets(this.#host.context()));
    } catch (error) {
      if (portError(error, "not-writable") === error) throw error;
    }
  }

  #job<T>(doing: "not-readable" | "not-writable", job: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    const result = this.#last.then(async () => {
      try {
        return await job(this.#host.context());
      } catch (error) {
        throw portError(error, doing);
      }
    });
    this.#last = result.catch(() => undefined);
    return result;
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

// Where leftovers cannot be taken away, as in a protected book, they are passed over.
async function readableSheets(context: Excel.RequestContext): Promise<readonly UsedSheet[]> {
  const { list, used } = await usedSheets(context);
  if (!list.journal) return used;
  try {
    await settledSheets(context);
    return (await usedSheets(context)).used;
  } catch (error) {
    if (waitReason(error)) throw error;
    return used;
  }
}
