// Running the rules: what was read goes in, findings come out, the same ones whatever order the rows are given in.
import type { FieldId, ReadingIssue, SheetRow } from "../record/field";
import { byCode } from "../values/text-order";
import type { Finding } from "../record/finding";
import type { Fault, FieldSet, ReadingRule, RowRule, Rule, RuleContext } from "./rule";
import type { Roster } from "../record/roster";
import { masked } from "./rules/evidence";
import { rules as allRules } from "./rules/index";

/** The A1 address of a field's cell in a row; "" when the sheet has no such column. */
export type CellOf = (row: SheetRow, field: FieldId) => string;

interface Collected {
  readonly finding: Finding;
  readonly order: number;
}

/** The longest piece of a cell that a message quotes. */
const quoted = 40;

/**
 * The findings of all rules, sorted by sheet (in order of appearance), row, and the rules' report order.
 * @param rules the rules to run; all of them unless a test says otherwise
 */
export function runRules(roster: Roster, context: RuleContext, cellOf: CellOf, rules: readonly Rule[] = allRules): Finding[] {
  const collected: Collected[] = [];
  const report = (rule: Rule, order: number) => (row: SheetRow, fault: Fault) =>
    collected.push({ finding: findingOf(rule, row, fault, cellOf), order });
  runReadingRules([...roster.rows, ...context.payments], rules, report);
  // In the other tables only what is odd in any text is anybody's business.
  const ofAnyField = rules.map((rule) => (rule.scope === "reading" && rule.fields ? undefined : rule));
  runReadingRules(context.tables ?? [], ofAnyField, report);
  runRowRules(roster, context, rules, report);
  for (const [order, rule] of rules.entries()) {
    if (rule.scope === "person") {
      for (const person of roster.persons) for (const fault of rule.check(person, context)) report(rule, order)(fault.row, fault);
    } else if (rule.scope === "roster") {
      for (const fault of rule.check(roster, context)) report(rule, order)(fault.row, fault);
    }
  }
  return sorted(collected, sheetOrder(roster, context));
}

type Report = (rule: Rule, order: number) => (row: SheetRow, fault: Fault) => void;

function findingOf(rule: Rule, row: SheetRow, fault: Fault, cellOf: CellOf): Finding {
  return {
    rule: rule.code,
    severity: rule.severity,
    sheet: row.place.sheet,
    row: row.place.row,
    field: fault.field,
    cell: cellOf(row, fault.field),
    params: fault.params ?? {},
    ...(rule.stops ? { stops: true as const } : {}),
    ...(fault.proposal === undefined ? {} : { proposal: fault.proposal }),
  };
}

function issueFault({ field, raw, proposal }: ReadingIssue): Fault {
  const isId = field === "citizenId" || field === "coBorrowerId";
  const value = (isId ? masked(raw) : raw).slice(0, quoted);
  if (proposal === undefined) return { field, params: { value } };
  return { field, params: { value, proposal }, ...(proposal === raw ? {} : { proposal }) };
}

// Nearly all cells are read without reservation, so the rules are looked up by what was noticed and never asked row by row.
function runReadingRules(rows: readonly SheetRow[], rules: readonly (Rule | undefined)[], report: Report): void {
  const byKind = new Map<string, { rule: ReadingRule; order: number; fields: ReadonlySet<FieldId> | undefined }[]>();
  for (const [order, rule] of rules.entries()) {
    if (rule?.scope !== "reading") continue;
    const entry = { rule, order, fields: rule.fields && new Set(rule.fields) };
    byKind.set(rule.issue, [...(byKind.get(rule.issue) ?? []), entry]);
  }
  for (const row of rows) {
    for (const issue of row.issues) {
      for (const { rule, order, fields } of byKind.get(issue.kind) ?? []) {
        if (!fields || fields.has(issue.field)) report(rule, order)(row, issueFault(issue));
      }
    }
  }
}

function runRowRules({ rows }: Roster, context: RuleContext, rules: readonly Rule[], report: Report): void {
  const rowRules = rules.flatMap((rule, order) => (rule.scope === "row" ? [{ rule, order }] : []));
  const applicable = new Map<FieldSet, readonly { rule: RowRule; order: number }[]>();
  for (const row of rows) {
    const columns = context.columnsOf(row);
    const own = applicable.get(columns) ?? rowRules.filter(({ rule }) => rule.reads.every((field) => columns.has(field)));
    applicable.set(columns, own);
    for (const { rule, order } of own) {
      const fault = rule.check(row.values, context, row);
      if (fault) report(rule, order)(row, fault);
    }
  }
}

function sheetOrder(roster: Roster, context: RuleContext): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  for (const { place } of [...roster.rows, ...context.payments, ...(context.tables ?? [])])
    if (!order.has(place.sheet)) order.set(place.sheet, order.size);
  return order;
}

function sorted(collected: readonly Collected[], sheets: ReadonlyMap<string, number>): Finding[] {
  const rank = ({ sheet }: Finding) => sheets.get(sheet) ?? sheets.size;
  return [...collected]
    .sort(
      ({ finding: a, order: first }, { finding: b, order: second }) =>
        rank(a) - rank(b) || byCode(a.sheet, b.sheet) || a.row - b.row || first - second || byCode(a.cell, b.cell),
    )
    .map(({ finding }) => finding);
}
