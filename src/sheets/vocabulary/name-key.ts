// Name keys: characters that are taken for one another in names, by sound or by shape, so that 张婷 and 张亭 ask a question and accuse nobody.

// One group a word: every character of it may have been meant for any other (docs/facts.md D21).
const groups =
  "婷亭廷 燕艳雁 丽莉利 伟玮炜纬 霞侠 芳方 娟绢 晓小筱 佳嘉家 琪琦淇 红虹宏洪 华桦烨 军君俊 峰锋丰枫 辉晖 英瑛 玲铃伶 欣新鑫昕 建健 志智 永勇 明铭 文雯 飞菲霏 洋阳扬杨 林琳 雅娅 怡仪宜 雪学 蕾磊 静婧菁 梅玫 平萍苹 香湘 云芸 振震 民敏 刚钢 博搏 浩皓昊 宁柠 璐露 瑞睿锐 杰洁 盼盻 未末 己已 戌戍 锰猛 候侯 肖萧 付傅 闫阎 邱丘 隽雋";

const representative: ReadonlyMap<string, string> = new Map(
  groups.split(" ").flatMap((group) => [...group].map((character): [string, string] => [character, [...group][0] ?? character])),
);

/**
 * A name with every character replaced by the first of those that are taken for it.
 * @example nameKey("王亭") === nameKey("王婷") // true
 */
export function nameKey(name: string): string {
  let at = 0;
  while (at < name.length && !representative.has(name.charAt(at))) at++;
  if (at === name.length) return name;
  return [...name].map((character) => representative.get(character) ?? character).join("");
}
