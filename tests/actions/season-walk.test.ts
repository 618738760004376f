// A whole season by its days, 11-18 to 01-05: batches come late and out of order, and each day's figures are those of another computation.
import { expect, test } from "@jest/globals";
import { rollup } from "../../src/actions/rollup";
import { OpenSeason } from "../../src/actions/season";
import type { ExampleRow } from "../../src/domain/checking/rule";
import { addDays, type Day, day } from "../../src/domain/values/day";
import { gridOf } from "../support/builders";
import { contractOf, feedbackBookOf } from "../support/feedback-season";
import { expectGolden } from "../support/golden";
import { RecordingWorkbook } from "../support/recording";

const dues = [1000, 800, 600, 400, 1200, 0, 500, 900];
const roster = dues.map((due, who) => contractOf(who, 0, due));

/** A bank row: who, on which day, how much, its result, its batch, and the day on which the batch comes in. */
type Line = readonly [who: number, on: string, yuan: number, result: string, batch: string, comes: string];
const bank: readonly Line[] = [
  [0, "2019-11-22", 1000, "成功", "提前1", "2019-11-25"],
  [1, "2019-12-03", 300, "部分", "批1", "2019-12-09"],
  [2, "2019-12-05", 600, "成功", "批1", "2019-12-09"],
  [3, "2019-12-04", 400, "余额不足", "批1", "2019-12-09"],
  // An earlier batch that comes after a later one.
  [3, "2019-12-02", 150, "部分", "批0", "2019-12-13"],
  [2, "2019-12-12", 600, "冲正", "冲1", "2019-12-14"],
  [4, "2019-12-20", 1200, "成功", "批2", "2020-01-03"],
  [1, "2019-12-21", 700, "成功", "批2", "2020-01-03"],
  [2, "2019-12-21", 600, "成功", "批2", "2020-01-03"],
  // The same batch again, under another sheet; and money of the next month.
  [4, "2019-12-20", 1200, "成功", "批2", "2020-01-04"],
  [6, "2020-01-05", 500, "成功", "批3", "2020-01-04"],
];

// Another computation: contract by contract, each payment once, in the order of days, never above the due and never below nothing.
function expected(today: Day): { repaid: number; paid: number } {
  const seen = new Set<string>();
  const taken = dues.map(() => 0);
  for (const [who, on, yuan, result, batch, comes] of bank) {
    const key = `${who}|${on}|${yuan}|${result}|${batch}`;
    if (comes > today || on > today || seen.has(key) || result === "余额不足") continue;
    seen.add(key);
    taken[who] = (taken[who] ?? 0) + (result === "冲正" ? -yuan : yuan);
  }
  const repaid = dues.map((due, who) => Math.max(0, Math.min(due, taken[who] ?? 0)));
  return { repaid: repaid.reduce((sum, one) => sum + one, 0), paid: dues.filter((due, who) => (repaid[who] ?? 0) >= due).length };
}

test("every day of the season", async () => {
  const days = Array.from({ length: 49 }, (_, at) => addDays(day("2019-11-18"), at));
  const lines: string[] = [];
  for (const today of days) {
    const sheets = new Map<string, ExampleRow[]>();
    for (const [who, on, yuan, result, batch, comes] of bank) {
      if (comes > today) continue;
      const { name = "", citizenId = "", contractNo = "" } = contractOf(who, 0, 0);
      const rows = sheets.get(comes) ?? [];
      rows.push({ name, citizenId, contractNo, repaidOn: on, repaid: yuan, deductionResult: result, batch });
      sheets.set(comes, rows);
    }
    // The newest sheet stands first, so that the order of days is in no way that of sheets.
    const banks = [...sheets].reverse().map(([comes, rows]) => gridOf(`扣款结果${comes}`, rows));
    const workbook = new RecordingWorkbook([...feedbackBookOf(roster), ...banks]);
    const { county } = await rollup.run(await OpenSeason.open(workbook, { clock: today, today }), { workbook });
    const { repaid, paid } = expected(today);
    const found = { repaid: county.repaid / 100, paid: Math.round(((county.recoveryRatePersons ?? 0) * dues.length) / 10_000) };
    expect([today, found]).toEqual([today, { repaid, paid }]);
    lines.push(`${today} 应还${county.due / 100} 已还${repaid} 还清${paid}人 流水${workbook.tabs.get("bank-batches")?.rows.length ?? 0}行`);
  }
  expect(lines.at(-1)).toMatch(/^2020-01-05 /);
  expectGolden("season-walk", `${lines.join("\n")}\n`);
});
