// Frozen figures (存档): what a report said of the county on its day, kept so that the next one can say what has changed.
import type { Day } from "../values/day";
import { type Measure, moneyMeasures, type Tally } from "./tally";

/** The figures that are kept of a report, in the order of the archive. */
export const frozenMeasures = [
  "persons",
  "due",
  "repaid",
  "outstanding",
  "personsPaid",
  "toDeliver",
  "delivered",
  "proxy",
  "exceptions",
  "open",
  "openAmount",
] as const satisfies readonly Measure[];

/** A figure that is kept. */
export type FrozenMeasure = (typeof frozenMeasures)[number];

/** Whether a figure is money, in fen; the others are counts. */
export function isMoneyMeasure(measure: Measure): boolean {
  return moneyMeasures.some((money) => money === measure);
}

/** One report as it was frozen. */
export interface Frozen {
  readonly asOf: Day;
  readonly hash: string;
  readonly ruleVersion: string;
  readonly figures: { readonly [M in FrozenMeasure]: number };
}

/** The figures of a county that are kept. */
export function frozenFigures(county: Tally): Frozen["figures"] {
  return Object.fromEntries(frozenMeasures.map((measure) => [measure, county[measure]])) as Frozen["figures"];
}

/** A figure that is another one now. */
export interface FigureChange {
  readonly measure: FrozenMeasure;
  readonly before: number;
  readonly now: number;
}

/** What has changed from one report to the next, in the order of the archive. */
export function changesBetween(before: Frozen, now: Frozen): readonly FigureChange[] {
  return frozenMeasures
    .map((measure) => ({ measure, before: before.figures[measure], now: now.figures[measure] }))
    .filter((change) => change.before !== change.now);
}
