// 通报.xlsx: the two league tables of the county, delivery and recovery, which every school gets; a yellow column for objections, the rest locked.
import { ranksOf, rate } from "../../domain/values/rate";
import { smallBase } from "../../domain/standing/talk";
import { recoveriesOf } from "../../domain/standing/net";
import type { SchoolTally } from "../../domain/standing/county-tally";
import type { Fen } from "../../domain/values/money";
import { baseRemark, deliveryRateOf, measureColumns, rateCell } from "../rollups/rollup-measures";
import { definitionLines } from "../rollups/rollup-words";
import { airyRow, type StackColumn } from "../rollups/rollup-layout";
import type { CellOut, SheetSpec } from "../writing/spec";
import { netDefinition } from "./report-words";
import { reportFoot, reportSheet, reportStack } from "./report-frame";
import type { ReportInput } from "./report-input";

const objection = "申诉（学校填写）";

interface League {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly columns: readonly StackColumn[];
  readonly widths: readonly number[];
  /** The figures of a school, of those without a school and of the county; a column of `sums` adds up. */
  readonly figures: (part: Pick<SchoolTally, "tally" | "standings">) => readonly CellOut[];
  readonly ratio: (part: SchoolTally) => { readonly part: number; readonly whole: number };
  readonly remark: (part: SchoolTally) => string;
  readonly definitions: readonly string[];
}

const delivery: League = {
  id: "delivery",
  name: "送达通报",
  title: "催收通知书送达情况通报",
  lead: "按送达率由高到低排名，相同的并列，其后名次跳过（1、2、2、4）。",
  columns: [
    { heading: "应送达\n人数", style: "cellCount" },
    { heading: "有效送达\n人数", style: "cellCount" },
    { heading: "未有效送达\n人数", style: "cellCount" },
    { heading: "代签人数\n（另列）", style: "cellCount" },
    { heading: "送达率", style: "cellRate" },
  ],
  widths: [9, 9, 11, 10, 10],
  figures: ({ tally }) => [
    tally.toDeliver,
    tally.delivered,
    tally.toDeliver - tally.delivered,
    tally.proxy,
    rateCell(deliveryRateOf(tally)),
  ],
  // Who has reported nothing has no place, as it has no rate.
  ratio: ({ tally }) => ({ part: tally.delivered, whole: tally.reported === 0 ? 0 : tally.toDeliver }),
  remark: ({ tally: { toDeliver, reported } }) =>
    toDeliver === 0 ? "无应送达" : reported === 0 ? "尚未上报" : toDeliver < smallBase ? "基数小" : "",
  definitions: definitionLines(["delivery", "percent"]),
};

const money = (fen: Fen): CellOut => ({ fen });

const recovery: League = {
  id: "recovery",
  name: "回收通报",
  title: "本息回收情况通报",
  lead: "按回收率（金额）由高到低排名；净回收率扣除特殊情况暂停催收的人，供参考，不用于排名。",
  columns: [
    { heading: measureColumns.persons.heading, style: "cellCount" },
    { heading: "应还金额（元）", style: "cellMoney" },
    { heading: "已还金额（元）", style: "cellMoney" },
    { heading: "还清\n人数", style: "cellCount" },
    { heading: "回收率\n（金额）", style: "cellRate" },
    { heading: "还款率\n（人数）", style: "cellRate" },
    { heading: "净回收率\n（金额）", style: "cellRate" },
  ],
  widths: [9, 15, 15, 7, 9, 9, 9],
  figures: ({ tally, standings }) => {
    const { net } = recoveriesOf(standings);
    return [
      tally.persons,
      money(tally.due),
      money(tally.repaid),
      tally.personsPaid,
      rateCell(rate(tally.repaid, tally.due)),
      rateCell(rate(tally.personsPaid, tally.persons)),
      rateCell(rate(net.repaid, net.due)),
    ];
  },
  ratio: ({ tally }) => ({ part: tally.repaid, whole: tally.due }),
  remark: ({ tally }) => baseRemark(tally),
  definitions: [...definitionLines(["persons", "repaid", "recovery", "rank", "percent", "unassigned"]), `7．${netDefinition}`],
};

function sheetOf(input: ReportInput, league: League): SheetSpec {
  const { tally, standings } = input;
  const { columns, widths, figures, ratio, remark } = league;
  const stack = reportStack(input, "circular", league.title, [5, 18, ...widths, 9, 20]);
  stack.across(league.lead, "subtitle");
  const ranks = ranksOf(tally.schools.map(ratio));
  const place = (index: number) => ranks[index] ?? Infinity;
  // Infinity less Infinity is no number; a stable sort keeps schools without a rank in the order of the table.
  const order = tally.schools.map((_, index) => index).sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
  const headingRow = stack.next;
  const inSchool = new Set(tally.schools.flatMap((school) => school.standings.map(({ person }) => person.key)));
  const without = [...standings.values()].filter(({ person }) => !inSchool.has(person.key));
  const all = { tally: tally.county, standings: [...standings.values()] };
  const body = stack.table({
    columns: [
      { heading: "名次", style: "cellCenter" },
      { heading: "责任学校", style: "cellWrapped" },
      ...columns,
      { heading: "备注", style: "cellCenter" },
      { heading: objection, style: "fillWrapped" },
    ],
    rows: [
      ...order.flatMap((index): CellOut[][] => {
        const school = tally.schools[index];
        return school ? [[ranks[index] ?? "—", school.school.name, ...figures(school), remark(school), null]] : [];
      }),
      ...(tally.unassigned.persons > 0
        ? [["—", "待划分", ...figures({ tally: tally.unassigned, standings: without }), "不排名", null]]
        : []),
    ],
    total: ["", "全县", ...figures(all), "", ""],
    sums: columns.flatMap(({ style }, index) => (style === "cellRate" ? [] : [index + 2])),
    rowHeight: airyRow,
  });
  const ranked = 2 + columns.findIndex(({ style }) => style === "cellRate");
  reportFoot(stack, input, league.definitions);
  return reportSheet(stack, input, {
    id: league.id,
    name: league.name,
    freeze: { rows: headingRow + 1, columns: 2 },
    isProtected: true,
    ...(body.bottom < body.top ? {} : { highlights: [{ area: { ...body, left: ranked, right: ranked }, bar: "9DC3E6" }] }),
    repeatRows: [headingRow, headingRow],
  });
}

/** The file: one sheet for each league table. */
export function circularSheets(input: ReportInput): readonly SheetSpec[] {
  return [delivery, recovery].map((league) => sheetOf(input, league));
}
