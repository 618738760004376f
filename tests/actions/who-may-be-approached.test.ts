// One answer asked everywhere: lists mark, visits leave out, letters withhold the same people, and what the centre decides is carried on.
import { describe, expect, test } from "@jest/globals";
import { openSeason, standingsOn } from "../../src/actions/open-season";
import { split } from "../../src/actions/split";
import { day } from "../../src/domain/day";
import type { ExampleRow } from "../../src/domain/rule";
import { cellText, type Grid } from "../../src/sheets/grid";
import { gridOfSpec } from "../../src/sheets/spec-grid";
import { listFields } from "../../src/sheets/school-list";
import { aBorrower, gridOf } from "../support/builders";
import { RecordingFiles, RecordingWorkbook } from "../support/recording";
import { people } from "../support/standings";

const place = { township: "罕井镇", village: "东街村" };
const table = gridOf("辖区划分(附件2)", [{ school: "罕井镇中心校", schoolCode: "01", township: "罕井镇", liaison: "周同志" }]);
const borrowers = (notes: readonly string[], change: ExampleRow = {}): readonly ExampleRow[] =>
  notes.map((note, who) => {
    const [name, citizenId] = people[who] ?? people[0];
    return aBorrower({
      ...{
        name,
        citizenId,
        contractNo: `6105262014000${who}0`,
        principal: 1000,
        interest: 100,
        due: 1100,
        note,
        phone: `139913${who}0018`,
      },
      ...place,
      ...(who === 1 ? change : {}),
    });
  });

async function splitOn(grids: readonly Grid[], version: number) {
  const [workbook, files] = [new RecordingWorkbook(grids), new RecordingFiles()];
  const today = day("2019-12-11");
  const season = await openSeason(workbook, { clock: today });
  const standings = standingsOn(season, today);
  const outcome = await split.run(workbook, files, { book: season.book, held: new Set(), standings, madeOn: today, version });
  const sheets = new Map(
    files.added[0]?.book.sheets.map((sheet) => [sheet.tab, gridOfSpec(sheet, sheet.tab).rows.map((row) => row.map(cellText))]),
  );
  const tabs = ["stop-decisions", "list-versions", "split-list"].flatMap((tab) => {
    const spec = workbook.tabs.get(tab);
    return spec ? [{ ...gridOfSpec(spec, spec.name), ownTab: tab }] : [];
  });
  const hints = (sheets.get("school-list") ?? [])
    .slice(2, -2)
    .map((row) => [row[listFields.indexOf("name")], row[listFields.indexOf("contactHint")] ?? ""]);
  return {
    outcome,
    sheets,
    tabs,
    hints: new Map(hints as [string, string][]),
    stops: new Map([...standings.values()].map((one) => [one.person.name, one.stop])),
  };
}

const dead = "学生已于2018年去世";

describe("who may be approached", () => {
  test("a person whose remark asks for a look is marked, has no prepared visit, and stands in 核实决定 with the words", async () => {
    const { hints, sheets, tabs, stops, outcome } = await splitOn([gridOf("应还名单", borrowers(["", dead])), table], 1);
    expect(stops).toEqual(
      new Map([
        ["李明", undefined],
        ["王晓燕", "to-verify"],
      ]),
    );
    expect(hints).toEqual(
      new Map([
        ["李明", ""],
        ["王晓燕", "待核实，暂勿联系、勿上门"],
      ]),
    );
    expect((sheets.get("school-visits") ?? []).slice(2).flatMap((row) => row[1] || [])).toEqual(["李明"]);
    expect(outcome.reconciled).toBe(true);
    const decisions = tabs.find(({ ownTab }) => ownTab === "stop-decisions");
    expect(decisions?.rows.slice(3).map((row) => row.slice(1, 6).map(cellText))).toEqual([
      ["罕井镇中心校", "王晓燕", dead, "应还名单 第3行"],
    ]);
  });

  test("仍发 lifts the stop through two more runs, and new words ask again on a line of their own", async () => {
    const first = await splitOn([gridOf("应还名单", borrowers(["", dead])), table], 1);
    const decided = first.tabs.map((grid) =>
      grid.ownTab === "stop-decisions"
        ? { ...grid, rows: grid.rows.map((row, at) => (at === 3 ? [...row.slice(0, 5), "仍发", "是祖父", null] : row)) }
        : grid,
    );
    const second = await splitOn([gridOf("应还名单", borrowers(["", dead])), table, ...decided], 2);
    expect(second.stops.get("王晓燕")).toBeUndefined();
    expect(second.outcome.files.map(({ changes }) => changes)).toEqual([{ added: 1, withdrawn: 0, changed: 0 }]);
    const third = await splitOn([gridOf("应还名单", borrowers(["", `${dead}，本人住院`])), table, ...second.tabs], 3);
    expect(third.stops.get("王晓燕")).toBe("to-verify");
    expect(third.outcome.files.map(({ changes }) => changes)).toEqual([{ added: 0, withdrawn: 1, changed: 0 }]);
    const lines = third.tabs.find(({ ownTab }) => ownTab === "stop-decisions")?.rows.slice(3);
    expect(lines?.map((row) => row.slice(3, 7).map(cellText))).toEqual([
      [dead, "应还名单 第3行", "仍发", "是祖父"],
      [`${dead}，本人住院`, "应还名单 第3行"],
    ]);
  });

  test("a later list says whom it adds, withdraws and changes against the one before", async () => {
    const before = await splitOn([gridOf("应还名单", borrowers(["", "", ""]).slice(0, 2)), table], 1);
    const now = borrowers([dead, "", ""], { phone: "13991390018" });
    const { outcome, sheets } = await splitOn([gridOf("应还名单", now), table, ...before.tabs], 2);
    expect(outcome.files.map(({ changes }) => changes)).toEqual([{ added: 1, withdrawn: 1, changed: 1 }]);
    expect((sheets.get("list-changes") ?? []).slice(2).map(([kind, who = ""]) => [kind, who.replace(/（.*/, "")])).toEqual([
      ["撤销", "李明"],
      ["新增", "张欣怡"],
      ["变更", "王晓燕"],
    ]);
  });
});
