// The tab 冲突与无法匹配: everything in returned files that was not merged, with the place to look at, what to do, and a column to decide in.
import type { RowPlace } from "../../domain/record/field";
import type { Conflict } from "../../domain/returns/conflict";
import type { Day } from "../../domain/values/day";
import { choiceCode, choiceLabels } from "../vocabulary/choices";
import { cellAddress, type Grid } from "../grid";
import { asWritten, isFilled, ownLines, ownTab, ownTable, tableIn } from "../reading/own-table";
import type { CellOut, SheetSpec, Validation } from "../writing/spec";
import { tabPage } from "../writing/tab-frames";
import type { StyleName } from "../writing/styles";
import { tabNames } from "../vocabulary/tabs";
import { byKind, type QuestionContent, type QuestionLine } from "./question-line";
import { foldText } from "../reading/values/clean";

const shown = [
  "类型",
  "文件",
  "责任学校",
  "工作表",
  "单元格",
  "姓名",
  "合同编号",
  "项目",
  "名单或已登记内容",
  "交回内容",
  "处理办法",
] as const;
const headings = [...shown, "决定", "题号", "程序用"] as const;
const widths = [13, 30, 16, 12, 12, 10, 20, 13, 22, 34, 48, 14, 18, 8] as const;
const wrapped: ReadonlySet<number> = new Set([1, 2, 5, 8, 9, 10]);
const decisionColumn = shown.length;
const headingRow = 2;

/** What may be written beside questions besides the meanings of words. */
export const [adopt, refuse, adoptAll, refuseAll] = ["采用", "拒绝", "同类全部采用", "同类全部拒绝"] as const;

/** A question with what the centre made of it. */
export interface Ruling {
  readonly line: QuestionLine;
  readonly verdict: "adopt" | "refuse";
  /** For a word on no list, the code that it stands for; for somebody who has gone, the school that answers for them. */
  readonly meaning?: string;
}

/** Where the lines of the tab of a book stand; undefined when the book does not have it. */
export function conflictsIn(grids: readonly Grid[]): readonly RowPlace[] | undefined {
  return ownLines(grids, "conflicts", shown, isFilled);
}

function contentIn(text: string): QuestionContent | undefined {
  try {
    const content = JSON.parse(text) as QuestionContent;
    return Array.isArray(content.contracts) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** The questions that stand on the tab of a book, with what was typed beside them. */
export function questionLinesIn(grids: readonly Grid[]): readonly QuestionLine[] {
  const table = ownTable(grids, "conflicts", headings);
  const sheet = ownTab(grids, "conflicts")?.name ?? "";
  return (table?.rows ?? []).flatMap((row, at): QuestionLine[] => {
    const key = table?.text(row, "题号") ?? "";
    if (!table || !/^[0-9A-Z]{16}$/.test(key)) return [];
    return [
      {
        key,
        content: contentIn(table.text(row, "程序用")),
        cells: shown.map((heading) => asWritten(row[table.columnOf(heading)])),
        decision: table.text(row, "决定"),
        place: { sheet, cell: cellAddress(table.headingRow + 1 + at, table.columnOf("决定")) },
      },
    ];
  });
}

/** The addresses of the cells of the tab in which a decision is still to be written. */
export function openQuestions(grid: Grid): readonly string[] {
  const table = tableIn(grid, headings);
  if (!table) return [];
  const column = table.columnOf("决定");
  return table.rows.flatMap((row, index) =>
    column >= 0 && table.text(row, "题号") !== "" && table.text(row, "决定") === ""
      ? [cellAddress(table.headingRow + 1 + index, column)]
      : [],
  );
}

/** The same lines with what was decided elsewhere, by question, in place of what stands beside them. */
export function withDecisions(lines: readonly QuestionLine[], decisions: ReadonlyMap<string, string>): readonly QuestionLine[] {
  return lines.map((line) => ({ ...line, decision: decisions.get(line.key) ?? line.decision }));
}

/** What may be written beside a question. */
export function choicesFor({ content }: QuestionLine): readonly string[] {
  const proposal = content?.proposal;
  if (proposal?.do === "word") return [...choiceLabels(proposal.field), refuse];
  if (proposal?.do === "transfer") return [...proposal.to, refuse];
  if (!proposal || proposal.do === "file") return proposal ? [adopt, refuse] : [refuse, refuseAll];
  // Telephones and addresses are looked at one by one.
  return proposal.do === "amend" ? [adopt, refuse, refuseAll] : [adopt, refuse, adoptAll, refuseAll];
}

function meaningOf({ content }: QuestionLine, text: string): string | undefined {
  const proposal = content?.proposal;
  if (proposal?.do === "transfer") return text;
  return proposal?.do === "word" ? choiceCode(proposal.field, text) : undefined;
}

/** What the kind of a question is known by: all of one kind may be decided at once. */
export const questionSort = ({ cells }: QuestionLine) => `${String(cells[0])}|${String(cells[shown.indexOf("项目")])}`;

/** What was decided on the tab, for the line itself or for all lines of its kind; what is not allowed beside a question decides nothing. */
export function rulingsOf(lines: readonly QuestionLine[]): readonly Ruling[] {
  const forAll = new Map<string, string>();
  const texts = lines.map((line) => {
    const text = foldText(line.decision).replace(/\s+/g, "");
    return choicesFor(line).includes(text) ? text : "";
  });
  for (const [at, line] of lines.entries()) {
    const text = texts[at];
    if (text === adoptAll || text === refuseAll) forAll.set(questionSort(line), text);
  }
  return lines.flatMap((line, at): Ruling[] => {
    const own = texts[at] ?? "";
    const general = forAll.get(questionSort(line)) ?? "";
    const text = own === "" && choicesFor(line).includes(general) ? general : own;
    if (text === "") return [];
    if (text === refuse || text === refuseAll) return [{ line, verdict: "refuse" }];
    const meaning = meaningOf(line, text);
    return [{ line, verdict: "adopt", ...(meaning === undefined ? {} : { meaning }) }];
  });
}

function styleOf(kind: Conflict["kind"]): StyleName {
  if (kind === "locked-changed" || kind === "row-missing") return "cellInfo";
  return kind === "row-shifted" || kind === "other-school" || kind === "unmatched" ? "cellError" : "cellWarning";
}

const cellsOf = ({ cells, decision, key, content }: QuestionLine): readonly CellOut[] => [
  ...cells,
  decision === "" ? null : decision,
  key,
  content ? JSON.stringify(content) : null,
];

/** The tab with its open questions. Grave kinds come first; within a kind the order is kept. */
export function conflictsSheet(lines: readonly QuestionLine[], { today }: { readonly today: Day }): SheetSpec {
  const sorted = byKind(lines);
  const right = headings.length - 1;
  const remark =
    sorted.length > 0
      ? `${today}回收，待决定${sorted.length}条，均未写入登记表。请在黄色的“决定”列选择，下次“合并回收表”或按“应用决定”时生效；决定过的记入“冲突决定”，不再重复提问。`
      : `${today}回收，没有需要处理的内容。`;
  return {
    tab: "conflicts",
    name: tabNames.conflicts,
    tabColor: "E57373",
    columns: widths.map((width, index) => ({
      width,
      style: index === decisionColumn ? "fill" : wrapped.has(index) ? "cellWrapped" : "cell",
      ...(index === right ? { hidden: true } : {}),
    })),
    rows: [[tabNames.conflicts], [remark], headings, ...sorted.map(cellsOf)],
    styled: [
      { area: { top: 0, left: 0, bottom: 0, right }, style: "titleLeft" },
      { area: { top: 1, left: 0, bottom: 1, right }, style: "subtitle" },
      { area: { top: headingRow, left: 0, bottom: headingRow, right }, style: "heading" },
      { area: { top: headingRow, left: decisionColumn, bottom: headingRow, right: decisionColumn }, style: "headingFill" },
      ...areasOf(sorted, ({ content }) => styleOf(content?.kind ?? "unmatched"), 0).map(({ area, of }) => ({ area, style: of })),
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right: decisionColumn },
      { top: 1, left: 0, bottom: 1, right: decisionColumn },
    ],
    freeze: { rows: headingRow + 1, columns: 1 },
    filter: { top: headingRow, left: 0, bottom: Math.max(headingRow, headingRow + sorted.length), right },
    validations: areasOf(sorted, (line) => choicesFor(line).join(","), decisionColumn).map(({ area, of }): Validation => ({
      area,
      rule: { kind: "list", values: of.split(",") },
      error: { title: "决定", message: "请从下拉列表中选一项，或按 Esc 取消。" },
    })),
    page: tabPage({ repeatRows: [headingRow, headingRow] }),
  };
}

// One area of a column for each run of lines that have the same of something.
function areasOf<T extends string>(lines: readonly QuestionLine[], of: (line: QuestionLine) => T, column: number) {
  const areas: { area: { top: number; left: number; bottom: number; right: number }; of: T }[] = [];
  for (const [at, line] of lines.entries()) {
    const row = headingRow + 1 + at;
    const last = areas.at(-1);
    if (last && last.of === of(line)) last.area.bottom = row;
    else areas.push({ area: { top: row, left: column, bottom: row, right: column }, of: of(line) });
  }
  return areas;
}
