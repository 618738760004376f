// The tab 冲突与无法匹配: everything in returned files that was not merged, with the place to look at and what to do.
import type { RowPlace } from "../../domain/record/field";
import { maskCitizenId } from "../../domain/identity/citizen-id";
import { type Conflict, conflictKinds } from "../../domain/returns/conflict";
import type { ChoiceCode } from "../../domain/record/choices";
import type { Day } from "../../domain/values/day";
import { type FieldId, fieldTypes, type FieldValues, type SheetRow } from "../../domain/record/field";
import { fillInsIn, rawOf } from "../../domain/returns/fill-in";
import { type Fen, groupedYuan } from "../../domain/values/money";
import { choiceLabel, isChoiceField } from "../vocabulary/choices";
import { headingOf } from "../vocabulary/columns";
import type { Grid } from "../grid";
import { isFilled, ownLines } from "../reading/own-table";
import { conflictWords } from "./conflict-words";
import type { CellOut, SheetSpec } from "../writing/spec";
import type { StyleName } from "../writing/styles";
import { tabNames } from "../vocabulary/tabs";

/** The address of the cell that a conflict is about, as the user finds it in the returned file; undefined where there is none. */
export type CellFinder = (conflict: Conflict) => string | undefined;

const headings = [
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
const widths = [13, 30, 16, 12, 9, 10, 20, 13, 22, 34, 48] as const;
const wrapped: ReadonlySet<number> = new Set([1, 2, 5, 8, 9, 10]);

// IDs are masked wherever they turn up: this tab is for deciding, not for identifying.
function said(field: FieldId, value: string | number): string {
  if (fieldTypes[field] === "citizenId") return maskCitizenId(String(value));
  if (fieldTypes[field] === "money") return groupedYuan(value as Fen);
  return isChoiceField(field) ? choiceLabel(field, value as ChoiceCode) : String(value);
}

function saidValue(field: FieldId | undefined, value: string | number | undefined): string {
  return field === undefined || value === undefined ? "" : said(field, value);
}

const allFillIns: readonly FieldId[] = [...new Set([...fillInsIn.list, ...fillInsIn.visits])];

/** Every entry of a row that was left out as a whole, so that it can be entered by hand. */
function entriesText(row: SheetRow): string {
  return allFillIns
    .flatMap((field) => {
      const value = row.values[field];
      const text = value === undefined ? rawOf(row, field) : said(field, value);
      return text === undefined ? [] : [`${headingOf(field)}：${text}`];
    })
    .join("；");
}

function returnedText({ field, found, raw, row }: Conflict): string {
  const cell = raw === undefined ? saidValue(field, found) : field && fieldTypes[field] === "citizenId" ? maskCitizenId(raw) : raw;
  const entries = row ? entriesText(row) : "";
  return [cell, entries].filter((text) => text !== "").join("；");
}

function subjectOf({ contract, row }: Conflict): FieldValues {
  return contract?.row.values ?? row?.values ?? {};
}

function styleOf(kind: Conflict["kind"]): StyleName {
  if (kind === "locked-changed" || kind === "row-missing") return "cellInfo";
  return kind === "row-shifted" || kind === "other-school" || kind === "unmatched" ? "cellError" : "cellWarning";
}

/** Where the lines of the tab of a book stand; undefined when the book does not have it. */
export function conflictsIn(grids: readonly Grid[]): readonly RowPlace[] | undefined {
  return ownLines(grids, "conflicts", headings, isFilled);
}

/** The tab. Grave kinds come first; within a kind the order of the conflicts is kept. */
export function conflictsSheet(conflicts: readonly Conflict[], options: { readonly cellOf: CellFinder; readonly today: Day }): SheetSpec {
  const sorted = conflictKinds.flatMap((kind) => conflicts.filter((conflict) => conflict.kind === kind));
  const right = headings.length - 1;
  const remark =
    sorted.length > 0
      ? `${options.today}回收，共${sorted.length}条。以下内容均未写入登记表，请逐条处理；每次回收都会重新生成本表。`
      : `${options.today}回收，没有需要处理的内容。`;
  const row = (conflict: Conflict): CellOut[] => {
    const { name, contractNo } = subjectOf(conflict);
    const { label, advice } = conflictWords[conflict.kind];
    return [
      label,
      conflict.file,
      conflict.school,
      conflict.place?.sheet ?? "",
      options.cellOf(conflict) ?? "",
      name ?? "",
      contractNo ?? "",
      conflict.field ? headingOf(conflict.field) : "整行",
      saidValue(conflict.field, conflict.expected),
      returnedText(conflict),
      advice,
    ];
  };
  return {
    tab: "conflicts",
    name: tabNames.conflicts,
    tabColor: "E57373",
    columns: widths.map((width, index) => ({ width, style: wrapped.has(index) ? "cellWrapped" : "cell" })),
    rows: [[tabNames.conflicts], [remark], headings, ...sorted.map(row)],
    styled: [
      { area: { top: 0, left: 0, bottom: 0, right }, style: "titleLeft" },
      { area: { top: 1, left: 0, bottom: 1, right }, style: "subtitle" },
      { area: { top: 2, left: 0, bottom: 2, right }, style: "heading" },
      ...kindAreas(sorted),
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right },
      { top: 1, left: 0, bottom: 1, right },
    ],
    freeze: { rows: 3, columns: 1 },
    filter: { top: 2, left: 0, bottom: Math.max(2, 2 + sorted.length), right },
    page: {
      paper: "A4",
      orientation: "landscape",
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4 },
      fitWidth: true,
      repeatRows: [2, 2],
      footer: "&C第 &P 页 共 &N 页",
    },
  };
}

// One coloured block for each kind, since the rows are sorted by it.
function kindAreas(sorted: readonly Conflict[]) {
  let top = 3;
  return conflictKinds.flatMap((kind) => {
    const count = sorted.filter((conflict) => conflict.kind === kind).length;
    if (count === 0) return [];
    const area = { top, left: 0, bottom: top + count - 1, right: 0 };
    top += count;
    return [{ area, style: styleOf(kind) }];
  });
}
