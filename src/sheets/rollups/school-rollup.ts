// The tab 学校汇总: per school where its people stand — delivery, claims, special cases, visits and recovery — for the centre and for inspection.
import { unassignedLines } from "./rollup-measures";
import type { RollupInput } from "./rollup-input";
import { SheetStack } from "./rollup-layout";
import { baseRemark, groupTable, measureColumns } from "./rollup-measures";
import { asOfLine, debitRemark, definitionLines, rollupPage, seasonTitle } from "./rollup-words";
import type { SheetSpec } from "../writing/spec";
import { tabNames } from "../vocabulary/tabs";

const measures = [
  measureColumns.persons,
  measureColumns.open,
  measureColumns.openAmount,
  measureColumns.toDeliver,
  measureColumns.delivered,
  measureColumns.proxy,
  measureColumns.undelivered,
  measureColumns.undeliveredOpen,
  measureColumns.deliveryRate,
  measureColumns.personsPaid,
  measureColumns.personsPartial,
  measureColumns.personsDeposited,
  measureColumns.personsClaimed,
  measureColumns.personsPromised,
  measureColumns.exceptions,
  measureColumns.unreachable,
  measureColumns.visited,
  measureColumns.visits,
  measureColumns.personsRate,
  measureColumns.recoveryRate,
] as const;

const labelColumns = 2;

/** The tab. */
export function schoolRollup(input: RollupInput): SheetSpec {
  const { season, asOf, tally, standings } = input;
  const stack = new SheetStack([6, 20, ...measures.map(({ width, kind }) => (kind === "count" ? 8 : width)), 6, 9], input.note);
  stack.across(seasonTitle(season, tabNames["school-rollup"]), "titleLeft", 30);
  stack.across(asOfLine(input), "subtitle");
  const headingRow = stack.next;
  const body = groupTable(stack, {
    before: [
      { heading: "序号", style: "cellCenter" },
      { heading: "责任学校", style: "cellWrapped" },
    ],
    measures,
    after: [
      { heading: "名次", style: "cellCenter" },
      { heading: "备注", style: "cellCenter" },
    ],
    lines: [
      ...tally.schools.map(({ school, tally: part, standings: own, rank }, index) => ({
        before: [index + 1, school.name],
        tally: part,
        standings: own,
        after: [rank ?? "—", baseRemark(part)],
      })),
      ...unassignedLines(tally, ["", "待划分"], ["—", "不排名"]),
    ],
    total: { before: ["合计", "全县"], tally: tally.county, standings: [...standings.values()], after: ["", ""] },
  });
  stack.gap();
  stack.section("口径说明");
  const lines = definitionLines([
    "persons",
    "open",
    "delivery",
    "undelivered",
    "claimed",
    "exceptions",
    "repaid",
    "recovery",
    "rank",
    "percent",
    "unassigned",
  ]);
  for (const line of [...lines, debitRemark(season)]) stack.across(line, "remark");
  stack.signature("centre", labelColumns);
  const bars = [measureColumns.deliveryRate, measureColumns.recoveryRate].map((measure) => labelColumns + measures.indexOf(measure));
  return stack.spec({
    tab: "school-rollup",
    name: tabNames["school-rollup"],
    tabColor: "2E75B6",
    freeze: { rows: headingRow + 1, columns: labelColumns },
    highlights: bars.map((column, index) => ({ area: { ...body, left: column, right: column }, bar: index === 0 ? "A9D18E" : "9DC3E6" })),
    page: { ...rollupPage("landscape", asOf), repeatRows: [headingRow, headingRow] },
  });
}
