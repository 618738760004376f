// Names of files that we hand out: legal on Windows, short enough for every disk, and never two the same.
import type { Day } from "../domain/day";
import type { School } from "../domain/jurisdiction";
import type { Season } from "../domain/season";

/** Names that Windows keeps for devices, whatever follows the first dot. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
/** 255 bytes is what a name may have on Linux and on most shared drives; Chinese takes three bytes a character in UTF-8. */
const longest = 230;

function byteLength(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

function shortened(text: string, bytes: number): string {
  let kept = text;
  while (byteLength(kept) > bytes) kept = [...kept].slice(0, -1).join("");
  return kept;
}

/**
 * A part of a file name with nothing in it that Windows refuses; empty text becomes `_`.
 * @example legalPart("一中/二中*") // "一中_二中_"
 */
export function legalPart(text: string): string {
  const legal = text
    .normalize("NFC")
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, "_")
    .trim()
    .replace(/[. ]+$/, "")
    .replace(/^\.+/, "");
  return reserved.test(legal) ? `_${legal}` : legal || "_";
}

/**
 * The file names of these schools' lists, in their order: 蒲城县2019催收名单_罕井镇中心校_v1_20191120.xlsx. Where two would be the same to
 * Windows, which ignores case, the schools' codes tell them apart.
 */
export function listFileNames(
  schools: readonly School[],
  { season, version, madeOn }: { readonly season: Season; readonly version: number; readonly madeOn: Day },
): readonly string[] {
  const before = `${season.county}${season.year}催收名单_`;
  const after = `_v${version}_${madeOn.replaceAll("-", "")}`;
  const room = longest - byteLength(after);
  const nameOf = (school: string, code = ""): string => {
    const tail = code && `(${code})`;
    return `${shortened(legalPart(before + school), room - byteLength(tail))}${tail}${after}.xlsx`;
  };
  const plain = schools.map(({ name }) => nameOf(name));
  const counts = new Map<string, number>();
  for (const name of plain) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return schools.map(({ name, code }, index) => {
    const own = plain[index] ?? "";
    return (counts.get(own.toLowerCase()) ?? 0) > 1 ? nameOf(name, code) : own;
  });
}
