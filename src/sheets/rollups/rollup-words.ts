// The words of the roll-up tabs: titles, the as-of line, and the definitions printed under every table (docs/definitions.md §3, §4, §5, §6).
import type { BridgeStep } from "../../domain/standing/bridge";
import type { Day } from "../../domain/values/day";
import { dayParts } from "../../domain/values/day";
import { type Fen, groupedYuan } from "../../domain/values/money";
import type { UncountedWhy } from "../../domain/bank/payment";
import type { Season } from "../../domain/record/season";
import type { PageSpec } from "../writing/spec";
import { tabPage } from "../writing/tab-frames";
import { productName } from "../vocabulary/tabs";
import { loggedAs } from "../checking/log-words";

/** The day as titles write it. */
export function dayInWords(value: Day): string {
  const { year, month, date } = dayParts(value);
  return `${year}年${month}月${date}日`;
}

/** A title of a tab of the season. */
export function seasonTitle(season: Season, what: string): string {
  return `${season.county}${season.year}年生源地信用助学贷款${what}`;
}

/** The line under a title: as of when, in which unit, by whose word. */
export function asOfLine({ asOf, dataAsOf }: { readonly asOf: Day; readonly dataAsOf: Day }): string {
  const bank = dataAsOf === asOf ? "" : `（银行数据截至${dayInWords(dataAsOf)}）`;
  return `截至${dayInWords(asOf)}${bank}；金额单位：元；还款以银行扣款结果为准，送达、上门和特殊情况由学校上报。`;
}

const definition = {
  persons: "应还人数：名单中按身份证号计的借款学生人数，一人有几笔合同也只计一人；应还金额为本期应还合计（本金、利息及罚息）。",
  repaid:
    "已还金额：以银行扣款结果和提前还款表为准，只计截止日及以前“成功”“部分”的金额，逐笔合同以应还为限；失败、余额不足、处理中一律不计，超出应还的部分另列。",
  recovery: "回收率（金额）＝已还金额÷应还金额；还款率（人数）＝全部合同均已还清的人数÷应还人数，本期应还为零的视为已还清。",
  delivery:
    "送达率＝有效送达人数÷应送达人数；应送达人数为应还人数减去通知书发出时已还清、无应还款或暂不联系而未送达的人数；学校尚未上报的显示“—”。有送达日期且由借款人本人或父母签收的为有效送达；其他成年人或村干部签收的为代签，单列，需补签；张贴、家中无人的不算送达。",
  undelivered: "未送达：应送达而无人签收的人数；未送达（在催）：在催而无人签收的人数，通知书暂缓发送的也在其中。",
  claimed: "学校称已还、已存待扣：学校上报而银行尚未确认的金额和人数，单列待核，不计入已还。",
  exceptions: "特殊情况：学校上报了特殊情况的人数，仍计入应还人数和应还金额。",
  open: "在催：本期尚未还清，且没有死亡、失踪、重病或伤残、服刑、现役、重名或非本人、已申请提前还款、已还系统未显示等暂停催收情形的人数；资料待核和待划分的也在其中。",
  rank: "名次按回收率（金额）由高到低排，以未经四舍五入的数值比较；相同的并列，其后名次跳过（1、2、2、4）；应还不足5人的注明“基数小”；没有应还的记“—”，不排名。",
  percent: "百分比由整数算得，保留两位小数；合计行的比率按合计数计算，不是各校比率的平均。",
  unassigned: "待划分：尚未确定责任学校的借款学生，计入全县合计，不参加排名。各校与待划分相加，恒等于全县。",
} as const;

/** The name of a definition. */
export type Definition = keyof typeof definition;

/** The chosen definitions as numbered lines. */
export function definitionLines(names: readonly Definition[]): readonly string[] {
  return names.map((name, index) => `${index + 1}．${definition[name]}`);
}

/** Why unpaid is not yet in default (docs/facts.md T4). */
export function debitRemark({ dates }: Season): string {
  return `合同应还日为${dayInWords(dates.dueDate)}，银行在当日24时后扣款，结果一般次月初可查；此前未显示还款，不等于违约。`;
}

/** The steps of the bridge. */
export const bridgeWords = {
  list: "名单应还",
  "nothing-due": "减：本期无应还",
  waived: "减：免息、减免后无应还",
  "settled-early": "减：提前还款已结清",
  "settled-deducted": "减：银行已扣清",
  "part-repaid": "减：部分还款已扣金额",
  excused: "减：特殊情况暂停催收",
  "in-transit": "减：待银行确认（已申请提前还款等）",
  negative: "减：应还为负数（数据有误，待更正）",
  open: "等于：在催",
} as const satisfies Record<BridgeStep, string>;

/** Why a bank row is no money. */
export const uncountedWords = {
  insufficient: "余额不足",
  failed: "扣款失败",
  pending: "处理中",
  later: "日期在截止日之后",
  "day-missing": "没有日期",
  "day-unreadable": "日期无法识别",
  "amount-missing": "没有金额",
  "amount-unreadable": "金额无法识别",
  "result-missing": "没有扣款结果",
  "result-unknown": "扣款结果无法识别",
} as const satisfies Record<UncountedWhy, string>;

/** The page of a roll-up tab. */
export function rollupPage(orientation: PageSpec["orientation"], asOf: Day): PageSpec {
  return tabPage({ orientation, center: true, left: `截至${asOf}`, right: productName });
}

/** What a roll-up has come to, as a line of the log. */
export function rollupSummary(county: { persons: number; due: Fen; repaid: Fen; delivered: number }): {
  readonly action: string;
  readonly counts: string;
} {
  const { persons, due, repaid, delivered } = county;
  return {
    action: loggedAs.rollup,
    counts: `应还${persons}人${groupedYuan(due)}元，银行已扣${groupedYuan(repaid)}元，有效送达${delivered}人`,
  };
}
