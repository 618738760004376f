// Passwords on workbooks: what we write, others open; what is wrong is told by name.
import { readFileSync } from "node:fs";
import { describe, expect, jest, test } from "@jest/globals";
import CFB from "cfb";
import { readXlsx, writeXlsx } from "hucre";
import { decryptPackage, encryptPackage } from "../../src/xlsx/encryption/agile";
import { readBook } from "../../src/xlsx/read-book";

const zip = await writeXlsx({ sheets: [{ name: "催收名单", rows: [["身份证号"], ["610526199403150018"]] }] });
const password = "资助2019-Ab!";
const locked = encryptPackage(zip, password);

// The file with another description, as other programs or an attacker might write it.
function described(change: (xml: string) => string, version: readonly [number, number] = [4, 4]): Uint8Array {
  const file = CFB.read(locked, { type: "buffer" });
  const entry = CFB.find(file, "/EncryptionInfo")!;
  const xml = new TextEncoder().encode(change(new TextDecoder().decode(Uint8Array.from(entry.content).subarray(8))));
  CFB.utils.cfb_add(file, "/EncryptionInfo", Uint8Array.of(version[0], 0, version[1], 0, 0x40, 0, 0, 0, ...xml));
  return Uint8Array.from(CFB.write(file, { type: "array" }) as Uint8Array);
}

// LibreOffice made it; its own description is changed in the second.
const lockedIn2007 = new Uint8Array(readFileSync("tests/golden/locked-2007.xlsx"));
function with2007(change: (info: DataView) => void): Uint8Array {
  const file = CFB.read(lockedIn2007, { type: "buffer" });
  const info = Uint8Array.from(CFB.find(file, "/EncryptionInfo")!.content);
  change(new DataView(info.buffer));
  CFB.utils.cfb_add(file, "/EncryptionInfo", info);
  return Uint8Array.from(CFB.write(file, { type: "array" }) as Uint8Array);
}

test("a book that was locked the way of Office 2007 opens with its password, in Node and by a browser's ciphers alike", async () => {
  const { grids } = await readBook(lockedIn2007, "名单.xlsx", { password });
  expect(grids.map(({ name, rows }) => [name, rows])).toEqual([
    [
      "催收名单",
      [
        ["身份证号", "姓名"],
        ["610526199403150018", "王思齐"],
      ],
    ],
  ]);
  jest.resetModules();
  jest.unstable_mockModule("../../src/xlsx/node-builtins", () => ({ zlib: undefined, nodeBuffer: undefined, nodeCrypto: undefined }));
  const browser = await import("../../src/xlsx/encryption/agile");
  expect(browser.decryptPackage(lockedIn2007, password)).toEqual(decryptPackage(lockedIn2007, password));
});

test("a book that Excel encrypted for itself opens without asking anybody", async () => {
  const { grids } = await readBook(encryptPackage(zip, "VelvetSweatshop"), "名单.xlsx");
  expect(grids.map(({ rows }) => rows)).toEqual([[["身份证号"], ["610526199403150018"]]]);
});

test("what a browser's ciphers lock, Node's open, and the other way round", async () => {
  jest.resetModules();
  jest.unstable_mockModule("../../src/xlsx/node-builtins", () => ({ zlib: undefined, nodeBuffer: undefined, nodeCrypto: undefined }));
  const browser = await import("../../src/xlsx/encryption/agile");
  expect(browser.encryptPackage).not.toBe(encryptPackage);
  const content = Uint8Array.from({ length: 8200 }, (_, index) => index & 255);
  expect(decryptPackage(browser.encryptPackage(content, password), password)).toEqual(content);
  expect(browser.decryptPackage(encryptPackage(content, password), password)).toEqual(content);
});

describe("writing", () => {
  test("the workbook comes back byte for byte, whatever its length", () => {
    expect(decryptPackage(locked, password)).toEqual(zip);
    for (const length of [1, 4096, 8200]) {
      const content = Uint8Array.from({ length }, (_, index) => index & 255);
      expect(decryptPackage(encryptPackage(content, "a"), "a")).toEqual(content);
    }
  });

  test("another program opens it with the password", async () => {
    expect((await readXlsx(locked, { password })).sheets[0]?.rows).toEqual([["身份证号"], ["610526199403150018"]]);
  });

  test("what another program locked is opened", async () => {
    const theirs = await writeXlsx({ sheets: [{ name: "催收名单", rows: [["姓名"]] }], encryption: { password, spinCount: 1000 } });
    expect((await readBook(theirs, "名单.xlsx", { password })).grids).toMatchObject([{ rows: [["姓名"]] }]);
  });

  test("nothing of the workbook shows, and the streams that Office demands are there", () => {
    expect(CFB.read(locked, { type: "buffer" }).FullPaths.filter((path) => /[^/5]$/.test(path))).toEqual([
      "Root Entry/\u0006DataSpaces/Version",
      "Root Entry/\u0006DataSpaces/DataSpaceMap",
      "Root Entry/\u0006DataSpaces/DataSpaceInfo/StrongEncryptionDataSpace",
      "Root Entry/\u0006DataSpaces/TransformInfo/StrongEncryptionTransform/\u0006Primary",
      "Root Entry/EncryptionInfo",
      "Root Entry/EncryptedPackage",
    ]);
  });

  test("the same workbook never looks the same twice", () => {
    expect(encryptPackage(zip, password)).not.toEqual(locked);
  });

  test.each([
    ["empty", ""],
    ["too long for Excel", "x".repeat(256)],
  ])("a password that is %s is a mistake of the caller", (_, bad) => {
    expect(() => encryptPackage(zip, bad)).toThrow(RangeError);
  });
});

describe("opening", () => {
  test.each<[string, Uint8Array, string | undefined, string]>([
    ["without a password", locked, undefined, "encrypted"],
    ["with an empty password", locked, "", "encrypted"],
    ["with a wrong password", locked, "资助2019-ab!", "wrong-password"],
    ["when it was locked the way of Office 2003", described((xml) => xml, [4, 3]), password, "unsupported-encryption"],
    ["when it was locked the way of Office 2007 with a wrong password", lockedIn2007, "资助2019", "wrong-password"],
    ["when it was locked the way of Office 2007 without a password", lockedIn2007, undefined, "encrypted"],
    ["when it was locked with RC4", with2007((info) => info.setUint32(20, 0x6801, true)), password, "unsupported-encryption"],
    ["when its 2007 description points beyond its end", with2007((info) => info.setUint32(8, 9000, true)), password, "not-readable"],
    ["when its 2007 description is cut off", described(() => "", [4, 2]), password, "not-readable"],
    [
      "when it asks for ten million rounds",
      described((xml) => xml.replace('spinCount="100000"', 'spinCount="10000000"')),
      password,
      "unsupported-encryption",
    ],
    ["when the cipher is unknown", described((xml) => xml.replaceAll("AES", "RC2")), password, "unsupported-encryption"],
    ["when a salt is no base64", described((xml) => xml.replaceAll(/saltValue="[^"]*"/g, 'saltValue="%%"')), password, "not-readable"],
    ["when the description is missing", described(() => ""), password, "unsupported-encryption"],
    ["when it is cut off", locked.slice(0, 2000), password, "not-readable"],
  ])("%s", async (_, bytes, given, code) => {
    await expect(readBook(bytes, "名单.xlsx", given === undefined ? {} : { password: given })).rejects.toMatchObject({
      name: "WorkbookError",
      code,
    });
  });

  test("damage to the encrypted content is noticed", () => {
    const file = CFB.read(locked, { type: "buffer" });
    const content = Uint8Array.from(CFB.find(file, "/EncryptedPackage")!.content);
    content[100] = (content[100] ?? 0) ^ 1;
    CFB.utils.cfb_add(file, "/EncryptedPackage", content);
    expect(() => decryptPackage(Uint8Array.from(CFB.write(file, { type: "array" }) as Uint8Array), password)).toThrow("not-readable");
  });

  test("an opened workbook hands on its plain package", async () => {
    expect(await readBook(locked, "名单.xlsx", { password })).toMatchObject({
      format: "xlsx",
      xlsxPackage: zip,
      grids: [{ name: "催收名单" }],
    });
  });
});
