// Lines of our tabs that a returned file brought, by the column that names it.
import { cellText, type Grid } from "../grid";
import type { TabId } from "../vocabulary/tabs";
import type { Line } from "./tab-change";

/** The tabs on which files leave lines of their own, and the heading below which their names stand. */
const headings = {
  conflicts: "文件",
  returns: "文件",
  "report-history": "来源文件",
  amendments: "来源",
  "bank-rows": "来源文件",
} as const satisfies Partial<Record<TabId, string>>;

/** A tab on which files leave lines of their own. */
export type FileTab = keyof typeof headings;

/** All of them. */
export const fileTabs = Object.keys(headings) as readonly FileTab[];

/** Which file brought a line of a tab, as far as one file alone did; "" for other lines. */
export function fileNamer(tab: FileTab, { rows }: Pick<Grid, "rows">): (line: Line, isFile: (name: string) => boolean) => boolean {
  const heading = headings[tab];
  const column = rows.find((row) => row.some((cell) => cellText(cell) === heading))?.findIndex((cell) => cellText(cell) === heading) ?? -1;
  return (line, isFile) => {
    const text = cellText(line[column]);
    // An answer names its cell behind its file.
    return isFile(text) || (tab === "amendments" && isFile(text.replace(/ [A-Z]{1,3}\d+(?:；.*)?$/s, "")));
  };
}
