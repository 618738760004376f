// Checking a book (校验): every rule over every row, the sheets' layout, and the totals beside the control figures; nothing is written.
import type { PersonKey } from "../domain/identity/keys";
import type { FieldId, SheetRow } from "../domain/record/field";
import type { Finding } from "../domain/record/finding";
import { heldPersons } from "../domain/checking/held";
import { compareControl, type ControlFigure, printedTotalsOff, type RosterTotals, rosterTotals } from "../domain/checking/roster-totals";
import type { Season } from "../domain/record/season";
import type { Rule } from "../domain/checking/rule";
import { rules } from "../domain/checking/rules/index";
import { runRules } from "../domain/checking/run-rules";
import { byCode } from "../domain/values/text-order";
import { headingOf } from "../sheets/vocabulary/columns";
import { dismissedIn, isDismissible } from "../sheets/checking/dismissed";
import { findingKeys } from "../sheets/checking/finding-key";
import { findingsSheet } from "../sheets/checking/findings";
import type { SheetSpec } from "../sheets/writing/spec";
import { layoutFindings, paperFindings } from "../sheets/checking/layout-findings";
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
  /** How many more there are that the centre has dismissed (忽略问题). */
  readonly dismissed: number;
  /** The keys of persons on whose rows an error stands: no list, no notice, until it is mended. */
  readonly held: ReadonlySet<PersonKey>;
}

/** What lists and letters ask of a check: its errors, and whether the list is what it should be. The other rules are not run for it. */
export interface CheckedErrors {
  readonly totals: RosterTotals;
  readonly control: readonly ControlFigure[];
  /** What is remarkable about the sheets as such. */
  readonly layout: readonly Finding[];
  /** Errors of layout and rules, in no order that matters. */
  readonly errors: readonly Finding[];
  /** The keys of persons on whose rows an error stands: no list, no notice, until it is mended. */
  readonly held: ReadonlySet<PersonKey>;
  /** The totals that the list prints and its rows do not add up to. */
  readonly printedOff: readonly Finding[];
}

const isError = ({ severity }: Pick<Finding, "severity">): boolean => severity === "error";
const errorRules = rules.filter(isError);
const otherRules = rules.filter((rule) => !isError(rule));

function ruled(book: SeasonBook, answers: RuleAnswers, own: readonly Rule[]): readonly Finding[] {
  const readingOf = readingsOf(book);
  const found = runRules(book.roster, ruleContext(book, readingOf, answers), cellFinder(readingOf), own);
  return found.map((finding) => withHeading(finding, readingOf));
}

/** Looks for errors alone. */
export function checkErrors(book: SeasonBook, answers: RuleAnswers): CheckedErrors {
  return errorsAmong(book, book.sheets.flatMap(layoutFindings), ruled(book, answers, errorRules));
}

function errorsAmong(book: SeasonBook, layout: readonly Finding[], found: readonly Finding[]): CheckedErrors {
  const errors = [...layout, ...found].filter(isError);
  const totals = rosterTotals(book.roster);
  return {
    totals,
    control: compareControl(book.season.control, totals),
    layout,
    errors,
    held: heldPersons(book, errors),
    printedOff: printedTotalsOff(layout),
  };
}

/**
 * Checks a book. The order of rows makes no difference to what is found.
 * @param known its errors, where they have been looked for already
 */
export function checkBook(
  book: SeasonBook,
  answers: RuleAnswers,
  known?: CheckedErrors,
): { readonly check: CheckResult; readonly errors: CheckedErrors } {
  const found = known
    ? [...known.errors.filter(({ rule }) => ruleOrder.has(rule)), ...ruled(book, answers, otherRules)]
    : ruled(book, answers, rules);
  const errors = known ?? errorsAmong(book, book.sheets.flatMap(layoutFindings), found);
  const { layout, totals, control, held } = errors;
  const all = [...layout, ...paperFindings(book, answers.assignments), ...found];
  const findings = withoutDismissed(book, all);
  const dismissed = all.length - findings.length;
  const sheets = book.sheets.map(checkedSheet);
  return { check: { season: book.season, sheets, totals, control, findings: inBookOrder(book, findings), dismissed, held }, errors };
}

function withoutDismissed(book: SeasonBook, findings: readonly Finding[]): readonly Finding[] {
  const dismissed = dismissedIn(book.sheets.map(({ grid }) => grid));
  if (dismissed.size === 0) return findings;
  const keyOf = findingKeys(book);
  return findings.filter((finding) => !isDismissible(finding) || !dismissed.has(keyOf(finding)));
}

/** The tab 校验结果 of a checked book. */
export function checkSheet({ season, roster }: SeasonBook, { sheets, totals, control, findings, dismissed, held }: CheckResult): SheetSpec {
  const lists = sheets.filter(({ kind }) => kind === "borrowers");
  const ignored = lists.flatMap((list) => list.ignored).filter(({ why }) => why !== "blank").length;
  return findingsSheet({
    madeOn: season.today,
    lists: [...new Set(lists.map(({ name }) => name))],
    totals,
    control,
    findings,
    dismissed,
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

const ruleOrder: ReadonlyMap<string, number> = new Map(rules.map(({ code }, order) => [code, order]));

// Array sorting is stable: findings of one row stay in report order, after those of the layout; those about the sheet as a whole (row 0) come first.
function inBookOrder(book: SeasonBook, findings: readonly Finding[]): readonly Finding[] {
  const order = new Map<string, number>();
  for (const { name } of book.sheets) if (!order.has(name)) order.set(name, order.size);
  const rank = ({ sheet }: Pick<SheetRow["place"], "sheet">) => order.get(sheet) ?? order.size;
  const ruleRank = ({ rule }: Finding) => ruleOrder.get(rule) ?? -1;
  const inRow = (a: Finding, b: Finding) => ruleRank(a) - ruleRank(b) || (ruleOrder.has(a.rule) ? byCode(a.cell, b.cell) : 0);
  return [...findings].sort((a, b) => rank(a) - rank(b) || a.row - b.row || inRow(a, b));
}
