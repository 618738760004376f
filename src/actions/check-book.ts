// Checking a book (校验): every rule over every row, the sheets' layout, and the totals beside the control figures; nothing is written.
import type { PersonKey } from "../domain/identity/keys";
import type { FieldId, SheetRow } from "../domain/record/field";
import type { Finding } from "../domain/record/finding";
import { heldPersons } from "../domain/checking/held";
import { compareControl, type ControlFigure, type RosterTotals, rosterTotals } from "../domain/checking/roster-totals";
import type { Season } from "../domain/record/season";
import { runRules } from "../domain/checking/run-rules";
import { headingOf } from "../sheets/vocabulary/columns";
import { findingsSheet } from "../sheets/checking/findings";
import type { SheetSpec } from "../sheets/writing/spec";
import { layoutFindings } from "../sheets/checking/layout-findings";
import type { IgnoredRow, SeasonBook, SheetKind, SheetReading } from "../sheets/reading/reading";
import { cellFinder, type ReadingOf, readingsOf, type RuleAnswers, ruleContext } from "./rule-context";

export type { ControlFigure };

/** One table of the book as it was understood. */
export interface CheckedSheet {
  readonly name: string;
  readonly kind: SheetKind;
  /** As the user counts rows; 0 when no heading row was found. */
  readonly headerRow: number;
  /** The column of each recognised field, counted from 0. */
  readonly columns: ReadonlyMap<FieldId, number>;
  readonly rows: number;
  readonly ignored: readonly IgnoredRow[];
}

/** What checking a book has come to. */
export interface CheckResult {
  readonly season: Season;
  readonly sheets: readonly CheckedSheet[];
  readonly totals: RosterTotals;
  /** The figures that 设置 states, beside the list's own. */
  readonly control: readonly ControlFigure[];
  /** Sorted by sheet, row and rule; every finding's params hold the heading as its sheet spells it. */
  readonly findings: readonly Finding[];
  /** The keys of persons on whose rows an error stands: no list, no notice, until it is mended. */
  readonly held: ReadonlySet<PersonKey>;
}

/** Checks a book. The order of rows makes no difference to what is found. */
export function checkBook(book: SeasonBook, answers: RuleAnswers): CheckResult {
  const readingOf = readingsOf(book);
  const ruled = runRules(book.roster, ruleContext(book, readingOf, answers), cellFinder(readingOf)).map((finding) =>
    withHeading(finding, readingOf),
  );
  const findings = inBookOrder(book, [...book.sheets.flatMap(layoutFindings), ...ruled]);
  const totals = rosterTotals(book.roster);
  return {
    season: book.season,
    sheets: book.sheets.map(checkedSheet),
    totals,
    control: compareControl(book.season.control, totals),
    findings,
    held: heldPersons(book, findings),
  };
}

/** The tab 校验结果 of a checked book. */
export function checkSheet({ season, roster }: SeasonBook, { sheets, totals, control, findings, held }: CheckResult): SheetSpec {
  const lists = sheets.filter(({ kind }) => kind === "borrowers");
  const ignored = lists.flatMap((list) => list.ignored).filter(({ why }) => why !== "blank").length;
  return findingsSheet({
    madeOn: season.today,
    lists: [...new Set(lists.map(({ name }) => name))],
    totals,
    control,
    findings,
    held: held.size,
    copies: roster.copies.length,
    ignored,
  });
}

function checkedSheet({ name, kind, headerRow, columns, rows, ignored }: SheetReading): CheckedSheet {
  return { name, kind, headerRow, columns, rows: rows.length, ignored };
}

function withHeading(finding: Finding, readingOf: ReadingOf): Finding {
  const { field, sheet, row, params } = finding;
  if (field === undefined || "heading" in params) return finding;
  const heading = readingOf(sheet, row)?.headings.get(field) ?? headingOf(field);
  return { ...finding, params: { ...params, heading } };
}

// Array sorting is stable: findings of one row stay in report order, those about the sheet as a whole (row 0) come first.
function inBookOrder(book: SeasonBook, findings: readonly Finding[]): readonly Finding[] {
  const order = new Map<string, number>();
  for (const { name } of book.sheets) if (!order.has(name)) order.set(name, order.size);
  const rank = ({ sheet }: Pick<SheetRow["place"], "sheet">) => order.get(sheet) ?? order.size;
  return [...findings].sort((a, b) => rank(a) - rank(b) || a.row - b.row);
}
