// Place keys: two spellings of one township, village or school brought together by their endings; typing errors are never corrected.
import { longestText } from "../../domain/record/field";
import type { PlaceKind } from "../../domain/places/jurisdiction";

/** Words that stand where a place is not known. */
const nothing = /^(?:无|不详|未知|待定|[-—–/\\、.·*?]+)$/;
const townshipEnding = /(?:人民政府|政府|街道办事处|办事处|街道办|街办|街道|镇|乡)$/;
const villageGroup = /(?:第?[\d一二三四五六七八九十]+(?:村民)?小?组)$/;
const villageEnding = /(?:村民委员会|居民委员会|社区居委会|村委会|居委会|村委|行政村|社区|村)$/;

/** The text without its ending, as often as it has one and something is left: 罕井镇镇 → 罕井, 孙镇 → 孙. */
function withoutEndings(text: string, ending: RegExp): string {
  let stem = text;
  for (let shorter = stem.replace(ending, ""); shorter !== stem && shorter !== ""; shorter = stem.replace(ending, "")) stem = shorter;
  return stem;
}

/**
 * How places of a county are compared. Schools keep all that tells them apart (城关镇中 is not 城关中学); only the 镇 before 中心校 may be left out.
 * @param county the county's name, which may stand before its places: 蒲城县罕井镇 = 罕井镇
 * @example placeKeyFor("蒲城县")("township", "罕井镇镇") // "罕井"
 */
export function placeKeyFor(county = ""): (kind: PlaceKind, text: string) => string {
  const prefix = county && new RegExp(`^(?:[^省]{2,3}省)?(?:[^市]{2,3}市)?${county.replace(/[^\p{L}]/gu, "")}(?=..)`, "u");
  const known = new Map<string, string>();
  return (kind, text) => {
    const question = `${kind}|${text}`;
    const key = known.get(question) ?? keyOf(kind, text);
    // A county has a few thousand places, however many rows name them.
    if (known.size < 100_000) known.set(question, key);
    return key;
  };

  function keyOf(kind: PlaceKind, text: string): string {
    const folded = text
      .normalize("NFKC")
      .replace(/[\s\u200b\ufeff]+/g, "")
      .toUpperCase();
    if (nothing.test(folded)) return "";
    if (folded.length > longestText.village) return folded;
    const local = prefix ? folded.replace(prefix, "") : folded;
    if (kind === "township") return withoutEndings(local, townshipEnding);
    if (kind === "village") return withoutEndings(local.replace(villageGroup, "") || local, villageEnding);
    return kind === "school" ? local.replace(/^(.+?)(?:街道办事处|街道办|街道|镇镇|镇|乡)?中心(?:学校|校)$/, "$1中心校") : local;
  }
}

/** How places are compared when the county is not known. */
export const placeKey = placeKeyFor();
