// Whose school is whose: the table 附件2, hand-written schools, and everything that must stay open.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { FieldValues, SheetRow } from "../../src/domain/record/field";
import { assignSchools, schoolsOf } from "../../src/domain/places/jurisdiction";
import { groupPersons } from "../../src/domain/record/person";
import { jurisdictionsOf } from "../../src/sheets/reading/read-jurisdictions";

const rowsOf = (...lines: FieldValues[]): SheetRow[] =>
  lines.map((values, index) => ({ place: { sheet: "应还名单", row: index + 2 }, values, issues: [] }));

const table = jurisdictionsOf(
  rowsOf(
    { school: "罕井镇中心校", schoolAlias: "罕中心", township: "罕井镇" },
    { school: "孙镇中心校", township: "孙镇" },
    { school: "城关镇中", township: "城关镇", village: "东街村、朝阳村" },
    { school: "实验中学", township: "城关镇", village: "西街村", middleSchool: "实验中学" },
    { school: "龙阳镇中心校", township: "龙阳镇", schoolAlias: "龙中" },
    { school: "龙池镇中心校", township: "龙池镇", schoolAlias: "龙中" },
    { school: "桥陵镇中心校", township: "桥陵镇" },
    { school: "坡头初中", township: "桥陵镇", village: "坡头村" },
    { school: "尧山中学", middleSchool: "尧山中学" },
    { school: "苏坊镇中心校", township: "苏坊镇", village: "东街村、苏坊村" },
    { school: "潼塬镇中心校", township: "潼塬镇" },
    { school: "东贾小学", township: "潼塬镇", village: "东贾村、贾家沪村" },
    { school: "荆姚中学", township: "荆姚镇", middleSchool: "荆姚中学" },
  ),
);

/** One person with these rows; what is decided, in short. */
function decided(rows: FieldValues[], jurisdictions: typeof table | undefined = table) {
  const persons = groupPersons(
    rowsOf(...rows.map((values, index) => ({ citizenId: "610526199403150018", name: "李明", contractNo: `C${index}`, ...values }))),
  );
  const [assignment] = assignSchools(persons, jurisdictions);
  if (!assignment) throw new RangeError("nobody");
  return assignment.school ? [assignment.school.name, assignment.by] : [assignment.reason, ...assignment.candidates];
}

describe("one place decides", () => {
  test.each<[string, FieldValues, string[]]>([
    ["a school written by hand", { school: "孙镇中心校", township: "罕井镇" }, ["孙镇中心校", "school"]],
    ["a school written without 镇", { school: "罕井中心校" }, ["罕井镇中心校", "school"]],
    ["a school's nickname", { school: "罕中心", township: "孙镇" }, ["罕井镇中心校", "school"]],
    ["a village in its township", { township: "城关", village: "西街" }, ["实验中学", "village"]],
    ["a village before the rest of its township", { township: "桥陵镇", village: "坡头村委会" }, ["坡头初中", "village"]],
    ["a village without township whose name is borne once", { village: "西街社区" }, ["实验中学", "village"]],
    ["a village written with its township", { village: "城关镇西街村" }, ["实验中学", "village"]],
    ["a township", { township: "罕井" }, ["罕井镇中心校", "township"]],
    ["a township whatever its village", { township: "罕井镇", village: "王庄村" }, ["罕井镇中心校", "township"]],
    [
      "a township although its village bears a name known elsewhere",
      { township: "罕井镇", village: "西街村" },
      ["罕井镇中心校", "township"],
    ],
    ["an unlisted village goes to the township's own line", { township: "潼塬镇", village: "东塬村" }, ["潼塬镇中心校", "township"]],
    [
      "a village outside the lines of its township, by middle school",
      { township: "苏坊镇", village: "北社村", middleSchool: "尧山中学" },
      ["尧山中学", "middleSchool"],
    ],
    [
      "a township whose villages share one school, by middle school",
      { township: "苏坊镇", middleSchool: "尧山中学" },
      ["尧山中学", "middleSchool"],
    ],
    ["a divided township, by middle school", { township: "城关镇", middleSchool: "尧山中学" }, ["尧山中学", "middleSchool"]],
    ["the rest of a divided township", { township: "桥陵镇", village: "三合村" }, ["桥陵镇中心校", "township"]],
    ["a township before the middle school", { township: "孙镇", middleSchool: "尧山中学" }, ["孙镇中心校", "township"]],
    ["a middle school when nothing else is given", { middleSchool: "尧山中学" }, ["尧山中学", "middleSchool"]],
    ["a middle school when the village says nothing", { village: "王庄村", middleSchool: "尧山中学" }, ["尧山中学", "middleSchool"]],
  ])("%s", (_, values, expected) => {
    expect(decided([values])).toEqual(expected);
  });
});

describe("nothing is guessed", () => {
  test.each<[string, FieldValues, string[]]>([
    ["a misspelt township is a candidate", { township: "罕并镇" }, ["unknown-place", "罕井镇中心校"]],
    [
      "a misspelt township is not passed over for the middle school",
      { township: "罕并镇", middleSchool: "尧山中学" },
      ["unknown-place", "罕井镇中心校", "尧山中学"],
    ],
    ["a township of another county", { township: "富平县庄里镇" }, ["unknown-place"]],
    ["an unknown township with a known village", { township: "富平县庄里镇", village: "西街村" }, ["unknown-place", "实验中学"]],
    ["a township by its look-alike", { township: "龙阴镇" }, ["unknown-place", "龙阳镇中心校"]],
    ["a township by its sound", { township: "龙赤镇" }, ["unknown-place", "龙池镇中心校"]],
    ["a township like nothing", { township: "龙泉镇" }, ["unknown-place"]],
    ["a township whose villages share one school, its only school first", { township: "苏坊镇" }, ["ambiguous", "苏坊镇中心校"]],
    ["the same with a village that has no line", { township: "苏坊镇", village: "北社村" }, ["ambiguous", "苏坊镇中心校"]],
    [
      "a misspelt village is not passed over for the middle school",
      { township: "苏坊镇", village: "苏方村", middleSchool: "尧山中学" },
      ["unknown-place", "苏坊镇中心校", "尧山中学"],
    ],
    ["a township that stands beside a middle school in its line", { township: "荆姚镇" }, ["ambiguous", "荆姚中学"]],
    ["a slip in three characters", { township: "潼塬镇", village: "贾家炉村" }, ["ambiguous", "潼塬镇中心校", "东贾小学"]],
    ["a misspelt school, before all places", { school: "罕并镇中心校", township: "孙镇" }, ["unknown-place", "罕井镇中心校", "孙镇中心校"]],
    ["a nickname that two schools bear", { school: "龙中" }, ["ambiguous", "龙阳镇中心校", "龙池镇中心校"]],
    ["a divided township without village", { township: "城关镇" }, ["ambiguous", "城关镇中", "实验中学"]],
    ["a divided township with an unknown village", { township: "城关镇", village: "北街村" }, ["ambiguous", "城关镇中", "实验中学"]],
    [
      "an address only brings the likely school forward",
      { township: "城关镇", address: "城关镇西街村三组" },
      ["ambiguous", "实验中学", "城关镇中"],
    ],
    [
      "a village like one with a line of its own is not the rest",
      { township: "桥陵镇", village: "披头村" },
      ["ambiguous", "桥陵镇中心校", "坡头初中"],
    ],
    ["a divided township with a rest, without village", { township: "桥陵镇" }, ["ambiguous", "桥陵镇中心校", "坡头初中"]],
    ["one village name in two townships", { village: "东街村" }, ["ambiguous", "城关镇中", "苏坊镇中心校"]],
    ["a misspelt middle school", { middleSchool: "尧山中" }, ["unknown-place", "尧山中学"]],
    ["no place at all", {}, ["no-place"]],
    ["no place, but an address", { address: "陕西省蒲城县罕井镇王庄村" }, ["no-place", "罕井镇中心校"]],
  ])("%s", (_, values, expected) => {
    expect(decided([values])).toEqual(expected);
  });
});

describe("all contracts of a person go together", () => {
  test("a blank row follows the others", () => {
    expect(decided([{ township: "罕井镇" }, {}])).toEqual(["罕井镇中心校", "township"]);
  });
  test("a school written in one row counts for all", () => {
    expect(decided([{ township: "罕井镇" }, { school: "孙镇中心校", township: "罕井镇" }])).toEqual(["孙镇中心校", "school"]);
  });
  test("a township in one row is stronger than a middle school in another", () => {
    expect(decided([{ middleSchool: "尧山中学" }, { township: "孙镇" }])).toEqual(["孙镇中心校", "township"]);
  });
  test("one row says what another leaves open", () => {
    expect(decided([{ township: "城关镇" }, { township: "城关镇", village: "西街村" }])).toEqual(["实验中学", "village"]);
  });
  test("rows that disagree leave the person open", () => {
    expect(decided([{ township: "罕井镇" }, { township: "孙镇" }])).toEqual(["contracts-disagree", "罕井镇中心校", "孙镇中心校"]);
    expect(decided([{ school: "实验中学" }, { school: "尧山中学" }])).toEqual(["contracts-disagree", "实验中学", "尧山中学"]);
  });
  test("a row that cannot be read leaves the person open", () => {
    expect(decided([{ township: "孙镇" }, { township: "罕并镇" }])).toEqual(["unknown-place", "孙镇中心校", "罕井镇中心校"]);
  });
});

describe("a table of one kind only", () => {
  test("townships are not asked when the table names none", () => {
    const middle = jurisdictionsOf(rowsOf({ school: "尧山中学", middleSchool: "尧山中学" }));
    expect(decided([{ township: "罕井镇", village: "东街村", middleSchool: "尧山中学" }], middle)).toEqual(["尧山中学", "middleSchool"]);
  });
  test("a table of villages without townships", () => {
    const villages = jurisdictionsOf(rowsOf({ school: "甲校", village: "东街村" }, { school: "乙校", village: "西街村" }));
    expect(decided([{ township: "城关镇", village: "西街村" }], villages)).toEqual(["乙校", "village"]);
  });
});

test("the order of persons and of their rows makes no difference, and nobody is lost or counted twice", () => {
  const word = (...words: string[]) => fc.constantFrom("", ...words);
  const line = fc.record({
    citizenId: fc.constantFrom("610526199403150018", "610526199412311207", "610526199306070219"),
    school: word("孙镇中心校", "罕并镇中心校"),
    township: word("罕井镇", "城关镇", "苏坊镇", "潼塬镇", "龙阴镇"),
    village: word("东街村", "西街村", "东塬村", "东贾村", "苏方村"),
    middleSchool: word("尧山中学", "实验中学", "荆姚中学"),
  });
  const told = (persons: ReturnType<typeof groupPersons>) =>
    assignSchools(persons, table)
      .map((assignment) => [
        assignment.person.key,
        ...(assignment.school ? [assignment.school.name, assignment.by] : [assignment.reason, ...[...assignment.candidates].sort()]),
      ])
      .sort();
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const persons = groupPersons(rowsOf(...lines));
      expect(told(persons).map(([key]) => key)).toEqual(persons.map(({ key }) => key).sort());
      expect(told(groupPersons(rowsOf(...lines.toReversed())))).toEqual(told(persons));
    }),
  );
});

describe("a book without a table", () => {
  const persons = groupPersons(
    rowsOf(
      { citizenId: "610526199403150018", name: "李明", school: "孙镇中心校" },
      { citizenId: "610526199412311207", name: "王芳", school: "孙 镇中心校" },
      { citizenId: "610526199306070219", name: "赵强", school: "罕井镇中心校" },
      { citizenId: "612128198910153369", name: "陈霞", township: "罕井镇" },
    ),
  );
  test("the schools are those written by hand; the rest has no table", () => {
    const assignments = assignSchools(persons, undefined);
    expect(assignments.map((assignment) => (assignment.school ? assignment.school.name : assignment.reason))).toEqual([
      "孙 镇中心校",
      "孙 镇中心校",
      "罕井镇中心校",
      "no-table",
    ]);
  });
  test("names and codes do not depend on the order of the rows", () => {
    expect(schoolsOf([...persons].reverse(), undefined)).toEqual(schoolsOf(persons, undefined));
    expect(schoolsOf(persons, undefined).every(({ code }) => /^[0-9A-Z]{4}$/.test(code))).toBe(true);
  });
});
