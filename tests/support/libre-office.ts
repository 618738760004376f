// Files opened and saved again by LibreOffice, as a school without Excel does, and printed. Only who writes golden files anew needs it; tests read
// what it made.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const program = ["/usr/bin/soffice", "/usr/bin/libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"].find((path) =>
  existsSync(path),
);

// What reads the text of a PDF (Poppler).
const textReader = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext", "/opt/homebrew/bin/pdftotext"].find((path) => existsSync(path));

/** The text of each page that LibreOffice prints of a workbook, without spaces and ends of lines: where lines break depends on the machine's fonts. */
export async function printedPages(book: Uint8Array): Promise<readonly string[]> {
  const [pdf] = await converted([book], "pdf", "pdf");
  if (!pdf || textReader === undefined) throw new RangeError("to print, LibreOffice and pdftotext must be installed");
  const folder = await mkdtemp(join(tmpdir(), "printed-"));
  try {
    await writeFile(join(folder, "a.pdf"), pdf);
    const { stdout } = await promisify(execFile)(textReader, ["-raw", "-enc", "UTF-8", join(folder, "a.pdf"), "-"]);
    return stdout
      .split("\f")
      .slice(0, -1)
      .map((page) => page.replace(/\s/g, ""));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The formats that it saves in, with the filter of each. */
export const savedAs = { xlsx: "xlsx:Calc MS Excel 2007 XML", xls: "xls:MS Excel 97", ods: "ods:calc8" } as const;

/** Each workbook as LibreOffice saves it, in the order given. */
export function resaved(books: readonly Uint8Array[], kind: keyof typeof savedAs): Promise<readonly Uint8Array[]> {
  return converted(books, savedAs[kind], kind);
}

async function converted(books: readonly Uint8Array[], filter: string, ending: string): Promise<readonly Uint8Array[]> {
  if (program === undefined) throw new RangeError("to write these golden files anew, LibreOffice must be installed");
  const folder = await mkdtemp(join(tmpdir(), "libre-office-"));
  try {
    await mkdir(join(folder, "out"));
    const paths = books.map((_, at) => join(folder, `${at}.xlsx`));
    await Promise.all(books.map((bytes, at) => writeFile(paths[at]!, bytes)));
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    await promisify(execFile)(program, [profile, "--headless", "--convert-to", filter, "--outdir", join(folder, "out"), ...paths]);
    return await Promise.all(books.map(async (_, at) => new Uint8Array(await readFile(join(folder, "out", `${at}.${ending}`)))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
