// What people read about a file that cannot be read: one Chinese sentence each, with the reason and the next step, and no word of the program's.
import { describe, expect, test } from "@jest/globals";
import CFB from "cfb";
import { strFromU8, strToU8, zipSync } from "fflate";
import { WorkbookError } from "../../src/actions/workbook";
import { errorText } from "../../src/i18n";
import { encryptPackage } from "../../src/xlsx/encryption/agile";
import { FileWorkbook } from "../../src/xlsx/file-workbook";
import { readBook } from "../../src/xlsx/read-book";
import { minimal, minimalWith, zipOf } from "./packages";

const ole = (streams: Readonly<Record<string, Uint8Array>>): Uint8Array => {
  const file = CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, bytes);
  return Uint8Array.from(CFB.write(file, { type: "array" }) as Uint8Array);
};
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const sheetOf = (data: string) => minimalWith({ "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}">${data}</worksheet>` });
const tabs = (count: number) =>
  minimalWith({
    "xl/workbook.xml": (minimal["xl/workbook.xml"] ?? "").replace(/<sheet .*?\/>/, (sheet) =>
      Array.from({ length: count }, (_, at) => sheet.replace("名单", `表${at}`)).join(""),
    ),
  });
const encrypted = (change: (xml: string) => string): Uint8Array => {
  const file = CFB.read(encryptPackage(minimalWith({}), "abc"), { type: "buffer" });
  const stream = (name: string) => Uint8Array.from(CFB.find(file, name)?.content ?? []);
  const info = strFromU8(stream("/EncryptionInfo"), true);
  return ole({ EncryptionInfo: strToU8(info.slice(0, 8) + change(info.slice(8)), true), EncryptedPackage: stream("/EncryptedPackage") });
};
const flipped = (bytes: Uint8Array, at: number): Uint8Array => Uint8Array.from(bytes, (byte, place) => (place === at ? byte ^ 1 : byte));
/** The entry's data is changed below its checksum. */
const withBrokenPart = (): Uint8Array => {
  const bytes = zipSync(Object.fromEntries(Object.entries(minimal).map(([name, part]) => [name, strToU8(part)])), { level: 0 });
  return flipped(bytes, Buffer.from(bytes).indexOf("610526199403150018"));
};
const twice = (): Uint8Array => {
  const bytes = Buffer.from(zipOf({ ...minimal, "xl/workbook.xmm": "x" }));
  for (let at = bytes.indexOf("xl/workbook.xmm"); at >= 0; at = bytes.indexOf("xl/workbook.xmm")) bytes.write("xl/workbook.xml", at);
  return bytes;
};
/** The table of contents claims 220 MB. */
const bomb = (): Uint8Array => {
  const bytes = Buffer.from(minimalWith({ "xl/media/a.bin": "x" }));
  bytes.writeUInt32LE(220 << 20, bytes.lastIndexOf("PK\u0001\u0002") + 24);
  return bytes;
};
const zipPassword = (): Uint8Array => {
  const bytes = Buffer.from(minimalWith({}));
  for (let at = bytes.indexOf("PK\u0001\u0002"); at >= 0; at = bytes.indexOf("PK\u0001\u0002", at + 1)) bytes.writeUInt16LE(1, at + 8);
  return bytes;
};

const damaged = (why: string) => `文件“名单”已损坏或不完整（${why}），无法读取。请重新导出或向发件人索取后再试。`;
const tooLarge = (why: string) => `“名单”超出了能处理的大小（${why}）。请删去多余的空行、空表，或分成几个文件后再试。`;
const unknown = (what: string) => `文件“名单”${what}不是能识别的表格。请在 Excel 或 WPS 中另存为 .xlsx 后再试。`;
const locked = (why: string) => `文件“名单”的加密方式不支持（${why}）。请在 Excel 中去掉密码或权限限制，另存后再试。`;

describe("reading", () => {
  test.each<[string, () => Uint8Array, string]>([
    ["nothing", () => new Uint8Array(), "文件“名单”是空的。请重新导出或向发件人索取后再试。"],
    ["a Word document", () => zipOf({ "[Content_Types].xml": "x", "word/document.xml": "x" }), unknown("是 Word 文档，")],
    ["an old Word document", () => ole({ WordDocument: new Uint8Array(5000) }), unknown("是 Word 文档，")],
    ["slides", () => zipOf({ "[Content_Types].xml": "x", "ppt/presentation.xml": "x" }), unknown("是演示文稿，")],
    ["a PDF", () => strToU8("%PDF-1.7\n"), unknown("是 PDF 文件，")],
    ["a picture", () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), unknown("是图片，")],
    ["an archive", () => zipOf({ "一校.xlsx": "x" }), unknown("是压缩包，")],
    ["Rich Text", () => strToU8("{\\rtf1\\ansi}"), unknown("是文字文档，")],
    ["garbage", () => Uint8Array.from({ length: 300 }, (_, at) => (at * 73 + 11) & 255), unknown("")],
    ["a ZIP cut off", () => minimalWith({}).slice(0, 600), damaged("内容不全，后一部分缺失")],
    ["a damaged ZIP", () => Uint8Array.from(minimalWith({}), (byte, at) => (byte === 1 && at > 60 ? 9 : byte)), damaged("内部数据有错")],
    ["a damaged part", withBrokenPart, damaged("内部数据有错")],
    ["a part twice", twice, damaged("内部同一部分出现了两次")],
    ["an archive with a password", zipPassword, locked("压缩包本身设了密码")],
    ["a sheet cut off", () => sheetOf("<sheetData><row>"), damaged("内容不全，后一部分缺失")],
    ["an old workbook cut off", () => ole({ Workbook: new Uint8Array(5000) }).slice(0, 700), damaged("内部数据有错")],
    ["an ods without content", () => zipOf({ mimetype: "x", "content.xml": "" }), unknown("是文字文档，")],
    ["a hundred tabs on one part", () => tabs(100), tooLarge("有 100 张工作表指向同一处内容")],
    ["two thousand tabs", () => tabs(2000), tooLarge("有 2000 张工作表")],
    [
      "a row too low",
      () => sheetOf('<sheetData><row r="1100000"><c r="A1100000"><v>1</v></c></row></sheetData>'),
      tooLarge("工作表“名单”超过 1048576 行"),
    ],
    [
      "a cell too far right",
      () => sheetOf('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>'),
      tooLarge("工作表“名单”超过 300 列"),
    ],
    ["a text of many lines", () => strToU8(`a${"\n".repeat(400_000)}b`), tooLarge("超过 300000 行")],
    ["a span", () => strToU8("<html><table><tr><td colspan=1000000000>a"), tooLarge("有单元格声称跨越 1000000000 行或列")],
    [
      "many parts",
      () => zipOf(Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`p${at}`, ""]))),
      tooLarge("内部有 5000 个部分"),
    ],
    ["a bomb", bomb, tooLarge("内容展开后有 220 MB")],
    ["a large file", () => Buffer.concat([minimalWith({}), new Uint8Array(201 << 20)]), tooLarge("文件有 202 MB")],
    ["a password missing", () => encrypted((xml) => xml), "文件“名单”有打开密码。请输入密码，或在 Excel 中去掉密码后再试。"],
  ])("%s", async (_, make, sentence) => {
    const thrown: unknown = await readBook(make(), "名单").catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(WorkbookError);
    expect(errorText("zh-CN", thrown as WorkbookError)).toBe(sentence);
  });

  test.each<[string, () => Uint8Array, string]>([
    ["a wrong password", () => encryptPackage(minimalWith({}), "abd"), "文件“名单”的密码不对。请核对密码（注意大小写）后再试。"],
    [
      "an old way",
      () => ole({ EncryptionInfo: Uint8Array.of(3, 0, 3, 0, 0, 0, 0, 0), EncryptedPackage: new Uint8Array(5000) }),
      locked("是旧式加密"),
    ],
    [
      "a way of 2007 that says nothing",
      () => ole({ EncryptionInfo: Uint8Array.of(3, 0, 2, 0, 0, 0, 0, 0), EncryptedPackage: new Uint8Array(5000) }),
      damaged("内部数据有错"),
    ],
    ["rights", () => encrypted((xml) => xml.replaceAll("encryptedKey", "certificate")), locked("凭账户权限打开，不凭密码")],
    ["a rare cipher", () => encrypted((xml) => xml.replaceAll("AES", "RC2")), locked("加密算法不常见")],
    ["many rounds", () => encrypted((xml) => xml.replace(/spinCount="\d+"/, 'spinCount="999999999"')), locked("加密算法不常见")],
    ["faulty values", () => encrypted((xml) => xml.replace(/saltValue="[^"]*"/g, 'saltValue="?"')), damaged("内部数据有错")],
  ])("with a password: %s", async (_, make, sentence) => {
    const thrown: unknown = await readBook(make(), "名单", { password: "abc" }).catch((error: unknown) => error);
    expect(errorText("zh-CN", thrown as WorkbookError)).toBe(sentence);
  });
});

describe("writing", () => {
  const advice = "不能写入。请在“审阅”中撤消保护，或另存为没有保护和签名的副本后再试。";
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      "a locked structure",
      { "xl/workbook.xml": minimal["xl/workbook.xml"]?.replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>') ?? "" },
      `“书.xlsx”受保护（锁定了工作簿结构），${advice}`,
    ],
    [
      "a signature",
      {
        "_rels/.rels":
          minimal["_rels/.rels"]?.replace(
            "</Relationships>",
            '<Relationship Id="r9" Type="x/digital-signature/origin" Target="s"/></Relationships>',
          ) ?? "",
      },
      `“书.xlsx”受保护（带有数字签名），${advice}`,
    ],
    [
      "broken XML",
      { "xl/workbook.xml": '<workbook><sheets><sheet name="名单"' },
      "文件“书.xlsx”已损坏或不完整（内部数据有错），无法读取。请重新导出或向发件人索取后再试。",
    ],
  ])("%s", async (_, changes, sentence) => {
    const workbook = FileWorkbook.fromReading("书.xlsx", { grids: [], xlsxPackage: minimalWith(changes) });
    const thrown: unknown = await workbook.write([{ tab: "a", name: "甲", columns: [], rows: [["a"]] }]).catch((error: unknown) => error);
    expect(errorText("zh-CN", thrown as WorkbookError)).toBe(sentence);
  });
});
