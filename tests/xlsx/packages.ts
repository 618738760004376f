// Workbook files as other programs write them, small enough to be read here: the oddities of each are what is tested.
import { strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";

/** A file of a user, made for a test. */
export interface UserPackage {
  readonly name: string;
  readonly make: () => Promise<Uint8Array>;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const sheetKind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The ZIP of these parts. */
export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 6 });
}

/** The smallest workbook that there is: one sheet, no styles, no table of texts. */
export const minimal: Readonly<Record<string, string>> = {
  "[Content_Types].xml":
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${sheetKind}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetKind}.worksheet+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>610526199403150018</t></is></c></row></sheetData></worksheet>`,
};

/** The minimal workbook with some parts changed or added. */
export function minimalWith(changes: Readonly<Record<string, string>>): Uint8Array {
  return zipOf({ ...minimal, ...changes });
}

const prefixed = {
  "xl/workbook.xml":
    `<x:workbook xmlns:x="${main}"><x:workbookPr date1904="0"/><x:bookViews><x:workbookView activeTab="0"/></x:bookViews>` +
    `<x:sheets><x:sheet name="名单" sheetId="7" rel:id="rId7" xmlns:rel="${office}"/></x:sheets>` +
    '<x:definedNames><x:definedName name="区域">名单!$A$1</x:definedName></x:definedNames></x:workbook>',
  "xl/_rels/workbook.xml.rels":
    `<p:Relationships xmlns:p="${packageRelations}"><p:Relationship Id="rId7" Type="${office}/worksheet" Target="/xl/worksheets/sheet1.xml"/>` +
    `<p:Relationship Id="rId1" Type="${office}/styles" Target="/xl/styles.xml"/></p:Relationships>`,
  "xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="${main}"><x:sheetData/></x:worksheet>`,
  "xl/styles.xml":
    `<x:styleSheet xmlns:x="${main}"><x:fonts count="1"><x:font><x:sz val="12"/><x:name val="仿宋"/></x:font></x:fonts>` +
    '<x:fills count="1"><x:fill><x:patternFill patternType="none"/></x:fill></x:fills>' +
    "<x:borders><x:border><x:left/><x:right/><x:top/><x:bottom/><x:diagonal/></x:border></x:borders>" +
    '<x:cellXfs><x:xf fontId="0"/></x:cellXfs></x:styleSheet>',
  "[Content_Types].xml":
    minimal["[Content_Types].xml"]?.replace(
      "</Types>",
      `<Override PartName="/xl/styles.xml" ContentType="${sheetKind}.styles+xml"/></Types>`,
    ) ?? "",
};

/** A workbook with what a centre's own book may have: a chart, colours by formula, a drop-down, a comment, a print area. */
export function richBook(): Promise<Uint8Array> {
  const series = [{ name: "已还", values: "B2:B3", categories: "A2:A3" }];
  return writeXlsx({
    activeSheet: 1,
    properties: { creator: "资助中心", modified: new Date(0) },
    namedRanges: [
      { name: "总额", range: "借款学生!$B$2:$B$3" },
      { name: "_xlnm.Print_Area", range: "'说明 (旧)'!$A$1:$B$2", scope: "说明 (旧)" },
    ],
    sheets: [
      {
        name: "借款学生",
        rows: [
          ["姓名", "已还"],
          ["王小明", 12.5],
          ["李小红", 7],
        ],
        cells: new Map([
          ["0,0", { value: "姓名", style: { font: { name: "黑体", bold: true } }, comment: { text: "核实过", author: "中心" } }],
        ]),
        charts: [{ type: "column", title: "旧图", series, anchor: { from: { row: 5, col: 0 } } }],
        conditionalRules: [
          {
            type: "cellIs",
            priority: 1,
            operator: "greaterThan",
            formula: "10",
            range: "B2:B3",
            style: { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FF0000" }, bgColor: { rgb: "FF0000" } } },
          },
        ],
        dataValidations: [{ type: "list", values: ["a", "b"], range: "A2:A3", showErrorMessage: true }],
      },
      { name: "说明 (旧)", rows: [["a"]] },
    ],
  });
}

async function renamed(name: (part: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await richBook());
  return zipSync(Object.fromEntries(Object.entries(parts).map(([part, bytes]) => [name(part), bytes])));
}

/** Files of users, by the program or the oddity. */
export const packages: readonly UserPackage[] = [
  { name: "a book with a chart, colours, a drop-down and a comment", make: richBook },
  { name: "a book without styles and texts", make: () => Promise.resolve(zipOf(minimal)) },
  { name: "a book with prefixed names and absolute targets", make: () => Promise.resolve(minimalWith(prefixed)) },
  { name: "a book whose parts are named in capitals", make: () => renamed((part) => part.toUpperCase()) },
  { name: "a book whose parts are named in small letters", make: () => renamed((part) => part.toLowerCase()) },
];
