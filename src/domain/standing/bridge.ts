// Bridge (人数与金额的衔接): from everybody on the list to those still in collection (在催), one step per reason, proven step by step.
import { type Fen, subtractFen, sumFen } from "../values/money";
import type { Standing } from "./standing";
import { hasNegativeDue, isOpen } from "./tally";

/** A step of the bridge; `list` and `open` are its two ends, all between are taken off. */
export type BridgeStep =
  | "list" // 应还: everybody on the list
  | "nothing-due"
  | "waived" // nothing due because it was remitted (免息、减免)
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
  /** The persons of this step, and the figure of theirs that `amount` adds up. Who only repaid a part stays in collection, so is in no `persons`. */
  readonly group: readonly Standing[];
  readonly adds: "due" | "repaid" | "outstanding";
}

function stepOf(standing: Standing): BridgeStep {
  if (standing.state === "nothing-due") return standing.stop === "waived" ? "waived" : "nothing-due";
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
  const lineOf = (step: BridgeStep, group: readonly Standing[], adds: BridgeLine["adds"]): BridgeLine => ({
    step,
    persons: step === "part-repaid" ? 0 : group.length,
    amount: sumFen(group.map((standing) => standing[adds])),
    group,
    adds,
  });
  const line = (step: BridgeStep, adds: BridgeLine["adds"]) => lineOf(step, groups.get(step) ?? [], adds);
  const owing = all.filter(({ state }) => state !== "paid" && state !== "nothing-due");
  const list = lineOf("list", all, "due");
  const steps = [
    line("nothing-due", "due"),
    // Only a season in which something was remitted is told of it.
    ...(groups.has("waived") ? [line("waived", "due")] : []),
    line("settled-early", "due"),
    line("settled-deducted", "due"),
    lineOf("part-repaid", owing, "repaid"),
    line("excused", "outstanding"),
    line("in-transit", "outstanding"),
    // Only a county with such errors is told of them.
    ...(groups.has("negative") ? [line("negative", "outstanding")] : []),
  ];
  const open = line("open", "outstanding");
  const persons = steps.reduce((left, step) => left - step.persons, list.persons);
  const amount = steps.reduce((left, step) => subtractFen(left, step.amount), list.amount);
  if (persons !== open.persons || amount !== open.amount) throw new RangeError("the bridge does not meet its far end");
  return [list, ...steps, open];
}
