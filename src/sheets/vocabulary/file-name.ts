// Names of files that we hand out: legal on Windows, short enough for every disk, and never two the same.
import type { Day } from "../../domain/values/day";
import type { School } from "../../domain/places/jurisdiction";
import type { Season } from "../../domain/record/season";

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
  if (byteLength(text) <= bytes) return text;
  const characters = [...text].slice(0, bytes);
  while (byteLength(characters.join("")) > bytes - 3) characters.pop();
  return `${characters.join("")}…`;
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

/** What disks take for one name: case, width and Unicode form make no difference to one or the other of them. */
const sameOnDisk = (name: string) => name.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");

/**
 * Legal file names, one for each of these schools, in their order: `before`, the school, `after`. Those that a disk would take for one are
 * told apart by the schools' codes; what is too long ends in ….
 */
export function schoolFileNames(schools: readonly Pick<School, "name" | "code">[], before: string, after: string): readonly string[] {
  const nameOf = (school: string, tail = "") =>
    shortened(legalPart(shortened(before, 90) + school), longest - byteLength(tail + after)) + tail + after;
  const plain = schools.map(({ name }) => nameOf(name));
  const counts = new Map<string, number>();
  for (const name of plain.map(sameOnDisk)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isAlone = (name: string) => counts.get(sameOnDisk(name)) === 1;
  const taken = new Set(plain.filter(isAlone).map(sameOnDisk));
  return schools.map(({ name, code }, index) => {
    let own = plain[index] ?? "";
    if (isAlone(own)) return own;
    const coded = (count: number) => nameOf(name, legalPart(`(${code.slice(0, 20)}${count > 1 ? `-${count}` : ""})`));
    let count = 1;
    do own = coded(count++);
    while (taken.has(sameOnDisk(own)));
    taken.add(sameOnDisk(own));
    return own;
  });
}

/** The file names of these schools' lists, in their order: 蒲城县2019催收名单_罕井镇中心校_v1_20191120.xlsx. */
export function listFileNames(
  schools: readonly School[],
  { season, version, madeOn }: { readonly season: Season; readonly version: number; readonly madeOn: Day },
): readonly string[] {
  return schoolFileNames(schools, `${season.county}${season.year}催收名单_`, `_v${version}_${madeOn.replaceAll("-", "")}.xlsx`);
}
