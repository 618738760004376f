// The tab 校验结果: the control figures, the kinds of findings with their counts, and every single finding with the way to its cell.
import type { Finding, Severity } from "../../domain/record/finding";
import { type Fen, subtractFen } from "../../domain/values/money";
import type { ControlFigure, RosterTotals } from "../../domain/checking/roster-totals";
import type { Day } from "../../domain/values/day";
import { findingText, ruleTitle, severityName } from "../../i18n";
import type { Area } from "../grid";
import type { CellOut, ColumnSpec, SheetSpec, StyledArea } from "../writing/spec";
import type { StyleName } from "../writing/styles";
import { tabPage } from "../writing/tab-frames";
import { tabNames } from "../vocabulary/tabs";
import { loggedAs } from "./log-words";

/** What the tab is made from. */
export interface FindingsPage {
  readonly madeOn: Day;
  /** The borrower sheets by name. */
  readonly lists: readonly string[];
  readonly totals: RosterTotals;
  readonly control: readonly ControlFigure[];
  readonly findings: readonly Finding[];
  /** How many more stand on 忽略问题. */
  readonly dismissed: number;
  /** Persons held back for errors, rows counted once though they stand twice, and rows that are no borrowers. */
  readonly held: number;
  readonly copies: number;
  readonly ignored: number;
}

/** How many findings are listed one by one; the rest is counted. */
export const listedFindings = 20_000;

const columns = [
  { heading: "类别", width: 7, style: "cellCenter" },
  { heading: "级别", width: 7, style: "cellCenter" },
  { heading: "条数", width: 7, style: "cellCount" },
  { heading: "工作表", width: 14, style: "cellWrapped" },
  { heading: "单元格", width: 9, style: "cellLink" },
  { heading: "栏目", width: 13, style: "cellWrapped" },
  { heading: "问题", width: 56, style: "cellWrapped" },
  { heading: "处理办法", width: 48, style: "cellWrapped" },
  { heading: "建议改为", width: 20, style: "cellWrapped" },
] as const satisfies readonly (ColumnSpec & { readonly heading: string })[];

const right = columns.length - 1;
const gravest: readonly Severity[] = ["error", "warning", "info"];
const severityStyles: Readonly<Record<Severity, StyleName>> = { error: "cellError", warning: "cellWarning", info: "cellInfo" };
const figureNames: Readonly<Record<ControlFigure["figure"], string>> = {
  persons: "应还人数",
  principal: "应还本金（元）",
  interest: "应还利息（元）",
  due: "应还合计（元）",
};
const titleHeight = 30;

/** A line of the tab: its cells, and styles that differ from the columns'. */
interface Line {
  readonly cells: readonly CellOut[];
  readonly styles: readonly { readonly from: number; readonly to: number; readonly style: StyleName }[];
  readonly merges?: readonly (readonly [from: number, to: number])[];
  readonly height?: number;
}

const across = (style: StyleName) => [{ from: 0, to: right, style }];
const count = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** The tab 校验结果. */
export function findingsSheet(page: FindingsPage): SheetSpec {
  const bySeverity = gravest.flatMap((severity) => page.findings.filter((finding) => finding.severity === severity));
  const listed = bySeverity.slice(0, listedFindings);
  const top = [titleLine(), asOfLine(page), ...controlLines(page)];
  const table = [...summaryLines(bySeverity), ...listed.map(findingLine)];
  const bottom = remarkLines(bySeverity.length, listed.length);
  const lines = [...top, headingLine(), ...table, ...bottom];
  return {
    tab: "findings",
    name: tabNames.findings,
    tabColor: "C00000",
    columns: columns.map(({ width, style }) => ({ width, style })),
    rows: lines.map(({ cells }) => cells),
    styled: lines.flatMap(styledAreas),
    merges: lines.flatMap(({ merges = [] }, row) => merges.map(([from, to]): Area => ({ top: row, left: from, bottom: row, right: to }))),
    heights: new Map(lines.flatMap(({ height }, row): [number, number][] => (height === undefined ? [] : [[row, height]]))),
    freeze: { rows: top.length + 1, columns: 0 },
    ...(table.length > 0 ? { filter: { top: top.length, left: 0, bottom: top.length + table.length, right } } : {}),
    page: tabPage({ center: true, repeatRows: [top.length, top.length], header: "&R内部资料 注意保密", left: "校验结果" }),
  };
}

function styledAreas({ styles }: Line, row: number): readonly StyledArea[] {
  return styles.map(({ from, to, style }) => ({ area: { top: row, left: from, bottom: row, right: to }, style }));
}

function titleLine(): Line {
  return { cells: ["校验结果"], styles: across("titleLeft"), merges: [[0, right]], height: titleHeight };
}

function asOfLine({ madeOn, lists, totals, findings, dismissed, held, copies, ignored }: FindingsPage): Line {
  const counts = gravest.map(
    (severity) => `${severityName("zh-CN", severity)} ${count(findings.filter((finding) => finding.severity === severity).length)} 条`,
  );
  const parts = [
    `截至 ${madeOn}`,
    `名单：${lists.join("、")}，${count(totals.persons)} 人 ${count(totals.contracts)} 笔合同`,
    counts.join("，"),
    ...(dismissed > 0 ? [`另有 ${count(dismissed)} 条见“${tabNames.dismissed}”`] : []),
    ...(held > 0 ? [`因错误暂不下发 ${count(held)} 人`] : []),
    ...(copies > 0 ? [`重复行只计一次 ${count(copies)} 行`] : []),
    ...(ignored > 0 ? [`略过合计、表头、说明等 ${count(ignored)} 行`] : []),
  ];
  const text = parts.join("　");
  return { cells: [text], styles: across("subtitle"), merges: [[0, right]] };
}

// Four figures below each other, in spans of the table's columns: label, stated, in the list, verdict.
const spans = [
  [0, 2],
  [3, 4],
  [5, 5],
  [6, 6],
] as const;

function controlLines({ totals, control }: FindingsPage): readonly Line[] {
  const heading = spread(["控制数核对", "控制数", "名单合计", "结果"], ["heading", "heading", "heading", "heading"]);
  const lines = (["persons", "principal", "interest", "due"] as const).map((figure) => {
    const money = (value: number): CellOut => (figure === "persons" ? value : { fen: value as Fen });
    const style = figure === "persons" ? "cellCount" : "cellMoney";
    const stated = control.find((candidate) => candidate.figure === figure);
    const cells = [figureNames[figure], stated ? money(stated.expected) : "—", money(totals[figure]), verdict(stated)];
    return spread(cells, ["cellCenter", stated ? style : "cellCenter", style, verdictStyle(stated)]);
  });
  return [heading, ...lines];
}

function verdict(stated: ControlFigure | undefined): string {
  if (!stated) return "“设置”里没有填写控制数，未核对";
  if (stated.ok) return "一致";
  const [more, size] = [stated.actual > stated.expected, Math.abs(stated.actual - stated.expected)];
  const amount = stated.figure === "persons" ? `${count(size)} 人` : `${fenText(stated.expected, stated.actual)} 元`;
  return `不一致：名单${more ? "多" : "少"} ${amount}`;
}

function fenText(expected: Fen, actual: Fen): string {
  const gap = Math.abs(subtractFen(actual, expected));
  return `${count(Math.floor(gap / 100))}.${String(gap % 100).padStart(2, "0")}`;
}

function verdictStyle(stated: ControlFigure | undefined): StyleName {
  return !stated || stated.ok ? "cellCenter" : "cellError";
}

function spread(cells: readonly CellOut[], styles: readonly StyleName[]): Line {
  const row: CellOut[] = [];
  spans.forEach(([from, to], index) => {
    row[from] = cells[index] ?? null;
    for (let column = from + 1; column <= to; column++) row[column] = null;
  });
  return {
    cells: row,
    styles: spans.map(([from, to], index) => ({ from, to, style: styles[index] ?? "cell" })),
    merges: spans.flatMap(([from, to]) => (to > from ? [[from, to] as const] : [])),
  };
}

function headingLine(): Line {
  return { cells: columns.map(({ heading }) => heading), styles: across("heading"), height: 24 };
}

/** One line for each kind of finding: how many, what kind, what to do, and the way to the first of them. */
function summaryLines(findings: readonly Finding[]): readonly Line[] {
  const kinds = new Map<string, { first: Finding; count: number; sheets: Set<string> }>();
  for (const finding of findings) {
    const kind = kinds.get(finding.rule) ?? { first: finding, count: 0, sheets: new Set() };
    kinds.set(finding.rule, kind);
    kind.count++;
    kind.sheets.add(finding.sheet);
  }
  return [...kinds].map(([rule, { first, count: total, sheets }]) => {
    const sheet = sheets.size === 1 ? first.sheet : `${sheets.size} 张表`;
    const { advice } = findingText("zh-CN", first);
    const title = ruleTitle("zh-CN", rule);
    return tableLine(["汇总", first.severity, total, sheet, linkTo(first), "", title, advice, ""], true);
  });
}

function findingLine(finding: Finding): Line {
  const { message, advice } = findingText("zh-CN", finding);
  const heading = String(finding.params["heading"] ?? "");
  return tableLine(
    ["明细", finding.severity, null, finding.sheet, linkTo(finding), heading, message, advice, finding.proposal ?? ""],
    false,
  );
}

function linkTo({ sheet, cell, row }: Finding): CellOut {
  const target = cell === "" ? (row > 0 ? `A${row}` : "") : cell;
  return target === "" ? "整表" : { text: cell === "" ? `第${row}行` : target, link: { sheet, cell: target } };
}

type TableCells = readonly [string, Severity, number | null, string, CellOut, string, string, string, string];

function tableLine(cells: TableCells, isSummary: boolean): Line {
  const [kind, severity, ...rest] = cells;
  return {
    cells: [kind, severityName("zh-CN", severity), ...rest],
    styles: [...(isSummary ? summaryStyles : []), { from: 1, to: 1, style: severityStyles[severity] }],
  };
}

const summaryStyles: Line["styles"] = [
  { from: 0, to: 0, style: "total" },
  { from: 2, to: 2, style: "totalCount" },
  { from: 6, to: 6, style: "total" },
];

function remarkLines(found: number, listed: number): readonly Line[] {
  const remark = (text: string): Line => ({ cells: [text], styles: across("remark"), merges: [[0, right]] });
  if (found === 0) return [remark("没有发现问题，可以进行下一步。")];
  const note =
    "错误：改正前该生不进名单、不发通知书，但仍计入合计；警告：请核对，不影响下发；提示：供参考。改正后请重新校验，本表会整表更新。";
  if (listed === found) return [remark(note)];
  return [remark(`以上列出前 ${count(listed)} 条，另有 ${count(found - listed)} 条没有列出；请先改正以上问题，再重新校验。`), remark(note)];
}

/** What a check has come to, as a line of the log. */
export function checkSummary(findings: readonly Finding[], held: number): { readonly action: string; readonly counts: string } {
  const [errors, warnings, notes] = gravest.map((severity) => findings.filter((finding) => finding.severity === severity).length);
  return { action: loggedAs.check, counts: `错误${errors ?? 0}条，警告${warnings ?? 0}条，提示${notes ?? 0}条；因错误暂缓${held}人` };
}
