import { describe, expect, test } from "@jest/globals";
import { day } from "../../src/domain/values/day";
import { type Correction, correctionsIn, correctionsSheet } from "../../src/sheets/reading/corrections";
import { readSeasonBook } from "../../src/sheets/reading/read-season";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { plainGrid } from "../support/builders";

const liHua = "610526199403150018";
const clock = day("2019-11-18");

const odd = plainGrid("表一", [["2019年"], ["甲", "乙", "丙", "丁", "戊"], ["李华", liHua, "C001", 100, 10]]);

describe("the user says what a sheet is", () => {
  test("a list whose headings mean nothing is read by the user's word", () => {
    const said = plainGrid("识别更正", [
      ["识别更正"],
      ["工作表", "项目", "更正为"],
      ["表一", "用途", "应还名单"],
      ["表一", "表头行", 2],
      ["表一", "姓名", "A"],
      ["表一", "身份证号", "b"],
      ["表一", "合同号", "C"],
      ["表一", "应还本金", "D"],
      ["表一", "应还利息", "E"],
      ["表一", "胡说", "F"],
    ]);
    expect(readSeasonBook([odd], { clock }).roster.rows).toEqual([]);
    const { roster, sheets } = readSeasonBook([odd, said], { clock });
    expect(
      roster.rows.map(({ place, values }) => [
        place.row,
        values.name,
        values.citizenId,
        values.contractNo,
        values.principal,
        values.interest,
      ]),
    ).toEqual([[3, "李华", liHua, "C001", 10_000, 1_000]]);
    expect(sheets.map(({ kind }) => kind)).toEqual(["borrowers", "own"]);
  });

  test("a chosen column beats the heading that claims the same field", () => {
    const list = plainGrid("名单（一）", [
      ["姓名", "曾用名姓名", "身份证号", "合同编号", "应还利息"],
      ["李桦", "李华", liHua, "C001", 1],
    ]);
    const said = plainGrid("识别更正", [["名单（一）", "姓名", "B"]]);
    expect(readSeasonBook([list, said], { clock }).roster.rows[0]?.values.name).toBe("李华");
  });

  test("a sheet that is not to be used is left out", () => {
    const list = (name: string) =>
      plainGrid(name, [
        ["姓名", "身份证号", "合同编号", "应还利息"],
        ...Array.from({ length: 6 }, (_, index) => ["李华", liHua, `C${index}`, 1]),
      ]);
    const said = plainGrid("识别更正", [["旧名单", "用途", "不用"]]);
    expect(readSeasonBook([list("旧名单"), list("名单"), said], { clock }).sheets.map(({ kind }) => kind)).toEqual([
      "other",
      "borrowers",
      "own",
    ]);
  });

  test("what is written is read back", () => {
    const corrections = new Map<string, Correction>([
      [
        "表一",
        {
          kind: "borrowers",
          headerRow: 2,
          columns: new Map([
            ["name", 0],
            ["citizenId", 27],
          ]),
        },
      ],
      ["表二", { kind: "other", columns: new Map() }],
    ]);
    expect(correctionsIn([gridOfSpec(correctionsSheet(corrections), "识别更正")])).toEqual(corrections);
  });
});
