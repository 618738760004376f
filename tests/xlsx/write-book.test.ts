// Workbook files of our own, opened again with another library: each test is one thing that schools or leaders see.
import { describe, expect, test } from "@jest/globals";
import * as sheetjs from "@e965/xlsx";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { day } from "../../src/domain/values/day";
import { fen } from "../../src/domain/values/money";
import { type CellOut, type SheetSpec } from "../../src/sheets/writing/spec";
import { codeSquares } from "../../src/sheets/notices/notice-code";
import { squaresPng } from "../../src/sheets/writing/squares-png";
import { type StyleName } from "../../src/sheets/writing/styles";
import { cleanText } from "../../src/xlsx/tabs/clean-text";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { everything } from "./everything";

function aTab(cells: readonly (readonly CellOut[])[], more: Partial<SheetSpec> = {}): SheetSpec {
  const width = Math.max(...cells.map((row) => row.length), 1);
  const columns = Array.from({ length: width }, () => ({ width: 12, style: "cell" as const }));
  return { tab: "list", name: "名单", columns, rows: cells, ...more };
}

async function parts(...sheets: readonly SheetSpec[]): Promise<Readonly<Record<string, string>>> {
  const files = unzipSync(await writeBook({ sheets }));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

async function sheetXml(spec: SheetSpec): Promise<string> {
  return (await parts(spec))["xl/worksheets/sheet1.xml"] ?? "";
}

async function written(spec: SheetSpec): Promise<sheetjs.WorkSheet> {
  const book = sheetjs.read(await writeBook({ sheets: [spec] }), { cellNF: true, cellStyles: true });
  return Object.values(book.Sheets)[0] ?? {};
}

describe("what stands in cells", () => {
  const cases: [string, CellOut, StyleName, Partial<sheetjs.CellObject>][] = [
    ["an ID is text with all its digits", "610526199403150018", "cell", { t: "s", v: "610526199403150018", z: "@" }],
    ["an ID that ends in X is text", "61212819910722402X", "cell", { t: "s", v: "61212819910722402X" }],
    ["leading zeros stay", "0913", "cell", { t: "s", v: "0913" }],
    ["text that looks like a formula is text", '=HYPERLINK("http://x","y")', "cell", { t: "s", v: '=HYPERLINK("http://x","y")' }],
    ["text that looks like an error is text", "#N/A", "cell", { t: "s", v: "#N/A" }],
    ["text with marks, lines and ends of space", " <a> & b\r\n_x0041_ ", "cell", { t: "s", v: " <a> & b\n_x0041_ " }],
    ["an amount is exact to the cent", { fen: fen(445601809) }, "cellMoney", { t: "n", v: 4456018.09, z: "#,##0.00_ " }],
    ["a large amount is exact, too", { fen: fen(900719925474099) }, "cellMoney", { t: "n", v: 9007199254740.99 }],
    ["a reversal is negative", { fen: fen(-5) }, "cellMoney", { t: "n", v: -0.05 }],
    ["an amount in a text column is shown as one", { fen: fen(100) }, "cell", { t: "n", v: 1, z: "#,##0.00" }],
    ["a day is a date", { day: day("2019-12-20") }, "cellDay", { v: 43819, z: "yyyy-mm-dd" }],
    ["a day in a text column is shown as one", { day: day("2019-12-20") }, "cell", { z: "yyyy-mm-dd" }],
    ["a rate is a percentage", { rate: 9612 }, "cellRate", { t: "n", v: 0.9612, z: "0.00%_ " }],
    ["a count is a number", 3917, "cellCount", { t: "n", v: 3917, z: "#,##0_ " }],
    ["a formula has the value it has now", { formula: "1+1", value: 2 }, "cellCount", { t: "n", v: 2, f: "1+1" }],
    ["a formula may give text", { formula: '"甲"&"乙"', value: "甲乙" }, "cell", { t: "s", v: "甲乙", f: '"甲"&"乙"', z: "General" }],
    ["an error value is one", { error: "#REF!" }, "cell", { t: "e", v: 23 }],
  ];

  test.each(cases)("%s", async (_, value, style, expected) => {
    const sheet = await written(aTab([[value]], { columns: [{ width: 10, style }] }));
    expect(sheet["A1"]).toMatchObject(expected);
  });

  test("a control character survives the file", async () => {
    const { sheets } = await readXlsx(await writeBook({ sheets: [aTab([["a\u0001b\uD800c"]])] }));
    expect(sheets[0]?.rows).toEqual([["a\u0001b\uFFFDc"]]);
  });

  test("any text comes back as it was, but for line ends and what no file can hold", async () => {
    const text = fc.string({ unit: "binary", minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 50 }), async (texts) => {
        const { grids } = await readBook(await writeBook({ sheets: [aTab(texts.map((each) => [each, 1]))] }), "book.xlsx");
        expect(grids[0]?.rows.map(([each]) => each)).toEqual(texts.map(cleanText));
      }),
      { numRuns: 60 },
    );
  });

  test("text with a link leads to its cell, under the name that the tab got", async () => {
    const target = aTab([["a"]], { tab: "detail", name: "明细/R&D's" });
    const link = { text: "第 3 行", link: { sheet: "明细/R&D's", cell: "C3" } };
    const { sheets } = await readXlsx(await writeBook({ sheets: [aTab([[link]]), target] }));
    expect(sheets[0]?.rows).toEqual([["第 3 行"]]);
    expect(sheets[0]?.cells?.get("0,0")?.hyperlink?.location).toBe("'明细／R&D''s'!C3");
  });

  test("more links than Excel takes are written as formulas that do the same", async () => {
    const link = { text: "去", link: { sheet: "名单", cell: "A1" } };
    const xml = await sheetXml(aTab(Array.from({ length: 65_001 }, () => [link])));
    expect(xml.match(/<hyperlink /g)).toHaveLength(65_000);
    expect(xml).toContain('<f>HYPERLINK("#\'名单\'!A1","去")</f><v>去</v>');
  });
});

describe("how a tab looks", () => {
  test("a cell that a row names has its column's style; beyond the row's end there is no cell", async () => {
    const xml = await sheetXml(aTab([["a", null], ["b"]]));
    expect(xml).toMatch(
      /<row r="1"><c r="A1" s="\d+" t="s"><v>0<\/v><\/c><c r="B1" s="\d+"\/><\/row><row r="2"><c r="A2"[^/]*<v>1<\/v><\/c><\/row>/,
    );
  });

  test("of several styled areas the later one wins, also on rows that hold nothing", async () => {
    const area = { top: 0, left: 0, bottom: 1, right: 0 };
    const lower = { ...area, top: 1 };
    const styled = [
      { area, style: "cellRate" },
      { area: lower, style: "fillMoney" },
    ] as const;
    const sheet = await written(aTab([["a"]], { styled }));
    expect([sheet["A1"]?.z, sheet["A2"]?.z]).toEqual(["0.00%_ ", "#,##0.00_ "]);
  });

  test("what is typed below the prepared rows is text and open, without lines and colour", async () => {
    const files = await parts(aTab([["a"]], { columns: [{ width: 20, style: "fill" }] }));
    const styles = files["xl/styles.xml"] ?? "";
    const id = Number(/<col min="1" style="(\d+)"/.exec(files["xl/worksheets/sheet1.xml"] ?? "")?.[1]);
    const formats = (/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? "").split("<xf ").slice(1);
    expect(formats[id]).toMatch(/numFmtId="49".*fillId="0" borderId="0".*<protection locked="0"\/>/s);
  });

  test("green corners do not stand on IDs", async () => {
    const columns = (["cell", "fill", "cellMoney", "cell"] as const).map((style) => ({ width: 9, style }));
    expect(await sheetXml(aTab([["a"], ["b"]], { columns }))).toContain('<ignoredError sqref="A1:B2 D1:D2" numberStoredAsText="1"/>');
  });

  test("widths, heights, hidden rows and columns, merges, frozen rows, filter and tab colour are there", async () => {
    const { sheets } = await readXlsx(await writeBook({ sheets: [everything] }));
    const [sheet] = sheets;
    expect(sheet?.columns?.map(({ width, hidden }) => [width, hidden === true])).toEqual(
      everything.columns.map(({ width, hidden }) => [width, hidden === true]),
    );
    expect(sheet?.rowDefs?.get(2)?.height).toBe(32.5);
    expect(sheet?.rowDefs?.get(6)?.hidden).toBe(true);
    expect(sheet?.merges).toHaveLength(2);
    expect(sheet?.freezePane).toEqual({ rows: 3, columns: 2 });
    expect(sheet?.autoFilter?.range).toBe("A3:I8");
    expect(sheet?.view?.tabColor?.rgb).toBe("70AD47");
  });
});

describe("what schools may type", () => {
  test("a short list stands in the rule, a long one on a hidden tab; wrong entries are always refused", async () => {
    const { sheets } = await readXlsx(await writeBook({ sheets: [everything] }));
    const rules = sheets[0]?.dataValidations ?? [];
    expect(rules.every((rule) => rule.showErrorMessage)).toBe(true);
    expect(rules.map(({ type, formula1, formula2, values, range }) => [range, type, values?.join() ?? formula1, formula2])).toEqual([
      ["G4:G21", "list", "失联,家庭困难", undefined],
      ["B4:B21", "list", "'分学校 汇总''表#'!$A$1:$A$60", undefined],
      ["H4:H21", "date", "43466", "44196"],
      ["I4:I21", "decimal", "0.00", "10000.01"],
      ["A4:A21", "whole", "0", "9999"],
      ["C4:C21", "textLength", "18", undefined],
    ]);
    expect(sheets[1]).toMatchObject({ name: "分学校 汇总'表#", veryHidden: true });
    expect(sheets[1]?.rows[59]).toEqual(["第59村,甲组"]);
  });

  test("a protected tab can still be filtered, sorted and widened; there is no password", async () => {
    expect(await sheetXml(everything)).toContain('<sheetProtection sheet="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>');
  });

  test("colours by formula have both colours that programs look at; bars begin at nought", async () => {
    const files = await parts(everything);
    expect(files["xl/styles.xml"]).toContain('<fgColor rgb="FFF8CBAD"/><bgColor rgb="FFF8CBAD"/>');
    expect(files["xl/worksheets/sheet1.xml"]).toContain(
      '<dataBar><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FF63BE7B"/></dataBar>',
    );
  });
});

describe("how a tab prints", () => {
  test("A4, one page wide, with repeated rows, breaks, page numbers and a quoted print area", async () => {
    const { sheets } = await readXlsx(await writeBook({ sheets: [everything] }));
    expect(sheets[0]?.pageSetup).toMatchObject({
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printArea: "$A$1:$I$53",
      printTitlesRow: "$3:$3",
    });
    expect(sheets[0]?.headerFooter).toMatchObject({ oddHeader: "&R内部资料", oddFooter: "&C第 &P 页 共 &N 页" });
    expect(sheets[0]?.rowBreaks).toEqual([21]);
  });
});

describe("pictures", () => {
  const picture = (label: string, row: number) => ({ row, column: 6, left: 4.5, top: 3, size: 62.25, squares: codeSquares(label), label });

  test("lie in their places at their size; equal ones are one file", async () => {
    const pictures = [picture("PC19-07-0001-8", 2), picture("PC19-07-0002-7", 40), picture("PC19-07-0001-8", 80)];
    const files = unzipSync(await writeBook({ sheets: [{ ...everything, pictures }] }));
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(Object.keys(files).filter((name) => name.startsWith("xl/media/"))).toEqual(["xl/media/picture1.png", "xl/media/picture2.png"]);
    expect(files["xl/media/picture2.png"]).toEqual(squaresPng(codeSquares("PC19-07-0002-7")));
    const drawing = text("xl/drawings/drawing1.xml");
    expect([...drawing.matchAll(/r:embed="(\w+)"/g)].map(([, id]) => id)).toEqual(["rId5", "rId6", "rId5"]);
    expect(drawing).toContain(
      "<xdr:from><xdr:col>6</xdr:col><xdr:colOff>57150</xdr:colOff><xdr:row>40</xdr:row><xdr:rowOff>38100</xdr:rowOff></xdr:from>" +
        '<xdr:ext cx="790575" cy="790575"/>',
    );
    expect(text("xl/drawings/_rels/drawing1.xml.rels")).toMatch(/Id="rId6" Type="[^"]*\/image" Target="..\/media\/picture2.png"/);
  });
});

describe("charts", () => {
  test("hold the values that their cells have now", async () => {
    const files = await parts(everything);
    expect(files["xl/charts/chart1.xml"]).toContain("<c:f>'分学校 汇总''表'!$F$4:$F$8</c:f><c:numCache><c:formatCode>0%</c:formatCode>");
    expect(files["xl/charts/chart1.xml"]).toContain('<c:pt idx="4"><c:v>0.4612</c:v></c:pt>');
    expect(files["xl/charts/chart1.xml"]).toContain('<c:pt idx="0"><c:v>第1中学 &amp; &lt;分校&gt;</c:v></c:pt>');
    expect(files["xl/charts/chart2.xml"]).toMatch(/<c:catAx>.*<c:orientation val="maxMin"\/>/);
    expect(files["xl/charts/chart3.xml"]).toContain("<c:pieChart>");
    expect(files["xl/charts/chart4.xml"]).toContain("<c:lineChart>");
  });

  test("every bar bears its name, small enough for two dozen of them, and so is the scale of lying bars", async () => {
    const files = await parts(everything);
    const axes = (chart: number, axis: string) => files[`xl/charts/chart${chart}.xml`]!.split(`<c:${axis}>`)[1]!.split(`</c:${axis}>`)[0];
    for (const chart of [1, 2]) expect(axes(chart, "catAx")).toMatch(/sz="800".*<c:tickLblSkip val="1"\/>/);
    expect(axes(2, "valAx")).toContain('sz="800"');
  });
});

describe("a book", () => {
  test("says which of its tabs are ours, hidden from people", async () => {
    const files = await parts(aTab([["a"]]), { ...everything, validations: [] });
    expect(files["xl/workbook.xml"]).toContain('<definedName name="LoanRecovery.tab" localSheetId="1" hidden="1">"rollup"</definedName>');
  });

  test("opens at its first visible tab", async () => {
    const files = await parts(aTab([["a"]], { visibility: "hidden" }), aTab([["b"]], { tab: "b", name: "b" }));
    expect(files["xl/workbook.xml"]).toMatch(/activeTab="1"/);
  });

  test("is the same to the byte each time, and says nothing about people, times and machines", async () => {
    const first = await writeBook({ sheets: [everything] });
    expect(Buffer.from(await writeBook({ sheets: [everything] })).equals(Buffer.from(first))).toBe(true);
    expect(Object.keys(unzipSync(first)).filter((name) => name.startsWith("docProps"))).toEqual(["docProps/app.xml", "docProps/core.xml"]);
  });
});

describe("what Excel would repair is refused", () => {
  const area = { top: 0, left: 0, bottom: 0, right: 0 };
  const wide = { ...area, right: 1 };
  const note = { title: "", message: "" };
  const page = { paper: "A4", orientation: "portrait", margins: { top: 1, bottom: 1, left: 1, right: 1 } } as const;
  const chart = { kind: "pie", title: "", categories: wide, series: [{ name: "", values: wide }], over: wide } as const;
  const cases: [string, Partial<SheetSpec>][] = [
    ["an ID as a number", { rows: [[610526199403150018]] }], // eslint-disable-line no-loss-of-precision
    ["no number", { rows: [[Number.NaN]] }],
    ["a formula that begins with =", { rows: [[{ formula: "=A1", value: 1 }]] }],
    ["an unknown error value", { rows: [[{ error: "#OOPS" }]] }],
    ["a link to no cell", { rows: [[{ text: "a", link: { sheet: "名单", cell: "3C" } }]] }],
    ["merges that overlap", { merges: [wide, wide] }],
    ["a merge of one cell", { merges: [area] }],
    ["an area upside down", { filter: { ...area, top: 3 } }],
    ["a row beyond the sheet", { styled: [{ area: { ...area, bottom: 1_048_576 }, style: "cell" }] }],
    [
      "two rules for one cell",
      {
        validations: [
          { area: { top: 1, left: 0, bottom: 9, right: 0 }, rule: { kind: "list", values: ["甲"] }, error: note },
          { area: { top: 9, left: 0, bottom: 12, right: 2 }, rule: { kind: "list", values: ["乙"] }, error: note },
        ],
      },
    ],
    ["an empty list", { validations: [{ area, rule: { kind: "list", values: [] }, error: note }] }],
    [
      "an error text that is too long",
      { validations: [{ area, rule: { kind: "length", to: 1 }, error: { title: "", message: "长".repeat(226) } }] },
    ],
    [
      "days in the wrong order",
      { validations: [{ area, rule: { kind: "day", from: day("2020-01-02"), to: day("2020-01-01") }, error: note }] },
    ],
    ["a colour with #", { tabColor: "#FF0000" }],
    ["a highlight formula that begins with =", { highlights: [{ area, formula: "=A1", fill: "FF0000" }] }],
    ["a chart without series", { charts: [{ ...chart, series: [] }] }],
    ["a chart of a block", { charts: [{ ...chart, categories: { ...wide, bottom: 1 } }] }],
    ["more page breaks than Excel keeps", { page: { ...page, breaksAfter: Array.from({ length: 1027 }, (_, row) => row) } }],
    ["a footer that is too long", { page: { ...page, footer: "长".repeat(256) } }],
    ["a column that is too wide", { columns: [{ width: 256, style: "cell" }] }],
    ["an id with quotes", { tab: 'a"b' }],
    ["no visible tab", { visibility: "hidden" }],
  ];

  test.each(cases)("%s", async (_, wrong) => {
    await expect(writeBook({ sheets: [aTab([["a"]], wrong)] })).rejects.toThrow(RangeError);
  });

  test("two tabs with one id", async () => {
    await expect(writeBook({ sheets: [aTab([["a"]]), aTab([["b"]])] })).rejects.toThrow(RangeError);
  });
});
