// The tab 忽略问题: findings that the centre has looked into and wants to hear no more of, each with the reason; read again at every check.
import type { Finding } from "../../domain/record/finding";
import { findingText, ruleTitle } from "../../i18n";
import type { Grid } from "../grid";
import { asWritten, isFilled, ownTable } from "../reading/own-table";
import { tabNames } from "../vocabulary/tabs";
import { registerFrame } from "../writing/tab-frames";
import type { CellOut, SheetSpec } from "../writing/spec";
import type { Day } from "../../domain/values/day";

const headings = ["日期", "问题", "工作表", "单元格", "内容", "理由", "程序用"] as const;
const widths = [12, 24, 16, 9, 60, 36, 24] as const;

/** Whether a finding may be dismissed: what holds people or letters back is decided where it is, not waved through. */
export const isDismissible = ({ severity, stops }: Pick<Finding, "severity" | "stops">): boolean => severity !== "error" && stops !== true;

/** The keys of what was dismissed; a line without a reason dismisses nothing. */
export function dismissedIn(grids: readonly Grid[]): ReadonlySet<string> {
  const table = ownTable(grids, "dismissed", headings);
  const keys = table?.rows.flatMap((row) => (table.text(row, "理由") === "" ? [] : [table.text(row, "程序用")])) ?? [];
  return new Set(keys.filter((key) => key !== ""));
}

/** A finding as a line of the tab. */
export function dismissal(
  finding: Finding,
  key: string,
  { on, reason }: { readonly on: Day; readonly reason: string },
): readonly CellOut[] {
  const { rule, sheet, cell } = finding;
  return [{ day: on }, ruleTitle("zh-CN", rule), sheet, cell, findingText("zh-CN", finding).message, reason, key];
}

/** The tab with further lines; a line that dismisses the same again takes the place of the earlier one. */
export function dismissedSheet(grids: readonly Grid[], further: readonly (readonly CellOut[])[]): SheetSpec {
  const right = headings.length - 1;
  const keyOf = (line: readonly CellOut[]) => String(line[right] ?? "");
  const anew = new Set(further.map(keyOf));
  const table = ownTable(grids, "dismissed", headings);
  const before = (table?.rows ?? [])
    .filter(isFilled)
    .map((row) => headings.map((heading) => asWritten(row[table?.columnOf(heading) ?? -1])));
  const rows = [...before.filter((line) => !anew.has(keyOf(line))), ...further];
  return {
    tab: "dismissed",
    name: tabNames.dismissed,
    columns: widths.map((width, index) => ({
      width,
      style: index === 0 ? "cellDay" : index === 5 ? "fillWrapped" : index === 4 ? "cellWrapped" : "cell",
      ...(index === right ? { hidden: true } : {}),
    })),
    rows: [
      [tabNames.dismissed],
      ["这里的问题看过、不必再提示；单元格内容改了会重新提示。想重新提示的，删去该行或清空“理由”，再校验一次。"],
      headings,
      ...rows,
    ],
    ...registerFrame({ right, count: rows.length, titleTo: right - 1, footer: "仅供县资助中心使用" }),
  };
}
