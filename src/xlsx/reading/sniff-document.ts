// What a file is that is no workbook, so that people are told what they have chosen.

/** A kind of file that people take for a workbook; i18n has its name. */
export type DocumentKind = "word" | "slides" | "pdf" | "picture" | "archive" | "text";

const heads: readonly (readonly [DocumentKind, RegExp])[] = [
  ["pdf", /^%PDF/i],
  ["picture", /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM|II\*\0|MM\0\*|RIFF....WEBP)/s],
  ["archive", /^(?:Rar!|7z\xbc\xaf)/],
  ["text", /^\{\\rtf/i],
];

/** What bytes that are neither a package nor a workbook begin as. */
export function documentOfBytes(bytes: Uint8Array): DocumentKind | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  return heads.find(([, begins]) => begins.test(head))?.[0];
}

/** What a ZIP without a workbook is, by the names in it. */
export function documentOfParts(names: readonly string[]): DocumentKind {
  const has = (start: string) => names.some((name) => name.replaceAll("\\", "/").toLowerCase().startsWith(start));
  if (has("word/")) return "word";
  if (has("ppt/")) return "slides";
  return has("mimetype") ? "text" : "archive";
}
