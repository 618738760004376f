// The genuine client over our host: formulas have values, follow what they refer to, and are calculated again when it changes.
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { requirementsOf } from "../../src/workbench/host/app-context";
import { type Cell } from "../../src/workbench/host/model/cell";
import { typeText } from "../../src/workbench/host/user-edits";
import { sampleBook } from "../../src/workbench/sample-book";
import { type OfficeClient, officeClient } from "../support/office-client";

let client: OfficeClient;
beforeEach(async () => {
  client = await officeClient({ requirements: requirementsOf("1.17") });
});
afterEach(() => client.close());

async function onSheet<T>(job: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T> | T): Promise<T> {
  return client.Excel.run(async (context) => {
    const result = await job(context.workbook.worksheets.getItem("Sheet1"), context);
    await context.sync();
    return result;
  });
}

async function read(address: string, what: "values" | "formulas" = "values"): Promise<unknown> {
  return client.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address).load(what);
    await context.sync();
    return range[what][0]?.[0] as unknown;
  });
}

function type(row: number, column: number, text: string): void {
  typeText(client.host, { sheet: client.host.book.active, row, column }, text);
}

describe("a formula's value", () => {
  beforeEach(() =>
    onSheet((sheet) => {
      sheet.getRange("A1:B4").values = [
        ["应还", 10.1],
        ["", 20.2],
        ["'30", true],
        ["", "=B1+B2"],
      ];
    }),
  );

  test.each<[string, unknown]>([
    ["=SUM(B1:B4)", 60.6],
    ["=SUM(B:B)", 60.6],
    ['=sum(B1,B2,1,"2")', 33.3],
    ["=SUM('Sheet1'!$B$1:$B$2)/3", 10.1],
    ["=SUM(A1:A4)", 0],
    ["=A3*2", 60],
    ["=-2^2", 4],
    ["=50%+1", 1.5],
    ['=A1&"："&B1', "应还：10.1"],
    ['="甲""乙"', '甲"乙'],
    ["=B1<B2", true],
    ['=A2=""', true],
    ["=A2", 0],
    ['=HYPERLINK("#\'Sheet1\'!A1","看")', "看"],
    ["=1/0", "#DIV/0!"],
    ["=A1+1", "#VALUE!"],
    ["=MADEUP(1)", "#NAME?"],
    ["=表1[列]", "#NAME?"],
    ["=没有", "#NAME?"],
    ["=没有!A1", "#REF!"],
    ["=#REF!A1", "#REF!"],
  ])("%s is %j", async (formula, value) => {
    await onSheet((sheet) => void (sheet.getRange("D9").formulas = [[formula]]));
    expect(await read("D9")).toBe(value);
    expect(await read("D9", "formulas")).toBe(formula);
  });

  describe("by functions that real books use", () => {
    beforeEach(() =>
      onSheet((sheet) => {
        sheet.getRange("F1:H4").values = [
          ["乡镇", "人数", "日期"],
          ["甲镇", 3, 43819],
          ["乙镇", 5, 43820],
          ["甲镇", 7, ""],
        ];
      }),
    );

    test.each<[string, unknown]>([
      ['=VLOOKUP("乙镇",F1:H4,2,FALSE)', 5],
      ['=VLOOKUP("丙镇",F:G,2,FALSE)', "#N/A"],
      ['=IFERROR(VLOOKUP("丙镇",F:G,2,FALSE),"没有")', "没有"],
      ['=XLOOKUP("乙镇",F:F,G:G)', 5],
      ['=_xlfn.XLOOKUP("丙镇",F1:F4,G1:G4,0)', 0],
      ['=XLOOKUP("丙镇",F1:F4,G1:G4)', "#N/A"],
      ['=INDEX(G1:G4,MATCH("乙镇",F1:F4,0))', 5],
      ['=SUMIF(F:F,"甲镇",G:G)', 10],
      ['=SUMIFS(G2:G4,F2:F4,"甲镇",G2:G4,">3")', 7],
      ['=COUNTIF(F1:F4,"甲镇")', 2],
      ['=COUNTIFS(F2:F4,"甲镇",G2:G4,"<5")', 1],
      ["=SUMPRODUCT(G2:G4,G2:G4)", 83],
      ["=COUNTA(F1:H9)", 11],
      ["=COUNT(F1:H9)", 5],
      ["=AVERAGE(G1:G4)", 5],
      ["=MAX(G:G)-MIN(G:G)", 4],
      ["=RANK(5,G2:G4)", 2],
      ["=ROUND(2.345,2)", 2.35],
      ['=IF(AND(G2>1,G3>1),"是","否")', "是"],
      ['=IF(G2>1,"是",1/0)', "是"],
      ['=TEXT(H2,"yyyy-mm-dd")', "2019-12-20"],
      ['=TEXT(1234.5,"#,##0.00")', "1,234.50"],
      ["=YEAR(H2)*100+MONTH(H2)", 201912],
      ["=DATE(2019,12,20)", 43819],
      ["=EOMONTH(H2,0)", 43830],
      ["=LEFT(F2,1)&MID(F3,2,1)", "甲镇"],
      ['=SUBSTITUTE("a-b","-","")', "ab"],
      ["=ISBLANK(H4)", true],
      ['=LEN(TRIM("  甲 "))', 1],
      ["=ROW()*100+COLUMN()", 904],
      ["=ROW(F3)", 3],
      ["=SUM(1/0)", "#DIV/0!"],
    ])("%s is %j", async (formula, value) => {
      await onSheet((sheet) => void (sheet.getRange("D9").formulas = [[formula]]));
      expect(await read("D9")).toBe(value);
    });

    test("TODAY and NOW are the clock's day and time", async () => {
      await onSheet((sheet) => void (sheet.getRange("D9:E9").formulas = [["=TODAY()", "=NOW()"]]));
      const [today, now] = [Number(await read("D9")), Number(await read("E9"))];
      const here = new Date();
      const midnight = Date.UTC(here.getFullYear(), here.getMonth(), here.getDate());
      expect(Math.abs(today - (midnight / 86_400_000 + 25_569))).toBeLessThanOrEqual(1);
      expect(now - today).toBeGreaterThanOrEqual(0);
      expect(now - today).toBeLessThan(1.01);
    });
  });

  test("that depends on itself is 0", async () => {
    await onSheet((sheet) => void (sheet.getRange("D1:D2").formulas = [["=D2"], ["=D1+1"]]));
    expect(await read("D1")).toBe(1);
  });

  test("by a name is that of its cells", async () => {
    await onSheet((sheet, { workbook }) => {
      sheet.getRange("D1").formulas = [["=SUM(全部)"]];
      workbook.names.add("全部", sheet.getRange("B1:B2"));
    });
    expect(await read("D1")).toBe(30.3);
  });
});

describe("an edit", () => {
  const heard: unknown[] = [];
  beforeEach(async () => {
    heard.length = 0;
    await onSheet((sheet, { workbook }) => {
      sheet.getRange("B1:C2").values = [
        [1, 2],
        [3, 4],
      ];
      sheet.getRange("B3:C3").formulas = [["=SUM(B1:B2)", "=SUM(C1:C2)"]];
      workbook.worksheets.add("乙").getRange("A1").formulas = [["=Sheet1!B3*2"]];
    });
    await onSheet((_, { workbook }) => {
      workbook.worksheets.onCalculated.add(async ({ address }) => void heard.push(address));
    });
  });

  test("by a person is calculated, and heard of on every sheet that it reaches", async () => {
    type(0, 1, "5");
    expect(await read("B3")).toBe(8);
    expect(client.host.book.sheet("乙")?.cells.at(0, 0)?.content).toBe(16);
    expect(heard).toEqual(["B3", "A1"]);
    type(5, 5, "nothing depends on this");
    await read("A1");
    expect(heard).toHaveLength(2);
  });

  test("of several columns is one event with all that was calculated", async () => {
    await onSheet((sheet) => void (sheet.getRange("B1:C1").values = [[7, 7]]));
    await read("A1");
    expect(heard).toEqual(["B3:C3", "A1"]);
  });

  test("waits while calculation is manual, and is done when somebody asks", async () => {
    await onSheet((_, { workbook }) => void (workbook.application.calculationMode = "Manual"));
    type(0, 1, "5");
    expect(await read("B3")).toBe(4);
    await onSheet((_, { workbook }) => workbook.application.calculate("Recalculate"));
    expect(await read("B3")).toBe(8);
  });

  test("that puts rows among the cells takes the formula along", async () => {
    await onSheet((sheet) => {
      sheet.getRange("2:2").insert("Down");
      sheet.getRange("B2").values = [[100]];
    });
    expect([await read("B4", "formulas"), await read("B4")]).toEqual(["=SUM(B1:B3)", 104]);
    expect(client.host.book.sheet("乙")?.cells.at(0, 0)).toMatchObject({ formula: "=Sheet1!B4*2", content: 208 });
  });

  test("that takes away cells breaks what refers to them", async () => {
    await onSheet((sheet) => sheet.getRange("3:3").delete("Up"));
    expect(client.host.book.sheet("乙")?.cells.at(0, 0)).toMatchObject({ formula: "=Sheet1!#REF!*2" });
  });
});

describe("a sheet's name", () => {
  beforeEach(() =>
    onSheet((sheet, { workbook }) => {
      const list = workbook.worksheets.add("~ (2)");
      list.getRange("A1:A2").values = [["甲"], ["乙"]];
      sheet.getRange("A1").formulas = [["='~ (2)'!A1&\"'~ (2)'!A1\""]];
      sheet.getRange("B1:B9").dataValidation.rule = { list: { inCellDropDown: true, source: "='~ (2)'!$A$1:$A$2" } };
      const { custom } = sheet.getRange("C1:C9").conditionalFormats.add("Custom");
      custom.rule.formula = "=$C1='~ (2)'!$A$1";
      workbook.names.add("名单", list.getRange("A1:A2"));
      workbook.names.add("个数", "=ROWS('~ (2)'!$A$1:$A$2)");
    }),
  );

  async function found(): Promise<unknown[]> {
    return onSheet(async (sheet, context) => {
      const rule = sheet.getRange("B2").dataValidation.load("rule");
      const formats = sheet.getRange("C1:C9").conditionalFormats.load("items/custom/rule/formula");
      const names = context.workbook.names.load("items/name,items/formula,items/type");
      const cell = sheet.getRange("A1").load("formulas,values");
      await context.sync();
      return [
        rule.rule.list?.source,
        formats.items[0]?.custom.rule.formula,
        ...names.items.map(({ formula, type: kind }) => `${kind} ${String(formula)}`),
        cell.formulas[0]?.[0],
        cell.values[0]?.[0],
      ];
    });
  }

  test("that changes is followed by all that refers to it", async () => {
    await onSheet((_, { workbook }) => void (workbook.worksheets.getItem("~ (2)").name = "名单"));
    expect(await found()).toEqual([
      "=名单!$A$1:$A$2",
      "=$C1=名单!$A$1",
      "Range =名单!$A$1:$A$2",
      "String =ROWS(名单!$A$1:$A$2)",
      "=名单!A1&\"'~ (2)'!A1\"",
      "甲'~ (2)'!A1",
    ]);
  });

  test("that goes leaves #REF!", async () => {
    await onSheet((_, { workbook }) => workbook.worksheets.getItem("~ (2)").delete());
    expect(await found()).toEqual([
      "=#REF!$A$1:$A$2",
      "=$C1=#REF!$A$1",
      "Error =#REF!$A$1:$A$2",
      "String =ROWS(#REF!$A$1:$A$2)",
      "=#REF!A1&\"'~ (2)'!A1\"",
      "#REF!",
    ]);
  });
});

test("the sample county's totals are formulas and follow the amounts", () => {
  const book = sampleBook("蒲城县.xlsx", 60);
  book.calculate(true);
  expect(book.takeChanges()).toEqual([]);
  const sheet = book.sheets.find(({ cells }) => [...cells.formulas()].length > 0);
  const [[row, column, total]] = [...(sheet?.cells.formulas() ?? [])] as [[number, number, Cell]];
  const amount = sheet?.cells.at(3, column) as Cell;
  sheet?.cells.put(3, column, { ...amount, content: 0 });
  book.calculate(true);
  expect(Number(amount.content)).toBeGreaterThan(0);
  expect(Number(total.content) - Number(sheet?.cells.at(row, column)?.content)).toBeCloseTo(Number(amount.content), 2);
});

test("functions are called without a cell, one within another, over cells and values", async () => {
  await onSheet((sheet) => {
    sheet.getRange("A1:B3").values = [
      ["甲镇", 3],
      ["乙镇", 5],
      ["甲镇", 7],
    ];
  });
  const found = await client.Excel.run(async (context) => {
    const { functions } = context.workbook;
    const cells = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B3");
    const one = functions.vlookup("乙镇", cells, 2, false);
    const results = [
      one.load("value,error"),
      functions.sum(one, cells, 10).load("value,error"),
      functions.countIf(cells, "甲镇").load("value,error"),
      functions.vlookup("丙镇", cells, 2, false).load("value,error"),
      functions.beta_Dist(0.4, 8, 10, true).load("value,error"),
    ];
    await context.sync();
    return results.map(({ value, error }): unknown => value ?? error);
  });
  expect(found).toEqual([5, 30, 2, "#N/A", expect.closeTo(0.3594, 3)]);
});
