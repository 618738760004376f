// 领导总览.xlsx: the leaders' own file. As narrow as a phone, figures large, nothing frozen; on paper two pages of A4; nothing about any single borrower.
import { documentNoOf } from "../../domain/record/season";
import { bridgeOf } from "../../domain/standing/bridge";
import type { SchoolTally } from "../../domain/standing/county-tally";
import { recoveriesOf } from "../../domain/standing/net";
import { groupedYuan } from "../../domain/values/money";
import { rate, rateText } from "../../domain/values/rate";
import { type Area, cellAddress } from "../grid";
import { baseRemark, deliveryRateOf, rateCell } from "../rollups/rollup-measures";
import { type Piece, SheetStack } from "../rollups/rollup-layout";
import { bridgeWords, dayInWords, rollupPage, seasonTitle } from "../rollups/rollup-words";
import { withHeights } from "../writing/row-heights";
import type { CellOut, ChartSpec, SheetSpec } from "../writing/spec";
import type { StyleName } from "../writing/styles";
import { tabNames } from "../vocabulary/tabs";
import { pointsOfRows, stampLines } from "./report-frame";
import type { ReportInput } from "./report-input";

/** 48 characters are as wide as a phone that is held upright; the halves carry two figures side by side. */
const widths = [6, 16, 10, 10, 6];
const halves = [2, 3] as const;
const row = 18;

interface Figure {
  readonly label: string;
  readonly cell: CellOut;
  readonly style: StyleName;
  readonly remark: string;
}

function figuresOf({ tally: { county } }: ReportInput): readonly (readonly [Figure, Figure])[] {
  const { persons, contracts, due, repaid, outstanding, delivered, toDeliver, proxy, exceptions, personsPaid, personsPartial, open } =
    county;
  return [
    [
      { label: "应还人数", cell: persons, style: "largeCount", remark: `合同${contracts}笔` },
      { label: "应还金额（元）", cell: { fen: due }, style: "largeMoney", remark: `未还${groupedYuan(outstanding)}` },
    ],
    [
      {
        label: "回收率（金额）",
        cell: rateCell(rate(repaid, due)),
        style: "largeRate",
        remark: `按人数${rateText(rate(personsPaid, persons))}`,
      },
      { label: "已还金额（元）", cell: { fen: repaid }, style: "largeMoney", remark: `还清${personsPaid}人，部分还款${personsPartial}人` },
    ],
    [
      {
        label: "送达率",
        cell: rateCell(deliveryRateOf(county)),
        style: "largeRate",
        remark: `${delivered}／${toDeliver}人，代签${proxy}人`,
      },
      { label: "特殊情况人数", cell: exceptions, style: "largeCount", remark: `目前在催${open}人` },
    ],
  ];
}

function figures(stack: SheetStack, input: ReportInput): void {
  const spread = (pieces: readonly Omit<Piece, "span">[]): readonly Piece[] =>
    pieces.map((piece, index) => ({ ...piece, span: halves[index] ?? 1 }));
  for (const pair of figuresOf(input)) {
    stack.row(spread(pair.map(({ label }) => ({ cell: label, style: "heading" }))), row);
    stack.row(spread(pair.map(({ cell, style }) => ({ cell, style }))), 32);
    stack.row(spread(pair.map(({ remark }) => ({ cell: remark, style: "cellCenter" }))), row);
  }
}

function rates(stack: SheetStack, input: ReportInput): void {
  const { all, net } = recoveriesOf(input.standings.values());
  const line = (label: string, one: typeof all): CellOut[] => [
    label,
    rateCell(rate(one.personsPaid, one.persons)),
    rateCell(rate(one.repaid, one.due)),
  ];
  stack.section("回收率");
  stack.table({
    columns: [
      { heading: "口径", style: "cell", span: 2 },
      { heading: "按人数", style: "cellRate" },
      { heading: "按金额", style: "cellRate", span: 2 },
    ],
    rows: [line("全部应还", all), line("扣除特殊情况暂停", net)],
    rowHeight: row,
  });
}

// The far end is what is left when every step is taken off the list: the reader's program reckons it again.
function bridge(stack: SheetStack, input: ReportInput): void {
  // A step that nobody took says nothing to leaders.
  const lines = bridgeOf(input.standings.values()).filter(({ persons, amount }, index, { length }) => {
    return index === 0 || index === length - 1 || persons !== 0 || amount !== 0;
  });
  const [end] = lines.slice(-1);
  stack.section("从应还到在催");
  const top = stack.next + 1;
  const bottom = top + lines.length - 2;
  const left = (column: number, value: number): CellOut => ({
    formula: `${cellAddress(top, column)}-SUM(${cellAddress(top + 1, column)}:${cellAddress(bottom, column)})`,
    value,
  });
  stack.table({
    columns: [
      { heading: "项目", style: "cellWrapped", span: 2 },
      { heading: "人数", style: "cellCount" },
      { heading: "金额（元）", style: "cellMoney", span: 2 },
    ],
    rows: lines
      .slice(0, -1)
      .map(({ step, persons, amount }): CellOut[] => [leadersWords[step] ?? bridgeWords[step], persons, { fen: amount }]),
    total: end ? [bridgeWords.open, left(2, end.persons), left(3, end.amount / 100)] : [],
    rowHeight: row,
  });
}

// As short as the column, which merged cells do not grow with.
const leadersWords: { readonly [S in keyof typeof bridgeWords]?: string } = {
  "in-transit": "减：待银行确认",
  negative: "减：应还为负（待更正）",
  "part-repaid": "减：部分还款已扣",
  waived: "减：已免息或减免",
  excused: "减：特殊情况暂停",
};

// The figures of the line stand under it: where no chart is shown, they are.
function progress(stack: SheetStack, { progress: points, tally: { county } }: ReportInput): readonly ChartSpec[] {
  if (points.length === 0) return [];
  stack.section("回收进度");
  const top = stack.next;
  const body = stack.table({
    columns: [
      { heading: "日期", style: "cellCenter", span: 2 },
      { heading: "回收率", style: "cellRate" },
      { heading: "累计已还（元）", style: "cellMoney", span: 2 },
    ],
    rows: points.map(({ on, repaid }): CellOut[] => [
      on.slice(5).replace("-", "月") + "日",
      rateCell(rate(repaid, county.due)),
      { fen: repaid },
    ]),
    rowHeight: row,
  });
  stack.gap(Math.max(9 - points.length, 0));
  const column = (at: number): Area => ({ ...body, left: at, right: at });
  const title = "回收进度（累计已还占应还金额）";
  return [
    {
      kind: "line",
      title,
      categories: column(0),
      series: [{ name: title, values: column(2) }],
      over: { top, left: 0, bottom: stack.next - 1, right: widths.length - 1 },
      percent: true,
    },
  ];
}

const byRank = (a: SchoolTally, b: SchoolTally) => (a.rank === b.rank ? 0 : (a.rank ?? Infinity) - (b.rank ?? Infinity));

function ranking(stack: SheetStack, { tally }: ReportInput): Area {
  stack.section("各校排名（按回收率）");
  const body = stack.table({
    columns: [
      { heading: "名次", style: "cellCenter" },
      { heading: "责任学校", style: "cellWrapped" },
      { heading: "回收率", style: "cellRate" },
      { heading: "送达率", style: "cellRate" },
      { heading: "备注", style: "cellCenter" },
    ],
    rows: [...tally.schools]
      .sort(byRank)
      .map(({ school, tally: part, rank }): CellOut[] => [
        rank ?? "—",
        school.name,
        rateCell(rate(part.repaid, part.due)),
        rateCell(deliveryRateOf(part)),
        baseRemark(part),
      ]),
    total: ["", "全县", rateCell(rate(tally.county.repaid, tally.county.due)), rateCell(deliveryRateOf(tally.county)), ""],
  });
  const { persons } = tally.unassigned;
  if (persons > 0) stack.across(`另有${persons}人尚未确定责任学校，计入全县，不参加排名。`, "remark");
  return body;
}

/** The chart of the ranking, a bar a school; schools without a rank stand at its end and have none. */
function schoolBars(stack: SheetStack, { tally }: ReportInput, body: Area): readonly ChartSpec[] {
  const ranked = tally.schools.filter(({ rank }) => rank !== null).length;
  if (ranked === 0) return [];
  stack.section("各校回收率");
  const over = { top: stack.next, left: 0, bottom: stack.next + 3 + ranked, right: widths.length - 1 };
  stack.gap(over.bottom - over.top + 1);
  const column = (at: number): Area => ({ top: body.top, left: at, bottom: body.top + ranked - 1, right: at });
  const title = "各校回收率（金额）";
  return [{ kind: "bar", title, categories: column(1), series: [{ name: title, values: column(2) }], over, percent: true }];
}

// The long definitions stand on 通报; here each is a line or two on a phone.
const definitions = [
  "应还：名单中本期应还的人数（按身份证号计）和金额（本金、利息、罚息）。",
  "已还：以银行扣款和提前还款为准，每笔合同以应还为限；学校称已还的不计。",
  "按人数的回收率：全部合同已还清的人数占应还人数。",
  "特殊情况暂停：死亡、失踪、重病或伤残、服刑、现役、重名或非本人等，核实期间或受理后暂停催收；已还清的不在内。",
  "送达率：借款人或父母签收的人数占应送达人数；代签单列。学校未上报的记“—”。",
  "名次：按回收率从高到低，相同的并列；不足5人的注明基数小。",
] as const;

// On paper the size at which both pages are full, with room for programs that round heights up, but no larger than reads well.
const paperRoom = { height: 735, largest: 125, smallest: 60 } as const;

function scaleOf(spec: SheetSpec, firstOfSecond: number): number {
  const measured = withHeights(spec);
  const longer = Math.max(pointsOfRows(measured, 0, firstOfSecond), pointsOfRows(measured, firstOfSecond));
  return Math.min(paperRoom.largest, Math.max(paperRoom.smallest, Math.floor((paperRoom.height * 100) / longer)));
}

/** The file: one sheet. */
export function leadersSheets(input: ReportInput): readonly SheetSpec[] {
  const { season, asOf, dataAsOf } = input;
  const stack = new SheetStack(widths);
  stack.across(seasonTitle(season, "回收情况"), "leadersTitle");
  stack.across(`截至${dayInWords(asOf)}${dataAsOf === asOf ? "" : `；银行数据截至${dayInWords(dataAsOf)}`}`, "subtitle");
  figures(stack, input);
  rates(stack, input);
  const body = ranking(stack, input);
  bridge(stack, input);
  const pageEnd = stack.next - 1;
  const line = progress(stack, input);
  const bars = schoolBars(stack, input, body);
  stack.section("口径说明");
  for (const [index, text] of definitions.entries()) stack.across(`${index + 1}．${text}`, "remark");
  stack.across(`合同应还日${dayInWords(season.dates.dueDate)}，银行当日24时后扣款；此前未还不等于违约。`, "remark");
  const number = documentNoOf(season, "leadership");
  if (number !== "") stack.across(`文号：${number}`, "remark");
  // In one line a word would be broken where the phone ends.
  for (const text of stampLines(input)) stack.across(text, "remark");
  const spec = stack.spec({ tab: "report-leadership", name: tabNames.leadership, tabColor: "1F4E78", charts: [...line, ...bars] });
  const paper = { ...rollupPage("portrait", asOf), fitWidth: false, area: stack.band(0, stack.next - 1), breaksAfter: [pageEnd] };
  return [{ ...spec, page: { ...paper, scale: scaleOf(spec, pageEnd + 1) } }];
}
