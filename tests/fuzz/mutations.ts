// Seeded damage to small workbooks of every format, and what reading them must come to: sheets, or a refusal that people have a sentence for.
import * as sheetJs from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { WorkbookError } from "../../src/actions/workbook";
import { errorText } from "../../src/i18n";
import { encryptPackage } from "../../src/xlsx/encryption/agile";
import { type BookReading, readBook, type ReadRequest } from "../../src/xlsx/read-book";

/** The formats, each as the bytes of a small list. */
export function soundFiles(): Readonly<Record<string, Uint8Array>> {
  const rows = Array.from({ length: 12 }, (_, index) => [`王雪${index}`, "610526199403150018", 12.5 + index]);
  const book = sheetJs.utils.book_new();
  sheetJs.utils.book_append_sheet(book, sheetJs.utils.aoa_to_sheet([["姓名", "身份证号", "应还合计"], ...rows]), "应还名单");
  const as = (bookType: sheetJs.BookType): Uint8Array => new Uint8Array(sheetJs.write(book, { type: "array", bookType }) as ArrayBuffer);
  const xlsx = as("xlsx");
  return {
    xlsx,
    xlsm: as("xlsm"),
    xls: as("biff8"),
    "xls (Excel 5)": as("biff5"),
    xlsb: as("xlsb"),
    ods: as("ods"),
    html: as("html"),
    csv: strToU8(rows.map((row) => row.join(",")).join("\n")),
    "XML 2003": as("xlml"),
    encrypted: encryptPackage(xlsx, "a"),
  };
}

/** A file damaged in one to eight places; in a ZIP mostly inside its parts, packed again so that every checksum is right. */
export function damaged(bytes: Uint8Array, seed: number): Uint8Array {
  const chance = xoroshiro128plus(seed);
  const below = (limit: number): number => uniformInt(chance, 0, limit - 1);
  const hit = (part: Uint8Array): Uint8Array => {
    const copy = part.slice(0, below(12) === 0 ? below(part.length + 1) : part.length);
    for (let left = 1 + below(8); left > 0 && copy.length > 0; left--)
      copy[below(copy.length)] = [0, 0xff, 0x7f, below(256)][below(4)] ?? 0;
    return copy;
  };
  if (bytes[0] !== 0x50 || below(4) === 0) return hit(bytes);
  const parts = Object.entries(unzipSync(bytes));
  const chosen = below(parts.length);
  return zipSync(Object.fromEntries(parts.map(([name, part], index) => [name, index === chosen ? hit(part) : part])));
}

/** How reading ends: `read`, or the code of the refusal; anything else is thrown. */
export async function outcomeOf(bytes: Uint8Array, aside: (request: ReadRequest) => Promise<BookReading>): Promise<string> {
  try {
    await readBook(bytes, "名单", { password: "a", aside });
    return "read";
  } catch (error) {
    if (error instanceof WorkbookError && !/[A-Za-z]/.test(errorText("zh-CN", error).replace(/MB|Excel|WPS|\.xlsx|PDF|Word|XML/g, "")))
      return error.code;
    throw error;
  }
}
