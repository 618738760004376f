// Copies of cells and sheets, formulas by distance, and names that look like cells, under the genuine client.
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { fromR1C1, toR1C1 } from "../../src/workbench/host/model/r1c1";
import { type OfficeClient, officeClient } from "../support/office-client";

let client: OfficeClient;
beforeEach(async () => {
  client = await officeClient({ requirements: { ExcelApi: "1.10" } });
});
afterEach(() => client.close());

async function onSheet<T>(job: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>): Promise<T> {
  return client.Excel.run(async (context) => {
    const result = await job(context.workbook.worksheets.getItem("Sheet1"), context);
    await context.sync();
    return result;
  });
}

// Seen from C3, the third row and third column.
test.each([
  ["=A1", "=R[-2]C[-2]"],
  ["=$A$1+C3", "=R1C1+RC"],
  ["=A$1*$B2", "=R1C[-2]*R[-1]C2"],
  ["=SUM(A1:B2)", "=SUM(R[-2]C[-2]:R[-1]C[-1])"],
  ["=SUM(D:D)+SUM(5:5)", "=SUM(C[1])+SUM(R[2])"],
  ["=SUM($D:$E)+SUM($5:$6)", "=SUM(C4:C5)+SUM(R5:R6)"],
  ["='R1C1'!B2&\"R1C1 A1\"", "='R1C1'!R[-1]C[-1]&\"R1C1 A1\""],
  ["=ROUND(C3,2)", "=ROUND(RC,2)"],
])("%s is %s by distance", (lettered, distant) => {
  expect(toR1C1(lettered, [2, 2])).toBe(distant);
  expect(fromR1C1(distant, [2, 2])).toBe(lettered);
});

test("what lies beyond the sheet is #REF!", () => expect(fromR1C1("=R[-1]C+R1C[-9]", [0, 0])).toBe("=#REF!+#REF!"));

test("formulas are written and read by distance", async () => {
  const range = await onSheet((sheet) => {
    sheet.getRange("A1:A2").values = [[3], [4]];
    sheet.getRange("B1:B2").formulasR1C1 = [["=RC[-1]*2"], ["=R[-1]C+R1C1"]];
    return sheet.getRange("A1:B2").load("formulas,formulasR1C1,values");
  });
  expect([range.formulas, range.formulasR1C1, range.values]).toEqual([
    [
      [3, "=A1*2"],
      [4, "=B1+$A$1"],
    ],
    [
      [3, "=RC[-1]*2"],
      [4, "=R[-1]C+R1C1"],
    ],
    [
      [3, 6],
      [4, 9],
    ],
  ]);
});

describe("copied cells", () => {
  const copied = (use: (sheet: Excel.Worksheet) => void, address: string) =>
    onSheet(async (sheet, context) => {
      sheet.getRange("A1:B2").formulas = [
        [1, "=A1*10"],
        ["", "=A2+5"],
      ];
      sheet.getRange("A1").format.fill.color = "#FFC000";
      sheet.getRange("D1:E2").values = [
        ["x", "x"],
        ["x", "x"],
      ];
      use(sheet);
      const range = sheet.getRange(address).load("formulas");
      const fill = range.getCell(0, 0).format.fill.load("color");
      await context.sync();
      return [range.formulas, fill.color];
    });
  const cases: readonly [string, (sheet: Excel.Worksheet) => void, string, unknown[][], string][] = [
    [
      "keep distances and looks",
      (sheet) => sheet.getRange("D1").copyFrom("A1:B2"),
      "D1:E2",
      [
        [1, "=D1*10"],
        ["", "=D2+5"],
      ],
      "#FFC000",
    ],
    [
      "bring values alone",
      (sheet) => sheet.getRange("D1").copyFrom("A1:B2", "Values"),
      "D1:E2",
      [
        [1, 10],
        ["", 5],
      ],
      "#FFFFFF",
    ],
    [
      "bring looks alone",
      (sheet) => sheet.getRange("D1").copyFrom("A1:B2", "Formats"),
      "D1:E2",
      [
        ["x", "x"],
        ["x", "x"],
      ],
      "#FFC000",
    ],
    [
      "leave out blanks",
      (sheet) => sheet.getRange("D1").copyFrom("A1:B2", "Values", true),
      "D1:E2",
      [
        [1, 10],
        ["x", 5],
      ],
      "#FFFFFF",
    ],
    [
      "turn",
      (sheet) => sheet.getRange("D1").copyFrom("A1:B2", "Values", false, true),
      "D1:E2",
      [
        [1, ""],
        [10, 5],
      ],
      "#FFFFFF",
    ],
    [
      "fill a larger range",
      (sheet) => sheet.getRange("D1:D4").copyFrom(sheet.getRange("B1"), "Formulas"),
      "D1:D4",
      [["=C1*10"], ["=C2*10"], ["=C3*10"], ["=C4*10"]],
      "#FFFFFF",
    ],
  ];
  test.each(cases)("%s", async (_, use, address, formulas, fill) => expect(await copied(use, address)).toEqual([formulas, fill]));
});

test("a sheet is copied with all that it holds, under a name of its own, and goes its own way", async () => {
  const found = await onSheet(async (sheet, context) => {
    sheet.getRange("A1:B2").values = [
      ["Day", "Sum"],
      [1, 2],
    ];
    sheet.tables.add("A1:B2", true);
    sheet.getRange("A1").conditionalFormats.add("DataBar");
    sheet.freezePanes.freezeRows(1);
    const copy = sheet.copy("Before", sheet).load("name,position");
    await context.sync();
    sheet.getRange("A2").values = [[9]];
    const cell = copy.getRange("A2").load("values");
    const frozen = copy.freezePanes.getLocationOrNullObject().load("address");
    const counts = [copy.tables.getCount(), copy.getRange().conditionalFormats.getCount()];
    await context.sync();
    return [copy.name, copy.position, cell.values, frozen.address, ...counts.map(({ value }) => value)];
  });
  expect(found).toEqual(["Sheet1 (2)", 0, [[1]], "'Sheet1 (2)'!1:1", 1, 1]);
});

test("a copy beside nothing is refused", async () => {
  await expect(onSheet((sheet) => void sheet.copy("After"))).rejects.toMatchObject({ code: "InvalidArgument" });
});

test.each(["A1", "R1C1", "c", "R7", "XFD12"])("no table and no name may be called %s", async (name) => {
  const table = onSheet((sheet) => {
    sheet.tables.add("A1:B2", true).name = name;
  });
  await expect(table).rejects.toMatchObject({ code: "InvalidArgument" });
  await expect(onSheet((_, { workbook }) => void workbook.names.add(name, "=1"))).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("freezing a sheet that is not in front brings it there for a moment, and listeners hear of it", async () => {
  const heard: string[] = [];
  await onSheet(async (_, context) => {
    const { worksheets } = context.workbook;
    const other = worksheets.add("Other");
    worksheets.onActivated.add(({ worksheetId }) => Promise.resolve(void heard.push(worksheetId)));
    await context.sync();
    other.freezePanes.freezeRows(1);
    await context.sync();
  });
  const [first, second] = client.host.book.sheets;
  expect(heard).toEqual([second?.id, first?.id]);
});
