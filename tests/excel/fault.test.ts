// Whatever round trip of a job fails, in whatever way: the book is untouched or complete, and the next run ends as if nothing had happened.
import { describe, expect, test } from "@jest/globals";
import { WorkbookError } from "../../src/actions/workbook";
import { type ExcelWorkbook } from "../../src/excel/excel-workbook";
import { type Finding } from "../../src/domain/record/finding";
import { type SheetSpec } from "../../src/sheets/writing/spec";
import { Engine } from "../../src/workbench/host/engine/engine";
import { type Batch } from "../../src/workbench/host/engine/wire";
import { HostError } from "../../src/workbench/host/model/errors";
import { type OfficeClient } from "../support/office-client";
import { everything } from "../xlsx/everything";
import { faults, stateOf } from "./faults";
import { openBook } from "./open-book";

const list = { name: "名单", rows: [["姓名"], ["王小明"], ["李红"]] };

function aTab(tab: string, name: string, text: string): SheetSpec {
  return { tab, name, columns: [{ width: 10, style: "cell" }], rows: [[text]] };
}

function finding(cell: string): Finding {
  return { rule: "r", severity: "error", sheet: "名单", row: 2, cell, params: {} };
}

interface Job {
  readonly before: (workbook: ExcelWorkbook) => Promise<unknown>;
  readonly run: (workbook: ExcelWorkbook) => Promise<unknown>;
  /** Whether a reader may finish or take back what was cut short. */
  readonly isJournaled?: boolean;
}

// The second tab has a long list, so a hidden tab goes with it; replaced, it needs none, and the hidden tab is dropped.
const short: SheetSpec = { ...everything, validations: [], rows: [["新"]] };
const jobs: Readonly<Record<string, Job>> = {
  "new tabs are written": {
    isJournaled: true,
    before: async () => undefined,
    run: (workbook) => workbook.write([aTab("a", "甲", "新"), everything]),
  },
  "tabs are replaced": {
    isJournaled: true,
    before: (workbook) => workbook.write([{ ...aTab("a", "甲", "旧"), isProtected: true }, everything, aTab("c", "丙", "旧")]),
    run: (workbook) =>
      workbook.write([short, { ...aTab("a", "甲", "新"), isProtected: true, visibility: "hidden" }, aTab("d", "丁", "新")]),
  },
  "tabs come, go and lose their marks in one": {
    isJournaled: true,
    before: (workbook) => workbook.write([everything, aTab("a", "甲", "旧"), aTab("c", "丙", "旧")], [finding("A2")]),
    run: (workbook) => workbook.write([aTab("c", "丙", "新")], [], ["a", everything.tab]),
  },
  "tabs are removed": {
    before: (workbook) => workbook.write([everything, aTab("a", "甲", "旧"), aTab("c", "丙", "旧")]),
    run: (workbook) => workbook.remove(["a", everything.tab]),
  },
  "tabs and marks change together": {
    isJournaled: true,
    before: (workbook) => workbook.write([aTab("a", "甲", "旧")], [finding("A2"), finding("A1")]),
    run: (workbook) => workbook.write([aTab("a", "甲", "新")], [finding("A3"), finding("A2")]),
  },
  "findings are marked": {
    isJournaled: true,
    before: (workbook) => workbook.write([], [finding("A2"), finding("A1")]),
    run: (workbook) => workbook.write([], [finding("A3"), finding("A2")]),
  },
  "marks are removed": { before: (workbook) => workbook.write([], [finding("A2")]), run: (workbook) => workbook.clearMarks() },
};

async function prepared(job: Job): Promise<{ readonly client: OfficeClient; readonly workbook: ExcelWorkbook }> {
  const book = await openBook([list, { name: "甲", rows: [["我的"]] }]);
  await job.before(book.workbook);
  return book;
}

async function undisturbed(job: Job): Promise<{ readonly before: string; readonly after: string; readonly syncs: number }> {
  const { client, workbook } = await prepared(job);
  const before = stateOf(client);
  const start = client.host.batches;
  await job.run(workbook);
  return { before, after: stateOf(client), syncs: client.host.batches - start };
}

/** Whether the job ended well; a failure must be one that the port knows. */
async function attempt(run: Promise<unknown>): Promise<boolean> {
  try {
    await run;
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(WorkbookError);
    return false;
  }
}

describe.each(Object.entries(jobs))("%s", (_, job) => {
  test.each(faults)("and one round trip fails with $code ($done)", async (fault) => {
    const { before, after, syncs } = await undisturbed(job);
    for (let k = 1; k <= syncs; k++) {
      const { client, workbook } = await prepared(job);
      const start = client.host.batches;
      client.host.faults = ({ number }) => (number === start + k ? fault : undefined);
      const isDone = await attempt(job.run(workbook));
      client.host.faults = undefined;
      expect([k, stateOf(client)]).toEqual([k, isDone ? after : before]);
      await job.run(workbook);
      expect([k, stateOf(client)]).toEqual([k, after]);
      client.close();
    }
  });

  test("and everything fails from one round trip on, half way through", async () => {
    const { before, after, syncs } = await undisturbed(job);
    for (let k = 1; k <= syncs; k++) {
      const { client, workbook } = await prepared(job);
      const start = client.host.batches;
      client.host.faults = ({ number }) => (number >= start + k ? { code: "GeneralException", done: "half" } : undefined);
      expect(await attempt(job.run(workbook))).toBe(false);
      client.host.faults = undefined;
      // Whoever reads next sees the old tabs or the new ones.
      await workbook.read();
      if (job.isJournaled) expect([before, after]).toContain(stateOf(client));
      await job.run(workbook);
      expect([k, stateOf(client)]).toEqual([k, after]);
      client.close();
    }
  });

  test("and its last round trip stops at any of its operations", async () => {
    const { before, after, syncs } = await undisturbed(job);
    const execute = Engine.prototype.execute;
    for (let index = 0, actions = 1; index < actions; index++) {
      const { client, workbook } = await prepared(job);
      const last = client.host.batches + syncs;
      Engine.prototype.execute = function (batch, stop) {
        if (client.host.batches !== last || !isWork(batch)) return execute.call(this, batch, stop);
        actions = batch.Actions.length;
        return execute.call(this, batch, { index, error: new HostError("GeneralException", "cut") });
      };
      try {
        const isDone = await attempt(job.run(workbook));
        expect([index, stateOf(client)]).toEqual([index, isDone ? after : before]);
      } finally {
        Engine.prototype.execute = execute;
      }
      await job.run(workbook);
      expect([index, stateOf(client)]).toEqual([index, after]);
      client.close();
    }
  });
});

function isWork(batch: Batch): boolean {
  return batch.Actions.every((action) => action.Name !== "_RemoveReference");
}
