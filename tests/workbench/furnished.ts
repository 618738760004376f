// A book with an object of every kind on its first sheet, and the calls that lead to them.
import { type OfficeClient } from "../support/office-client";

/** Puts one of everything on the sheet. */
export async function furnish({ Excel }: OfficeClient): Promise<void> {
  await Excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B4").values = [
      ["School", "Paid"],
      ["No. 1", 10],
      ["No. 2", 30],
      ["No. 3", 20],
    ];
    const table = sheet.tables.add("D1:E3", true);
    table.getRange().values = [
      ["Day", "Sum"],
      [1, 2],
      [3, 4],
    ];
    const chart = sheet.charts.add("Line", sheet.getRange("A1:B4"));
    chart.series.getItemAt(0).trendlines.add("Linear");
    const { shapes } = sheet;
    const box = shapes.addGeometricShape("Rectangle");
    const line = shapes.addLine(0, 0, 10, 10);
    const image = shapes.addImage("iVBORw0KGgo=");
    shapes.addGroup([shapes.addTextBox("a"), shapes.addTextBox("b")]);
    for (const [name, shape] of Object.entries({ box, line, image })) shape.name = name;
    for (const type of kinds) sheet.getRange("A2:A4").conditionalFormats.add(type);
    workbook.names.add("Paid", sheet.getRange("B2"));
    workbook.settings.add("key", 1);
    workbook.properties.custom.add("key", 1);
    workbook.customXmlParts.add("<a xmlns='urn:a'/>");
    workbook.bindings.add(sheet.getRange("A1"), "Range", "first");
    sheet.customProperties.add("key", "1");
    sheet.horizontalPageBreaks.add("A3");
    sheet.getRange("G1:H1").merge();
    workbook.worksheets.add("Other");
    workbook.styles.add("Own");
    await context.sync();
  });
}

const kinds = ["Custom", "DataBar", "CellValue", "ColorScale", "IconSet", "TopBottom", "PresetCriteria", "ContainsText"] as const;

const parts = ["textComparison", "preset", "topBottom", "iconSet", "colorScale", "cellValue", "dataBar", "custom"] as const;

/** The calls that lead from an object of a kind to one of another. */
export const calls = {
  WorksheetCollection: [(all: Excel.WorksheetCollection) => all.getItem("Sheet1")],
  Worksheet: [
    (sheet: Excel.Worksheet) => sheet.getRange("A2"),
    (sheet: Excel.Worksheet) => sheet.getRanges("A2,B3"),
    (sheet: Excel.Worksheet) => sheet.tables.getItemAt(0),
    (sheet: Excel.Worksheet) => sheet.charts.getItemAt(0),
  ],
  Range: [
    (range: Excel.Range) => range.getVisibleView(),
    (range: Excel.Range) => range.removeDuplicates([0], false),
    ...parts.map((part, at) => (range: Excel.Range) => range.conditionalFormats.getItemAt(at)[part]),
    (range: Excel.Range) => range.conditionalFormats.getItemAt(0),
    ({ format }: Excel.Range) => format.borders.getItem("EdgeTop"),
  ],
  ConditionalRangeBorderCollection: [(all: Excel.ConditionalRangeBorderCollection) => all.getItem("EdgeTop")],
  TableColumnCollection: [(all: Excel.TableColumnCollection) => all.getItemAt(0)],
  TableRowCollection: [(all: Excel.TableRowCollection) => all.getItemAt(0)],
  ChartSeriesCollection: [(all: Excel.ChartSeriesCollection) => all.getItemAt(0)],
  ChartPointsCollection: [(all: Excel.ChartPointsCollection) => all.getItemAt(0)],
  ChartTrendlineCollection: [(all: Excel.ChartTrendlineCollection) => all.getItem(0)],
  ChartTitle: [(title: Excel.ChartTitle) => title.getSubstring(0, 1)],
  ShapeCollection: [
    (all: Excel.ShapeCollection) => all.getItem("box"),
    (all: Excel.ShapeCollection) => all.getItem("line").line,
    (all: Excel.ShapeCollection) => all.getItem("image").image,
    (all: Excel.ShapeCollection) => all.getItemAt(3).group,
  ],
  NamedItemCollection: [(all: Excel.NamedItemCollection) => all.getItem("Paid")],
  StyleCollection: [(all: Excel.StyleCollection) => all.getItem("Own")],
  SettingCollection: [(all: Excel.SettingCollection) => all.getItem("key")],
  CustomPropertyCollection: [(all: Excel.CustomPropertyCollection) => all.getItem("key")],
  CustomXmlPartCollection: [(all: Excel.CustomXmlPartCollection) => all.getByNamespace("urn:a")],
  CustomXmlPartScopedCollection: [(all: Excel.CustomXmlPartScopedCollection) => all.getOnlyItem()],
  BindingCollection: [(all: Excel.BindingCollection) => all.getItem("first")],
  WorksheetCustomPropertyCollection: [(all: Excel.WorksheetCustomPropertyCollection) => all.getItem("key")],
  PageBreakCollection: [(all: Excel.PageBreakCollection) => all.getItem(0)],
  RangeAreas: [(areas: Excel.RangeAreas) => areas.areas],
  Functions: [(all: Excel.Functions) => all.sum(1)],
};
