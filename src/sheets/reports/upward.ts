// 上报_省厅.xlsx and 上报_国开行.xlsx: one report to two readers — sums, special cases by kind, channels — with the list that each of them needs.
import { bridgeOf } from "../../domain/standing/bridge";
import { channelLines } from "../../domain/standing/channel";
import { type Recovery, recoveriesOf } from "../../domain/standing/net";
import type { Standing } from "../../domain/standing/standing";
import { stopsDunning } from "../../domain/standing/stop";
import { casesByKind } from "../../domain/standing/tally";
import { sumFen } from "../../domain/values/money";
import { rate, rateText } from "../../domain/values/rate";
import { deliveryRateOf, rateCell } from "../rollups/rollup-measures";
import { bridgeWords, definitionLines } from "../rollups/rollup-words";
import { airyRow, type SheetStack } from "../rollups/rollup-layout";
import { cellAddress } from "../grid";
import { choiceLabel } from "../vocabulary/choices";
import type { CellOut, SheetSpec } from "../writing/spec";
import { channelWords, netDefinition, type Recipient } from "./report-words";
import { reportFoot, reportSheet, reportStack } from "./report-frame";
import type { ReportInput } from "./report-input";
import { bankList, provinceList } from "./upward-list";

const widths = [24, 12, 12, 18, 18, 18];

function county(stack: SheetStack, input: ReportInput): void {
  const { all, net, accepted } = recoveriesOf(input.standings.values());
  const line = (label: string, { persons, personsPaid, due, repaid }: Recovery): CellOut[] => [
    label,
    persons,
    personsPaid,
    { fen: due },
    { fen: repaid },
    rateCell(rate(repaid, due)),
  ];
  stack.section("一、回收总体情况");
  stack.table({
    columns: [
      { heading: "口径", style: "cell" },
      { heading: "应还人数", style: "cellCount" },
      { heading: "还清人数", style: "cellCount" },
      { heading: "应还金额（元）", style: "cellMoney" },
      { heading: "已还金额（元）", style: "cellMoney" },
      { heading: "回收率（金额）", style: "cellRate" },
    ],
    rows: [line("不含特殊情况暂停催收", net), line("特殊情况暂停催收", accepted)],
    total: line("全部应还", all),
    sums: [1, 2, 3, 4],
    rowHeight: airyRow,
  });
  const { delivered, toDeliver, proxy } = input.tally.county;
  const delivery = deliveryRateOf(input.tally.county);
  stack.across(
    delivery === undefined
      ? `催收通知书应送达${toDeliver}人，学校尚未上报送达情况。`
      : `催收通知书应送达${toDeliver}人，有效送达${delivered}人，送达率${rateText(delivery)}；另有代签${proxy}人。`,
    "remark",
  );
}

function bridge(stack: SheetStack, input: ReportInput): void {
  const lines = bridgeOf(input.standings.values());
  const [end] = lines.slice(-1);
  stack.section("二、从应还到在催");
  const [top, bottom] = [stack.next + 1, stack.next + lines.length - 1];
  const left = (column: number, value: number): CellOut => ({
    formula: `${cellAddress(top, column)}-SUM(${cellAddress(top + 1, column)}:${cellAddress(bottom, column)})`,
    value,
  });
  stack.table({
    columns: [
      { heading: "项目", style: "cell", span: 2 },
      { heading: "人数", style: "cellCount" },
      { heading: "金额（元）", style: "cellMoney" },
    ],
    rows: lines.slice(0, -1).map(({ step, persons, amount }): CellOut[] => [bridgeWords[step], persons, { fen: amount }]),
    total: end ? [bridgeWords.open, left(2, end.persons), left(3, end.amount / 100)] : [],
    rowHeight: airyRow,
  });
}

const sumOf = (group: readonly Standing[], of: "contracts" | "due" | "outstanding") =>
  of === "contracts" ? group.reduce((sum, { contracts }) => sum + contracts, 0) : { fen: sumFen(group.map((one) => one[of])) };

function cases(stack: SheetStack, { standings }: ReportInput): void {
  const groups = casesByKind(standings.values());
  const line = (label: string, group: readonly Standing[], how: string): CellOut[] => [
    label,
    group.length,
    sumOf(group, "contracts"),
    sumOf(group, "due"),
    sumOf(group, "outstanding"),
    how,
  ];
  stack.section("三、特殊情况分类");
  stack.table({
    columns: [
      { heading: "类别", style: "cell" },
      { heading: "人数", style: "cellCount" },
      { heading: "合同笔数", style: "cellCount" },
      { heading: "应还金额（元）", style: "cellMoney" },
      { heading: "未还金额（元）", style: "cellMoney" },
      { heading: "处理", style: "cellCenter" },
    ],
    rows: groups.map(([kind, group]) => line(choiceLabel("exceptionKind", kind), group, stopsDunning(kind) ? "暂停催收" : "继续联系")),
    total: line(
      "合计",
      groups.flatMap(([, group]) => group),
      "",
    ),
    sums: [1, 2, 3, 4],
    rowHeight: airyRow,
  });
}

function channels(stack: SheetStack, { standings }: ReportInput): void {
  const lines = channelLines(standings.values()).filter(({ channel, persons }) => persons > 0 || channel !== "mixed");
  const line = (label: string, all: readonly (typeof lines)[number][]): CellOut[] => [
    label,
    all.reduce((sum, { persons }) => sum + persons, 0),
    all.reduce((sum, { contracts }) => sum + contracts, 0),
    { fen: sumFen(all.map(({ due }) => due)) },
    { fen: sumFen(all.map(({ repaid }) => repaid)) },
  ];
  stack.section("四、还款方式分类");
  stack.table({
    columns: [
      { heading: "还款方式", style: "cell" },
      { heading: "人数", style: "cellCount" },
      { heading: "合同笔数", style: "cellCount" },
      { heading: "应还金额（元）", style: "cellMoney" },
      { heading: "已还金额（元）", style: "cellMoney" },
    ],
    rows: lines.map((one) => line(channelWords[one.channel], [one])),
    total: line("合计", lines),
    sums: [1, 2, 3, 4],
    rowHeight: airyRow,
  });
}

const recipients: Readonly<Record<Recipient, string>> = { province: "省教育厅", bank: "国家开发银行" };

function summary(input: ReportInput, to: Recipient): SheetSpec {
  const stack = reportStack(input, to, `本息回收情况报告（报${recipients[to]}）`, widths);
  county(stack, input);
  stack.gap();
  bridge(stack, input);
  stack.gap();
  cases(stack, input);
  stack.gap();
  channels(stack, input);
  reportFoot(stack, input, [...definitionLines(["persons", "repaid", "recovery", "exceptions", "open"]), `6．${netDefinition}`]);
  return reportSheet(stack, input, { id: "summary", name: "回收情况" });
}

/** The file for the province: the summary, and the special cases with masked IDs. */
export function provinceSheets(input: ReportInput): readonly SheetSpec[] {
  return [summary(input, "province"), provinceList(input)];
}

/** The file for the bank: the same summary, and the special cases contract by contract with full IDs. */
export function bankSheets(input: ReportInput): readonly SheetSpec[] {
  return [summary(input, "bank"), bankList(input)];
}
