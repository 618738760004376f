// The genuine client over our host: ranges are read and written as in Excel on the web.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type OfficeClient, officeClient } from "../support/office-client";

let client: OfficeClient;
beforeAll(async () => {
  client = await officeClient();
});
afterAll(() => client.close());

/** Runs on a new, empty sheet. */
async function onSheet<T>(job: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return client.Excel.run(async (context) => job(context.workbook.worksheets.add(), context));
}

/** What a cell holds after a value was written. */
async function after(value: unknown, numberFormat = "General"): Promise<unknown> {
  return onSheet(async (sheet, context) => {
    const cell = sheet.getRange("A1");
    cell.numberFormat = [[numberFormat]];
    cell.values = [[value]];
    cell.load("values, formulas, valueTypes, numberFormat");
    await context.sync();
    return [cell.values[0]?.[0], cell.valueTypes[0]?.[0], cell.formulas[0]?.[0], cell.numberFormat[0]?.[0]] as unknown;
  });
}

describe("what is written is what Excel makes of it", () => {
  test.each([
    ["text", "王小明", "General", ["王小明", "String", "王小明", "General"]],
    ["a number", 4456018.09, "General", [4456018.09, "Double", 4456018.09, "General"]],
    ["yes", true, "General", [true, "Boolean", true, "General"]],
    ["nothing", "", "General", ["", "Empty", "", "General"]],
    [
      "an ID as text in a General cell loses its last digits",
      "610526199403150018",
      "General",
      [610526199403150000, "Double", 610526199403150000, "General"],
    ],
    ["an ID in a text cell stays as it is", "610526199403150018", "@", ["610526199403150018", "String", "610526199403150018", "@"]],
    ["leading zeros are lost in a General cell", "007", "General", [7, "Double", 7, "General"]],
    ["a formula is one", "=A2+1", "General", [1, "Double", "=A2+1", "General"]],
    ["a plus sign makes a formula", "+A2", "General", [0, "Double", "=+A2", "General"]],
    ["a text cell keeps a formula as text", "=A2+1", "@", ["=A2+1", "String", "=A2+1", "@"]],
    ["an apostrophe marks text and vanishes", "'=A2", "General", ["=A2", "String", "=A2", "General"]],
    ["an ISO date becomes a serial number", "2019-12-20", "General", [43819, "Double", 43819, "yyyy/m/d"]],
    ["a date as people write it stays text", "2019.12.20", "General", ["2019.12.20", "String", "2019.12.20", "General"]],
    ["a percentage becomes a number", "96.12%", "General", [0.9612, "Double", 0.9612, "0.00%"]],
    ["an error's name becomes the error", "#N/A", "General", ["#N/A", "Error", "#N/A", "General"]],
    ["an error's name in a text cell is text", "#N/A", "@", ["#N/A", "String", "#N/A", "@"]],
    ["a number in a text cell becomes text", 5, "@", ["5", "String", "5", "@"]],
  ])("%s", async (_, value, format, expected) => {
    expect(await after(value, format)).toEqual(expected);
  });
});

test.each(["=SUM(A1", '="x', "+86 138", "-", "--", "=A1+"])("%j is no formula: refused, unless it is nothing but a sign", async (text) => {
  const writing = onSheet(async (sheet, context) => {
    const cell = sheet.getRange("B1");
    cell.values = [[text]];
    cell.load("values");
    await context.sync();
    return cell.values[0]?.[0];
  }).catch((error: { code: string }) => error.code);
  expect(await writing).toBe(text.length === 1 ? text : "InvalidArgument");
});

test("an address of more than 8,192 characters is refused", async () => {
  const addresses = (count: number): string => Array.from({ length: count }, (_, index) => `A${1000 + index}`).join(",");
  const painting = (count: number): Promise<void> =>
    onSheet(async (sheet, context) => {
      sheet.getRanges(addresses(count)).format.fill.color = "#FFFF00";
      await context.sync();
    });
  await painting(1300);
  await expect(painting(1400)).rejects.toMatchObject({ code: "InvalidArgument", debugInfo: { errorLocation: "Worksheet.getRanges" } });
});

test("blocks are written and read; null leaves a cell as it is", async () => {
  const read = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("B2:C3");
    range.values = [
      ["a", 1],
      ["b", 2],
    ];
    range.values = [
      [null, 9],
      ["c", null],
    ];
    range.load("values, address, rowIndex, columnIndex, rowCount, columnCount");
    await context.sync();
    return [range.values, range.address.split("!")[1], range.rowIndex, range.columnIndex, range.rowCount, range.columnCount];
  });
  expect(read).toEqual([
    [
      ["a", 9],
      ["c", 2],
    ],
    "B2:C3",
    1,
    1,
    2,
    2,
  ]);
});

test("a 1×1 number format goes to every cell, also of whole columns, and a single value to a block", async () => {
  const read = await onSheet(async (sheet, context) => {
    sheet.getRange("A:B").numberFormat = [["@"]];
    const range = sheet.getRange("A5:B6");
    range.values = "007" as unknown as string[][];
    range.load("values, numberFormat");
    await context.sync();
    return [range.values, range.numberFormat];
  });
  expect(read).toEqual([
    [
      ["007", "007"],
      ["007", "007"],
    ],
    [
      ["@", "@"],
      ["@", "@"],
    ],
  ]);
});

test("a block of the wrong shape is refused by name and place", async () => {
  const writing = onSheet(async (sheet, context) => {
    sheet.getRange("A1:B2").values = [[1, 2, 3]];
    await context.sync();
  });
  await expect(writing).rejects.toMatchObject({ code: "InvalidArgument", debugInfo: { errorLocation: "Range.values" } });
});

test("a large block travels in slices and arrives whole", async () => {
  const rows = Array.from({ length: 1200 }, (_, index) => [index, `第${index}行`, index % 2 === 0]);
  const read = await onSheet(async (sheet, context) => {
    sheet.getRangeByIndexes(0, 0, rows.length, 3).values = rows;
    await context.sync();
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("values");
    await context.sync();
    return used.values;
  });
  expect(read).toEqual(rows);
});

test("the used range of an empty sheet is none; formats alone count unless only values are asked for", async () => {
  const found = await onSheet(async (sheet, context) => {
    const none = sheet.getUsedRangeOrNullObject(true);
    const first = sheet.getUsedRange();
    first.load("address");
    await context.sync();
    sheet.getRange("C3").values = [[1]];
    sheet.getRange("E9").numberFormat = [["@"]];
    const values = sheet.getUsedRange(true);
    const all = sheet.getUsedRange();
    values.load("address");
    all.load("address");
    await context.sync();
    return [none.isNullObject, first.address, values.address, all.address].map((one) => String(one).replace(/^.*!/, ""));
  });
  expect(found).toEqual(["true", "A1", "C3", "C3:E9"]);
});

test("whole columns have no list of values and cannot be written cell by cell", async () => {
  const writing = onSheet(async (sheet, context) => {
    const column = sheet.getRange("A:A");
    column.load("values, rowCount");
    await context.sync();
    expect([column.values, column.rowCount]).toEqual([null, 1_048_576]);
    column.values = [["x"]];
    await context.sync();
  });
  await expect(writing).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("text is what the cell shows", async () => {
  const shown = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:D1");
    range.numberFormat = [["yyyy-mm-dd", "#,##0.00", "0.00%", "General"]];
    range.values = [[43819, 4456018.09, 0.9612, "x"]];
    range.load("text");
    await context.sync();
    return range.text;
  });
  expect(shown).toEqual([["2019-12-20", "4,456,018.09", "96.12%", "x"]]);
});
