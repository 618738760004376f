// Styles by name under the genuine client: Excel's own and those that programs add, given to cells and taken away.
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type OfficeClient, officeClient } from "../support/office-client";

let client: OfficeClient;
beforeEach(async () => {
  client = await officeClient({ requirements: { ExcelApi: "1.14" } });
});
afterEach(() => client.close());

async function onBook<T>(job: (workbook: Excel.Workbook, cell: Excel.Range, context: Excel.RequestContext) => T | Promise<T>): Promise<T> {
  return client.Excel.run(async (context) => {
    const result = await job(context.workbook, context.workbook.worksheets.getItem("Sheet1").getRange("A1"), context);
    await context.sync();
    return result;
  });
}

const seen = (cell: Excel.Range) => [
  cell.load("style,numberFormat"),
  cell.format.fill.load("color"),
  cell.format.font.load("color,bold"),
  cell.format.load("horizontalAlignment"),
];

test("a style of Excel's own changes what it names and nothing else; Normal takes all back", async () => {
  const looks = await onBook(async (_, cell, context) => {
    cell.numberFormat = [["0.00"]];
    cell.format.horizontalAlignment = "Right";
    cell.style = "Neutral";
    seen(cell);
    await context.sync();
    const { style, numberFormat, format } = cell;
    const neutral = [style, numberFormat[0]?.[0] as unknown, format.fill.color, format.font.color, format.horizontalAlignment];
    cell.style = "Normal";
    seen(cell);
    await context.sync();
    return [neutral, [cell.style, cell.numberFormat[0]?.[0] as unknown, cell.format.fill.color, cell.format.horizontalAlignment]];
  });
  expect(looks).toEqual([
    ["Neutral", "0.00", "#FFEB9C", "#9C5700", "Right"],
    ["Normal", "General", "#FFFFFF", "General"],
  ]);
});

test("a style that was added looks as it was made, and goes", async () => {
  const look = await onBook(async ({ styles }, cell, context) => {
    styles.add("Slanted");
    const style = styles.getItem("Slanted");
    style.textOrientation = 38;
    style.font.bold = true;
    style.load("name,builtIn,textOrientation");
    cell.style = "Slanted";
    seen(cell);
    await context.sync();
    style.delete();
    const gone = styles.getItemOrNullObject("Slanted");
    await context.sync();
    return [style.name, style.builtIn, style.textOrientation, cell.style, cell.format.font.bold, gone.isNullObject];
  });
  expect(look).toEqual(["Slanted", false, 38, "Slanted", true, true]);
});

test("cells are given their styles one by one, and tell them", async () => {
  const told = await onBook(async (_, cell, context) => {
    const cells = cell.getResizedRange(0, 1);
    cells.setCellProperties([[{ style: "Good" }, { format: { font: { bold: true } } }]]);
    const properties = cells.getCellProperties({ style: true });
    await context.sync();
    return properties.value;
  });
  expect(told).toEqual([[{ style: "Good" }, { style: "Normal" }]]);
});

test.each([
  ["a name that is taken", ({ styles }: Excel.Workbook) => void styles.add("good"), "ItemAlreadyExists"],
  ["the deletion of one of Excel's own", ({ styles }: Excel.Workbook) => styles.getItem("Good").delete(), "InvalidOperation"],
])("%s is refused", async (_, job, code) => {
  await expect(onBook((workbook) => job(workbook))).rejects.toMatchObject({ code });
});

test("a style that is not kept fails by its name", async () => {
  const given = onBook((_, cell) => {
    cell.style = "Emphasis1";
  });
  await expect(given).rejects.toMatchObject({ code: "ApiNotFound", message: expect.stringContaining("Emphasis1") as unknown });
});
