// The centre's workbook: the sheets of an office, with totals that agree with 设置.
import { expect, test } from "@jest/globals";
import { sampleCounty } from "../../src/sample/county";
import { countyBook } from "../../src/sample/book";
import type { CellOut, SheetSpec } from "../../src/sheets/writing/spec";

const county = sampleCounty({ persons: 300, seed: 7 });
const book = countyBook(county);
const sheetNamed = (name: string): SheetSpec => book.sheets.find((sheet) => sheet.name === name)!;
const valueOf = (cell: CellOut | undefined) => (typeof cell === "object" && cell !== null && "value" in cell ? cell.value : cell);

test("the sheets stand in the order of the work and none claims to be ours", () => {
  expect(book.sheets.map((sheet) => sheet.name)).toEqual([
    "设置",
    "应还名单",
    "辖区划分(附件2)",
    "联系表(附件1)",
    "提前还款名单",
    "扣款结果",
  ]);
  expect(book.sheets.map((sheet) => sheet.tab)).toEqual(["", "", "", "", "", ""]);
});

test("应还名单 has title, unit line, headings, one row per contract, totals and notes", () => {
  const { rows } = sheetNamed("应还名单");
  const contracts = county.persons.flatMap((person) => person.contracts);
  expect(rows.length).toBe(3 + contracts.length + 1 + 2);
  expect(rows[0]).toEqual(["蒲城县2019年生源地信用助学贷款应还名单"]);
  expect(rows[2]).toEqual(
    "序号 姓名 身份证号 性别 合同编号 贷款年度 就读高校 毕业日期 贷款金额 贷款余额 应还本金 应还利息 应还合计 到期日 应还日 联系电话 共同借款人 共同借款人身份证号 共同借款人电话 与学生关系 家庭住址 乡镇 村(社区) 就读中学 还款方式 支付宝账号 责任学校 备注".split(
      " ",
    ),
  );
  const first = county.persons[0]!;
  expect(rows[3]!.slice(0, 5)).toEqual([1, first.name, first.citizenId, first.gender, first.contracts[0]!.contractNo]);
  const total = rows[3 + contracts.length]!;
  expect(total[0]).toBe("合计");
  expect([10, 11, 12].map((column) => valueOf(total[column]))).toEqual(
    [county.totals.principal, county.totals.interest, county.totals.due].map((sum) => sum / 100),
  );
});

test("above the headings of 应还名单 no text is squeezed into the width of 序号", () => {
  const { merges = [] } = sheetNamed("应还名单");
  for (const row of [0, 1]) expect(merges.find(({ top, left }) => top === row && left === 0)?.right).toBeGreaterThan(10);
});

test("设置 holds the control totals of the county", () => {
  const settings = new Map(sheetNamed("设置").rows.map((row) => [row[0], row[1]]));
  expect(["应还人数", "应还本金", "应还利息", "应还合计", "今天"].map((item) => settings.get(item))).toEqual([
    300,
    { fen: county.totals.principal },
    { fen: county.totals.interest },
    { fen: county.totals.due },
    null,
  ]);
});

test("every school has a line in 附件1 and at least one in 附件2", () => {
  const contacts = sheetNamed("联系表(附件1)").rows.slice(1);
  const territories = new Set(sheetNamed("辖区划分(附件2)").rows.map((row) => row[3]));
  expect(contacts.length).toBe(24);
  expect(contacts.filter((row) => !territories.has(row[0]!))).toEqual([]);
});
