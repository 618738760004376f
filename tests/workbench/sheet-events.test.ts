// The genuine client over our host: what happens to sheets reaches the collection's handlers, whoever did it, and in order.
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { requirementsOf } from "../../src/workbench/host/app-context";
import { ExcelHost } from "../../src/workbench/host/excel-host";
import { setRowsHidden, shiftRows, typeText } from "../../src/workbench/host/user-edits";
import { type OfficeClient, officeClient } from "../support/office-client";
import { settled } from "../support/settled";

let client: OfficeClient;
let heard: unknown[];
beforeEach(async () => {
  client = await officeClient({ requirements: requirementsOf("1.17") });
  heard = [];
});
afterEach(() => client.close());

const names = [
  "onChanged",
  "onFormatChanged",
  "onCalculated",
  "onRowHiddenChanged",
  "onNameChanged",
  "onVisibilityChanged",
  "onMoved",
] as const;

/** Listens to everything in the book; of an event only what is asked for is kept. */
async function listen(...keys: readonly string[]): Promise<void> {
  await client.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    for (const name of [...names, "onAdded", "onDeleted"] as const) {
      const handlers = worksheets[name] as unknown as OfficeExtension.EventHandlers<Record<string, unknown>>;
      handlers.add(async (event) => void heard.push([name, ...keys.flatMap((key) => (event[key] === undefined ? [] : [event[key]]))]));
    }
    await context.sync();
  });
}

async function run(job: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void): Promise<void> {
  await client.Excel.run(async (context) => {
    job(context.workbook.worksheets.getItem("Sheet1"), context);
    await context.sync();
  });
  await settled();
}

function type(text: string, row = 2): void {
  typeText(client.host, { sheet: client.host.book.active, row, column: 2 }, text);
}

test("a sorted range is in order, blank cells last, and told of as sorted", async () => {
  const sorted: string[] = [];
  await client.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onRowSorted.add(async ({ type, address }) => void sorted.push(`${type} ${address}`));
    await context.sync();
    const range = worksheets.getItem("Sheet1").getRange("A1:B6");
    range.values = [
      ["姓名", "金额"],
      ["王", 30],
      ["", ""],
      ["李", 4],
      ["张", "待核"],
      ["赵", 30],
    ];
    range.sort.apply([{ key: 1, ascending: false }], false, true);
    range.load("values");
    await context.sync();
    const order = ["张", "王", "赵", "李", ""];
    expect(range.values.slice(1).map(([name]) => String(name))).toEqual(order);
  });
  await settled();
  expect(sorted).toEqual(["WorksheetRowSorted A2:B6"]);
});

describe("what the add-in does", () => {
  test("cells, looks, rows and formulas", async () => {
    await listen("address", "changeType", "triggerSource");
    await run((sheet) => {
      sheet.getRange("A1:B2").values = [
        ["甲", 1],
        ["乙", 2],
      ];
      sheet.getRange("A1:B1").format.fill.color = "#D9E7F5";
      sheet.getRange("B1:B2").numberFormat = [["0.00"]];
      sheet.getRange("A1:B2").format.borders.getItem("InsideHorizontal").style = "Continuous";
      sheet.getRange("B3").formulas = [['="合计"']];
      sheet.getRange("5:7").rowHidden = true;
      sheet.getRange("4:6").rowHidden = false;
      sheet.getRange("A1").clear("Formats");
      sheet.getRange("B2").clear("Contents");
    });
    expect(heard).toEqual([
      ["onChanged", "A1:B2", "RangeEdited", "ThisLocalAddin"],
      ["onFormatChanged", "A1:B1"],
      ["onFormatChanged", "B1:B2"],
      ["onFormatChanged", "A1:B2"],
      ["onChanged", "B3", "RangeEdited", "ThisLocalAddin"],
      ["onRowHiddenChanged", "5:7", "Hidden"],
      ["onRowHiddenChanged", "5:6", "Unhidden"],
      ["onFormatChanged", "A1"],
      ["onChanged", "B2", "RangeEdited", "ThisLocalAddin"],
      ["onCalculated", "B3"],
    ]);
  });

  test("cells, rows and columns that come and go", async () => {
    await listen("address", "changeType", "changeDirectionState");
    await run((sheet) => {
      sheet.getRange("3:4").insert("Down");
      sheet.getRange("C:C").delete("Left");
      sheet.getRange("A1:B1").insert("Right");
      sheet.getRange("A1:B1").delete("Up");
    });
    expect(heard).toEqual([
      ["onChanged", "3:4", "RowInserted"],
      ["onChanged", "C:C", "ColumnDeleted"],
      ["onChanged", "A1:B1", "CellInserted", { insertShiftDirection: "Right" }],
      ["onChanged", "A1:B1", "CellDeleted", { deleteShiftDirection: "Up" }],
    ]);
  });

  test("sheets that come, go, move, hide and get another name", async () => {
    await listen("nameBefore", "nameAfter", "visibilityBefore", "visibilityAfter", "positionBefore", "positionAfter", "source");
    await run((_, context) => {
      const added = context.workbook.worksheets.add("甲");
      added.name = "乙";
      added.name = "乙";
      added.position = 0;
      added.visibility = "Hidden";
      added.delete();
    });
    expect(heard).toEqual([
      ["onAdded", "Local"],
      ["onNameChanged", "甲", "乙", "Local"],
      ["onMoved", 1, 0, "Local"],
      ["onVisibilityChanged", "Visible", "Hidden", "Local"],
      ["onDeleted", "Local"],
    ]);
  });

  test("two writes are two events; a single cell says what it held", async () => {
    await listen("address", "details");
    await run((sheet) => {
      sheet.getRange("A1").values = [["甲"]];
      sheet.getRange("A2").values = [[2]];
      sheet.getRange("C5:C6").values = [[1], [2]];
    });
    const empty = { valueBefore: "", valueTypeBefore: "Empty" };
    expect(heard).toEqual([
      ["onChanged", "A1", { ...empty, valueAfter: "甲", valueTypeAfter: "String" }],
      ["onChanged", "A2", { ...empty, valueAfter: 2, valueTypeAfter: "Double" }],
      ["onChanged", "C5:C6"],
    ]);
  });

  test("nothing is heard while events are switched off for this pane", async () => {
    await listen("address");
    await run((sheet, context) => {
      context.runtime.enableEvents = false;
      sheet.getRange("A1").values = [[1]];
    });
    type("一");
    await run((_, context) => void (context.runtime.enableEvents = true));
    type("二");
    await settled();
    expect(heard).toEqual([["onChanged", "C3"]]);
  });
});

describe("what a person does at the grid", () => {
  test("it is not this add-in's doing", async () => {
    await listen("address", "changeType", "triggerSource", "source");
    const { book } = client.host;
    type("改");
    shiftRows(client.host, book.active, "delete", [0, 1]);
    setRowsHidden(client.host, book.active, [8, 9], true);
    client.host.edit(() => book.renameSheet(book.active, "名单"));
    await settled();
    expect(heard).toEqual([
      ["onChanged", "C3", "RangeEdited", "Unknown", "Local"],
      ["onChanged", "1:2", "RowDeleted", "Unknown", "Local"],
      ["onRowHiddenChanged", "9:10", "Hidden", "Local"],
      ["onNameChanged", "Local"],
    ]);
  });

  test("it is sent before the answer to any later request", async () => {
    await listen("address");
    const messages: unknown[] = [];
    const listenTo = client.window["addEventListener"] as typeof addEventListener;
    listenTo("message", ({ data }) => messages.push((JSON.parse(String(data)) as Record<string, unknown>)["_actionName"]));
    type("改");
    await client.Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("Sheet1").getRange("C3").load("values");
      await context.sync();
      heard.push(cell.values[0]?.[0]);
    });
    expect(messages.slice(0, 2)).toEqual(["richApiMessage", "executeMethod"]);
    expect(heard).toEqual([["onChanged", "C3"], "改"]);
  });

  test("what another pane of the book does is not this one's doing", async () => {
    const other = await officeClient({ host: client.host });
    await listen("address", "triggerSource");
    await other.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("B2:C3").values = [
        [1, 2],
        [3, 4],
      ];
      await context.sync();
    });
    await settled();
    expect(heard).toEqual([["onChanged", "B2:C3", "Unknown"]]);
    other.close();
  });
});

test("an Excel without ExcelApi 1.14 does not say what triggered an event", async () => {
  client.close();
  client = await officeClient();
  await client.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(
      async ({ address, triggerSource, source }) => void heard.push([address, triggerSource, source]),
    );
    await context.sync();
  });
  await run((sheet) => {
    sheet.getRange("A1:A2").insert("Down");
    sheet.getRange("A1").values = [[1]];
  });
  expect(heard).toEqual([
    ["A1:A2", undefined, "Local"],
    ["A1", undefined, "Local"],
  ]);
});

test("what a batch did before it was refused is told as its own doing", async () => {
  client.close();
  client = await officeClient({ host: new ExcelHost(), requirements: requirementsOf("1.14") });
  await client.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async ({ address, triggerSource }) => void heard.push([address, triggerSource]));
    await context.sync();
  });
  client.host.faults = ({ number }) => (number === 2 ? { code: "GeneralException", done: "all" } : undefined);
  await expect(run((sheet) => void (sheet.getRange("A1").values = [[1]]))).rejects.toMatchObject({ code: "GeneralException" });
  client.host.faults = undefined;
  await settled();
  expect(heard).toEqual([["A1", "ThisLocalAddin"]]);
});
