// Layout findings: what is remarkable about a sheet as a whole, as findings like any other.
import type { FieldId } from "../../domain/record/field";
import type { Finding, FindingParams } from "../../domain/record/finding";
import { type LayoutCode, layoutSeverities } from "../../domain/record/layout-code";
import { type Fen, fen, groupedYuan, subtractFen } from "../../domain/values/money";
import { snapshotsIn } from "../feedback/snapshots";
import { tabNames } from "../vocabulary/tabs";
import { headingOf } from "../vocabulary/columns";
import type { Assignment } from "../../domain/places/jurisdiction";
import { spilledPapers } from "../notices/spilled-papers";
import type { LayoutIssue, SeasonBook, SheetKind, SheetReading } from "../reading/reading";

// Our own tabs are laid out by us, and sheets that mean nothing to us are nobody's business.
const checkedKinds: ReadonlySet<SheetKind> = new Set<SheetKind>(["borrowers", "jurisdictions", "contacts", "repayments", "settings"]);

/** The findings about a sheet's layout, in the order in which the reader came upon them; missing columns first. */
export function layoutFindings(reading: SheetReading): readonly Finding[] {
  if (reading.grid.ownTab === "feedback-snapshots" || reading.name === tabNames["feedback-snapshots"]) return damagedSnapshots(reading);
  if (!checkedKinds.has(reading.kind)) return [];
  const noticed = reading.layout.map((issue) => finding(reading, issue.code, issue, paramsOf(issue)));
  const isSaid = ({ rule, field }: Finding) => noticed.some((other) => other.rule === rule && other.field === field);
  return [...missingColumns(reading).filter((missing) => !isSaid(missing)), ...noticed];
}

/** What the words of papers would do to their pages. */
export function paperFindings(
  { sheets, season }: Pick<SeasonBook, "sheets" | "season">,
  assignments: readonly Assignment[],
): readonly Finding[] {
  const spilled = spilledPapers(sheets, season, assignments);
  return spilled.map(({ reading, issue }) => finding(reading, issue.code, issue, issue.params));
}

// A tab of ours that nobody may type into: a figure compared with it would be wrong, and the next feedback refuses.
function damagedSnapshots(reading: SheetReading): readonly Finding[] {
  const { damagedAt } = snapshotsIn([reading.grid]);
  if (damagedAt === undefined) return [];
  const cell = damagedAt.slice(damagedAt.lastIndexOf("!") + 1);
  return [finding(reading, "snapshots-damaged", { row: Number(/\d+$/.exec(cell)?.[0] ?? 0), cell }, { sheet: reading.name })];
}

type Place = Pick<LayoutIssue, "row" | "cell" | "field">;

function finding(reading: SheetReading, code: LayoutCode, { row, cell, field }: Place, params: FindingParams): Finding {
  const heading = params["heading"] ?? (field && (reading.headings.get(field) ?? headingOf(field))) ?? "";
  return {
    rule: code,
    severity: layoutSeverities[code],
    sheet: reading.name,
    row,
    ...(field ? { field } : {}),
    cell,
    params: { ...params, heading },
  };
}

function paramsOf({ code, params }: LayoutIssue): FindingParams {
  if (code !== "total-differs") return params;
  const [printed, computed] = [fen(Number(params["printed"])), fen(Number(params["computed"]))] as readonly [Fen, Fen];
  const difference = groupedYuan(fen(Math.abs(subtractFen(printed, computed))));
  return { ...params, printed: groupedYuan(printed), computed: groupedYuan(computed), difference };
}

/** The columns without which a borrower list cannot be worked with, or only in part. */
function missingColumns(reading: SheetReading): readonly Finding[] {
  if (reading.kind !== "borrowers" || reading.rows.length === 0) return [];
  const lacks = (field: FieldId) => !reading.columns.has(field);
  const at = (field: FieldId): Place => ({ row: reading.headerRow, cell: "", field });
  const missing = (["name", "citizenId", "contractNo"] as const)
    .filter(lacks)
    .map((field) => finding(reading, "column-missing", at(field), {}));
  const parts = (["principal", "interest"] as const).filter(lacks);
  if (parts.length === 2 && lacks("due")) return [...missing, finding(reading, "column-missing", at("due"), {})];
  // The total follows from its parts, but not the parts from the total.
  return [...missing, ...parts.map((field) => finding(reading, "column-wanted", at(field), {}))];
}
