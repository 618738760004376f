// What an xlsx workbook gives to the reading code: values, faults, days, what is hidden, which tabs are ours.
import { describe, expect, test } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre";
import type { Grid } from "../../src/sheets/grid";
import { graft } from "../../src/xlsx/graft";
import { readBook } from "../../src/xlsx/read-book";
import { rawBook, relation, relationships, sheetXml, type RawBook } from "./read-raw-book";

const gridsOf = async (bytes: Uint8Array): Promise<readonly Grid[]> => (await readBook(bytes, "名单.xlsx")).grids;
const read = async (book: RawBook): Promise<readonly Grid[]> => gridsOf(rawBook(book));
const rowsOf = async (rows: string, book: RawBook = {}): Promise<Grid["rows"]> =>
  (await read({ ...book, sheets: [{ xml: sheetXml(rows) }] }))[0]!.rows;

const styles = (formats: readonly string[], fonts = "<font/>"): string =>
  `<styleSheet><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code}"/>`).join("")}</numFmts><fonts>${fonts}</fonts>` +
  `<cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${170 + at}" applyNumberFormat="1"/>`).join("")}<xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>`;

describe("values", () => {
  test("a workbook as people make it comes back cell by cell", async () => {
    const rows = [
      ["姓名", "身份证号", "应还合计", "到期日", "已还"],
      ["王小明", "610526199403150018", 1234.56, new Date(Date.UTC(2019, 11, 20)), true],
      [],
      ["李 雪", "61212819910722402X", 0, null, false],
    ];
    const bytes = await writeXlsx({ sheets: [{ name: "应还名单", rows, columns: [{}, { style: { numFmt: "@" } }] }] });
    expect(await readBook(bytes, "名单.xlsx")).toEqual({
      format: "xlsx",
      xlsxPackage: bytes,
      grids: [
        {
          name: "应还名单",
          visibility: "visible",
          rows: [
            rows[0],
            ["王小明", "610526199403150018", 1234.56, { day: "2019-12-20" }, true],
            [],
            ["李 雪", "61212819910722402X", 0, null, false],
          ],
          merges: [],
          hiddenRows: [],
          hiddenColumns: [],
        },
      ],
    });
  });

  test.each<[string, string, readonly unknown[]]>([
    [
      "an ID typed as a number stays a number, its lost digits can be seen",
      `<c r="A1"><v>6.10526199601012E+17</v></c>`,
      [610526199601012000],
    ],
    [
      "an ID as text keeps all digits, blanks around it and full width",
      `<c r="A1" t="inlineStr"><is><t xml:space="preserve"> ６10526199403150018 </t></is></c>`,
      [" ６10526199403150018 "],
    ],
    ["text that looks like an error is text", `<c r="A1" t="str"><v>#REF!</v></c>`, ["#REF!"]],
    ["an error is a fault", `<c r="A1" t="e"><v>#REF!</v></c>`, [{ fault: "error", text: "#REF!" }]],
    ["an error from a formula is a fault", `<c r="B1" t="e"><f>A1/0</f><v>#DIV/0!</v></c>`, [null, { fault: "error", text: "#DIV/0!" }]],
    ["a formula with its result is the result", `<c r="A1"><f>1+1</f><v>2</v></c>`, [2]],
    ["a formula that gave empty text is blank", `<c r="A1" t="str"><f>IF(1,"")</f><v></v></c><c r="B1"><v>1</v></c>`, [null, 1]],
    [
      "a formula never calculated is a fault that shows it",
      `<c r="A1"><f>B1&amp;"元"</f><v></v></c>`,
      [{ fault: "uncalculated", text: '=B1&"元"' }],
    ],
    ["a formula without even a place for its result is a fault", `<c r="A1"><f>B1*2</f></c>`, [{ fault: "uncalculated", text: "=B1*2" }]],
    ["a shared formula never calculated is a fault", `<c r="A1"><f t="shared" si="0"/></c>`, [{ fault: "uncalculated", text: "=" }]],
    [
      "cells without addresses stand one after another",
      `<c><v>1</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c>`,
      [1, { fault: "error", text: "#N/A" }, true],
    ],
    ["a day written as ISO text is a day", `<c r="A1" t="d"><v>2019-12-20T00:00:00</v></c>`, [{ day: "2019-12-20" }]],
    ["blank text is blank", `<c r="A1" t="inlineStr"><is><t></t></is></c>`, []],
  ])("%s", async (_, cells, expected) => {
    expect(await rowsOf(`<row r="1">${cells}</row>`)).toEqual(expected.length > 0 ? [expected] : []);
  });

  test.each<[string, string, unknown]>([
    ["yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "43819", { day: "2019-12-20" }],
    ["yyyy/m/d h:mm", "43819.75", { day: "2019-12-20" }],
    ["m&quot;月&quot;", "43819", { day: "2019-12-20" }],
    ["aaaa", "43819", { day: "2019-12-20" }],
    ["h:mm", "0.5", 0.5],
    ["#,##0.00&quot;元&quot;", "43819.5", 43819.5],
    ["0.00E+00", "43819", 43819],
    ["[红色]G/通用格式", "43819", 43819],
    ["yyyy-mm-dd", "1e30", { fault: "error", text: "#####" }],
    ["yyyy-mm-dd", "4456018.09", 4456018.09],
  ])("the format %s makes %s %j", async (format, value, expected) => {
    expect(await rowsOf(`<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`, { styles: styles([format]) })).toEqual([[expected]]);
  });

  test("a book that counts from 1904 gives the days that it shows", async () => {
    const row = `<row r="1"><c r="A1" s="1"><v>42357</v></c><c r="B1" s="2"><v>42357</v></c></row>`;
    const book = { styles: styles(["yyyy-mm-dd", "m"]), properties: `<workbookPr date1904="1"/>` };
    expect(await rowsOf(row, book)).toEqual([[{ day: "2019-12-20" }, { day: "2019-12-20" }]]);
  });
});

describe("sheets", () => {
  test("merges, hidden rows and columns are counted from 0; hidden ones beyond the content are left out", async () => {
    const cell = (ref: string): string => `<c r="${ref}"><v>1</v></c>`;
    const [grid] = await read({
      sheets: [
        {
          xml: sheetXml(
            `<row r="1">${cell("A1")}</row><row r="2" hidden="1">${cell("C2")}</row><row r="4" hidden="true"/><row r="5">${cell("A5")}</row><row r="6" hidden="1"/>`,
            `<cols><col min="2" max="2" hidden="1"/><col min="3" max="16384" hidden="true"/></cols>`,
            `<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>`,
          ),
        },
      ],
    });
    expect(grid).toMatchObject({ merges: [{ top: 0, left: 0, bottom: 1, right: 2 }], hiddenRows: [1, 3], hiddenColumns: [1, 2] });
    expect(grid?.rows).toEqual([[1], [null, null, 1], [], [], [1]]);
  });

  test("hidden and very hidden sheets are read and say so; a tab of ours says which", async () => {
    const xml = sheetXml(`<row r="1"><c r="A1"><v>1</v></c></row>`);
    const grids = await read({
      sheets: [{ xml }, { xml, attributes: `state="hidden"` }, { xml, attributes: `state="veryHidden"`, name: "R&amp;D" }],
      names: `<definedNames><definedName name="LoanRecovery.tab" localSheetId="1" hidden="1">"findings"</definedName><definedName name="LoanRecovery.tab" localSheetId="2" hidden="1">$A$1</definedName></definedNames>`,
    });
    expect(grids.map(({ name, visibility, ownTab }) => ({ name, visibility, ownTab }))).toEqual([
      { name: "表1", visibility: "visible", ownTab: undefined },
      { name: "表2", visibility: "hidden", ownTab: "findings" },
      { name: "R&D", visibility: "veryHidden", ownTab: undefined },
    ]);
  });

  test("a chart sheet is passed over, and tabs of ours behind it keep their ids", async () => {
    const xml = sheetXml(`<row r="1"><c r="A1"><v>7</v></c></row>`);
    const grids = await read({
      sheets: [{ xml }, { xml }],
      names: `<definedNames><definedName name="LoanRecovery.tab" localSheetId="1">"overview"</definedName></definedNames>`,
      parts: {
        "xl/_rels/workbook.xml.rels": relationships([
          relation("rId1", "chartsheet", "chartsheets/sheet1.xml"),
          relation("rId2", "worksheet", "worksheets/sheet2.xml"),
        ]),
        "xl/chartsheets/sheet1.xml": "<chartsheet/>",
      },
    });
    expect(grids).toMatchObject([{ name: "表2", rows: [[7]], ownTab: "overview" }]);
  });

  test.each(["__proto__", "constructor", "toString"])("a sheet called %s is a sheet", async (name) => {
    const grids = await read({ sheets: [{ name, xml: sheetXml(`<row r="1"><c r="A1"><v>1</v></c></row>`) }] });
    expect(grids).toMatchObject([{ name, rows: [[1]] }]);
  });

  test("sheets read together give what each gives alone", async () => {
    const rows = [
      `<row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" s="1"><v>43819</v></c><c r="D1" s="2"><v>43819</v></c><c r="E1" t="b"><v>1</v></c></row>`,
      `<row r="4"><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>A1</f></c><c><v>6.1E+17</v></c><c t="str"><v>_x0041_</v></c></row>`,
    ].join("");
    const far = `<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" t="str"><v> </v></c></row>`;
    const strings = `<sst><si><t>无</t></si><si><r><t>王</t></r><r><rPr><b/></rPr><t>雪</t></r><rPh sb="0" eb="1"><t>xue</t></rPh></si></sst>`;
    const book = (...sheets: readonly string[]): RawBook => ({
      styles: styles(["yyyy-mm-dd", "m"]),
      strings,
      sheets: sheets.map((sheet) => ({ name: "名单", xml: sheetXml(sheet) })),
    });
    const [alone] = await read(book(rows));
    const [farAlone] = await read(book(far));
    expect(alone?.rows).toEqual([
      ["王雪", null, { day: "2019-12-20" }, { day: "2019-12-20" }, true],
      [],
      [],
      [{ fault: "error", text: "#DIV/0!" }, { fault: "uncalculated", text: "=A1" }, 6.1e17, "A"],
    ]);
    expect(await read(book(rows, rows))).toEqual([alone, alone]);
    expect(await read(book(rows, far, rows))).toEqual([alone, farAlone, alone]);
  });

  test("tags with a prefix and rows out of order are read alike", async () => {
    const xml = `<x:worksheet xmlns:x="x"><x:cols><x:col min="1" max="1" hidden="1"/></x:cols><x:sheetData><x:row r="3" hidden="1"><x:c r="A3" t="e"><x:v>#N/A</x:v></x:c></x:row><x:row r="1"><x:c r="A1"><x:f>B1</x:f></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`;
    expect(await read({ sheets: [{ xml }] })).toMatchObject([
      {
        rows: [[{ fault: "uncalculated", text: "=B1" }], [], [{ fault: "error", text: "#N/A" }]],
        hiddenRows: [2],
        hiddenColumns: [0],
        merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
      },
    ]);
  });

  test("what cannot be carried over is counted: comments, pictures, struck-out cells", async () => {
    const [grid] = await read({
      styles: styles([], `<font/><font><strike/></font>`),
      sheets: [
        {
          xml: sheetXml(
            `<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"/><c r="C1" s="1" t="inlineStr"><is><t>作废</t></is></c></row>`,
          ),
        },
      ],
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": relationships([
          relation("rId1", "comments", "../comments1.xml"),
          relation("rId2", "drawing", "/xl/drawings/drawing1.xml"),
        ]),
        "xl/comments1.xml": `<comments><commentList><comment ref="A1"/><comment ref="B1"/></commentList></comments>`,
        "xl/drawings/drawing1.xml": `<xdr:wsDr><xdr:pic><xdr:nvPicPr/></xdr:pic></xdr:wsDr>`,
      },
    });
    expect(grid?.unread).toEqual({ comments: 2, pictures: 1, struckOut: 2 });
  });
});

describe("extent", () => {
  test("formatted blank rows are blank however many, and a value below them is not lost", async () => {
    const blank = Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" s="1"/></row>`).join("");
    const rows = await rowsOf(
      `<row r="1"><c r="A1"><v>1</v></c></row>${blank}<row r="20002"><c r="A20002"><v>2</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row>`,
    );
    expect([rows.length, rows[0], rows[10_000], rows[20_001]]).toEqual([20_002, [1], [], [2]]);
  });

  test("blanks typed far below or far to the right are no content", async () => {
    const blank = (ref: string): string => `<c r="${ref}" t="inlineStr"><is><t> </t></is></c>`;
    expect(
      await rowsOf(`<row r="1"><c r="A1"><v>1</v></c>${blank("XFD1")}</row><row r="1048576">${blank("A1048576")}</row>`),
    ).toMatchObject([[1]]);
  });

  test.each([
    ["a value in row 1,048,577", `<row r="1048577"><c r="A1048577"><v>1</v></c></row>`],
    ["a value in column 301", `<row r="1"><c r="KO1"><v>1</v></c></row>`],
  ])("%s is too large", async (_, rows) => {
    await expect(rowsOf(rows)).rejects.toMatchObject({ name: "WorkbookError", code: "too-large" });
  });

  test("more than 60 sheets with content are too large, blank ones do not count", async () => {
    const filled = { xml: sheetXml(`<row r="1"><c r="A1"><v>1</v></c></row>`) };
    const blank = { xml: sheetXml("") };
    await expect(read({ sheets: Array.from({ length: 61 }, () => filled) })).rejects.toMatchObject({ code: "too-large" });
    expect(await read({ sheets: [...Array.from({ length: 60 }, () => filled), blank] })).toHaveLength(61);
  });
});

describe("damage and oddities", () => {
  const row = `<row r="1"><c r="A1" t="inlineStr"><is><t>610526199403150018</t></is></c></row>`;

  test.each<[string, string]>([
    ["a sheet that is cut off", `<worksheet><sheetData>${row}<row r="2"><c r="A2"><v>1`],
    ["a sheet without rows", `<worksheet/>`],
  ])("%s is not readable", async (_, xml) => {
    await expect(read({ sheets: [{ xml }] })).rejects.toMatchObject({ name: "WorkbookError", code: "not-readable" });
  });

  test.each(["utf16le", "utf16be"])("a sheet and its texts in %s are read like any other", async (order) => {
    const inUtf16 = (text: string) => {
      const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
      return new Uint8Array(order === "utf16le" ? bytes : bytes.swap16());
    };
    const sheet = sheetXml(`${row}<row r="2"><c r="A2" t="s"><v>0</v></c></row>`);
    const parts = { "xl/worksheets/sheet1.xml": inUtf16(sheet), "xl/sharedStrings.xml": inUtf16("<sst><si><t>王小明</t></si></sst>") };
    expect((await read({ strings: "", parts }))[0]?.rows).toEqual([["610526199403150018"], ["王小明"]]);
  });

  test("a sheet in UTF-16 without the mark that says so is refused instead of read as blank", async () => {
    const bytes = new Uint8Array(Buffer.from(sheetXml(row), "utf16le"));
    await expect(read({ parts: { "xl/worksheets/sheet1.xml": bytes } })).rejects.toMatchObject({ code: "not-readable" });
  });

  test("the main part may lie under any name: its type says what it is", async () => {
    const parts = unzipSync(rawBook({ sheets: [{ xml: sheetXml(row) }] }));
    const moved = (path: string, change: (text: string) => string) => strToU8(change(strFromU8(parts[path] ?? new Uint8Array())));
    const bytes = zipSync({
      "xl/worksheets/sheet1.xml": moved("xl/worksheets/sheet1.xml", (text) => text),
      "[Content_Types].xml": moved("[Content_Types].xml", (text) => text.replace("/xl/workbook.xml", "/book/main.xml")),
      "_rels/.rels": moved("_rels/.rels", (text) => text.replace("xl/workbook.xml", "book/main.xml")),
      "book/main.xml": moved("xl/workbook.xml", (text) => text),
      "book/_rels/main.xml.rels": moved("xl/_rels/workbook.xml.rels", (text) => text.replaceAll('Target="', 'Target="/xl/')),
    });
    expect((await gridsOf(bytes))[0]?.rows).toEqual([["610526199403150018"]]);
  });

  test("one flipped bit in a stored sheet is noticed", async () => {
    const bytes = rawBook({ sheets: [{ xml: sheetXml(row) }] });
    const { zipSync, unzipSync } = await import("fflate");
    const stored = zipSync(unzipSync(bytes), { level: 0 });
    const at = Buffer.from(stored).indexOf("610526199403150018");
    stored[at] = (stored[at] ?? 0) ^ 1;
    await expect(gridsOf(stored)).rejects.toMatchObject({ code: "not-readable" });
  });

  test("a blank cell that claims to be a text is blank, not the first text of the book", async () => {
    const cells =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1" t="s"/><c r="C1" t="s"></c><c r="D1" t="b"><v/></c><c r="E1"><v>5</v></c></row>';
    expect(await gridsOf(rawBook({ sheets: [{ xml: sheetXml(cells) }], strings: "<sst><si><t>第一个</t></si></sst>" }))).toMatchObject([
      { rows: [["甲", null, null, null, 5]] },
    ]);
  });

  test("rows that the file calls totals are known: SUBTOTAL formulas, the totals row of a table", async () => {
    const rows = ["1", "2", "3", "4"].map((at) => `<row r="${at}"><c r="A${at}"><v>${at}</v></c></row>`);
    rows[1] = '<row r="2"><c r="A2"><f>SUBTOTAL(9,A1:A1)</f><v>1</v></c></row>';
    const table = '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" ref="A1:C4" totalsRowCount="1"/>';
    const parts = {
      "xl/tables/table1.xml": table,
      "xl/worksheets/_rels/sheet1.xml.rels": relationships([relation("rId1", "table", "../tables/table1.xml")]),
    };
    expect(await gridsOf(rawBook({ sheets: [{ xml: sheetXml(rows.join("")) }], parts }))).toMatchObject([{ totalRows: [1, 3] }]);
  });

  test("attributes on the element of the rows make no difference", async () => {
    const xml = sheetXml(row).replace("<sheetData>", '<sheetData xml:space="preserve">');
    expect(await gridsOf(rawBook({ sheets: [{ xml }] }))).toMatchObject([{ rows: [["610526199403150018"]] }]);
  });

  test.each<[string, (path: string) => string]>([
    ["backslashes between folders", (path) => path.replaceAll("/", "\\")],
    ["the wrong case", (path) => path.replace("sheet1.xml", "Sheet1.xml")],
  ])("parts named with %s are read all the same, and a copy of the book keeps every one of them", async (_, renamed) => {
    const { zipSync, unzipSync } = await import("fflate");
    const parts = { ...unzipSync(rawBook({ sheets: [{ xml: sheetXml(row) }] })), "xl/media/image1.png": new Uint8Array([1, 2, 3]) };
    const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([path, part]) => [renamed(path), part])));
    const reading = await readBook(bytes, "名单.xlsx");
    expect(reading).toMatchObject({ format: "xlsx", grids: [{ rows: [["610526199403150018"]] }] });
    const { bytes: copy } = await graft(reading.xlsxPackage ?? new Uint8Array(), [], []);
    const kept = Object.keys(unzipSync(copy)).map((path) => path.toLowerCase());
    expect(kept.sort()).toEqual(
      Object.keys(parts)
        .map((path) => path.toLowerCase())
        .sort(),
    );
  });

  test("entities that a document defines for itself are not expanded", async () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${sheetXml(`<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>`)}`;
    expect((await read({ sheets: [{ xml }] }))[0]?.rows).toEqual([["&b;"]]);
  });
});
