// The dates of the season as leaders read them: what was due when, how far off it is on the as-of day, and how far the work has come.
import { type Day, dayParts, daysBetween } from "../../domain/values/day";
import { rate, rateText } from "../../domain/values/rate";
import type { RollupInput } from "./rollup-input";
import { deliveryRateOf } from "./rollup-measures";
import type { CellOut } from "../writing/spec";

const short = (value: Day) => {
  const { month, date } = dayParts(value);
  return `${month}月${date}日`;
};

// Deadlines include their day (docs/facts.md T11).
function untilText(asOf: Day, deadline: Day): string {
  const left = daysBetween(asOf, deadline);
  return left > 0 ? `还有${left}天` : left === 0 ? "今天截止" : "已截止";
}

function phaseText(asOf: Day, from: Day, to: Day): string {
  if (asOf < from) return `${daysBetween(asOf, from)}天后开始`;
  return asOf > to ? "已结束" : `进行中，${asOf === to ? "今天截止" : `还有${daysBetween(asOf, to)}天`}`;
}

/** The rows: work, time, state, progress. */
export function deadlineRows({
  season: { dates },
  asOf,
  tally: { county, schools },
  returns,
}: RollupInput): readonly (readonly CellOut[])[] {
  const { persons, delivered, proxy, undelivered, repaid, due, visited, open, exceptions } = county;
  const active = schools.filter(({ tally }) => tally.persons > 0).length;
  const phase = (from: Day, to: Day) => [`${short(from)}—${short(to)}`, phaseText(asOf, from, to)] as const;
  const until = (deadline: Day) => [`${short(deadline)}前`, untilText(asOf, deadline)] as const;
  const returned =
    returns.notReturned === undefined
      ? "尚未回收名单"
      : `名单已交回${Math.max(active - returns.notReturned, 0)}校，未交回${returns.notReturned}校`;
  return [
    ["催收名单分发到校", ...until(dates.listsOut), `涉及${active}所学校，${persons}人`],
    ["催收通知书送达", ...phase(dates.deliveryFrom, dates.deliveryTo), `送达率${rateText(deliveryRateOf(county))}，另有代签${proxy}人`],
    // A slip is in when a signature is registered, whoever signed; a list that came back says nothing about it.
    ["签收单上交", ...until(dates.slipsDue), `已登记签收${delivered + proxy}人，尚缺${undelivered}人`],
    ["学校填写的名单交回", ...until(dates.slipsDue), returned],
    ["贷款本息收缴", ...phase(dates.collectionFrom, dates.collectionTo), `回收率${rateText(rate(repaid, due))}`],
    ["上门催收", ...phase(dates.visitsFrom, dates.statementsDue), `在催${open}人，已上门${visited}人`],
    ["特殊情况说明上报", ...until(dates.statementsDue), `已报特殊情况${exceptions}人`],
    ["合同应还日", short(dates.dueDate), untilText(asOf, dates.dueDate), "当日24时后扣款，结果次月初可查"],
  ];
}
