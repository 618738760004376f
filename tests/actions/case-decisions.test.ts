// 特殊情况审核: what schools report stands there with the papers it needs; what the centre decides holds, survives, and changes who is collected from.
import { describe, expect, test } from "@jest/globals";
import { collect } from "../../src/actions/collect";
import { rollup, rollupInput } from "../../src/actions/rollup";
import { OpenSeason } from "../../src/actions/season";
import { recoveriesOf } from "../../src/domain/standing/net";
import { day } from "../../src/domain/values/day";
import { choiceLabel } from "../../src/sheets/vocabulary/choices";
import type { ExceptionKind } from "../../src/domain/record/choices";
import { cellText, type CellValue, type Grid } from "../../src/sheets/grid";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { plainGrid } from "../support/builders";
import { RecordingFiles, RecordingWorkbook } from "../support/recording";
import { idOf, nameOf } from "../support/season-rows";

const number = (n: number) => `6105262019000${n}`;
const school = "罕井镇中心校";
const list = plainGrid("应还名单", [
  ["姓名", "身份证号", "合同编号", "责任学校", "应还本金", "应还利息", "应还合计"],
  ...[1, 2, 3, 4].map((n) => [nameOf(n), idOf(n), number(n), school, 800, 200, 1000]),
]);
type Reported = readonly [n: number, kind: ExceptionKind, note: string, on: string];
const register = (...rows: readonly Reported[]) =>
  plainGrid(
    "特殊情况",
    [
      ["合同编号", "姓名", "特殊情况类别", "情况说明", "登记日期"],
      ...rows.map(([n, kind, note, on]): CellValue[] => [number(n), nameOf(n), choiceLabel("exceptionKind", kind), note, { day: day(on) }]),
    ],
    { ownTab: "exceptions" },
  );
const reported: readonly Reported[] = [
  [1, "hardship", "父母务农", "2019-12-16"],
  [2, "illness", "住院", "2019-12-19"],
  [3, "deceased", "", "2019-12-12"],
];

async function rolled(grids: readonly Grid[], today = "2019-12-20") {
  const workbook = new RecordingWorkbook(grids);
  const season = await OpenSeason.open(workbook, { clock: day(today) });
  await rollup.run(season, { workbook }, { only: ["exception-rollup", "case-decisions"] });
  const spec = workbook.tabs.get("case-decisions");
  const standings = [...season.standingsOn(season.today).values()];
  const stops = standings.map(({ person, stop }) => [person.name, stop]);
  return { season, stops, tab: spec && gridOfSpec(spec, spec.name) };
}

const linesIn = (tab: Grid | undefined) => tab?.rows.slice(3).map((row) => row.slice(2).map(cellText)) ?? [];
/** The tab with these written into the yellow cells, by name: 情况说明书, 盖章, 决定, 理由, 决定日期. */
const filled = (tab: Grid | undefined, typed: Readonly<Record<string, readonly CellValue[]>>): Grid => ({
  ...tab!,
  rows: tab!.rows.map((row, at) => {
    const own = at > 2 ? typed[cellText(row[2])] : undefined;
    return own ? [...Array.from({ length: 8 }, (_, column) => row[column] ?? null), ...own] : row;
  }),
});

describe("what is reported", () => {
  test("stands in the tab with the papers it needs; what came after the deadline is 迟报", async () => {
    const { tab } = await rolled([list, register(...reported)]);
    expect(linesIn(tab)).toEqual([
      [nameOf(1), "经济困难", "父母务农", "村（社区）和乡镇出具的经济困难证明", "2019-12-16"],
      [nameOf(2), "重病或伤残", "住院", "二级以上医院诊断证明或残疾证", "2019-12-19", "迟报"],
      [nameOf(3), "死亡", "", "死亡证明或户口注销证明", "2019-12-12"],
    ]);
  });

  test("a book without a special case has no such tab, but for whoever asks for it", async () => {
    const workbook = new RecordingWorkbook([list]);
    await rollup.run(await OpenSeason.open(workbook, { clock: day("2019-12-20") }), { workbook });
    expect(workbook.tabs.has("case-decisions")).toBe(false);
    expect(linesIn((await rolled([list])).tab)).toEqual([]);
  });
});

describe("what is decided", () => {
  const decide = async (typed: Readonly<Record<string, readonly CellValue[]>>, rows = reported, today = "2019-12-20") => {
    const { tab } = await rolled([list, register(...reported)]);
    return rolled([list, register(...rows), filled(tab, typed)], today);
  };
  const accepted = ["已收", "已盖章", "受理", "材料齐全", { day: day("2019-12-20") }];
  const returned = ["已收", "未盖章", "退回", "未盖章", { day: day("2019-12-20") }];

  test("before any decision: illness and death stop everything, hardship does not", async () => {
    const { stops } = await rolled([list, register(...reported)]);
    expect(stops.map(([, stop]) => stop)).toEqual([undefined, "illness", "deceased", undefined]);
  });

  test("受理 stops collection for good, and its money stands apart", async () => {
    const { stops, season, tab } = await decide({ [nameOf(1)]: accepted });
    expect(stops.map(([, stop]) => stop)).toEqual(["accepted", "illness", "deceased", undefined]);
    const { all, net, accepted: apart } = recoveriesOf(rollupInput(season).standings.values());
    expect([all, net, apart].map(({ persons, due }) => [persons, due / 100])).toEqual([
      [4, 4000],
      [1, 1000],
      [3, 3000],
    ]);
    expect(linesIn(tab)[0]).toEqual([
      nameOf(1),
      "经济困难",
      "父母务农",
      "村（社区）和乡镇出具的经济困难证明",
      "2019-12-16",
      "",
      "已收",
      "已盖章",
      "受理",
      "材料齐全",
      "2019-12-20",
    ]);
  });

  test("退回 brings a person back into collection, but never anybody to the door of the dead", async () => {
    const { stops, season } = await decide({ [nameOf(2)]: returned, [nameOf(3)]: returned });
    expect(stops.map(([, stop]) => stop)).toEqual([undefined, undefined, "deceased", undefined]);
    expect(rollupInput(season).tally.county.exceptions).toBe(2);
  });

  test("a decision counts from its day on, and a case that is reported anew after a return counts again", async () => {
    const early = await decide({ [nameOf(2)]: returned }, reported, "2019-12-19");
    expect(early.stops[1]?.[1]).toBe("illness");
    const anew = await decide({ [nameOf(2)]: returned }, [...reported, [2, "illness", "补了证明", "2019-12-21"]], "2019-12-22");
    expect(anew.stops[1]?.[1]).toBe("illness");
  });

  test("survives the next collect, even where nobody reports the case any more", async () => {
    const { tab } = await rolled([list, register(...reported)]);
    const decided = filled(tab, { [nameOf(1)]: accepted, [nameOf(2)]: returned });
    const workbook = new RecordingWorkbook([list, register(...reported.slice(1)), decided]);
    await collect.run(await OpenSeason.open(workbook, { clock: day("2019-12-22") }), { workbook, files: new RecordingFiles() });
    const spec = workbook.tabs.get("case-decisions");
    const lines = linesIn(spec && gridOfSpec(spec, spec.name));
    expect(lines.map((line) => [line[0], line[8]])).toEqual([
      [nameOf(2), "退回"],
      [nameOf(3), undefined],
      [nameOf(1), "受理"],
    ]);
  });
});
