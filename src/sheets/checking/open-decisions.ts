// What the centre has still to decide on tabs of ours: the cells of the yellow column that are blank beside somebody.
import { headingOf } from "../vocabulary/columns";
import { cellAddress, cellText, type Grid } from "../grid";
import { verdictHeading } from "./stop-decisions";

/** The column in which the centre decides, by tab. */
const headings = { unassigned: headingOf("school"), "stop-decisions": verdictHeading } as const;

/** What the first cell of a totals row says. */
const totalLabel = "合计";

/** A tab on which the centre decides. */
export type DecisionTab = keyof typeof headings;

/** The addresses of the blank cells, from top to bottom; none below the totals row. */
export function openDecisions({ rows }: Pick<Grid, "rows">, tab: DecisionTab): readonly string[] {
  const key = headingOf("rowKey");
  const at = rows.findIndex((row) => row.some((cell) => cellText(cell) === key));
  const titles = (rows[at] ?? []).map(cellText);
  const column = titles.indexOf(headings[tab]);
  if (column < 0) return [];
  const below = rows.slice(at + 1);
  const end = below.findIndex((row) => cellText(row[titles.indexOf(key)]) === totalLabel);
  return (end < 0 ? below : below.slice(0, end)).flatMap((row, index) =>
    cellText(row[column]) === "" ? [cellAddress(at + 1 + index, column)] : [],
  );
}
