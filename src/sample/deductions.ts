// What the bank took: the early repayments of November and the deduction of 10 December.
import { type Day, day } from "../domain/values/day";
import { type Fen, fen, minFen, subtractFen, zeroFen } from "../domain/values/money";
import type { Dice } from "./dice";
import type { SampleBatch, SampleContract, SampleDeduction, SamplePerson } from "./records";

type Result = SampleDeduction["result"];

/** One answer of the bank; interest is taken before principal. */
function deduction(person: SamplePerson, contract: SampleContract, on: Day, result: Result, taken: Fen): SampleDeduction {
  const interest = minFen(taken, contract.interest);
  return {
    contractNo: contract.contractNo,
    name: person.name,
    citizenId: person.citizenId,
    on,
    amount: result === "部分" ? taken : contract.due,
    principal: subtractFen(taken, interest),
    interest,
    result,
  };
}

function takenOf(dice: Dice, result: Result, due: Fen): Fen {
  if (result === "成功") return due;
  return result === "部分" ? fen(Math.ceil((due * dice.between(20, 80)) / 100)) : zeroFen;
}

const outcomes = [
  ["成功", 36],
  ["部分", 5],
  ["失败", 6],
  ["余额不足", 5],
  ["none", 48],
] as const;

/** About 4 in 100 persons repaid early; of the rest the bank tried about half, and most of those paid. */
export function drawBatches(dice: Dice, persons: readonly SamplePerson[]): readonly SampleBatch[] {
  const early: SampleDeduction[] = [];
  const later: SampleDeduction[] = [];
  for (const person of persons) {
    const isEarly = dice.chance(40);
    const result = isEarly ? "成功" : dice.weigh<Result | "none">(outcomes);
    if (result === "none") continue;
    const on = day(isEarly ? "2019-11-20" : "2019-12-10");
    const batch = isEarly ? early : later;
    batch.push(...person.contracts.map((contract) => deduction(person, contract, on, result, takenOf(dice, result, contract.due))));
  }
  return [
    { sheet: "提前还款名单", batch: "20191120提前还款", deductions: early },
    { sheet: "扣款结果", batch: "20191210第1批", deductions: later },
  ];
}
