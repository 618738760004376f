// Ctrl+Z of the person at the grid: their own edits come back, the last first, until an add-in has written.
import { expect, test } from "@jest/globals";
import { UserHistory } from "../../src/workbench/host/user-history";
import { officeClient } from "../support/office-client";
import { settled } from "../support/settled";

const textsOf = (sheet: { readonly cells: { at(row: number, column: number): { readonly content: unknown } | undefined } }) =>
  [0, 1, 2].map((row) => sheet.cells.at(row, 0)?.content ?? "");

test("edits are taken back, one step after another, with formula and look; the pane hears of it", async () => {
  const client = await officeClient();
  const history = new UserHistory(client.host);
  const heard: string[] = [];
  await client.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").formulas = [["=1+1"]];
    context.workbook.worksheets.onChanged.add(async ({ address }) => void heard.push(address));
    await context.sync();
  });
  const sheet = client.host.book.active;
  history.type([{ sheet, row: 0, column: 0, text: "2019-12-20" }]);
  history.type([
    { sheet, row: 1, column: 0, text: "甲" },
    { sheet, row: 2, column: 0, text: "乙" },
  ]);
  expect(textsOf(sheet)).toEqual([43819, "甲", "乙"]);
  expect(history.undo()).toBe(true);
  expect(textsOf(sheet)).toEqual([43819, "", ""]);
  expect(history.undo()).toBe(true);
  expect(sheet.cells.at(0, 0)).toMatchObject({ formula: "=1+1", content: 2, style: { numberFormat: "General" } });
  expect(history.undo()).toBe(false);
  await settled();
  expect(heard.slice(-3)).toEqual(["A3", "A2", "A1"]);
  client.close();
});

test("after an add-in has written, nothing is taken back", async () => {
  const client = await officeClient();
  const history = new UserHistory(client.host);
  const sheet = client.host.book.active;
  history.type([{ sheet, row: 0, column: 0, text: "甲" }]);
  await client.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("C3").values = [["乙"]];
    await context.sync();
  });
  expect(history.undo()).toBe(false);
  expect(textsOf(sheet)).toEqual(["甲", "", ""]);
  client.close();
});
