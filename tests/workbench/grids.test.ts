// Files come into the host as Grids and can be looked at as Grids again.
import { expect, test } from "@jest/globals";
import { day } from "../../src/domain/values/day";
import { type Grid } from "../../src/sheets/grid";
import { ExcelHost } from "../../src/workbench/host/excel-host";
import { bookOfGrids, gridsOfBook } from "../../src/workbench/host/grids";
import { officeClient } from "../support/office-client";

const grids: readonly Grid[] = [
  {
    name: "贷款学生",
    visibility: "visible",
    rows: [
      ["姓名", "身份证号", "到期日", "欠款"],
      [],
      ["王小明", "610526199403150018", { day: day("2019-12-20") }, 4456.09],
      ["=1", null, true, { fault: "error", text: "#REF!" }],
    ],
    merges: [{ top: 0, left: 4, bottom: 0, right: 5 }],
    hiddenRows: [1],
    hiddenColumns: [3],
  },
  { name: "校验结果", visibility: "veryHidden", rows: [["1"]], merges: [], hiddenRows: [], hiddenColumns: [], ownTab: "findings" },
];

test("a book made of Grids reads as the same Grids", () => {
  expect(gridsOfBook(bookOfGrids(grids))).toEqual(grids);
});

test("the client sees the cells as Excel would give them", async () => {
  const client = await officeClient({ host: new ExcelHost(bookOfGrids(grids, "名单.xlsx")) });
  const seen = await client.Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem("贷款学生").getUsedRange(true);
    used.load("values, valueTypes, numberFormat");
    context.workbook.load("name");
    await context.sync();
    return [context.workbook.name, used.values.slice(2), used.valueTypes[3]?.[3], used.numberFormat[2]];
  });
  expect(seen).toEqual([
    "名单.xlsx",
    [
      ["王小明", "610526199403150018", 43819, 4456.09],
      ["=1", "", true, "#REF!"],
    ],
    "Error",
    ["General", "@", "yyyy-mm-dd", "General"],
  ]);
  client.close();
});
