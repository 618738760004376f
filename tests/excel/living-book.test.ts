// What may happen in a book that somebody is working in: typing, protection, sheets that come and go.
import { describe, expect, test } from "@jest/globals";
import { ExcelWorkbook } from "../../src/excel/excel-workbook";
import { type WaitReason } from "../../src/excel/host";
import { type Finding } from "../../src/domain/record/finding";
import { type SheetSpec } from "../../src/sheets/writing/spec";
import { officeClient, type OfficeClient } from "../support/office-client";
import { adapterOf, openBook } from "./open-book";

const list = { name: "名单", rows: [["姓名"], ["王小明"], ["李红"]] };
const tab: SheetSpec = { tab: "findings", name: "校验结果", columns: [{ width: 10, style: "cell" }], rows: [["一"]] };
const finding: Finding = { rule: "r", severity: "error", sheet: "名单", row: 2, cell: "A2", params: {} };

function names(client: OfficeClient): readonly string[] {
  return client.host.book.sheets.map((sheet) => sheet.name);
}

describe("somebody is typing in a cell", () => {
  test.each(["read", "write", "mark"] as const)("%s says so, waits and goes on", async (job) => {
    const told: WaitReason[] = [];
    let pauses = 0;
    const pause = (): Promise<void> => {
      if (++pauses === 3) client.host.isEditingCell = false;
      return Promise.resolve();
    };
    const { workbook, client } = await openBook([list], { onWait: (reason) => told.push(reason), pause });
    client.host.isEditingCell = true;
    if (job === "read") expect((await workbook.read())[0]?.rows).toEqual(list.rows);
    if (job === "write") expect(await workbook.write([tab])).toEqual(["校验结果"]);
    if (job === "mark") await workbook.write([], [finding]);
    expect([told, pauses]).toEqual([["cell-edit"], 3]);
  });

  test("a job that is called off ends, and the book is as it was", async () => {
    const caller = new AbortController();
    const { workbook, client } = await openBook([list], { onWait: () => caller.abort(), signal: caller.signal });
    client.host.isEditingCell = true;
    await expect(workbook.write([tab])).rejects.toMatchObject({ code: "locked" });
    client.host.isEditingCell = false;
    expect(names(client)).toEqual(["名单"]);
  });
});

describe("protection", () => {
  test("a book whose structure is protected is refused before anything is written", async () => {
    const { workbook, client } = await openBook([list]);
    client.host.book.isStructureProtected = true;
    await expect(workbook.write([tab])).rejects.toMatchObject({ code: "protected" });
    expect(names(client)).toEqual(["名单"]);
  });

  test("protected sheets stay unmarked, the others are marked", async () => {
    const { workbook, client } = await openBook([list, { name: "乙", rows: [["x"]] }]);
    await protect(client, "名单");
    await workbook.write([], [finding, { ...finding, sheet: "乙", cell: "A1" }]);
    expect(client.host.book.sheets.map((sheet) => sheet.conditionalFormats.length)).toEqual([0, 1]);
    await workbook.clearMarks();
    expect(client.host.book.sheets.map((sheet) => sheet.conditionalFormats.length)).toEqual([0, 0]);
  });

  test("a protected tab of ours is replaced like any other", async () => {
    const { workbook } = await openBook([list]);
    await workbook.write([{ ...tab, isProtected: true }]);
    await workbook.write([{ ...tab, isProtected: true, rows: [["二"]] }]);
    expect((await workbook.read())[1]?.rows).toEqual([["二"]]);
  });
});

describe("a book that is open for looking only", () => {
  test("is read, and refused whatever is to be written, marked, removed or tidied before Excel is asked for anything", async () => {
    const open = await openBook([list]);
    open.client.host.book.isReadOnly = true;
    const client = await officeClient({ host: open.client.host });
    const workbook = await ExcelWorkbook.open(adapterOf(client));
    expect((await workbook.read())[0]?.rows).toEqual(list.rows);
    const before = client.host.batches;
    const refusal = { code: "read-only", detail: "回收.xlsx" };
    expect(() => workbook.assertWritable()).toThrow(expect.objectContaining(refusal));
    await expect(workbook.write([tab], [finding])).rejects.toMatchObject(refusal);
    await expect(workbook.remove(["findings"])).rejects.toMatchObject(refusal);
    await expect(workbook.clearMarks()).rejects.toMatchObject(refusal);
    await expect(workbook.tidy()).rejects.toMatchObject(refusal);
    expect([client.host.batches, names(client)]).toEqual([before, ["名单"]]);
    expect(() => open.workbook.assertWritable()).not.toThrow();
  });
});

describe("marks", () => {
  test("a person's own rules stay; marking twice leaves one mark", async () => {
    const { workbook, client } = await openBook([list]);
    await client.Excel.run(async (context) => {
      const { custom } = context.workbook.worksheets.getItem("名单").getRange("A1:A3").conditionalFormats.add("Custom");
      custom.rule.formula = '=$A1=""';
      await context.sync();
    });
    const [sheet] = client.host.book.sheets;
    const before = sheet?.conditionalFormats.map((format) => JSON.stringify(format));
    await workbook.write([], [finding]);
    await workbook.write([], [finding, { ...finding, cell: "A3", severity: "warning" }]);
    expect(sheet?.conditionalFormats).toHaveLength(3);
    await workbook.clearMarks();
    expect(sheet?.conditionalFormats.map((format) => JSON.stringify(format))).toEqual(before);
  });

  test("sheets that are gone by then are passed over", async () => {
    const { workbook } = await openBook([list]);
    await expect(workbook.write([], [{ ...finding, sheet: "没有了" }])).resolves.toEqual([]);
  });

  test("the cell that a person has selected, of several the first, on whichever sheet", async () => {
    const { workbook, client } = await openBook([list, { name: "乙", rows: [["x"]] }]);
    for (const [sheet, cells, row, column] of [
      ["乙", "C7:E9", 6, 2],
      ["名单", "B2", 1, 1],
    ] as const) {
      await client.Excel.run(async (context) => {
        const found = context.workbook.worksheets.getItem(sheet);
        found.activate();
        found.getRange(cells).select();
        await context.sync();
      });
      expect(await workbook.selected()).toEqual({ sheet, row, column });
    }
  });

  test("a finding's cell is shown; a sheet that is gone or hidden is named", async () => {
    const { workbook, client } = await openBook([list, { name: "乙", rows: [["x"]] }, { name: "丙", rows: [["x"]] }]);
    const hidden = client.host.book.sheets[2];
    if (hidden) hidden.visibility = "Hidden";
    await workbook.show({ sheet: "乙", cell: "C7" });
    const { selection } = client.host.book;
    expect([selection.sheet.name, selection.area.top, selection.area.left]).toEqual(["乙", 6, 2]);
    for (const sheet of ["没有了", "丙"])
      await expect(workbook.show({ sheet, cell: "A1" })).rejects.toMatchObject({ code: "not-found", detail: sheet });
  });
});

async function protect(client: OfficeClient, name: string): Promise<void> {
  await client.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(name).protection.protect();
    await context.sync();
  });
}

describe("what a tab costs", () => {
  test("one tab takes three round trips; five more take four, since there is a tab then that has to be met", async () => {
    const { workbook, client } = await openBook([list]);
    client.host.meter.action = "one";
    await workbook.write([tab]);
    client.host.meter.action = "five";
    await workbook.write(Array.from({ length: 5 }, (_, index) => ({ ...tab, tab: `t${index}`, name: `表${index}` })));
    expect([client.host.meter.cost("one").syncs, client.host.meter.cost("five").syncs]).toEqual([3, 4]);
  });

  test("a tab of nine thousand rows is cut into requests below 4 MB", async () => {
    const { workbook, client } = await openBook([list]);
    const row = [
      "王小明",
      "610526199403150018",
      "大荔县城关镇东大街社区居委会",
      "一二三四五六七八九十",
      { fen: 445601809 },
      "=1",
      "13800000000",
    ];
    const rows = Array.from({ length: 9000 }, (_, index) => [index, ...row, ...row, ...row]) as SheetSpec["rows"];
    const columns = Array.from({ length: 22 }, () => ({ width: 12, style: "cell" }) as const);
    client.host.meter.action = "large";
    await workbook.write([{ ...tab, columns, rows }]);
    const { syncs, largestRequest } = client.host.meter.cost("large");
    expect(largestRequest).toBeLessThan(4_000_000);
    expect(syncs).toBeLessThanOrEqual(8);
    expect((await workbook.read())[1]?.rows[8999]?.slice(0, 7)).toEqual([8999, ...row.slice(0, 4), 4456018.09, "=1"]);
  });
});

test("an edit of a sheet that was read is told, once until it is read again; what we write ourselves is not", async () => {
  const { client, host } = await openBook([list], {}, "1.13");
  let told = 0;
  const workbook = await ExcelWorkbook.open(host, undefined, () => void told++);
  const edit = (text: string) =>
    client.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("名单").getRange("A2").values = [[text]];
      await context.sync();
    });
  await workbook.read();
  for (const rows of [[["一"]], [["二"]]]) {
    await workbook.write([{ ...tab, rows }], [finding]);
    await workbook.read();
  }
  expect(told).toBe(0);
  await edit("王晓明");
  await edit("王小鸣");
  expect(told).toBe(1);
  await workbook.read();
  await edit("王小明");
  expect(told).toBe(2);
});

describe("formulas of the user's about a tab of ours", () => {
  const own = { name: "领导用", rows: [["合计"], [""], [""], [""]] };
  const rows = [["一"], ["二"]];
  const formulasOf = (client: OfficeClient) =>
    client.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(own.name).getRange("A2:A4").load("formulas, values");
      await context.sync();
      return { formulas: range.formulas.flat() as unknown[], values: range.values.flat() as unknown[] };
    });
  const opened = async (told: unknown[] = [], version = "1.9") => {
    const open = await openBook([list, own], { onSkip: (what) => told.push(what) }, version);
    await open.workbook.write([{ ...tab, rows }]);
    await open.client.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(own.name);
      sheet.getRange("A2:A4").formulas = [["=校验结果!A1"], ["='校验结果'!A2&名单!A2"], ["=1+1"]];
      await context.sync();
    });
    return open;
  };

  test("stand as they were when the tab is written again, and show what it says now", async () => {
    const told: unknown[] = [];
    const { workbook, client } = await opened(told);
    const before = await formulasOf(client);
    expect(before.values).toEqual(["一", "二王小明", 2]);
    await workbook.write([{ ...tab, rows: [["三"], ["四"]] }]);
    const after = await formulasOf(client);
    expect(after.formulas).toEqual(before.formulas);
    expect(after.values).toEqual(["三", "四王小明", 2]);
    expect(told).toEqual([]);
  });

  test("on a protected sheet cannot be written again, which is said, while the tab stands", async () => {
    const told: unknown[] = [];
    const { workbook, client } = await opened(told);
    await protect(client, own.name);
    expect(await workbook.write([{ ...tab, rows: [["三"], ["四"]] }])).toEqual(["校验结果"]);
    expect(told).toEqual(["formulas"]);
    expect((await formulasOf(client)).values[0]).toBe("#REF!");
  });

  test("are told of before the tab is written again, with those on a protected sheet whose cells are locked", async () => {
    const { workbook, client } = await opened();
    await workbook.read();
    const found = [
      { sheet: own.name, cell: "A2", fate: "kept" },
      { sheet: own.name, cell: "A3", fate: "kept" },
    ];
    expect(await workbook.formulasAbout(["校验结果", "台账"])).toEqual(found);
    expect(await workbook.formulasAbout(["结果"])).toEqual([]);
    expect(await workbook.formulasAbout([])).toEqual([]);
    await protect(client, own.name);
    expect(await workbook.formulasAbout(["校验结果"])).toEqual(found.map((one) => ({ ...one, fate: "locked" })));
  });

  test("are told of as lost where the tab goes for good, protected or not, whatever else is written again, and so they are", async () => {
    const { workbook, client } = await opened();
    await workbook.read();
    const lost = ["A2", "A3"].map((cell) => ({ sheet: own.name, cell, fate: "lost" }));
    expect(await workbook.formulasAbout([], ["校验结果"])).toEqual(lost);
    expect(await workbook.formulasAbout(["台账"], ["校验结果"])).toEqual(lost);
    expect(await workbook.formulasAbout(["校验结果"], ["台账"])).toEqual(lost.map((one) => ({ ...one, fate: "kept" })));
    await protect(client, own.name);
    expect(await workbook.formulasAbout([], ["校验结果"])).toEqual(lost);
    await workbook.write([], undefined, ["findings"]);
    expect((await formulasOf(client)).values).toEqual(["#REF!", "#REF!", 2]);
  });

  test("in unlocked cells of a protected sheet are no worry", async () => {
    const told: unknown[] = [];
    const { workbook, client } = await opened(told);
    await workbook.read();
    await client.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(own.name).getRange("A2:A4").format.protection.locked = false;
      await context.sync();
    });
    await protect(client, own.name);
    expect((await workbook.formulasAbout(["校验结果"])).map(({ fate }) => fate)).toEqual(["kept", "kept"]);
    await workbook.write([{ ...tab, rows: [["三"], ["四"]] }]);
    expect(told).toEqual([]);
    expect((await formulasOf(client)).values).toEqual(["三", "四王小明", 2]);
  });

  // A plan that found them leaves the writing one round trip less, as long as Excel tells of changes and there were none.
  test.each([
    ["1.13", "nothing has changed since", 2, 4],
    ["1.13", "a person has typed since", 2, 5],
    ["1.9", "Excel does not tell of changes", 2, 5],
  ])("ExcelApi %s, %s: looked for in %i round trips, and the tab is written in %i", async (version, since, search, writing) => {
    const { workbook, client } = await opened([], version);
    await workbook.read();
    const cost = async (work: () => Promise<unknown>): Promise<number> => {
      const before = client.host.batches;
      await work();
      return client.host.batches - before;
    };
    expect(await cost(() => workbook.formulasAbout(["校验结果"]))).toBe(search);
    if (since.startsWith("a person"))
      await client.Excel.run(async (context) => {
        context.workbook.worksheets.getItem(own.name).getRange("A5").formulas = [["=校验结果!A1&1"]];
        await context.sync();
      });
    expect(await cost(() => workbook.write([{ ...tab, rows: [["三"], ["四"]] }]))).toBe(writing);
    const rows = (await workbook.read()).find(({ name }) => name === own.name)?.rows;
    expect(rows).toEqual([["合计"], ["三"], ["四王小明"], [2], ...(since.startsWith("a person") ? [["三1"]] : [])]);
  });

  test("cost one round trip where there are none, and only when a tab is replaced", async () => {
    const { workbook, client } = await openBook([list, own]);
    const costs: number[] = [];
    for (const one of [1, 2, 3]) {
      const before = client.host.batches;
      await workbook.write([{ ...tab, rows: [[String(one)]] }]);
      costs.push(client.host.batches - before);
    }
    // The other one more is for meeting the tab that the writing before has made.
    expect(costs).toEqual([3, 5, 5]);
  });
});
