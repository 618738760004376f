// How the open book is read: days, errors, hidden rows, merged cells, blocks, and what is refused.
import { describe, expect, test } from "@jest/globals";
import { ExcelWorkbook } from "../../src/excel/excel-workbook";
import { BlockReader } from "../../src/excel/read-blocks";
import { openBook } from "./open-book";

const list = { name: "名单", rows: [["姓名"], ["王小明"]] };

describe("a sheet is read as it is", () => {
  test("days, errors and empty edges", async () => {
    const { workbook, client } = await openBook([{ name: "名单", rows: [] }]);
    await client.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("名单");
      sheet.getRange("C3:F3").numberFormat = [["yyyy-mm-dd", "General", "@", "h:mm"]];
      sheet.getRange("C3:F3").values = [[43819, "=1", "#N/A", 0.5]];
      sheet.getRange("C4:F4").values = [["", "#N/A", "", true]];
      await context.sync();
    });
    const [grid] = await workbook.read();
    expect(grid?.rows).toEqual([
      [],
      [],
      [null, null, { day: "2019-12-20" }, 1, "#N/A", 0.5],
      [null, null, null, { fault: "error", text: "#N/A" }, null, true],
    ]);
  });

  test("hidden rows and columns, merged areas where this Excel lists them", async () => {
    for (const [set, merges] of [
      ["1.9", []],
      ["1.13", [{ top: 0, left: 0, bottom: 0, right: 1 }]],
    ] as const) {
      const { workbook, client } = await openBook([{ name: "名单", rows: [["甲", "乙"], ["1"], ["2"], ["3", "4"]] }], {}, set);
      await client.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("名单");
        sheet.getRange("A1:B1").merge();
        sheet.getRange("2:3").rowHidden = true;
        sheet.getRange("B:B").columnHidden = true;
        await context.sync();
      });
      const [grid] = await workbook.read();
      expect([grid?.hiddenRows, grid?.hiddenColumns, grid?.merges]).toEqual([[1, 2], [1], merges]);
    }
  });

  test("a sheet with more merged areas than Excel lists is read all the same, with those of its headings", async () => {
    const rows = Array.from({ length: 1400 }, (_, index) => [index === 0 ? "合并的标题" : `第${index + 1}行`, index]);
    const { workbook, client } = await openBook([{ name: "大表", rows }, list], {}, "1.14");
    const [sheet] = client.host.book.sheets;
    if (sheet) sheet.merges = Array.from({ length: 600 }, (_, index) => ({ top: 2 * index, left: 0, bottom: 2 * index + 1, right: 0 }));
    const [grid, second] = await workbook.read();
    expect([grid?.rows.length, grid?.merges.length, second?.rows]).toEqual([1400, 25, list.rows]);
    if (sheet) sheet.merges = [];
    expect((await workbook.read())[0]?.merges).toEqual([]);
  });

  test("nine thousand borrowers take few round trips, and no answer comes near Excel's limit", async () => {
    const row = ["王小明", "610526199403150018", "大荔县城关镇东大街社区", "一二三四五六七八九十", 4456018.09, 43819, "13800000000"];
    const rows = Array.from({ length: 9000 }, (_, index) => [index, ...row, ...row, ...row].slice(0, 25));
    const { workbook, client } = await openBook([{ name: "应还名单", rows }, list, { name: "说明", rows: [] }]);
    client.host.meter.action = "read";
    const [grid] = await workbook.read();
    expect([grid?.rows.length, grid?.rows[8999]?.[2]]).toEqual([9000, "610526199403150018"]);
    const { syncs, largestResponse } = client.host.meter.cost("read");
    expect(syncs).toBeLessThanOrEqual(12);
    expect(largestResponse).toBeLessThan(4_000_000);
  });

  test("blocks that Excel refuses as too large are halved until they fit", async () => {
    const rows = Array.from({ length: 40 }, (_, index) => [`第${index + 1}行`, index]);
    const { client, host } = await openBook([{ name: "名单", rows }]);
    const reader = new BlockReader(host, host.context());
    let refusals = 0;
    client.host.faults = () => (refusals++ < 5 ? { code: "ResponsePayloadSizeLimitExceeded" } : undefined);
    const [reading] = await reader.read([{ sheet: "名单", top: 0, left: 0, rows: 40, columns: 2 }]);
    expect(reading?.cells).toEqual(rows);
  });
});

describe("what cannot be read is refused by name", () => {
  test("a sheet with a value at its far end", async () => {
    const { workbook, client } = await openBook([list]);
    await client.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("名单").getRange("XFD1048576").values = [["x"]];
      await context.sync();
    });
    await expect(workbook.read()).rejects.toMatchObject({ code: "too-large", detail: "名单", reason: { why: "cells", count: 5_000_000 } });
  });

  test("an Excel that is too old", async () => {
    const { host } = await openBook([list]);
    await expect(ExcelWorkbook.open({ ...host, hasSet: () => false })).rejects.toMatchObject({ code: "old-excel" });
  });
});
