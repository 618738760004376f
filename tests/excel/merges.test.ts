// Merged cells cost the user's undo in some builds of Excel: they are asked for when something is planned or done, never for a mere look.
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { ExcelWorkbook } from "../../src/excel/excel-workbook";
import { Engine as Pane } from "../../src/taskpane/engine/engine";
import { Engine } from "../../src/workbench/host/engine/engine";
import { day } from "../../src/domain/values/day";
import { typeText } from "../../src/workbench/host/user-edits";
import { openBook, type OpenBook } from "./open-book";

const list = {
  name: "名单",
  rows: [
    ["镇", "姓名"],
    ["城关镇", "王小明"],
    ["", "李红"],
  ],
};
const merge = { top: 1, left: 0, bottom: 2, right: 0 };

const { execute } = Engine.prototype;
let asked = 0;
beforeEach(() => {
  asked = 0;
  Engine.prototype.execute = function (batch, stop) {
    if (JSON.stringify(batch).includes("MergedAreas")) asked++;
    return execute.call(this, batch, stop);
  };
});
afterEach(() => {
  Engine.prototype.execute = execute;
});

async function mergedBook(): Promise<OpenBook> {
  const book = await openBook([list, { name: "说明", rows: [["一"]] }], {}, "1.14");
  book.client.host.edit(({ sheets: [sheet] }) => {
    if (sheet) sheet.merges = [merge];
  });
  return book;
}

const mergesIn = async (workbook: ExcelWorkbook, how?: "never" | "unknown") => (await workbook.read(how))[0]?.merges;

test("opening and looking do not ask; what a plan has heard is remembered until the sheet changes", async () => {
  const { workbook, client } = await mergedBook();
  const [sheet] = client.host.book.sheets;
  expect([await mergesIn(workbook, "never"), asked]).toEqual([[], 0]);
  expect([await mergesIn(workbook), asked]).toEqual([[merge], 1]);
  expect([await mergesIn(workbook, "never"), await mergesIn(workbook, "unknown"), asked]).toEqual([[merge], [merge], 1]);
  if (sheet) typeText(client.host, { sheet, row: 0, column: 1 }, "借款人");
  expect([await mergesIn(workbook, "never"), asked]).toEqual([[], 1]);
  expect([await mergesIn(workbook, "unknown"), asked]).toEqual([[merge], 2]);
});

test("for whom the book as last read will do, it is asked once at most", async () => {
  const { workbook } = await mergedBook();
  await workbook.read("never");
  expect([(await workbook.read("missing"))[0]?.merges, asked]).toEqual([[merge], 1]);
  expect([await workbook.read("missing"), asked]).toEqual([await workbook.read("never"), 1]);
});

test("cells that a merge has emptied since a look are read again", async () => {
  const { workbook, client } = await openBook([list], {}, "1.14");
  await workbook.read("never");
  client.host.edit(({ sheets: [sheet] }) => {
    if (!sheet) return;
    sheet.merges = [{ top: 1, left: 0, bottom: 1, right: 1 }];
    sheet.cells.put(1, 1, { content: "", style: sheet.cells.styleAt(1, 1) });
  });
  expect((await workbook.read())[0]?.rows[1]).toEqual(["城关镇"]);
});

test("the pane's first look at a book does not ask", async () => {
  const { workbook } = await mergedBook();
  const pane = new Pane();
  pane.attach(workbook);
  await pane.look({ clock: day("2019-12-20"), mayLackList: true }).catch(() => undefined);
  await workbook.selected();
  expect(asked).toBe(0);
});
