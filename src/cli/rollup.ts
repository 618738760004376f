// `recovery rollup`: the roll-up, exception, school and leadership tabs in a copy of the book.
import { rollup, type RollupFigures, type RollupOutcome } from "../actions/rollup";
import { rateText } from "../domain/values/rate";
import { groupedYuan, yuanText } from "../domain/values/money";
import { jsonText } from "./money-json";
import { type BookOptions, listsAndBank, openSession, portsOf, saveAll, type Session, type Terminal } from "./session";

/** Writes the roll-ups as of a day: `--as-of`, else the season's today. */
export async function rollupCommand(path: string, options: BookOptions, terminal: Terminal): Promise<void> {
  const session = await openSession(path, { ...options, ...(options.asOf ? { today: options.asOf } : {}) }, terminal, [], {
    forgets: listsAndBank,
  });
  const outcome = await runRollup(session);
  await saveAll(session);
  terminal.out(options.json ? jsonText(rollupJson(outcome)) : rollupText(outcome));
}

/** The roll-ups of an open session, as of its day. */
export function runRollup(session: Session): Promise<RollupOutcome> {
  return rollup.run(session.season, portsOf(session));
}

function figuresJson({
  persons,
  due,
  repaid,
  delivered,
  toDeliver,
  deliveryRate,
  deliveryRateDue,
  recoveryRate,
  recoveryRatePersons,
}: RollupFigures): object {
  return {
    persons,
    due: yuanText(due),
    repaid: yuanText(repaid),
    delivered,
    toDeliver,
    deliveryRate: rateText(deliveryRate),
    deliveryRateDue: rateText(deliveryRateDue),
    recoveryRate: rateText(recoveryRate),
    recoveryRatePersons: rateText(recoveryRatePersons),
  };
}

function rollupJson({ asOf, tabs, county, schools, unassigned }: RollupOutcome): object {
  return {
    asOf,
    tabs,
    county: { ...figuresJson(county), outstanding: yuanText(county.outstanding), exceptions: county.exceptions },
    schools: schools.map((school) => ({ school: school.school, ...figuresJson(school), rank: school.rank })),
    unassigned: figuresJson(unassigned),
  };
}

/** The roll-up as a clerk reads it. */
export function rollupText({ asOf, tabs, county, reported, schools }: RollupOutcome): string {
  const best = schools.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return `${[
    `截至 ${asOf}：应还 ${county.persons} 人 ${groupedYuan(county.due)} 元，银行已扣 ${groupedYuan(county.repaid)} 元，未还 ${groupedYuan(county.outstanding)} 元`,
    `回收率 ${rateText(county.recoveryRate)}（按金额），${rateText(county.recoveryRatePersons)}（按人数）；送达率 ${rateText(reported === 0 ? undefined : county.deliveryRateDue)}；特殊情况 ${county.exceptions} 人`,
    ...best.slice(0, 3).map(({ school, rank, recoveryRate }) => `  第 ${rank ?? "—"} 名 ${school} ${rateText(recoveryRate)}`),
    `已写入：${tabs.join("、")}`,
  ].join("\n")}\n`;
}
