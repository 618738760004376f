// The genuine client over our host: looks, sizes, merges, rules, page layout and charts are kept as given.
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Sheet } from "../../src/workbench/host/model/sheet";
import { type OfficeClient, officeClient } from "../support/office-client";

let client: OfficeClient;
beforeEach(async () => {
  client = await officeClient({ requirements: { ExcelApi: "1.14" } });
});
afterEach(() => client.close());

async function onSheet<T>(job: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T> | T): Promise<T> {
  return client.Excel.run(async (context) => {
    const result = await job(context.workbook.worksheets.getItem("Sheet1"), context);
    await context.sync();
    return result;
  });
}

function sheet(): Sheet {
  return client.host.book.active;
}

test("fonts, fills and alignment are set on areas and read back, mixed ones as null", async () => {
  const read = await onSheet(async (tab, context) => {
    const { format } = tab.getRange("A1:C2");
    format.font.name = "宋体";
    format.font.bold = true;
    format.fill.color = "#D9E7F5";
    format.horizontalAlignment = "Center";
    format.wrapText = true;
    tab.getRange("B1").format.fill.clear();
    tab.getRanges("A1,C2").format.font.color = "#595959";
    const cell = tab
      .getRange("A1")
      .load("format/font/name, format/font/bold, format/font/color, format/fill/color, format/horizontalAlignment");
    format.load("wrapText, fill/color, font/color");
    await context.sync();
    return [
      cell.format.font.toJSON(),
      cell.format.fill.color,
      cell.format.horizontalAlignment,
      format.wrapText,
      format.fill.color,
      format.font.color,
    ];
  });
  expect(read).toEqual([{ name: "宋体", bold: true, color: "#595959" }, "#D9E7F5", "Center", true, null, null]);
});

test("a whole column's look is that of cells written later", async () => {
  await onSheet((tab) => {
    tab.getRange("B:B").numberFormat = [["@"]];
    tab.getRanges("A:A,C:D").format.protection.locked = false;
    tab.getRange("B3").values = [["007"]];
    tab.getRange("D9").values = [["x"]];
  });
  const { cells } = sheet();
  expect([cells.at(2, 1)?.content, cells.styleAt(2, 1).numberFormat, cells.styleAt(8, 3).locked, cells.styleAt(8, 1).locked]).toEqual([
    "007",
    "@",
    false,
    true,
  ]);
});

test("borders lie on the edges and inside of an area", async () => {
  await onSheet((tab) => {
    const { borders } = tab.getRange("B2:C3").format;
    for (const edge of ["EdgeTop", "EdgeLeft", "InsideHorizontal"] as const) {
      borders.getItem(edge).style = "Continuous";
      borders.getItem(edge).color = "#7F7F7F";
    }
  });
  const sides = (row: number, column: number): readonly string[] => Object.keys(sheet().cells.styleAt(row, column).lines).sort();
  expect([sides(1, 1), sides(1, 2), sides(2, 1), sides(2, 2)]).toEqual([
    ["bottom", "left", "top"],
    ["bottom", "top"],
    ["left", "top"],
    ["top"],
  ]);
  expect(sheet().cells.styleAt(1, 1).lines.top).toEqual({ style: "Continuous", weight: "Thin", color: "#7F7F7F" });
});

test("widths, heights and hidden rows and columns", async () => {
  const read = await onSheet(async (tab, context) => {
    tab.getRange("A:A").format.columnWidth = 120;
    tab.getRange("2:3").format.rowHeight = 30;
    tab.getRange("3:4").rowHidden = true;
    tab.getRange("B:B").columnHidden = true;
    const rows = tab.getRange("A1:A4").getRowProperties({ rowHidden: true, format: { rowHeight: true } });
    const columns = tab.getRange("A1:B1").getColumnProperties({ columnHidden: true });
    const some = tab.getRange("A1:A4");
    some.load("rowHidden, height");
    await context.sync();
    return [
      rows.value.map((row) => [row.rowHidden, row.format?.rowHeight]),
      columns.value.map((one) => one.columnHidden),
      some.rowHidden,
      some.height,
    ];
  });
  expect(read).toEqual([
    [
      [false, 15],
      [false, 30],
      [true, 30],
      [true, 15],
    ],
    [false, true],
    null,
    90,
  ]);
});

test("merged cells keep the first value only and are found again", async () => {
  const read = await onSheet(async (tab, context) => {
    const block = tab.getRange("A1:B2");
    block.values = [
      ["表头", "x"],
      ["y", "z"],
    ];
    block.merge(false);
    const areas = tab.getRange("A1:C9").getMergedAreasOrNullObject();
    areas.load("address");
    block.load("values");
    await context.sync();
    return [areas.address, block.values];
  });
  expect(read).toEqual([
    "Sheet1!A1:B2",
    [
      ["表头", ""],
      ["", ""],
    ],
  ]);
});

test("freezing, filter buttons, tab colour, links", async () => {
  await onSheet((tab) => {
    tab.freezePanes.freezeAt(tab.getRange("A1:B3"));
    tab.autoFilter.apply(tab.getRange("A3:D9"));
    tab.getRange("A1").hyperlink = { documentReference: "Sheet1!B2", textToDisplay: "看" };
  });
  expect(sheet().freeze).toEqual({ rows: 3, columns: 2 });
  expect(sheet().filter?.area).toEqual({ top: 2, left: 0, bottom: 8, right: 3 });
  expect(sheet().cells.at(0, 0)).toMatchObject({ content: "看", link: { documentReference: "Sheet1!B2" } });
});

describe("data validation", () => {
  test("rules are kept with their words, and a new rule takes over its cells", async () => {
    await onSheet((tab) => {
      const wide = tab.getRange("A1:A10").dataValidation;
      wide.rule = { list: { inCellDropDown: true, source: "是,否" } };
      wide.errorAlert = { title: "不对", message: "请选择", showAlert: true, style: "Stop" };
      tab.getRange("A3").dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: "Between" } };
    });
    expect(sheet().validations.map(({ areas, rule, errorAlert }) => [areas.length, Object.keys(rule), errorAlert])).toEqual([
      [2, ["list"], { title: "不对", message: "请选择", showAlert: true, style: "Stop" }],
      [1, ["wholeNumber"], {}],
    ]);
  });

  test("a list that is too long for its place is refused", async () => {
    const setting = onSheet((tab) => {
      tab.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: "学校,".repeat(90) } };
    });
    await expect(setting).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

describe("conditional formats", () => {
  test("the newest comes first; formulas and bars are kept", async () => {
    await onSheet((tab) => {
      const { custom } = tab.getRange("A2:B9").conditionalFormats.add("Custom");
      custom.rule.formula = '=$A2<>""';
      custom.format.fill.color = "#F8CBAD";
      const { dataBar } = tab.getRange("C2:C9").conditionalFormats.add("DataBar");
      dataBar.positiveFormat.fillColor = "#63BE7B";
      dataBar.lowerBoundRule = { type: "Number", formula: "0" };
    });
    expect(sheet().conditionalFormats.map(({ type, options }) => [type, Object.fromEntries(options)])).toEqual([
      ["DataBar", { "dataBar/positiveFormat/fillColor": "#63BE7B", "dataBar/lowerBoundRule": { type: "Number", formula: "0" } }],
      ["Custom", { "custom/rule/formula": '=$A2<>""', "custom/format/fill/color": "#F8CBAD" }],
    ]);
  });

  test("they lie over several areas, are found by id and deleted one by one", async () => {
    const ids = await onSheet(async (tab, context) => {
      const mine = tab.getRanges("B2,B5:B6").conditionalFormats.add("Custom");
      mine.custom.rule.formula = "=TRUE";
      const other = tab.getRange("A1:C9").conditionalFormats.add("Custom");
      other.custom.rule.formula = "=FALSE";
      mine.load("id");
      await context.sync();
      tab.getRange().conditionalFormats.getItem(mine.id).delete();
      const left = tab.getRange().conditionalFormats;
      left.load("items/id, items/type, items/custom/rule/formula");
      await context.sync();
      return left.items.map((one) => one.custom.rule.formula);
    });
    expect(ids).toEqual(["=FALSE"]);
  });
});

test("page layout, breaks, headers and footers", async () => {
  await onSheet((tab) => {
    const { pageLayout } = tab;
    pageLayout.paperSize = "A4";
    pageLayout.orientation = "Landscape";
    pageLayout.topMargin = 36;
    pageLayout.centerHorizontally = true;
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.setPrintArea("A1:F40");
    pageLayout.setPrintTitleRows("$1:$3");
    pageLayout.headersFooters.defaultForAllPages.centerFooter = "第 &P 页，共 &N 页";
    tab.horizontalPageBreaks.add("A21");
  });
  expect(sheet().page).toMatchObject({
    paperSize: "A4",
    orientation: "Landscape",
    margins: { top: 36 },
    zoom: { horizontalFitToPages: 1 },
    areas: [{ top: 0, left: 0, bottom: 39, right: 5 }],
    titleRows: { top: 0, bottom: 2 },
    headersFooters: { "defaultForAllPages/centerFooter": "第 &P 页，共 &N 页" },
  });
  expect(sheet().rowBreaks.map(({ top }) => top)).toEqual([20]);
});

test("charts are kept with their title, place, axes and series", async () => {
  await onSheet((tab) => {
    tab.getRange("A1:B3").values = [
      ["学校", "已还"],
      ["一中", 3],
      ["二中", 5],
    ];
    const chart = tab.charts.add("BarClustered", tab.getRange("B2:B3"), "Columns");
    chart.title.text = "回收率";
    chart.setPosition("D1", "H12");
    chart.series.getItemAt(0).name = "已还";
    chart.series.getItemAt(0).setXAxisValues(tab.getRange("A2:A3"));
    chart.series.add("第二").setValues(tab.getRange("B2:B3"));
    chart.legend.position = "Bottom";
    chart.axes.valueAxis.numberFormat = "0%";
    chart.axes.categoryAxis.reversePlotOrder = true;
  });
  const [chart] = sheet().charts;
  expect(chart).toMatchObject({ type: "BarClustered", over: { top: 0, left: 3, bottom: 11, right: 7 } });
  expect(chart?.series.map(({ name, values, categories }) => [name, values?.top, categories?.left])).toEqual([
    ["已还", 1, 0],
    ["第二", 1, undefined],
  ]);
  expect(Object.fromEntries(chart?.options ?? [])).toEqual({
    "title/text": "回收率",
    "legend/position": "Bottom",
    "axes/valueAxis/numberFormat": "0%",
    "axes/categoryAxis/reversePlotOrder": true,
  });
});

test("tables have names of their own and cannot lie on merged cells", async () => {
  const made = await onSheet(async (tab, context) => {
    const table = tab.tables.add("A1:B3", true);
    table.name = "名单表";
    const heading = table.getHeaderRowRange();
    heading.load("address");
    table.load("name, id");
    await context.sync();
    return [table.name, heading.address];
  });
  expect(made).toEqual(["名单表", "Sheet1!A1:B1"]);
  const merging = onSheet((tab) => tab.getRange("A2:B2").merge());
  await expect(merging).rejects.toMatchObject({ code: "MergedRangeConflict" });
});
