// Place keys and the table 附件2 as it is read.
import { describe, expect, test } from "@jest/globals";
import type { FieldValues, SheetRow } from "../../src/domain/record/field";
import { placeKey, placeKeyFor } from "../../src/sheets/vocabulary/place-key";
import { jurisdictionsOf, placesIn } from "../../src/sheets/reading/read-jurisdictions";

const rowsOf = (...lines: FieldValues[]): SheetRow[] =>
  lines.map((values, index) => ({ place: { sheet: "辖区划分(附件2)", row: index + 3 }, values, issues: [] }));

describe("two spellings of one place have one key", () => {
  test.each([
    ["township", "罕井", "罕井镇"],
    ["township", "罕井镇镇", "罕井镇"],
    ["township", "罕 井　镇", "罕井镇"],
    ["township", "孙镇", "孙镇镇"],
    ["township", "城关街道办", "城关街道办事处"],
    ["township", "城关镇", "城关街道"],
    ["village", "东街村", "东街村委会"],
    ["village", "东街", "东街社区居委会"],
    ["village", "东街行政村", "东街村第三组"],
    ["village", "东街村12组", "东街村"],
    ["school", "罕井中心校", "罕井镇中心校"],
    ["school", "罕井镇镇中心校", "罕井镇中心学校"],
    ["school", "尧山 中学", "尧山中学"],
    ["middleSchool", "尧山中学", "尧山　中学"],
  ] as const)("%s %s = %s", (kind, one, other) => {
    expect(placeKey(kind, one)).toBe(placeKey(kind, other));
  });
});

describe("what differs stays different", () => {
  test.each([
    ["school", "城关镇中", "城关中学"],
    ["school", "罕井镇中心校", "罕井镇中心小学"],
    ["school", "罕井中学", "罕井镇中学"],
    ["school", "罕井初级中学", "罕井中学"],
    ["school", "实验中学", "实验小学"],
    ["township", "罕井镇", "罕并镇"],
    ["township", "龙阳镇", "龙池镇"],
    ["village", "东街村", "西街村"],
    ["village", "新村", "新庄村"],
    ["middleSchool", "蒲城中学", "尧山中学"],
    ["township", "蒲城县罕井镇", "罕井镇"],
  ] as const)("%s %s ≠ %s", (kind, one, other) => {
    expect(placeKey(kind, one)).not.toBe(placeKey(kind, other));
  });
});

test("the county's own name before a place says nothing; another county's does", () => {
  const key = placeKeyFor("蒲城县");
  expect(key("township", "陕西省渭南市蒲城县罕井镇")).toBe("罕井");
  expect(key("township", "富平县罕井镇")).not.toBe("罕井");
  expect(key("school", "蒲城县罕井镇中心校")).toBe(key("school", "罕井中心校"));
});

test.each(["无", " - ", "—", "/", "不详", ""])("「%s」 is no place", (text) => {
  expect(placeKey("township", text)).toBe("");
  expect(placeKey("village", text)).toBe("");
});

test("an ending alone is a name, not an ending", () => {
  expect(placeKey("township", "镇")).toBe("镇");
  expect(placeKey("village", "村")).toBe("村");
});

test("a cell may list several places; a short name spread out with a space is one", () => {
  expect(placesIn("东街村、西街村，南街村;北街社区\n中街村")).toEqual(["东街村", "西街村", "南街村", "北街社区", "中街村"]);
  expect(placesIn("东街村 西街村")).toEqual(["东街村", "西街村"]);
  expect(placesIn("孙 镇、罕井镇")).toEqual(["孙镇", "罕井镇"]);
});

describe("the table is read", () => {
  test("schools in order of first appearance; own codes are cleaned, missing or repeated ones become the place in the table", () => {
    const { schools } = jurisdictionsOf(
      rowsOf(
        {
          school: "罕井镇中心校",
          schoolCode: "hj-01",
          schoolAlias: "罕小、罕中心",
          liaison: "赵一",
          liaisonPhone: "13900000001",
          township: "罕井镇",
        },
        { school: "孙镇中心校", township: "孙镇" },
        { school: "罕井中心校", township: "龙阳镇" },
        { school: "城关镇中", schoolCode: "02", township: "城关镇" },
        { school: "实验中学", schoolCode: "HJ01", middleSchool: "实验中学" },
        { township: "无主镇" },
      ),
    );
    expect(schools).toEqual([
      { name: "罕井镇中心校", code: "HJ01", aliases: ["罕小", "罕中心", "罕井中心校"], liaison: "赵一", liaisonPhone: "13900000001" },
      { name: "孙镇中心校", code: "06", aliases: [], liaison: "", liaisonPhone: "" },
      { name: "城关镇中", code: "02", aliases: [], liaison: "", liaisonPhone: "" },
      { name: "实验中学", code: "04", aliases: [], liaison: "", liaisonPhone: "" },
    ]);
  });

  test("each place is a territory; 全镇 and 其余各村 mean the township, a middle school stands for itself", () => {
    const { territories } = jurisdictionsOf(
      rowsOf(
        { school: "甲校", township: "罕井镇、孙镇", village: "全镇" },
        { school: "乙校", township: "城关镇", village: "东街村、西街村", middleSchool: "尧山中学" },
        { school: "丙校", township: "城关镇", village: "其余各村" },
        { school: "丁校", village: "南街社区" },
      ),
    );
    expect(territories.map(({ place, ...territory }) => ({ ...territory, row: place.row }))).toEqual([
      { township: "罕井镇", school: "甲校", row: 3 },
      { township: "孙镇", school: "甲校", row: 3 },
      { township: "城关镇", village: "东街村", school: "乙校", row: 4 },
      { township: "城关镇", village: "西街村", school: "乙校", row: 4 },
      { middleSchool: "尧山中学", school: "乙校", row: 4 },
      { township: "城关镇", school: "丙校", row: 5 },
      { village: "南街社区", school: "丁校", row: 6 },
    ]);
  });
});
