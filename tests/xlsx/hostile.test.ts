// Shapes made to exhaust a program: each is refused or read from what it says of itself, before anything is built.
import { describe, expect, test } from "@jest/globals";
import { strToU8, unzipSync, zipSync } from "fflate";
import { fitSheets } from "../../src/sheets/writing/tab-layout/fit-sheets";
import { readBook } from "../../src/xlsx/read-book";
import { xmlTags } from "../../src/xlsx/reading/xml-tags";
import { writeBook } from "../../src/xlsx/write-book";

const xml = (cell: string, column = "") =>
  strToU8(
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${column}<Row><Cell ${cell}><Data ss:Type="String">a</Data></Cell></Row></Table></Worksheet></Workbook>`,
  );

describe("claims beyond any sheet are refused as too large", () => {
  test.each([
    ["colspan", strToU8("<html><table><tr><td colspan=1000000000>a</td></tr></table></html>")],
    ["MergeAcross", xml('ss:MergeAcross="1000000000"')],
    ["Span", xml("", '<Column ss:Span="1000000000"/>')],
    ["Index", xml('ss:Index="1000000000"')],
    ["an index within a million", xml('ss:Index="1000000"')],
    ["lines of a text", strToU8(`a${"\n".repeat(400_000)}b`)],
  ])("%s", async (_, bytes) => {
    await expect(readBook(bytes, "名单.xls")).rejects.toMatchObject({ code: "too-large" });
  });
});

test("blank lines at the end of a text are no rows", async () => {
  expect((await readBook(strToU8(`a,b${"\n".repeat(400_000)}`), "名单.csv")).grids).toMatchObject([{ rows: [["a", "b"]] }]);
});

test("a hundred tabs on one part are refused", async () => {
  const parts = unzipSync(await writeBook({ sheets: [{ tab: "a", name: "a", columns: [], rows: [["a"]] }] }));
  const book = new TextDecoder().decode(parts["xl/workbook.xml"]);
  const doubled = book.replace(/<sheet [^>]*\/>/, (sheet) =>
    Array.from({ length: 100 }, (_, at) => sheet.replace('name="a"', `name="a${at}"`)).join(""),
  );
  const bytes = zipSync({ ...parts, "xl/workbook.xml": strToU8(doubled) });
  await expect(readBook(bytes, "名单.xlsx")).rejects.toMatchObject({ code: "too-large" });
});

test("an attribute of twelve million characters is walked over, not recursed into", () => {
  const long = "x".repeat(12_000_000);
  expect([...xmlTags(`<a ${long} b='>'>`, "a")].map(({ end }) => end)).toEqual([12_000_010]);
});

test("a text with the mark of UTF-8 stays UTF-8 where a byte is damaged", async () => {
  const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...strToU8("姓名,王"), 0xff]);
  expect((await readBook(bytes, "名单.csv")).grids).toMatchObject([{ rows: [["姓名", "王\ufffd"]] }]);
});

test("what no cell holds is shortened where it is seen, and a row is no higher than Excel allows", () => {
  const [tab] = fitSheets([{ rows: [["王".repeat(40_000), 1]], heights: new Map([[0, 2000]]) }]);
  expect(tab).toEqual({ rows: [[`${"王".repeat(32_766)}…`, 1]], heights: new Map([[0, 409.5]]) });
});
