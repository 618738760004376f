// The workbook of a school: what it shows, what may be typed where, and what is never in it.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { day } from "../../src/domain/values/day";
import type { FieldValues, SheetRow } from "../../src/domain/record/field";
import { fen } from "../../src/domain/values/money";
import { groupPersons } from "../../src/domain/record/person";
import { indexReports } from "../../src/domain/identity/report";
import { parseNoticeNumber } from "../../src/domain/identity/notice-number";
import { choiceLabels } from "../../src/sheets/vocabulary/choices";
import { cellAddress, cellText } from "../../src/sheets/grid";
import { readMeta } from "../../src/sheets/lists/meta";
import { schoolBook } from "../../src/sheets/lists/school-book";
import { schoolExceptions } from "../../src/sheets/lists/school-exceptions";
import { factFields, fillFields, listFields, listHeadingRow, schoolTab, type SchoolPart } from "../../src/sheets/lists/school-list";
import type { BookSpec, CellOut, SheetSpec } from "../../src/sheets/writing/spec";
import { cellValueOf, gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { styleOf } from "../../src/sheets/writing/styles";
import { dumpSheet } from "../support/dump";
import { expectGolden } from "../support/golden";
import { aList, aLoan, aSchool, aSeason, people } from "../support/standings";

const home = (township: string, village: string): FieldValues => ({
  township,
  village,
  address: `蒲城县${township}${village}三组`,
  phone: "13991230001",
  coBorrowerName: "李大山",
  coBorrowerId: "612128198910153369",
  coBorrowerPhone: "13991230002",
  coBorrowerRelation: "父子",
  alipayAccount: "610526a0001.cdb@sina.cn",
});
const borrower = (which: number, place: FieldValues, contracts = 1): SheetRow[] => {
  const [name, citizenId] = people[which] ?? people[0];
  return Array.from({ length: contracts }, (_, index) => aLoan(which * 10 + index, { name, citizenId, ...place }));
};

const loans = [
  ...borrower(1, home("罕井镇", "西街村"), 2),
  ...borrower(0, home("罕井镇", "东街村"), 3),
  ...borrower(4, { ...home("罕井镇", "东街村"), principal: fen(0) }),
  ...borrower(2, { middleSchool: "罕井中学", phone: "13991230009" }),
];

function partOf(rows: readonly SheetRow[], change: Partial<SchoolPart> = {}): SchoolPart {
  return {
    school: aSchool(),
    persons: groupPersons(rows),
    season: aSeason(),
    version: 1,
    madeOn: day("2019-11-20"),
    index: aList(rows),
    reports: new Map(),
    ...change,
  };
}

const sheet = (book: BookSpec, name: string): SheetSpec => {
  const found = book.sheets.find((candidate) => candidate.name === name);
  if (!found) throw new RangeError(`no sheet ${name}`);
  return found;
};
const texts = (row: readonly CellOut[] | undefined) => (row ?? []).map((cell) => cellText(cellValueOf(cell)));
const book = schoolBook(partOf(loans));
const list = sheet(book, "催收名单");
const body = (spec: SheetSpec) => spec.rows.slice(listHeadingRow + 1, -2);

test.each([
  [1, 20],
  [205, 21],
])("特殊情况 of a school with %d people has room for %d of them", (count, room) => {
  const part = partOf(loans);
  const persons = Array.from({ length: count }, () => part.persons)
    .flat()
    .slice(0, count);
  expect(schoolExceptions({ ...part, persons }).rows).toHaveLength(3 + room + 1);
});

describe("the sheets read like this", () => {
  test("填写说明", () => expectGolden("school-guide", dumpSheet(sheet(book, "填写说明"))));
  test("催收名单", () => expectGolden("school-list", dumpSheet(list)));
  test("特殊情况", () => expectGolden("school-exceptions", dumpSheet(sheet(book, "特殊情况"))));
  test("上门记录", () => {
    const few = schoolBook(partOf(borrower(0, home("罕井镇", "东街村"))));
    expectGolden("school-visits", dumpSheet(sheet(few, "上门记录")));
  });
});

test("a list made after its deadlines says that they have passed", () => {
  const late = schoolBook(partOf(loans, { madeOn: day("2019-12-19") }));
  const guide = sheet(late, "填写说明").rows.map((row) => texts(row).join("|"));
  expect(guide.filter((line) => line.includes("已过"))).toEqual([
    "送达通知书|送达时间已过，还没有送到的请尽快送到学生或家长手中；签收单上交时间已过，请尽快交包联同志赵新（13900000000）。|",
    "特殊情况|生病、服役、升学、联系不上等情况，选类别并写明经过，情况说明上报时间已过，请尽快逐人加盖公章上报。如遇学生不幸离世，请不要再上门，先与我们联系。|",
  ]);
  expect(texts(sheet(late, "特殊情况").rows[0])[0]).toBe(
    "特殊情况（请逐人写明经过和佐证材料，情况说明上报时间已过，请尽快加盖公章上报；编号请从催收名单抄来）",
  );
});

describe("催收名单", () => {
  test("the fill-in headings are exactly those that the centre and the schools agreed on", () => {
    const headings = texts(list.rows[listHeadingRow]);
    expect(headings[0]).toBe("编号");
    expect(headings.slice(-11).join(" ")).toBe(
      "送达日期 送达方式 签收人 与借款人关系 送达人 还款状态 还款日期 实还合计 特殊情况类别 情况说明 备注",
    );
    expect(new Set(headings).size).toBe(headings.length);
  });

  test("facts are locked, entries are yellow and open, and the sheet is protected", () => {
    expect(list.isProtected).toBe(true);
    for (const [index, { style }] of list.columns.entries()) {
      const { unlocked = false, fill } = styleOf(style);
      expect([listFields[index], unlocked, fill !== undefined]).toEqual([
        listFields[index],
        index >= factFields.length,
        index >= factFields.length,
      ]);
    }
    for (const { style, area } of list.styled ?? []) expect([area.top, styleOf(style).unlocked]).toEqual([area.top, undefined]);
  });

  test("every row is as wide as the table, so that every open cell has its style", () => {
    for (const row of list.rows) expect(row).toHaveLength(listFields.length);
  });

  test("sorted by township, village and name, places that are blank last; contracts of one person stand together", () => {
    expect(body(list).map((row) => texts(row)[listFields.indexOf("name")])).toEqual([
      "李明",
      "李明",
      "李明",
      "欧阳静雯",
      "王晓燕",
      "王晓燕",
      "张欣怡",
    ]);
  });

  test("编号 is the person's number: county, season, school, and the place in the list", () => {
    const numbers = body(list).map((row) => parseNoticeNumber(texts(row)[0] ?? ""));
    expect(numbers.map((number) => number?.sequence)).toEqual([1, 1, 1, 2, 3, 3, 4]);
    expect(numbers).toEqual(numbers.map((number) => ({ county: "PC", year: 2019, schoolCode: "07", sequence: number?.sequence })));
  });

  test("序号 counts persons, and every second one is tinted", () => {
    const seq = listFields.indexOf("seq");
    expect(body(list).map((row) => texts(row)[seq])).toEqual(["1", "1", "1", "2", "3", "3", "4"]);
    expect(list.highlights?.at(-1)).toEqual({
      area: { top: 2, left: 0, bottom: 8, right: factFields.length - 1 },
      formula: "MOD($B3,2)=0",
      fill: "EEF4FA",
    });
  });

  test("facts and yellow columns print on two pages side by side, who it is about on both", () => {
    expect(list.page).toMatchObject({ orientation: "landscape", fitWidth: 2, repeatRows: [1, 1], repeatColumns: [0, 2] });
    expect(list.page?.header).toContain(String(list.rows[0]?.[0]));
    expect(list.page?.area).toEqual({ top: 1, left: 0, bottom: list.rows.length - 1, right: list.columns.length - 1 });
  });

  test("below the rows stand the total and the line that the school signs and seals, and nothing may be typed into them", () => {
    expect(texts(list.rows.at(-2)).slice(0, 6)).toEqual(["合计", "", "4人", "", "7笔", ""]);
    expect(texts(list.rows.at(-1)).join("").replace(/\s/g, "")).toBe("填表人：负责人：学校（盖章）：年月日");
    const last = list.rows.length - 3;
    expect(list.filter?.bottom).toBe(last);
    expect((list.validations ?? []).map(({ area }) => area.bottom)).toEqual(fillFields.map(() => last));
  });

  test("the drop-downs hold the labels of the closed lists", () => {
    const lists = (list.validations ?? []).flatMap(({ area, rule }) =>
      rule.kind === "list" ? [[listFields[area.left], rule.values] as const] : [],
    );
    expect(lists).toEqual(
      (["deliveryMethod", "signerRelation", "repaymentStatus", "exceptionKind"] as const).map((field) => [field, choiceLabels(field)]),
    );
  });

  test("a due that is not stated is the sum of its parts", () => {
    const { values: stated, ...row } = aLoan(1);
    const values = Object.fromEntries(Object.entries(stated).filter(([field]) => field !== "due")) as FieldValues;
    const spec = sheet(schoolBook(partOf([{ ...row, values }])), "催收名单");
    expect(spec.rows[2]?.[factFields.indexOf("due")]).toEqual({ fen: (values.principal ?? 0) + (values.interest ?? 0) });
  });

  test("no ID but the borrower's, no payment account", () => {
    const everything = JSON.stringify(book);
    expect(everything).not.toContain("612128198910153369");
    expect(everything).not.toContain("cdb@sina.cn");
    expect(everything).toContain("61212819910722402X");
  });

  test("reminders and rules refer to cells of the first data row", () => {
    const signed = (list.highlights ?? [])[0];
    expect(signed && "formula" in signed ? signed.formula : "").toBe(
      `AND($${cellAddress(2, listFields.indexOf("deliveredOn"))}<>"",$${cellAddress(2, listFields.indexOf("signedBy"))}="")`,
    );
  });

  test("an ampersand in a school's name is no print code", () => {
    const spec = sheet(schoolBook(partOf(loans, { school: aSchool({ name: "甲&乙学校" }) })), "催收名单");
    expect(spec.page?.footer).toContain("&L甲&&乙学校&C");
  });
});

test("_meta is very hidden and says what 编号 says", () => {
  const meta = sheet(book, "_meta");
  expect(meta.visibility).toBe("veryHidden");
  expect(readMeta([gridOfSpec(meta, "_meta")])).toEqual({
    season: 2019,
    schoolCode: "07",
    school: "罕井镇中心校",
    version: 1,
    madeOn: "2019-11-20",
    rows: 7,
  });
  expect(readMeta([])).toBeUndefined();
  expect(readMeta([{ ...gridOfSpec(meta, "_meta"), rows: [["season", "2019"]] }])).toBeUndefined();
});

describe("a new version keeps what was reported (R46)", () => {
  const contractNo = loans[0]?.values.contractNo ?? "";
  const line = (values: FieldValues): SheetRow => ({ place: { sheet: "送达登记", row: 2 }, values, issues: [] });
  const { byPerson } = indexReports(aList(loans), {
    deliveries: [
      line({ contractNo, deliveredOn: day("2019-11-26"), deliveryMethod: "visit", signedBy: "王大妈", note: "电话已换" }),
      line({ contractNo, signerRelation: "mother", deliveredOn: day("2019-11-27") }),
    ],
    claims: [line({ contractNo, repaymentStatus: "deposited", repaid: fen(12_345) })],
    exceptions: [line({ citizenId: people[2][1], name: "张欣怡", exceptionKind: "studying", exceptionNote: "在读研究生" })],
    visits: [line({ citizenId: people[1][1], name: "王晓燕", visitedOn: day("2019-12-12"), visitor: "赵老师", visitResult: "不在家" })],
  });
  const next = schoolBook(partOf(loans, { version: 2, reports: byPerson }));

  test("entries stand beside their own contract only, the later word first", () => {
    const row = body(sheet(next, "催收名单")).find((cells) => texts(cells)[listFields.indexOf("contractNo")] === contractNo);
    expect(texts(row).slice(factFields.length)).toEqual([
      "2019-11-27",
      "入户送达",
      "王大妈",
      "母亲",
      "",
      "已存待扣",
      "",
      "123.45",
      "",
      "",
      "电话已换",
    ]);
    const others = body(sheet(next, "催收名单")).filter((cells) => cells !== row && texts(cells).slice(factFields.length).join("") !== "");
    expect(others.map((cells) => texts(cells).slice(-3))).toEqual([["续学未变更", "在读研究生", ""]]);
  });

  test("visits stand with their person", () => {
    const visits = sheet(next, "上门记录").rows.map(texts);
    expect(visits.filter((cells) => cells[1] === "王晓燕").map((cells) => cells.slice(1, 6))).toEqual([
      ["王晓燕", "2019-12-12", "赵老师", "", "不在家"],
    ]);
  });

  test("another school's book does not know of them", () => {
    const other = schoolBook(partOf(loans.slice(2, 5), { reports: byPerson }));
    expect(JSON.stringify(other)).not.toMatch(/王大妈|不在家|在读研究生/);
  });
});

test("the centre's tab shows the same rows and has nothing open", () => {
  const tab = schoolTab(aSchool(), list);
  expect(tab.tab).toBe("school-list:07");
  expect(tab.name).toBe("罕井镇中心校");
  expect(tab.columns.every(({ style }) => !styleOf(style).unlocked)).toBe(true);
  expect(tab.validations).toEqual([]);
});

test("the order of the rows makes no difference", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(loans, { minLength: loans.length, maxLength: loans.length }), (shuffled) => {
      expect(schoolBook(partOf(shuffled))).toEqual(book);
    }),
  );
});
