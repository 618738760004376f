// The genuine client over our host: the tabs of the book come, go, move, hide and are renamed as in Excel.
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type OfficeClient, officeClient } from "../support/office-client";

let client: OfficeClient;
beforeEach(async () => {
  client = await officeClient({ requirements: { ExcelApi: "1.14" } });
});
afterEach(() => client.close());

function names(): readonly string[] {
  return client.host.book.sheets.map((sheet) => sheet.name);
}

async function run<T>(job: (context: Excel.RequestContext, sheets: Excel.WorksheetCollection) => Promise<T>): Promise<T> {
  return client.Excel.run((context) => job(context, context.workbook.worksheets));
}

test("sheets are added at the end, listed with what was asked for, moved and deleted", async () => {
  const listed = await run(async (context, sheets) => {
    const added = sheets.add("名单");
    sheets.add("汇总");
    await context.sync();
    added.position = 0;
    added.tabColor = "#ff0000";
    sheets.getItem("Sheet1").delete();
    sheets.load("items/name, items/position, items/tabColor, items/visibility");
    await context.sync();
    return sheets.items.map(({ name, position, tabColor, visibility }) => [name, position, tabColor, visibility]);
  });
  expect(listed).toEqual([
    ["名单", 0, "#FF0000", "Visible"],
    ["汇总", 1, "", "Visible"],
  ]);
});

test("a sheet is found again by its id after it was renamed", async () => {
  const name = await run(async (context, sheets) => {
    const sheet = sheets.add("甲");
    await context.sync();
    sheet.name = "乙";
    await context.sync();
    const again = sheets.getItem(sheet.id);
    again.load("name");
    await context.sync();
    return again.name;
  });
  expect(name).toBe("乙");
});

test("what is not there is a null object, with all that hangs on it", async () => {
  const found = await run(async (context, sheets) => {
    const sheet = sheets.getItemOrNullObject("没有");
    const range = sheet.getRange("A1");
    range.load("values");
    const count = sheet.tables.getCount();
    await context.sync();
    return [sheet.isNullObject, range.isNullObject, count.value];
  });
  expect(found).toEqual([true, true, undefined]);
});

describe("names that Excel would refuse are refused", () => {
  test.each(["长".repeat(32), "a/b", "a\\b", "a?b", "a*b", "[a]", "a:b", "'a", "a'", " ", "History"])("%j", async (name) => {
    const adding = run(async (context, sheets) => {
      sheets.add(name);
      await context.sync();
    });
    await expect(adding).rejects.toMatchObject({ code: "InvalidArgument", debugInfo: { errorLocation: "WorksheetCollection.add" } });
    expect(names()).toEqual(["Sheet1"]);
  });

  test("a name that differs by case only", async () => {
    const adding = run(async (context, sheets) => {
      sheets.add("SHEET1");
      await context.sync();
    });
    await expect(adding).rejects.toMatchObject({ code: "ItemAlreadyExists" });
  });
});

test("one visible sheet must be left, and a very hidden sheet cannot be deleted", async () => {
  const code = async (job: (sheets: Excel.WorksheetCollection) => void): Promise<unknown> =>
    run(async (context, sheets) => {
      job(sheets);
      await context.sync();
    }).then(
      () => "done",
      (error: { code: string }) => error.code,
    );
  expect(await code((sheets) => sheets.getItem("Sheet1").delete())).toBe("InvalidOperation");
  expect(await code((sheets) => void (sheets.getItem("Sheet1").visibility = "Hidden"))).toBe("InvalidOperation");
  expect(await code((sheets) => void (sheets.add("藏").visibility = "VeryHidden"))).toBe("done");
  expect(await code((sheets) => sheets.getItem("藏").delete())).toBe("InvalidOperation");
  expect(await code((sheets) => sheets.getItem("藏").activate())).toBe("InvalidOperation");
});

test("names are known in the book or on one sheet only, visible or hidden, and follow their cells", async () => {
  const found = await run(async (context, sheets) => {
    const sheet = sheets.getItem("Sheet1");
    const { names: bookNames } = context.workbook;
    bookNames.add("合计", sheet.getRange("B5"));
    const mark = sheet.names.add("LoanRecovery.tab", '="findings"');
    mark.visible = false;
    await context.sync();
    sheet.getRange("1:2").insert("Down");
    const total = bookNames.getItem("合计");
    total.load("formula, type, scope, value");
    mark.load("formula, visible, scope, value, type");
    const none = bookNames.getItemOrNullObject("LoanRecovery.tab");
    await context.sync();
    return [
      total.formula,
      total.type,
      total.scope,
      total.value,
      mark.formula,
      mark.visible,
      mark.scope,
      mark.value,
      mark.type,
      none.isNullObject,
    ];
  });
  expect(found).toEqual(["=Sheet1!$B$7", "Range", "Workbook", "Sheet1!B7", '="findings"', false, "Worksheet", "findings", "String", true]);
});

test("settings of the workbook and of Office are the same bag", async () => {
  await run(async (context) => {
    context.workbook.settings.add("columns", { name: 3 });
    await context.sync();
  });
  expect(client.host.book.settings.get("columns")).toEqual({ name: 3 });
  const { settings } = client.Office.context.document;
  settings.set("k", [1, "二"]);
  const status = await new Promise((resolve) => settings.saveAsync((result) => resolve(result.status)));
  expect(status).toBe("succeeded");
  expect(client.host.book.settings.get("k")).toEqual([1, "二"]);
});

test("a name given by an error says which statement failed", async () => {
  const failing = run(async (context, sheets) => {
    sheets.add("甲");
    sheets.getItem("没有").load("name");
    await context.sync();
  });
  await expect(failing).rejects.toMatchObject({ code: "ItemNotFound", debugInfo: { errorLocation: "WorksheetCollection.getItem" } });
  // What came before the error stays done.
  expect(names()).toEqual(["Sheet1", "甲"]);
});

test("members that the host lacks fail by name", async () => {
  const failing = run(async (context, sheets) => {
    sheets.getItem("Sheet1").comments.add("A1", "x");
    await context.sync();
  });
  await expect(failing).rejects.toMatchObject({ code: "ApiNotFound", message: expect.stringContaining("Worksheet.comments") });
});

test("members above the declared API set fail in the client", async () => {
  const old = await officeClient();
  const failing = old.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").getMergedAreasOrNullObject();
    await context.sync();
  });
  await expect(failing).rejects.toMatchObject({ code: "ApiNotFound" });
  old.close();
});

test("a sheet's selection and the active sheet change as asked", async () => {
  const found = await run(async (context, sheets) => {
    const sheet = sheets.add("甲");
    sheet.activate();
    sheet.getRange("C3:D4").select();
    const selected = context.workbook.getSelectedRange();
    selected.load("address");
    const active = sheets.getActiveWorksheet();
    active.load("name");
    await context.sync();
    return [active.name, selected.address];
  });
  expect(found).toEqual(["甲", "甲!C3:D4"]);
});
