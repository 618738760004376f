// Places that people take for one another in writing: by sound, by shape, or by one slip in a longer name.
import readings from "pinyin-pro/dist/esm/data/dict1.mjs";
import type { PlaceKind } from "../../domain/places/jurisdiction";
import { isAlike, type Resemblance } from "../../domain/values/likeness";
import { placeKey } from "./place-key";

// Characters that look alike, after the lists of 形近字 that schools teach, as far as they stand in names of places.
const lookAlikes =
  "井并开 末未 己已巳 土士 阴阳 坡披波 大太犬 千干于 日曰目 人入八 王玉主 天夫无 田由甲申 午牛 戊戌戍 村材 杨扬 埝捻 堡煲 塬源 陈阵 洛络 沟构 桥侨 堤提 岭铃 池地 刘浏 圪屹 卤囟 尧晓 庄压 兴光 郭廓 候侯 析折 徐除 梁粱 密蜜 崖涯"
    .split(" ")
    .map((group) => new Set(group));

// Neighbouring villages bear one name and are told apart by these: 东王庄 is not 西王庄.
const contrasts = new Set("东西南北中前后上下左右内外里大小新老旧高低头尾一二三四五六七八九十甲乙丙丁");

/** A character's readings without tones; flat and curled initials and the two nasal endings, which most people mix up, are one. */
function soundsOf(character: string): readonly string[] {
  const plain = (readings.get(character) ?? "").normalize("NFD").replace(/[\u0300\u0301\u0304\u030c]/g, "");
  return plain ? plain.split(" ").map((sound) => sound.replace(/^([zcs])h/, "$1").replace(/ng$/, "n")) : [];
}

function compare(a: string, b: string): Resemblance {
  if (contrasts.has(a) && (b === "" || contrasts.has(b))) return "contrasted";
  const sounds = soundsOf(a);
  const isHeard = soundsOf(b).some((sound) => sounds.includes(sound));
  return isHeard || lookAlikes.some((group) => group.has(a) && group.has(b)) ? "confused" : "different";
}

const schoolEnding = /(?<=.)[镇乡]?(?:中心校|中心小学|(?:初级|高级|完全|九年制)?(?:中学|学校)|初中|高中|小学|校|中)$/;

/**
 * Whether what is written may be meant for a place of the table; both as keys. What every place of the kind ends in does not count.
 * @example mayBeMeant("village", "东塬", "东贾") // false
 */
export function mayBeMeant(kind: PlaceKind, written: string, known: string): boolean {
  const isSchool = kind === "school" || kind === "middleSchool";
  const distinctive = (key: string) => (isSchool ? key.replace(schoolEnding, "") : key);
  return isAlike(distinctive(written), distinctive(known), compare);
}

const mostLikely = 3;

/** The schools that may be meant by a name that none bears, the likeliest first: misspelt, cut short, or with two characters in common. */
export function likelySchools(written: string, names: readonly string[]): readonly string[] {
  const asked = placeKey("school", written);
  const pairs = [...asked].slice(1).map((character, index) => `${[...asked][index] ?? ""}${character}`);
  const likeness = (name: string): number => {
    const key = placeKey("school", name);
    if (key === asked || mayBeMeant("school", asked, key)) return 3;
    if (asked.length > 1 && (key.includes(asked) || asked.includes(key))) return 2;
    const stem = key.replace(schoolEnding, "");
    return pairs.some((pair) => stem.includes(pair)) ? 1 : 0;
  };
  return names
    .map((name) => ({ name, likeness: likeness(name) }))
    .filter((one) => one.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostLikely)
    .map(({ name }) => name);
}
