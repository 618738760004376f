// What the centre has still to decide on its own tabs: the blank cells of the yellow column, as people see their addresses.
import { expect, test } from "@jest/globals";
import { openVerdicts } from "../../src/sheets/checking/stop-decisions";
import { openPlaces } from "../../src/sheets/lists/unassigned";

const unassigned = (...rows: (string | null)[][]) => ({ rows: [["待划分名单"], ["编号", "原因", "候选学校", "责任学校"], ...rows] });

test.each([
  ["nobody is left", unassigned(["合计"]), []],
  ["two are, one of them decided", unassigned(["a", "", "", null], ["b", "", "", "实验中学"], ["c"], ["合计"]), ["D3", "D5"]],
  ["those below the totals row were decided earlier", unassigned(["a"], ["合计"], ["b"]), ["D3"]],
  ["the column is gone", { rows: [["编号", "原因"], ["a"]] }, []],
])("待划分: %s", (_, grid, cells) => {
  expect(openPlaces(grid)).toEqual(cells);
});

test("核实决定: the lines without a decision", () => {
  const rows = [["核实决定"], ["编号", "学校", "姓名", "原文", "所在位置", "决定", "理由", "日期"], ["a", "", "", "", "", "仍发"], ["b"]];
  expect(openVerdicts({ rows })).toEqual(["F4"]);
});
