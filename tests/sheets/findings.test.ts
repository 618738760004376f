// The tab 校验结果 as people see it.
import { expect, test } from "@jest/globals";
import { checkSheet } from "../../src/actions/check-book";
import { day } from "../../src/domain/values/day";
import type { Finding } from "../../src/domain/record/finding";
import { fen } from "../../src/domain/values/money";
import { findingsSheet, listedFindings, type FindingsPage } from "../../src/sheets/checking/findings";
import { isElsewhere } from "../../src/sheets/vocabulary/address";
import { caseInRemark } from "../../src/sheets/vocabulary/remark-words";
import { writeBook } from "../../src/xlsx/write-book";
import { rosterGrid, settingsGrid, territoryGrid } from "../support/builders";
import { bookOf, checkedBook } from "../support/checked";
import { dumpSheet } from "../support/dump";
import { expectGolden } from "../support/golden";

const emptyPage: FindingsPage = {
  madeOn: day("2019-12-11"),
  lists: ["应还名单"],
  totals: { persons: 1, contracts: 1, principal: fen(120_000), interest: fen(29_400), due: fen(149_400) },
  control: [],
  findings: [],
  dismissed: 0,
  held: 0,
  copies: 0,
  ignored: 0,
};

test("errors first, kinds before single findings, every cell linked", () => {
  const grid = rosterGrid([
    { citizenId: "610526199403150019", phone: "1399130001" },
    { citizenId: 610526199403150000, interest: 300, note: "学生已于2018年去世" },
    { citizenId: "６１０５２６１９９４０３１５００１８", township: "罕并镇", loanAmount: 60_000 },
    {},
  ]);
  const rows = [...grid.rows, ["填表人：某某　2019年11月18日"]];
  const book = bookOf([
    settingsGrid({ 应还人数: 2, 应还本金: 4800, 应还利息: "1,176.00" }),
    { ...grid, rows, hiddenRows: [2] },
    territoryGrid(),
  ]);
  expectGolden("findings", dumpSheet(checkSheet(book, checkedBook(book))));
});

test("a sound list says so", () => {
  expectGolden("findings-none", dumpSheet(findingsSheet(emptyPage)));
});

const many = (count: number): Finding[] =>
  Array.from({ length: count }, (_, index) => ({
    rule: "phone-missing",
    severity: "warning",
    sheet: "应还名单",
    row: index + 2,
    field: "phone",
    cell: `P${index + 2}`,
    params: { heading: "联系电话" },
  }));

test("no more rows are listed than people can work through, errors before all, and the rest is counted", () => {
  const error: Finding = { ...many(1)[0]!, rule: "contract-no-missing", severity: "error", cell: "E30000", row: 30_000 };
  const { rows } = findingsSheet({ ...emptyPage, findings: [...many(listedFindings + 4), error] });
  const kinds = rows.filter(([kind]) => kind === "汇总");
  const single = rows.filter(([kind]) => kind === "明细");
  expect(kinds.map(([, severity, count]) => [severity, count])).toEqual([
    ["错误", 1],
    ["警告", listedFindings + 4],
  ]);
  expect(single).toHaveLength(listedFindings);
  expect(single[0]?.[1]).toBe("错误");
  expect(rows.at(-2)?.[0]).toBe("以上列出前 20,000 条，另有 5 条没有列出；请先改正以上问题，再重新校验。");
});

test("Excel takes the tab as it is", async () => {
  const sheet = findingsSheet({ ...emptyPage, findings: many(3) });
  await expect(writeBook({ sheets: [sheet] })).resolves.toBeInstanceOf(Uint8Array);
});

test.each([
  ["陕西省渭南市富平县城关街道人民路12号", true],
  ["西安市雁塔区小寨", true],
  ["广东省东莞市（全家外迁，原户籍蒲城）", true],
  ["陕西省渭南市蒲城县孙镇", false],
  ["蒲城县罕井镇", false],
  ["罕井镇东街村", false],
  ["城关镇东街小区3号楼", false],
  ["渭南市高新开发区", false],
  ["", false],
])("%s lies elsewhere: %s", (address, expected) => {
  expect(isElsewhere(address, "蒲城县")).toBe(expected);
  expect(isElsewhere(address, "")).toBe(false);
});

test.each([
  ["学生已于2018年去世", "deceased"],
  ["现役军人，2017年入伍", "enlisted"],
  ["在读研究生，未办理就学变更", "studying"],
  ["称已还清，系统未显示", "paid-not-shown"],
  ["已电话联系", undefined],
])("the remark %s tells of %s", (remark, expected) => {
  expect(caseInRemark(remark)).toBe(expected);
});
