import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { FieldId, ReadingIssueKind } from "../../src/domain/record/field";
import { fen, yuanText } from "../../src/domain/values/money";
import { day } from "../../src/domain/values/day";
import type { CellValue } from "../../src/sheets/grid";
import { readCell } from "../../src/sheets/reading/values/read-cell";

function read(field: FieldId, cell: CellValue): { value: string | number | undefined; kinds: ReadingIssueKind[] } {
  const kinds: ReadingIssueKind[] = [];
  const value = readCell(field, cell, 2019, (issue) => kinds.push(issue.kind));
  return { value, kinds };
}

describe("amounts in every spelling", () => {
  test.each<[CellValue, number | undefined, ReadingIssueKind[]]>([
    [1234.5, 123450, []],
    [0, 0, []],
    [-12.34, -1234, []],
    [1234.4999999, 123450, []],
    [0.1 + 0.2, 30, []],
    [1.005, 101, ["fraction-of-fen"]],
    [1234.567, 123457, ["fraction-of-fen"]],
    ["1234.50", 123450, ["text-amount"]],
    ["1,234.50", 123450, ["text-amount"]],
    ["1，234.50", 123450, ["text-amount"]],
    ["￥1234.5元", 123450, ["text-amount"]],
    ["１２３４．５０", 123450, ["text-amount"]],
    ["1234。50", 123450, ["text-amount"]],
    [" 0.00 ", 0, ["text-amount"]],
    ["(12.00)", -1200, ["text-amount"]],
    ["1.2万", 1200000, ["ten-thousand"]],
    ["壹仟元", 100000, ["capital-amount"]],
    ["壹万零壹元伍角整", 1000150, ["capital-amount"]],
    ["陆仟零柒元壹角肆分", 600714, ["capital-amount"]],
    ["1234.5.0", undefined, ["unreadable"]],
    ["约1200", undefined, ["unreadable"]],
    ["12,34.50", undefined, ["unreadable"]],
    ["-", undefined, ["blank-mark"]],
    ["/", undefined, ["blank-mark"]],
    ["无", undefined, ["blank-mark"]],
    [null, undefined, []],
    ["  ", undefined, []],
    [{ fault: "error", text: "#REF!" }, undefined, ["error-value"]],
    [{ fault: "uncalculated", text: "SUM(A1:A2)" }, undefined, ["uncalculated"]],
    [1e300, undefined, ["unreadable"]],
  ])("%j is %p", (cell, value, kinds) => {
    expect(read("principal", cell)).toEqual({ value, kinds });
  });

  test("every amount of whole fen is read as itself, as a number and as text", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (count) => {
        const amount = fen(count);
        expect(read("due", count / 100).value).toBe(amount);
        expect(read("due", yuanText(amount)).value).toBe(amount);
      }),
    );
  });
});

describe("days in every spelling", () => {
  test.each<[CellValue, string | undefined, ReadingIssueKind[]]>([
    [{ day: day("2019-12-20") }, "2019-12-20", []],
    ["2019-12-20", "2019-12-20", ["text-day"]],
    ["2019.12.20", "2019-12-20", ["text-day"]],
    ["2019/12/20", "2019-12-20", ["text-day"]],
    ["2019年12月20日", "2019-12-20", ["text-day"]],
    ["2019年 12月 5 日", "2019-12-05", ["text-day"]],
    ["20191220", "2019-12-20", ["text-day"]],
    [20191220, "2019-12-20", ["text-day"]],
    [43819, "2019-12-20", ["text-day"]],
    ["2019-12-20 00:00:00", "2019-12-20", ["text-day"]],
    ["19.12.20", "2019-12-20", ["two-digit-year"]],
    ["12.20", "2019-12-20", ["yearless-day"]],
    ["12月20", "2019-12-20", ["yearless-day"]],
    [11.29, "2019-11-29", ["yearless-day"]],
    [11.3, undefined, ["unreadable"]],
    ["2109-12-20", "2109-12-20", ["text-day"]],
    ["2019-02-29", undefined, ["unreadable"]],
    ["2019-13-01", undefined, ["unreadable"]],
    ["腊月二十", undefined, ["unreadable"]],
    [2019.1, undefined, ["unreadable"]],
  ])("%j is %p", (cell, value, kinds) => {
    expect(read("deliveredOn", cell)).toEqual({ value, kinds });
  });
});

describe("ID numbers are text, and a number in their place is lost", () => {
  test.each<[CellValue, string, ReadingIssueKind[]]>([
    ["610526199403150018", "610526199403150018", []],
    ["61212819910722402X", "61212819910722402X", []],
    ["61212819910722402x", "61212819910722402X", ["lower-case-x"]],
    ["61212819910722402*", "61212819910722402X", ["look-alike-x"]],
    ["61212819910722402Х", "61212819910722402X", ["look-alike-x"]],
    ["６１０５２６１９９４０３１５００１８", "610526199403150018", ["full-width"]],
    ["'610526199403150018", "610526199403150018", ["stray-characters"]],
    ["身份证:610526199403150018", "610526199403150018", ["stray-characters"]],
    ["610526 19940315 0018", "610526199403150018", ["stray-characters"]],
    ["610526\u00a0199403150018\u200b", "610526199403150018", ["stray-characters"]],
    ["612128910722402", "612128910722402", []],
    [610526199403150000, "610526199403150016", ["digits-lost"]],
    [612128910722402, "612128910722402", ["stored-as-number"]],
    ["6.10526E+17", "6.10526E+17", ["digits-lost"]],
    ["610526********0018", "610526********0018", ["masked"]],
    ["61052619940315OO18", "61052619940315OO18", []],
  ])("%j is %s", (cell, value, kinds) => {
    const found = read("citizenId", cell);
    expect(found.kinds).toEqual(kinds);
    if (typeof cell === "string") expect(found.value).toBe(value);
    else expect(String(found.value)).toHaveLength(value.length);
  });
});

describe("telephones", () => {
  test.each<[CellValue, string | undefined, ReadingIssueKind[]]>([
    ["13991234567", "13991234567", []],
    [13991234567, "13991234567", []],
    ["139-9123-4567", "13991234567", ["stray-characters"]],
    ["+8613991234567", "13991234567", ["stray-characters"]],
    ["139 9123 4567", "13991234567", ["stray-characters"]],
    ["(父)13991234567", "13991234567", ["stray-characters"]],
    ["13991234567、15991234567", "13991234567/15991234567", ["several-values"]],
    ["13991234567 15991234567", "13991234567/15991234567", ["several-values"]],
    ["0913-7212345", "0913-7212345", []],
    ["0913-7861143", "0913-7861143", []],
    ["86-139 9123 4567", "13991234567", ["stray-characters"]],
    ["(父)13991234567 (母)15991234567", "13991234567/15991234567", ["several-values"]],
    ["13991234567（停机）", "13991234567", ["no-number", "full-width"]],
    ["空号", undefined, ["no-number"]],
    ["无", undefined, ["no-number"]],
    ["1399123456", "1399123456", []],
  ])("%j is %p", (cell, value, kinds) => {
    expect(read("phone", cell)).toEqual({ value, kinds });
  });
});

describe("contract numbers, months, words and names", () => {
  test.each<[FieldId, CellValue, string | number | undefined, ReadingIssueKind[]]>([
    ["contractNo", "61052620150000123", "61052620150000123", []],
    ["contractNo", " 6105 2620 1500 00123", "61052620150000123", ["stray-characters"]],
    ["contractNo", "合同号：61052620150000123", "61052620150000123", ["full-width"]],
    ["contractNo", 123456, "123456", ["stored-as-number"]],
    ["contractNo", 61052620150000120, "61052620150000100", ["digits-lost"]],
    ["graduation", "2018年7月", "2018-07", []],
    ["graduation", "2018.07", "2018-07", []],
    ["graduation", 2018, "2018", []],
    ["graduation", 2018.07, "2018-07", []],
    ["graduation", 2019.1, undefined, ["unreadable"]],
    ["repaymentStatus", "√", "paid", []],
    ["repaymentStatus", "支付宝已还", "paid", []],
    ["repaymentStatus", "卡里有钱", "deposited", []],
    ["repaymentStatus", "随便", undefined, ["unknown-word"]],
    ["signerRelation", "爸爸", "father", []],
    ["name", "张　三", "张三", ["full-width"]],
    ["name", "张 三", "张三", ["stray-characters"]],
    ["name", "阿不都•热依木", "阿不都·热依木", ["stray-characters"]],
    ["name", '=HYPERLINK("http://x","y")', '=HYPERLINK("http://x","y")', ["unsafe-text"]],
    ["name", "__proto__", "__proto__", []],
    ["visitCount", "3次", 3, []],
    ["visitCount", "很多", undefined, ["unreadable"]],
  ])("%s %j is %p", (field, cell, value, kinds) => {
    expect(read(field, cell)).toEqual({ value, kinds });
  });
});

test.each(["note", "exceptionNote", "visitResult", "address"] as const)("what people write in %s stays as typed", (field) => {
  const noticed: unknown[] = [];
  const typed = "西安（雁塔区），电话已换：…；";
  expect([readCell(field, typed, 2019, (notice) => noticed.push(notice)), noticed]).toEqual([typed, []]);
});
