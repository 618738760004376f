// Tables under the genuine client: rows and columns come and go, filters hide, sorting keeps the heading.
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type OfficeClient, officeClient } from "../support/office-client";

let client: OfficeClient;
beforeEach(async () => {
  client = await officeClient();
});
afterEach(() => client.close());

type Job<T> = (table: Excel.Table, sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>;

/** Schools with what they collected, and a note right below the table. */
async function onTable<T>(job: Job<T>): Promise<T> {
  return client.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const known = sheet.tables.getItemOrNullObject("Schools");
    await context.sync();
    if (known.isNullObject) {
      const table = sheet.tables.add("B2:C2", true);
      table.name = "Schools";
      table.getHeaderRowRange().values = [["School", "Paid"]];
      sheet.getRange("B4").values = [["note"]];
      table.rows.add(undefined, [
        ["No. 2", 20],
        ["No. 1", 30],
        ["No. 3", 10],
      ]);
    }
    const result = await job(sheet.tables.getItem("Schools"), sheet, context);
    await context.sync();
    return result;
  });
}

/** What the sheet holds from B2 on, row by row, without the empty end of a row. */
async function cells(): Promise<string> {
  return client.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getUsedRange(true).load("values");
    await context.sync();
    return range.values.map((row: unknown[]) => row.join(" ").trimEnd()).join(" | ");
  });
}

async function hiddenRows(): Promise<readonly number[]> {
  await onTable(() => undefined);
  return client.host.book.active.cells.hidden("rows").map((row) => row + 1);
}

test("rows added to a bare heading stand right below it and push away what stood there", async () => {
  await onTable(() => undefined);
  expect(await cells()).toBe("School Paid | No. 2 20 | No. 1 30 | No. 3 10 |  | note");
});

describe("a row", () => {
  test.each<[string, Job<unknown>, string]>([
    [
      "goes to its place",
      (table) => table.rows.add(1, [["No. 9", 90]]),
      "School Paid | No. 2 20 | No. 9 90 | No. 1 30 | No. 3 10 |  | note",
    ],
    [
      "goes to the end for -1",
      (table) => table.rows.add(-1, [["No. 9", 90]]),
      "School Paid | No. 2 20 | No. 1 30 | No. 3 10 | No. 9 90 |  | note",
    ],
    [
      "is deleted with what stands below moving up",
      (table) => table.rows.getItemAt(0).delete(),
      "School Paid | No. 1 30 | No. 3 10 |  | note",
    ],
    [
      "takes other values",
      (table) => {
        table.rows.getItemAt(2).values = [["No. 4", 40]];
      },
      "School Paid | No. 2 20 | No. 1 30 | No. 4 40 |  | note",
    ],
  ])("%s", async (_, job, after) => {
    await onTable(job);
    expect(await cells()).toBe(after);
  });

  test("is known by its place and cells", async () => {
    const row = await onTable((table) => table.rows.getItemAt(1).load("index,values"));
    expect([row.index, row.values]).toEqual([1, [["No. 1", 30]]]);
  });

  test.each<[string, Job<unknown>, string]>([
    ["of another width is refused", (table) => table.rows.add(undefined, [["No. 9"]]), "InvalidArgument"],
    ["beyond the end is refused", (table) => table.rows.add(7, [["No. 9", 1]]), "InvalidArgument"],
    ["that is not there is not found", (table) => table.rows.getItemAt(3).load("values"), "ItemNotFound"],
  ])("%s", async (_, job, code) => {
    await onTable(() => undefined);
    await expect(onTable(job)).rejects.toMatchObject({ code });
  });
});

describe("a column", () => {
  test("comes with heading and values, and pushes what stands beside it", async () => {
    await onTable((table, sheet) => {
      sheet.getRange("D2").values = [["beside"]];
      table.columns.add(1, [["Town"], ["East"], ["West"], ["East"]]);
    });
    expect(await cells()).toBe("School Town Paid beside | No. 2 East 20 | No. 1 West 30 | No. 3 East 10 |  | note");
  });

  test("without values gets a heading of its own", async () => {
    await onTable((table) => void table.columns.add());
    expect(await cells()).toBe("School Paid Column1 | No. 2 20 | No. 1 30 | No. 3 10 |  | note");
  });

  test("is found by its heading, renamed and deleted", async () => {
    const found = await onTable((table) => table.columns.getItem("paid").load("index,name,values"));
    expect([found.index, found.name, found.values]).toEqual([1, "Paid", [["Paid"], [20], [30], [10]]]);
    await onTable((table) => {
      table.columns.getItem("Paid").name = "Collected";
      table.columns.getItem("School").delete();
    });
    expect(await cells()).toBe("Collected | 20 | 30 | 10 |  | note");
  });

  test("counts", async () => {
    const counts = await onTable((table, _, context) => {
      const found = [table.rows.getCount(), table.columns.getCount()];
      return context.sync().then(() => found.map(({ value }) => value));
    });
    expect(counts).toEqual([3, 2]);
  });
});

describe("a filter hides what does not come through:", () => {
  const column = (table: Excel.Table, name: string): Excel.Filter => table.columns.getItem(name).filter;
  test.each<[string, Job<unknown>, readonly number[]]>([
    ["values", (table) => column(table, "School").applyValuesFilter(["No. 1", "no. 3"]), [3]],
    ["a condition", (table) => column(table, "Paid").applyCustomFilter(">=20"), [5]],
    ["two conditions, either", (table) => column(table, "Paid").applyCustomFilter("<15", ">25", "Or"), [3]],
    ["a pattern", (table) => column(table, "School").applyCustomFilter("=*2"), [4, 5]],
    ["the largest", (table) => column(table, "Paid").applyTopItemsFilter(1), [3, 5]],
    ["those above average", (table) => column(table, "Paid").applyDynamicFilter("AboveAverage"), [3, 5]],
  ])("%s", async (_, job, hidden) => {
    await onTable(job);
    expect(await hiddenRows()).toEqual(hidden);
    await onTable((table) => table.clearFilters());
    expect(await hiddenRows()).toEqual([]);
  });

  test("a sheet's own, column by column", async () => {
    const farm = (sheet: Excel.Worksheet) => sheet.getRange("F1:G4");
    await onTable((_, sheet) => {
      farm(sheet).values = [
        ["Kind", "Count"],
        ["Goat", 1],
        ["Goat", 5],
        ["Hen", 9],
      ];
      sheet.autoFilter.apply(farm(sheet), 0, { filterOn: "Values", values: ["Goat"] });
      sheet.autoFilter.apply(farm(sheet), 1, { filterOn: "BottomItems", criterion1: "2" });
    });
    expect(await hiddenRows()).toEqual([4]);
    await onTable((_, sheet) => sheet.autoFilter.remove());
    expect(await hiddenRows()).toEqual([]);
  });

  test("by what the host does not know, by name", async () => {
    await onTable(() => undefined);
    const job: Job<unknown> = (table) => column(table, "Paid").applyDynamicFilter("Yesterday");
    await expect(onTable(job)).rejects.toMatchObject({ code: "ApiNotFound", message: expect.stringContaining("Yesterday") as unknown });
  });
});

test("sorting keeps the heading and what stands below the table", async () => {
  await onTable((table) => table.sort.apply([{ key: 1, ascending: true }]));
  expect(await cells()).toBe("School Paid | No. 3 10 | No. 2 20 | No. 1 30 |  | note");
});

test("a totals row comes and goes", async () => {
  await onTable((table) => {
    table.showTotals = true;
  });
  expect(client.host.book.active.cells.at(5, 2)?.formula).toBe("=SUBTOTAL(109,C3:C5)");
  await onTable((table) => {
    table.showTotals = false;
  });
  expect(await cells()).toBe("School Paid | No. 2 20 | No. 1 30 | No. 3 10 |  | note");
});
