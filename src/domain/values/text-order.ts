// The orders of texts: as people look things up in Chinese, and the one of codes, which is the same everywhere.

// Made when it is asked for: that takes longer than most of what a program does as it starts.
let pinyin: Intl.Collator | undefined;

/** By the codes of the characters: for keys and codes, never for what people read. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By pinyin, blanks last. Engines that know no pinyin, and texts that sound alike, go by code. */
export function byPinyin(a: string, b: string): number {
  if (a === "" || b === "") return Number(a === "") - Number(b === "");
  pinyin ??= new Intl.Collator("zh-CN-u-co-pinyin");
  return pinyin.compare(a, b) || byCode(a, b);
}
