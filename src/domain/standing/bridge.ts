// Bridge (人数与金额的衔接): from everybody on the list to those still in collection (在催), one step per reason, proven step by step.
import { type Fen, subtractFen, sumFen } from "../values/money";
import type { Standing } from "./standing";
import { hasNegativeDue, isOpen } from "./tally";

/** A step of the bridge; `list` and `open` are its two ends, all between are taken off. */
export type BridgeStep =
  | "list" // 应还: everybody on the list
  | "nothing-due"
  | "settled-early" // 提前还款已结清
  | "settled-deducted" // 银行已扣清
  | "part-repaid" // money only: what the bank has taken of those who still owe
  | "excused" // a special case stops dunning
  | "in-transit" // 已申请提前还款, 已还系统未显示
  | "negative" // a due below nothing: an error, said and not netted
  | "open";

/** One line of the bridge. */
export interface BridgeLine {
  readonly step: BridgeStep;
  readonly persons: number;
  readonly amount: Fen;
}

function stepOf(standing: Standing): BridgeStep {
  if (standing.state === "nothing-due") return "nothing-due";
  if (standing.state === "paid") return standing.isEarly ? "settled-early" : "settled-deducted";
  if (hasNegativeDue(standing.person)) return "negative";
  if (isOpen(standing)) return "open";
  return standing.stop === "early-applied" || standing.stop === "paid-not-shown" ? "in-transit" : "excused";
}

/** Whether a special case stops all dunning of a person who still owes: accepted, and left out of the net rates. */
export function isExcused(standing: Standing): boolean {
  return stepOf(standing) === "excused";
}

/**
 * The bridge over these persons, ends included.
 * @throws RangeError when the list less all steps is not what is left open
 */
export function bridgeOf(standings: Iterable<Standing>): readonly BridgeLine[] {
  const all = [...standings];
  const groups = new Map<BridgeStep, Standing[]>();
  for (const standing of all) {
    const group = groups.get(stepOf(standing));
    if (group) group.push(standing);
    else groups.set(stepOf(standing), [standing]);
  }
  const line = (step: BridgeStep, amountOf: (standing: Standing) => Fen): BridgeLine => {
    const group = groups.get(step) ?? [];
    return { step, persons: group.length, amount: sumFen(group.map(amountOf)) };
  };
  const owing = all.filter(({ state }) => state !== "paid" && state !== "nothing-due");
  const dueOf = ({ due }: Standing) => due;
  const leftOf = ({ outstanding }: Standing) => outstanding;
  const list: BridgeLine = { step: "list", persons: all.length, amount: sumFen(all.map(dueOf)) };
  const steps = [
    line("nothing-due", dueOf),
    line("settled-early", dueOf),
    line("settled-deducted", dueOf),
    { step: "part-repaid" as const, persons: 0, amount: sumFen(owing.map(({ repaid }) => repaid)) },
    line("excused", leftOf),
    line("in-transit", leftOf),
    // Only a county with such errors is told of them.
    ...(groups.has("negative") ? [line("negative", leftOf)] : []),
  ];
  const open = line("open", leftOf);
  const persons = steps.reduce((left, step) => left - step.persons, list.persons);
  const amount = steps.reduce((left, step) => subtractFen(left, step.amount), list.amount);
  if (persons !== open.persons || amount !== open.amount) throw new RangeError("the bridge does not meet its far end");
  return [list, ...steps, open];
}
