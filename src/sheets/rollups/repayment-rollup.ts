// The tab 还款汇总: what the bank has taken, by school and by liaison, and what became of every row of the bank's sheets.
import { liaisonGroups } from "./liaison-table";
import type { CountyTally } from "../../domain/standing/county-tally";
import { bankAccount } from "./rollup-bank";
import type { RollupInput } from "./rollup-input";
import { partOf, type StackCell, traced } from "./figures";
import { countedRows, shortfall, surplus } from "./row-figures";
import { airyRow, type Piece, SheetStack } from "./rollup-layout";
import { type GroupLine, groupTable, measureColumns, baseRemark, unassignedLines } from "./rollup-measures";
import { asOfLine, debitRemark, definitionLines, rollupPage, seasonTitle } from "./rollup-words";
import type { SheetSpec } from "../writing/spec";
import { tabNames } from "../vocabulary/tabs";

const measures = [
  measureColumns.persons,
  measureColumns.contracts,
  measureColumns.due,
  measureColumns.repaid,
  measureColumns.outstanding,
  measureColumns.recoveryRate,
  measureColumns.personsPaid,
  measureColumns.personsPartial,
  measureColumns.personsRate,
  measureColumns.claimed,
  measureColumns.deposited,
] as const;

const rateColumn = 3 + measures.indexOf(measureColumns.recoveryRate);
const widths = [6, 20, 10, ...measures.map(({ width }) => width), 6, 9];

/** With more schools than this their table has a page to itself. */
const halfPage = 12;

function schoolLines({ schools }: CountyTally): readonly GroupLine[] {
  return schools.map(({ school, tally, standings, rank }, index) => ({
    before: [index + 1, school.name, school.liaison],
    tally,
    standings,
    after: [rank ?? "—", baseRemark(tally)],
  }));
}

function bySchool(stack: SheetStack, { tally, standings }: RollupInput): SheetSpec["highlights"] {
  stack.section("一、分学校");
  const body = groupTable(stack, {
    before: [
      { heading: "序号", style: "cellCenter" },
      { heading: "责任学校", style: "cellWrapped" },
      { heading: "包联人", style: "cellCenter" },
    ],
    measures,
    after: [
      { heading: "名次", style: "cellCenter" },
      { heading: "备注", style: "cellCenter" },
    ],
    lines: [...schoolLines(tally), ...unassignedLines(tally, ["", "待划分", ""], ["—", "不排名"])],
    total: { before: ["合计", "全县", ""], tally: tally.county, standings: [...standings.values()], after: ["", ""] },
  });
  return [{ area: { ...body, left: rateColumn, right: rateColumn }, bar: "9DC3E6" }];
}

function byLiaison(stack: SheetStack, input: RollupInput): void {
  stack.section("二、分包联人");
  groupTable(stack, { ...liaisonGroups(input), measures });
}

function bankRows(stack: SheetStack, input: RollupInput): void {
  const account = bankAccount(input);
  const { total } = account;
  const { booking, standings } = input;
  const repaid = partOf("repaid", [...standings.values()]);
  stack.section("三、银行流水核对");
  stack.table({
    columns: [
      { heading: "流水去向", style: "cell", span: 2 },
      { heading: "笔数", style: "cellCount" },
      { heading: "金额", style: "cellMoney", span: 2 },
      { heading: "说明", style: "cell", span: 11 },
    ],
    rows: account.lines.map(({ label, rows, amount, money, remark }): StackCell[] => [
      label,
      countedRows(rows),
      amount === undefined || !money ? "" : traced({ fen: amount }, money),
      remark,
    ]),
    total: [total.label, countedRows(total.rows), traced({ fen: total.amount }, total.money), ""],
    rowHeight: airyRow,
  });
  const proof: readonly Piece[] = [
    { cell: "计入还款＝", style: "cell", span: 2 },
    { cell: "已还金额", style: "cellCenter" },
    { cell: traced({ fen: account.repaid }, repaid), title: "已还金额", style: "cellMoney", span: 2 },
    { cell: "＋超出本期应还", style: "cell" },
    { cell: traced({ fen: booking.surplus }, surplus), title: "超出本期应还", style: "cellMoney" },
    { cell: "－冲正多于扣款", style: "cell" },
    { cell: traced({ fen: booking.shortfall }, shortfall), title: "冲正多于扣款", style: "cellMoney", span: 2 },
    { cell: "超出部分可能是提前归还的本金，不计入本期已还。", style: "cell", span: 6 },
  ];
  stack.row(proof, airyRow);
}

/** The tab. */
export function repaymentRollup(input: RollupInput): SheetSpec {
  const { season, asOf } = input;
  const stack = new SheetStack(widths, input.note);
  stack.across(seasonTitle(season, tabNames["repayment-rollup"]), "titleLeft", 30);
  stack.across(asOfLine(input), "subtitle");
  const highlights = bySchool(stack, input);
  const schoolsEnd = stack.next;
  stack.gap();
  byLiaison(stack, input);
  stack.gap();
  bankRows(stack, input);
  stack.gap();
  stack.section("口径说明");
  const lines = definitionLines(["persons", "repaid", "recovery", "claimed", "rank", "percent", "unassigned"]);
  for (const line of [...lines, debitRemark(season)]) stack.across(line, "remark");
  return stack.spec({
    tab: "repayment-rollup",
    name: tabNames["repayment-rollup"],
    tabColor: "2E75B6",
    freeze: { rows: 2, columns: 2 },
    ...(highlights ? { highlights } : {}),
    page: { ...rollupPage("landscape", asOf), ...(input.tally.schools.length > halfPage ? { breaksAfter: [schoolsEnd] } : {}) },
  });
}
