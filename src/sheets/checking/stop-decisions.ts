// 核实决定: people whose remarks ask for a look, one line each, with columns in which the centre decides whether letters go out all the same.
import type { Assignment } from "../../domain/places/jurisdiction";
import type { Standing, StandingSources } from "../../domain/standing/standing";
import type { PersonKey } from "../../domain/identity/keys";
import type { RosterIndex } from "../../domain/identity/roster-index";
import { printRowKey } from "../../domain/identity/row-key";
import { isHeldByCentre, type StopDecision, type StopDecisions, undecided } from "../../domain/standing/stop";
import type { Grid } from "../grid";
import { blankCells, tableIn } from "../reading/own-table";
import type { SeasonBook } from "../reading/reading";
import { caseDecisionsIn } from "./case-decisions";
import { decidedLines, decisionsByPerson } from "./decided-people";
import { groupedYuan } from "../../domain/values/money";
import { choiceLabel } from "../vocabulary/choices";
import { headingOf } from "../vocabulary/columns";
import { caseInRemark } from "../vocabulary/remark-words";
import { waiverWordsOf } from "../vocabulary/waiver-words";
import type { CellOut, SheetSpec } from "../writing/spec";
import { tabNames } from "../vocabulary/tabs";
import { decisionFrame } from "../writing/tab-frames";

// The column in which the centre decides.
const verdictHeading = "决定";

const headings = ["编号", "学校", "姓名", "原文", "所在位置", verdictHeading, "理由", "日期"] as const;
const verdictColumn = headings.indexOf(verdictHeading);
const headingRow = 2;
const verdicts: ReadonlyMap<string, StopDecision["verdict"]> = new Map([
  ["仍发", "send"],
  ["不发", "hold"],
]);

const storedLines = (grids: readonly Grid[], index: RosterIndex) =>
  decidedLines([grids, index], "stop-decisions", headings, (text): StopDecision | undefined => {
    const verdict = verdicts.get(text(verdictHeading));
    return (
      verdict && {
        verdict,
        words: text("原文")
          .split("\n")
          .map((line) => line.trim()),
      }
    );
  });

/** What the centre has decided on the tab 核实决定 of a book. */
export function stopDecisionsIn(grids: readonly Grid[], index: RosterIndex): StopDecisions {
  return decisionsByPerson(storedLines(grids, index));
}

/** What a book says beside its rows of who may be approached: how remarks are read, what the centre decided, how long words on money count. */
export function stopSources(
  { sheets, season }: SeasonBook,
  index: RosterIndex,
): Pick<StandingSources, "caseIn" | "waivers" | "decisions" | "cases" | "freshDays" | "undatedDeposit" | "implausible"> {
  const grids = sheets.map(({ grid }) => grid);
  return {
    waivers: waiverWordsOf(season),
    caseIn: caseInRemark,
    undatedDeposit: `${choiceLabel("repaymentStatus", "deposited")}，没有写日期`,
    implausible: (field, amount) => `“${headingOf(field)}”为 ${groupedYuan(amount)} 元，远超一年的贷款数额`,
    decisions: stopDecisionsIn(grids, index),
    cases: caseDecisionsIn(grids, index),
    ...(season.freshDays ? { freshDays: season.freshDays } : {}),
  };
}

/** The addresses of the cells in which the centre has still to decide, from top to bottom. */
export function openVerdicts(grid: Pick<Grid, "rows">): readonly string[] {
  const table = tableIn(grid, headings);
  return table ? blankCells(table, verdictHeading) : [];
}

// A line that is decided stays as it is; new words about the same person ask on a line of their own.
function linesOf(
  { sheets, season }: SeasonBook,
  standings: ReadonlyMap<PersonKey, Standing>,
  assignments: readonly Assignment[],
  index: RosterIndex,
): readonly (readonly CellOut[])[] {
  const grids = sheets.map(({ grid }) => grid);
  const schoolOf = new Map(assignments.map(({ person, school }) => [person.key, school?.name]));
  const stored = storedLines(grids, index);
  const decisions = stopDecisionsIn(grids, index);
  const open = new Map<string, readonly CellOut[]>();
  for (const { key, person, cells, decision } of stored) if (!decision) open.set(person ?? key, cells);
  const asked = [...standings.values()].flatMap(({ person, stop, stopWords = [] }) => {
    if (stop !== "to-verify" || isHeldByCentre(person.key, decisions)) return [];
    const words = undecided(person.key, stopWords, decisions);
    const typed = open.get(person.key)?.slice(verdictColumn) ?? [null, null, null];
    open.delete(person.key);
    return [
      [
        printRowKey({ kind: "list", year: season.year, schoolCode: "0", fingerprint: index.prints.of(person.key) }),
        schoolOf.get(person.key) ?? tabNames.unassigned,
        person.name,
        [...new Set(words.map((found) => found.words))].join("\n"),
        [...new Set(words.map(({ place }) => `${place.sheet} 第${place.row}行`))].join("\n"),
        ...typed,
      ],
    ];
  });
  const left = [...open.values()].filter((cells) => cells.slice(verdictColumn).some((cell) => cell !== null && cell !== ""));
  return [...stored.flatMap(({ cells, decision }) => (decision ? [cells] : [])), ...asked, ...left];
}

/**
 * The tab 核实决定, with what was typed into it kept by person; undefined when there is nothing to decide, nothing was decided, and no tab
 * of an earlier run stands there asking.
 * @param standings where everybody stands on the day of the run
 * @param assignments whose school is whose, those who are held back for errors standing apart
 */
export function stopDecisionSheet(
  book: SeasonBook,
  standings: ReadonlyMap<PersonKey, Standing>,
  assignments: readonly Assignment[],
  index: RosterIndex,
): SheetSpec | undefined {
  const body = linesOf(book, standings, assignments, index);
  if (body.length === 0 && !book.sheets.some(({ grid }) => grid.ownTab === "stop-decisions")) return undefined;
  const right = headings.length - 1;
  const blank = Array.from({ length: right }, () => null);
  return {
    tab: "stop-decisions",
    name: tabNames["stop-decisions"],
    tabColor: "C00000",
    columns: [
      { width: 21, style: "cell" },
      { width: 20, style: "cellWrapped" },
      { width: 10, style: "cellWrapped" },
      { width: 44, style: "cellWrapped" },
      { width: 24, style: "cellWrapped" },
      { width: 9, style: "fill" },
      { width: 30, style: "fillWrapped" },
      { width: 12, style: "fillDay" },
    ],
    rows: [
      [
        "核实决定（备注里有去世、服刑、服役、重病等字样，写着已存待扣而没有日期，或应还金额明显过大的同学，核实前不发通知书、不上门）",
        ...blank,
      ],
      ["核实后在黄色的“决定”列填“仍发”或“不发”。填“仍发”只对所引原文有效，再出现新的说法会另起一行再问。", ...blank],
      headings,
      ...body,
    ],
    ...decisionFrame({ right, typedFrom: verdictColumn, headingRow, frozen: 0 }),
    validations: [
      {
        area: { top: headingRow + 1, left: verdictColumn, bottom: headingRow + Math.max(body.length, 1), right: verdictColumn },
        rule: { kind: "list", values: [...verdicts.keys()] },
        error: { title: "决定", message: "请填“仍发”或“不发”，或按 Esc 取消。" },
      },
    ],
  };
}
