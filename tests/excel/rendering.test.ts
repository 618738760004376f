// A tab with everything that a tab can have, as Excel has it after it was written.
import { describe, expect, test } from "@jest/globals";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { type SheetSpec } from "../../src/sheets/writing/spec";
import { codeSquares } from "../../src/sheets/notices/notice-code";
import { Engine } from "../../src/workbench/host/engine/engine";
import { everything } from "../xlsx/everything";
import { openBook } from "./open-book";

// Excel itself calculates; the host does not.
const spec: SheetSpec = { ...everything, rows: everything.rows.map((row) => row.map((cell) => (isFormula(cell) ? 66840271.35 : cell))) };

function isFormula(cell: unknown): boolean {
  return typeof cell === "object" && cell !== null && "formula" in cell;
}

describe("a tab with everything", () => {
  test("is read as the file adapter reads it", async () => {
    const { workbook } = await openBook([{ name: "名单", rows: [["甲"]] }], {}, "1.13");
    const [name] = await workbook.write([spec]);
    const [, , grid] = [null, ...(await workbook.read())];
    const { merges, ...expected } = gridOfSpec(spec, name ?? "");
    expect({ ...grid, merges: [] }).toEqual({ ...expected, merges: [] });
    expect(grid?.merges).toEqual(expect.arrayContaining([...merges]));
  });

  test("looks, rules, page and protection are there", async () => {
    const { workbook, client } = await openBook([{ name: "名单", rows: [["甲"]] }]);
    await workbook.write([spec]);
    const found = await client.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(spec.name);
      sheet.load("tabColor,visibility");
      sheet.protection.load("protected,options");
      sheet.pageLayout.load("paperSize,orientation,topMargin,centerHorizontally,zoom");
      sheet.pageLayout.headersFooters.defaultForAllPages.load("centerFooter,rightHeader");
      sheet.charts.load("items/name");
      const heading = sheet.getRange("A3").load("numberFormat");
      heading.format.load("rowHeight");
      heading.format.font.load("name,size");
      heading.format.fill.load("color");
      const open = sheet.getRange("G20");
      open.format.protection.load("locked");
      open.dataValidation.load("rule,type");
      const lists = sheet.getRange("B4").dataValidation.load("rule");
      const formats = sheet.getRange().conditionalFormats.load("items/type,items/priority");
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
      const width = sheet.getRange("B1");
      width.format.load("columnWidth");
      await context.sync();
      return {
        tab: [sheet.tabColor, sheet.visibility, sheet.protection.protected, sheet.protection.options.allowAutoFilter],
        page: [sheet.pageLayout.paperSize, sheet.pageLayout.orientation, sheet.pageLayout.topMargin, sheet.pageLayout.zoom],
        texts: [
          sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter,
          sheet.pageLayout.headersFooters.defaultForAllPages.rightHeader,
        ],
        charts: sheet.charts.items.length,
        heading: [heading.numberFormat[0]?.[0] as unknown, heading.format.rowHeight, heading.format.font.name, heading.format.fill.color],
        open: [open.format.protection.locked, open.dataValidation.rule.list?.source],
        lists: lists.rule.list?.source,
        formats: formats.items.map(({ type }) => type),
        frozen: frozen.address,
        width: width.format.columnWidth,
      };
    });
    expect(found).toEqual({
      tab: ["#70AD47", "Visible", true, true],
      page: ["A4", "Landscape", expect.closeTo(50.4), expect.objectContaining({ horizontalFitToPages: 1 })],
      texts: ["第 &P 页 共 &N 页", "内部资料"],
      charts: 4,
      heading: ["@", 32.5, "黑体", "#D9E7F5"],
      open: [false, "失联,家庭困难"],
      lists: "='分学校 汇总''表#'!$A$1:$A$60",
      formats: ["Custom", "DataBar"],
      frozen: "'分学校 汇总''表'!A1:B3",
      width: 147.75,
    });
  });

  test("a tab with more links than Excel takes one by one has them as formulas", async () => {
    const { workbook, client } = await openBook([{ name: "名单", rows: [["甲"]] }]);
    const link = { text: '看"这"里', link: { sheet: "名单", cell: "A1" } };
    await workbook.write([
      { tab: "t", name: "链接", columns: [{ width: 9, style: "cellLink" }], rows: Array.from({ length: 600 }, () => [link]) },
    ]);
    const formula = await client.Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("链接").getRange("A600").load("formulas");
      await context.sync();
      return cell.formulas[0]?.[0] as unknown;
    });
    expect(formula).toBe(`=HYPERLINK("#'名单'!A1","看""这""里")`);
  });
});

test("lines are drawn before anything is merged: beside merged cells Excel on the web draws them otherwise (office-js issue 6405)", async () => {
  const names: string[] = [];
  const { execute } = Engine.prototype;
  Engine.prototype.execute = function (batch, stop) {
    const paths = new Map(Object.values(batch.ObjectPaths ?? {}).map((path) => [path.Id, path]));
    const isLine = (id: number): boolean => paths.get(paths.get(id)?.ParentObjectPathId ?? -1)?.Name === "Borders";
    names.push(...batch.Actions.map(({ Name, ObjectPathId }) => (isLine(ObjectPathId) && Name === "Style" ? "line" : Name)));
    return execute.call(this, batch, stop);
  };
  try {
    const { workbook } = await openBook([{ name: "名单", rows: [["甲"]] }]);
    await workbook.write([spec]);
  } finally {
    Engine.prototype.execute = execute;
  }
  expect([names.includes("line"), names.includes("Merge")]).toEqual([true, true]);
  expect(names.lastIndexOf("line")).toBeLessThan(names.indexOf("Merge"));
});

test("pictures lie over their cells at their size", async () => {
  const { workbook, client } = await openBook([{ name: "名单", rows: [["甲"]] }]);
  const picture = (label: string, row: number) => ({ row, column: 1, left: 4.5, top: 3, size: 62.25, squares: codeSquares(label), label });
  const columns = [
    { width: 12, style: "notice" as const },
    { width: 9, style: "notice" as const },
  ];
  const tab = {
    tab: "codes",
    name: "码",
    columns,
    rows: [["甲"], ["乙"], ["丙"]],
    heights: new Map([
      [0, 15],
      [1, 30],
      [2, 15],
    ]),
  };
  await workbook.write([{ ...tab, pictures: [picture("PC19-07-0001-8", 0), picture("PC19-07-0002-7", 2)] }]);
  const found = await client.Excel.run(async (context) => {
    const { shapes } = context.workbook.worksheets.getItem("码");
    shapes.load("items/type,items/name,items/altTextDescription,items/left,items/top,items/width,items/height");
    await context.sync();
    return shapes.items.map(({ type, name, altTextDescription, left, top, width, height }) => [
      ...[type, name, altTextDescription],
      ...[left, top, width, height],
    ]);
  });
  expect(found).toEqual([
    ["Image", "PC19-07-0001-8", "PC19-07-0001-8", 80.25, 3, 62.25, 62.25],
    ["Image", "PC19-07-0002-7", "PC19-07-0002-7", 80.25, 48, 62.25, 62.25],
  ]);
});
