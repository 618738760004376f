// The genuine client over our host: limits, cell-edit mode, protection and faults are told by their codes, and the meter counts.
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type OfficeClient, officeClient } from "../support/office-client";

let client: OfficeClient;
beforeEach(async () => {
  client = await officeClient();
});
afterEach(() => client.close());

async function onSheet<T>(job: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T> | T): Promise<T> {
  return client.Excel.run(async (context) => {
    const result = await job(context.workbook.worksheets.getItem("Sheet1"), context);
    await context.sync();
    return result;
  });
}

async function codeOf(job: Promise<unknown>): Promise<string> {
  return job.then(
    () => "done",
    (error: { code: string }) => error.code,
  );
}

function write(value: unknown, address = "A1"): Promise<void> {
  return onSheet((sheet) => {
    sheet.getRange(address).values = [[value]];
  });
}

describe("Excel on the web takes and gives 5 MB", () => {
  const big = "x".repeat(30_000);

  test("a request that is too large does nothing", async () => {
    const rows = Array.from({ length: 200 }, () => [big]);
    const code = await codeOf(onSheet((sheet) => void (sheet.getRangeByIndexes(0, 0, 200, 1).values = rows)));
    expect([code, client.host.book.active.cells.at(0, 0)]).toEqual(["RequestPayloadSizeLimitExceeded", undefined]);
  });

  test("an answer that is too large is refused", async () => {
    await write(big);
    await onSheet((sheet) => void (sheet.getRange("A1:A200").values = big as unknown as string[][]));
    const code = await codeOf(onSheet((sheet) => sheet.getRange("A1:A200").load("values")));
    expect(code).toBe("ResponsePayloadSizeLimitExceeded");
  });

  test("more than five million cells cannot be read at once", async () => {
    const code = await codeOf(onSheet((sheet) => sheet.getRange("A1:Z200000").load("values")));
    expect(code).toBe("ResponsePayloadSizeLimitExceeded");
  });
});

test("while a cell is edited everything is refused; afterwards it goes on", async () => {
  client.host.isEditingCell = true;
  expect(await codeOf(write("x"))).toBe("InvalidOperationInCellEditMode");
  client.host.isEditingCell = false;
  expect(await codeOf(write("x"))).toBe("done");
});

describe("protection", () => {
  test("locked cells of a protected sheet cannot be written, open ones can", async () => {
    await onSheet((sheet) => {
      sheet.getRange("B2").format.protection.locked = false;
      sheet.protection.protect({ allowAutoFilter: true });
    });
    expect(await codeOf(write(1, "A1"))).toBe("AccessDenied");
    expect(await codeOf(write(1, "B2"))).toBe("done");
    expect(await codeOf(onSheet((sheet) => void (sheet.getRange("B2").format.fill.color = "#FF0000")))).toBe("AccessDenied");
    expect(await codeOf(onSheet((sheet) => void sheet.getRange("1:1").insert("Down")))).toBe("AccessDenied");
    expect(await codeOf(onSheet((sheet) => sheet.autoFilter.apply(sheet.getRange("A1:B2"))))).toBe("done");
  });

  test("what is protected cannot be protected again, and the password counts", async () => {
    const sheet = (job: (protection: Excel.WorksheetProtection) => void): Promise<string> =>
      codeOf(onSheet(({ protection }) => job(protection)));
    expect(await sheet((protection) => protection.unprotect())).toBe("AccessDenied");
    expect(await sheet((protection) => protection.protect({}, "secret"))).toBe("done");
    expect(await sheet((protection) => protection.protect())).toBe("AccessDenied");
    expect(await sheet((protection) => protection.unprotect())).toBe("AccessDenied");
    expect(await sheet((protection) => protection.unprotect("secret"))).toBe("done");
  });

  test("a protected structure keeps its tabs", async () => {
    const book = (job: (workbook: Excel.Workbook) => void): Promise<string> =>
      codeOf(
        client.Excel.run(async (context) => {
          job(context.workbook);
          await context.sync();
        }),
      );
    expect(await book(({ protection }) => protection.protect())).toBe("done");
    expect(await book(({ worksheets }) => void worksheets.add("甲"))).toBe("AccessDenied");
    expect(await book(({ worksheets }) => void (worksheets.getItem("Sheet1").name = "甲"))).toBe("AccessDenied");
    expect(await book(({ protection }) => protection.unprotect())).toBe("done");
    expect(await book(({ worksheets }) => void worksheets.add("甲"))).toBe("done");
  });
});

describe("faults on purpose", () => {
  test.each([
    "GeneralException",
    "AccessDenied",
    "InvalidOperationInCellEditMode",
    "RequestPayloadSizeLimitExceeded",
    "ActivityLimitReached",
  ])("the second batch fails with %s", async (code) => {
    client.host.faults = ({ number }) => (number === 2 ? { code } : undefined);
    expect([await codeOf(write(1)), await codeOf(write(2)), await codeOf(write(3))]).toEqual(["done", code, "done"]);
  });

  test.each([
    ["nothing", [undefined, undefined]],
    ["half", [1, undefined]],
    ["all", [1, 2]],
  ] as const)("a failing batch has done %s of its work", async (done, left) => {
    client.host.faults = () => ({ code: "GeneralException", done });
    await codeOf(
      onSheet((sheet) => {
        sheet.getRange("A1").values = [[1]];
        sheet.getRange("A2").values = [[2]];
      }),
    );
    const { cells } = client.host.book.active;
    expect([cells.at(0, 0)?.content, cells.at(1, 0)?.content]).toEqual(left);
  });
});

test("the meter counts syncs, bytes and cells for the action that runs", async () => {
  client.host.meter.action = "check";
  await onSheet((sheet) => void (sheet.getRange("A1:C2").values = "王" as unknown as string[][]));
  await onSheet((sheet) => sheet.getRange("A1:C2").load("values"));
  client.host.meter.action = "split";
  await write(1);
  const { syncs, cellsRead, cellsWritten, largestRequest, requestBytes } = client.host.meter.cost("check");
  expect([syncs, cellsRead, cellsWritten, client.host.meter.cost("split").syncs]).toEqual([2, 6, 6, 1]);
  expect(requestBytes).toBeGreaterThan(largestRequest);
});
