// The county's letters on its papers: the first letters of its name in pinyin.
import readings from "pinyin-pro/dist/esm/data/dict1.mjs";

/** What a county without a name, or with one that has no sound, is called. */
const nameless = "ZX";

/**
 * Up to four capitals; what every county's name ends in does not count.
 * @example countyLetters("蒲城县") // "PC"
 */
export function countyLetters(county: string): string {
  const own = county.replace(/(?<=..)(?:自治县|自治旗|[县市区旗])$/u, "");
  const initials = [...own].map((character) => /^[a-z]/.exec((readings.get(character) ?? "").normalize("NFD"))?.[0] ?? "");
  return initials.join("").toUpperCase().slice(0, 4) || nameless;
}
