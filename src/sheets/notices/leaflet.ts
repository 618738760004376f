// The leaflet (政策宣传页, 附件4): how loans are repaid this year, in plain words on one page; of policy only what somebody has confirmed.
import type { Day } from "../../domain/values/day";
import type { Season } from "../../domain/record/season";
import { fillWords } from "./fill-words";
import { type Density, gap, lastColumn, type Line, line, piece, textHeight, wide } from "./notice-page";
import { commonWords, paperText, withNumberedWays } from "./notice-texts";
import { type NoticeTextName, type NoticeWord, type PaperTextName, wordsFor } from "./paper-texts";
import { policyFacts, type PolicyWord } from "./policy-facts";
import { onePage } from "./set-page";

const before = ["宣传页开头", "宣传页还款时间", "宣传页还款金额", "宣传页免息", "宣传页延期", "宣传页还款方式"] as const;
const ways = ["通知书支付宝", "通知书刷卡", "通知书代还"] as const satisfies readonly NoticeTextName[];
const after = [
  ...["宣传页提前还款", "通知书特殊情况", "通知书信用", "宣传页信息变更", "宣传页防骗"],
  ...["通知书联系", "宣传页祝语"],
] as readonly PaperTextName[];

// Nobody's own: what belongs to a person or a school is blank, and with it the part of a text that asks for it.
const nobody: Readonly<Partial<Record<NoticeWord, string>>> = {
  ...{ 姓名: "", 学校: "", 包联人: "", 包联电话: "", 联络员: "", 联络电话: "", 数据日期: "", 支付宝账号: "", 校址: "" },
  ...{ 应还合计: "", 应还合计大写: "", 已还合计: "", 未还合计: "", 未还大写: "", 合同明细: "" },
};

/** The leaflet's texts as they print, without those that rest on what nobody has confirmed. */
export function leafletLines(season: Season, on: Day): readonly (readonly [PaperTextName, string])[] {
  const facts: Readonly<Record<PolicyWord, string>> = policyFacts(season);
  const words = { ...nobody, ...commonWords(season), ...facts };
  const filled = ["宣传页标题" as const, ...before, ...ways, ...after].flatMap((name): (readonly [PaperTextName, string])[] => {
    const text = paperText(season, name, on);
    return text === undefined || asksInVain(text, facts) ? [] : [[name, fillWords(text, words, wordsFor(name))]];
  });
  return [...withNumberedWays(new Map<PaperTextName, string>(filled))];
}

// What stands in 〔…〕 may be left out alone.
function asksInVain(text: string, facts: Readonly<Record<string, string>>): boolean {
  const asked = text.replace(/〔[^〔〕]*〕/g, "").matchAll(/\{([^{}]*)\}/g);
  return [...asked].some(([, word = ""]) => facts[word] === "");
}

const indent = "　　";

/** The leaflet on its one page; undefined where the office's texts are too long for it. */
export function leaflet(season: Season, on: Day): readonly Line[] | undefined {
  const texts = new Map(leafletLines(season, on));
  const title = texts.get("宣传页标题") ?? "";
  texts.delete("宣传页标题");
  const isWay = (name: PaperTextName) => ways.some((way) => way === name);
  return onePage(({ body, strong, size, seal }: Density) => {
    const set = ([name, text]: readonly [PaperTextName, string]): readonly Line[] =>
      text.split(/\r?\n/).map((part) => ({
        ...wide(indent + part.trim(), name === "宣传页还款时间" ? strong : body, size),
        stretch: !isWay(name),
      }));
    const from = line(textHeight(season.office, 12, 3), piece(3, lastColumn, season.office, "noticeCenter"));
    return { lines: [wide(title, "noticeTitle", 20), line(gap), ...[...texts].flatMap(set)], foot: [from, line(seal)] };
  });
}
