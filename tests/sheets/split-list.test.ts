// 拆分清单, 待划分, the names of files and the proof that parts are the whole.
import { describe, expect, test } from "@jest/globals";
import { day } from "../../src/domain/values/day";
import type { SheetRow } from "../../src/domain/record/field";
import { fen } from "../../src/domain/values/money";
import { groupPersons } from "../../src/domain/record/person";
import { passwordBytes, passwordFrom } from "../../src/domain/values/password";
import { legalPart, listFileNames } from "../../src/sheets/vocabulary/file-name";
import { dispatchesBeside, dispatchesIn, type EarlierDispatch } from "../../src/sheets/lists/dispatches";
import { schoolList } from "../../src/sheets/lists/school-list";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { schoolReturnsSheet } from "../../src/sheets/returns/school-returns";
import { lastVersion, splitListSheet } from "../../src/sheets/lists/split-list";
import type { Roster } from "../../src/domain/record/roster";
import { nothing, Proof, rosterPart } from "../../src/sheets/lists/split-parts";
import { decisionsIn, unassignedSheet } from "../../src/sheets/lists/unassigned";
import { dumpSheet } from "../support/dump";
import { expectGolden } from "../support/golden";
import { schoolKey } from "../../src/domain/identity/keys";
import { aList, aLoan, aSchool, aSeason, people } from "../support/standings";

const madeOn = day("2019-11-20");
const loanOf = (which: number, index: number): SheetRow => {
  const [name, citizenId] = people[which] ?? people[0];
  return aLoan(which * 10 + index, { name, citizenId, township: "罕井镇" });
};
const rosterOf = (rows: readonly SheetRow[]) => ({ rows, persons: groupPersons(rows), copies: [] });
const listOf = (rows: readonly SheetRow[]): SheetSpec =>
  schoolList({
    school: aSchool(),
    persons: groupPersons(rows),
    season: aSeason(),
    version: 1,
    madeOn,
    reports: new Map(),
    index: aList(rows),
  });

const first = [loanOf(0, 0), loanOf(0, 1), loanOf(1, 0)];
const second = [loanOf(2, 0), loanOf(3, 0), loanOf(3, 1)];
const whole = rosterOf([...first, ...second]);

describe("拆分清单", () => {
  const part = {
    lines: [
      {
        school: aSchool(),
        file: "蒲城县2019催收名单_罕井镇中心校_v2_20191120.xlsx",
        totals: rosterPart(rosterOf(first)),
        changes: { added: 1, withdrawn: 2, changed: 0 },
        transfers: { arrived: 1, left: 0 },
        dispatched: { contact: "田芳", contactPhone: "13900000001", isLocked: true, print: "4K7QX2MF" },
      },
      { school: aSchool({ name: "孙镇中心校", code: "08", liaison: "", liaisonPhone: "" }), totals: nothing },
    ],
    unassigned: rosterPart(rosterOf(second.slice(0, 1))),
    leftOut: [{ reason: "paid", ...rosterPart(rosterOf(second.slice(1))) } as const],
    whole: rosterPart(whole),
    season: aSeason({ control: { persons: 5, due: fen(2_000_000) } }),
    version: 2,
    madeOn,
  };

  const sent = splitListSheet({ ...part, version: 1, madeOn: day("2019-11-19"), leftOut: [] });
  const later = { ...part, earlier: dispatchesBeside([gridOfSpec(sent, "拆分清单")], { on: madeOn, version: 2 }) };

  test("reads like this", () => expectGolden("split-list", dumpSheet(splitListSheet(later))));

  test.each([
    ["拆分清单", splitListSheet(later)],
    ["回收情况", schoolReturnsSheet([], { today: madeOn, deadline: madeOn })],
  ])("no heading of %s is broken within a word", (_, { rows, columns }) => {
    const headings = rows.find((row) => row[0] === "序号") ?? [];
    // A digit of 宋体 11 is eight pixels wide, a character of a heading eleven points.
    const narrow = headings.filter((heading, at) => String(heading).length * 11 > (columns[at]!.width * 8 + 5) * 0.75);
    expect([headings.length > 10, narrow]).toEqual([true, []]);
  });

  test("keeps what went out before, and not what the same version said on the same day", () => {
    const grids = [gridOfSpec(splitListSheet(later), "拆分清单")];
    const known = (found: readonly EarlierDispatch[]) => found.map(({ school, version, on }) => [school, version, on]);
    const first = ["罕井镇中心校", 1, "2019-11-19"];
    expect(known(dispatchesIn(grids))).toEqual([["罕井镇中心校", 2, "2019-11-20"], first]);
    expect(known(dispatchesBeside(grids, { on: madeOn, version: 2 }))).toEqual([first]);
    expect(known(dispatchesBeside(grids, { on: day("2019-11-21"), version: 1 }))).toEqual([["罕井镇中心校", 2, "2019-11-20"], first]);
    const again = splitListSheet({ ...later, earlier: dispatchesBeside(grids, { on: madeOn, version: 2 }) });
    expect(dumpSheet(again)).toBe(dumpSheet(splitListSheet(later)));
  });

  test("says so when the parts are not the whole", () => {
    const text = dumpSheet(splitListSheet({ ...part, unassigned: nothing }));
    expect(text).toContain("不符：请勿下发");
    expect(text).not.toContain("相符：");
  });

  test("remembers the version that was handed out", () => {
    expect(lastVersion([gridOfSpec(splitListSheet(part), "拆分清单")])).toBe(2);
    expect(lastVersion([])).toBe(0);
  });
});

describe("待划分", () => {
  const [ming, wang] = groupPersons(first);
  const [zhang, liu] = groupPersons(second);
  if (!ming || !wang || !zhang || !liu) throw new RangeError("four people");
  const index = aList([...first, ...second]);
  const part = {
    open: [
      { person: ming, reason: "ambiguous", candidates: [schoolKey("罕井镇中心校"), schoolKey("罕井初级中学")] },
      { person: wang, reason: "held-for-errors", candidates: [schoolKey("孙镇中心校")] },
      { person: zhang, reason: "no-place", candidates: [] },
    ],
    decided: [{ person: liu, school: aSchool() }],
    season: aSeason(),
    schools: [aSchool(), aSchool({ name: "孙镇中心校", code: "08" })],
    decisions: new Map(),
    index,
    stands: "tab",
  } as const;

  test("reads like this", () => expectGolden("unassigned", dumpSheet(unassignedSheet(part))));

  test("a school that was written by hand and not understood is quoted", () => {
    const loan = loanOf(0, 0);
    const [person] = groupPersons([{ ...loan, values: { ...loan.values, school: "罕中心小" } }]);
    if (!person) throw new RangeError("nobody");
    const spec = unassignedSheet({ ...part, open: [{ person, reason: "unknown-place", candidates: [] }] });
    expect(spec.rows[2]?.[1]).toBe("所填地名或校名不在辖区划分表里；名单上写的责任学校是“罕中心小”");
  });

  test("who is held for errors is told which, once for all rows", () => {
    const { place } = wang.loans[0] ?? { place: { sheet: "", row: 0 } };
    const errors = new Map([[`${place.sheet}!${place.row}`, new Set(["citizen-id-check-digit", "contract-no-missing"])]]);
    const spec = unassignedSheet({ ...part, open: part.open.slice(1, 2), errors });
    expect([spec.rows[0]?.[0], spec.rows[2]?.[1]]).toEqual([
      "中心留存，不发学校：待划分名单（请在黄色的“责任学校”列选定学校，再拆分一次即可下发；信息有误的，请先在名单中更正）",
      "信息有误：身份证号校验位不符、缺合同编号；更正后再下发",
    ]);
  });

  test("what the centre writes into 责任学校 is read back by contract", () => {
    const spec = unassignedSheet(part);
    const rows = spec.rows.map((row, index) => (index === 2 ? row.with(3, " 孙镇中心校 ") : row));
    const decisions = decisionsIn([gridOfSpec({ ...spec, rows }, "待划分")], index);
    expect([...decisions.values()]).toEqual(["孙镇中心校"]);
    expect(unassignedSheet({ ...part, decisions }).rows[2]?.[3]).toBe("孙镇中心校");
  });

  test("a sheet of that name without 编号 decides nothing", () => {
    expect(
      decisionsIn(
        [
          {
            ...gridOfSpec(unassignedSheet(part), "待划分"),
            rows: [
              ["姓名", "责任学校"],
              ["李明", "孙镇中心校"],
            ],
          },
        ],
        index,
      ).size,
    ).toBe(0);
  });
});

const provenParts = (roster: Roster, sheets: readonly SheetSpec[]) => {
  const proof = new Proof(roster);
  const parts = sheets.map((sheet) => proof.part(sheet));
  proof.whole();
  return parts;
};

describe("the proof", () => {
  test("adds up the cells of every sheet", () => {
    expect(provenParts(whole, [listOf(first), listOf(second)])).toEqual([rosterPart(rosterOf(first)), rosterPart(rosterOf(second))]);
  });

  test.each<[string, readonly SheetSpec[]]>([
    ["a row in no sheet", [listOf(first), listOf(second.slice(1))]],
    ["a row in two sheets", [listOf(first), listOf([...second, first[0] ?? loanOf(0, 0)])]],
    ["a row from elsewhere", [listOf(first), listOf([...second, loanOf(4, 0)])]],
    ["a person cut apart", [listOf(first.slice(1)), listOf([...second, ...first.slice(0, 1)])]],
    [
      "an amount that is not the roster's",
      [listOf(first), listOf([...second.slice(1), { ...loanOf(2, 0), values: { ...loanOf(2, 0).values, due: fen(1) } }])],
    ],
  ])("finds %s", (_, sheets) => {
    expect(() => provenParts(whole, sheets)).toThrow(RangeError);
  });

  test("counts contracts that look alike as often as they are there", () => {
    const twins = [loanOf(0, 0), { ...loanOf(0, 0), place: { sheet: "应还名单", row: 99 } }];
    expect(provenParts(rosterOf(twins), [listOf(twins)])[0]?.contracts).toBe(2);
    expect(() => provenParts(rosterOf(twins), [listOf(twins.slice(1))])).toThrow(RangeError);
  });
});

describe("file names", () => {
  const namesOf = (...names: string[]) =>
    listFileNames(
      names.map((name, index) => aSchool({ name, code: `0${index}` })),
      { season: aSeason(), version: 1, madeOn },
    );

  test("say county, year, school, version and day", () => {
    expect(namesOf("罕井镇中心校")).toEqual(["蒲城县2019催收名单_罕井镇中心校_v1_20191120.xlsx"]);
  });

  test("two that would be one to Windows carry the school's code", () => {
    expect(namesOf("A校", "a校", "B校")).toEqual([
      "蒲城县2019催收名单_A校(00)_v1_20191120.xlsx",
      "蒲城县2019催收名单_a校(01)_v1_20191120.xlsx",
      "蒲城县2019催收名单_B校_v1_20191120.xlsx",
    ]);
    expect(new Set(namesOf("一/中", "一:中")).size).toBe(2);
  });

  test("long names are cut so that every disk takes them, and stay different", () => {
    const long = namesOf(`${"很长的校名".repeat(30)}甲`, `${"很长的校名".repeat(30)}乙`);
    expect(new Set(long).size).toBe(2);
    for (const name of long) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  });

  test.each([
    ["一中/二中*", "一中_二中_"],
    ["校名. ", "校名"],
    ["CON", "_CON"],
    ["com1.附中", "_com1.附中"],
    ["..", "_"],
    ["", "_"],
    ["甲\u0000乙\u202e丙", "甲_乙_丙"],
  ])("%j becomes %j", (text, expected) => expect(legalPart(text)).toBe(expected));
});

describe("passwords", () => {
  test("three groups of letters and digits that cannot be confused", () => {
    const all = Array.from({ length: 256 }, (_, byte) => passwordFrom(new Uint8Array(passwordBytes).fill(byte)));
    for (const password of all) expect(password).toMatch(/^[2-9a-kmnp-z]{4}-[2-9a-kmnp-z]{4}-[2-9a-kmnp-z]{4}$/);
    expect(new Set(all).size).toBe(32);
    expect(passwordFrom(Uint8Array.from({ length: passwordBytes }, (_, index) => index * 21))).toBe("2pcz-nbym-axk9");
  });

  test("too little randomness is refused", () => {
    expect(() => passwordFrom(new Uint8Array(passwordBytes - 1))).toThrow(RangeError);
  });
});
