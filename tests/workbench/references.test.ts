// The genuine client over our host: ranges that a program holds follow rows and columns that come and go.
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { formatAddress } from "../../src/workbench/host/model/area";
import { type OfficeClient, officeClient } from "../support/office-client";
import { settled } from "../support/settled";

let client: OfficeClient;
beforeEach(async () => {
  client = await officeClient();
});
afterEach(() => client.close());

describe("a range that is held over a sync", () => {
  test.each([
    ["B5:C6", "row 1 inserted", (sheet: Excel.Worksheet) => void sheet.getRange("1:1").insert("Down"), "B6:C7"],
    ["B5:C6", "rows in its midst inserted", (sheet: Excel.Worksheet) => void sheet.getRange("6:7").insert("Down"), "B5:C8"],
    ["B5:C6", "a row below inserted", (sheet: Excel.Worksheet) => void sheet.getRange("9:9").insert("Down"), "B5:C6"],
    ["B5:C6", "rows above deleted", (sheet: Excel.Worksheet) => sheet.getRange("1:3").delete("Up"), "B2:C3"],
    ["B5:C8", "its first rows deleted", (sheet: Excel.Worksheet) => sheet.getRange("4:6").delete("Up"), "B4:C5"],
    ["B5:C6", "a column inserted", (sheet: Excel.Worksheet) => void sheet.getRange("A:A").insert("Right"), "C5:D6"],
    ["B5:C6", "cells above it pushed down", (sheet: Excel.Worksheet) => void sheet.getRange("A1:D2").insert("Down"), "B7:C8"],
    ["B5:C6", "cells beside it pushed down", (sheet: Excel.Worksheet) => void sheet.getRange("E1:F2").insert("Down"), "B5:C6"],
  ])("%s: %s", async (address, _, change, expected) => {
    const now = await client.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const range = sheet.getRange(address);
      range.load("address");
      await context.sync();
      change(sheet);
      await context.sync();
      range.load("address");
      await context.sync();
      return range.address;
    });
    expect(now).toBe(`Sheet1!${expected}`);
  });

  test("is gone with its cells", async () => {
    const using = client.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const range = sheet.getRange("B5:C6");
      range.load("address");
      await context.sync();
      sheet.getRange("4:8").delete("Up");
      await context.sync();
      range.load("values");
      await context.sync();
    });
    await expect(using).rejects.toMatchObject({ code: "InvalidReference" });
  });
});

test("values, merges, rules and breaks move with their rows", async () => {
  await client.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A3").values = [["王小明"]];
    sheet.getRange("B3:C3").merge();
    sheet.getRange("A3:A9").conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
    sheet.horizontalPageBreaks.add("A6");
    sheet.getRange("1:2").insert("Down");
    await context.sync();
  });
  const sheet = client.host.book.active;
  expect(sheet.cells.at(4, 0)?.content).toBe("王小明");
  expect(sheet.merges.map(formatAddress)).toEqual(["B5:C5"]);
  expect(sheet.conditionalFormats.flatMap((format) => format.areas.map(formatAddress))).toEqual(["A5:A11"]);
  expect(sheet.rowBreaks.map((area) => area.top)).toEqual([7]);
});

test("ranges of a finished run are let go", async () => {
  await client.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
    range.load("values");
    await context.sync();
    range.load("address");
    await context.sync();
  });
  await settled();
  expect(client.host.book.anchors.size).toBe(0);
});
