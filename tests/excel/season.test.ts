// The invented county in Excel and in a file: both read the same, the buttons write the same tabs, and Excel is asked seldom.
import { beforeAll, describe, expect, test } from "@jest/globals";
import { check } from "../../src/actions/check";
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import { type Grid } from "../../src/sheets/grid";
import { countyBook } from "../../src/sample/book";
import { noticePersons, sampleCounty } from "../../src/sample/county";
import { FileWorkbook } from "../../src/xlsx/file-workbook";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { ExcelWorkbook } from "../../src/excel/excel-workbook";
import { Engine } from "../../src/taskpane/engine/engine";
import { openBook, type OpenBook } from "./open-book";

const county = countyBook(sampleCounty({ persons: noticePersons, seed: 7 }));
const first = { name: "空", rows: [] };
const options = { clock: day("2019-12-20") };
let excel: OpenBook;
let file: FileWorkbook;

beforeAll(async () => {
  excel = await openBook([first], {}, "1.13");
  await excel.workbook.write(county.sheets);
  await excel.client.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(first.name).delete();
    await context.sync();
  });
  file = FileWorkbook.fromReading("回收.xlsx", await readBook(await writeBook(county), "回收.xlsx"));
});

/** Merged areas have no order, and sums that Excel calculates end in the tail of a binary fraction. */
function sorted(grids: readonly Grid[]): readonly unknown[] {
  return grids.map(({ merges, rows, ...grid }) => ({
    ...grid,
    rows: rows.map((row) => row.map((cell) => (typeof cell === "number" ? Number(cell.toFixed(4)) : cell))),
    merges: merges.map((area) => JSON.stringify(area)).sort(),
  }));
}

describe("the whole county", () => {
  test("Excel's sheets are read as the file's are", async () => {
    expect(sorted(await excel.workbook.read())).toEqual(sorted(await file.read()));
  });

  test("the button 校验 writes the same tabs into both, and takes few round trips", async () => {
    const { client, workbook } = excel;
    client.host.meter.action = "check";
    const outcome = await check.run(await OpenSeason.open(workbook, options), { workbook });
    const { syncs, largestRequest, largestResponse } = client.host.meter.cost("check");
    client.host.meter.action = "read";
    expect(await check.run(await OpenSeason.open(file, options), { workbook: file })).toEqual(outcome);
    expect(sorted(await workbook.read())).toEqual(sorted(await file.read()));
    expect(client.host.meter.cost("read").syncs).toBeLessThanOrEqual(6);
    // Four to read, three to write the tab and to set the marks.
    expect(syncs).toBeLessThanOrEqual(7);
    expect(Math.max(largestRequest, largestResponse)).toBeLessThan(4_000_000);
  });

  // A check that replaces its own tab looks for the user's formulas about it first. An Excel that does not tell of merged cells has everything read anew.
  test.each([
    ["1.13", 11, 12],
    ["1.9", 11, 12],
  ])(
    "ExcelApi %s: the pane from its first look at the book to the outcome of 校验, shown, in %i round trips, the next time in %i",
    async (version, most, mostAgain) => {
      const { client, host } = await openBook([first], {}, version);
      await (await ExcelWorkbook.open(host)).write(county.sheets);
      for (const [press, limit] of [
        ["first", most],
        ["again", mostAgain],
      ] as const) {
        client.host.meter.action = press;
        const engine = new Engine();
        const workbook = await ExcelWorkbook.open(host);
        engine.attach(workbook);
        await engine.look(options);
        const request = { action: "check", season: options } as const;
        const { files } = await engine.plan(request, true);
        const { mainTab = "" } = await engine.run(request, files.length, () => undefined);
        await workbook.show({ sheet: mainTab, cell: "A1" });
        const { syncs, largestRequest, largestResponse } = client.host.meter.cost(press);
        expect(syncs).toBeLessThanOrEqual(limit);
        expect(Math.max(largestRequest, largestResponse)).toBeLessThan(4_000_000);
      }
    },
  );
});
