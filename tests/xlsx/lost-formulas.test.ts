// In a file, the user's formulas about tabs that go for good are found before these do.
import { expect, test } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { FileWorkbook } from "../../src/xlsx/file-workbook";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";

const sheet = (name: string, tab = ""): SheetSpec => ({ tab, name, columns: [{ width: 10, style: "cell" }], rows: [["一"], ["二"]] });

/** A file with two sheets of the user's, the first of which holds these cells, and two tabs of ours. */
async function opened(cells: string): Promise<FileWorkbook> {
  const bytes = await writeBook({ sheets: [sheet("领导用"), sheet("别的"), sheet("校验结果", "findings"), sheet("甲'乙", "calendar")] });
  const parts = unzipSync(bytes);
  const part = "xl/worksheets/sheet1.xml";
  const xml = strFromU8(parts[part]!).replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${cells}</sheetData>`);
  expect(xml).toContain(cells);
  const file = zipSync({ ...parts, [part]: strToU8(xml) });
  return FileWorkbook.fromReading("回收.xlsx", await readBook(file, "回收.xlsx"));
}

const row = (at: number, inner: string) => `<row r="${at}"><c r="B${at}">${inner}</c></row>`;
const lost = (...cells: readonly string[]) => cells.map((cell) => ({ sheet: "领导用", cell, fate: "lost" }));

test.each([
  [
    "bare, in quotes, within others, and in an array",
    ["校验结果!A1", "'校验结果'!A1*2", "SUM(别的!A1,校验结果!A1:A9)"],
    ["B1", "B2", "B3"],
  ],
  ["a sheet of a longer name, of another workbook, or the name as a text", ["前校验结果!A1", "[1]校验结果!A1", '"校验结果"', "1+1"], []],
] as const)("%s", async (_, formulas, cells) => {
  const file = await opened(formulas.map((text, at) => row(at + 1, `<f>${text.replaceAll('"', "&quot;")}</f><v>1</v>`)).join(""));
  expect(await file.lostFormulas(["校验结果"])).toEqual(lost(...cells));
});

test("cells that share a formula, with attributes before their address, a comment between, and a name with an apostrophe", async () => {
  const shared = '<f t="shared" ref="B1:B2" si="0">校验结果!A1</f><v>1</v>';
  const file = await opened(
    [
      row(1, shared),
      row(2, '<f t="shared" si="0"/><v>1</v>'),
      row(3, '<f t="shared" si="1"/><v>1</v>'),
      '<row r="4"><c s="1" r="C4"><!-- <f>校验结果!A1</f> --><v>1</v></c></row>',
      '<row r="5"><c s="1" t="str" r="C5"><f>&apos;甲&apos;&apos;乙&apos;!A1</f><v>一</v></c></row>',
    ].join(""),
  );
  expect(await file.lostFormulas(["校验结果"])).toEqual(lost("B1", "B2"));
  expect(await file.lostFormulas(["甲'乙", "校验结果"])).toEqual(lost("B1", "B2", "C5"));
  expect(await file.lostFormulas([])).toEqual([]);
});

test("what was written since changes nothing, and our own tabs are no worry", async () => {
  const file = await opened(row(1, "<f>校验结果!A1</f><v>1</v>"));
  await file.write([{ ...sheet("任务日历", "calendar"), rows: [[{ formula: "校验结果!A1", value: 1 }]] } as SheetSpec]);
  expect(await file.lostFormulas(["校验结果"])).toEqual(lost("B1"));
});
