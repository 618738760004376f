// Daily feedback in Excel and in a file: the hidden tab of snapshots comes back from both as it was written, so that each next day says the same.
import { expect, test } from "@jest/globals";
import { feedback } from "../../src/actions/feedback";
import { OpenSeason } from "../../src/actions/season";
import type { Workbook } from "../../src/actions/workbook";
import { day } from "../../src/domain/values/day";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { snapshotsIn } from "../../src/sheets/feedback/snapshots";
import { FileWorkbook } from "../../src/xlsx/file-workbook";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { RecordingFiles } from "../support/recording";
import { openBook } from "./open-book";

const county = countyBook(sampleCounty({ persons: 200, seed: 7 }));

async function fedBack(workbook: Workbook, on: string) {
  const files = new RecordingFiles();
  const season = await OpenSeason.open(workbook, { clock: day(on), today: day(on) });
  const outcome = await feedback.run(season, { workbook, files });
  return { outcome, files: files.added, kept: snapshotsIn(await workbook.read()) };
}

test.each(["1.9", "1.14"])("ExcelApi %s: day after day, and a day made good, as in a file", async (api) => {
  const excel = await openBook([{ name: "空", rows: [] }], {}, api);
  await excel.workbook.write(county.sheets);
  const file = FileWorkbook.fromReading("回收.xlsx", await readBook(await writeBook(county), "回收.xlsx"));
  for (const on of ["2019-11-18", "2019-12-11", "2019-11-21"]) {
    const expected = await fedBack(file, on);
    expect(expected.kept.damagedAt).toBeUndefined();
    expect(await fedBack(excel.workbook, on)).toEqual(expected);
  }
  expect(excel.client.host.book.sheets.find(({ name }) => name === "反馈快照")?.visibility).toBe("Hidden");
});
