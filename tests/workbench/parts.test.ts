// What charts, shapes, conditional formats and the book carry, under the genuine client: kept as it was set, found again, refused by name.
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type OfficeClient, officeClient } from "../support/office-client";

let client: OfficeClient;
beforeEach(async () => {
  client = await officeClient();
});
afterEach(() => client.close());

type Job<T> = (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>;

async function onSheet<T>(job: Job<T>): Promise<T> {
  return client.Excel.run(async (context) => {
    const result = await job(context.workbook.worksheets.getItem("Sheet1"), context);
    await context.sync();
    return result;
  });
}

const payments = [
  ["School", "Paid"],
  ["No. 1", 10],
  ["No. 2", 30],
  ["No. 1", 10],
];

describe("a chart", () => {
  const made: Job<Excel.Chart> = (sheet) => {
    sheet.getRange("A1:B4").values = payments;
    return sheet.charts.add("Pie", sheet.getRange("A1:B4"), "Columns");
  };

  test("keeps the looks of its legend and points, and knows the points' values", async () => {
    const chart = await onSheet(made);
    const seen = await onSheet(async (sheet, context) => {
      const { series, legend } = sheet.charts.getItemAt(0);
      legend.format.font.color = "#112233";
      const { points } = series.getItemAt(0);
      points.getItemAt(1).format.fill.setSolidColor("pink");
      const point = points.getItemAt(1).load("value");
      const font = legend.format.font.load("color");
      const count = points.getCount();
      await context.sync();
      return [point.value, font.color, count.value];
    });
    expect(chart.isNullObject).not.toBe(true);
    expect(seen).toEqual([30, "#112233", 3]);
  });

  test("has trendlines that are found again and go", async () => {
    await onSheet(made);
    const counts = await onSheet(async (sheet, context) => {
      const { trendlines } = sheet.charts.getItemAt(0).series.getItemAt(0);
      trendlines.add("Logarithmic");
      const first = trendlines.getItem(0).load("type");
      const before = trendlines.getCount();
      await context.sync();
      trendlines.getItem(0).delete();
      const after = trendlines.getCount();
      await context.sync();
      return [first.type, before.value, after.value];
    });
    expect(counts).toEqual(["Logarithmic", 1, 0]);
  });
});

describe("shapes", () => {
  test("are placed, moved and ordered", async () => {
    const seen = await onSheet(async (sheet, context) => {
      const badge = sheet.shapes.addGeometricShape("Wave");
      badge.name = "Badge";
      badge.left = 10;
      badge.incrementLeft(5);
      badge.incrementRotation(-30);
      sheet.shapes.addTextBox("paid").name = "Box";
      badge.setZOrder("BringToFront");
      const again = sheet.shapes.getItem("badge").load("left,rotation,zOrderPosition,geometricShapeType");
      const text = sheet.shapes.getItem("Box").textFrame.textRange.load("text");
      await context.sync();
      return [again.left, again.rotation, again.zOrderPosition, again.geometricShapeType, text.text];
    });
    expect(seen).toEqual([15, 330, 1, "Wave", "paid"]);
  });

  test("of a group move with it and belong to the sheet again when it is dissolved", async () => {
    const seen = await onSheet(async (sheet, context) => {
      const two = ["One", "Two"].map((name) => {
        const shape = sheet.shapes.addGeometricShape("Rectangle");
        shape.name = name;
        return shape;
      });
      const group = sheet.shapes.addGroup(two);
      group.incrementTop(7);
      const inside = sheet.shapes.getCount();
      group.group.ungroup();
      const outside = sheet.shapes.getCount();
      const one = sheet.shapes.getItem("One").load("top");
      await context.sync();
      return [inside.value, outside.value, one.top];
    });
    expect(seen).toEqual([1, 2, 7]);
  });

  test("are joined by lines", async () => {
    const seen = await onSheet(async (sheet, context) => {
      const shape = sheet.shapes.addGeometricShape("Rectangle");
      const { line } = sheet.shapes.addLine(10, 50, 30, 20);
      line.connectEndShape(shape, 2);
      line.load("isBeginConnected,isEndConnected,endConnectedSite");
      await context.sync();
      return [line.isBeginConnected, line.isEndConnected, line.endConnectedSite];
    });
    expect(seen).toEqual([false, true, 2]);
  });

  test("cannot be drawn here, and say so by name", async () => {
    const job: Job<void> = (sheet) => void sheet.shapes.addGeometricShape("Cloud").getAsImage("PNG");
    await expect(onSheet(job)).rejects.toMatchObject({ code: "ApiNotFound", message: expect.stringContaining("getAsImage") as unknown });
  });
});

describe("conditional formats", () => {
  test("of every kind keep their rule", async () => {
    const types = await onSheet(async (sheet, context) => {
      const { conditionalFormats } = sheet.getRange("A1:A9");
      conditionalFormats.add("CellValue").cellValue.rule = { formula1: "=0", operator: "LessThan" };
      conditionalFormats.add("TopBottom").topBottom.rule = { rank: 3, type: "TopItems" };
      conditionalFormats.add("ContainsText").textComparison.rule = { operator: "Contains", text: "overdue" };
      conditionalFormats.add("PresetCriteria").preset.format.font.bold = true;
      conditionalFormats.add("IconSet").iconSet.style = "ThreeFlags";
      const scale = conditionalFormats.add("ColorScale");
      scale.colorScale.criteria = {
        minimum: { type: "LowestValue", color: "#FF0000" },
        maximum: { type: "HighestValue", color: "#00FF00" },
      };
      scale.priority = 5;
      conditionalFormats.load("items/type");
      const rule = conditionalFormats.getItemAt(4).cellValue.load("rule");
      await context.sync();
      expect(rule.rule).toEqual({ formula1: "=0", operator: "LessThan" });
      return conditionalFormats.items.map(({ type }) => type);
    });
    expect(types).toEqual(["IconSet", "PresetCriteria", "ContainsText", "TopBottom", "CellValue", "ColorScale"]);
  });

  test("of one kind are no other", async () => {
    const job: Job<void> = (sheet) => void sheet.getRange("A1").conditionalFormats.add("IconSet").topBottom.load("rule");
    await expect(onSheet(job)).rejects.toMatchObject({ code: "InvalidOperation" });
  });
});

describe("the book carries", () => {
  test("XML, found by id and namespace", async () => {
    const xml = '<?xml version="1.0"?><!-- kept --><k:season xmlns:k="urn:own:season"><k:year>2019</k:year></k:season>';
    const seen = await onSheet(async (_, { workbook: { customXmlParts }, ...context }) => {
      void context;
      const part = customXmlParts.add(xml).load("namespaceUri");
      customXmlParts.add("<other/>");
      const scoped = customXmlParts.getByNamespace("urn:own:season");
      const [all, own, text] = [customXmlParts.getCount(), scoped.getCount(), scoped.getOnlyItem().getXml()];
      await part.context.sync();
      return [part.namespaceUri, all.value, own.value, text.value];
    });
    expect(seen).toEqual(["urn:own:season", 2, 1, xml]);
  });

  test("no XML that is none", async () => {
    const job: Job<void> = (_, { workbook }) => void workbook.customXmlParts.add("season 2019");
    await expect(onSheet(job)).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  test("document properties, those of programs under keys of any case", async () => {
    const seen = await onSheet(async (_, context) => {
      const { properties } = context.workbook;
      properties.title = "Season";
      properties.custom.add("Year", "2019");
      const [title, year] = [properties.load("title"), properties.custom.getItem("YEAR").load("key,value,type")];
      await context.sync();
      return [title.title, year.key, year.value, year.type];
    });
    expect(seen).toEqual(["Season", "Year", "2019", "String"]);
  });

  test("bindings, which follow their cells", async () => {
    const address = await onSheet(async (sheet, context) => {
      context.workbook.bindings.add(sheet.getRange("B2:C3"), "Range", "paid");
      sheet.getRange("1:2").insert("Down");
      const range = context.workbook.bindings.getItem("paid").getRange().load("address");
      await context.sync();
      return range.address;
    });
    expect(address).toBe("Sheet1!B4:C5");
  });
});

describe("cells are found", () => {
  beforeEach(() =>
    onSheet((sheet) => {
      sheet.getRange("A1:B4").values = payments;
      sheet.getRange("C2").formulas = [["=B2+1"]];
    }),
  );

  test.each<[string, (sheet: Excel.Worksheet) => { address: string; load: (what: "address") => unknown }, string]>([
    ["by part of their text", (sheet) => sheet.getRange("A1:C4").find("no.", {}), "Sheet1!A2"],
    ["from the end", (sheet) => sheet.getRange("A1:C4").find("no. 1", { searchDirection: "Backwards" }), "Sheet1!A4"],
    ["all of them", (sheet) => sheet.findAll("10", { completeMatch: true }), "Sheet1!B2,Sheet1!B4"],
    ["with formulas", (sheet) => sheet.getUsedRange().getSpecialCells("Formulas"), "Sheet1!C2"],
    ["with texts", (sheet) => sheet.getRange("B1:C4").getSpecialCells("Constants", "LogicalText"), "Sheet1!B1"],
  ])("%s", async (_, search, address) => {
    const found = await onSheet((sheet) => {
      const range = search(sheet);
      range.load("address");
      return range;
    });
    expect(found.address).toBe(address);
  });

  test("or not: by one spelling an error, by the other null", async () => {
    await expect(onSheet((sheet) => void sheet.findAll("nobody", {}).load("address"))).rejects.toMatchObject({ code: "ItemNotFound" });
    const none = await onSheet((sheet) => sheet.findAllOrNullObject("nobody", {}).load("address"));
    expect(none.isNullObject).toBe(true);
  });

  test("and repeated rows go, counted", async () => {
    const result = await onSheet((sheet) => sheet.getRange("A1:B4").removeDuplicates([0, 1], true).load());
    expect([result.removed, result.uniqueRemaining]).toEqual([1, 2]);
    const left = await onSheet((sheet) => sheet.getRange("A1:B4").load("values"));
    expect(left.values).toEqual([...payments.slice(0, 3), ["", ""]]);
  });

  test("and those that a filter hides are left out of what is seen", async () => {
    const view = await onSheet((sheet) => {
      sheet.autoFilter.apply(sheet.getRange("A1:B4"), 0, { filterOn: "Values", values: ["No. 2"] });
      return sheet.getRange("A1:B4").getVisibleView().load("values,rowCount");
    });
    expect([view.values, view.rowCount]).toEqual([
      [
        ["School", "Paid"],
        ["No. 2", 30],
      ],
      2,
    ]);
  });
});
