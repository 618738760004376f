// Packing and unpacking: Node's own engine, a browser's and our own give the same bytes and the same checksums, whatever the pieces.
import { expect, test } from "@jest/globals";
import { zipSync, unzipSync } from "fflate";
import { crc32, inflatedAtOnce, inflatedPieces } from "../../src/xlsx/package/inflate";
import { joinEntries, packEntry, packSmallEntry } from "../../src/xlsx/package/zip-entries";

const long = "王小明，610526199403150018；".repeat(4000);

test.each<[string, readonly string[]]>([
  ["one small piece", ["甲"]],
  ["nothing", []],
  ["empty pieces before, between and after", ["", "甲", "", "乙", ""]],
  ["pieces that another thread packs", [long, "", long]],
  ["pieces that are packed as they come", Array.from({ length: 60 }, (_, at) => (at % 7 ? long : ""))],
])("an entry of %s is whole", async (_, pieces) => {
  const zip = joinEntries([await packEntry("a.xml", pieces), packSmallEntry("b.xml", "乙")]);
  const { "a.xml": bytes = new Uint8Array() } = unzipSync(zip);
  expect(new TextDecoder().decode(bytes)).toBe(pieces.join(""));
  const declared = new DataView(zip.buffer, zip.byteOffset).getUint32(14, true);
  expect(declared).toBe(crc32(bytes));
});

test("unpacked at once and piece by piece it is the same", async () => {
  const zip = zipSync({ a: new TextEncoder().encode(long) });
  const packed = zip.subarray(31, zip.lastIndexOf(0x50, zip.length - 23));
  const at = new DataView(zip.buffer, zip.byteOffset).getUint32(18, true);
  const body = zip.subarray(31, 31 + at);
  expect(packed.length).toBeGreaterThan(0);
  const pieces: Uint8Array[] = [];
  for await (const piece of inflatedPieces(body)) pieces.push(piece);
  const once = [...inflatedAtOnce(body, new TextEncoder().encode(long).length)];
  expect(Buffer.concat(pieces).equals(Buffer.concat(once))).toBe(true);
  expect(Buffer.concat(pieces).toString("utf8")).toBe(long);
});
