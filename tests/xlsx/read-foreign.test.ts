// Workbooks that are not xlsx: old .xls, .xlsb, .ods, web pages and XML saved as .xls, each told by its content.
import { describe, expect, test } from "@jest/globals";
import type { WorkBook } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readBook } from "../../src/xlsx/read-book";

const sheetJs = await import("@e965/xlsx");

const id = "610526199403150018";
const gb18030 = (text: string): Uint8Array => Uint8Array.from([...text].flatMap((letter) => gbBytes(letter)));

// Only the few characters that these tests need; Node decodes GB18030 but cannot encode it.
const gbLetters: Readonly<Record<string, readonly number[]>> = {
  姓: [0xd0, 0xd5],
  名: [0xc3, 0xfb],
  王: [0xcd, 0xf5],
  雪: [0xd1, 0xa9],
  "𠮷": [0x95, 0x35, 0x83, 0x38],
};
const gbBytes = (letter: string): readonly number[] => gbLetters[letter] ?? [letter.charCodeAt(0)];

function madeBook(format = "yyyy-mm-dd"): WorkBook {
  const sheet = sheetJs.utils.aoa_to_sheet([
    ["姓名", "身份证号", "应还合计", "到期日", "已还"],
    ["王雪", id, 1234.56, 43819, true],
    [],
    [null, 610526199601012000],
  ]);
  sheet["D2"] = { t: "n", v: 43819, z: format };
  sheet["C4"] = { t: "e", v: 0x17 };
  sheet["!merges"] = [sheetJs.utils.decode_range("A3:B3")];
  sheet["!rows"] = [{}, {}, {}, { hidden: true }];
  sheet["!cols"] = [{}, {}, { hidden: true, wch: 10 }];
  const hidden = sheetJs.utils.aoa_to_sheet([["备注"]]);
  const book = sheetJs.utils.book_new();
  sheetJs.utils.book_append_sheet(book, sheet, "应还名单");
  sheetJs.utils.book_append_sheet(book, hidden, "隐藏");
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }], Names: [{ Name: "LoanRecovery.tab", Sheet: 1, Ref: '"findings"' }] };
  return book;
}

const rows = [
  ["姓名", "身份证号", "应还合计", "到期日", "已还"],
  ["王雪", id, 1234.56, { day: "2019-12-20" }, true],
  [],
  [null, 610526199601012000, { fault: "error", text: "#REF!" }],
];

describe("workbooks", () => {
  test.each([
    ["xls", "biff8", "xls"],
    ["xlsb", "xlsb", "xlsb"],
  ] as const)("a .%s keeps values, days, faults, merges and what is hidden", async (_, bookType, format) => {
    const bytes = new Uint8Array(sheetJs.write(madeBook(), { type: "array", bookType }) as ArrayBuffer);
    const { format: found, grids, xlsxPackage } = await readBook(bytes, "名单.csv");
    expect([found, xlsxPackage]).toEqual([format, undefined]);
    expect(grids).toMatchObject([
      { name: "应还名单", visibility: "visible", rows, merges: [{ top: 2, left: 0, bottom: 2, right: 1 }], hiddenColumns: [2] },
      { name: "隐藏", visibility: "hidden", rows: [["备注"]] },
    ]);
  });

  test("SpreadsheetML 2003 keeps text, numbers and days apart, whatever the extension", async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy\\-mm\\-dd"/></Style></Styles><Worksheet ss:Name="应还名单"><Table><Column ss:Index="2" ss:Hidden="1"/>
      <Row><Cell><Data ss:Type="String">${id}</Data></Cell><Cell><Data ss:Type="Number">12.5</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="DateTime">2019-12-20T00:00:00.000</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row>
      <Row ss:Index="3" ss:Hidden="1"><Cell ss:Index="2"><Data ss:Type="Boolean">1</Data></Cell></Row></Table></Worksheet></Workbook>`;
    expect(await readBook(strToU8(xml), "名单.xls")).toMatchObject({
      format: "xml2003",
      grids: [
        {
          name: "应还名单",
          rows: [[id, 12.5, { day: "2019-12-20" }, { fault: "error", text: "#REF!" }], [], [null, true]],
          hiddenRows: [2],
          hiddenColumns: [1],
        },
      ],
    });
  });

  test("a workbook of Excel 95 is read in the code page that it names", async () => {
    const record = (type: number, ...data: readonly number[]): number[] => [
      type & 255,
      type >> 8,
      data.length & 255,
      data.length >> 8,
      ...data,
    ];
    const label = (row: number, text: string): number[] => {
      const bytes = gb18030(text);
      return record(0x0204, row, 0, 0, 0, 0, 0, bytes.length, 0, ...bytes);
    };
    const bof = (kind: number): number[] => record(0x0809, 0x00, 0x05, kind, 0x00, 0, 0, 0, 0);
    const bytes = Uint8Array.from([...bof(0x10), ...record(0x0042, 0xa8, 0x03), ...label(0, "姓名"), ...label(1, id), ...record(0x000a)]);
    expect(await readBook(bytes, "名单.xls")).toMatchObject({ format: "xls", grids: [{ rows: [["姓名"], [id]] }] });
  });
});

test.each(["ods", "fods", "xlml"] as const)("rows with a SUBTOTAL are totals by the word of an .%s file", async (bookType) => {
  const sheet = sheetJs.utils.aoa_to_sheet([["应还合计"], [1], [2], [3]]);
  sheet["A4"] = { t: "n", v: 3, f: "SUBTOTAL(9,A2:A3)" };
  const book = { SheetNames: ["名单"], Sheets: { 名单: sheet } };
  const bytes = new Uint8Array(sheetJs.write(book, { type: "buffer", bookType }) as Buffer);
  expect((await readBook(bytes, "名单")).grids).toMatchObject([{ totalRows: [3] }]);
});

describe("OpenDocument", () => {
  test("values, days, what is hidden and a tab of ours", async () => {
    const plain = new Uint8Array(sheetJs.write(madeBook("yyyy/mm/dd"), { type: "array", bookType: "ods" }) as ArrayBuffer);
    expect(await readBook(plain, "名单.ods")).toMatchObject({
      format: "ods",
      grids: [{ name: "应还名单", rows: [...rows.slice(0, 3), [null, 610526199601012000]] }, { rows: [["备注"]] }],
    });
  });

  test("hidden sheets, rows and columns are read from the document", async () => {
    const cell = `<table:table-cell office:value-type="string"><text:p>${id}</text:p></table:table-cell>`;
    const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>
      <table:table table:name="名单" table:style-name="ta1"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="16382"/>
      <table:table-row>${cell}${cell}</table:table-row><table:table-row table:visibility="filter" table:number-rows-repeated="2">${cell}</table:table-row><table:table-row>${cell}</table:table-row>
      <table:named-expressions><table:named-expression table:name="LoanRecovery.tab" table:expression="&quot;findings&quot;"/></table:named-expressions></table:table></office:spreadsheet></office:body></office:document-content>`;
    const bytes = zipSync({
      mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
      "content.xml": strToU8(content),
      "META-INF/manifest.xml": strToU8("<manifest/>"),
    });
    expect((await readBook(bytes, "名单.ods")).grids).toEqual([
      {
        name: "名单",
        visibility: "hidden",
        rows: [[id, id], [id], [id], [id]],
        merges: [],
        hiddenRows: [1, 2],
        hiddenColumns: [1],
        ownTab: "findings",
      },
    ]);
  });

  test("one in a single XML file is read like one in parts", async () => {
    const flat = (sheetJs.write(madeBook("yyyy/mm/dd"), { type: "string", bookType: "fods" }) as string).replace(
      "<office:automatic-styles>",
      '<office:automatic-styles><style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>',
    );
    const hidden = flat.replace('table:name="隐藏" table:style-name="ta1"', 'table:name="隐藏" table:style-name="gone"');
    expect(hidden).not.toBe(flat);
    expect(await readBook(strToU8(hidden), "名单.fods")).toMatchObject({
      format: "ods",
      grids: [
        { name: "应还名单", visibility: "visible", rows: [...rows.slice(0, 3), [null, 610526199601012000]] },
        { name: "隐藏", visibility: "hidden", rows: [["备注"]] },
      ],
    });
  });

  test("an encrypted one is refused by name", async () => {
    const parts = unzipSync(new Uint8Array(sheetJs.write(madeBook("yyyy/mm/dd"), { type: "array", bookType: "ods" }) as ArrayBuffer));
    const manifest = strFromU8(parts["META-INF/manifest.xml"] ?? new Uint8Array()).replace(
      "</manifest:manifest>",
      "<manifest:encryption-data/></manifest:manifest>",
    );
    const bytes = zipSync({ ...parts, "META-INF/manifest.xml": strToU8(manifest) });
    await expect(readBook(bytes, "名单.ods")).rejects.toMatchObject({ code: "unsupported-encryption" });
  });
});

describe("web pages saved as .xls", () => {
  const page = (head: string, body: string): string => `<html><head>${head}</head><body>${body}</body></html>`;
  const table = `<table><tr><td>姓名</td><td colspan=2>王雪</td></tr><tr><td>${id}</td><td>1&nbsp;2</td><td>0012.50</td></tr></table>`;

  test.each<[string, Uint8Array]>([
    ["UTF-8", strToU8(page(`<meta charset="utf-8">`, table))],
    ["UTF-8 that claims to be GB2312", strToU8(page(`<meta charset=gb2312>`, table))],
    ["GB2312", gb18030(page(`<meta http-equiv=Content-Type content="text/html; charset=gb2312">`, table))],
    ["GB18030 that claims to be UTF-8", gb18030(page(`<meta charset="utf-8">`, table))],
    ["GB18030 that claims nothing", gb18030(page("", table))],
    ["UTF-16", new Uint8Array(Buffer.from(`\ufeff${page("", table)}`, "utf16le"))],
    ["a long style sheet first", strToU8(page(`<style>${"td{color:red}".repeat(500)}</style>`, table))],
  ])("in %s: IDs and amounts stay the text that the page shows", async (_, bytes) => {
    expect(await readBook(bytes, "扣款结果.xls")).toMatchObject({
      format: "html",
      grids: [
        {
          visibility: "visible",
          rows: [
            ["姓名", "王雪"],
            [id, "1 2", "0012.50"],
          ],
          merges: [{ top: 0, left: 1, bottom: 0, right: 2 }],
        },
      ],
    });
  });

  test("entities are read as a browser reads them, and tags that nobody closed end where they must", async () => {
    const body = "<table><tr><td>买买提&middot;阿不都<td>&ldquo;幸福&rdquo;里&mdash;3号&#x697c;<tr><td>A&amp;B&lt;C</table>";
    const { grids } = await readBook(strToU8(page(`<meta charset="utf-8">`, body)), "a.xls");
    expect(grids.map(({ rows }) => rows)).toEqual([[["买买提·阿不都", "“幸福”里—3号楼"], ["A&B<C"]]]);
  });

  test("every table is a sheet", async () => {
    const { grids } = await readBook(strToU8(page("", "<table><tr><td>甲</td></tr></table><table><tr><td>乙</td></tr></table>")), "a.xls");
    expect(grids.map((grid) => grid.rows)).toEqual([[["甲"]], [["乙"]]]);
  });

  test("a page without a table is not readable", async () => {
    await expect(readBook(strToU8(page("", "请重新登录")), "a.xls")).rejects.toMatchObject({ code: "not-readable" });
  });
});
