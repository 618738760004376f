// Measures of roll-up tables: each a record of heading, width and figure; a table of groups is refused when its totals row is not their sum.
import { rate } from "../../domain/values/rate";
import type { CountyTally } from "../../domain/standing/county-tally";
import type { Measure, moneyMeasures, Tally } from "../../domain/standing/tally";
import { smallBase } from "../../domain/standing/talk";
import type { Fen } from "../../domain/values/money";
import type { Standing } from "../../domain/standing/standing";
import { partOf, type StackCell, traced } from "./figures";
import { airyRow, type SheetStack, type StackColumn } from "./rollup-layout";
import type { Area } from "../grid";
import type { CellOut } from "../writing/spec";
import type { StyleName } from "../writing/styles";

/** A column of figures. Counts and money add up over the groups, rates are taken of the sums. */
export interface MeasureColumn {
  readonly heading: string;
  readonly width: number;
  readonly kind: "count" | "money" | "rate";
  readonly of: (tally: Tally) => number | undefined;
  /** The figure that it shows; for a rate the part and the whole. */
  readonly figures: readonly Measure[];
}

type MoneyMeasure = (typeof moneyMeasures)[number];

const count = (heading: string, figure: Exclude<Measure, MoneyMeasure>, width = 9): MeasureColumn => ({
  heading,
  width,
  kind: "count",
  of: (tally) => tally[figure],
  figures: [figure],
});
const money = (heading: string, figure: MoneyMeasure): MeasureColumn => ({
  heading,
  width: 15,
  kind: "money",
  of: (tally) => tally[figure],
  figures: [figure],
});
const percent = (
  heading: string,
  part: Measure,
  whole: Measure,
  of: MeasureColumn["of"] = (tally) => rate(tally[part], tally[whole]),
): MeasureColumn => ({ heading, width: 10, kind: "rate", of, figures: [part, whole] });

/** 送达率: of those who were to get a letter; nothing where nobody has reported yet. */
export function deliveryRateOf({ delivered, toDeliver, reported }: Tally): number | undefined {
  return reported === 0 ? undefined : rate(delivered, toDeliver);
}

/** Every measure that the tabs choose from. */
export const measureColumns = {
  persons: count("应还人数", "persons"),
  contracts: count("合同笔数", "contracts"),
  due: money("应还金额", "due"),
  repaid: money("已还金额", "repaid"),
  outstanding: money("未还金额", "outstanding"),
  recoveryRate: percent("回收率\n（金额）", "repaid", "due"),
  personsPaid: count("还清人数", "personsPaid"),
  personsPartial: count("部分还款\n人数", "personsPartial"),
  personsRate: percent("还款率\n（人数）", "personsPaid", "persons"),
  claimed: money("学校称已还\n（待核）", "claimed"),
  deposited: money("已存待扣", "deposited"),
  personsClaimed: count("称已还\n人数", "personsClaimed"),
  personsDeposited: count("已存待扣\n人数", "personsDeposited"),
  personsPromised: count("承诺还款\n人数", "personsPromised"),
  delivered: count("有效送达\n人数", "delivered"),
  proxy: count("代签人数", "proxy"),
  undelivered: count("未送达\n人数", "undelivered"),
  undeliveredOpen: count("未送达\n（在催）", "undeliveredOpen"),
  toDeliver: count("应送达\n人数", "toDeliver"),
  deliveryRate: percent("送达率", "delivered", "toDeliver", deliveryRateOf),
  exceptions: count("特殊情况\n人数", "exceptions"),
  unreachable: count("失联人数", "unreachable"),
  visited: count("已上门\n人数", "visited"),
  visits: count("上门次数", "visits"),
  open: count("在催人数", "open"),
  openAmount: money("在催金额", "openAmount"),
} as const satisfies Record<string, MeasureColumn>;

const bodyStyles = { count: "cellCount", money: "cellMoney", rate: "cellRate" } as const satisfies Record<MeasureColumn["kind"], StyleName>;

/** A rate as a cell; a dash where there is nothing to take a part of. */
export function rateCell(hundredths: number | undefined): CellOut {
  return hundredths === undefined ? "—" : { rate: hundredths };
}

function figureCell({ kind, of, figures }: MeasureColumn, { tally, standings }: GroupLine): StackCell {
  const figure = of(tally);
  const cell = kind === "rate" ? rateCell(figure) : kind === "money" ? { fen: (figure ?? 0) as Fen } : (figure ?? 0);
  return standings ? traced(cell, ...figures.map((part) => partOf(part, standings))) : cell;
}

/** What the ranking remarks on a school. */
export function baseRemark({ persons }: Tally): string {
  if (persons === 0) return "无应还";
  return persons < smallBase ? "基数小" : "";
}

/** A line of a table of groups: the cells before its figures, the figures, the cells after them. */
export interface GroupLine {
  readonly before: readonly CellOut[];
  readonly tally: Tally;
  /** The persons whom it tallies; without them its figures lead nowhere. */
  readonly standings?: readonly Standing[];
  readonly after?: readonly CellOut[];
}

/** A table of groups with its totals row. */
export interface GroupTable {
  readonly before: readonly StackColumn[];
  readonly measures: readonly MeasureColumn[];
  readonly after?: readonly StackColumn[];
  readonly lines: readonly GroupLine[];
  readonly total: GroupLine;
}

/**
 * Stacks a table of groups; counts and amounts of its totals row are written as sums that a reader can check.
 * @throws RangeError when a count or an amount of the totals row is not the sum of the rows above it
 */
export function groupTable(stack: SheetStack, { before, measures, after = [], lines, total }: GroupTable): Area {
  for (const { heading, kind, of } of measures) {
    if (kind === "rate") continue;
    const sum = lines.reduce((subtotal, { tally }) => subtotal + (of(tally) ?? 0), 0);
    if (sum !== of(total.tally)) throw new RangeError(`${heading}: rows make ${sum}, the total says ${String(of(total.tally))}`);
  }
  const cells = (line: GroupLine) => [...line.before, ...measures.map((measure) => figureCell(measure, line)), ...(line.after ?? [])];
  const columns = measures.map(({ heading, kind }): StackColumn => ({ heading, style: bodyStyles[kind] }));
  const sums = measures.flatMap(({ kind }, index) => (kind === "rate" ? [] : [before.length + index]));
  return stack.table({ columns: [...before, ...columns, ...after], rows: lines.map(cells), total: cells(total), sums, rowHeight: airyRow });
}

/** The rows of people without a school; none when everybody has one. */
export function unassignedLines(
  { unassigned, withoutSchool: standings }: CountyTally,
  before: readonly CellOut[],
  after: readonly CellOut[] = [],
): readonly GroupLine[] {
  return unassigned.persons > 0 ? [{ before, tally: unassigned, standings, after }] : [];
}
