// 约谈建议.xlsx: the schools and liaisons for which a talk is suggested, each with its reasons; a suggestion for the leaders, never sent by itself.
import { type Talk, type TalkGroup, type TalkReason, type TalkRules, smallBase, talkRules, talksOf } from "../../domain/standing/talk";
import { ranksOf, rate, rateText } from "../../domain/values/rate";
import { dayInWords, definitionLines } from "../rollups/rollup-words";
import { deliveryRateOf, rateCell } from "../rollups/rollup-measures";
import type { SheetStack } from "../rollups/rollup-layout";
import type { CellOut, SheetSpec } from "../writing/spec";
import { reportFoot, reportSheet, reportStack } from "./report-frame";
import type { ReportInput } from "./report-input";

interface Named extends TalkGroup {
  /** What stands beside the name: a school's liaison, a liaison's schools. */
  readonly beside: CellOut;
}

const reasonText = (reason: TalkReason): string => {
  switch (reason.kind) {
    case "nothing-reported":
      return "尚未上报任何送达情况";
    case "delivery":
      return `送达率${rateText(reason.rate)}，低于${rateText(reason.limit)}`;
    case "recovery":
      return `回收率${rateText(reason.rate)}，低于${rateText(reason.limit)}`;
    case "last":
      return `回收率排名靠后（第${reason.place}名，共${reason.of}所参加排名）`;
  }
};

/** What the standards are, in words: a reader must be able to object to them. */
function ruleLines({ delivery, recovery, last }: TalkRules, { season: { dates }, asOf }: ReportInput): readonly string[] {
  const none = "本次不作为标准";
  const early = asOf <= dates.deliveryTo ? `（送达期限${dayInWords(dates.deliveryTo)}未过）` : "";
  return [
    `送达率：${delivery === undefined ? `${none}${early}` : `低于${rateText(delivery)}的列入；通知书应送而一人未报的也列入`}。设置项“约谈送达率”。`,
    `回收率（金额）：${recovery === undefined ? none : `低于${rateText(recovery)}的列入`}。设置项“约谈回收率”。`,
    `排名：${last === 0 ? none : `回收率排在后${last}名的学校列入，并列的一并列入；已全部收回的除外`}。设置项“约谈后几名”。`,
    `应还不足${smallBase}人的基数小，不列入，由中心另行了解。`,
  ];
}

function table(stack: SheetStack, what: string, beside: string, talks: readonly Talk<Named>[]): void {
  stack.table({
    columns: [
      { heading: "序号", style: "cellCenter" },
      { heading: what, style: "cellWrapped" },
      { heading: beside, style: "cellCenter" },
      { heading: "应还人数", style: "cellCount" },
      { heading: "未还金额（元）", style: "cellMoney" },
      { heading: "送达率", style: "cellRate" },
      { heading: "回收率", style: "cellRate" },
      { heading: "理由", style: "cellWrapped" },
      { heading: "领导意见", style: "fillWrapped" },
    ],
    rows: talks.map(({ group: { name, tally, beside: more }, reasons }, index): CellOut[] => [
      index + 1,
      name,
      more,
      tally.persons,
      { fen: tally.outstanding },
      rateCell(deliveryRateOf(tally)),
      rateCell(rate(tally.repaid, tally.due)),
      reasons.map(reasonText).join("；"),
      null,
    ]),
  });
  if (talks.length === 0) stack.across("按现行标准，没有建议约谈的。", "remark");
}

/** The file: one sheet. */
export function talksSheets(input: ReportInput): readonly SheetSpec[] {
  const { tally, season, asOf } = input;
  const schools = tally.schools.map(({ school, tally: part, rank }): Named => ({
    name: school.name,
    tally: part,
    place: rank,
    beside: school.liaison || "—",
  }));
  const named = tally.liaisons.filter(({ liaison }) => liaison !== "");
  const places = ranksOf(named.map(({ tally: part }) => ({ part: part.repaid, whole: part.due })));
  const liaisons = named.map(({ liaison, schools: count, tally: part }, index): Named => ({
    name: liaison,
    tally: part,
    place: places[index] ?? null,
    beside: count,
  }));
  const rules = talkRules(season.reporting ?? {}, season.dates, asOf, schools.filter(({ place }) => place !== null).length);
  const stack = reportStack(input, "talks", "约谈建议名单", [6, 20, 12, 10, 16, 10, 10, 48, 22]);
  stack.across("仅供领导决定是否约谈时参考；助手不会自动发送或通知任何人，也不作评价。", "section");
  stack.section("一、建议约谈的学校");
  table(stack, "责任学校", "包联人", talksOf(schools, rules));
  stack.gap();
  // A few liaisons cannot be ranked: of three, three are the last three.
  stack.section("二、建议提醒的包联人");
  table(stack, "包联人", "学校数", talksOf(liaisons, { ...rules, last: 0 }));
  stack.gap();
  stack.section("列入标准");
  for (const [index, line] of ruleLines(rules, input).entries()) stack.across(`${index + 1}．${line}`, "remark");
  reportFoot(stack, input, definitionLines(["delivery", "recovery", "rank"]), false);
  return [reportSheet(stack, input, { id: "talks", name: "约谈建议", orientation: "landscape" })];
}
