// Taking a button back in Excel: whatever it wrote, replaced, took away and marked, the book is what it was, in few round trips.
import { expect, test } from "@jest/globals";
import type { ActionId } from "../../src/actions/index";
import { day } from "../../src/domain/values/day";
import { ExcelWorkbook } from "../../src/excel/excel-workbook";
import { Engine } from "../../src/taskpane/engine/engine";
import type { Request } from "../../src/taskpane/engine/request";
import { ExcelHost } from "../../src/workbench/host/excel-host";
import { typeText } from "../../src/workbench/host/user-edits";
import { sampleBook } from "../../src/workbench/sample-book";
import { officeClient } from "../support/office-client";
import { adapterOf } from "./open-book";

const [first, second] = [{ clock: day("2019-12-20") }, { clock: day("2019-12-21") }];

async function office() {
  const client = await officeClient({ host: new ExcelHost(sampleBook("回收.xlsx", 12)), requirements: { ExcelApi: "1.14" } });
  const engine = new Engine();
  engine.attach(await ExcelWorkbook.open(adapterOf(client)));
  const press = (action: ActionId, season: Request["season"], more: Partial<Request> = {}) =>
    engine.run({ action, season, ...more }, 0, () => undefined);
  return { client, press };
}

type Client = Awaited<ReturnType<typeof office>>["client"];

// The log and the numbers of papers only grow, and what is kept for taking back is gone with it.
const growing = ["变更日志", "_撤销", "通知书编号", "通知书编号#"];

function stateOf({ host: { book } }: Client) {
  const sheets = book.sheets.filter(({ name }) => !growing.includes(name));
  return sheets
    .map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      cells: [...sheet.cells.existing({ top: 0, left: 0, bottom: 999, right: 40 })].map(([row, column, cell]) => [row, column, cell]),
      marks: sheet.conditionalFormats.map(({ areas }) => areas),
      charts: sheet.charts.length,
      isProtected: sheet.protection !== undefined,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const buttons = ["check", "calendar", "split", "feedback", "repayment-rollup", "exception-rollup", "circular", "report"] as const;
const extras: Partial<Record<ActionId, Partial<Request>>> = { split: { tabs: true, version: 2 } };

test.each(buttons)("%s, pressed once more the day after, is taken back to the look of every cell", async (id) => {
  const { client, press } = await office();
  await press(id, first, id === "split" ? { tabs: true } : {});
  const [, list] = client.host.book.sheets;
  typeText(client.host, { sheet: list!, row: 3, column: 10 }, "1234.56");
  const before = stateOf(client);
  await press(id, second, extras[id]);
  expect(stateOf(client)).not.toEqual(before);
  client.host.meter.action = "undo";
  const { result } = await press("undo", second);
  expect(result).toMatchObject({ undone: { on: "2019-12-21" }, stays: [], kept: 0 });
  // Those of the check before are set by pressing it again.
  const unmarked = id === "check" ? before.map((sheet) => ({ ...sheet, marks: sheet.name === "校验结果" ? sheet.marks : [] })) : before;
  expect(stateOf(client)).toEqual(unmarked);
  expect(client.host.meter.cost("undo").syncs).toBeLessThanOrEqual(12);
  client.close();
});

test("what somebody typed into a tab since stays, which is said, and the button's other tabs go back", async () => {
  const { client, press } = await office();
  await press("exception-rollup", first);
  const sheet = client.host.book.sheets.find(({ name }) => name === "异常明细");
  typeText(client.host, { sheet: sheet!, row: 1, column: 6 }, "县中心批注");
  const { result } = await press("undo", second);
  expect(result).toMatchObject({ undone: { command: "rollup" }, removed: ["异常汇总", "特殊情况审核"], stays: ["异常明细"] });
  expect(client.host.book.sheets.map(({ name }) => name)).not.toContain("异常汇总");
  expect(sheet?.cells.at(1, 6)?.content).toBe("县中心批注");
  client.close();
});
