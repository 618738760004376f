// What each returned file is, told before anything is merged: the same in the rehearsal as in the run, and in sum what the run does.
import { expect, test } from "@jest/globals";
import { collectInto, countyGrids, fillList, MemoryBook, schoolFiles, tabRows, typeInto } from "../support/collecting";

const grids = countyGrids(60, 3);
const files = schoolFiles(grids);
const [own, other] = ["永丰镇中心校", "洛滨镇中心校"] as const;
const fileOf = (school: string) => files.get(school)!;
const told = async (book: MemoryBook, ...returned: Parameters<typeof collectInto>[1]) =>
  (await collectInto(book, returned)).files.map(({ school, status, version, filled, news, questions }) => [
    ...[school, status, version ?? null],
    ...[filled, news, questions],
  ]);

test.each([
  ["a list as it went out", [fileOf(own)], [[own, "merged", 1, 0, 0, 0]]],
  [
    "rows are filled in; what could not be read is odd and not new",
    [fillList(fileOf(own), { 0: { 备注: "x", 还款状态: "已还" }, 1: { 备注: "y" }, 2: { 送达日期: "2019-11-31" }, 3: { 应还合计: 1 } })],
    [[own, "merged", 1, 2, 2, 2]],
  ],
  [
    "a word on no list is one question of each file, however often it stands there",
    [own, other].map((school) => fillList(fileOf(school), { 0: { 还款状态: "联系了" }, 1: { 还款状态: "联系了" } })),
    [
      [own, "merged", 1, 0, 0, 1],
      [other, "merged", 1, 0, 0, 1],
    ],
  ],
  [
    "a file under another school's name stays out, and how much is in it is said",
    [{ ...fillList(fileOf(other), { 0: { 备注: "x" }, 2: { 备注: "y" } }), name: fileOf(own).name }],
    [[own, "rejected", 1, 2, 0, 1]],
  ],
  [
    "of two files that say the same the second has nothing new",
    [fillList(fileOf(own), { 0: { 备注: "x" } }), { ...fillList(fileOf(own), { 0: { 备注: "x" } }), name: "副本.xlsx" }],
    [
      [own, "merged", 1, 1, 1, 0],
      [own, "merged", 1, 1, 0, 0],
    ],
  ],
])("%s", async (_, returned, expected) => {
  const book = new MemoryBook(grids);
  expect(await told(book, ...returned)).toEqual(expected);
  // The same again brings nothing new.
  expect((await told(book, ...returned)).map(([, , , , news]) => news)).toEqual(returned.map(() => 0));
});

test("what was decided is odd no more", async () => {
  const book = new MemoryBook(grids);
  const file = fillList(fileOf(own), { 0: { 联系电话: "13800000001" }, 1: { 备注: "x" } });
  expect(await told(book, file)).toEqual([[own, "merged", 1, 1, 1, 1]]);
  typeInto(book, "conflicts", () => true, { 决定: "拒绝" });
  expect(await told(book, file)).toEqual([[own, "merged", 1, 1, 0, 0]]);
  expect(tabRows(book, "conflicts")).toEqual([]);
});
