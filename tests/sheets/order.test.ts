// In which order people and schools stand: schools as the centre has them, places and people by pinyin, never by the codes of characters.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { FieldValues } from "../../src/domain/record/field";
import { byCode, byPinyin } from "../../src/domain/values/text-order";
import { schoolOrder, schoolsIn } from "../../src/sheets/reading/assignments";
import { schoolKey } from "../../src/domain/identity/keys";
import { readSeasonBook } from "../../src/sheets/reading/read-season";
import type { SeasonBook } from "../../src/sheets/reading/reading";
import { sortPersons } from "../../src/sheets/lists/sort-persons";
import { day } from "../../src/domain/values/day";
import type { Grid } from "../../src/sheets/grid";
import { aLoan, aStanding } from "../support/standings";

const sheet = (name: string, rows: Grid["rows"]): Grid =>
  ({ name, rows, merges: [], hiddenRows: [], hiddenColumns: [] }) as unknown as Grid;
const bookOf = (...grids: readonly Grid[]): SeasonBook => readSeasonBook(grids, { clock: day("2019-11-20"), today: day("2019-11-20") });

const borrowers = (...schools: readonly string[]) =>
  sheet("应还名单", [
    ["姓名", "身份证号", "合同编号", "应还本金", "应还利息", "应还合计", "乡镇", "责任学校"],
    ...schools.map((school, index) => ["李明", "610526199403150018", `610526201910000${index}`, 100, 10, 110, "罕井镇", school]),
  ]);
const territories = sheet("辖区划分(附件2)", [
  ["学校代码", "责任学校", "乡镇", "村"],
  ["09", "尧山中学", "尧山镇", "全镇"],
  ["02", "罕井镇中心校", "罕井镇", "全镇"],
  ["05", "城关镇中", "城关镇", "全镇"],
]);
const contacts = sheet("联系表(附件1)", [
  ["序号", "学校", "联络员", "联系电话"],
  [1, "孙镇中心校", "周文", "13800000001"],
  [2, "安里中学", "吴方", "13800000002"],
]);

describe("schools", () => {
  test("stand in the order of 附件2, whatever codes it gives them", () => {
    expect(schoolsIn(bookOf(borrowers("罕井镇中心校"), territories), new Map()).map(({ name }) => name)).toEqual([
      "尧山中学",
      "罕井镇中心校",
      "城关镇中",
    ]);
  });

  test("without a table stand in the order of 附件1, those that it does not have by pinyin behind it", () => {
    const book = bookOf(borrowers("尧山中学", "安里中学", "罕井镇中心校", "孙镇中心校", "城关镇中"), contacts);
    expect(schoolsIn(book, new Map()).map(({ name }) => name)).toEqual(["孙镇中心校", "安里中学", "城关镇中", "罕井镇中心校", "尧山中学"]);
  });

  test("that the book does not know come last, by pinyin, and no school after all", () => {
    const order = schoolOrder(schoolsIn(bookOf(borrowers("罕井镇中心校"), territories), new Map()));
    const names = ["", "重泉中学", "城关镇中", "安里中学", "尧山中学"].map(schoolKey);
    expect([...names].sort(order)).toEqual(["尧山中学", "城关镇中", "安里中学", "重泉中学", ""]);
  });
});

describe("people", () => {
  const person = (index: number, values: FieldValues) =>
    aStanding([aLoan(index, { citizenId: "", phone: `1380000000${index}`, ...values })]).person;

  test("stand by township, village and name, all by pinyin, blank places last", () => {
    const persons = [
      person(0, { name: "张伟", township: "尧山镇", village: "东街村" }),
      person(1, { name: "安宁", township: "", village: "" }),
      person(2, { name: "周文", township: "陈庄镇", village: "西街村" }),
      person(3, { name: "李明", township: "陈庄镇", village: "安王村" }),
      person(4, { name: "陈晨", township: "陈庄镇", village: "安王村" }),
      person(5, { name: "赵敏", township: "党睦镇", village: "" }),
    ];
    expect(sortPersons(persons).map(({ name }) => name)).toEqual(["陈晨", "李明", "周文", "赵敏", "张伟", "安宁"]);
  });
});

describe("byPinyin", () => {
  test("is no order of codes", () => {
    const names = ["王婷", "安宁", "张伟", "李明", ""];
    expect([[...names].sort(byPinyin), [...names].sort(byCode)]).toEqual([
      ["安宁", "李明", "王婷", "张伟", ""],
      ["", "安宁", "张伟", "李明", "王婷"],
    ]);
  });

  test("tells any two texts apart, the same way from both sides", () => {
    const text = fc.string({ unit: fc.constantFrom("王", "汪", "安", "a", "A", " ", "1", "䶮") });
    fc.assert(
      fc.property(text, text, (a, b) => Math.sign(byPinyin(a, b)) === -Math.sign(byPinyin(b, a)) && (byPinyin(a, b) === 0) === (a === b)),
    );
  });
});
