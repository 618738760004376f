// What the pane says in English of where figures come from.
import type { explainZhCN } from "./pane-explain-zh-CN";

/** The words of where figures come from, in English. */
export const explainEn: Readonly<Record<keyof typeof explainZhCN, string>> = {
  "explain.title": "Where a figure comes from",
  "explain.lead": "Select a figure on a roll-up tab, then press the button: the cells that add up to it exactly are listed.",
  "explain.cell": "Explain the selected figure",
  "explain.pick": "By name",
  "explain.pick.figure": "Which figure",
  "explain.pick.place": "Of whom",
  "explain.pick.since": "Compared with (optional)",
  "explain.since.go": "Compare with that day",
  "explain.since.same": "No change since {day}.",
  "explain.since.even": "As much as on {day}; what came in equals what went out:",
  "explain.since.none": "This tab has a line for every case, and other lines on other days: there is nothing to compare with.",
  "explain.since.more": "{amount} more than on {day}, the sum of:",
  "explain.since.less": "{amount} less than on {day}, the sum of:",
  "explain.cause.deducted": "Deducted by the bank",
  "explain.cause.early": "Repaid early",
  "explain.cause.reversed": "Reversed and returned",
  "explain.cause.withdrawn": "Withdrawn from the list",
  "explain.cause.added": "Added to the list",
  "explain.cause.delivered": "Delivered",
  "explain.cause.corrected": "Corrected",
  "explain.cause.entered": "Counted here now",
  "explain.cause.left": "Counted here no more",
  "explain.pick.go": "Show its cells",
  "explain.figure.of": "{place}: {figure}",
  "explain.yuan": "¥{amount}",
  "explain.sum": "[{name}: ]{value}",
  "explain.rate.part": "Numerator of the rate",
  "explain.rate.whole": "Denominator of the rate",
  "explain.count": "Exactly the sum of {count} {count:cell|cells}",
  "explain.empty": "No cell adds anything to this figure.",
  "explain.line": "{amount}[ · contract {contract}]",
  "explain.more": "{count} more {count:cell is|cells are} not listed. Choose a single school to see fewer.",
  "explain.stale":
    "The tab was made before the list, the bank's sheets, the registers or the day changed; below is the figure as it is now. Please roll up again.",
  "explain.none.no-rollup":
    "{cell} on “{sheet}” is not on a roll-up tab. Select a figure on 还款汇总, 还款对账, 异常汇总, 异常明细, 领导总览 or 学校汇总.",
  "explain.none.no-figure": "{cell} on “{sheet}” is not a figure that is the sum of cells. Select a count, an amount or a rate.",
  "explain.none.other-line":
    "The line of {cell} on “{sheet}” is not the one that rolling up gives now; the tab may have been edited, or the day is another. Roll up again first.",
};
