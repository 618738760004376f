// Names of people who do not exist, composed from common surnames and given-name characters.
import type { Dice } from "./dice";

const surnames = [
  ..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文",
];
const compoundSurnames = ["欧阳", "上官", "司马", "令狐", "诸葛", "皇甫"];
const maleCharacters = [
  ..."伟强磊军勇杰涛明超辉刚平建文斌浩鹏飞宇博鑫亮波凯旭阳东峰龙志国海林森晨航岩帆恒泽瑞哲毅轩诚乐康宁安学立新永春雷刘江山虎豪俊晓成",
];
const femaleCharacters = [
  ..."芳娜敏静丽艳娟霞秀玲婷雪琳洁萍红玉梅莉倩欣怡佳颖丹蕾薇莹晶璐悦妮蓉瑶彤露慧敬雅琴菊兰凤媛文晓春香云青荣爱巧思梦楠甜",
];
// Characters that old input methods and fonts do not know; the last one lies outside the basic plane of Unicode.
const rareCharacters = ["䶮", "㛃", "喆", "垚", "翀", "頔", "𬭎"];

/** A surname; common ones more often. */
export function surname(dice: Dice): string {
  if (dice.chance(6)) return dice.pick(compoundSurnames);
  return surnames[Math.min(dice.between(0, surnames.length - 1), dice.between(0, surnames.length - 1))] ?? "";
}

/** A given name of one or two characters, now and then with a rare one. */
export function givenName(dice: Dice, isMale: boolean): string {
  const characters = isMale ? maleCharacters : femaleCharacters;
  const first = dice.pick(characters);
  if (dice.chance(4)) return first + dice.pick(rareCharacters);
  return dice.chance(180) ? first : first + dice.pick(characters);
}

/** A whole name. */
export function fullName(dice: Dice, isMale: boolean): string {
  return surname(dice) + givenName(dice, isMale);
}
