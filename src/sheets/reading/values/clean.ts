// Cleaning of cell text: what people and programs leave around a value without meaning it.

const stray = /[\p{Cc}\u00a0\u200b-\u200f\u2028-\u202f\u2060\ufeff]/gu;

const plain = /^[\u4e00-\u9fff!-~]*$/;

/** The text as it is compared: invisible characters gone, compatibility and full-width forms folded (NFKC), trimmed. */
export function foldText(text: string): string {
  // Most cells: Chinese characters, letters and digits, which folding leaves alone.
  if (plain.test(text)) return text;
  return text.normalize("NFKC").replace(stray, " ").trim();
}

/** Whether folding alone (full-width or compatibility characters) changed more than spaces. */
export function isFullWidth(text: string): boolean {
  const plain = text.replace(stray, " ").trim();
  return plain.normalize("NFKC") !== plain;
}

/** The text with every kind of white space removed. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, "");
}
