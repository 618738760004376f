// Beginning a season: a book gets the tables that it lacks, as sheets that are read like the centre's own, and never a second time.
import { expect, test } from "@jest/globals";
import { beginningSheets, missingTables } from "../../src/actions/begin";
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { foreignGrids } from "../support/checked";

const options = { clock: day("2020-09-01") };
const county = foreignGrids(countyBook(sampleCounty({ persons: 60, seed: 3 })));
const empty = { name: "Sheet1", visibility: "visible", rows: [], merges: [], hiddenRows: [], hiddenColumns: [] } as const;
const shopping = {
  ...empty,
  name: "采购清单",
  rows: [
    ["品名", "数量"],
    ["钢笔", 3],
  ],
};
const written = async (grids: typeof county, about = { county: "蒲城县", year: 2020 }) => {
  const sheets = beginningSheets(grids, about, options);
  return { sheets, grids: [...grids, ...(await readBook(await writeBook({ sheets }), "新.xlsx")).grids] };
};

test.each([
  ["an empty book", [empty]],
  ["a book about something else", [shopping]],
])("%s gets all three, of the county and year that were named, with the notice's dates; then it lacks nothing", async (_, before) => {
  expect(missingTables(before, options)).toEqual(["settings", "contacts", "jurisdictions"]);
  const { sheets, grids } = await written(before);
  expect(sheets.every(({ tab }) => tab === "")).toBe(true);
  expect(sheets.map(({ name }) => name)).toContain("设置");
  expect(missingTables(grids, options)).toEqual([]);
  expect(beginningSheets(grids, { county: "别的县", year: 1999 }, options)).toEqual([]);
  const { season } = OpenSeason.in(grids, "", { ...options, mayLackList: true }).book;
  expect([season.county, season.year, season.dates.dueDate]).toEqual(["蒲城县", 2020, "2020-12-20"]);
});

test("a book with its list lacks what it lacks, and what it knows is filled in", async () => {
  const { schools } = OpenSeason.in(county, "", options);
  const without = county.filter(({ name }) => name !== "联系表");
  const bare = without.filter(({ name }) => !/划分/.test(name));
  const missing = missingTables(bare, options);
  expect(missing).not.toContain("settings");
  expect(missing).toContain("jurisdictions");
  const { sheets, grids } = await written(bare);
  expect(sheets.map(({ name }) => name)).not.toContain("设置");
  expect(missingTables(grids, options)).toEqual([]);
  const texts = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === "string");
  expect(schools.some(({ name }) => texts.includes(name))).toBe(true);
  // The list is the list that it was.
  const totals = (all: typeof county) => OpenSeason.in(all, "", options).check.totals;
  expect(totals(grids)).toEqual(totals(bare));
});
