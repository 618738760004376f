// The county by liaison (分包联人), as 还款汇总 and 包联人汇总 show it: its lines, with those who have no school, and the county as their total.
import type { RollupInput } from "./rollup-input";
import { type GroupTable, unassignedLines } from "./rollup-measures";

/** What stands where a school has no liaison. */
export const noLiaison = "未填包联人";

/** The liaisons' part of a table of groups. */
export function liaisonGroups({
  tally,
  standings,
}: Pick<RollupInput, "tally" | "standings">): Pick<GroupTable, "before" | "lines" | "total"> {
  return {
    before: [
      { heading: "序号", style: "cellCenter" },
      { heading: "包联人", style: "cell" },
      { heading: "学校数", style: "cellCount" },
    ],
    lines: [
      ...tally.liaisons.map(({ liaison, schools, tally: part, standings: own }, index) => ({
        before: [index + 1, liaison || noLiaison, schools],
        tally: part,
        standings: own,
      })),
      ...unassignedLines(tally, ["", "待划分", 0]),
    ],
    total: { before: ["合计", "全县", tally.schools.length], tally: tally.county, standings: [...standings.values()] },
  };
}
