// 还款对账: beside every word of a school on money stands the bank's, and what comes of the two; whom neither speaks of is not listed.
import { expect, test } from "@jest/globals";
import { rollupInput } from "../../src/actions/rollup";
import type { FieldValues } from "../../src/domain/record/field";
import { day } from "../../src/domain/values/day";
import { fen } from "../../src/domain/values/money";
import { cellText } from "../../src/sheets/grid";
import { hasClaimsToCheck, repaymentCheck } from "../../src/sheets/rollups/repayment-check";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { bookOf, schools, seasonOf } from "../support/rollup-books";
import { loan, payment, row } from "../support/season-rows";

/** What became of a contract of 1000: what the bank took, and what the school says. */
function checked(taken: number, says?: FieldValues): readonly string[] {
  const input = rollupInput(
    seasonOf(
      bookOf({
        loans: [loan(1, "HT-A", 1000)],
        payments: taken > 0 ? [payment("HT-A", taken)] : [],
        registers: { claims: says ? [row("还款台账", { contractNo: "HT-A", ...says })] : [] },
      }),
      () => schools[0],
    ),
  );
  const spec = repaymentCheck(input);
  const lines = gridOfSpec(spec, spec.name).rows.slice(3, -1);
  expect(hasClaimsToCheck(input)).toBe(lines.length > 0);
  return lines.map((cells) => [...[5, 7, 8, 10].map((at) => cellText(cells[at])), cellText(cells[11])].join(" "));
}

const said = (repaymentStatus: NonNullable<FieldValues["repaymentStatus"]>, more: FieldValues = {}): FieldValues => ({
  repaymentStatus,
  ...more,
});

test.each<[string, number, FieldValues | undefined, string]>([
  ["both say paid", 1000, said("paid"), "已还  1000 0 一致"],
  ["the bank has it, the school does not know", 1000, said("unpaid"), "未还  1000 0 银行已扣清"],
  [
    "the debit has come for what lay in the account",
    1000,
    said("deposited", { repaidOn: day("2019-12-03") }),
    "已存待扣  1000 0 银行已扣清",
  ],
  ["the school says paid, the bank has nothing", 0, said("paid", { repaid: fen(100_000) }), "已还 1000 0 1000 学校称已还，银行未到账"],
  ["the school says paid, the bank has a part", 400, said("paid"), "已还  400 600 银行只到账一部分"],
  ["both say the same part", 400, said("partial", { repaid: fen(40_000) }), "部分还款 400 400 600 一致（部分）"],
  ["two parts", 400, said("partial", { repaid: fen(50_000) }), "部分还款 500 400 600 部分到账，金额待核"],
  ["a part, and nobody said so", 400, undefined, "  400 600 部分到账，学校未报"],
  [
    "a part, the rest lies in the account",
    400,
    said("deposited", { recordedOn: day("2019-12-03") }),
    "已存待扣  400 600 部分到账，余款待扣",
  ],
  ["money waits for the debit", 0, said("deposited", { recordedOn: day("2019-12-03") }), "已存待扣  0 1000 已存待扣"],
  ["money waits since nobody knows when", 0, said("deposited"), "已存待扣  0 1000 已存待扣，没有日期"],
])("%s", (_, taken, says, line) => {
  expect(checked(taken, says)).toEqual([line]);
});

test.each<[string, number, FieldValues | undefined]>([
  ["paid whole, and nobody says anything", 1000, undefined],
  ["nothing paid, and said so", 0, said("unpaid")],
  ["a word of a day that is still to come", 0, said("paid", { repaidOn: day("2020-01-05") })],
])("%s: not listed", (_, taken, says) => {
  expect(checked(taken, says)).toEqual([]);
});
