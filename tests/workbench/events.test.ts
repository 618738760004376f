// The genuine client over our host: what a user does at the grid, and what the add-in does, reaches the handlers.
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { selectCells, typeText } from "../../src/workbench/host/user-edits";
import { type OfficeClient, officeClient } from "../support/office-client";
import { settled } from "../support/settled";

let client: OfficeClient;
beforeEach(async () => {
  client = await officeClient();
});
afterEach(() => client.close());

function type(text: string): void {
  typeText(client.host, { sheet: client.host.book.active, row: 2, column: 2 }, text);
}

test("an edit of the user is heard with its cells, until nobody listens any more", async () => {
  const heard: unknown[] = [];
  const handler = await client.Excel.run(async (context) => {
    const result = context.workbook.worksheets.onChanged.add(async (event) => {
      await client.Excel.run(async (inner) => {
        const range = event.getRange(inner);
        range.load("values");
        await inner.sync();
        heard.push([event.address, event.changeType, event.source, range.values]);
      });
    });
    await context.sync();
    return result;
  });
  type("改");
  await settled();
  expect(heard).toEqual([["C3", "RangeEdited", "Local", [["改"]]]]);
  await client.Excel.run(handler.context as Excel.RequestContext, async (context) => {
    handler.remove();
    await context.sync();
  });
  type("再改");
  await settled();
  expect(heard).toHaveLength(1);
});

test("the slices of a large write make one event", async () => {
  const heard: string[] = [];
  await client.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.onChanged.add(async (event) => void heard.push(event.address));
    await context.sync();
    sheet.getRangeByIndexes(0, 0, 2000, 4).values = Array.from({ length: 2000 }, () => [1, 2, 3, 4]);
    await context.sync();
  });
  await settled();
  expect(heard).toEqual(["A1:D2000"]);
});

test("sheets that are added, activated and deleted are heard of", async () => {
  const heard: string[] = [];
  await client.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add(async () => void heard.push("added"));
    worksheets.onActivated.add(async () => void heard.push("activated"));
    worksheets.onDeleted.add(async () => void heard.push("deleted"));
    await context.sync();
    const sheet = worksheets.add("甲");
    sheet.activate();
    await context.sync();
    sheet.delete();
    await context.sync();
  });
  await settled();
  expect(heard).toEqual(["added", "activated", "deleted", "activated"]);
});

test("the selection is followed", async () => {
  const heard: string[] = [];
  await client.Excel.run(async (context) => {
    context.workbook.onSelectionChanged.add(async () => {
      await client.Excel.run(async (inner) => {
        const range = inner.workbook.getSelectedRange();
        range.load("address");
        await inner.sync();
        heard.push(range.address);
      });
    });
    await context.sync();
  });
  selectCells(client.host, client.host.book.active, { top: 4, left: 2, bottom: 4, right: 2 });
  await settled();
  expect(heard).toEqual(["Sheet1!C5"]);
});

test("two panes of one book hear of each other's changes", async () => {
  const other = await officeClient({ host: client.host });
  const heard: string[] = [];
  await other.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) => void heard.push(event.address));
    await context.sync();
  });
  await client.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("B2:C3").values = "x" as unknown as string[][];
    await context.sync();
  });
  await settled();
  expect(heard).toEqual(["B2:C3"]);
  other.close();
});

test("people cannot type into locked cells of a protected sheet", () => {
  client.host.book.active.protection = { options: {} };
  expect(() => type("x")).toThrow(expect.objectContaining({ code: "AccessDenied" }));
});

test("a ribbon button runs its function and hears when it is done", async () => {
  let pressed = "";
  client.Office.actions.associate("check", (event: Office.AddinCommands.Event) => {
    pressed = event.source.id;
    event.completed();
  });
  expect(await client.page.pressCommand("check", "btnCheck")).toMatchObject({ isDone: true });
  expect(pressed).toBe("btnCheck");
  expect(await client.page.pressCommand("unknown")).toMatchObject({ isDone: false });
});

test("bound cells tell of changes and selections within them, and of nothing while events are off", async () => {
  const heard: unknown[] = [];
  await client.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const binding = context.workbook.bindings.add(sheet.getRange("B2:D5"), "Range", "bound");
    binding.onDataChanged.add(async (event) => void heard.push(["data", event.binding.id]));
    binding.onSelectionChanged.add(async ({ startRow, startColumn, rowCount, columnCount }) => {
      heard.push(["selection", startRow, startColumn, rowCount, columnCount]);
    });
    await context.sync();
  });
  await settled();
  const sheet = client.host.book.active;
  type("改");
  typeText(client.host, { sheet, row: 9, column: 9 }, "外");
  selectCells(client.host, sheet, { top: 3, left: 0, bottom: 9, right: 2 });
  await settled();
  expect(heard).toEqual([
    ["data", "bound"],
    ["selection", 2, 0, 2, 2],
  ]);
  await client.Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    await context.sync();
  });
  type("再改");
  await settled();
  expect(heard).toHaveLength(2);
});

test("a handler of a binding that is not there any more is refused by name", async () => {
  const refused = client.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const binding = context.workbook.bindings.add(sheet.getRange("A1"), "Range", "gone");
    await context.sync();
    binding.delete();
    binding.onDataChanged.add(async () => undefined);
    await context.sync();
  });
  await expect(refused).rejects.toMatchObject({ code: "CannotRegisterEvent" });
});
