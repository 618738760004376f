// What a file is, told by its content: names lie, and some files are no workbooks at all.
import { describe, expect, test } from "@jest/globals";
import CFB from "cfb";
import { strToU8, zipSync } from "fflate";
import { readBook } from "../../src/xlsx/read-book";
import { sniff } from "../../src/xlsx/reading/sniff";

const bytesOf = (...bytes: readonly number[]): Uint8Array => Uint8Array.from([...bytes, ...new Uint8Array(64)]);

test.each<[string, Uint8Array, string]>([
  ["nothing", new Uint8Array(), "empty"],
  ["zeros only, as a broken download leaves", new Uint8Array(4096), "empty"],
  ["a ZIP", strToU8("PK\u0003\u0004"), "zip"],
  ["OLE2", bytesOf(0xd0, 0xcf, 0x11, 0xe0), "ole2"],
  ["bare records of Excel 4", bytesOf(0x09, 0x04, 0x06, 0x00), "xls"],
  ["a web page", strToU8("\ufeff \r\n<HTML xmlns:x='x'><table>"), "html"],
  ["a piece of a page", strToU8("<table border=1><tr><td>姓名"), "html"],
  ["an XHTML page with a prolog", strToU8(`<?xml version="1.0"?><!DOCTYPE html><html >`), "html"],
  ["XML of Excel 2003", strToU8(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>`), "xml2003"],
  ["other XML", strToU8(`<?xml version="1.0"?><data/>`), "unknown"],
  ["a page in UTF-16", new Uint8Array(Buffer.from("\ufeff<html><table>", "utf16le")), "html"],
  ["text in UTF-16", new Uint8Array(Buffer.from("\ufeff姓名\t金额", "utf16le")), "text"],
  ["text", strToU8("姓名,金额"), "text"],
  ["text in GB18030", Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x31), "text"],
  ["a PDF", strToU8("%PDF-1.7\n"), "unknown"],
  ["a picture", bytesOf(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), "unknown"],
  ["a Rich Text file", strToU8("{\\rtf1\\ansi}"), "unknown"],
  ["binary garbage", Uint8Array.from({ length: 300 }, (_, index) => (index * 73 + 11) & 255), "unknown"],
])("%s", (_, bytes, expected) => {
  expect(sniff(bytes)).toBe(expected);
});

describe("files that are no workbooks", () => {
  const ole = (stream: string): Uint8Array => {
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(file, `/${stream}`, new Uint8Array(5000));
    return Uint8Array.from(CFB.write(file, { type: "array" }) as Uint8Array);
  };
  const zip = (...names: readonly string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x")])));

  test.each<[string, Uint8Array, string]>([
    ["empty", new Uint8Array(), "empty-file"],
    ["a Word document", zip("[Content_Types].xml", "word/document.xml"), "unknown-format"],
    ["a presentation", zip("[Content_Types].xml", "ppt/presentation.xml"), "unknown-format"],
    ["a ZIP of workbooks", zip("学校一.xlsx", "学校二.xlsx"), "unknown-format"],
    ["an OpenDocument text", zip("mimetype", "content.xml"), "unknown-format"],
    ["an old Word document", ole("WordDocument"), "unknown-format"],
    ["an old Word document with a workbook inside", ole("ObjectPool/_1/Workbook"), "unknown-format"],
    ["a PDF", strToU8("%PDF-1.7\n"), "unknown-format"],
    ["a ZIP cut off", zip("[Content_Types].xml", "xl/workbook.xml").slice(0, 60), "not-readable"],
    [
      "PK and garbage",
      Uint8Array.from({ length: 3000 }, (_, index) => (index < 2 ? 0x50 - 5 * index : (index * 89) & 255)),
      "not-readable",
    ],
    ["an old workbook cut off", ole("Workbook").slice(0, 700), "not-readable"],
    ["an old workbook of zeros", ole("Workbook"), "not-readable"],
    ["a workbook without its parts", zip("[Content_Types].xml", "xl/workbook.xml"), "not-readable"],
    ["a binary workbook without its parts", zip("[Content_Types].xml", "xl/workbook.bin"), "not-readable"],
  ])("%s", async (_, bytes, code) => {
    await expect(readBook(bytes, "名单.xlsx")).rejects.toMatchObject({ name: "WorkbookError", code, detail: expect.stringContaining("") });
  });

  test.each(["~$名单.xlsx", "下发/~$名单.xlsx", ".~名单.xlsx", ".~lock.名单.xlsx#"])(
    "%s says that the workbook is open elsewhere",
    async (name) => {
      await expect(readBook(new Uint8Array(165).fill(32), name)).rejects.toMatchObject({ code: "locked", detail: name });
    },
  );
});
