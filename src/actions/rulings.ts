// Rulings: what the centre decided on 冲突与无法匹配 since the last run, carried out, and what stays open.
import type { Contract } from "../domain/identity/contract-index";
import { printRowKey } from "../domain/identity/row-key";
import type { Entered, FieldId } from "../domain/record/field";
import { type Conflict } from "../domain/returns/conflict";
import { questionsOf } from "../domain/returns/decision";
import type { MergedReport, ReportedCells } from "../domain/returns/merge";
import { contractPrint, textIn } from "../sheets/reading/amended";
import { type Amendment, amendmentsIn, withAmendments } from "../sheets/returns/amendments";
import { questionLinesIn, type Ruling, rulingsOf, withDecisions } from "../sheets/returns/conflicts";
import { decidedIn, type Memory, withRulings } from "../sheets/returns/decided";
import { type CellFinder, questionLine, type QuestionLine } from "../sheets/returns/question-line";
import type { OpenSeason } from "./season";

/** What was decided in the pane: by question, what would be written beside it; "" takes back what stands there. */
export type PaneDecisions = ReadonlyMap<string, string>;

/** What was decided, and what comes of it. */
export interface Ruled {
  readonly rulings: readonly Ruling[];
  /** All decisions so far, these included. */
  readonly memory: Memory;
  /** What goes into the registers. */
  readonly reports: readonly MergedReport[];
  /** 更正 with what was taken into it, and whether that is anything new. */
  readonly amendments: readonly Amendment[];
  readonly isAmended: boolean;
  /** The lines that nobody has decided yet. */
  readonly open: readonly QuestionLine[];
}

/**
 * Reads the decisions that stand on the tab.
 * @param decisions what was decided in the pane, by question; it counts before what stands on the tab
 */
export function ruled(of: OpenSeason, decisions: PaneDecisions = new Map()): Ruled {
  const { grids, today } = of;
  const lines = withDecisions(questionLinesIn(grids), decisions);
  const rulings = rulingsOf(lines);
  const before = amendmentsIn(grids);
  const further = rulings.flatMap((ruling) => amendmentsOf(of, ruling));
  const done = new Set(rulings.map(({ line }) => line));
  return {
    rulings,
    memory: withRulings(decidedIn(grids), rulings, today),
    reports: rulings.flatMap((ruling) => reportsOf(of, ruling)),
    amendments: withAmendments(before, further),
    isAmended: further.length > 0,
    open: lines.filter((line) => !done.has(line)),
  };
}

/** The contracts that a question is about, as far as the list still has them. */
export function contractsOf(of: OpenSeason, { content }: QuestionLine): readonly Contract[] {
  return (content?.contracts ?? []).flatMap((rowKey) => {
    const printed = of.index.contractPrinted(rowKey);
    return (printed && of.contracts.contracts.get(printed.identity)) ?? [];
  });
}

/** What a ruling brings to the registers. */
export function reportsOf(of: OpenSeason, { line, verdict, meaning }: Ruling): readonly MergedReport[] {
  const proposal = line.content?.proposal;
  if (verdict !== "adopt" || !proposal) return [];
  const file = String(line.cells[1] ?? "");
  const cellsOf = (values: Entered): ReportedCells =>
    Object.fromEntries(
      Object.entries(values).map(([field, value]) => [
        field,
        { value, file, place: { sheet: String(line.cells[3] ?? ""), row: 0 }, isKnown: false, isDecided: true },
      ]),
    );
  const contracts = contractsOf(of, line);
  if (proposal.do === "word")
    return meaning === undefined ? [] : contracts.map((contract) => ({ contract, cells: cellsOf({ [proposal.field]: meaning }) }));
  if (proposal.do !== "register") return [];
  const { values, visit } = proposal;
  return contracts.map((contract) => ({ contract, ...(visit === undefined ? {} : { visit }), cells: cellsOf(values) }));
}

function amendmentsOf(of: OpenSeason, { line, verdict }: Ruling): readonly Amendment[] {
  const proposal = line.content?.proposal;
  if (verdict !== "adopt" || proposal?.do !== "amend") return [];
  const { field, to } = proposal;
  const [, file, , sheet, cell] = line.cells.map((text) => String(text ?? ""));
  return contractsOf(of, line).map((contract) => ({
    ...amended(of, contract, field),
    to,
    source: `${file ?? ""} ${sheet ?? ""} ${cell ?? ""}`.trim(),
    approval: "adopt" as const,
  }));
}

/** The number of a contract by its longest print, which means this one and no other whatever else is on the list. */
export function contractNumber({ book }: OpenSeason, { row, school }: Pick<Contract, "row" | "school">): string {
  return printRowKey({ kind: "list", year: book.season.year, schoolCode: school?.code ?? "00", fingerprint: contractPrint(row) });
}

/** A correction of a contract's fact as far as the list has its part. */
export function amended(of: OpenSeason, { row, school }: Contract, field: FieldId): Omit<Amendment, "to" | "source" | "approval"> {
  const { name = "", contractNo = "" } = row.values;
  return {
    rowKey: contractNumber(of, { row, ...(school ? { school } : {}) }),
    school: school?.name ?? "",
    name,
    contractNo,
    field,
    from: textIn(row, field),
    on: of.today,
    note: "",
  };
}

/** What a run has seen, by which an earlier question is no question any more. */
export interface Seen {
  /** The contracts that stand in the files that were merged. */
  readonly present: ReadonlySet<Contract>;
  /** The schools of those files. */
  readonly schools: ReadonlySet<string>;
}

// A school that has returned its rows anew has answered what was asked about them, unless it is asked again.
function isSettled(of: OpenSeason, line: QuestionLine, { present, schools }: Seen): boolean {
  const { content } = line;
  if (!content || content.proposal?.do === "word") return false;
  const contracts = contractsOf(of, line);
  // Somebody who stands on another list by now need not be asked about.
  if (content.proposal?.do === "transfer") return contracts.every(({ school }) => school?.name !== content.school);
  switch (content.kind) {
    case "row-missing":
    case "locked-changed":
    case "row-duplicated":
    case "invalid-value":
      return contracts.length > 0 && contracts.every((contract) => present.has(contract));
    case "row-shifted":
      return schools.has(content.school);
    default:
      return false;
  }
}

/** What a run raises, and what was open before it. */
export interface Raised {
  readonly conflicts: readonly Conflict[];
  /** Questions about people whom schools report as gone. */
  readonly transfers: readonly QuestionLine[];
  readonly open: readonly QuestionLine[];
  readonly seen: Seen;
  readonly cellOf: CellFinder;
}

/** The questions of 冲突与无法匹配 after a run: those that it raised, and earlier ones that nobody has answered. */
export function openLines(of: OpenSeason, { conflicts, transfers, open, seen, cellOf }: Raised): readonly QuestionLine[] {
  const rowKeyOf = (contract: Contract) => contractNumber(of, contract);
  const typed = new Map(open.map(({ key, decision }) => [key, decision]));
  const lines = [...questionsOf(conflicts).map((question) => questionLine(question, { cellOf, rowKeyOf })), ...transfers];
  const raised = lines.map((line) => ({ ...line, decision: typed.get(line.key) ?? "" }));
  const keys = new Set(raised.map(({ key }) => key));
  const left = open.filter((line) => !keys.has(line.key) && !isSettled(of, line, seen));
  const order = (line: QuestionLine) => String(line.cells[2] ?? "");
  return [...raised, ...left].sort((a, b) => of.schoolOrder(order(a) as never, order(b) as never));
}
