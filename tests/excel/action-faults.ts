// Every button, and whatever round trip of it fails, in whatever way: the book is untouched or complete, and the next press ends as if nothing had been.
import { describe, expect, test } from "@jest/globals";
import { type ActionId, actions } from "../../src/actions/index";
import { OpenSeason } from "../../src/actions/season";
import { split } from "../../src/actions/split";
import { WorkbookError } from "../../src/actions/workbook";
import { day } from "../../src/domain/values/day";
import { ExcelWorkbook } from "../../src/excel/excel-workbook";
import { answeredBook } from "../../src/sample/answers";
import { Engine } from "../../src/taskpane/engine/engine";
import { type Request, type ReturnedFile } from "../../src/taskpane/engine/request";
import { ExcelHost } from "../../src/workbench/host/excel-host";
import { type Fault } from "../../src/workbench/host/faults";
import { gridsOfBook } from "../../src/workbench/host/grids";
import { typeText } from "../../src/workbench/host/user-edits";
import { sampleBook } from "../../src/workbench/sample-book";
import { writeBook } from "../../src/xlsx/write-book";
import { type OfficeClient, officeClient } from "../support/office-client";
import { RecordingFiles, RecordingWorkbook } from "../support/recording";
import { faults, stateOf } from "./faults";
import { adapterOf } from "./open-book";

const season = { clock: day("2019-11-20") };
const county = () => sampleBook("回收.xlsx", 8);

/** What the first school with people hands back. */
async function returnedFile(): Promise<ReturnedFile> {
  const workbook = new RecordingWorkbook(gridsOfBook(county()));
  const files = new RecordingFiles();
  await split.run(await OpenSeason.open(workbook, season), { workbook, files });
  const [{ name, book: list } = { name: "", book: { sheets: [] } }] = files.added;
  return { name, bytes: await writeBook(answeredBook(list, { seed: 1, diligence: 1000, from: "2019-11-12" })) };
}

const returned = await returnedFile();
const extras: Partial<Record<ActionId, Omit<Request, "action" | "season">>> = {
  split: { tabs: true },
  collect: { incoming: [returned] },
};
const requestOf = (action: ActionId): Request => ({ action, season, ...extras[action] });

interface Office {
  readonly client: OfficeClient;
  /** Presses the button in a pane that has just been opened; whether it ended well. */
  readonly press: () => Promise<boolean>;
}

/** The county in Excel; in the midst of a season the button was pressed before, and an amount has changed since. */
async function office(action: ActionId, isUsed: boolean): Promise<Office> {
  const client = await officeClient({ host: new ExcelHost(county()), requirements: { ExcelApi: "1.14" } });
  const workbook = await ExcelWorkbook.open(adapterOf(client));
  const press = async (): Promise<boolean> => {
    const engine = new Engine();
    engine.attach(workbook);
    try {
      await engine.run(requestOf(action), 0, () => undefined);
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(WorkbookError);
      return false;
    }
  };
  if (isUsed) {
    expect(await press()).toBe(true);
    const [, list] = client.host.book.sheets;
    if (!list) throw new RangeError("no list");
    typeText(client.host, { sheet: list, row: 3, column: 10 }, "1234.56");
  }
  return { client, press };
}

interface Undisturbed {
  readonly before: string;
  readonly after: string;
  /** After a second press. */
  readonly again: string;
  readonly syncs: number;
}

async function undisturbed(action: ActionId, isUsed: boolean): Promise<Undisturbed> {
  const { client, press } = await office(action, isUsed);
  const before = stateOf(client);
  const start = client.host.batches;
  expect(await press()).toBe(true);
  const syncs = client.host.batches - start;
  const after = stateOf(client);
  expect(await press()).toBe(true);
  const again = stateOf(client);
  client.close();
  return { before, after, again, syncs };
}

/** Kinds of failure that stand for the others where a button writes its own tabs of another's work, or was looked at in another book already. */
const few = [{ code: "InvalidOperationInCellEditMode" }, { code: "GeneralException", done: "half" }] as const satisfies readonly Fault[];

/** Runs the suite for some buttons. */
export function describeFaults(ids: readonly ActionId[]): void {
  describe.each(ids)("%s", (action) => {
    describe.each([
      ["in a book that has none of our tabs", false],
      ["in the midst of a season", true],
    ])("%s", (_, isUsed) => {
      let known: Promise<Undisturbed> | undefined;
      const quiet = (): Promise<Undisturbed> => (known ??= undisturbed(action, isUsed));
      const isFullest = fullestLike(action) === action;
      test.each<Fault>(isFullest && !isUsed ? faults : few)("one round trip fails with $code ($done)", async (fault) => {
        const { before, after, again, syncs } = await quiet();
        for (let k = 1; k <= syncs; k++) {
          const { client, press } = await office(action, isUsed);
          const start = client.host.batches;
          client.host.faults = ({ number }) => (number === start + k ? fault : undefined);
          const isDone = await press();
          client.host.faults = undefined;
          expect([k, stateOf(client)]).toEqual([k, isDone ? after : before]);
          expect(await press()).toBe(true);
          expect([k, stateOf(client)]).toEqual([k, isDone ? again : after]);
          client.close();
        }
      });
    });
  });
}

/** Of the buttons of one use case the one that writes the most, charts included: the last of those with the most tabs. */
function fullestLike(id: ActionId): ActionId {
  const useCase = actions.find((action) => action.id === id)?.useCase;
  const alike = actions.filter((action) => action.useCase === useCase);
  return alike.reduce((fullest, one) => (one.tabs.length >= fullest.tabs.length ? one : fullest)).id;
}
