// What the stand-in draws besides cells: charts from the cells that they show, and the lists that cells offer.
import { beforeEach, describe, expect, test } from "@jest/globals";
import { marksUpTo } from "../../src/grid/chart-data";
import { choicesAt } from "../../src/workbench/host/choices";
import { ExcelHost } from "../../src/workbench/host/excel-host";
import { type Sheet } from "../../src/workbench/host/model/sheet";
import { typeText } from "../../src/workbench/host/user-edits";
import { pictureOf } from "../../src/workbench/sheet-picture";
import { openBook, type OpenBook } from "../excel/open-book";
import { officeClient } from "../support/office-client";
import { everything } from "../xlsx/everything";

test.each([
  [0, [0, 1]],
  [0.83, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [7, [0, 2, 4, 6, 8]],
  [22280090, [0, 5000000, 10000000, 15000000, 20000000, 25000000]],
])("an axis up to %d has round marks", (largest, marks) => {
  expect(marksUpTo(largest)).toEqual(marks);
});

describe("a tab of ours", () => {
  let open: OpenBook;
  let sheet: Sheet;
  beforeEach(async () => {
    open = await openBook([{ name: "名单", rows: [["甲"]] }], {}, "1.13");
    await open.workbook.write([everything]);
    sheet = open.client.host.book.sheet(everything.name) as Sheet;
  });

  test("shows its charts with what their cells hold, where they lie", () => {
    const { charts, columns, rows, frozen } = pictureOf(sheet);
    expect(charts.map(({ data: { kind, title, isPercent } }) => [kind, title, isPercent])).toEqual([
      ["column", "回收率", true],
      ["bar", "已还", false],
      ["pie", "占比", false],
      ["line", "每日", false],
    ]);
    const [rates, paid, , daily] = charts;
    expect(rates?.data.series).toEqual([{ name: "回收率", values: [0.8612, 0.7612, 0.6612, 0.5612, 0.4612] }]);
    expect([rates?.data.labels[0], daily?.data.labels[0]]).toEqual(["第1中学 & <分校>", "2019-12-21"]);
    const size = (list: readonly { at: number; size: number }[], from: number, to: number): number =>
      list.filter(({ at }) => at >= from && at <= to).reduce((sum, stripe) => sum + stripe.size, 0);
    // Its title is merged over all columns, so none are held fast.
    expect(frozen).toEqual({ rows: 3, columns: 0 });
    expect([rates?.left, rates?.width]).toEqual([0, size(columns, 0, 4)]);
    expect([paid?.left, paid?.top, paid?.height]).toEqual([size(columns, 0, 4), size(rows, 3, 21), size(rows, 22, 36)]);
  });

  test("offers its lists, spelt out or on their tab", () => {
    const { book } = open.client.host;
    expect(choicesAt(book, sheet, 5, 6)).toMatchObject({ values: ["失联", "家庭困难"], isDropDown: true });
    const villages = choicesAt(book, sheet, 5, 1);
    expect([villages?.values.length, villages?.values[59]]).toEqual([60, "第59村,甲组"]);
    expect(choicesAt(book, sheet, 1, 1)).toBeUndefined();
    expect(pictureOf(sheet).listColumns).toEqual([1, 6]);
    expect([pictureOf(sheet).cell(5, 6).hasList, pictureOf(sheet).cell(5, 5).hasList]).toEqual([true, undefined]);
  });
});

test("what is not in a cell's list is refused in the rule's words, unless the rule only warns", async () => {
  const client = await officeClient({ host: new ExcelHost() });
  const { active } = client.host.book;
  const setRule = (style: "Stop" | "Warning"): Promise<void> =>
    client.Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A3");
      dataValidation.rule = { list: { inCellDropDown: true, source: "失联, 服役" } };
      dataValidation.errorAlert = { title: "不对", message: "请从列表中选择", showAlert: true, style };
      await context.sync();
    });
  const type = (text: string): void => typeText(client.host, { sheet: active, row: 0, column: 0 }, text);
  await setRule("Stop");
  expect(() => type("别的")).toThrow("请从列表中选择");
  type("服役");
  expect(active.cells.at(0, 0)?.content).toBe("服役");
  type("");
  await setRule("Warning");
  type("别的");
  expect(active.cells.at(0, 0)?.content).toBe("别的");
  client.close();
});
