// Words for treating findings: where an accepted repair came from, and the line of 变更日志.
import { loggedAs } from "./log-words";

/** Where a repair came from, and how the cell has it. */
export const treatSource = {
  from: (sheet: string, cell: string) => `校验建议 ${sheet} ${cell}`,
  written: (raw: string) => `单元格原写法：${raw}`,
};

/** The line of 变更日志. */
export function treatSummary({ accepted, dismissed }: { readonly accepted: number; readonly dismissed: number }) {
  const parts = [
    ...(accepted > 0 ? [`采纳建议${accepted}条，记入“更正”`] : []),
    ...(dismissed > 0 ? [`忽略${dismissed}条，记入“忽略问题”`] : []),
  ];
  return { action: loggedAs.treat, counts: parts.join("；") };
}
