// Lets SheetJS read Chinese text in workbooks of Excel 95 and older, whose text is in the code page of the machine that wrote them.

const charsets: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1200: "utf-16le",
  10000: "macintosh",
  10008: "gb18030",
  54936: "gb18030",
  65001: "utf-8",
};

/** What SheetJS asks of a table of code pages when it reads; half a megabyte of tables is not needed for that. */
export const codePages = {
  utils: {
    decode: (codePage: number, bytes: Iterable<number>): string => new TextDecoder(charsetOf(codePage)).decode(Uint8Array.from(bytes)),
  },
};

function charsetOf(codePage: number): string {
  return charsets[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : "windows-1252");
}
