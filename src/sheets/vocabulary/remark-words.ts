// Words in remarks (备注) that tell of a special case; a remark is free text, so it only ever asks for a look.

import type { ExceptionKind } from "../../domain/record/choices";

// In the order in which they count when a remark mentions several.
const words: readonly (readonly [kind: ExceptionKind, words: RegExp])[] = [
  ["deceased", /去世|死亡|亡故|已故|病故|身故|离世/],
  ["missing", /失踪/],
  ["not-borrower", /重名|非本人|不是本人|冒名/],
  ["paid-not-shown", /系统未(?:显示|更新)|已还(?:清)?(?:款)?[，,]?未显示/],
  ["early-applied", /提前还款/],
  ["imprisoned", /服刑|在押|监狱|羁押|坐牢/],
  ["enlisted", /现役|入伍|参军|当兵|服兵?役/],
  ["illness", /重病|重疾|大病|伤残|残疾|住院|瘫痪/],
  ["studying", /在读|读研|考研|升学|专升本|续学|研究生/],
  ["abroad", /出国|境外|国外|留学/],
  ["moved", /外迁|迁出|迁居|搬迁/],
  ["refusing", /拒还|拒绝还款|拒不/],
  ["hardship", /困难|贫困|无力偿还/],
  ["unreachable", /失联|联系不上|无法联系|查无此人|空号|停机/],
];

// What is over or denied stops nobody: 曾参军，2016年退伍; 不是现役.
const over =
  /(?:现役|入伍|参军|当兵|服兵?役)[^。;]*?(?:退役|退伍|转业|复员)|(?:非|不是|没有|未)(?:现役|入伍|参军|当兵|失踪|住院|死亡|去世)/g;

const anyWord = new RegExp(words.map(([, { source }]) => source).join("|"));

/**
 * The special case that a remark mentions, or undefined.
 * @example caseInRemark("学生已于2018年去世") // "deceased"
 */
export function caseInRemark(remark: string): ExceptionKind | undefined {
  const said = remark.normalize("NFKC").replace(over, "");
  if (!anyWord.test(said)) return undefined;
  return words.find(([, pattern]) => pattern.test(said))?.[0];
}
