// The tab 领导总览: one page of figures, the bridge, dates and the ranking, for leaders on a phone or on paper; nothing about any single borrower.
import { type BridgeLine, bridgeOf, type BridgeStep } from "../../domain/standing/bridge";
import { rate, rateText } from "../../domain/values/rate";
import type { SchoolTally } from "../../domain/standing/county-tally";
import type { Measure, Tally } from "../../domain/standing/tally";
import { groupedYuan, subtractFen, zeroFen } from "../../domain/values/money";
import { type Area, cellAddress } from "../grid";
import { partOf, type StackCell, traced } from "./figures";
import { deadlineRows } from "./leadership-dates";
import { unassignedLines } from "./rollup-measures";
import { bankCases } from "./rollup-bank";
import type { RollupInput } from "./rollup-input";
import { countedRows, linesCell } from "./row-figures";
import { airyRow, type Piece, SheetStack } from "./rollup-layout";
import { baseRemark, groupTable, measureColumns, rateCell, deliveryRateOf } from "./rollup-measures";
import { asOfLine, bridgeWords, debitRemark, definitionLines, rollupPage, seasonTitle } from "./rollup-words";
import type { CellOut, ChartSpec, Highlight, SheetSpec } from "../writing/spec";
import type { StyleName } from "../writing/styles";
import { tabNames } from "../vocabulary/tabs";

const measures = [
  measureColumns.persons,
  measureColumns.due,
  measureColumns.repaid,
  measureColumns.recoveryRate,
  measureColumns.personsRate,
  measureColumns.deliveryRate,
] as const;
const widths = [5, 17, 9, 14, 14, 9, 9, 9, 8];
const rateColumn = 2 + measures.indexOf(measureColumns.recoveryRate);
const deliveryColumn = 2 + measures.indexOf(measureColumns.deliveryRate);

/** What fits A4 across even where a wide font stands in for 宋体; a tab that is fitted to its page would not end its pages where we say. */
const scale = 76;
/** The rows of the chart: what the first page has left. */
const chartRows = 12;

interface Figure {
  readonly label: string;
  readonly cell: StackCell;
  readonly style: StyleName;
  readonly remark: string;
}

const compared = (actual: number, expected: number | undefined, say: (difference: number) => string) =>
  expected === undefined
    ? "未设控制数"
    : actual === expected
      ? "与控制数相符"
      : `比控制数${actual > expected ? "多" : "少"}${say(Math.abs(actual - expected))}`;

function figuresOf({ season: { control }, tally: { county }, standings }: RollupInput): readonly Figure[] {
  const { persons, due, repaid, delivered, proxy, undelivered, exceptions, personsPaid, personsPartial, open } = county;
  const recovery = rate(repaid, due);
  const delivery = deliveryRateOf(county);
  const all = [...standings.values()];
  const shown = (cell: CellOut, ...figures: readonly Measure[]) => traced(cell, ...figures.map((figure) => partOf(figure, all)));
  const yuan = (amount: number) => `${groupedYuan(amount as typeof due)}元`;
  return [
    {
      label: "应还人数",
      cell: shown(persons, "persons"),
      style: "figureCount",
      remark: compared(persons, control.persons, (difference) => `${difference}人`),
    },
    { label: "应还金额（元）", cell: shown({ fen: due }, "due"), style: "figureMoney", remark: compared(due, control.due, yuan) },
    {
      label: "已还金额（元）",
      cell: shown({ fen: repaid }, "repaid"),
      style: "figureMoney",
      remark: `还清${personsPaid}人，部分还款${personsPartial}人`,
    },
    {
      label: "回收率（金额）",
      cell: shown(rateCell(recovery), "repaid", "due"),
      style: "figureRate",
      remark: `按人数${rateText(rate(personsPaid, persons))}`,
    },
    {
      label: "送达率",
      cell: shown(rateCell(delivery), "delivered", "toDeliver"),
      style: "figureRate",
      remark: `有效${delivered}，代签${proxy}，未送达${undelivered}`,
    },
    { label: "特殊情况人数", cell: shown(exceptions, "exceptions"), style: "figureCount", remark: `目前在催${open}人` },
  ];
}

function figures(stack: SheetStack, input: RollupInput): void {
  const all = figuresOf(input);
  for (const three of [all.slice(0, 3), all.slice(3)]) {
    stack.row(
      three.map(({ label }): Piece => ({ cell: label, style: "heading", span: 3 })),
      22,
    );
    stack.row(
      three.map(({ label, cell, style }): Piece => ({ cell, title: label, style, span: 3 })),
      36,
    );
    stack.row(
      three.map(({ remark }): Piece => ({ cell: remark, style: "cellCenter", span: 3 })),
      20,
    );
  }
}

// From the figures that the notice or the bank gives to those of the list; a difference is a step of its own.
function controlRows({ season: { control }, tally: { county } }: RollupInput): readonly CellOut[][] {
  const { persons, due } = control;
  if (persons === undefined && due === undefined) return [];
  const peopleMore = persons === undefined ? 0 : county.persons - persons;
  const moneyMore = due === undefined ? zeroFen : subtractFen(county.due, due);
  const stated: CellOut[] = ["控制数", persons ?? "—", due === undefined ? "—" : { fen: due }, "通知或银行公布的数"];
  const difference: CellOut[] = ["加：名单比控制数多（少为负）", peopleMore, { fen: moneyMore }, "请核对名单与控制数"];
  return peopleMore === 0 && moneyMore === 0 ? [stated] : [stated, difference];
}

const stepRemarks: { readonly [S in BridgeStep]?: string } = {
  list: "名单按身份证号计人",
  "part-repaid": "人仍在催，已扣部分减去",
  excused: "核实期间暂停",
  "in-transit": "待银行确认",
};

function bridge(stack: SheetStack, input: RollupInput): void {
  const lines = bridgeOf(input.standings.values());
  const cells = ({ step, persons, amount, group, adds }: BridgeLine): StackCell[] => [
    bridgeWords[step],
    traced(persons, partOf("persons", step === "part-repaid" ? [] : group)),
    traced({ fen: amount }, partOf(adds, group)),
    stepRemarks[step] ?? "",
  ];
  const end = lines.at(-1);
  const stated = controlRows(input);
  stack.section("一、从应还到在催");
  // The far end is what is left when every step is taken off the list: the reader's program reckons it again.
  const top = stack.next + 1 + stated.length;
  const bottom = top + lines.length - 2;
  const left = (column: number, value: number): CellOut => ({
    formula: `${cellAddress(top, column)}-SUM(${cellAddress(top + 1, column)}:${cellAddress(bottom, column)})`,
    value,
  });
  const endCells = (line: BridgeLine): StackCell[] => [
    bridgeWords[line.step],
    traced(left(3, line.persons), partOf("persons", line.group)),
    traced(left(4, line.amount / 100), partOf(line.adds, line.group)),
    "人数、金额逐项相减，已核对",
  ];
  stack.table({
    columns: [
      { heading: "项目", style: "cell", span: 3 },
      { heading: "人数", style: "cellCount" },
      { heading: "金额（元）", style: "cellMoney", span: 2 },
      { heading: "说明", style: "cellCenter", span: 3 },
    ],
    rows: [...stated, ...lines.slice(0, -1).map(cells)],
    total: end ? endCells(end) : [],
    rowHeight: airyRow,
  });
}

function attention(stack: SheetStack, input: RollupInput): void {
  const { returnLines, tally, booking, standings } = input;
  const { county, withoutSchool } = tally;
  const all = [...standings.values()];
  const of = (figure: Measure & keyof Tally) => traced(county[figure], partOf(figure, all));
  const { refused } = bankCases(input);
  const pairs: readonly (readonly [string, StackCell])[] = [
    ["未送达人数（在催）", of("undeliveredOpen")],
    ["代签人数", of("proxy")],
    ["失联人数", of("unreachable")],
    ["学校称已还人数（待核）", of("personsClaimed")],
    ["已存待扣人数", of("personsDeposited")],
    ["承诺还款人数", of("personsPromised")],
    ["扣款未成功（笔）", countedRows(refused.flatMap(({ row }) => row ?? []))],
    ["银行流水中不在名单的（笔）", countedRows(booking.unmatched.map(({ row }) => row))],
    ["待划分人数", traced(withoutSchool.length, partOf("persons", withoutSchool))],
    ["已上门人数", of("visited")],
    ["回收名单冲突（条）", linesCell(returnLines.conflicts)],
    ["未交回名单（校）", linesCell(returnLines.notReturned)],
  ];
  stack.section("二、须关注的数字");
  const piece = ([label, cell]: readonly [string, StackCell], span: number): readonly Piece[] => [
    { cell: label, style: "cell", span },
    { cell, title: label, style: "totalCount" },
  ];
  for (let index = 0; index < pairs.length; index += 3) {
    const [first, second, third] = pairs.slice(index, index + 3);
    stack.row([...(first ? piece(first, 2) : []), ...(second ? piece(second, 2) : []), ...(third ? piece(third, 2) : [])], 20);
  }
}

function dates(stack: SheetStack, input: RollupInput): void {
  stack.section("三、时间节点");
  stack.table({
    columns: [
      { heading: "工作", style: "cell", span: 2 },
      { heading: "时间", style: "cellCenter", span: 2 },
      { heading: "状态", style: "cellCenter" },
      { heading: "进度", style: "cell", span: 4 },
    ],
    rows: deadlineRows(input),
    rowHeight: airyRow,
  });
}

const byRank = (a: SchoolTally, b: SchoolTally) => (a.rank ?? Infinity) - (b.rank ?? Infinity);

function ranking(stack: SheetStack, { tally, standings }: RollupInput): Area {
  stack.section("四、各校回收情况（按回收率排名）");
  // Infinity less Infinity is no number; a stable sort keeps schools without a rank in the order of the table.
  const sorted = [...tally.schools].sort((a, b) => (a.rank === b.rank ? 0 : byRank(a, b)));
  return groupTable(stack, {
    before: [
      { heading: "名次", style: "cellCenter" },
      { heading: "责任学校", style: "cellWrapped" },
    ],
    measures,
    after: [{ heading: "备注", style: "cellCenter" }],
    lines: [
      ...sorted.map(({ school, tally: part, standings: own, rank }) => ({
        before: [rank ?? "—", school.name],
        tally: part,
        standings: own,
        after: [baseRemark(part)],
      })),
      ...unassignedLines(tally, ["—", "待划分"], ["不排名"]),
    ],
    total: { before: ["合计", "全县"], tally: tally.county, standings: [...standings.values()], after: [""] },
  });
}

/** The chart at the foot of the first page, over the ranking on the second. */
function chartOf(over: Area, body: Area, ranked: number): ChartSpec {
  const column = (at: number): Area => ({ top: body.top, left: at, bottom: body.top + ranked - 1, right: at });
  const title = "各校回收率（金额）";
  return { kind: "column", title, categories: column(1), series: [{ name: title, values: column(rateColumn) }], over, percent: true };
}

/** The tab. */
export function leadership(input: RollupInput): SheetSpec {
  const { season, asOf } = input;
  const stack = new SheetStack(widths, input.note);
  stack.across(seasonTitle(season, "回收情况总览"), "title", 34);
  stack.across(asOfLine(input), "subtitle");
  figures(stack, input);
  stack.gap();
  bridge(stack, input);
  stack.gap();
  attention(stack, input);
  stack.gap();
  dates(stack, input);
  const ranked = input.tally.schools.filter(({ rank }) => rank !== null).length;
  const over = stack.band(stack.next + 1, stack.next + chartRows);
  stack.gap(ranked > 0 ? chartRows + 1 : 1);
  const pageEnd = stack.next - 1;
  const body = ranking(stack, input);
  stack.gap();
  stack.section("口径说明");
  const lines = definitionLines([
    "persons",
    "repaid",
    "recovery",
    "delivery",
    "claimed",
    "exceptions",
    "open",
    "rank",
    "percent",
    "unassigned",
  ]);
  for (const line of [...lines, debitRemark(season)]) stack.across(line, "remark");
  const bar = (column: number, color: string): Highlight => ({ area: { ...body, left: column, right: column }, bar: color });
  return stack.spec({
    tab: "leadership",
    name: tabNames.leadership,
    tabColor: "1F4E78",
    highlights: body.bottom >= body.top ? [bar(rateColumn, "9DC3E6"), bar(deliveryColumn, "A9D18E")] : [],
    ...(ranked > 0 ? { charts: [chartOf(over, body, ranked)] } : {}),
    // The frame of a chart reaches a hair beyond its cells, for which programs would print another page.
    page: { ...rollupPage("portrait", asOf), fitWidth: false, scale, area: stack.band(0, stack.next - 1), breaksAfter: [pageEnd] },
  });
}
