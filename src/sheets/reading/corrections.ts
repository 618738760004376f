// Corrections of recognition (识别更正): which sheet is what, which row holds its headings, which column is which, by the user's own word.
import type { FieldId } from "../../domain/record/field";
import { fieldOfHeading, headingOf } from "../vocabulary/columns";
import { cellText, columnIndex, columnLetters, type Grid } from "../grid";
import { ownTab, tableIn } from "./own-table";
import type { SheetKind } from "./reading";
import type { SheetSpec } from "../writing/spec";
import { tabPage } from "../writing/tab-frames";
import { tabNames } from "../vocabulary/tabs";
import { foldText } from "./values/clean";

/** What the user says about one sheet; whatever is not said is recognised as usual. */
export interface Correction {
  readonly kind?: SheetKind;
  /** The heading row as the user counts rows. */
  readonly headerRow?: number;
  /** Columns counted from 0. */
  readonly columns: ReadonlyMap<FieldId, number>;
}

const headings = ["工作表", "项目", "更正为"] as const;
const kindWord = "用途";
const rowWord = "表头行";
const firstRow = 2;

const kinds: Readonly<Partial<Record<SheetKind, string>>> = {
  borrowers: "应还名单",
  jurisdictions: "辖区划分",
  contacts: "联系表",
  repayments: "扣款结果",
  other: "不用",
};

/** The corrections that a book holds on its tab 识别更正, by sheet; lines that say nothing understandable are passed over. */
export function correctionsIn(grids: readonly Grid[]): ReadonlyMap<string, Correction> {
  const grid = ownTab(grids, "corrections");
  const table = grid && tableIn(grid, headings);
  const corrections = new Map<string, Correction>();
  // Written by hand, the tab may have no headings; then its columns stand in their order.
  for (const row of table?.rows ?? grid?.rows ?? []) {
    const [sheet = "", item = "", value = ""] = headings.map((heading, at) => foldText(cellText(row[table?.columnOf(heading) ?? at])));
    const before = corrections.get(sheet) ?? { columns: new Map<FieldId, number>() };
    const after = corrected(before, item, value.toUpperCase());
    if (sheet !== "" && after) corrections.set(sheet, after);
  }
  return corrections;
}

function corrected(before: Correction, item: string, value: string): Correction | undefined {
  const kind = (Object.keys(kinds) as SheetKind[]).find((candidate) => kinds[candidate] === value);
  if (item === kindWord) return kind && { ...before, kind };
  if (item === rowWord) return /^[1-9]\d{0,6}$/.test(value) ? { ...before, headerRow: Number(value) } : undefined;
  const field = fieldOfHeading(item);
  if (field === undefined || !/^[A-Z]{1,3}$/.test(value)) return undefined;
  return { ...before, columns: new Map([...before.columns, [field, columnIndex(value)]]) };
}

/** The tab 识别更正 with these corrections; it may also be written by hand. */
export function correctionsSheet(corrections: ReadonlyMap<string, Correction>): SheetSpec {
  const lines = [...corrections].flatMap(([sheet, { kind, headerRow, columns }]) => [
    ...(kind && kinds[kind] ? [[sheet, kindWord, kinds[kind]]] : []),
    ...(headerRow === undefined ? [] : [[sheet, rowWord, String(headerRow)]]),
    ...[...columns].map(([field, column]) => [sheet, headingOf(field), columnLetters(column)]),
  ]);
  const right = headings.length - 1;
  return {
    tab: "corrections",
    name: tabNames.corrections,
    columns: [
      { width: 24, style: "fill" },
      { width: 18, style: "fill" },
      { width: 14, style: "fill" },
    ],
    rows: [["识别更正（每行一项：用途、表头行，或栏目名称及其所在列，如“身份证号 → C”）"], headings, ...lines],
    styled: [
      { area: { top: 0, left: 0, bottom: 0, right }, style: "remark" },
      { area: { top: 1, left: 0, bottom: 1, right }, style: "heading" },
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right }],
    heights: new Map([[0, 32]]),
    freeze: { rows: firstRow, columns: 0 },
    page: tabPage({ margin: 0.5, orientation: "portrait", repeatRows: [1, 1] }),
  };
}
