// What the client spells in its own way, and what the host refuses by name.
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type OfficeClient, officeClient } from "../support/office-client";

let client: OfficeClient;
beforeEach(async () => {
  client = await officeClient();
});
afterEach(() => client.close());

async function onSheet<T>(job: (sheet: Excel.Worksheet) => T): Promise<T> {
  return client.Excel.run(async (context) => {
    const result = job(context.workbook.worksheets.getItem("Sheet1"));
    await context.sync();
    return result;
  });
}

test("gridlines and headings, which travel under other names, are switched off", async () => {
  client.close();
  client = await officeClient({ requirements: { ExcelApi: "1.9" } });
  await onSheet((sheet) => {
    sheet.showGridlines = false;
    sheet.showHeadings = false;
  });
  const { showGridlines, showHeadings } = client.host.book.active;
  expect([showGridlines, showHeadings]).toEqual([false, false]);
});

test.each([
  ["a property that is not there", (sheet: Excel.Worksheet) => void sheet.getRange("A1").load("colour" as "values"), "Range.colour"],
  [
    "a property of cells that is not there",
    (sheet: Excel.Worksheet) => void sheet.getRange("A1").getCellProperties({ hyperlink: true }),
    "CellProperties.hyperlink",
  ],
  [
    "a kind of cells that is not looked for",
    (sheet: Excel.Worksheet) => void sheet.getRange().getSpecialCells("ConditionalFormats"),
    "ConditionalFormats",
  ],
  [
    "an event that is not told",
    (sheet: Excel.Worksheet) => void sheet.onSingleClicked.add(() => Promise.resolve()),
    "Worksheet.onSingleClicked",
  ],
  ["a kind of chart that is not kept", (sheet: Excel.Worksheet) => void sheet.charts.add("Sunburst", sheet.getRange("A1:B2")), "Sunburst"],
])("%s fails by name", async (_, job, name) => {
  await expect(onSheet(job)).rejects.toMatchObject({ code: "ApiNotFound", message: expect.stringContaining(name) as unknown });
});

test("a book keeps two megabytes of settings and no more, and tells of those it keeps", async () => {
  let told = 0;
  const keep = (text: string): Promise<void> =>
    client.Excel.run(async (context) => {
      context.workbook.settings.add("key", text);
      await context.sync();
    });
  await client.Excel.run(async (context) => {
    context.workbook.settings.onSettingsChanged.add(() => Promise.resolve(void told++));
    await context.sync();
  });
  await keep("x".repeat(1_000_000));
  await expect(keep("x".repeat(3_000_000))).rejects.toMatchObject({ code: "InvalidArgument" });
  expect([told, String(client.host.book.settings.get("key")).length]).toEqual([1, 1_000_000]);
});

test.each([
  ["rows that are not whole", (layout: Excel.PageLayout) => layout.setPrintTitleRows("A1:B2")],
  ["columns that are not whole", (layout: Excel.PageLayout) => layout.setPrintTitleColumns("A1:B2")],
])("print titles refuse %s", async (_, set) => {
  await expect(onSheet((sheet) => set(sheet.pageLayout))).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("an object may be loaded for nothing but its existence", async () => {
  const found = await onSheet((sheet) => sheet.getNextOrNullObject().load("NoPropertiesNeeded" as "name"));
  expect(found.isNullObject).toBe(true);
});

test.each([
  ["MediumAquaMarine", "#66CDAA"],
  ["pink", "#FFC0CB"],
  ["#a1b2c3", "#A1B2C3"],
])("the colour %s is %s", async (name, hex) => {
  const fill = await onSheet((sheet) => {
    const range = sheet.getRange("A1");
    range.format.fill.color = name;
    return range.format.fill.load("color");
  });
  expect(fill.color).toBe(hex);
});

test.each(["constructor", "no colour", "#12"])("%s is no colour", async (name) => {
  const job = (sheet: Excel.Worksheet): void => {
    sheet.getRange("A1").format.fill.color = name;
  };
  await expect(onSheet(job)).rejects.toMatchObject({ code: "InvalidArgument" });
});
