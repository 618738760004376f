// 特殊情况审核: every special case that schools report, a line each, with the papers it needs and columns in which the centre decides.
import { caseEvidence } from "../vocabulary/case-evidence";
import type { PersonReports } from "../../domain/identity/report";
import type { PersonKey } from "../../domain/identity/keys";
import type { RosterIndex } from "../../domain/identity/roster-index";
import { printRowKey } from "../../domain/identity/row-key";
import type { Assignment } from "../../domain/places/jurisdiction";
import { choiceCodes, type ExceptionKind } from "../../domain/record/choices";
import type { CaseDecision, CaseDecisions } from "../../domain/returns/case-decision";
import type { Season } from "../../domain/record/season";
import { type Day, dayFromIso } from "../../domain/values/day";
import type { Grid } from "../grid";
import { ownTab } from "../reading/own-table";
import { choiceCode, choiceLabel } from "../vocabulary/choices";
import { tabNames } from "../vocabulary/tabs";
import type { CellOut, SheetSpec } from "../writing/spec";
import { decisionFrame } from "../writing/tab-frames";
import { decidedLines, decisionsByPerson } from "./decided-people";

const typedHeadings = ["情况说明书", "盖章", "决定", "理由", "决定日期"] as const;
const headings = ["编号", "责任学校", "姓名", "类别", "情况说明", "所需材料", "登记日期", "迟报", ...typedHeadings] as const;
const kindColumn = headings.indexOf("类别");
const firstTyped = headings.length - typedHeadings.length;
const headingRow = 2;
const late = "迟报";
const verdicts: ReadonlyMap<string, CaseDecision["verdict"]> = new Map([
  ["受理", "accepted"],
  ["退回", "returned"],
]);
const lists = [["已收", "未收"], ["已盖章", "未盖章"], [...verdicts.keys()]] as const;

const storedLines = (grids: readonly Grid[], index: RosterIndex) =>
  decidedLines([grids, index], "case-decisions", headings, (text): CaseDecision | undefined => {
    const kind = choiceCode("exceptionKind", text("类别"));
    const verdict = verdicts.get(text("决定").trim());
    const on = dayFromIso(text("决定日期"));
    return kind && verdict ? { kind, verdict, ...(on === undefined ? {} : { on }) } : undefined;
  });

/** What the centre has decided on the tab 特殊情况审核 of a book. */
export function caseDecisionsIn(grids: readonly Grid[], index: RosterIndex): CaseDecisions {
  return decisionsByPerson(storedLines(grids, index));
}

/** What the tab is made from. */
export interface CaseSources {
  readonly season: Season;
  readonly index: RosterIndex;
  readonly grids: readonly Grid[];
  readonly assignments: readonly Assignment[];
  readonly reports: ReadonlyMap<PersonKey, PersonReports>;
}

interface Case {
  readonly kind: ExceptionKind;
  readonly on: Day | undefined;
  readonly notes: readonly string[];
}

function casesOf({ person }: Assignment, reports: PersonReports | undefined): readonly Case[] {
  const rows = [...(reports?.exceptions.map(({ row }) => row) ?? []), ...person.loans];
  return choiceCodes.exceptionKind.flatMap((kind): Case[] => {
    const own = rows.filter(({ values }) => values.exceptionKind === kind);
    if (own.length === 0) return [];
    const [on] = own.flatMap(({ values }) => values.recordedOn ?? []).sort();
    return [{ kind, on, notes: [...new Set(own.flatMap(({ values }) => values.exceptionNote ?? []))] }];
  });
}

const kindOf = ({ cells }: { readonly cells: readonly CellOut[] }) => choiceCode("exceptionKind", String(cells[kindColumn] ?? ""));

function linesOf(sources: CaseSources): readonly (readonly CellOut[])[] {
  const { season, index, grids, assignments, reports } = sources;
  const stored = storedLines(grids, index);
  const left = new Set(stored);
  const asked = assignments.flatMap((assignment) => {
    const { person, school } = assignment;
    return casesOf(assignment, reports.get(person.key)).map(({ kind, on, notes }): readonly CellOut[] => {
      const known = stored.filter((line) => line.person === person.key && kindOf(line) === kind);
      for (const line of known) left.delete(line);
      return [
        printRowKey({ kind: "list", year: season.year, schoolCode: "0", fingerprint: index.prints.of(person.key) }),
        school?.name ?? tabNames.unassigned,
        person.name,
        choiceLabel("exceptionKind", kind),
        notes.join("；"),
        caseEvidence[kind],
        on === undefined ? null : { day: on },
        on !== undefined && on > season.dates.statementsDue ? late : null,
        ...(known.at(-1)?.cells.slice(firstTyped) ?? typedHeadings.map(() => null)),
      ];
    });
  });
  // What the centre has written of a case that nobody reports any more is kept.
  const kept = stored.filter((line) => left.has(line) && line.cells.slice(firstTyped).some((cell) => cell !== null && cell !== ""));
  return [...asked, ...kept.map(({ cells }) => cells)];
}

const looks = [21, 20, 10, 14, 40, 30, 12, 7] as const;

/**
 * The tab; undefined when nobody reports a case and no tab of an earlier run stands there.
 * @param isAsked whether somebody asks for it, who then gets it empty rather than not at all
 */
export function caseDecisionSheet(sources: CaseSources, isAsked = false): SheetSpec | undefined {
  const body = linesOf(sources);
  if (body.length === 0 && !isAsked && !ownTab(sources.grids, "case-decisions")) return undefined;
  const right = headings.length - 1;
  const blank = Array.from({ length: right }, () => null);
  const last = headingRow + Math.max(body.length, 1);
  return {
    tab: "case-decisions",
    name: tabNames["case-decisions"],
    tabColor: "C00000",
    columns: [
      ...looks.map((width, at) => ({
        width,
        style: at === 6 ? ("cellDay" as const) : at > 0 && at < 6 ? ("cellWrapped" as const) : ("cell" as const),
      })),
      { width: 10, style: "fill" },
      { width: 9, style: "fill" },
      { width: 8, style: "fill" },
      { width: 28, style: "fillWrapped" },
      { width: 12, style: "fillDay" },
    ],
    rows: [
      ["特殊情况审核（学校逐人上报的特殊情况，收齐材料后在黄色格子里审核）", ...blank],
      [
        "“受理”后不再催收，汇总中单列；“退回”后恢复联系，学校再次上报会重新计入。死亡、失踪、现役军人一经上报即停止催收，退回补材料期间也不恢复。再次合并不会改动已填内容。",
        ...blank,
      ],
      headings,
      ...body,
    ],
    ...decisionFrame({ right, typedFrom: firstTyped, headingRow, frozen: 3 }),
    validations: lists.map((values, at) => ({
      area: { top: headingRow + 1, left: firstTyped + at, bottom: last, right: firstTyped + at },
      rule: { kind: "list", values },
      error: { title: typedHeadings[at] ?? "", message: `请填“${values.join("”或“")}”，或按 Esc 取消。` },
    })),
  };
}
