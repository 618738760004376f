// Files made to exhaust a program, given to the built command line: each is answered in one Chinese sentence within 20 seconds and 2 GB.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { crc32, deflateRawSync } from "node:zlib";
import { joinEntries } from "../../src/xlsx/package/zip-entries";
import { minimal } from "../xlsx/packages";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hostile-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
const relations = (items: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join("")}</Relationships>`;
/** Packed by the engine, which is ten times as fast as any packer in script. */
const zipOf = (parts: Readonly<Record<string, string>>): Uint8Array =>
  joinEntries(
    Object.entries(parts).map(([name, part]) => {
      const bytes = Buffer.from(part);
      return { name, method: 8, crc: crc32(bytes), size: bytes.length, packed: deflateRawSync(bytes, { level: 1 }) };
    }),
  );
const times = <T>(count: number, make: (at: number) => T): readonly T[] => Array.from({ length: count }, (_, at) => make(at));

function sharedTexts(): Uint8Array {
  return zipOf({
    ...minimal,
    "xl/_rels/workbook.xml.rels": relations([
      relation("rId1", "worksheet", "worksheets/sheet1.xml"),
      relation("rId2", "sharedStrings", "sharedStrings.xml"),
    ]),
    "xl/sharedStrings.xml": `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${"<si><t/></si>".repeat(7_500_000)}</sst>`,
  });
}

function relationsToOnePart(): Uint8Array {
  const comment = '<comment ref="A1" authorId="0"><text><t>x</t></text></comment>';
  return zipOf({
    ...minimal,
    "xl/worksheets/_rels/sheet1.xml.rels": relations(times(3000, (at) => relation(`c${at}`, "comments", "../comments1.xml"))),
    "xl/comments1.xml": `<comments><commentList>${comment.repeat(100_000)}</commentList></comments>`,
  });
}

function odsOf(tables: number, styles: number): Uint8Array {
  const style = (at: number) =>
    `<style:style style:name="s${at}" style:family="table"><style:table-properties table:display="true"/></style:style>`;
  const cell = '<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>';
  const table = (at: number) =>
    `<table:table table:name="t${at}" table:style-name="s${at}"><table:table-row>${cell}</table:table-row></table:table>`;
  return zipOf({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `<office:document-content><office:automatic-styles>${times(styles, style).join("")}</office:automatic-styles><office:body><office:spreadsheet>${times(tables, table).join("")}</office:spreadsheet></office:body></office:document-content>`,
  });
}

const sheets = (count: number) => `超出了能处理的大小（有 ${count} 张工作表）。请删去多余的空行、空表，或分成几个文件后再试。`;
const noList = "里没有找到应还名单。请确认有一张表的表头含有姓名、身份证号、合同编号和应还金额后再试。";

test.each<[string, string, () => Uint8Array, string]>([
  [
    "7.5 million shared texts",
    "名单.xlsx",
    sharedTexts,
    "“名单.xlsx”超出了能处理的大小（文字超过 4000000 条）。请删去多余的空行、空表，或分成几个文件后再试。",
  ],
  ["3,000 relations to one part of 100,000 comments", "批注.xlsx", relationsToOnePart, `在“批注.xlsx”${noList}`],
  ["2,000 tables and 40,000 styles", "表.ods", () => odsOf(2000, 40_000), `“表.ods”${sheets(2000)}`],
  ["60 tables and 40,000 styles", "表.ods", () => odsOf(60, 40_000), `在“表.ods”${noList}`],
])(
  "%s",
  async (_, name, make, sentence) => {
    const path = join(folder, name);
    await writeFile(path, make());
    // What the process has taken at most, in kB, is the last line.
    const peak = `data:text/javascript,${encodeURIComponent("process.on('exit',()=>console.error(process.resourceUsage().maxRSS))")}`;
    const began = Date.now();
    const child = spawn(process.execPath, ["--import", peak, "dist/recovery.mjs", "check", path], { stdio: ["ignore", "ignore", "pipe"] });
    const [said, memory] = (await text(child.stderr)).trimEnd().split("\n");
    expect(said).toBe(sentence);
    expect(Date.now() - began).toBeLessThan(20_000);
    expect(Number(memory)).toBeLessThan(2_000_000);
  },
  40_000,
);
