// Passwords on old workbooks (.xls): what LibreOffice locked and what Excel would have locked is opened, the rest is told by name.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { write, utils } from "@e965/xlsx";
import CFB from "cfb";
import { readBook } from "../../src/xlsx/read-book";
import { lockedRecords } from "../support/locked-records";

const password = "资助2019-Ab!";
// LibreOffice locked it the way of Excel 97.
const of97 = new Uint8Array(readFileSync("tests/golden/locked-97.xls"));
const rows = [
  ["身份证号", "姓名"],
  ["610526199403150018", "王思齐"],
];

function book(records: Uint8Array): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, "/Workbook", records);
  return Uint8Array.from(CFB.write(file, { type: "array" }) as Uint8Array);
}
const sheet = utils.aoa_to_sheet([...rows, ...Array.from({ length: 300 }, (_, at) => [`6105261994031500${at}`, `王思齐${at}`])]);
const plain = write({ SheetNames: ["催收名单"], Sheets: { 催收名单: sheet } }, { type: "array", bookType: "biff8" }) as ArrayBuffer;
const records = Uint8Array.from(CFB.find(CFB.read(new Uint8Array(plain), { type: "buffer" }), "/Workbook")!.content);
const firstRows = async (bytes: Uint8Array, given?: string) =>
  (await readBook(bytes, "名单.xls", given === undefined ? {} : { password: given })).grids.map((grid) => grid.rows.slice(0, 2));

test("a book locked the way of Excel 97 opens with its password", async () => {
  expect(await firstRows(of97, password)).toEqual([rows]);
});

test.each([40, 128] as const)(
  "a book locked the way of Excel 2007, with a key of %d bits, opens with its password, cell for cell",
  async (bits) => {
    const locked = await readBook(book(lockedRecords(records, password, bits)), "名单.xls", { password });
    expect(locked.grids).toEqual((await readBook(book(records), "名单.xls")).grids);
  },
);

test("a book that Excel locked for itself opens without asking anybody", async () => {
  expect(await firstRows(book(lockedRecords(records, "VelvetSweatshop", 128)))).toEqual([rows]);
});

describe("told by name", () => {
  const cut = (length: number) => book(lockedRecords(records, password, 128).slice(0, length));
  test.each<[string, Uint8Array, string | undefined, string]>([
    ["without a password", of97, undefined, "encrypted"],
    ["with an empty password", of97, "", "encrypted"],
    ["with a wrong password", of97, "资助2019", "wrong-password"],
    ["with a wrong password for a newer one", book(lockedRecords(records, password, 128)), "资助2019", "wrong-password"],
    ["cut off in the middle of the lock", cut(80), password, "not-readable"],
  ])("%s", async (_, bytes, given, code) => {
    await expect(firstRows(bytes, given)).rejects.toMatchObject({ code });
  });
});
