// The words of a paper as they are true for a season and a day: the office's own, else ours, and what the season says of the office.
import { type Day, dayParts } from "../../domain/values/day";
import type { PayWay } from "../../domain/policy/fact";
import { policyIn, type Season } from "../../domain/record/season";
import { type CommonWord, type NoticeTextName, type PaperTextName, paperTexts, passedTexts } from "./paper-texts";
import type { OfficeWords } from "./text-faults";

/** The texts that name a way to pay: ours are printed only of a way that is confirmed for the season (docs/policy.md §4). */
const wayTexts = { 通知书支付宝: "alipay", 通知书刷卡: "card", 通知书代还: "relatives" } as const satisfies {
  readonly [N in NoticeTextName]?: PayWay;
};

/** The season's own version of a text, or ours as it is true on that day; undefined when it shall not be printed. */
export function paperText(season: Season, name: PaperTextName, on: Day): string | undefined {
  const own = season.texts.get(name)?.trim();
  const passed = passedTexts[name];
  const ours = passed && on > season.dates[passed.day] ? passed.text : paperTexts[name];
  return own === "无" ? undefined : own ? own : isUnconfirmed(season, name) ? undefined : ours;
}

function isUnconfirmed(season: Season, name: PaperTextName): boolean {
  return isWayText(name) && !policyIn(season).payWays.includes(wayTexts[name]);
}

/** Whether a text names a way to pay. */
export function isWayText(name: PaperTextName): name is keyof typeof wayTexts {
  return name in wayTexts;
}

/** The texts of a letter with the ways to pay numbered in their order. */
export function withNumberedWays<N extends PaperTextName>(texts: ReadonlyMap<N, string>): ReadonlyMap<N, string> {
  const ways = [...texts.keys()].filter(isWayText);
  return new Map([...texts].map(([name, text]) => [name, numberedWay(text, ways.indexOf(name) + 1)]));
}

/** A way to pay with its number; one that 设置 words keeps a number of its own, and with 0 the text is no way. */
export function numberedWay(text: string, number: number): string {
  return number === 0 || /^\s*[\d①-⑨一二三四五]+\s*[.．、)）]/.test(text) ? text : `${number}. ${text}`;
}

/** What a season says of the office. */
export function officeWords({ county, office, officeAddress = "", officeHours = "", hotline }: Season): Required<OfficeWords> {
  return { 县: county, 中心: office, 办公地址: officeAddress, 办公时间: officeHours, 咨询电话: hotline };
}

/** What is true of the office and the season, whoever holds the paper. */
export function commonWords(season: Season): Readonly<Record<CommonWord, string>> {
  const { year, dates } = season;
  return {
    ...officeWords(season),
    年度: String(year),
    截止日: writtenDay(dates.dueDate),
    截止日期: writtenDay(dates.dueDate),
    情况说明截止日: writtenDay(dates.statementsDue),
    交单日: writtenDay(dates.slipsDue),
  };
}

/** The day as letters write it. */
export function writtenDay(value: Day): string {
  const { year, month, date } = dayParts(value);
  return `${year}年${month}月${date}日`;
}
