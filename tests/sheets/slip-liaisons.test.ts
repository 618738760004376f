// 交单情况 and the clocks in 签收单回收: per liaison what is expected, in, missing and late, by the days of the season or those that 设置 says.
import { describe, expect, test } from "@jest/globals";
import type { PersonKey } from "../../src/domain/identity/keys";
import { NoticeNumbers } from "../../src/domain/identity/notice-numbers";
import type { SlipRecord } from "../../src/domain/returns/slip";
import { day } from "../../src/domain/values/day";
import { cellText } from "../../src/sheets/grid";
import { type SchoolSlips, slipLiaisons } from "../../src/sheets/returns/slip-liaisons";
import { slipRegister, slipsIn } from "../../src/sheets/returns/slip-register";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { aSchool, aSeason } from "../support/standings";

const nobody = new Map<PersonKey, never>();
const record = (number: string, deliveredOn: string, receivedOn: string, change: Partial<SlipRecord> = {}): SlipRecord => ({
  ...{ number, person: undefined, values: { signedBy: `家长${number}`, signerRelation: "father", deliveredOn: day(deliveredOn) } },
  ...{ receivedOn: day(receivedOn), hasOriginal: true, folder: "", note: "", source: "一.csv", history: [] },
  ...change,
});

const schools: readonly SchoolSlips[] = [
  {
    school: aSchool({ name: "罕井镇中心校", liaison: "赵新" }),
    expected: 4,
    records: [
      record("一", "2019-11-26", "2019-11-29"),
      record("二", "2019-11-26", "2019-11-30"),
      record("三", "2019-12-02", "2019-12-03", {
        values: { signedBy: "赵主任", signerRelation: "official", deliveredOn: day("2019-12-02") },
      }),
    ],
  },
  {
    school: aSchool({ name: "孙镇中心校", liaison: "钱明" }),
    expected: 2,
    records: [
      record("四", "2019-11-26", "2019-11-29", { chosen: "absent", values: {}, receivedOn: undefined, hasOriginal: false, attempts: 2 }),
    ],
  },
  { school: aSchool({ name: "兴镇中心校", liaison: "赵新" }), expected: 1, records: [record("五", "2019-11-30", "2019-12-01")] },
  { school: aSchool({ name: "翔村中心校", liaison: "" }), expected: 0, records: [] },
];

const shown = ({ rows }: SheetSpec) =>
  rows.slice(3).map((row) => row.map((cell) => (cell !== null && typeof cell === "object" && "rate" in cell ? "rate" : cell)));

describe("交单情况", () => {
  test("sums by liaison, each school below, every school once, and the whole last", () => {
    expect(shown(slipLiaisons(schools, aSeason(), nobody))).toEqual([
      ["赵新", "2所学校", 5, 4, 1, "rate", 1, 1, 1, 0],
      ["赵新", "罕井镇中心校", 4, 3, 1, "rate", 1, 1, 1, 0],
      ["赵新", "兴镇中心校", 1, 1, 0, "rate", 0, 0, 0, 0],
      ["钱明", "1所学校", 2, 0, 2, "rate", 0, 0, 0, 1],
      ["钱明", "孙镇中心校", 2, 0, 2, "rate", 0, 0, 0, 1],
      ["未指定", "1所学校", 0, 0, 0, "—", 0, 0, 0, 0],
      ["未指定", "翔村中心校", 0, 0, 0, "—", 0, 0, 0, 0],
      ["合计", "4所学校", 7, 4, 3, "rate", 1, 1, 1, 1],
    ]);
  });

  test("counts what is late by the days of 设置, and names them", () => {
    const { dates } = aSeason();
    const later = aSeason({ dates: { ...dates, deliveryTo: day("2019-12-05"), slipsDue: day("2019-12-05") } });
    const tab = slipLiaisons(schools, later, nobody);
    expect(shown(tab).at(-1)).toEqual(["合计", "4所学校", 7, 4, 3, "rate", 0, 0, 1, 1]);
    expect(cellText(gridOfSpec(tab, tab.name).rows[1]?.[0])).toContain("交单以2019-12-05为限");
  });
});

describe("签收单回收", () => {
  const records = schools.flatMap((own) => own.records);
  const season = aSeason();
  const tab = slipRegister({ records, subjectOf: () => undefined, season, grids: [] });
  const column = (heading: string) => {
    const headings = (tab.rows[2] ?? []).map(String);
    return tab.rows.slice(3).map((row) => row[headings.indexOf(heading)]);
  };

  test("says of each slip whether letter and slip were in time", () => {
    expect([column("送达"), column("交单")]).toEqual([
      ["及时", "及时", "逾期", null, "及时"],
      ["及时", "逾期", "及时", null, "及时"],
    ]);
  });

  test("read back is the same, and what somebody types over it counts", () => {
    const numbers = new NoticeNumbers([], 0, { county: "PC", year: 2019 });
    const grid = { ...gridOfSpec(tab, tab.name), ownTab: "slips" };
    expect(slipsIn([grid], numbers, nobody)).toEqual(records);
    const headings = (grid.rows[2] ?? []).map(cellText);
    const typed = { ...grid, rows: grid.rows.map((row) => [...row]) };
    const put = (row: number, heading: string, value: string) => (typed.rows[row]![headings.indexOf(heading)] = value);
    put(3, "签收结果", "拒签");
    put(3, "原件", "未收");
    put(4, "送达日期", "下周二");
    put(6, "上门次数", "3");
    expect(slipsIn([typed], numbers, nobody)).toEqual([
      { ...records[0], chosen: "refused", hasOriginal: false },
      { ...records[1], values: { signedBy: "家长二", signerRelation: "father" }, note: "“下周二”看不懂，请核对" },
      records[2],
      { ...records[3], attempts: 3 },
      records[4],
    ]);
  });
});
