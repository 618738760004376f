// What all reports have in common: the head with title, number and office from 设置, and the foot with definitions, stamp and seal.
import { documentNoOf, type Paper } from "../../domain/record/season";
import { withHeights } from "../writing/row-heights";
import type { SheetSpec } from "../writing/spec";
import { SheetStack } from "../rollups/rollup-layout";
import { asOfLine, debitRemark, rollupPage, seasonTitle } from "../rollups/rollup-words";
import { type ReportInput, ruleVersion } from "./report-input";

const blank = "\u3000\u3000";
const unstamped = "0000-0000-0000-0000";

/** By what a frozen report can be told from another: first its code, then by which rules and as of when. */
export function stampLines({ asOf, stamp }: ReportInput): readonly [string, string] {
  return [`内容校验码：${stamp?.hash ?? unstamped}`, `口径版本：${ruleVersion}${blank}截至日期：${asOf}`];
}

/** The same in one line. */
export function stampLine(input: ReportInput): string {
  return stampLines(input).join(blank);
}

/** A sheet of a report under construction, its head in place: title, who reports under which number, as of when. */
export function reportStack(input: ReportInput, paper: Paper, what: string, widths: readonly number[]): SheetStack {
  const { season } = input;
  const stack = new SheetStack(widths);
  stack.across(seasonTitle(season, what), "title", 34);
  // Whoever has no number yet writes it by hand.
  stack.across(`单位：${season.office}${blank}文号：${documentNoOf(season, paper) || blank.repeat(5)}`, "subtitle");
  stack.across(asOfLine(input), "subtitle");
  return stack;
}

/** The foot: numbered definitions, why unpaid is not yet in default, the stamp, and the line to be signed and sealed. */
export function reportFoot(stack: SheetStack, input: ReportInput, definitions: readonly string[], isSealed = true): void {
  stack.gap();
  stack.section("口径说明");
  for (const line of [...definitions, debitRemark(input.season), stampLine(input)]) stack.across(line, "remark");
  if (isSealed) stack.signature("centre", 0);
}

// A digit is 7.2 points wide in the widest font that stands in for 宋体 11.
const digit = 7.2;
const paper = { portrait: { width: 537, height: 753 }, landscape: { width: 784, height: 507 } } as const;
/** Below this size, in percent, a page is hard to read: then the sheet takes as many pages as it needs. */
const smallest = 58;

/** The heights of these rows as they are printed at full size, in points. */
export function pointsOfRows({ rows, heights }: Pick<SheetSpec, "rows" | "heights">, from = 0, to = rows.length): number {
  return rows.slice(from, to).reduce((sum, _, index) => sum + (heights?.get(from + index) ?? 15), 0);
}

// The size in percent at which the sheet is one page, so that seal and definitions never stand on a page alone.
function onePage(spec: SheetSpec, orientation: keyof typeof paper): number {
  const { width, height } = paper[orientation];
  const wide = spec.columns.reduce((sum, column) => sum + column.width, 0) * digit;
  return Math.floor(Math.min(width / wide, height / pointsOfRows(withHeights(spec))) * 100);
}

/** What a sheet of a report has of its own; `id` names it within the file. */
export interface ReportPage extends Partial<Omit<SheetSpec, "tab" | "columns" | "rows" | "page">> {
  readonly id: string;
  readonly name: string;
  readonly orientation?: "portrait" | "landscape";
  readonly repeatRows?: readonly [number, number];
}

/** The sheet as a page of its report. */
export function reportSheet(
  stack: SheetStack,
  { asOf }: Pick<ReportInput, "asOf">,
  { id, name, orientation = "portrait", repeatRows, ...more }: ReportPage,
): SheetSpec {
  const page = { ...rollupPage(orientation, asOf), ...(repeatRows ? { repeatRows } : {}) };
  const spec = stack.spec({ tab: `report-${id}`, name, tabColor: "1F4E78", ...more, page });
  const scale = onePage(spec, orientation);
  return scale < smallest ? spec : { ...spec, page: { ...page, fitWidth: false, scale: Math.min(scale, 100) } };
}
