import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkCharacter } from "../../src/domain/identity/citizen-id";
import { day } from "../../src/domain/values/day";
import type { Area, CellValue, Grid } from "../../src/sheets/grid";
import { readSeasonBook, TwoListsError } from "../../src/sheets/reading/read-season";
import { readSheet } from "../../src/sheets/reading/read-sheet";
import { plainGrid } from "../support/builders";

const [liHua, wangFang] = ["610526199403150018", "61212819910722402X"];

function area(top: number, left: number, bottom: number, right: number): Area {
  return { top, left, bottom, right };
}

function read(rows: CellValue[][], more: Partial<Grid> = {}) {
  return readSheet(plainGrid("应还名单", rows, more), { seasonYear: 2019 });
}

describe("totals are told by what they are, wherever and whatever they say", () => {
  const heading = ["乡镇", "姓名", "身份证号", "合同号", "应还本金", "应还利息", "责任学校"];
  const borrower = (town: string, at: number): CellValue[] => [
    town,
    `王${"甲乙丙丁"[at] ?? ""}`,
    at % 2 ? wangFang : liHua,
    `C00${at}`,
    100 + at,
    10 + at,
    "一中",
  ];
  const rows = [borrower("甲镇", 0), borrower("甲镇", 1), borrower("乙镇", 2), borrower("乙镇", 3)];
  const first = [201, 21] as const;
  test.each<[string, CellValue[]]>([
    ["分类汇总 with the town in front", ["甲镇 汇总", null, null, null, ...first, null]],
    ["小计", [null, "小计", null, null, ...first, null]],
    ["Total", ["Total", null, null, null, ...first, null]],
    ["Grand Total", [null, null, null, null, ...first, "Grand Total"]],
    ["合计 in the last column", [null, null, null, null, ...first, "甲镇中心校 合计"]],
    ["no word at all", [null, null, null, null, ...first, null]],
    ["no word, as text", [null, null, null, null, "201.00", "21.00", null]],
    ["a count in the name", ["甲镇 汇总", 2, null, null, ...first, null]],
    ["a count in the ID", ["甲镇 小计", null, 2, null, ...first, null]],
    ["a count in the contract", ["甲镇 计数", null, null, 2, ...first, null]],
    ["dashes in ID and contract", ["甲镇 小计", null, "—", "/", ...first, null]],
    ["how many in the name", ["甲镇 小计", "共2人", null, "2笔", ...first, null]],
    ["word and count in one", [null, "合计2人", null, null, ...first, null]],
    ["word and counts in the ID", [null, null, "合计：2人 2笔", null, ...first, null]],
    ["a sentence", [null, "甲镇合计2人，应还222.00元", null, null, ...first, null]],
    ["合计金额", [null, "合计金额", null, null, ...first, null]],
  ])("%s", (_, total) => {
    const [sheet] = read([heading, ...rows.slice(0, 2), total, ...rows.slice(2)]);
    expect(sheet?.rows.map(({ place }) => place.row)).toEqual([2, 3, 5, 6]);
    expect(sheet?.ignored.map(({ row, why }) => [row, why])).toEqual([[4, "total"]]);
    expect(sheet?.layout.filter(({ code }) => code === "total-differs")).toEqual([]);
  });

  test("a summary above its group, with a word or without, is compared with the rows below it", () => {
    for (const label of ["甲镇 汇总", null]) {
      const [sheet] = read([
        heading,
        [label, null, null, null, ...first, null],
        ...rows.slice(0, 2),
        [label, null, null, null, 205, 25, null],
        ...rows.slice(2),
      ]);
      expect(sheet?.ignored.map(({ row, why }) => [row, why])).toEqual([
        [2, "total"],
        [5, "total"],
      ]);
      expect(sheet?.layout.filter(({ code }) => code === "total-differs")).toEqual([]);
    }
  });

  test("小计 in front of a town in the place of a name is a total; 合计 in the address of somebody without numbers is not", () => {
    const titled = ["序号", "姓名", "身份证号", "合同号", "应还本金", "应还利息", "家庭住址"];
    const person = (at: number): CellValue[] => [at + 1, `王${"甲乙"[at] ?? ""}`, liHua, `C00${at}`, 100 + at, 10 + at, "东街"];
    const [sheet] = read([
      titled,
      person(0),
      person(1),
      ["小计", "甲镇", null, null, 201, 21, null],
      [3, "王丙", null, null, 7, 1, "三家合计"],
    ]);
    expect(sheet?.rows.map(({ place }) => place.row)).toEqual([2, 3, 5]);
  });

  test("what the file itself calls a total is one, whatever it says and however stale; numbering by SUBTOTAL makes nobody a total", () => {
    const stale: CellValue[] = ["情况", null, null, null, 5, 1, null];
    expect(read([heading, ...rows, stale], { totalRows: [5] })[0]?.ignored.map(({ row, why }) => [row, why])).toEqual([[6, "total"]]);
    expect(read([heading, ...rows], { totalRows: [1, 2, 3, 4] })[0]?.rows).toHaveLength(4);
  });

  test("totals of any kind, anywhere, never change what the list comes to", () => {
    const sums = (group: readonly CellValue[][]): readonly CellValue[] =>
      [4, 5].map((at) => group.reduce((sum, row) => sum + Number(row[at]), 0));
    const kinds: readonly ((values: readonly CellValue[], count: number) => CellValue[])[] = [
      (values) => ["甲镇 汇总", null, null, null, ...values, null],
      (values, count) => [null, "小计", count, null, ...values, null],
      (values, count) => ["小计", `共${count}人`, "—", `${count}笔`, ...values, null],
      (values) => [null, null, null, null, ...values, "Subtotal"],
      (values, count) => [null, `合计${count}人`, null, null, ...values, null],
    ];
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(kinds.length - 1), { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        (groups, picks, isAbove) => {
          let next = 0;
          const table = groups.flatMap((group, at): CellValue[][] => {
            const own = group.map((principal): CellValue[] => [
              "甲镇",
              "王甲",
              liHua,
              `HT${String(next++).padStart(4, "0")}`,
              principal,
              1,
              "一中",
            ]);
            const total = kinds[picks[at] ?? 0]?.(sums(own), own.length) ?? [];
            return isAbove ? [total, ...own] : [...own, total];
          });
          const [sheet] = read([heading, ...table]);
          expect(sheet?.rows).toHaveLength(groups.flat().length);
          expect(sheet?.ignored.filter(({ why }) => why === "total")).toHaveLength(groups.length);
          expect(sheet?.layout.filter(({ code }) => code === "total-differs")).toEqual([]);
        },
      ),
    );
  });

  test.each([
    ["below their groups", false],
    ["above their groups", true],
  ])("groups that come to the same, with their totals %s, are each compared with their own rows", (_, isAbove) => {
    const alike = (at: number): CellValue[] => ["甲镇", "王甲", liHua, `C00${at}`, 1, 1, "一中"];
    const total: CellValue[] = ["甲镇 汇总", null, null, null, 1, 1, null];
    const table = [0, 1, 2].flatMap((at) => (isAbove ? [total, alike(at)] : [alike(at), total]));
    const [sheet] = read([heading, ...table, ["合计", null, null, null, 3, 3, null]]);
    expect(sheet?.rows).toHaveLength(3);
    expect(sheet?.layout.filter(({ code }) => code === "total-differs")).toEqual([]);
  });

  test("a subtotal that is not what it sums is told", () => {
    const [sheet] = read([heading, ...rows.slice(0, 2), ["甲镇 汇总", null, null, null, 999, 21, null], ...rows.slice(2)]);
    expect(sheet?.layout.filter(({ code }) => code === "total-differs").map(({ row, field }) => [row, field])).toEqual([[4, "principal"]]);
  });

  test("a borrower whose remark says 合计 is a borrower", () => {
    const [sheet] = read([heading, ...rows.slice(0, 3), ["乙镇", "王丁", liHua, "C003", 103, 13, "三笔合计"]]);
    expect(sheet?.rows).toHaveLength(4);
  });

  test("a row without any key that repeats no sum is kept, so that it is found", () => {
    const [sheet] = read([heading, ...rows.slice(0, 2), ["甲镇", null, null, null, 77, 7, null]]);
    expect(sheet?.rows).toHaveLength(3);
  });
});

describe("headings are found by what they say", () => {
  test("under a merged title and a line with the unit", () => {
    const [sheet] = read([
      ["蒲城县2019年助学贷款应还名单"],
      ["填报单位：资助中心", null, null, "单位：元"],
      ["序号", "姓名", "身份证号码", "合同号", "应还本金（元）"],
      [1, "李华", liHua, "C001", 10],
    ]);
    expect([sheet?.kind, sheet?.headerRow, [...(sheet?.columns ?? [])]]).toEqual([
      "borrowers",
      3,
      [
        ["seq", 0],
        ["name", 1],
        ["citizenId", 2],
        ["contractNo", 3],
        ["principal", 4],
      ],
    ]);
  });

  test("in two merged rows, where the group above says whose name it is", () => {
    const [sheet] = read(
      [
        ["序号", "借款学生", null, null, "共同借款人", null, null, "2019年应还", null, null],
        [null, "姓名", "身份证号", "联系电话", "姓名", "身份证号", "联系电话", "本金", "利息", "合计"],
        [1, "李华", liHua, "13991234567", "李强", wangFang, "13891234567", 1, 2, 3],
      ],
      { merges: [area(0, 0, 1, 0), area(0, 1, 0, 3), area(0, 4, 0, 6), area(0, 7, 0, 9)] },
    );
    expect(Object.fromEntries(sheet?.columns ?? [])).toEqual({
      seq: 0,
      name: 1,
      citizenId: 2,
      phone: 3,
      coBorrowerName: 4,
      coBorrowerId: 5,
      coBorrowerPhone: 6,
      principal: 7,
      interest: 8,
      due: 9,
    });
    expect(sheet?.headerRow).toBe(2);
  });

  test("姓名 and 身份证号 standing twice: the older ones are the parents, whichever side they stand on", () => {
    const parents = ["61212819650315001", "61212819640722402"].map((first17) => first17 + checkCharacter(first17));
    const rows = [
      ["姓名", "身份证号", "姓名", "身份证号", "合同编号", "应还利息"],
      ["李强", parents[0] ?? "", "李华", liHua, "C001", 1],
      ["王军", parents[1] ?? "", "王芳", wangFang, "C002", 1],
    ];
    const [sheet] = read(rows);
    expect(sheet?.rows.map((row) => [row.values.name, row.values.coBorrowerName])).toEqual([
      ["李华", "李强"],
      ["王芳", "王军"],
    ]);
  });

  test.each<[string, CellValue[], string]>([
    ["a due date shared by all is the due date", ["2019-12-20", "2019-12-20", "2019-12-20"], "dueDate"],
    ["scattered days are payments", ["2019-11-03", "2019-10-05", "2019-11-09"], "repaidOn"],
  ])("还款日期: %s", (_, days, field) => {
    const [sheet] = read([
      ["姓名", "身份证号", "合同编号", "应还利息", "还款日期"],
      ...days.map((found, index) => ["李华", liHua, `C00${index}`, 1, found]),
    ]);
    expect(sheet?.columns.get(field as "dueDate")).toBe(4);
  });

  test.each([
    ["with results", ["扣款金额", "扣款结果"], [1, "成功"]],
    ["of early repayments, without results", ["提前还款金额", "备注"], [1, null]],
  ])("还款日期: the one day of a whole batch is the day of payment, %s", (_, headings, cells) => {
    const [sheet] = read([
      ["姓名", "身份证号", "合同编号", ...headings, "还款日期"],
      ...["C001", "C002", "C003"].map((contract) => ["李华", liHua, contract, ...cells, "2019-12-16"]),
    ]);
    expect([sheet?.kind, sheet?.rows.map(({ values }) => values.repaidOn)]).toEqual(["repayments", Array(3).fill("2019-12-16")]);
  });
});

describe("rows that are not data are left out, each with its reason", () => {
  const header = ["序号", "姓名", "身份证号", "合同编号", "应还本金", "应还利息"];

  test("totals, repeated headings, blanks and notes", () => {
    const [sheet] = read([
      header,
      [1, "李华", liHua, "C001", 100, 10],
      ["小 计", null, null, null, 100, 10],
      header,
      [],
      [2, "王芳", wangFang, "C002", 50, 5],
      [null, "合  计", null, null, 150, 16],
      ["注：利息按合同利率计算"],
      ["填表人：", null, null, "联系电话：0913-7000000"],
    ]);
    expect(sheet?.rows.map((row) => row.place.row)).toEqual([2, 6]);
    expect(sheet?.ignored.map(({ row, why }) => [row, why])).toEqual([
      [3, "total"],
      [4, "header"],
      [5, "blank"],
      [7, "total"],
      [8, "note"],
      [9, "note"],
    ]);
    expect(sheet?.printedTotals.map(({ row, field, printed, computed }) => [row, field, printed, computed])).toEqual([
      [3, "principal", 10000, 10000],
      [3, "interest", 1000, 1000],
      [7, "principal", 15000, 15000],
      [7, "interest", 1600, 1500],
    ]);
    expect(sheet?.layout.filter(({ code }) => code === "total-differs").map(({ cell }) => cell)).toEqual(["F7"]);
  });

  test("a row without key but with money is data, never a note", () => {
    const [sheet] = read([header, [1, "李华", liHua, "C001", 100, 10], [2, null, null, null, 50, 5], ["合计", null, null, null, 150, 15]]);
    expect(sheet?.rows.map((row) => row.place.row)).toEqual([2, 3]);
  });

  test("a second table on the same sheet is read with its own headings", () => {
    const readings = read([
      header,
      [1, "李华", liHua, "C001", 100, 10],
      [],
      ["合同编号", "姓名", "身份证号", "应还利息"],
      ["C002", "王芳", wangFang, 5],
    ]);
    expect(readings.map(({ headerRow, rows }) => [headerRow, rows.map((row) => row.values.contractNo)])).toEqual([
      [1, ["C001"]],
      [4, ["C002"]],
    ]);
  });

  test("a town merged over several rows is read in each of them; a plain blank stays blank", () => {
    const [sheet] = read(
      [
        ["乡镇", "姓名", "身份证号", "合同编号", "应还利息"],
        ["罕井镇", "李华", liHua, "C001", 1],
        [null, "王芳", wangFang, "C002", 1],
        [null, "王芳", wangFang, "C003", 1],
      ],
      { merges: [area(1, 0, 2, 0)] },
    );
    expect(sheet?.rows.map((row) => row.values.township)).toEqual(["罕井镇", "罕井镇", undefined]);
  });

  test("hidden rows count, and the user is told", () => {
    const [sheet] = read([header, [1, "李华", liHua, "C001", 100, 10], [2, "王芳", wangFang, "C002", 50, 5]], { hiddenRows: [2] });
    expect(sheet?.rows).toHaveLength(2);
    expect(sheet?.layout.map(({ code, params }) => [code, params])).toEqual([["hidden-rows", { count: 1, rows: "3" }]]);
  });
});

describe("a whole book", () => {
  const list = (name: string, contracts: string[]) =>
    plainGrid(name, [["姓名", "身份证号", "合同编号", "应还利息"], ...contracts.map((contract) => ["李华", liHua, contract, 1])]);
  const options = { clock: day("2019-11-18") };
  const contracts = ["C1", "C2", "C3", "C4", "C5", "C6"];

  test("lists per town are one roster", () => {
    const book = readSeasonBook([list("罕井", ["C1"]), list("孙镇", ["C2"])], options);
    expect(book.roster.rows.map((row) => row.place)).toEqual([
      { sheet: "罕井", row: 2 },
      { sheet: "孙镇", row: 2 },
    ]);
    expect(book.roster.persons).toHaveLength(1);
  });

  test("two visible lists of the same contracts are refused until the user chooses", () => {
    const grids = [list("应还名单", contracts), list("应还名单 (2)", contracts)];
    expect(() => readSeasonBook(grids, options)).toThrow(TwoListsError);
    expect(readSeasonBook(grids, { ...options, sheet: "应还名单 (2)" }).roster.rows[0]?.place.sheet).toBe("应还名单 (2)");
  });

  test("a hidden copy of the list steps back behind the visible one", () => {
    const book = readSeasonBook([{ ...list("原始数据", contracts), visibility: "hidden" }, list("应还名单", contracts)], options);
    expect(book.sheets.map(({ kind }) => kind)).toEqual(["other", "borrowers"]);
  });

  test("a row pasted twice is counted once and remembered as a copy", () => {
    const book = readSeasonBook([list("应还名单", ["C1", "C2", "C1"])], options);
    expect([book.roster.rows.length, book.roster.copies.map(({ row, of }) => [row.place.row, of.place.row])]).toEqual([2, [[4, 2]]]);
  });

  test("设置 says the season; a day the user insists on beats it", () => {
    const settings = plainGrid("设置", [
      ["项目", "内容"],
      ["县名", "蒲城县"],
      ["年度", 2020],
      ["应还人数", "3917人"],
      ["应还本金", 4456018.09],
      ["应还合计", "6,490,286.86"],
      ["签收单截止", "2020年11月27日"],
      ["今天", { day: day("2020-12-01") }],
    ]);
    const { season } = readSeasonBook([settings], options);
    expect([season.county, season.year, season.today, season.control, season.dates.slipsDue, season.dates.dueDate]).toEqual([
      "蒲城县",
      2020,
      "2020-12-01",
      { persons: 3917, principal: 445601809, due: 649028686 },
      "2020-11-27",
      "2020-12-20",
    ]);
    expect(readSeasonBook([settings], { ...options, today: day("2020-12-18") }).season.today).toBe("2020-12-18");
  });
});

test("without a year in 设置 or a title, the day that the user insists on sets the season's; years out of the world are passed over", () => {
  const at = (today?: string, year?: CellValue) => {
    const pairs: CellValue[][] = [
      ["县名", "蒲城县"],
      ["应还人数", 1],
      ["应还本金", 1],
      ["年度", year ?? null],
    ];
    return readSeasonBook([plainGrid("设置", pairs)], { clock: day("2026-11-27"), ...(today ? { today: day(today) } : {}) }).season.year;
  };
  expect([at(), at("2019-11-20"), at("2019-11-20", 2018)]).toEqual([2026, 2019, 2018]);
  expect([1899, 9998, 99999, "二〇一九"].map((year) => at("2019-11-20", year))).toEqual([2019, 2019, 2019, 2019]);
});

test("without 设置, the title names the county and the year", () => {
  const { season } = readSeasonBook(
    [plainGrid("名单", [["蒲城县2019年国家助学贷款应还名单"], ["姓名", "身份证号", "合同编号", "应还利息"], ["李华", liHua, "C1", 1]])],
    {
      clock: day("2026-11-23"),
    },
  );
  expect([season.county, season.office, season.year, season.dates.dueDate]).toEqual([
    "蒲城县",
    "蒲城县学生资助管理中心",
    2019,
    "2019-12-20",
  ]);
});
