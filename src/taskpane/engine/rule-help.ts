// What a rule minds and what it does not, by the very examples that its tests run.
import type { Example, ExampleRow } from "../../domain/checking/rule";
import { rules } from "../../domain/checking/rules/index";
import type { FieldId } from "../../domain/record/field";
import { headingOf } from "../../sheets/vocabulary/columns";

/** One example: rows, each as cells under their headings. */
export type HelpExample = readonly (readonly { readonly heading: string; readonly text: string }[])[];

/** An example that the rule minds beside one that it lets pass. */
export interface RuleHelp {
  readonly bad: HelpExample;
  /** Absent where the sound example has nothing of its own to show. */
  readonly good?: HelpExample;
}

const rowOf = (row: ExampleRow) =>
  Object.entries(row).map(([field, value]) => ({ heading: headingOf(field as FieldId), text: value === "" ? "" : String(value) }));

function exampleOf(example: Example | undefined): HelpExample {
  const rows = example === undefined ? [] : Array.isArray(example) ? (example as readonly ExampleRow[]) : [example as ExampleRow];
  return rows.map(rowOf).filter((cells) => cells.length > 0);
}

/** The first examples of a rule; undefined for what is remarkable about a sheet as such, which has none. */
export function ruleHelp(code: string): RuleHelp | undefined {
  const rule = rules.find((one) => one.code === code);
  const bad = exampleOf(rule?.bad[0]);
  if (!rule || bad.length === 0) return undefined;
  const good = rule.good.map(exampleOf).find((example) => example.length > 0);
  return { bad, ...(good ? { good } : {}) };
}
