// Tabs of ours are read by their headings: what a person puts above them, and where the columns are moved, makes no difference.
import { expect, test } from "@jest/globals";
import { schoolKey } from "../../src/domain/identity/keys";
import type { FieldId } from "../../src/domain/record/field";
import { day } from "../../src/domain/values/day";
import { fen } from "../../src/domain/values/money";
import { buttonIds, buttons } from "../../src/i18n/buttons";
import { ChangeLog, loggedRows, loggedRuns } from "../../src/sheets/checking/change-log";
import { type Logged, loggedAs } from "../../src/sheets/checking/log-words";
import type { Grid } from "../../src/sheets/grid";
import { editionsIn, listVersionsSheet } from "../../src/sheets/lists/list-versions";
import { passwordBook, passwordsIn } from "../../src/sheets/lists/password-list";
import { transferLines, transfersSheet } from "../../src/sheets/lists/transfers";
import { lastVersion, splitListSheet } from "../../src/sheets/lists/split-list";
import { nothing } from "../../src/sheets/lists/split-parts";
import { correctionsIn, correctionsSheet } from "../../src/sheets/reading/corrections";
import { returnLines, returnsSheet } from "../../src/sheets/returns/returns";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { aSchool, aSeason } from "../support/standings";

const madeOn = day("2019-11-20");
const file = "蒲城县2019催收名单_罕井镇中心校_v2_20191120.xlsx";
const returned = {
  on: madeOn,
  file,
  school: schoolKey("罕井镇中心校"),
  isMerged: true,
  rows: 7,
  entries: 3,
  reason: "",
  print: "4K7QX2MF",
};
const listed = { school: schoolKey("罕井镇中心校"), person: "P", contract: "C", facts: "F", isStopped: true };
const split = {
  lines: [{ school: aSchool(), file, totals: nothing }],
  unassigned: nothing,
  whole: nothing,
  season: aSeason(),
  version: 2,
  madeOn,
};
const password = { school: "罕井镇中心校", file, password: "kx8dmw", liaison: "赵新" };
const corrections = new Map([["名单", { kind: "borrowers", headerRow: 3, columns: new Map<FieldId, number>([["name", 2]]) }]] as const);
const [passwordList] = passwordBook([password], aSeason()).sheets;

/** The tab with a line of somebody's own on top and its columns the other way round. */
function disturbed(spec: SheetSpec): Grid {
  const grid = gridOfSpec(spec, spec.name);
  const width = Math.max(...grid.rows.map((row) => row.length));
  const turned = grid.rows.map((row) => Array.from({ length: width }, (_, at) => row[width - 1 - at] ?? null));
  return { ...grid, rows: [["请勿删除本表"], ...turned] };
}

test.each<[string, SheetSpec, (grids: readonly Grid[]) => unknown]>([
  ["回收登记", returnsSheet([returned, { ...returned, isMerged: false, lateness: "late" }]), returnLines],
  [
    "名单版本",
    listVersionsSheet([
      { version: 1, on: madeOn, listed: [{ ...listed, version: 1, due: fen(120) }] },
      { version: 2, on: madeOn, listed: [{ ...listed, version: 2, isLeftOut: true }] },
    ]),
    (grids) =>
      editionsIn(grids).map(({ listed: own, ...edition }) => ({ ...edition, own: own.map((one) => ({ ...one, place: undefined })) })),
  ],
  ["拆分清单", splitListSheet(split), lastVersion],
  [
    "转入转出",
    transfersSheet([
      { version: 2, on: madeOn, number: "PC19-1", name: "李明", from: "甲校", to: "乙校", basis: "毕业中学", reason: "转学" },
    ]),
    transferLines,
  ],
  ["密码清单", passwordList!, passwordsIn],
  ["识别更正", correctionsSheet(corrections), correctionsIn],
])("%s says the same", (_, spec, read) => {
  const said = read([gridOfSpec(spec, spec.name)]);
  expect(said).not.toEqual(read([]));
  expect(read([disturbed(spec)])).toEqual(said);
});

test("变更日志 keeps its lines as they stand, with or without its headings", () => {
  const log = new ChangeLog([]);
  log.add({ on: madeOn, action: "校验名单", counts: "错误0条" });
  const grid = gridOfSpec(log.add({ on: madeOn, action: "回收", counts: "1份" }), "变更日志");
  const lines = [
    [{ day: madeOn }, "校验名单", "错误0条"],
    [{ day: madeOn }, "回收", "1份"],
  ];
  expect(loggedRows([{ ...grid, rows: [["附注"], ...grid.rows] }])).toEqual(lines);
  expect(loggedRows([{ ...grid, rows: grid.rows.slice(2) }])).toEqual(lines);
});

test("变更日志 says what people pressed, and the names of earlier logs are still understood", () => {
  const pressed = buttonIds.filter((id) => id in loggedAs);
  expect(pressed.length).toBeGreaterThan(8);
  expect(pressed.map((id) => loggedAs[id as Logged])).toEqual(pressed.map((id) => buttons[id]["zh-CN"].label));
  const log = new ChangeLog([]);
  const names = ["校验", "拆分名单", "催收通知书", "签收单登记", "回收", "撤销", "合并回收表", "别的事"];
  const sheets = names.map((action) => log.add({ on: madeOn, action, counts: "" }));
  const grid = gridOfSpec(sheets.at(-1)!, "变更日志");
  expect(loggedRuns([grid]).map(({ what }) => what)).toEqual(["check", "split", "notices", "slips", "collect", "undo", "collect"]);
});
