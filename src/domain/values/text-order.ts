// The orders of texts: as people look things up in Chinese, and the one of codes, which is the same everywhere.

const pinyin = new Intl.Collator("zh-CN-u-co-pinyin");

/** By the codes of the characters: for keys and codes, never for what people read. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By pinyin, blanks last. Engines that know no pinyin, and texts that sound alike, go by code. */
export function byPinyin(a: string, b: string): number {
  if (a === "" || b === "") return Number(a === "") - Number(b === "");
  return pinyin.compare(a, b) || byCode(a, b);
}
