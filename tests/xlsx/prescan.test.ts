// The look at a ZIP's table of contents: what is too large, damaged or hidden is refused before anything is unpacked.
import { describe, expect, test } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import { isZip64, prescanZip, streamedLimits } from "../../src/xlsx/reading/prescan";
import { readBook } from "../../src/xlsx/read-book";
import { rawBook, sheetXml, withNumber } from "./read-raw-book";

const xml = sheetXml(`<row r="1"><c r="A1"><v>1</v></c></row>`);
const sheetSize = strToU8(xml).length;

test("the parts are listed as declared, with the names of WPS and old tools untouched", () => {
  const bytes = zipSync({ "a.xml": [strToU8("aaaa"), { level: 0 }], "xl\\b.xml": strToU8("b".repeat(1000)) });
  expect(prescanZip(bytes, "名单.xlsx").map(({ name, size, method }) => ({ name, size, method }))).toEqual([
    { name: "a.xml", size: 4, method: 0 },
    { name: "xl\\b.xml", size: 1000, method: 8 },
  ]);
});

test("a comment at the end of the ZIP does not matter", () => {
  const bytes = Uint8Array.from([...zipSync({ "a.xml": strToU8("a") }), ...strToU8("made by a bank")]);
  expect(prescanZip(bytes, "名单.xlsx")).toHaveLength(1);
});

describe("refused", () => {
  const small = {
    ...streamedLimits,
    fileBytes: 10_000,
    parts: 3,
    totalBytes: 5000,
    partBytes: 2000,
    sheetBytes: 4000,
    sharedStringBytes: 1000,
  };
  const part = (path: string, size: number): Uint8Array => zipSync({ [path]: new Uint8Array(size) });

  test.each<[string, Uint8Array, string | undefined]>([
    ["a file within all limits", part("xl/worksheets/sheet1.xml", 4000), undefined],
    ["a large file", zipSync({ a: [new Uint8Array(10_001), { level: 0 }] }), "too-large"],
    ["many parts", zipSync({ a: new Uint8Array(1), b: new Uint8Array(1), c: new Uint8Array(1), d: new Uint8Array(1) }), "too-large"],
    ["a large part", part("xl/media/a.bmp", 2001), "too-large"],
    ["a large sheet", part("xl/worksheets/sheet1.xml", 4001), "too-large"],
    ["large shared strings", part("xl/sharedStrings.xml", 1001), "too-large"],
    ["much in all", zipSync({ a: new Uint8Array(2000), b: new Uint8Array(2000), c: new Uint8Array(2000) }), "too-large"],
    ["a part that hides its size", withNumber(part("a", 1234), 1234, 0), "not-readable"],
    ["a part larger than ZIP can say", withNumber(part("a", 1234), 1234, 0xffffffff), "not-readable"],
    ["no table of contents", part("a", 100).slice(0, -22), "not-readable"],
    ["a table of contents that lies elsewhere", withNumber(part("a", 1234), 0x02014b50, 0), "not-readable"],
  ])("%s", (_, bytes, code) => {
    const scan = (): unknown => prescanZip(bytes, "名单.xlsx", small);
    if (code === undefined) expect(scan).not.toThrow();
    else expect(scan).toThrow(expect.objectContaining({ name: "WorkbookError", code }));
  });

  test("an encrypted entry", () => {
    const bytes = part("a", 10);
    const directory = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes[directory + 8] = 1;
    expect(() => prescanZip(bytes, "名单.xlsx")).toThrow(expect.objectContaining({ code: "unsupported-encryption" }));
  });

  test("one name used twice, so that two readers would see two workbooks", () => {
    const bytes = zipSync({ "a.xml": strToU8("1"), "b.xml": strToU8("2") });
    const twice = Uint8Array.from(bytes, (byte) => (byte === 0x62 ? 0x61 : byte));
    expect(() => prescanZip(twice, "名单.xlsx")).toThrow(expect.objectContaining({ code: "not-readable" }));
  });
});

describe("sizes that lie", () => {
  const bytes = rawBook({ sheets: [{ xml }] });

  test.each([
    ["a sheet that unpacks to more than it declares", sheetSize - 1],
    ["a sheet that unpacks to less than it declares", sheetSize + 1],
  ])("%s is not readable", async (_, declared) => {
    await expect(readBook(withNumber(bytes, sheetSize, declared), "名单.xlsx")).rejects.toMatchObject({ code: "not-readable" });
  });

  test("a bomb of two declared gigabytes is too large", async () => {
    await expect(readBook(withNumber(bytes, sheetSize, 2_000_000_000), "名单.xlsx")).rejects.toMatchObject({ code: "too-large" });
  });

  test("a single row of 30 million characters is too large", async () => {
    const bomb = rawBook({ sheets: [{ xml: sheetXml(`<row r="1"><c r="A1" t="str"><v>${"0".repeat(30_000_000)}</v></c></row>`) }] });
    await expect(readBook(bomb, "名单.xlsx")).rejects.toMatchObject({ code: "too-large" });
  });
});

describe("text made to keep a reader busy", () => {
  test.each<[string, string]>([
    ["cells never closed", `<row r="1">${`<c r="A1" t="e">`.repeat(100_000)}</row>`],
    ["tags never ended", `<row r="1"><c r="A1" t="e">${"<f ".repeat(200_000)}</c></row>`],
    ["rows never ended", "<row ".repeat(200_000)],
    ["comments never closed", "<!--".repeat(200_000)],
  ])("%s", async (_, rows) => {
    const outcome = await readBook(rawBook({ sheets: [{ xml: sheetXml(rows) }], styles: rows, names: rows }), "名单.xlsx").then(
      (reading) => reading.format,
      (error: unknown) => (error as Error).name,
    );
    expect(["xlsx", "WorkbookError"]).toContain(outcome);
  });
});

test("a small book that is a ZIP64 throughout is read, and packed again as a plain ZIP", async () => {
  const { readBook } = await import("../../src/xlsx/read-book");
  const plain = rawBook({ sheets: [{ xml: sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>') }] });
  const reading = await readBook(asZip64(plain), "名单.xlsx");
  expect(reading.grids.map(({ rows }) => rows)).toEqual([[["甲"]]]);
  expect(isZip64(reading.xlsxPackage ?? new Uint8Array())).toBe(false);
});

/** The same ZIP with every size and place of its directory in ZIP64 fields. */
function asZip64(zip: Uint8Array): Uint8Array {
  const parts = prescanZip(zip, "plain");
  const first = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const directory = first.getUint32(zip.length - 6, true);
  const entries = parts.map(({ name, method, crc, size, packedSize, offset }) => {
    const bytes = new TextEncoder().encode(name);
    const entry = new Uint8Array(46 + bytes.length + 28);
    const view = new DataView(entry.buffer);
    view.setUint32(0, 0x02014b50, true);
    view.setUint16(4, 45, true);
    view.setUint16(6, 45, true);
    view.setUint16(10, method, true);
    view.setUint32(16, crc, true);
    view.setUint32(20, 0xffffffff, true);
    view.setUint32(24, 0xffffffff, true);
    view.setUint16(28, bytes.length, true);
    view.setUint16(30, 28, true);
    view.setUint32(42, 0xffffffff, true);
    entry.set(bytes, 46);
    view.setUint16(46 + bytes.length, 1, true);
    view.setUint16(48 + bytes.length, 24, true);
    [size, packedSize, offset].forEach((value, at) => view.setBigUint64(50 + bytes.length + at * 8, BigInt(value), true));
    return entry;
  });
  const length = entries.reduce((sum, entry) => sum + entry.length, 0);
  const end = new Uint8Array(56 + 20 + 22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06064b50, true);
  view.setBigUint64(4, 44n, true);
  view.setBigUint64(24, BigInt(parts.length), true);
  view.setBigUint64(32, BigInt(parts.length), true);
  view.setBigUint64(40, BigInt(length), true);
  view.setBigUint64(48, BigInt(directory), true);
  view.setUint32(56, 0x07064b50, true);
  view.setBigUint64(64, BigInt(directory + length), true);
  view.setUint32(72, 1, true);
  view.setUint32(76, 0x06054b50, true);
  for (const [at, value] of [
    [84, 0xffff],
    [86, 0xffff],
  ] as const)
    view.setUint16(at, value, true);
  view.setUint32(88, 0xffffffff, true);
  view.setUint32(92, 0xffffffff, true);
  return new Uint8Array(Buffer.concat([zip.subarray(0, directory), ...entries, end]));
}
