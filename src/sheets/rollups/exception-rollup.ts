// The tab 异常汇总, for the centre: special cases by kind and school, and counts of everything that waits for a decision.
import { sumFen } from "../../domain/values/money";
import { choiceCodes, type ExceptionKind } from "../../domain/record/choices";
import type { Standing } from "../../domain/standing/standing";
import { stopsDunning } from "../../domain/standing/stop";
import { casesByKind, isOpen, type Tally } from "../../domain/standing/tally";
import { choiceLabel } from "../vocabulary/choices";
import { type ExceptionLine, exceptionLines, exceptionTopics, type ExceptionTopic } from "./exception-list";
import { partOf, type StackCell, traced } from "./figures";
import { allOf, countOf, linesCell } from "./row-figures";
import type { RollupInput } from "./rollup-input";
import { airyRow, SheetStack } from "./rollup-layout";
import { asOfLine, definitionLines, rollupPage, seasonTitle } from "./rollup-words";
import type { CellOut, SheetSpec } from "../writing/spec";
import { tabNames } from "../vocabulary/tabs";

const widths = [6, 20, 14, 12, 21, 18, 15, 44] as const;
/** With more schools than this their table has a page to itself. */
const halfPage = 12;

const kindCodes = choiceCodes.exceptionKind;

const kindsText = ({ kinds }: Tally) =>
  [...kinds.keys()]
    .sort((a, b) => kindCodes.indexOf(a) - kindCodes.indexOf(b))
    .map((kind) => `${choiceLabel("exceptionKind", kind)}${kinds.get(kind) ?? 0}`)
    .join("、");

const owed = (standings: Iterable<Standing>) => sumFen([...standings].map(({ outstanding }) => outstanding));

const kindAdvice: { readonly [K in ExceptionKind]?: string } = { studying: "请到县资助中心办理就学信息变更" };

function byKind(stack: SheetStack, { standings, tally }: RollupInput): void {
  const reported = casesByKind(standings.values());
  const schoolsWith = (kind: ExceptionKind) => tally.schools.filter(({ tally: { kinds } }) => kinds.has(kind)).length;
  const figures = (group: readonly Standing[]) => ({
    persons: traced(group.length, partOf("persons", group)),
    contracts: traced(
      group.reduce((sum, { contracts }) => sum + contracts, 0),
      partOf("contracts", group),
    ),
    open: traced(group.filter((standing) => isOpen(standing)).length, partOf("open", group)),
    owed: traced({ fen: owed(group) }, partOf("outstanding", group)),
  });
  const rows = reported.map(([kind, group], index): StackCell[] => {
    const { persons, contracts, open, owed: left } = figures(group);
    const name = choiceLabel("exceptionKind", kind);
    const advised = stopsDunning(kind) ? "核实期间暂停催收" : (kindAdvice[kind] ?? "继续联系，做好政策解释");
    return [index + 1, name, persons, schoolsWith(kind), contracts, open, left, advised];
  });
  const all = reported.flatMap(([, group]) => group);
  if (all.length !== tally.county.exceptions)
    throw new RangeError(`${all.length} special cases by kind, ${tally.county.exceptions} in all`);
  const sums = figures(all);
  stack.section("一、特殊情况分类");
  stack.table({
    columns: [
      { heading: "序号", style: "cellCenter" },
      { heading: "类别", style: "cell" },
      { heading: "人数", style: "cellCount" },
      { heading: "涉及学校", style: "cellCount" },
      { heading: "合同笔数", style: "cellCount" },
      { heading: "其中仍在催", style: "cellCount" },
      { heading: "未还金额", style: "cellMoney" },
      { heading: "处理口径", style: "cell" },
    ],
    rows,
    rowHeight: airyRow,
    total: ["合计", "", sums.persons, "", sums.contracts, sums.open, sums.owed, ""],
    sums: [2, 4, 5, 6],
  });
}

interface Place {
  readonly name: string;
  readonly tally: Tally;
  readonly standings: readonly Standing[];
}

const isSpecial = ({ exceptionKind }: Standing) => exceptionKind !== undefined;

function bySchool(stack: SheetStack, { tally, standings }: RollupInput): void {
  const schools = tally.schools.map(({ school, ...part }): Place => ({ ...part, name: school.name }));
  const all: Place = { name: "全县", tally: tally.county, standings: [...standings.values()] };
  const withoutSchool: Place = { name: "待划分", tally: tally.unassigned, standings: tally.withoutSchool };
  const places = tally.unassigned.persons > 0 ? [...schools, withoutSchool] : schools;
  const line = (first: CellOut, { name, tally: part, standings: own }: Place): StackCell[] => {
    const special = own.filter(isSpecial);
    const of = (figure: "exceptions" | "unreachable" | "undeliveredOpen" | "proxy") => traced(part[figure], partOf(figure, own));
    const left = traced({ fen: owed(special) }, partOf("outstanding", special));
    return [first, name, of("exceptions"), of("unreachable"), of("undeliveredOpen"), of("proxy"), left, kindsText(part)];
  };
  stack.section("二、分学校");
  stack.table({
    columns: [
      { heading: "序号", style: "cellCenter" },
      { heading: "责任学校", style: "cellWrapped" },
      { heading: "特殊情况人数", style: "cellCount" },
      { heading: "失联人数", style: "cellCount" },
      { heading: "未送达（在催）", style: "cellCount" },
      { heading: "代签人数", style: "cellCount" },
      { heading: "特殊情况未还金额", style: "cellMoney" },
      { heading: "类别明细", style: "cellWrapped" },
    ],
    rows: places.map((place, index) => line(place === withoutSchool ? "" : index + 1, place)),
    total: [...line("合计", all).slice(0, -1), ""],
    sums: [2, 3, 4, 5, 6],
  });
}

const advice = {
  特殊情况: "按县、校要求逐人核实，情况说明加盖学校公章上报",
  失联: "请学校通过亲属、村（社区）继续联系",
  扣款未成功: "余额不足或扣款失败，且合同尚未还清；请提醒存足款项",
  银行流水待核: "未计入还款；请核对日期、金额或扣款结果",
  不在名单: "未计入还款；请核对合同编号，或向经办行核实",
  超出本期应还: "本期按应还封顶；可能为提前归还的本金",
  冲正多于扣款: "请与经办行核对流水是否导全",
  逾期未送达: "送达期限已过；代签的请补签",
} as const satisfies Record<ExceptionTopic, string>;

function pending(stack: SheetStack, { returns, returnLines, standings, tally }: RollupInput, lines: readonly ExceptionLine[]): void {
  const topics = exceptionTopics.map((topic): StackCell[] => {
    const own = lines.filter((line) => line.topic === topic);
    const count = traced(own.length, countOf(own.map(({ at }) => at)));
    const sum = sumFen(own.map(({ amount }) => amount));
    return [topic, count, traced({ fen: sum }, allOf(own.map(({ money }) => money))), advice[topic]];
  });
  const { unassigned, withoutSchool } = tally;
  const special = [...standings.values()].filter(isSpecial);
  const cases = (label: string, own: readonly Standing[], remark: string): StackCell[] => [
    label,
    traced(own.length, partOf("persons", own)),
    traced({ fen: owed(own) }, partOf("outstanding", own)),
    remark,
  ];
  const others: StackCell[][] = [
    cases(
      "特殊情况：已受理",
      special.filter(({ isAccepted }) => isAccepted === true),
      "不再催收，汇总中单列",
    ),
    cases(
      "特殊情况：待审核",
      special.filter(({ isAccepted }) => isAccepted !== true),
      "收齐材料后在“特殊情况审核”填写受理或退回",
    ),
    [
      "待划分",
      traced(unassigned.persons, partOf("persons", withoutSchool)),
      traced({ fen: unassigned.outstanding }, partOf("outstanding", withoutSchool)),
      "按附件2确定责任学校，名单见“待划分”",
    ],
    [
      "冲突与无法匹配",
      linesCell(returnLines.conflicts),
      "",
      returns.conflicts === undefined ? "尚未回收学校名单" : "逐条处理，明细见“冲突与无法匹配”",
    ],
    [
      "未交回的学校",
      linesCell(returnLines.notReturned),
      "",
      returns.notReturned === undefined ? "尚未回收学校名单" : "请催交，明细见“未回收”",
    ],
  ];
  stack.section("三、待处理事项");
  stack.table({
    columns: [
      { heading: "事项", style: "cell", span: 2 },
      { heading: "数量", style: "cellCount" },
      { heading: "涉及金额", style: "cellMoney", span: 2 },
      { heading: "说明", style: "cell", span: 3 },
    ],
    rows: [...topics, ...others],
    rowHeight: airyRow,
  });
}

/** The tab. */
export function exceptionRollup(input: RollupInput): SheetSpec {
  const { season, asOf } = input;
  const lines = exceptionLines(input);
  const stack = new SheetStack(widths, input.note);
  stack.across(seasonTitle(season, tabNames["exception-rollup"]), "title", 30);
  stack.across(asOfLine(input), "subtitle");
  byKind(stack, input);
  const kindsEnd = stack.next;
  stack.gap();
  bySchool(stack, input);
  const schoolsEnd = stack.next;
  stack.gap();
  pending(stack, input, lines);
  for (const line of definitionLines(["exceptions", "open", "delivery", "undelivered", "repaid"])) stack.across(line, "remark");
  return stack.spec({
    tab: "exception-rollup",
    name: tabNames["exception-rollup"],
    tabColor: "C55A11",
    freeze: { rows: 2, columns: 0 },
    // Many schools get a page to themselves, so that their total stands with them.
    page: { ...rollupPage("landscape", asOf), ...(input.tally.schools.length > halfPage ? { breaksAfter: [kindsEnd, schoolsEnd] } : {}) },
  });
}
