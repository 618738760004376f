// Photographs and scans of slips: what is on them is read, what is not is never made up.
import { beforeAll, describe, expect, test } from "@jest/globals";
import decodeWebp, { init as initDecoder } from "@jsquash/webp/decode.js";
import encodeWebp, { init as initEncoder } from "@jsquash/webp/encode.js";
import jpeg from "jpeg-js";
import { printNoticeNumber } from "../../src/domain/identity/notice-number";
import { codeReader } from "../../src/scans/read-codes";
import { readScan, type ScanReader } from "../../src/scans/read-scan";
import { codeSquares } from "../../src/sheets/notices/notice-code";
import { squaresPng } from "../../src/sheets/writing/squares-png";
import { degradedLetter, degradedSlips } from "../support/photographs.mjs";
import { readerWasm, scanOf, webpWasm } from "../support/scans";

const number = (sequence: number) => printNoticeNumber({ county: "PC", year: 2019, schoolCode: "07", sequence });
let reader: ScanReader;

beforeAll(async () => {
  await initDecoder(await webpWasm("dec/webp_dec"));
  reader = { codes: await codeReader(await readerWasm()), openWebp: (bytes) => decodeWebp(new Uint8Array(bytes).buffer) };
});

const read = (bytes: Uint8Array) => readScan(bytes, reader);

describe("a picture tells the numbers of the slips on it", () => {
  test("the code as it is printed", async () => {
    expect(await read(squaresPng(codeSquares(number(1))))).toEqual([[number(1)]]);
  });

  test.each([1, 2, 3])("a letter photographed badly (%i)", async (seed) => {
    expect(await read(degradedLetter(seed, number(seed)))).toEqual([[number(seed)]]);
  });

  test("four slips beside each other", async () => {
    const numbers = [1, 2, 3, 4].map(number);
    const [found = [], ...more] = await read(degradedSlips(9, numbers));
    expect([[...found].sort(), more]).toEqual([numbers.toSorted(), []]);
  });

  test("a picture in WebP", async () => {
    await initEncoder(await webpWasm("enc/webp_enc"));
    const { data, width, height } = jpeg.decode(degradedLetter(6, number(6)));
    const pixels = { data: new Uint8ClampedArray(data), width, height, colorSpace: "srgb" } as ImageData;
    expect(await read(new Uint8Array(await encodeWebp(pixels, { quality: 60 })))).toEqual([[number(6)]]);
  });
});

describe("a scan of several pages", () => {
  test("tells the numbers page by page, and which page has none", async () => {
    const blank = jpeg.encode({ data: Buffer.alloc(600 * 800 * 4, 250), width: 600, height: 800 }, 60).data;
    const stamp = jpeg.encode({ data: Buffer.alloc(100 * 100 * 4, 250), width: 100, height: 100 }, 60).data;
    const scan = scanOf([degradedLetter(7, number(7)), stamp, blank, degradedSlips(8, [number(8), number(9)])]);
    const [first, second, third = [], ...more] = await read(scan);
    expect([first, second, [...third].sort(), more]).toEqual([[number(7)], [], [number(8), number(9)].sort(), []]);
  });

  test("without a page of JPEG is one page without a number", async () => {
    expect(await read(scanOf([]))).toEqual([[]]);
  });
});

describe("nothing is read where nothing is", () => {
  test.each([
    ["an empty file", new Uint8Array()],
    ["a text that calls itself a picture", Buffer.from("通知书编号,签收人\n")],
    ["the first half of a photograph", degradedLetter(1, number(1)).subarray(0, 9000)],
    ["a WebP that is none", Buffer.from("RIFF\0\0\0\0WEBPVP8 ")],
    ["a PDF that breaks off inside a page", Buffer.from("%PDF-1.4\nstream\r\n\xff\xd8\xff\xc0", "latin1")],
  ])("%s", async (_, bytes) => {
    expect(await read(bytes)).toEqual([[]]);
  });
});
