// A whole season by its days, 11-18 to 01-05: batches and reports come late and out of order, what is repaid is that of another computation, and every day stands as reviewed.
import { expect, test } from "@jest/globals";
import { rollup, rollupInput } from "../../src/actions/rollup";
import { OpenSeason } from "../../src/actions/season";
import type { ExampleRow } from "../../src/domain/checking/rule";
import { addDays, type Day, day } from "../../src/domain/values/day";
import { gridOf } from "../support/builders";
import type { CellValue, Grid } from "../../src/sheets/grid";
import { contractOf, feedbackBookOf, FeedbackSeason } from "../support/feedback-season";
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

/** What schools report: which register, whose, what it says, and the day on which it comes in. */
type Report = readonly [
  register: "送达登记" | "还款台账" | "特殊情况",
  who: number,
  says: Readonly<Record<string, CellValue>>,
  comes: string,
];
const served = { 送达日期: { day: day("2019-11-27") }, 送达方式: "入户送达", 签收人: "某某", 与借款人关系: "父亲" };
const reports: readonly Report[] = [
  ["送达登记", 1, served, "2019-11-29"],
  ["送达登记", 3, served, "2019-11-29"],
  ["送达登记", 4, { ...served, 与借款人关系: "村干部" }, "2019-11-29"],
  // Late, and of a day before those above.
  ["送达登记", 6, { ...served, 送达日期: { day: day("2019-11-26") } }, "2019-12-05"],
  // Waits for the debit for two weeks.
  ["还款台账", 6, { 还款状态: "已存待扣", 还款日期: { day: day("2019-12-08") } }, "2019-12-10"],
  ["特殊情况", 7, { 特殊情况类别: "死亡", 情况说明: "村委会已出具证明" }, "2019-12-16"],
  ["特殊情况", 3, { 特殊情况类别: "经济困难", 情况说明: "母亲住院" }, "2019-12-19"],
];

function registersOn(today: Day): readonly Grid[] {
  return [...new Set(reports.map(([register]) => register))].flatMap((register): Grid[] => {
    const own = reports.filter(([name, , , comes]) => name === register && comes <= today);
    const headings = [...new Set(own.flatMap(([, , says]) => Object.keys(says)))];
    const rows = own.map(([, who, says, comes]): CellValue[] => {
      const { name = "", contractNo = "" } = contractOf(who, 0, 0);
      return [contractNo, name, ...headings.map((heading) => says[heading] ?? null), { day: day(comes) }];
    });
    return own.length === 0 ? [] : [{ ...gridOf(register, []), rows: [["合同编号", "姓名", ...headings, "登记日期"], ...rows] }];
  });
}

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
  const daily = new FeedbackSeason();
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
    const grids = [...feedbackBookOf(roster), ...banks, ...registersOn(today)];
    const workbook = new RecordingWorkbook(grids);
    const season = await OpenSeason.open(workbook, { clock: today, today });
    const { county } = await rollup.run(season, { workbook });
    const tally = rollupInput(season).tally.county;
    const { repaid, paid } = expected(today);
    const found = { repaid: county.repaid / 100, paid: Math.round(((county.recoveryRatePersons ?? 0) * dues.length) / 10_000) };
    expect([today, found]).toEqual([today, { repaid, paid }]);
    const { outcome } = today < "2019-12-11" ? { outcome: undefined } : await daily.on(today, grids);
    const told = (outcome?.files ?? []).map(({ newlyPaid, unpaid, withdrawn, changed }) =>
      [newlyPaid, unpaid, withdrawn, changed].join("/"),
    );
    lines.push(
      [
        `${today} 应还${county.due / 100} 已还${repaid} 还清${paid}人 流水${workbook.tabs.get("bank-batches")?.rows.length ?? 0}行`,
        `在催${tally.open}人${tally.openAmount / 100} 送达${tally.delivered}/${tally.toDeliver} 待扣${tally.personsDeposited}人 特殊${tally.exceptions}人`,
        ...(told.length > 0 ? [`反馈${told.join(" ")}`] : []),
      ].join(" · "),
    );
  }
  expect(lines.at(-1)).toMatch(/^2020-01-05 /);
  expectGolden("season-walk", `${lines.join("\n")}\n`);
});
